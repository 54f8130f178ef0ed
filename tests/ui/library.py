# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program without a window tells of a person's library."""

import contextlib
import json
import os
import sqlite3
import subprocess

from app import homes


def onsite(stage, home, *arguments):
    """What a subcommand prints; it has to end well."""
    done = subprocess.run(
        [str(stage.build / 'src' / 'onsite'), *map(str, arguments)],
        env={**os.environ, **homes(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f'{arguments} ended with {done.returncode}: {done.stderr}'
    return done.stdout


def loops(stage, home):
    return json.loads(onsite(stage, home, 'list', '--json'))


def library_file(home):
    return home / 'data' / 'onsite' / 'library.onsite'


def n_chunks(home):
    """How many rows of sound are in it."""
    with contextlib.closing(sqlite3.connect(library_file(home))) as library:
        return library.execute('SELECT count(*) FROM chunk').fetchone()[0]


def ask_next(home, question, curveball_ms):
    """Has the newest loop ask this first when it is gone on with, and throw in its curveball so soon."""
    with contextlib.closing(sqlite3.connect(library_file(home))) as library, library:
        changed = library.execute(
            'UPDATE answer SET question = ?1, curveball_ms = ?2 WHERE ordinal = 0 AND round = ('
            ' SELECT round.rowid FROM round JOIN loop ON loop.rowid = round.loop'
            ' WHERE started_at_us = 0 ORDER BY loop.created_at_us DESC, round.ordinal LIMIT 1)',
            (question, curveball_ms),
        )
        assert changed.rowcount == 1, 'No round of a loop is still to come'


def loop(stage, home, identifier):
    return json.loads(onsite(stage, home, 'show', identifier, '--json'))
