# SPDX-License-Identifier: GPL-3.0-or-later
"""GTK's own chooser of files and folders."""

import processes
from nodes import State

SECONDS = 20


def _everything(node):
    """Also what a stack of the chooser hides by what is told of it."""
    for child in node.children():
        yield child
        yield from _everything(child)


def _place(app, title):
    """Where a name is typed. It comes by a key, once the chooser has the keys."""
    chooser = app.find(title)
    found = next((node for node in _everything(chooser) if node.has(State.FOCUSED)), None)
    if found is None or 'EditableText' not in found.interfaces:
        app.press('ctrl+l')
        return None
    return found


def choose(app, title, path, button):
    """By its name, as it can be typed."""
    app.find(title)
    processes.until(lambda: _place(app, title), SECONDS, 'There is a place for a name')
    # In place of a name that is proposed.
    app.press('ctrl+a')
    app.type(str(path))
    processes.until(
        lambda: _place(app, title).text == str(path), SECONDS, 'The name is typed'
    )
    app.click(button)
    app.gone(title)
