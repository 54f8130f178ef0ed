# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program without a window tells of a person's library."""

import json
import os
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


def loop(stage, home, identifier):
    return json.loads(onsite(stage, home, 'show', identifier, '--json'))
