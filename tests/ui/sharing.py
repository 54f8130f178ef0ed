# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which what of a loop leaves is chosen, and what has left by it."""

import html.parser
import json

from chooser import choose
from nodes import Role, State

TITLE = 'Share With a Coach'


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


def save(app, path):
    app.click('Save…')
    choose(app, 'Save for a Coach', path, 'Save')
