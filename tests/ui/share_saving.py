# SPDX-License-Identifier: GPL-3.0-or-later
"""What is saved for a coach finds no room, or is given up in the middle: nothing is left of it,
what was chosen is still there, and it can be saved after all."""

import os
import signal

import disks
import processes
import tap
from app import WAIT, App
from library import onsite
from nodes import Role, State
from sharing import (
    Page, choose_format, make_long_loop, manifest, open_debrief, open_share, save, save_in, switch,
)  # fmt: skip
from stage import Stage

ROOM = '96k'  # less than a page has without its sound
REQUEST = 'the first minute, and who decided'


def choose(app):
    app.find('Please listen for …', Role.TEXT).write(REQUEST)
    app.find('Your Name', Role.TEXT).write('Ada')
    app.says('The name “Ada”')
    app.says('What the coach is asked to listen for')
    return manifest(app)


def is_as_chosen(app, chosen):
    app.says('3 answers: what was asked')
    assert manifest(app) == chosen, manifest(app)
    assert app.find('Please listen for …', Role.TEXT).text == REQUEST
    assert app.find('Your Name', Role.TEXT).text == 'Ada'


def is_without_room(app, folder, name):
    """It says so, of what and where, and what can be done."""
    app.find('Nothing Was Saved', Role.LABEL)
    app.says(f'There isn’t enough room for “{name}” in {folder}.')
    app.says('Make room there, or save it somewhere else.')
    assert not list(disks.seen_by(app, folder).iterdir())
    app.press('Escape')
    app.gone('Nothing Was Saved')
    app.find('Save…', where=lambda node: node.has(State.FOCUSED))


def check_page(path):
    capsule = Page(path).capsule
    assert capsule['candidate'] == 'Ada', capsule
    assert REQUEST in [answer.get('listen_for') for answer in capsule['answers']], capsule
    return capsule


class Saving:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _full_disk():
    """A full disk is told, with what to do, leaves nothing half done, and another place takes what was chosen."""
    home = Saving.stage.new_home()
    full, roomy = home / 'full', home / 'roomy'
    full.mkdir()
    roomy.mkdir()
    onsite(Saving.stage, home, 'sample')
    with disks.small(full, ROOM) as wrapper, App(Saving.stage, home, wrapper=wrapper) as app:
        open_debrief(app)
        open_share(app)
        chosen = choose(app)
        save(app, full / 'page.html')
        is_without_room(app, full, 'page.html')
        is_as_chosen(app, chosen)
        save(app, roomy / 'page.html')
        app.says('“page.html” has ')
        check_page(roomy / 'page.html')
        app.click('Done')
        open_share(app)
        choose_format(app, 2, 'An Ogg file for each answer')
        save_in(app, full)
        is_without_room(app, full, 'Onsite L6')
        save_in(app, roomy)
        app.says('“Onsite L6” has ')
        assert len(list((roomy / 'Onsite L6').glob('*.ogg'))) == 3
    assert sorted(path.name for path in roomy.iterdir()) == ['Onsite L6', 'page.html']


def begin(app, path):
    """Saves until there is something of it on the disk, and a way on."""
    save(app, path)
    app.find('Cancel')
    processes.until(lambda: list(path.parent.iterdir()), WAIT, 'Some of it is written')
    assert not path.exists()


def give_up(app, folder):
    """By the button; what was chosen is there again, and is saved without the sound."""
    chosen = choose(app)
    begin(app, folder / 'page.html')
    app.click('Cancel')
    is_as_chosen(app, chosen)
    assert not list(folder.iterdir())
    switch(app, 'The Sound', False)
    app.says('How loud it is at each moment, without the sound')
    save(app, folder / 'page.html')
    app.says('“page.html” has ')
    assert not check_page(folder / 'page.html')['includes']['audio']
    (folder / 'page.html').unlink()
    app.click('Done')


def leave_page(app, folder):
    """It's asked first, and whoever stays misses nothing."""
    open_share(app)
    begin(app, folder / 'page.html')
    app.press('Escape')
    app.find('Stop Saving?', Role.LABEL)
    app.click('Stay')
    app.gone('Stop Saving?')
    assert app.find('Cancel') and list(folder.iterdir())
    app.press('Escape')
    app.click('Stop')
    app.find('What the Answers Cover', Role.LABEL)
    processes.until(lambda: not list(folder.iterdir()), WAIT, 'Nothing of it is left')


def close_window(app, folder):
    open_share(app)
    begin(app, folder / 'page.html')
    app.click('Close')
    app.find('Stop Saving?', Role.LABEL)
    app.click('Stop')
    assert app.wait() == 0
    assert not list(folder.iterdir())


def end_session(app, folder):
    """Nobody is asked any more, and it is tidied up all the same."""
    open_debrief(app)
    open_share(app)
    begin(app, folder / 'page.html')
    os.kill(app.pid, signal.SIGTERM)
    assert app.wait() == 0
    assert not list(folder.iterdir())


@tap.test
def _given_up():
    """Saving is given up by its button, with its page, with the window and with the session, and nothing is left."""
    home = Saving.stage.new_home()
    folder = home / 'out'
    folder.mkdir()
    make_long_loop(Saving.stage, home)
    with App(Saving.stage, home) as app:
        open_debrief(app)
        open_share(app)
        give_up(app, folder)
        leave_page(app, folder)
        close_window(app, folder)
    with App(Saving.stage, home) as app:
        end_session(app, folder)


if __name__ == '__main__':
    with Stage(tap.BUILD) as Saving.stage:
        tap.main()
