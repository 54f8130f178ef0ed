# SPDX-License-Identifier: GPL-3.0-or-later
"""Care of the library in the window: backups, and what becomes of a damaged one."""

import contextlib
import pathlib
import sqlite3

import steps
import tap
from app import WAIT, App
from library import library_file, loops, n_chunks, onsite
from nodes import Role, State
from processes import until
from stage import Stage

PAGE = 4096
GO_BACK = 'Go Back to the Backup: …'
SAVE = 'Save What Can Be Read'
IN_ORDER = 'The Library Is in Order Again'


def backups(home):
    return sorted(pathlib.Path(f'{library_file(home)}-backups').glob('*.onsite'))


def asides(home):
    return sorted(library_file(home).parent.glob('*.damaged-*'))


def spoil(home):
    """Nobody sees any more what the file was."""
    data = bytearray(library_file(home).read_bytes())
    data[:PAGE] = bytes(PAGE)
    library_file(home).write_bytes(data)


def back_up(app):
    app.find('Start a Full Loop')
    app.press('ctrl+comma')
    app.says('Backups Beside It')
    app.says('None yet. One is made a day when something changed.')
    app.click('Back Up Now')
    app.says('The last one: ')
    app.find('Back Up Now', where=lambda node: node.has(State.SENSITIVE))
    app.press('Escape')


def leave(app):
    app.press('ctrl+q')
    app.wait()


def mend(stage, home, button, *said):
    with App(stage, home) as app:
        app.click(button)
        app.says(IN_ORDER)
        for words in said:
            app.says(words)
        app.press('Escape')
        app.find('Start a Full Loop')
        leave(app)


def check_mending(stage):
    home = stage.new_home()
    onsite(stage, home, 'sample')
    before = loops(stage, home)
    with App(stage, home) as app:
        back_up(app)
        assert len(backups(home)) == 1
        leave(app)

    spoil(home)
    mend(stage, home, GO_BACK, 'The backup is in use.')
    assert loops(stage, home) == before
    assert len(asides(home)) == 1

    spoil(home)
    mend(stage, home, SAVE, 'Recordings that were saved: ')
    assert loops(stage, home) == before
    assert 'Nothing is wrong' in onsite(stage, home, 'check')


def check_quitting(stage):
    home = stage.new_home()
    onsite(stage, home, 'sample')
    for _ in range(2):
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            leave(app)
        assert len(backups(home)) == 1
    assert loops(stage, home)[0]['id'].encode() in backups(home)[0].read_bytes()


def check_deleting(stage):
    home = stage.new_home()
    onsite(stage, home, 'sample')
    with contextlib.closing(sqlite3.connect(library_file(home))) as library, library:
        library.execute('UPDATE loop SET sample = 0')
    (loop,) = loops(stage, home)
    onsite(stage, home, 'backup')
    assert loop['id'].encode() in backups(home)[0].read_bytes()
    with App(stage, home) as app:
        app.find('Start a Full Loop')
        app.reach(steps.LATELY, Role.LIST_ITEM)
        app.press('Tab', 'Return')
        app.find('Delete for Good…').act()
        app.says('and from its backups')
        app.click('Delete for Good')
        until(
            lambda: loop['id'].encode() not in backups(home)[0].read_bytes(),
            WAIT, 'The backup is without the loop',
        )
        leave(app)
    assert loops(stage, home) == []
    assert loop['id'].encode() not in library_file(home).read_bytes()


def check_emptying(stage):
    """What was deleted before this start, with nobody left to take it back."""
    home = stage.new_home()
    onsite(stage, home, 'sample')
    (loop,) = loops(stage, home)
    with contextlib.closing(sqlite3.connect(library_file(home))) as library, library:
        library.execute('UPDATE loop SET deleted_at_us = 1')
    with App(stage, home) as app:
        app.find('Start a Full Loop')
        until(lambda: n_chunks(home) == 0, WAIT, 'The bin is empty')
        leave(app)
    assert loop['id'].encode() not in library_file(home).read_bytes()


@tap.test
def _upkeep():
    """A damaged library is put in order; quitting backs up; what is deleted for good is in no backup."""
    with Stage(tap.BUILD) as stage:
        check_mending(stage)
        check_quitting(stage)
        check_deleting(stage)
        check_emptying(stage)


if __name__ == '__main__':
    tap.main()
