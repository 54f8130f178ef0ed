# SPDX-License-Identifier: GPL-3.0-or-later
"""Another pack than the usual one, from the preferences to the debrief."""

import json

import processes
import steps
import tap
from app import WAIT, App
from library import loop, loops, onsite
from nodes import Role, State
from stage import Stage

LEVEL = 'Manager'  # without screens
DIMENSION = 'Clarity'
SCORE = 4
VOTE = 'Yes, gladly'


def make_short(home):
    """A newer version, of two rounds of half a minute each."""
    pack = json.loads(steps.OTHER_PACK.read_text(encoding='utf-8'))
    pack['version'] = '99.0.0'
    pack['levels'][0]['rounds'] = ['people', 'systems']
    for kind in pack['rounds']:
        kind |= {'minutes': 0.5, 'questions': {'least': 1, 'most': 1}}
    for question in pack['questions']:
        question['minutes'] = 0.3
    path = home / 'short.json'
    path.write_text(json.dumps(pack), encoding='utf-8')
    return path, pack


def choose(app):
    """Looks at the pack in the preferences, and marks it."""
    app.find('Main Menu')
    steps.open_packs(app)
    app.reach(steps.OTHER_TITLE, Role.LIST_ITEM)
    app.press('Return')
    app.find('In Place of the Built-In Version')
    app.reach('Ask From This Pack')
    app.press('space')
    app.gone('Ask From This Pack')
    app.find('In Use')
    app.reach(steps.OTHER_TITLE, Role.LIST_ITEM)
    app.press('Escape')
    app.find('Start a Full Loop', where=lambda node: node.has(State.SENSITIVE))


def set_up(app):
    app.click('Start a Full Loop')
    app.find('Questions From', Role.LABEL)
    app.toggle(LEVEL)
    assert not app.look('Begin With the Screens'), 'There are no screens at this level'
    app.click('Begin')
    app.find('I Am Ready', Role.PUSH_BUTTON)


def judge(app, said):
    """Rates and votes in the words of the pack."""
    question = next(iter(said))
    if not app.look(f'{DIMENSION}: {SCORE} of 5'):
        app.reach(question)
        app.press('space')
    app.toggle(f'{DIMENSION}: {SCORE} of 5')
    app.toggle(VOTE)


def has_votes(stage, home, pack):
    """They are written as soon as the library has the time for it."""
    (kept,) = loops(stage, home)
    votes = [part['vote'] for part in loop(stage, home, kept['id'])['rounds']]
    return set(votes) <= {vote['id'] for vote in pack['votes']}


def check_kept(stage, home, pack, said):
    processes.until(lambda: has_votes(stage, home, pack), WAIT, 'The votes are kept')
    (kept,) = loops(stage, home)
    told = loop(stage, home, kept['id'])
    assert (kept['pack'], kept['level'], kept['state']) == (pack['id'], 'manager', 'finished'), kept
    texts = {answer['text'] for part in told['rounds'] for answer in part['answers']}
    assert texts == set(said), texts
    assert texts <= {question['text'] for question in pack['questions']}
    assert any(
        answer['ratings'].get('clarity') == SCORE
        for part in told['rounds'] for answer in part['answers']
    ), told['rounds']  # fmt: skip


def remove(app):
    """Removes the pack, undoes that, and removes it again."""
    steps.open_packs(app)
    app.click(f'Remove “{steps.OTHER_TITLE}”')
    # At once: its toast doesn't stay.
    app.click('Undo')
    app.gone('Undo')
    app.find(f'Remove “{steps.OTHER_TITLE}”')
    app.click(f'Remove “{steps.OTHER_TITLE}”')
    app.gone(f'Remove “{steps.OTHER_TITLE}”')
    app.find(steps.OTHER_TITLE, Role.LIST_ITEM)


@tap.test
def _packs():
    """A pack that was added is chosen, rehearsed in its own words, and removed; its loop stays."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        path, pack = make_short(home)
        onsite(stage, home, 'packs', 'add', path)
        with App(stage, home) as app:
            choose(app)
            set_up(app)
            said = steps.hold_rounds(app, steps.sentences(), judge)
            app.says(f' of {len(pack["principles"])} principles')
            check_kept(stage, home, pack, said)
            remove(app)
        check_kept(stage, home, pack, said)

        with App(stage, home) as app:
            app.find(steps.LATELY, Role.LIST_ITEM)
            app.reach(steps.LATELY, Role.LIST_ITEM)
            app.press('Return')
            app.says(f' of {len(pack["principles"])} principles')


if __name__ == '__main__':
    tap.main()
