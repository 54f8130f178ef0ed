# SPDX-License-Identifier: GPL-3.0-or-later
"""A review is imported in the window, shown with its loop, heard, and removed."""

import json
import uuid

import tap
from app import App
from chooser import choose
from library import onsite
from nodes import Role
from stage import Stage

COMMENT = 'Whose idea was it, and what did it cost?'


def export(stage, home):
    """What a coach gets of a sample loop."""
    loop = onsite(stage, home, 'sample').strip()
    path = home / 'capsule.json'
    onsite(stage, home, 'export', loop, '--format', 'json', '-o', str(path))
    return json.loads(path.read_text(encoding='utf-8'))


def review_of(capsule):
    answer = capsule['answers'][0]
    take = answer['takes'][0]
    clip = take['turns'][0]['clip']['id']
    return {
        'format': 'onsite-review', 'version': 1, 'review': str(uuid.uuid4()), 'revision': 1,
        'export': capsule['export'], 'loop': capsule['loop']['id'], 'coach': 'Ada',
        'summary': 'Lead with <b>the figure</b>.',
        'answers': [{
            'answer': answer['id'], 'take': take['id'],
            'ratings': [{'dimension': one['id'], 'score': 1} for one in capsule['dimensions']],
            'evidence': [],
            'comments': [{'id': str(uuid.uuid4()), 'clip': clip, 'from_ms': 1000, 'text': COMMENT}],
        }],
    }


def save(home, name, review):
    path = home / f'{name}.onsite-review'
    path.write_text(json.dumps(review, indent=1), encoding='utf-8')
    return path


def take_in(app, path):
    app.press('F10')
    app.find('Import a Review…', Role.MENU_ITEM).act()
    choose(app, 'Import a Review', path, 'Import')


def refuse(app, home, review):
    take_in(app, save(home, 'broken', review | {'vote': 'perhaps'}))
    app.find('The Review Wasn’t Taken', Role.LABEL)
    app.says('$.vote: ')
    app.press('Escape')
    app.gone('The Review Wasn’t Taken')


def hear(app):
    """From the comment to its place in the recording, and back."""
    app.reach(COMMENT, Role.LIST_ITEM)
    app.press('Return')
    app.find('Pause')
    app.press('Escape')
    app.says(COMMENT)


def remove(app):
    app.click('Remove This Review')
    app.find('Remove the Review?', Role.LABEL)
    app.click('Remove Review')
    app.gone('What coaches say')


def check_reviews(stage):
    home = stage.new_home()
    capsule = export(stage, home)
    review = review_of(capsule)
    with App(stage, home) as app:
        app.find('Start a Full Loop')
        refuse(app, home, review)
        take_in(app, save(home, 'ada', review))
        app.says('The review by Ada is with its loop now')
        app.click('Open')
        app.says('What coaches say')
        app.says('Lead with <b>the figure</b>.')
        hear(app)
        remove(app)
    assert json.loads(onsite(stage, home, '--json', 'reviews', capsule['loop']['id'])) == []


@tap.test
def _reviews():
    """A review is refused with the reason, taken, shown, heard at its comment, and removed."""
    with Stage(tap.BUILD) as stage:
        check_reviews(stage)


if __name__ == '__main__':
    tap.main()
