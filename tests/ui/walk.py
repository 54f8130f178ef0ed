# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through every page, as somebody would who hears it and doesn't see it."""

import re

import tap
import tour
from nodes import Role, State
from stage import Stage

# What takes the focus only to hand it on, and is named by what it holds.
HOLDERS = (Role.SCROLL_PANE, Role.LIST, Role.LIST_ITEM)

# A thing without a name is called by its type, with GTK 4.8.
TYPE = re.compile('(Gtk|Adw|Onsite)[A-Z]')

# What is not ours: windows of the libraries, and the cross of a toast.
FOREIGN_PAGES = ('about', 'shortcuts')
FOREIGN = 'AdwToastWidget'

LEAST_PAGES = 20


def is_unnamed(node):
    return not node.name or TYPE.match(node.name)


def is_ours(node):
    return all(above.name != FOREIGN for above in node.ancestors())


def complaints(page, nodes):
    for node in nodes:
        if (
            node.has(State.FOCUSABLE)
            and node.role not in HOLDERS
            and is_unnamed(node)
            and is_ours(node)
        ):
            place = ' in '.join(str(above) for above in [node, *node.ancestors()][:5])
            yield f'{page}: {place}'


@tap.test
def _walk():
    """Everything that takes the focus has a name, on every page."""
    pages, wrong = [], []

    def visit(page, app):
        pages.append(page)
        if page not in FOREIGN_PAGES:
            wrong.extend(complaints(page, app.shown()))

    with Stage(tap.BUILD) as stage:
        tour.take(stage, visit)

    assert len(pages) >= LEAST_PAGES, pages
    tap.no_complaints(wrong)


if __name__ == '__main__':
    tap.main()
