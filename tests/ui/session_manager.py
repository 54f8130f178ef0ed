#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's session manager that does nothing but keep count: what is asked
of it not to do stands in a file, as the sum of the flags of all who ask.

session_manager.py FILE: runs until it is ended."""

import pathlib
import sys

from gi.repository import Gio, GLib

NAME = 'org.gnome.SessionManager'
PATH = '/org/gnome/SessionManager'

LOGOUT, SUSPEND, IDLE = 1, 4, 8

INTERFACE = f"""
<node>
  <interface name="{NAME}">
    <method name="RegisterClient">
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/>
      <arg type="s" direction="in"/><arg type="u" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="Uninhibit"><arg type="u" direction="in"/></method>
  </interface>
</node>"""


class SessionManager:
    """Answers as GNOME's does."""

    def __init__(self, file):
        self._file = pathlib.Path(file)
        self._inhibited = {}
        self._last = 0
        self._tell()

    def _tell(self):
        flags = 0
        for asked in self._inhibited.values():
            flags |= asked
        new = self._file.with_suffix('.new')
        new.write_text(str(flags), encoding='ascii')
        new.rename(self._file)

    def call(self, *arguments):
        name, values, invocation = arguments[4:7]
        result = None
        if name == 'RegisterClient':
            result = GLib.Variant('(o)', (f'{PATH}/Client1',))
        elif name == 'Inhibit':
            self._last += 1
            self._inhibited[self._last] = values[3]
            result = GLib.Variant('(u)', (self._last,))
        else:
            del self._inhibited[values[0]]
        self._tell()
        invocation.return_value(result)


def main():
    manager = SessionManager(sys.argv[1])
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]

    def acquired(connection, _name):
        connection.register_object(PATH, interface, manager.call, None, None)

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, acquired, None, None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
