#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program whose temporary files are on a disk of their own, a small one.

on-small-disk.py MEBIBYTES PROGRAM [ARGUMENT…]

In a mount namespace where that is permitted, else, in a chroot, for all."""

import os
import subprocess
import sys
import tempfile

OWN_MOUNTS = ('unshare', '--mount', '--map-current-user', '--keep-caps')
MOUNT = 'mount -t tmpfs -o "size=$1m,mode=700" tmpfs "$0"'


def main():
    size, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='onsite-disk-') as folder:
        environment = {**os.environ, 'TMPDIR': folder}
        tried = subprocess.run([*OWN_MOUNTS, 'true'], stderr=subprocess.DEVNULL, check=False)
        if tried.returncode == 0:
            script = f'{MOUNT} && shift && exec "$@"'
            wrapped = (*OWN_MOUNTS, 'sh', '-c', script, folder, size, *command)
            return subprocess.run(wrapped, env=environment, check=False).returncode
        subprocess.run(['sh', '-c', MOUNT, folder, size], check=True)
        try:
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            subprocess.run(['umount', folder], check=True)


if __name__ == '__main__':
    sys.exit(main())
