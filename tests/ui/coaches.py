# SPDX-License-Identifier: GPL-3.0-or-later
"""What coaches send back of a loop, as the page that they get would save it."""

import json
import uuid

from coach import COMMENT
from library import onsite

SPAN = 'Here you tell the result twice. Once is enough.'
REPLY = 'Mine, and it cost us a week.'
FROM_MS = 1000
SPAN_MS = (3000, 4500)


def export(stage, home, loop=None):
    """What a coach gets of a loop, or of a sample loop that is made."""
    loop = loop or onsite(stage, home, 'sample').strip()
    path = home / 'capsule.json'
    onsite(stage, home, 'export', loop, '--format', 'json', '--force', '-o', str(path))
    return json.loads(path.read_text(encoding='utf-8'))


def review_of(capsule, coach='Ada', score=1, comments=1, vote=None):
    """What is said of the first answer: by the same coach the same comments, each time."""
    answer = capsule['answers'][0]
    take = answer['takes'][0]
    clip = take['turns'][0]['clip']['id']
    said = (
        {'from_ms': FROM_MS, 'text': COMMENT},
        {'from_ms': SPAN_MS[0], 'to_ms': SPAN_MS[1], 'text': SPAN},
    )[:comments]
    return {
        'format': 'onsite-review', 'version': 1, 'review': _name(capsule, coach), 'revision': 1,
        'export': capsule['export'], 'loop': capsule['loop']['id'], 'coach': coach,
        'summary': 'Lead with <b>the figure</b>.',
        **({'vote': vote} if vote else {}),
        'answers': [{
            'answer': answer['id'], 'take': take['id'],
            'ratings': [
                {'dimension': one['id'], 'score': score} for one in capsule['dimensions']
            ],
            'evidence': [{
                'id': _name(capsule, coach, 'evidence'), 'kind': 'principle',
                'target': capsule['principles'][0]['id'], 'clip': clip,
                'from_ms': SPAN_MS[0], 'to_ms': SPAN_MS[1],
            }],
            'comments': [
                {'id': _name(capsule, coach, one['text']), 'clip': clip, **one} for one in said
            ],
        }],
    }


def _name(capsule, *what):
    return str(uuid.uuid5(uuid.UUID(capsule['export']), '/'.join(what)))
