#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the published schema of reviews takes what the reader takes, and refuses what it refuses."""

import copy
import json
import pathlib
import sys

import jsonschema

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'ground'))

import tap  # noqa: E402  pylint: disable=wrong-import-position

SCHEMA = json.loads((tap.ROOT / 'data' / 'share' / 'review.schema.json').read_text('utf-8'))
SEEDS = sorted((tap.ROOT / 'tests' / 'fuzz' / 'seeds' / 'review').glob('*.json'))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# Each spoils the review with something of everything: where, and by what.
SPOILED = [
    (('format',), 'onsite-capsule'),
    (('version',), 2),
    (('review',), 'x'),
    (('review',), '00000000-0000-4000-8000-00000000000A'),
    (('revision',), 0),
    (('coach',), None),
    (('coach',), 'a' * 201),
    (('summary',), 'a' * 10001),
    (('vote',), ''),
    (('notes',), []),
    (('answers', 0, 'ratings', 0, 'score'), 6),
    (('answers', 0, 'ratings', 0, 'score'), 3.5),
    (('answers', 0, 'evidence', 0, 'kind'), 'story'),
    (('answers', 0, 'evidence', 0, 'from_ms'), -1),
    (('answers', 0, 'comments', 0, 'text'), ' '),
    (('answers', 0, 'comments', 0, 'text'), 'a' * 10001),
    (('answers', 0, 'comments', 0, 'by'), 'Ada'),
    (('answers', 0, 'comments', 0, 'clip'), '6'),
]


def read_full():
    return json.loads(next(path for path in SEEDS if path.stem == 'full').read_text('utf-8'))


@tap.test
def the_schema_is_one():
    """the schema is a valid schema"""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@tap.test
def it_takes_what_the_reader_takes():
    """the schema takes what the reader takes"""
    assert len(SEEDS) > 0
    for path in SEEDS:
        VALIDATOR.validate(json.loads(path.read_text('utf-8')))


@tap.test
def it_refuses_what_the_reader_refuses():
    """the schema refuses what the reader refuses"""
    for path, value in SPOILED:
        review = copy.deepcopy(read_full())
        part = review
        for name in path[:-1]:
            part = part[name]
        part[path[-1]] = value
        assert not VALIDATOR.is_valid(review), path


@tap.test
def nothing_may_be_missing():
    """the schema misses what is left out"""
    for name in SCHEMA['required']:
        review = read_full()
        del review[name]
        assert not VALIDATOR.is_valid(review), name


if __name__ == '__main__':
    tap.main()
