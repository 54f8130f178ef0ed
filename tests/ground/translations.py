#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That every string can be translated, and is."""

import pathlib
import subprocess
import tempfile

import tap

PO = tap.ROOT / 'po'

# The keywords of meson's preset "glib", so that what counts here is what
# "ninja onsite-pot" would find.
KEYWORDS = [
    '--from-code=UTF-8',
    '--add-comments',
    '--keyword=_',
    '--keyword=N_',
    '--keyword=C_:1c,2',
    '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2',
    '--keyword=g_dngettext:2,3',
    '--keyword=g_dpgettext2:2c,3',
]
LANGUAGES = {
    'ar': 'Arabic',
    'de': 'German',
    'es': 'Spanish',
    'fr': 'French',
    'hi': 'Hindi',
    'ja': 'Japanese',
    'pt_BR': 'Brazilian Portuguese',
    'zh_CN': 'simplified Chinese',
}
SOURCES = ('src/*.c', 'src/*.h', 'ui/*.ui', 'data/*.in', 'data/*.gschema.xml')


def lines_of(path):
    text = path.read_text(encoding='utf-8')
    return [line for line in text.splitlines() if line and not line.startswith('#')]


def template_of(paths, output):
    tap.output_of('xgettext', *KEYWORDS, '--force-po', '-o', output, *paths, cwd=tap.ROOT)
    return output


def strings_of(paths):
    """The msgids of the files, but for the empty one of the header."""
    with tempfile.NamedTemporaryFile(suffix='.pot') as pot:
        text = pathlib.Path(template_of(paths, pot.name)).read_text(encoding='utf-8')
    return [line for line in text.splitlines() if line.startswith('msgid "')][1:]


def statistics_of(po):
    told = subprocess.run(
        ['msgfmt', '--check', '--check-accelerators=_', '--statistics', '-o', '/dev/null', po],
        capture_output=True, text=True, check=False, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'},
    )
    assert told.returncode == 0, told.stderr
    return told.stderr.strip()


@tap.test
def potfiles_lists_every_source_with_strings():
    """POTFILES lists every file that has strings to translate, once, and no other"""
    with_strings = {tap.name_of(path) for path in tap.files(*SOURCES) if strings_of([path])}
    assert with_strings, 'no strings at all'
    listed = lines_of(PO / 'POTFILES')
    complaints = [f'{name}: not listed' for name in sorted(with_strings - set(listed))]
    complaints += [f'{name}: has no strings' for name in sorted(set(listed) - with_strings)]
    complaints += [f'{name}: listed twice' for name in set(listed) if listed.count(name) > 1]
    tap.no_complaints(complaints)


@tap.test
def every_language_is_there_and_sound():
    """LINGUAS names the languages that are there, and msgfmt finds no fault in them"""
    there = sorted(path.stem for path in PO.glob('*.po'))
    assert sorted(lines_of(PO / 'LINGUAS')) == there, there
    for language in there:
        statistics_of(PO / f'{language}.po')


@tap.test
def promised_languages_are_there():
    """LINGUAS names the languages that README.md promises, and no other"""
    readme = (tap.ROOT / 'README.md').read_text(encoding='utf-8')
    promised = [code for code, name in LANGUAGES.items() if name in readme]
    assert sorted(lines_of(PO / 'LINGUAS')) == sorted(promised), promised


@tap.test
def every_language_has_every_string_of_today():
    """every language has a translation of every string of today, none of them fuzzy"""
    with tempfile.TemporaryDirectory() as folder:
        template = template_of(lines_of(PO / 'POTFILES'), f'{folder}/onsite.pot')
        for language in lines_of(PO / 'LINGUAS'):
            merged = f'{folder}/{language}.po'
            tap.output_of('msgmerge', '-q', '-o', merged, PO / f'{language}.po', template)
            told = statistics_of(merged)
            assert 'fuzzy' not in told and 'untranslated' not in told, f'{language}: {told}'


if __name__ == '__main__':
    tap.main()
