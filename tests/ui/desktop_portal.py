#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's portal that only makes mails: what is in them stands in a file, and what
is attached to them beside it. And a file manager that only notes what it's to show.

desktop_portal.py FOLDER: runs until it is ended."""

import json
import os
import pathlib
import sys

from gi.repository import Gio, GLib

PORTAL = 'org.freedesktop.portal.Desktop'
MANAGER = 'org.freedesktop.FileManager1'

INTERFACES = Gio.DBusNodeInfo.new_for_xml("""
<node>
  <interface name="org.freedesktop.portal.Email">
    <method name="ComposeEmail">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.FileManager1">
    <method name="ShowItems"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
  </interface>
</node>""").interfaces


class Desktop:
    """Answers as a desktop does."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)

    def _tell(self, name, text):
        new = self._folder / f'{name}.new'
        new.write_text(text, encoding='utf-8')
        new.rename(self._folder / name)

    def _mail(self, options, descriptors):
        attached = [descriptors.get(handle) for handle in options['attachment_fds']]
        with os.fdopen(attached[0], 'rb') as attachment:
            (self._folder / 'attachment').write_bytes(attachment.read())
        self._tell('mail.json', json.dumps({key: options[key] for key in ('subject', 'body')}))

    def call(self, *arguments):
        name, values, invocation = arguments[4:7]
        if name == 'ShowItems':
            self._tell('shown.json', json.dumps(values.unpack()[0]))
            invocation.return_value(None)
            return
        message = invocation.get_message()
        self._mail(values.unpack()[1], message.get_unix_fd_list())
        invocation.return_value(GLib.Variant('(o)', ('/org/freedesktop/portal/desktop/request/1/1',)))


def main():
    desktop = Desktop(sys.argv[1])

    def portal_acquired(connection, _name):
        connection.register_object(
            '/org/freedesktop/portal/desktop', INTERFACES[0], desktop.call,
            lambda *_unused: GLib.Variant('u', 3), None,
        )  # fmt: skip

    def manager_acquired(connection, _name):
        connection.register_object(
            '/org/freedesktop/FileManager1', INTERFACES[1], desktop.call, None, None
        )

    names = {PORTAL: portal_acquired, MANAGER: manager_acquired}

    def owned(_connection, name):
        del names[name]
        if not names:
            (pathlib.Path(sys.argv[1]) / 'ready').touch()

    for name, acquired in tuple(names.items()):
        Gio.bus_own_name(Gio.BusType.SESSION, name, Gio.BusNameOwnerFlags.NONE, acquired, owned, None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
