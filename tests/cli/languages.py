#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That a translation comes all the way to the person."""

import gettext

from program import Place, tap

LANGUAGES = (tap.ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
SENTENCE = 'Without a command, Onsite opens its window.'


def translated(language, text):
    catalogue = gettext.translation('onsite', tap.BUILD / 'po', [language])
    words = catalogue.pgettext('command', text)
    assert words != text, f'{language}: not translated'
    return words


def merged(kind, ending):
    """A file of today with its translations. What the build made may be older
    than they are: meson merges again only when the file itself has changed."""
    template = tap.ROOT / f'data/io.github.onsite.Onsite.{ending}.in'
    return tap.output_of(
        'msgfmt', kind, '--template', template, '-d', tap.ROOT / 'po', '-o', '-'
    )


@tap.test
def the_program_speaks_each_language():
    """the program speaks the language that the person chose"""
    for language in LANGUAGES:
        with Place() as place:
            assert SENTENCE in place.succeed('--help')
            place.environment['LANGUAGE'] = language
            helped = place.succeed('--help')
            assert translated(language, SENTENCE) in helped, (language, helped)
            assert SENTENCE not in helped, (language, helped)


@tap.test
def an_error_speaks_each_language():
    """an error of a room that the program is made of speaks it too"""
    for language in LANGUAGES:
        with Place() as place:
            broken = place.home / 'broken.json'
            broken.write_text('[1,]', encoding='utf-8')
            told = place.fail('--pack', broken, 'packs')
            place.environment['LANGUAGE'] = language
            assert place.fail('--pack', broken, 'packs') != told, (language, told)


@tap.test
def the_desktop_is_told_in_each_language():
    """the menu of programs and the software centre are told what Onsite is in each language"""
    for language in LANGUAGES:
        assert f'\nComment[{language}]=' in merged('--desktop', 'desktop')
        assert f'<summary xml:lang="{language}">' in merged('--xml', 'metainfo.xml')


if __name__ == '__main__':
    tap.main()
