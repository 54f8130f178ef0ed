# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader would say by itself, of what it is told on the bus."""

import nodes
import processes
from nodes import Atspi, GLib, Role, State

NAME = 'object:property-change:accessible-name'
DESCRIPTION = 'object:property-change:accessible-description'

# What Orca 43, the newest of Debian 12, passes over although it has the focus:
# _ignore() in its event_manager.py and onNameChanged() in scripts/default.py.
UNNAMED_ROLES = (
    Role.CANVAS, Role.ICON, Role.LABEL, Role.LIST_ITEM, Role.LIST, Role.SECTION, Role.TABLE_ROW,
    Role.TABLE_CELL, Role.MENU, Role.MENU_ITEM, Role.COMBO_BOX,
)  # fmt: skip


class Ear:
    """Listens like Orca 43 to a program of GTK 4.8, and keeps what that would say.

    Of what this GTK sends as something changes by itself, its onNameChanged()
    and onDescriptionChanged() speak a new name or description of what has the
    focus, and a new name of the active window, which is its title. Nothing
    else would do: a label sends no object:text-changed, a widget that comes no
    object:state-changed:showing, by which a role of ALERT would be spoken, and
    of object:children-changed Orca says nothing."""

    def __init__(self):
        self.said = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in (NAME, DESCRIPTION):
            assert self._listener.register(kind), f'{kind} cannot be listened to'

    def _hear(self, event, *_unused):
        words = nodes.read(lambda: self._spoken(event))
        if words:
            self.said.append(words)

    @staticmethod
    def _spoken(event):
        has = event.source.get_state_set().contains
        role = event.source.get_role()
        if role == Role.FRAME:
            heard = has(State.ACTIVE)
        else:
            heard = has(State.FOCUSED) and (event.type == DESCRIPTION or role not in UNNAMED_ROLES)
        return event.any_data if heard else None

    def hears(self, words, seconds):
        """Waits until some words are said that have these in them, and forgets
        them and all before."""

        def find():
            while GLib.MainContext.default().iteration(False):
                pass
            return next((i for i, said in enumerate(self.said) if words in said), None)

        try:
            processes.until(lambda: find() is not None, seconds, f'“{words}” is said')
        except AssertionError as error:
            raise AssertionError(f'{error}, but {self.said}') from None
        del self.said[: find() + 1]
