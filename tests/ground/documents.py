#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That what the documents promise is there."""

import re

import tap

DOCUMENTS = ('README.md', 'HACKING.md', 'NEWS')


def text_of(name):
    return (tap.ROOT / name).read_text(encoding='utf-8')


def commands_of_dev():
    usage = tap.output_of(tap.ROOT / 'dev', 'help')
    return set(re.findall(r'^  ([a-z]+)\b', usage, re.MULTILINE))


@tap.test
def every_command_that_is_named_exists():
    """every ./dev command that a document names exists"""
    known = commands_of_dev()
    for name in DOCUMENTS:
        for command in re.findall(r'\./dev ([a-z]+)', text_of(name)):
            assert command in known, f'{name}: ./dev {command}'


@tap.test
def the_readme_tells_how_to_run_and_test():
    """README.md tells how to run it and how to test it, each as a line to copy"""
    lines = text_of('README.md').splitlines()
    assert './dev run' in lines
    assert './dev test' in lines


@tap.test
def help_names_what_dev_does():
    """./dev help names every command that ./dev takes, and no other"""
    cases = re.findall(r'^  ([a-z]+)(?: \|[^)]*)?\)', text_of('dev'), re.MULTILINE)
    assert set(cases) == commands_of_dev(), cases


@tap.test
def every_file_that_is_linked_exists():
    """every file that a document links to exists"""
    for name in DOCUMENTS:
        for target in re.findall(r'\]\((?!https?:|#)([^)#]+)', text_of(name)):
            assert (tap.ROOT / target).exists(), f'{name}: {target}'


@tap.test
def every_package_is_explained():
    """README.md names every package that ./dev installs to build or run"""
    lists = re.findall(r'^(?:build|run)_packages=\(([^)]*)\)', text_of('dev'), re.MULTILINE)
    packages = ' '.join(lists).split()
    assert len(packages) > 10
    readme = text_of('README.md')
    missing = [package for package in packages if f'`{package}`' not in readme]
    assert not missing, missing


@tap.test
def the_release_is_the_same_everywhere():
    """meson.build, the metainfo and NEWS agree on the version"""
    version = re.search(r"version: '([^']+)'", text_of('meson.build'))[1]
    assert re.search(rf'^Onsite {re.escape(version)}\b', text_of('NEWS'), re.MULTILINE)
    metainfo = text_of('data/io.github.onsite.Onsite.metainfo.xml.in')
    assert re.search(r'<release version="([^"]+)"', metainfo)[1] == version


if __name__ == '__main__':
    tap.main()
