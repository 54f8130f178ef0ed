# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through every page, as somebody would who hears it and doesn't see it."""

import nodes
import processes
import tap
import tour
from app import WAIT
from nodes import Role, State
from stage import Stage

# What takes the focus only to hand it on, and is named by what it holds.
HOLDERS = (Role.SCROLL_PANE, Role.LIST, Role.LIST_ITEM)

# What a screen reader would say nothing by, of a thing that takes the focus.
ROLELESS = (Role.INVALID, Role.UNKNOWN, Role.FILLER)

LEAST_PAGES = 26


def is_nameless(node):
    """Whether it is to be met, or drawn by us to be looked at, and has no name."""
    met = node.has(State.FOCUSABLE) and node.role not in HOLDERS
    drawn = node.role == Role.IMAGE and node.name.startswith('Onsite')
    return drawn or (met and node.is_unnamed)


def is_roleless(node):
    return node.has(State.FOCUSABLE) and node.role in ROLELESS


def complaints(page, shown):
    for node in shown:
        if node.is_ours and (is_nameless(node) or is_roleless(node)):
            place = ' in '.join(str(above) for above in [node, *node.ancestors()][:5])
            yield f'{page}: {place}'


def look_through(page, app):
    """What is wrong on a page; it is read again where it changes under that, as a toast goes."""

    def read():
        return [list(complaints(page, app.root.walk()))]

    return processes.until(lambda: nodes.read(read), WAIT, f'{page} can be read')[0]


@tap.test
def _walk():
    """Everything that takes the focus has a name and a role, and every picture a name, on every page."""
    pages, wrong = [], []

    def visit(page, app):
        pages.append(page)
        if page not in tour.FOREIGN_PAGES:
            wrong.extend(look_through(page, app))

    with Stage(tap.BUILD) as stage:
        tour.take(stage, visit)

    assert len(pages) >= LEAST_PAGES, pages
    tap.no_complaints(wrong)


if __name__ == '__main__':
    tap.main()
