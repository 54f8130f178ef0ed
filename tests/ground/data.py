#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop, the software centre and Flatpak read of Onsite."""

import json
import os
import pathlib
import re
import shutil
import tempfile

import tap

ID = 'io.github.onsite.Onsite'
REVIEW_TYPE = 'application/vnd.onsite.review+json'
ICONS = {
    'scalable': tap.ROOT / f'data/icons/hicolor/scalable/apps/{ID}.svg',
    'symbolic': tap.ROOT / f'data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
}


def manifest():
    shown = tap.output_of(
        'flatpak-builder', '--show-manifest', tap.ROOT / f'flatpak/{ID}.json', cwd=tap.ROOT
    )
    return json.loads(shown[shown.index('{'):])


@tap.test
def the_desktop_file_is_valid():
    """the desktop file is valid, as it is and with its translations"""
    with tempfile.TemporaryDirectory() as folder:
        untranslated = pathlib.Path(folder) / f'{ID}.desktop'
        untranslated.write_bytes((tap.ROOT / f'data/{ID}.desktop.in').read_bytes())
        tap.output_of('desktop-file-validate', untranslated)
    tap.output_of('desktop-file-validate', tap.BUILD / f'data/{ID}.desktop')


@tap.test
def the_metainfo_is_valid():
    """the AppStream metainfo is valid, as it is and with its translations"""
    for path in (tap.ROOT / f'data/{ID}.metainfo.xml.in', tap.BUILD / f'data/{ID}.metainfo.xml'):
        tap.output_of('appstreamcli', 'validate', '--no-net', path)


def desk(folder):
    """A person's data as an installation leaves them; the environment in which they are found."""
    data = pathlib.Path(folder)
    for place in ('mime/packages', 'applications', 'bin'):
        (data / place).mkdir(parents=True)
    shutil.copy(tap.BUILD / f'data/{ID}.xml', data / 'mime/packages')
    shutil.copy(tap.BUILD / f'data/{ID}.desktop', data / 'applications')
    (data / 'bin/onsite').symlink_to('/bin/true')
    tap.output_of('update-mime-database', data / 'mime')
    tap.output_of('update-desktop-database', data / 'applications')
    return {
        **os.environ, 'XDG_DATA_HOME': str(data), 'XDG_CONFIG_HOME': str(data / 'config'),
        'PATH': f'{data}/bin:{os.environ["PATH"]}', 'GIO_USE_VFS': 'local', 'LC_ALL': 'C.UTF-8',
    }  # fmt: skip


def type_of(path, environment):
    told = tap.output_of('gio', 'info', '-a', 'standard::content-type', path, env=environment)
    return re.search(r'standard::content-type: (\S+)', told)[1]


@tap.test
def a_review_has_a_type_of_its_own():
    """a review is known by its name and by its first words, and Onsite opens it"""
    review = json.dumps({'format': 'onsite-review', 'version': 1}, indent=1)
    with tempfile.TemporaryDirectory() as folder:
        environment = desk(folder)
        for name, content, expected in (
            ('Review - Ada.onsite-review', '{}', REVIEW_TYPE),
            ('Review - Ada.onsite-review', review, REVIEW_TYPE),
            ('attachment', review, REVIEW_TYPE),
            ('capsule.json', review.replace('review', 'capsule'), 'application/json'),
        ):  # fmt: skip
            path = pathlib.Path(folder) / name
            path.write_text(content, encoding='utf-8')
            found = type_of(path, environment)
            assert found == expected, f'{name}: {content}: {found}'
        told = tap.output_of('gio', 'mime', REVIEW_TYPE, env=environment)
        assert told.splitlines()[0].endswith(f'{ID}.desktop'), told


@tap.test
def the_settings_schema_is_valid():
    """the settings schema is valid, and every key says what it is"""
    tap.output_of('glib-compile-schemas', '--strict', '--dry-run', tap.ROOT / 'data')
    schema = tap.ROOT / f'data/{ID}.gschema.xml'
    bare = tap.output_of('xmllint', '--xpath', 'count(//key[not(summary and description)])', schema)
    assert int(bare) == 0, f'{bare} keys without summary or description'


@tap.test
def the_icons_show_something():
    """each icon is well-formed, and at 16 and 128 pixels neither empty nor full"""
    for path in ICONS.values():
        tap.output_of('xmllint', '--noout', path)
        for size in (16, 128):
            with tempfile.NamedTemporaryFile(suffix='.png') as png:
                tap.output_of('rsvg-convert', '-w', size, '-h', size, path, '-o', png.name)
                shown = tap.output_of(
                    'identify', '-format', '%w %h %[fx:mean.a]', png.name
                )
            width, height, covered = (float(word) for word in shown.split())
            assert (width, height) == (size, size), shown
            assert 0.15 < covered < 0.95, f'{path.name} at {size}: {covered:.2f} of it is painted'


@tap.test
def the_colour_icon_has_colours():
    """the colour icon has colours, the symbolic one has one alone"""
    colours = {
        kind: set(re.findall('#[0-9a-f]{6}', path.read_text(encoding='utf-8')))
        for kind, path in ICONS.items()
    }
    assert len(colours['scalable']) > 4, colours
    assert len(colours['symbolic']) == 1, colours


@tap.test
def the_manifest_is_valid_and_asks_for_no_network():
    """the Flatpak manifest is valid, and asks for neither network nor files"""
    wanted = manifest()['finish-args']
    for permission in wanted:
        assert permission != '--share=network', permission
        assert not permission.startswith('--filesystem'), permission


@tap.test
def every_module_is_pinned():
    """every module that the Flatpak manifest fetches is pinned by tag and commit"""
    fetched = 0
    for module in manifest()['modules']:
        for source in module['sources']:
            if source['type'] != 'dir':
                fetched += 1
                assert source['type'] == 'git' and source['tag'], source
                assert len(source['commit']) == 40, source
    assert fetched > 0


if __name__ == '__main__':
    tap.main()
