# SPDX-License-Identifier: GPL-3.0-or-later
"""The packs in the preferences: added by the file chooser, refused, replaced,
removed and put back, as somebody would in the window."""

import json

import steps
import tap
from app import App
from chooser import choose
from nodes import Role
from stage import Stage

TITLE = steps.OTHER_TITLE
BROKEN = '{"format": 1, "id": "x", "id": "y"}'


def write(home, version):
    pack = json.loads(steps.OTHER_PACK.read_text(encoding='utf-8'))
    pack['version'] = version
    path = home / f'{version}.json'
    path.write_text(json.dumps(pack), encoding='utf-8')
    return path


def add(app, path):
    app.click('Add…')
    choose(app, 'Add a Pack', path, 'Add')


def replace(app, path):
    """An older version asks first, and takes the place if it is told to."""
    add(app, path)
    app.find('Replace the Pack?', Role.LABEL)
    app.press('Return')
    app.gone('Replace the Pack?')
    app.says('Version 2.0.0 ')

    add(app, path)
    app.find('Replace the Pack?', Role.LABEL)
    app.click('Replace')
    app.says(f'“{TITLE}” 1.9.0 is there, in place of 2.0.0')
    app.says('Version 1.9.0 ')


def remove(app):
    """By keys; and it is put back, before its toast goes."""
    app.reach(f'Remove “{TITLE}”')
    app.press('space')
    app.click('Undo')
    app.gone('Undo')
    app.find(f'Remove “{TITLE}”')
    app.says('Version 1.9.0 ')


@tap.test
def _adds():
    """A pack is added as a file, refused with the reason, replaced, removed and put back in the window."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        broken = home / 'broken.json'
        broken.write_text(BROKEN, encoding='utf-8')
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            steps.open_packs(app)
            add(app, broken)
            app.find('The Pack Wasn’t Added', Role.LABEL)
            app.says('broken.json:1')
            app.says('this member is there twice')
            app.press('Escape')
            app.gone('The Pack Wasn’t Added')
            assert not app.look(f'Remove “{TITLE}”'), 'It was added'

            add(app, write(home, '2.0.0'))
            app.says(f'“{TITLE}” 2.0.0 is there')
            app.find(f'Remove “{TITLE}”')
            app.says('Version 2.0.0 ')

            replace(app, write(home, '1.9.0'))
            remove(app)


if __name__ == '__main__':
    tap.main()
