# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be seen of a program by accessibility, as a person with a screen
reader would meet it: only what is shown, by role and by name."""

import re
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

Role = Atspi.Role
State = Atspi.StateType

# A list that is endless to the eye is not gone through to its end.
MOST_CHILDREN = 400

# What shows one of several and hides the others, which GTK 4.8 tells of all the
# same: the pages of a stack, and the parent of a leaflet's pages.
PILES = ('GtkStackPage', 'AdwViewStackPage', 'AdwLeaflet')
PILE_ROLES = (Role.PANEL, Role.FILLER)

SWITCHER = 'AdwViewSwitcherBar'

# A thing without a name is called by its type, with GTK 4.8.
TYPE = re.compile('(Gtk|Adw|Onsite)[A-Z]')

# Not ours: the cross of a toast.
FOREIGN = 'AdwToastWidget'

# What an object keeps for its life; the rest is asked for at each question.
LASTING = Atspi.Cache.INTERFACES | Atspi.Cache.ROLE

_WINDOW = Atspi.CoordType.WINDOW

ASK_AGAIN_S = 2
_asked = {}  # when all below a page was asked for


def _tidy(name):
    """Without the underscore of a mnemonic; and once, for GTK 4.8 gives the
    name of a button twice when it has a label."""
    name = (name or '').replace('_', '', 1)
    half = len(name) // 2
    twice = len(name) % 2 == 1 and name[:half] == name[half + 1 :] and name[half] == ' '
    return name[:half] if twice else name


class Node:
    """One accessible object, read anew at each question."""

    def __init__(self, accessible, parent=None):
        self.accessible = accessible
        self.parent = parent
        self._is_pile = None

    @property
    def name(self):
        return _tidy(self.accessible.get_name())

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def role(self):
        return self.accessible.get_role()

    @property
    def role_name(self):
        return self.role.value_nick

    @property
    def interfaces(self):
        return self.accessible.get_interfaces()

    @property
    def is_unnamed(self):
        return not self.name or TYPE.match(self.name) is not None

    @property
    def is_ours(self):
        return all(above.name != FOREIGN for above in self.ancestors())

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def extents(self):
        """Where it is in its window, or None where it can be nowhere."""
        if 'Component' not in self.interfaces:
            return None
        return Atspi.Component.get_extents(self.accessible, _WINDOW)

    @property
    def shown(self):
        """Whether it is there to be seen, or would be after some scrolling."""
        if not self.has(State.VISIBLE):
            return False
        place = self.extents
        if place is not None and 0 in (place.width, place.height):
            return False
        return not (self.parent and self.parent.is_pile) or self._is_on_top()

    @property
    def is_pile(self):
        """Whether of its children only one is to be seen. Not a stack, but each
        of its pages is: it has no place itself, only its one child has. The
        stack of a menu is left out, for it lies in no window."""
        if self._is_pile is None:
            self._is_pile = (
                self.role in PILE_ROLES
                and (self.accessible.get_name() in PILES or self._is_view_stack())
                and not any(above.role == Role.MENU for above in self.ancestors())
            )
        return self._is_pile

    def _is_view_stack(self):
        """Nothing tells of it but what is below it, in a window of preferences."""
        page = self.parent and self.parent.parent
        return (
            page is not None
            and page.accessible.get_name() == 'GtkStackPage'
            and any(child.accessible.get_name() == SWITCHER for child in self.parent.children())
        )

    def _is_on_top(self):
        """Whether what is met in it belongs to it. GTK 4.8 names nothing under
        an open popover, so that several places are tried; and only what it was
        asked for before, so that all is asked for, if not just now."""
        if self._is_met():
            return True
        now = time.monotonic()
        if now - _asked.get(self.accessible, 0) < ASK_AGAIN_S:
            return False
        _asked[self.accessible] = now
        for _unused in self._everything():
            pass
        return self._is_met()

    def _is_met(self):
        place = self.extents
        middle = place.x + place.width // 2
        return any(
            self._is_met_at(middle, place.y + place.height * part // 8) for part in (4, 1, 7, 2, 6)
        )

    def _is_met_at(self, x, y):
        met = Atspi.Component.get_accessible_at_point(self.window.accessible, x, y, _WINDOW)
        while met is not None and met != self.accessible:
            met = met.get_parent()
        return met is not None

    def _everything(self):
        for child in self.children():
            yield child
            yield from child._everything()

    @property
    def window(self):
        node = self
        while node.parent is not None and node.parent.role != Role.APPLICATION:
            node = node.parent
        return node

    @property
    def text(self):
        """What a label or an entry says; GTK 4.8 gives it for a length alone."""
        if 'Text' not in self.interfaces:
            return self.name
        count = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, count) or self.name

    def children(self):
        count = min(self.accessible.get_child_count(), MOST_CHILDREN)
        for index in range(count):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child, self)

    def walk(self):
        """Everything below that is shown, from the top."""
        for child in self.children():
            if child.shown:
                yield child
                yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def actions(self):
        if 'Action' not in self.interfaces:
            return []
        count = Atspi.Action.get_n_actions(self.accessible)
        return [Atspi.Action.get_action_name(self.accessible, i) for i in range(count)]

    def act(self, action=0):
        """Does the first action of a control, or that of a name."""
        names = self.actions()
        assert names, f'{self} can do nothing'
        if isinstance(action, str):
            assert action in names, f'{self} cannot {action}, but {names}'
            action = names.index(action)
        assert Atspi.Action.do_action(self.accessible, action), f'{self} did not act'

    def write(self, text):
        assert 'EditableText' in self.interfaces, f'{self} cannot be written into'
        done = Atspi.EditableText.set_text_contents(self.accessible, text)
        assert done, f'{self} took no text'

    def __str__(self):
        return f'{self.role_name} “{self.name}”'


def read(question, fallback=None):
    """An answer, or the fallback where what was asked has gone meanwhile."""
    try:
        return question()
    except GLib.Error:
        return fallback


def program(pid):
    """The root of a program, or None while it has not come yet."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        accessible = read(lambda i=index: desktop.get_child_at_index(i))
        if accessible and read(accessible.get_process_id) == pid:
            accessible.set_cache_mask(LASTING)
            return Node(accessible)
    return None
