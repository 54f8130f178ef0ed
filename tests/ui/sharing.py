# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which what of a loop leaves is chosen, and what has left by it."""

import html.parser
import json
import subprocess

from chooser import choose
from library import library_file, loops, onsite
from nodes import Role, State

TITLE = 'Share With a Coach'
LEAVES = 'What Leaves'
STAYS = 'What Stays Here'
SIZE = 'About '

# Hours that are encoded anew, so that there is a middle to give up in.
N_ANSWERS = '3'
CLIP_SECONDS = '1800'


class Page(html.parser.HTMLParser):
    """A page for a coach, and the data that it was written with."""

    def __init__(self, path):
        super().__init__()
        self._is_data = False
        self._data = ''
        self.text = path.read_text(encoding='utf-8')
        self.feed(self.text)
        self.capsule = json.loads(self._data)

    def handle_starttag(self, tag, attrs):
        self._is_data = tag == 'script' and ('id', 'capsule') in attrs

    def handle_endtag(self, tag):
        self._is_data = False

    def handle_data(self, data):
        if self._is_data:
            self._data += data


def open_debrief(app):
    """From home, by keys, to the debrief of the newest loop."""
    row = next(app.find('Your Loops', Role.LIST).children())
    app.reach(row.name, Role.LIST_ITEM)
    app.press('Return')
    app.find('What the Answers Cover', Role.LABEL)


def open_share(app, by_key=False):
    """From there, to the page."""
    if by_key:
        # It is the page's own, which has to have the focus by then.
        app.find(role=Role.SCROLL_PANE, where=lambda node: node.has(State.FOCUSED))
        app.press('ctrl+e')
    else:
        app.click(TITLE)
    app.find(TITLE, Role.FRAME)
    app.says('3 answers: what was asked')


def switch(app, name, on):
    app.toggle(name, Role.CHECK_BOX, on)


def choose_format(app, index, summary):
    """By keys, from the first one down to that."""
    app.reach('Format', Role.COMBO_BOX)
    app.press('Return', *['Up'] * 9, *['Down'] * index, 'Return')
    app.says(summary)


def save(app, path):
    app.click('Save…')
    choose(app, 'Save for a Coach', path, 'Save')


def save_in(app, folder):
    """What there are several files of."""
    app.click('Save…')
    choose(app, 'Save in a Folder', folder, 'Save')


def manifest(app):
    """What leaves and what stays, as the page tells it."""
    texts = app.texts()
    leaves, stays = texts.index(LEAVES), texts.index(STAYS)
    end = next(at for at in range(stays, len(texts)) if texts[at].startswith(SIZE))
    return {'leaves': texts[leaves + 1 : stays], 'stays': texts[stays + 1 : end]}


def make_long_loop(stage, home):
    """It takes long to save: each recording of it has a moment that was muted in what was handed on last."""
    library = library_file(home)
    library.parent.mkdir(parents=True)
    maker = stage.build / 'tests' / 'app' / 'make-long-loop'
    subprocess.run([maker, library, N_ANSWERS, CLIP_SECONDS], check=True)
    (loop,) = loops(stage, home)
    path = home / 'before.json'
    export = ('export', loop['id'], '--format', 'json', '--force', '-o', path)
    onsite(stage, home, *export)
    capsule = json.loads(path.read_text(encoding='utf-8'))
    clips = [
        turn['clip']['id']
        for answer in capsule['answers'] for turn in answer['takes'][0]['turns'] if 'clip' in turn
    ]  # fmt: skip
    onsite(stage, home, *export, *(part for clip in clips for part in ('--mute', f'{clip}:0-1')))
