# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of the focus over every page by Tab alone, as somebody goes it who
uses no pointer and looks at where the ring is."""

import dataclasses
import os
import re
import subprocess
import time

import nodes
import processes
import tap
import tour
from nodes import Role, State
from stage import Stage

# Backwards too where there is time for it: the library goes the same way back.
FULL = os.environ.get('ONSITE_TEST_FULL') == '1'
MOST_STOPS = 90
STEP_S = 5
ALONE_S = 1  # after which what keeps the focus is the only thing on the page
DRAWN_S = 1  # after which what has not been drawn anew looks as it did

# What moves on by itself before anybody could have gone over it, or was gone over before.
PASSED_BY = (*tour.FOREIGN_PAGES, 'asking', 'grace', 'debrief-below', 'setup-whole-loop', 'home-making')
# Where the library stays at the first as one goes backwards, instead of going to the
# last: there the way back begins at the last.
ENDING = ('pack',)
LEAST_PAGES = 20

# One of these has the focus, and arrows lead to the others.
GROUPED = (Role.TABLE_CELL, Role.TABLE_ROW, Role.LIST_ITEM)
# What takes the focus only to hand it on to what is in it.
HOLDERS = (Role.SCROLL_PANE, Role.LIST)
# Text that can be selected takes the focus for that, and has nothing to press.
TEXTS = (Role.LABEL, Role.HEADING, Role.DOCUMENT_TEXT)
# Of the five of a dimension one has the focus, and arrows lead to the others;
# so it is with radio buttons.
RATING = re.compile(r': \d of \d$')
# By design of the toolkit; Alt+F4 and the window manager's keys are for these.
OF_THE_WINDOW = ('Minimize', 'Maximize', 'Close')


@dataclasses.dataclass
class Stop:
    """Where Tab came to, as it was then: a page may have changed under it since."""

    node: nodes.Node
    name: str
    group: object

    @classmethod
    def at(cls, node):
        return cls(node, str(node), group(node) if is_one_of_some(node) else None)

    @property
    def place(self):
        return nodes.read(lambda: self.node.extents)


def window(app):
    """The one that keys go to, as the last that came."""
    return list(app.root.children())[-1]


def stops(app, key='Tab'):
    """What Tab stops at, in order, until it is back at the first; and what the
    display showed at each."""
    found, pictures = [], []
    while len(found) < MOST_STOPS:
        app.press(key)
        node = _next(app, found)
        if node.accessible in [stop.node.accessible for stop in found]:
            return found, pictures
        found.append(nodes.read(lambda: Stop.at(node)))
        pictures.append(_picture(pictures))
    raise AssertionError(f'Tab does not come back: {[stop.name for stop in found]}')


def stops_from_last(app, found):
    """The way back over what Tab found, from the end of the page to its beginning:
    to the button in the header bar, which Tab found last, for it began below."""
    for stop in found[1:-1]:
        app.press('Tab')
        processes.until(lambda: _is_at(app, stop.node), STEP_S, f'The focus is on {stop.name}')
    back = [found[-2]]
    while len(back) < len(found):
        app.press('shift+Tab')
        node = processes.until(lambda: _elsewhere(app, back), STEP_S, 'The focus has moved')
        back.append(nodes.read(lambda: Stop.at(node)))
    return back


def _is_at(app, node):
    focused = nodes.read(lambda: _focused(app))
    return focused is not None and focused.accessible == node.accessible


def _next(app, found):
    """Where the focus is, which is on something else than just before, unless
    there is but one thing on the page."""
    seconds = ALONE_S if len(found) == 1 else STEP_S
    try:
        return processes.until(lambda: _elsewhere(app, found), seconds, 'The focus has moved')
    except AssertionError:
        if len(found) != 1:
            raise
        return found[0].node


def _elsewhere(app, found):
    node = nodes.read(lambda: _focused(app))
    return node if node and not (found and node.accessible == found[-1].node.accessible) else None


def _focused(app):
    return next((node for node in window(app).walk() if node.has(State.FOCUSED)), None)


def _picture(before):
    """The display, as soon as it is not as it was: a ring comes with the next frame."""
    deadline = time.monotonic() + DRAWN_S
    while True:
        picture = subprocess.run(
            ['import', '-window', 'root', 'rgb:-'], check=True, capture_output=True
        ).stdout
        if not before or picture != before[-1] or time.monotonic() > deadline:
            return picture


def controls(app):
    """What can take the focus. While a menu is open that is what is in the menu."""
    there = [
        node
        for node in window(app).walk()
        if node.has(State.FOCUSABLE)
        and node.has(State.SENSITIVE)
        and node.role not in HOLDERS + GROUPED + TEXTS
        and node.name not in OF_THE_WINDOW
        and node.is_ours
    ]
    menu = [node for node in there if node.role == Role.MENU_ITEM]
    return menu or there


def without_focus(app):
    """Buttons for a pointer alone. That of a menu is one in another, of which
    one can have the focus."""
    for node in window(app).walk():
        around = [node, *node.children(), node.parent]
        if (
            node.role == Role.PUSH_BUTTON
            and node.name not in OF_THE_WINDOW
            and node.is_ours
            and not any(it.has(State.FOCUSABLE) for it in around)
        ):
            yield f'{node} cannot have the focus'


def is_one_of_some(node):
    return node.role == Role.RADIO_BUTTON or RATING.search(node.name)


def row_of_its_own(node):
    """The row of a list in which it is the only one to choose; or None."""
    row = node.parent
    while row is not None and row.role != Role.LIST_ITEM:
        row = row.parent
    if row is None or sum(it.role == Role.RADIO_BUTTON for it in row.walk()) > 1:
        return None
    return row


def group(node):
    """What a control is one of several in."""
    if node.role == Role.RADIO_BUTTON:
        return (row_of_its_own(node) or node).parent.accessible
    above = node.parent
    while above is not None and above.role == Role.PANEL and above.is_unnamed:
        above = above.parent
    return above.accessible if above is not None and above.role == Role.PANEL else None


def unreached(app, found):
    met = [stop.node.accessible for stop in found]
    groups = [stop.group for stop in found if stop.group is not None]
    for node in controls(app):
        if node.accessible not in met and group(node) not in groups:
            yield f'{node} is not reached by Tab'


def out_of_order(found):
    """Stops that lie wholly above the one before, and not in a column beside it."""
    places = [(stop.name, place) for stop in found if (place := stop.place) is not None]
    first = min(range(len(places)), key=lambda i: (places[i][1].y, places[i][1].x))
    places = places[first:] + places[:first]
    for (before, above), (after, below) in zip(places, places[1:]):
        beside = below.x >= above.x + above.width or above.x >= below.x + below.width
        if below.y + below.height <= above.y and not beside:
            yield f'from {before} the focus goes up to {after}'


def without_ring(found, pictures):
    for index in range(1, len(found)):
        if pictures[index] == pictures[index - 1]:
            yield f'nothing shows that {found[index].name} has the focus'


@tap.test
def _focus():
    """Tab reaches everything that can be pressed, in order and to be seen, on every page."""
    pages, wrong = [], []

    def visit(page, app):
        if page in PASSED_BY:
            return
        pages.append(page)
        found, pictures = stops(app)
        complaints = [
            *without_focus(app),
            *unreached(app, found),
            *out_of_order(found),
            *without_ring(found, pictures),
        ]
        if FULL:
            back = stops_from_last(app, found) if page in ENDING else stops(app, 'shift+Tab')[0]
            complaints += [f'{complaint}, backwards' for complaint in unreached(app, back)]
        wrong.extend(f'{page}: {complaint}' for complaint in complaints)

    with Stage(tap.BUILD) as stage:
        tour.take(stage, visit)

    assert len(pages) >= LEAST_PAGES, pages
    tap.no_complaints(wrong)


if __name__ == '__main__':
    tap.main()
