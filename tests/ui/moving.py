# SPDX-License-Identifier: GPL-3.0-or-later
"""The library moves to another folder by the preferences, while the window is open."""

import tap
from app import App
from chooser import choose
from library import library_file, loops, onsite
from nodes import Role
from stage import Stage


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


@tap.test
def _moves():
    """A library moves with its backups, all pages are of the new one, and what can't be is told."""
    with Stage(tap.BUILD) as stage:
        check_moving(stage)


if __name__ == '__main__':
    tap.main()
