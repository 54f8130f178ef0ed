# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes by itself is told to those who hear the program."""

import contextlib
import json
import sqlite3

import steps
import tap
from app import App
from ear import Ear
from library import ask_next, library_file, onsite
from nodes import Role
from stage import Stage

SECONDS = 30
OVER_MINUTES = 0.2  # by so much a round is longer than what it warns of
CURVEBALL = 'The date has just moved two weeks forward.'
CURVEBALL_MS = 2000
REVIEW = 'cache'


def make_pack(stage, home):
    """A round that is soon at its last five minutes, and one at its last."""
    pack = json.loads(stage.tiny_pack.read_text(encoding='utf-8'))
    for kind, minutes in zip(pack['rounds'], (1, 5, 1)):
        kind['minutes'] = minutes + OVER_MINUTES
    for question in pack['questions']:
        if question['id'] == REVIEW:
            question['curveball'] = CURVEBALL
    path = home / 'pack.json'
    path.write_text(json.dumps(pack), encoding='utf-8')
    return path


@contextlib.contextmanager
def locked(home):
    """Somebody else writes into the library, and doesn't come to an end."""
    with contextlib.closing(sqlite3.connect(library_file(home), isolation_level=None)) as library:
        library.execute('BEGIN IMMEDIATE')
        yield
        library.execute('ROLLBACK')


def make_other_pack(home):
    """A newer version of the second one that comes along, which can be removed."""
    pack = json.loads(steps.OTHER_PACK.read_text(encoding='utf-8'))
    pack['version'] = '2.0.0'
    path = home / 'other.json'
    path.write_text(json.dumps(pack), encoding='utf-8')
    return path


def choose(app, item):
    app.click('This Round')
    app.find(item, Role.MENU_ITEM).act()


def answer(app, ear):
    """Recording, its end, and what interrupts it."""
    steps.press_one(app, steps.ENTER, steps.by_pointer)
    ear.hears('Question 1 of 2. ', SECONDS)
    app.find('Done')
    ear.hears('About 5 minutes left', SECONDS)
    steps.press_one(app, ['Done'], steps.by_pointer)
    ear.hears('Recorded. Not done? Keep talking within ', SECONDS)
    steps.press_one(app, ['Keep Talking'], steps.by_pointer)
    ear.hears('Recording.', SECONDS)
    choose(app, 'Pause')
    ear.hears('Paused. The clocks stand still', SECONDS)
    steps.press_one(app, ['Go On'], steps.by_pointer)
    ear.hears('Recording.', SECONDS)


def lose(app, ear):
    """The library and the sound server, and both are back."""
    with locked(app.home):
        ear.hears(' not saved yet. ', SECONDS)
    ear.hears('Everything is saved again.', SECONDS)
    app.stage.sound.stop()
    ear.hears('There is no sound server', SECONDS)
    app.stage.sound.start()


def finish_for_today(app, ear):
    """What is told in passing, a toast."""
    choose(app, 'End This Round Early')
    steps.press_one(app, ['Finish for Today'], steps.by_pointer)
    ear.hears('Finished for today', SECONDS)


def go_on(app, ear):
    """The next round, whose question changes in the middle of its answer."""
    ask_next(app.home, REVIEW, CURVEBALL_MS)
    app.find('Continue Interrupted: …', Role.PUSH_BUTTON).act()
    steps.press_one(app, steps.ENTER, steps.by_pointer)
    ear.hears('Recording.', SECONDS)
    ear.hears('Something has changed.', SECONDS)
    ear.hears('Less than a minute left', SECONDS)


def remove_pack(app, ear):
    """A toast of the preferences, which are a window of their own."""
    steps.open_packs(app)
    app.reach(f'Remove “{steps.OTHER_TITLE}”')
    app.press('space')
    ear.hears(f'“{steps.OTHER_TITLE}” removed', SECONDS)


@tap.test
def _heard():
    """Clocks, recording, a curveball, troubles and toasts are told to a screen reader."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        stage.set(home, speak_questions='false')
        onsite(stage, home, 'packs', 'add', make_other_pack(home))
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            remove_pack(app, Ear())
        with App(stage, home, '--pack', make_pack(stage, home)) as app:
            app.find('Start a Full Loop')
            ear = Ear()
            steps.set_up(app, 'L5', 'Practice')
            answer(app, ear)
            lose(app, ear)
            finish_for_today(app, ear)
            go_on(app, ear)


if __name__ == '__main__':
    tap.main()
