#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page in every look, into a folder for each look."""

import argparse
import contextlib
import pathlib
import shutil
import subprocess
import sys
import time

import tour
from stage import Stage

# How long a picture may go on changing: a clock and a level meter never rest.
STILL_S = 1.0

LOOKS = {
    'light': {},
    'dark': {'environment': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}},
    'high-contrast': {'environment': {'ADW_DEBUG_HIGH_CONTRAST': '1'}},
    'right-to-left': {'environment': {'LANGUAGE': 'ar'}},
    'large-text': {'dpi': 192},
    'narrow': {'window_width': 360, 'window_height': 720},
}


# GTK asks its own translation for the direction, and GLib hands it out only to
# a program that is translated itself: one without a single message is enough.
EMPTY = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


@contextlib.contextmanager
def translated(build, language):
    if not language:
        yield
        return
    folder = build.resolve() / 'po' / language
    (folder / 'LC_MESSAGES').mkdir(parents=True)
    try:
        subprocess.run(
            ['msgfmt', '-o', folder / 'LC_MESSAGES' / 'onsite.mo', '-'],
            input=EMPTY,
            text=True,
            check=True,
        )
        yield
    finally:
        shutil.rmtree(folder)


def picture(app, path):
    """What the display shows as soon as it rests, or nearly so."""
    deadline = time.monotonic() + STILL_S
    before = None
    while True:
        app.picture(path)
        now = path.read_bytes()
        if now == before or time.monotonic() > deadline:
            return
        before = now


def take(build, folder, look):
    options = dict(LOOKS[look])
    dpi = options.pop('dpi', 96)
    width = options.get('window_width', 1000)
    height = options.setdefault('window_height', 760)
    options.setdefault('window_width', width)
    folder.mkdir(parents=True, exist_ok=True)

    def visit(page, app):
        print(f'{look}: {page}', flush=True)
        picture(app, folder / f'{page}.png')

    language = options.get('environment', {}).get('LANGUAGE')
    with translated(build, language), Stage(build, screen=f'{width}x{height}x24') as stage:
        subprocess.run(['xrdb', '-merge'], input=f'Xft.dpi: {dpi}\n', text=True, check=True)
        tour.take(stage, visit, **options)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--look', choices=LOOKS, help='only this one')
    arguments = parser.parse_args()
    if arguments.look:
        take(arguments.build, arguments.folder / arguments.look, arguments.look)
        return
    # A process keeps to the bus that it met first, so that each look gets one.
    for look in LOOKS:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], '--look', look], check=True)


if __name__ == '__main__':
    main()
