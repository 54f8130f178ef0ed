#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That help, manual page and program say the same."""

import re

from program import Place, tap

MANUAL = tap.ROOT / 'data' / 'onsite.1'


def commands_of_help(text):
    block = text.split('Commands:\n')[1].split('\n\n')[0]
    call = r'  ([a-z]+(?: [a-z]+)?)(?: ([A-Z]+)…?)?(?: |$)'
    return dict(re.match(call, line).groups() for line in block.splitlines())


def options_of_help(text):
    return set(re.findall(r'--[a-z-]+', text.split('Options:\n')[1]))


def commands_of_manual(text):
    listed = re.findall(r'^\.It Cm ([a-z ]+?)(?: Ar ([A-Z]+)(?: \.\.\.)?)?$', text, re.MULTILINE)
    return {name: argument or None for name, argument in listed}


def options_of_manual(text):
    items = re.findall(r'^\.It (Fl .*)$', text, re.MULTILINE)
    return {f'--{name}' for item in items for name in re.findall(r'Fl -([a-z-]+)|, -([a-z-]+)', item)
            for name in name if name}


def summaries_of_help(text):
    block = text.split('Commands:\n')[1].split('\n\n')[0]
    return [line[2:].split('  ', 1)[1].strip() for line in block.splitlines()]


@tap.test
def the_manual_page_is_well_formed():
    """mandoc finds no fault in the manual page"""
    assert tap.output_of('mandoc', '-T', 'lint', '-W', 'style', MANUAL) == ''


@tap.test
def commands_agree():
    """help and manual page name the same commands, with the same arguments"""
    with Place() as place:
        helped = commands_of_help(place.succeed('--help'))
        assert len(helped) > 0
        assert helped == commands_of_manual(MANUAL.read_text(encoding='utf-8'))


@tap.test
def options_agree():
    """help and manual page name the same options"""
    with Place() as place:
        texts = [place.succeed('--help')]
        texts += [place.succeed(*name.split(), '--help') for name in commands_of_help(texts[0])]
        helped = set().union(*(options_of_help(text) for text in texts))
        manual = options_of_manual(MANUAL.read_text(encoding='utf-8'))
        assert len(helped) > 0
        assert helped == manual, helped ^ manual


@tap.test
def each_command_explains_itself():
    """each command has help of its own, with its summary and its argument"""
    with Place() as place:
        text = place.succeed('-h')
        commands = commands_of_help(text)
        for (name, argument), summary in zip(commands.items(), summaries_of_help(text)):
            own = place.succeed(*name.split(), '-h')
            assert summary in own
            usage = own.splitlines()[1]
            assert usage.rstrip('…').endswith(f'{name} {argument}' if argument else name), usage


@tap.test
def the_version_is_that_of_the_build():
    """the version is that of meson.build"""
    version = re.search(r"version: '([^']+)'", (tap.ROOT / 'meson.build').read_text())[1]
    with Place() as place:
        assert place.succeed('--version') == f'onsite {version}\n'
        assert place.succeed('list', '--version') == f'onsite {version}\n'


@tap.test
def help_makes_nothing():
    """help and version touch no file"""
    with Place() as place:
        place.succeed('--help')
        place.succeed('--version')
        assert place.files() == []


if __name__ == '__main__':
    tap.main()
