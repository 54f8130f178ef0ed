# SPDX-License-Identifier: GPL-3.0-or-later
"""What a coach says of an answer is heard, replied to, ticked off, and answered again."""

import json
import re

import coach
import tap
from app import App
from commented import FIRST, answer_again, open_comment, open_debrief, review, take_in
from library import loop, onsite
from nodes import Role, State
from stage import Stage

SECOND = 'Ada at 0:03–0:04'
CLOCK_PART = re.compile(r'(\d+):(\d\d)')
CLOCK = re.compile(r'\d+:\d\d / \d+:\d\d')


def check_cover(app, capsule, role):
    """Who says so is told in the table, and in the list that a narrow window has instead."""
    principle = capsule['principles'][0]['name']
    app.find(f'{principle}, question 1: confirmed by your coach', role)


def hear_span(app):
    """It plays from its beginning to its end, far from the recording's."""
    app.reach(f'{SECOND}: {coach.SPAN}', Role.LIST_ITEM)
    app.press('Return')
    app.find('Pause')
    app.find('Play')
    told = next(text for text in app.texts() if CLOCK.fullmatch(text))
    at_s, end_s = (int(minutes) * 60 + int(seconds) for minutes, seconds in CLOCK_PART.findall(told))
    assert coach.SPAN_MS[0] <= at_s * 1000 and at_s < end_s - 5, told


def reply(app):
    """By keyboard alone: a line, and done; taken back, and done again."""
    app.reach(f'Reply to {FIRST}', Role.TEXT)
    app.type(coach.REPLY)
    app.press('Return')
    app.find(f'Done: {FIRST}', where=lambda node: node.has(State.FOCUSED))
    app.press('space')
    app.says('1 of 2 done')
    app.press('ctrl+z')
    app.says('0 of 2 done')
    app.press('space')
    app.says('1 of 2 done')


def is_replied(app):
    app.says('1 of 2 done')
    app.find(f'Reply to {FIRST}', Role.TEXT, where=lambda node: node.text == coach.REPLY)
    app.find(f'Done: {FIRST}', where=lambda node: node.has(State.CHECKED))
    assert not app.find(f'Done: {SECOND}').has(State.CHECKED)


def compares(app):
    """Words beside words, and no colour needed."""
    app.says('What Coaches Found Here')
    app.says('Ratings, Yours and Your Coaches’')
    app.says('Ada 1 (')
    app.says('Ada, for all that was heard: ')


def check_comments(stage):
    home = stage.new_home()
    capsule, said = review(stage, home)
    with App(stage, home) as app:
        open_debrief(app)
        app.says('0 of 2 done')
        check_cover(app, capsule, Role.TABLE_CELL)
        open_comment(app)
        told = f'Comments: {FIRST}, {SECOND}'
        app.find('Place in the recording', Role.SLIDER, where=lambda node: node.description == told)
        compares(app)
        hear_span(app)
        reply(app)
        app.press('ctrl+q')
        app.wait()
    with App(stage, home) as app:
        open_debrief(app)
        app.says('1 of 2 done')
        app.says(f'You: {coach.REPLY}')
        open_comment(app)
        is_replied(app)
        app.press('ctrl+q')
        app.wait()
    take_in(stage, home, said | {'revision': 2, 'summary': 'Better.'})
    with App(stage, home) as app:
        open_debrief(app)
        app.says('Better.')
        open_comment(app)
        is_replied(app)


def check_again(stage):
    home = stage.new_home()
    capsule, _said = review(stage, home)
    identifier = capsule['loop']['id']
    before = loop(stage, home, identifier)
    stage.set(home, window_width=360, window_height=640)
    with App(stage, home) as app:
        open_debrief(app)
        check_cover(app, capsule, Role.PUSH_BUTTON)
        open_comment(app)
        answer_again(app)
        app.says('What this take answers: take 1, Ada at 0:01')
        app.reach(coach.COMMENT, Role.LIST_ITEM)
        app.press('Return')
        app.find('Pause')
        app.click('Answered in take 2')
        app.says('What this take answers')
        app.press('Escape')
        app.says('Answered in take 2')
        app.press('ctrl+q')
        app.wait()
    after = loop(stage, home, identifier)
    assert after['state'] == before['state'] and after['kind'] == before['kind'], after
    both = coach.export(stage, home, loop=identifier)['answers'][0]['takes']
    assert [take['number'] for take in both] == [1, 2], both
    assert both[1]['answers']['text'] == coach.COMMENT, both[1]['answers']
    assert both[1]['answers']['take'] == both[0]['id'], both
    assert both[1]['turns'][0]['clip']['duration_ms'] > 1000, both[1]
    assert 'answers' not in both[0], both[0]
    only = home / 'current.json'
    onsite(stage, home, 'export', identifier, '--format', 'json', '--takes', 'current', '-o', only)
    (one,) = json.loads(only.read_text(encoding='utf-8'))['answers'][0]['takes']
    assert one['number'] == 2 and 'answers' not in one, one


@tap.test
def _coach():
    """Comments are heard, replied to, ticked and answered by a take that goes along with the first."""
    with Stage(tap.BUILD) as stage:
        stage.sound.plug_in('built-in', 'Built-in')
        stage.sound.control('set-default-source', 'built-in')
        check_comments(stage)
        check_again(stage)


if __name__ == '__main__':
    tap.main()
