# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that take nothing, or soon nothing more, for the program that is tried."""

import contextlib
import pathlib
import subprocess

OWN_MOUNTS = ('unshare', '--mount', '--map-current-user', '--keep-caps')
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'
SMALL = 'mount -t tmpfs -o size={size},mode=700 tmpfs "$0"'


@contextlib.contextmanager
def _mounted(folder, mount):
    """Mounts for one process and its children, which it gives the wrapper of; in a
    chroot, where that is not permitted, for all."""
    tried = subprocess.run([*OWN_MOUNTS, 'true'], stderr=subprocess.DEVNULL, check=False)
    if tried.returncode == 0:
        yield (*OWN_MOUNTS, 'sh', '-c', mount + ' && exec "$@"', folder)
        return
    subprocess.run(['sh', '-c', mount, folder], check=True)
    try:
        yield ()
    finally:
        subprocess.run(['umount', folder], check=True)


def read_only(folder):
    """Makes a folder a mount that can only be read."""
    return _mounted(folder, READ_ONLY)


def small(folder, size):
    """Makes a folder a disk of its own, of so many bytes (such as "24m")."""
    return _mounted(folder, SMALL.format(size=size))


def seen_by(app, folder):
    """The folder as a program sees it that has mounts of its own."""
    return pathlib.Path(f'/proc/{app.pid}/root') / folder.relative_to('/')
