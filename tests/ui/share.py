# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a loop is handed on is chosen, told before it leaves, and saved; or it isn't."""

import contextlib
import json
import pathlib

import processes
import tap
from app import WAIT, App
from library import onsite
from nodes import Role
from sharing import Page, open_debrief, open_share, save, switch
from stage import Stage

REQUEST = 'the first minute, and who decided'


@contextlib.contextmanager
def desktop_of(folder):
    """A portal that makes mails, and a file manager."""
    folder.mkdir()
    script = pathlib.Path(__file__).with_name('desktop_portal.py')
    desktop = processes.start('/usr/bin/python3', script, folder)
    processes.until((folder / 'ready').exists, WAIT, 'The desktop is there')
    yield
    processes.end(desktop)


def choose_what(app):
    """Each choice is told of before anything leaves."""
    app.says('Mail usually takes up to 20\u00a0MB.')
    app.find('Please listen for …', Role.TEXT).write(REQUEST)
    app.says('What the coach is asked to listen for')
    app.find('Your Name', Role.TEXT).write('Ada')
    app.says('The name “Ada”')
    switch(app, 'Your Notes', True)
    app.says('Notes, with answers and at marked places')
    switch(app, 'Delivery', False)
    app.says('Figures of the delivery')
    app.reach('3 of 6 answers', Role.LIST_ITEM)
    app.press('Return')
    first = app.find(role=Role.CHECK_BOX)
    app.reach(first.name, Role.CHECK_BOX)
    app.press('space')
    app.says('4 answers: what was asked')
    app.says('4 of 6 answers')


def refuse(app):
    """Where nothing can be written it's told, and what was chosen stays."""
    save(app, pathlib.Path('/proc/page.html'))
    app.find('Nothing Was Saved', Role.LABEL)
    app.press('Escape')
    app.gone('Nothing Was Saved')
    app.says('4 answers: what was asked')


def check_page(stage, path):
    capsule = Page(path).capsule
    assert capsule['blind'] is True and capsule['candidate'] == 'Ada', capsule
    assert capsule['includes']['notes'] and not capsule['includes']['delivery'], capsule
    answers = capsule['answers']
    assert [answer['number'] for answer in answers] == [1, 2, 3, 6], answers
    assert [answer.get('listen_for') for answer in answers] == [None, REQUEST, None, None], answers


def send(app, desktop, path):
    """To the file manager, and into a mail."""
    app.click('Show in Folder')
    shown = desktop / 'shown.json'
    processes.until(shown.exists, WAIT, 'The file is shown')
    assert json.loads(shown.read_text()) == [path.as_uri()], shown.read_text()
    app.click('Send by Email…')
    mail = desktop / 'mail.json'
    processes.until(mail.exists, WAIT, 'The mail is made')
    assert 'rehearsal' in json.loads(mail.read_text())['subject'], mail.read_text()
    assert (desktop / 'attachment').read_bytes() == path.read_bytes()


def check_share(stage):
    home = stage.new_home()
    folder, desktop = home / 'out', home / 'desktop'
    folder.mkdir()
    onsite(stage, home, 'sample')
    with desktop_of(desktop), App(stage, home) as app:
        open_debrief(app)
        open_share(app, by_key=True)
        choose_what(app)
        refuse(app)
        save(app, folder / 'page.html')
        app.says('“page.html” has ')
        check_page(stage, folder / 'page.html')
        assert [path.name for path in folder.iterdir()] == ['page.html']
        send(app, desktop, folder / 'page.html')
        app.click('Done')
        app.find('What the Answers Cover', Role.LABEL)


@tap.test
def _share():
    """Answers are chosen with what to listen for, what leaves is told, and a page is saved and sent."""
    with Stage(tap.BUILD) as stage:
        check_share(stage)


if __name__ == '__main__':
    tap.main()
