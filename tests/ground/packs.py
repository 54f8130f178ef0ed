#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the program knows no pack by heart: what is in one, it says from there."""

import json
import re

import tap

# What means something else in the program, such as a member of a chart in a guide, or of
# a capsule.
OWN_WORDS = {'values', 'delivery', 'evidence'}

NAMED = (
    'principles', 'checklist', 'categories', 'dimensions', 'votes', 'rounds', 'levels', 'questions',
)  # fmt: skip


def packs():
    paths = [path for path in tap.files('data/packs/*.json') if not path.name.endswith('.schema.json')]
    return [json.loads(path.read_text(encoding='utf-8')) for path in paths]


def words_of(pack):
    """What only the pack can know: its ids and names, and those of its parts."""
    for part in [pack, *(item for name in NAMED for item in pack[name])]:
        yield from (part[key] for key in ('id', 'name', 'title') if key in part)


def strings_of(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.ui':
        return re.findall(r'>([^<>\n]+)<', text)
    return re.findall(r'"((?:[^"\\\n]|\\.)*)"', text)


@tap.test
def no_pack_lives_in_the_code():
    """no string of the program's sources is an id or a name of a pack, or of a part of one"""
    known = {word.lower() for pack in packs() for word in words_of(pack)} - OWN_WORDS
    assert len(known) > 150, len(known)
    sources = tap.files('src/*.c', 'ui/*.ui')
    assert len(sources) > 150, len(sources)
    tap.no_complaints(
        [
            f'{tap.name_of(path)}: “{string}” is a pack’s'
            for path in sources
            for string in strings_of(path)
            if string.replace('_', '').lower() in known
        ]
    )


@tap.test
def no_company_is_named_in_the_code():
    """the sources name neither the company nor the role of any pack"""
    names = {word for pack in packs() for word in re.findall(r'\b[A-Z]\w+', pack['title'])}
    names -= {'Engineering'}
    assert {'Amazon', 'TPM', 'Hollinpike'} <= names, names
    tap.no_complaints(
        [
            f'{tap.name_of(path)}: “{string}” names {name}'
            for path in tap.files('src/*.c', 'ui/*.ui')
            for string in strings_of(path)
            for name in names
            if re.search(rf'\b{name}\b', string)
        ]
    )


@tap.test
def the_page_for_authors_names_every_part():
    """HACKING.md tells of each part of a pack that the schema knows"""
    schema = json.loads((tap.ROOT / 'data/packs/pack.schema.json').read_text(encoding='utf-8'))
    page = (tap.ROOT / 'HACKING.md').read_text(encoding='utf-8')
    chapter = page.split('### To write a pack\n')[1].split('\n### ')[0]
    told = set(re.findall(r'^\| `([^`]+)`', chapter, re.MULTILINE))
    assert told == set(schema['properties']), told ^ set(schema['properties'])
    assert (tap.ROOT / 'tests/fixtures/packs/smallest.json').name in chapter


if __name__ == '__main__':
    tap.main()
