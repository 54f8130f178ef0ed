# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages to try, as the program writes them."""

import json
import os
import pathlib
import subprocess
import tempfile

import tap

FIXTURE = tap.ROOT / 'tests' / 'fixtures' / 'share' / 'capsule.json'
LOCALES = tap.BUILD / 'po'

# What a person hears does not matter here, how long it lasts does.
_sounds = {}


def capsule():
    return json.loads(FIXTURE.read_text(encoding='utf-8'))


def schema(name):
    file = tap.ROOT / 'data' / 'share' / f'{name}.schema.json'
    return json.loads(file.read_text(encoding='utf-8'))


def clips_of(document):
    for answer in document['answers']:
        for take in answer['takes']:
            for turn in take['turns']:
                if 'clip' in turn:
                    yield turn['clip']


def sound_of(milliseconds):
    """A hum of packets that differ in size, as an Ogg Opus file."""
    if milliseconds not in _sounds:
        tone = ['sox', '-n', '-r', '48000', '-c', '1', '-b', '16', '-t', 's16', '-', 'synth',
                str(milliseconds / 1000), 'brownnoise', 'tremolo', '3', '90']  # fmt: skip
        raw = subprocess.run(tone, check=True, stdout=subprocess.PIPE).stdout
        opus = ['opusenc', '--quiet', '--raw', '--raw-rate', '48000', '--raw-chan', '1',
                '--bitrate', '28', '--vbr', '-', '-']  # fmt: skip
        done = subprocess.run(opus, check=True, input=raw, stdout=subprocess.PIPE)
        _sounds[milliseconds] = done.stdout
    return _sounds[milliseconds]


class Page:
    """A capsule as a page in a folder of its own. Use it with "with"."""

    def __init__(self, document=None, language=''):
        self.capsule = document or capsule()
        self._language = language
        self._folder = tempfile.TemporaryDirectory(prefix='onsite-page-')
        self.path = pathlib.Path(self._folder.name) / 'report.html'

    def __enter__(self):
        folder = pathlib.Path(self._folder.name)
        document = folder / 'capsule.json'
        document.write_text(json.dumps(self.capsule), encoding='utf-8')
        for clip in clips_of(self.capsule):
            (folder / f'{clip["id"]}.opus').write_bytes(sound_of(clip['duration_ms']))
        # The writer's helper gives no memory back before it ends.
        asan = f'{os.environ.get("ASAN_OPTIONS", "")}:detect_leaks=0'
        tap.output_of(
            tap.BUILD / 'tests' / 'page' / 'write-page', document, folder, LOCALES, self.path,
            env={**os.environ, 'LANGUAGE': self._language, 'ASAN_OPTIONS': asan},
        )  # fmt: skip
        return self

    def __exit__(self, *_unused):
        self._folder.cleanup()

    @property
    def text(self):
        return self.path.read_text(encoding='utf-8')
