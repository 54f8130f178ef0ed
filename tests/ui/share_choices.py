# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a loop is chosen in the window is what the files hold that are handed on, and all that they hold."""

import json
import pathlib
import sys

import commented
import tap
from app import App
from library import loops, onsite
from nodes import Role, State
from sharing import Page, choose_format, manifest, open_debrief, open_share, save, save_in, switch
from stage import Stage

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'page'))

from browser import Browser  # noqa: E402  pylint: disable=wrong-import-position

RATINGS = 'Self-ratings, own votes and claims'
OWN_RATINGS = 'Your Own Ratings, Votes and Claims'
TAKES = ('Take 1', 'Take 2, the last one')

# Their places in the list of formats, what is said of each, and how the names of its files end.
FILES = ((1, 'The debrief as a PDF', '.pdf'), (3, 'as JSON, for other programs', '.json'))
FOLDERS = (
    (2, 'An Ogg file for each answer', '.ogg'),
    (4, 'as WebVTT', '.vtt'),
    (5, 'the sound editor Audacity', '.txt'),
)


def save_page(app, folder):
    """Returns what was told to leave, and the data of the page that left."""
    told = manifest(app)
    path = folder / 'page.html'
    save(app, path)
    app.says('“page.html” has ')
    app.click('Done')
    capsule = Page(path).capsule
    assert {part: capsule['manifest'][part] for part in told} == told, (capsule['manifest'], told)
    return told, capsule


def takes_of(capsule):
    return [take for answer in capsule['answers'] for take in answer['takes']]


def numbers_of(capsule):
    return [answer['number'] for answer in capsule['answers']]


def proposal(stage, home):
    """What a coach gets of the loop where nobody chose."""
    (loop,) = loops(stage, home)
    path = home / 'proposed.json'
    onsite(
        stage, home, 'export', loop['id'], '--format', 'json', '--answers', 'proposed', '-o', path
    )
    return json.loads(path.read_text(encoding='utf-8'))


def is_blind(told, capsule):
    """Nothing in it tells what the candidate thinks of it, or who that is."""
    assert RATINGS in told['stays'] and 'The candidate’s name' in told['stays'], told
    assert capsule['blind'] is True and 'candidate' not in capsule, capsule
    assert not any('ratings' in take for take in takes_of(capsule)), capsule
    assert not any('vote' in one for one in capsule['rounds']), capsule
    assert 'claimed' not in [one['source'] for take in takes_of(capsule) for one in take['evidence']]


def is_open(told, capsule):
    assert RATINGS in told['leaves'] and 'The name “Ada”' in told['leaves'], told
    assert capsule['blind'] is False and capsule['candidate'] == 'Ada', capsule
    assert all(take['ratings'] for take in takes_of(capsule)), capsule


def plays(path, told):
    """In a browser it can be heard, and tells the same."""
    with Browser() as browser:
        browser.open(path)
        browser.wait('the page is built', 'Boolean(document.querySelector(".bar"))')
        browser.click('.play')
        browser.wait('it plays', 'player.audio.currentTime > 0.3')
        shown = browser.run(
            'return [...document.querySelectorAll(".manifest li")].map((item) => item.textContent)'
        )
        assert shown == told['leaves'] + told['stays'], (shown, told)
        tap.no_complaints(browser.complaints())


class Choices:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _judgement():
    """Three answers leave and no judgement with them, unless the person agrees; the page plays and says so."""
    home = Choices.stage.new_home()
    onsite(Choices.stage, home, 'sample')
    proposed = numbers_of(proposal(Choices.stage, home))
    with App(Choices.stage, home) as app:
        open_debrief(app)
        open_share(app)
        told, capsule = save_page(app, home)
        assert numbers_of(capsule) == proposed and len(proposed) == 3, (capsule, proposed)
        is_blind(told, capsule)
        plays(home / 'page.html', told)
        (home / 'page.html').unlink()
        open_share(app)
        switch(app, OWN_RATINGS, True)
        app.find('Your Name', Role.TEXT).write('Ada')
        app.says('The name “Ada”')
        app.says(RATINGS)
        is_open(*save_page(app, home))


@tap.test
def _formats():
    """Each format is saved by the window: a file, or a new folder beside those that are there."""
    home = Choices.stage.new_home()
    out = home / 'out'
    out.mkdir()
    onsite(Choices.stage, home, 'sample')
    with App(Choices.stage, home) as app:
        open_debrief(app)
        for index, summary, suffix in FILES:
            open_share(app)
            choose_format(app, index, summary)
            save(app, home / f'page{suffix}')
            app.says(f'“page{suffix}” has ')
            assert (home / f'page{suffix}').stat().st_size > 0
            app.click('Done')
        for name, (index, summary, suffix) in zip(('', ' 2', ' 3'), FOLDERS):
            open_share(app)
            choose_format(app, index, summary)
            save_in(app, out)
            app.says(f'“Onsite L6{name}” has ')
            files = sorted((out / f'Onsite L6{name}').iterdir())
            assert len(files) == 3 and all(one.suffix == suffix for one in files), files
            assert all(one.stat().st_size > 0 for one in files), files
            app.click('Done')


def answer_again(app):
    """From the debrief, to what a coach says of the first answer; and back."""
    commented.open_debrief(app)
    commented.open_comment(app)
    commented.answer_again(app)
    app.says('What this take answers: take 1, Ada at 0:01')
    app.press('Escape')
    app.find('What the Answers Cover', Role.LABEL)


def tick(app, name, on):
    """By keys, for GTK 4.8 tells of no way to press it."""
    if app.find(name, Role.CHECK_BOX).has(State.CHECKED) != on:
        app.reach(name, Role.CHECK_BOX)
        app.press('space')
    app.find(name, Role.CHECK_BOX, lambda node: node.has(State.CHECKED) == on)


def choose_first(app, question):
    """The answer that was given again, if it isn't proposed."""
    app.reach('3 of 6 answers', Role.LIST_ITEM)
    app.press('Return')
    tick(app, question, True)
    for take in TAKES:
        app.find(take, Role.CHECK_BOX, lambda node: node.has(State.CHECKED))


def takes_of_first(app, folder):
    _told, capsule = save_page(app, folder)
    (folder / 'page.html').unlink()
    return [take['number'] for take in capsule['answers'][0]['takes']]


@tap.test
def _takes():
    """Of an answer that was given again both takes are proposed, and those leave that are chosen."""
    home = Choices.stage.new_home()
    before, _review = commented.review(Choices.stage, home)
    question = before['answers'][0]['question']['text']
    with App(Choices.stage, home) as app:
        answer_again(app)
        for left_out, expected in ((None, [1, 2]), (TAKES[0], [2]), (TAKES[1], [1])):
            open_share(app)
            choose_first(app, question)
            if left_out:
                tick(app, left_out, False)
            assert takes_of_first(app, home) == expected


if __name__ == '__main__':
    with Stage(tap.BUILD) as Choices.stage:
        Choices.stage.sound.plug_in('built-in', 'Built-in')
        Choices.stage.sound.control('set-default-source', 'built-in')
        tap.main()
