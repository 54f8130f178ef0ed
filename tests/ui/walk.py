# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through every page, as somebody would who hears it and doesn't see it."""

import tap
import tour
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


def complaints(page, nodes):
    for node in nodes:
        if node.is_ours and (is_nameless(node) or is_roleless(node)):
            place = ' in '.join(str(above) for above in [node, *node.ancestors()][:5])
            yield f'{page}: {place}'


@tap.test
def _walk():
    """Everything that takes the focus has a name and a role, and every picture a name, on every page."""
    pages, wrong = [], []

    def visit(page, app):
        pages.append(page)
        if page not in tour.FOREIGN_PAGES:
            wrong.extend(complaints(page, app.shown()))

    with Stage(tap.BUILD) as stage:
        tour.take(stage, visit)

    assert len(pages) >= LEAST_PAGES, pages
    tap.no_complaints(wrong)


if __name__ == '__main__':
    tap.main()
