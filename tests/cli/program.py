# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, run without a display on a library in a folder of its own."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'ground'))

import tap  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = tap.BUILD / 'src' / 'onsite'
TINY_PACK = tap.ROOT / 'tests' / 'fixtures' / 'packs' / 'tiny.json'
UUID = re.compile(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
TIMEOUT_S = 60


class Place:
    """A home folder that goes away, and the program in it."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='onsite-cli-')
        self.home = pathlib.Path(self.folder.name)
        self.library = self.home / 'data' / 'onsite' / 'library.onsite'
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE')
        }
        self.environment |= {
            'HOME': str(self.home),
            'XDG_DATA_HOME': str(self.home / 'data'),
            'XDG_CACHE_HOME': str(self.home / 'cache'),
            'XDG_CONFIG_HOME': str(self.home / 'config'),
            'GSETTINGS_BACKEND': 'memory',
            'G_DEBUG': 'fatal-criticals',
            'LC_ALL': 'C.UTF-8',
            'TZ': 'UTC',
        }
        # Or else a sanitizer tells what it went over where only complaints are expected.
        self.environment['LSAN_OPTIONS'] = ':'.join(
            filter(None, (os.environ.get('LSAN_OPTIONS'), 'print_suppressions=0'))
        )
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def run(self, *arguments, **options):
        options = {'stdout': subprocess.PIPE, 'env': self.environment, **options}
        return subprocess.run(
            [str(part) for part in (PROGRAM, *arguments)],
            stderr=subprocess.PIPE, text=True, check=False, cwd=self.home, timeout=TIMEOUT_S,
            **options,
        )

    def succeed(self, *arguments):
        """What it prints, all being well."""
        done = self.run(*arguments)
        assert done.returncode == 0, (arguments, done.returncode, done.stderr)
        assert done.stderr == '', (arguments, done.stderr)
        return done.stdout

    def fail(self, *arguments, status=1):
        """What it says, ending with this status."""
        done = self.run(*arguments)
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        assert done.stderr.startswith('onsite: '), (arguments, done.stderr)
        return done.stderr

    def json(self, *arguments):
        return json.loads(self.succeed('--json', *arguments))

    def sample(self):
        """The id of a sample loop from the tiny pack."""
        return self.succeed('--pack', TINY_PACK, 'sample').strip()

    def tiny(self, name, **fields):
        """The tiny pack with other fields, in a file of this name."""
        path = self.home / name
        path.write_text(
            re.sub(
                r'^  "(\w+)": ".*"',
                lambda line: f'  "{line[1]}": "{fields[line[1]]}"' if line[1] in fields else line[0],
                TINY_PACK.read_text(encoding='utf-8'), flags=re.MULTILINE,
            ),
            encoding='utf-8',
        )
        return path

    def answers(self, loop):
        return [answer for part in self.json('show', loop)['rounds'] for answer in part['answers']]

    def files(self):
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob('*'))
