#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every C source and script has to keep to: style, size, head."""

import json
import pathlib
import tempfile

import tap

LONGEST_FUNCTION = 60
LONGEST_FILE = 800

# What only lists properties, signals and template children is a table, as
# long as they are many.
TABLES = ('_class_init', '_get_property', '_set_property')


def functions_of(path):
    """Name and number of lines of each function, from universal-ctags."""
    tags = tap.output_of(
        'ctags', '--output-format=json', '--languages=C', '--kinds-C=f', '--fields=+ne', '-f', '-',
        path
    )
    for line in tags.splitlines():
        tag = json.loads(line)
        yield tag['name'], tag['end'] - tag['line'] + 1


def judge_size(path):
    complaints = []
    lines = len(path.read_text(encoding='utf-8').splitlines())
    if lines > LONGEST_FILE:
        complaints.append(f'{path}: {lines} lines; from {LONGEST_FILE} on it is two files')
    for name, length in functions_of(path):
        if length > LONGEST_FUNCTION and not name.endswith(TABLES):
            complaints.append(f'{path}: {name} has {length} lines')
    return complaints


def judge_text(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'example.c'
        path.write_text(text)
        return judge_size(path)


@tap.test
def no_file_and_no_function_is_too_long():
    """no C file has over 800 lines, no function over 60"""
    complaints = []
    for path in tap.files('*.c', '*.h'):
        complaints += judge_size(path)
    tap.no_complaints(complaints)


@tap.test
def a_long_function_is_found():
    """the checker finds a function of 61 lines, and lets one of 60 pass"""
    head, tail = 'static void\nonsite_frob (void)\n{\n', '}\n'
    tap.no_complaints(judge_text(head + '  frob ();\n' * 57 + tail))
    assert len(judge_text(head + '  frob ();\n' * 58 + tail)) == 1


@tap.test
def a_long_file_is_found():
    """the checker finds a file of 801 lines, and lets one of 800 pass"""
    tap.no_complaints(judge_text('\n' * 800))
    assert len(judge_text('\n' * 801)) == 1


def judge_names(paths):
    rooms = {}
    for path in paths:
        rooms.setdefault(path.name, []).append(path.parent.name)
    return [f'{name} is in {" and ".join(found)}' for name, found in rooms.items() if found[1:]]


@tap.test
def no_two_rooms_have_a_header_of_the_same_name():
    """no two rooms have a header, and so a type, of the same name"""
    tap.no_complaints(judge_names(tap.files('src/*.h')))
    there = pathlib.Path('src')
    assert len(judge_names([there / 'app/onsite-frob.h', there / 'loop/onsite-frob.h'])) == 1


@tap.test
def clang_format_has_nothing_to_change():
    """clang-format has nothing to change"""
    tap.output_of('clang-format', '--dry-run', '-Werror', *tap.files('*.c', '*.h'), cwd=tap.ROOT)


@tap.test
def every_source_names_its_licence():
    """every source names its licence in the first lines, every header guards itself"""
    complaints = []
    for path in tap.files('*.c', '*.h', '*.py', '*/meson.build', 'meson.build', 'dev', '.ci/run'):
        head = path.read_text(encoding='utf-8').split('\n')[:3]
        if not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for line in head):
            complaints.append(f'{tap.name_of(path)}: no SPDX line')
        if path.suffix == '.h' and '#pragma once' not in path.read_text(encoding='utf-8'):
            complaints.append(f'{tap.name_of(path)}: no #pragma once')
    tap.no_complaints(complaints)


@tap.test
def shellcheck_is_content():
    """shellcheck has nothing to say about the shell scripts"""
    tap.output_of('shellcheck', 'dev', '.ci/run', cwd=tap.ROOT)


if __name__ == '__main__':
    tap.main()
