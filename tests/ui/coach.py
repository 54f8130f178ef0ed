# SPDX-License-Identifier: GPL-3.0-or-later
"""A coach, who gets a loop as the program hands it on, and sends a review back, as the
page would save it."""

import json
import uuid

from library import onsite

COMMENT = 'Whose idea was it, and what did it cost?'
SPAN = 'Here you tell the result twice. Once is enough.'
REPLY = 'Mine, and it cost us a week.'
FROM_MS = 1000
SPAN_MS = (3000, 4500)


def export(stage, home, *options, loop=None):
    """What a coach gets of a loop, or of a sample loop that is made."""
    loop = loop or onsite(stage, home, 'sample').strip()
    path = home / 'capsule.json'
    onsite(stage, home, 'export', loop, '--format', 'json', '--force', '-o', str(path), *options)
    return json.loads(path.read_text(encoding='utf-8'))


def _name(capsule, *what):
    return str(uuid.uuid5(uuid.UUID(capsule['export']), '/'.join(what)))


def _document(capsule, coach, **parts):
    return {
        'format': 'onsite-review', 'version': 1, 'review': _name(capsule, coach), 'revision': 1,
        'export': capsule['export'], 'loop': capsule['loop']['id'], 'coach': coach, **parts,
    }  # fmt: skip


def review_of(capsule, coach='Ada', score=1, comments=1, vote=None):
    """What is said of the first answer: by the same coach the same comments, each time."""
    answer = capsule['answers'][0]
    take = answer['takes'][0]
    clip = take['turns'][0]['clip']['id']
    said = (
        {'from_ms': FROM_MS, 'text': COMMENT},
        {'from_ms': SPAN_MS[0], 'to_ms': SPAN_MS[1], 'text': SPAN},
    )[:comments]
    return _document(
        capsule, coach, summary='Lead with <b>the figure</b>.', **({'vote': vote} if vote else {}),
        answers=[{
            'answer': answer['id'], 'take': take['id'],
            'ratings': [{'dimension': one['id'], 'score': score} for one in capsule['dimensions']],
            'evidence': [{
                'id': _name(capsule, coach, 'evidence'), 'kind': 'principle',
                'target': capsule['principles'][0]['id'], 'clip': clip,
                'from_ms': SPAN_MS[0], 'to_ms': SPAN_MS[1],
            }],
            'comments': [
                {'id': _name(capsule, coach, one['text']), 'clip': clip, **one} for one in said
            ],
        }],
    )  # fmt: skip


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
    return _document(capsule, 'Ada', summary='', answers=takes)


def save(home, name, review):
    path = home / f'{name}.onsite-review'
    path.write_text(json.dumps(review, indent=1), encoding='utf-8')
    return path
