# SPDX-License-Identifier: GPL-3.0-or-later
"""The library moves to another folder by the preferences, while the window is open."""

import contextlib
import sqlite3

import steps
import tap
from app import App
from chooser import choose
from library import library_file, loops, onsite
from nodes import Role
from stage import Stage

# What a copy's check has to look through, row by row, at some hundredth of a second each:
# it takes half a minute, unless somebody stops it.
SLOW_ROWS = 1000
SLOW = "CREATE TABLE slow (n INTEGER CHECK (instr(zeroblob(n), x'01') = 0))"
SLOW_N = 10_000_000


def move(app, folder):
    app.click('Move…')
    choose(app, 'Move the Library', folder, 'Move Here')


def see_place(app, *words):
    app.find('Start a Full Loop')
    app.press('ctrl+comma')
    app.find('Open Folder')
    for word in words:
        app.says(word)


def refuse(app, folder, reason):
    """What can't be is told, and all stays."""
    move(app, folder)
    app.find('The Library Stays Where It Is', Role.LABEL)
    app.says(reason)
    app.press('Escape')
    app.gone('The Library Stays Where It Is')


def leave(app):
    app.press('Escape')
    app.gone('Open Folder')
    app.press('ctrl+q')
    app.wait()


def check_moving(stage):
    home = stage.new_home()
    onsite(stage, home, 'sample')
    onsite(stage, home, 'backup')
    before = loops(stage, home)
    old = library_file(home)
    taken, new = home / 'taken', home / 'new'
    for folder in (taken, new):
        folder.mkdir()
    (taken / old.name).write_text('another one')
    with App(stage, home) as app:
        see_place(app, str(old), ' of backups')
        refuse(app, taken, 'There is such a file already.')
        app.find('Open Folder')
        # The page of a loop is left, for the library that it shows is.
        app.press('Escape')
        app.gone('Open Folder')
        app.press('F1')
        app.gone('Start a Full Loop')
        app.press('ctrl+comma')
        move(app, new)
        app.says('The library is in “new” now')
        see_place(app, str(new / old.name), ' of backups', 'The last one: ')
        leave(app)
    assert loops(stage, home) == before
    assert 'Nothing is wrong' in onsite(stage, home, 'check')
    left = sorted(path.name for path in old.parent.glob('library*'))
    assert left == [], left
    assert len(list((new / f'{old.name}-backups').glob('*.onsite'))) == 1


@contextlib.contextmanager
def slow_to_copy(path):
    """A library of which each copy takes its time, until somebody has seen enough."""
    with contextlib.closing(sqlite3.connect(path, timeout=20)) as database:
        database.execute('PRAGMA ignore_check_constraints = ON')
        with database:
            database.execute(SLOW)
            database.executemany('INSERT INTO slow VALUES (?)', [(SLOW_N,)] * SLOW_ROWS)
        yield
        with database:
            database.execute('DROP TABLE slow')


class Moving:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _moves():
    """A library moves with its backups, all pages are of the new one, and what can't be is told."""
    check_moving(Moving.stage)


@tap.test
def _cancelled():
    """A move that is cancelled leaves nothing there, and the library where it was."""
    stage, home = Moving.stage, Moving.stage.new_home()
    onsite(stage, home, 'sample')
    before = loops(stage, home)
    library, new = library_file(home), home / 'new'
    new.mkdir()
    with App(stage, home) as app:
        see_place(app, str(library))
        with slow_to_copy(library):
            move(app, new)
            app.find('Moving the Library', Role.LABEL)
            app.click('Cancel')
            app.gone('Moving the Library')
            see_place(app, str(library))
        leave(app)
    assert list(new.iterdir()) == [], list(new.iterdir())
    assert loops(stage, home) == before
    assert 'Nothing is wrong' in onsite(stage, home, 'check')


@tap.test
def _under_way():
    """While a loop runs its library can't be moved, which is told, and the loop goes on."""
    stage, home = Moving.stage, Moving.stage.new_home()
    stage.set(home, speak_questions='false')
    with App(stage, home, '--pack', stage.tiny_pack) as app:
        steps.set_up(app, 'L5')
        app.press('ctrl+comma')
        app.click('Move…')
        app.find('The Library Stays Where It Is', Role.LABEL)
        app.says('A loop is running. Leave it first, and move the library then.')
        app.press('Escape')
        app.gone('The Library Stays Where It Is')
        assert not app.look('Move the Library'), 'A folder is asked for'
        app.press('Escape')
        app.gone('Open Folder')
        steps.press_one(app, steps.ENTER, steps.by_pointer)
        app.find('Done', Role.PUSH_BUTTON)
        app.press('ctrl+q')
        app.click('Leave')
        assert app.wait() == 0
    assert library_file(home).exists()


if __name__ == '__main__':
    with Stage(tap.BUILD) as Moving.stage:
        tap.main()
