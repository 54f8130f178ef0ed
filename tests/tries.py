#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test that says, hears and presses in real time, and once more or twice when it
fails: what a machine that stands still for a second spoils now and then. What is broken
fails each time. Each try that failed is told.

tries.py PROGRAM ARGUMENT…"""

import subprocess
import sys

TRIES = 3


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)


def main():
    for number in range(1, TRIES + 1):
        done = run(sys.argv[1:])
        if done.returncode == 0 or number == TRIES:
            break
        print(f'# Try {number} of {TRIES} failed:')
        for line in done.stdout.splitlines():
            print(f'# {line}')
        sys.stdout.flush()
    sys.stdout.write(done.stdout)
    sys.exit(done.returncode)


if __name__ == '__main__':
    main()
