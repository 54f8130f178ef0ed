#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's session manager that keeps count: what is asked of it not to do
stands in a file, as the sum of the flags of all who ask. Told to log out, it asks
the program that is registered, and ends its session once that agrees.

session_manager.py FILE: runs until it is ended."""

import contextlib
import pathlib
import subprocess
import sys

import processes
from gi.repository import Gio, GLib

NAME = 'org.gnome.SessionManager'
PATH = '/org/gnome/SessionManager'
CLIENT = f'{PATH}/Client1'
PRIVATE = f'{NAME}.ClientPrivate'
WAIT = 20  # seconds

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
    <method name="UnregisterClient"><arg type="o" direction="in"/></method>
    <method name="Logout"><arg type="u" direction="in"/></method>
  </interface>
  <interface name="{PRIVATE}">
    <method name="EndSessionResponse">
      <arg type="b" direction="in"/><arg type="s" direction="in"/>
    </method>
    <signal name="QueryEndSession"><arg type="u"/></signal>
    <signal name="EndSession"><arg type="u"/></signal>
  </interface>
</node>"""


class SessionManager:
    """Answers as GNOME's does."""

    def __init__(self, file):
        self._file = pathlib.Path(file)
        self._inhibited = {}
        self._last = 0
        self._client = None  # the bus name of the program that is registered
        self._asked = None  # what it was told last, as a session ends
        self._tell()

    def _tell(self):
        flags = 0
        for asked in self._inhibited.values():
            flags |= asked
        new = self._file.with_suffix('.new')
        new.write_text(str(flags), encoding='ascii')
        new.rename(self._file)

    def _signal(self, connection, name):
        self._asked = name
        connection.emit_signal(self._client, CLIENT, PRIVATE, name, GLib.Variant('(u)', (0,)))

    def call(self, *arguments):
        connection, sender = arguments[:2]
        name, values, invocation = arguments[4:7]
        result = None
        if name == 'RegisterClient':
            self._client = sender
            result = GLib.Variant('(o)', (CLIENT,))
        elif name == 'Inhibit':
            self._last += 1
            self._inhibited[self._last] = values[3]
            result = GLib.Variant('(u)', (self._last,))
        elif name == 'Uninhibit':
            del self._inhibited[values[0]]
        elif name == 'Logout':
            self._signal(connection, 'QueryEndSession')
        elif name == 'EndSessionResponse' and values[0] and self._asked == 'QueryEndSession':
            self._signal(connection, 'EndSession')
        self._tell()
        invocation.return_value(result)


def ask_bus(*arguments):
    """Calls a method on the session bus, and returns what it answers."""
    asked = subprocess.run(
        ['gdbus', 'call', '--session', *arguments], check=True, capture_output=True, text=True
    )
    return asked.stdout


def _is_owned(name):
    return 'true' in ask_bus(
        '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus',
        '--method', 'org.freedesktop.DBus.NameHasOwner', name,
    )  # fmt: skip


@contextlib.contextmanager
def desktop(stage):
    """A session manager; gives what tells the flags that it is asked for."""
    file = stage.folder / 'inhibited'
    manager = processes.start('/usr/bin/python3', __file__, file)
    processes.until(lambda: _is_owned(NAME), WAIT, 'The session manager is there')
    try:
        yield lambda: int(file.read_text(encoding='ascii'))
    finally:
        processes.end(manager)


def log_out():
    """As the person does, or the system that shuts down."""
    ask_bus('--dest', NAME, '--object-path', PATH, '--method', f'{NAME}.Logout', '2')


def main():
    manager = SessionManager(sys.argv[1])
    public, private = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces

    def acquired(connection, _name):
        connection.register_object(PATH, public, manager.call, None, None)
        connection.register_object(CLIENT, private, manager.call, None, None)

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, acquired, None, None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
