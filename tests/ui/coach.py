# SPDX-License-Identifier: GPL-3.0-or-later
"""A coach, who gets a loop as the program hands it on, and writes a review."""

import json
import uuid

from library import onsite

COMMENT = 'Whose idea was it, and what did it cost?'


def export(stage, home, *options):
    """What a coach gets of a sample loop."""
    loop = onsite(stage, home, 'sample').strip()
    path = home / 'capsule.json'
    onsite(stage, home, 'export', loop, '--format', 'json', '-o', str(path), *options)
    return json.loads(path.read_text(encoding='utf-8'))


def review_of(capsule, coach='Ada'):
    answer = capsule['answers'][0]
    take = answer['takes'][0]
    clip = take['turns'][0]['clip']['id']
    return {
        'format': 'onsite-review', 'version': 1, 'review': str(uuid.uuid4()), 'revision': 1,
        'export': capsule['export'], 'loop': capsule['loop']['id'], 'coach': coach,
        'summary': 'Lead with <b>the figure</b>.',
        'answers': [{
            'answer': answer['id'], 'take': take['id'],
            'ratings': [{'dimension': one['id'], 'score': 1} for one in capsule['dimensions']],
            'evidence': [],
            'comments': [{'id': str(uuid.uuid4()), 'clip': clip, 'from_ms': 1000, 'text': COMMENT}],
        }],
    }


def score_of(answer, dimension):
    ratings = answer['takes'][0]['ratings']
    return next(one['score'] for one in ratings if one['dimension'] == dimension)


def make_take(answer, dimension, score):
    take = answer['takes'][0]
    return {
        'answer': answer['id'], 'take': take['id'], 'evidence': [], 'comments': [],
        'ratings': [{'dimension': dimension, 'score': score}],
    }  # fmt: skip


def make_part(answer, **more):
    return {'id': str(uuid.uuid4()), 'clip': answer['takes'][0]['turns'][0]['clip']['id'], **more}


def differing_review_of(capsule):
    """The second answer is heard quite differently, the first one almost alike."""
    dimension = capsule['dimensions'][0]['id']
    first, second = capsule['answers'][:2]
    near, far = score_of(first, dimension), score_of(second, dimension)
    takes = [
        make_take(first, dimension, near + 1 if near < 5 else near - 1),
        make_take(second, dimension, 1 if far >= 3 else 5),
    ]
    takes[1]['comments'].append(make_part(second, from_ms=500, text=COMMENT))
    takes[1]['evidence'].append(make_part(
        second, from_ms=0, to_ms=500, kind='principle', target=second['asked']['principles'][0]
    ))  # fmt: skip
    return {
        'format': 'onsite-review', 'version': 1, 'review': str(uuid.uuid4()), 'revision': 1,
        'export': capsule['export'], 'loop': capsule['loop']['id'], 'coach': 'Ada',
        'summary': '', 'answers': takes,
    }  # fmt: skip


def save(home, name, review):
    path = home / f'{name}.onsite-review'
    path.write_text(json.dumps(review, indent=1), encoding='utf-8')
    return path
