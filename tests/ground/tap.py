# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of TAP that these tests need.

Each test is a function whose docstring is its sentence; it fails by an
assertion or any other exception.
"""

import os
import pathlib
import subprocess
import sys
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('G_TEST_BUILDDIR', ROOT / 'build' / 'tests')).parent

_tests = []


def test(function):
    _tests.append(function)
    return function


def output_of(*command, **options):
    """Runs a command, which has to end well, and returns what it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **options,
    )
    assert done.returncode == 0, f'{command[0]} ended with {done.returncode}:\n{done.stdout}'
    return done.stdout


def files(*patterns):
    """The project's own files that fit, of those that git knows or would add."""
    listed = output_of(
        'git', '-c', f'safe.directory={ROOT}', '-C', ROOT, 'ls-files', '-z',
        '--cached', '--others', '--exclude-standard', '--', *patterns
    )
    paths = (ROOT / name for name in listed.split('\0') if name)
    return sorted(path for path in paths if path.is_file())


def name_of(path):
    return str(path.relative_to(ROOT))


def no_complaints(complaints):
    assert not complaints, '\n' + '\n'.join(complaints)


def main():
    failed = 0
    print(f'1..{len(_tests)}')
    for number, function in enumerate(_tests, 1):
        sentence = function.__doc__.splitlines()[0]
        try:
            function()
            print(f'ok {number} {sentence}')
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} {sentence}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
    sys.exit(1 if failed else 0)
