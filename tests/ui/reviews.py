# SPDX-License-Identifier: GPL-3.0-or-later
"""A review is imported in the window, shown with its loop, heard, and removed."""

import json

import processes
import steps
import tap
from app import WAIT, App
from chooser import choose
from coach import COMMENT, export, review_of, save
from library import onsite
from nodes import Role
from stage import Stage

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


def coaches(stage, home, capsule):
    """Those whose reviews are in the library."""
    told = onsite(stage, home, '--json', 'reviews', capsule['loop']['id'])
    return sorted(review['coach'] for review in json.loads(told))


def wait_for_coaches(stage, home, capsule, expected):
    processes.until(
        lambda: coaches(stage, home, capsule) == expected, WAIT, f'There are reviews by {expected}'
    )


def start_with(stage, home, *files):
    """As a double click does while a window is open."""
    with App(stage, home, *files) as second:
        assert second.wait() == 0, second.said()


def remove(app):
    app.click('Remove This Review')
    app.find('Remove the Review?', Role.LABEL)
    app.click('Remove Review')
    app.gone('What Coaches Say')


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
        app.says('What Coaches Say')
        app.says('Lead with <b>the figure</b>.')
        hear(app)
        remove(app)
    assert json.loads(onsite(stage, home, '--json', 'reviews', capsule['loop']['id'])) == []


class Reviews:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _reviews():
    """A review is refused with the reason, taken, shown, heard at its comment, and removed."""
    check_reviews(Reviews.stage)


def check_opening(stage):
    home = stage.new_home()
    capsule = export(stage, home)
    reviews = {name: review_of(capsule, name) for name in ('Ada', 'Grace', 'Hedy', 'Mary')}
    files = {name: save(home, name, review) for name, review in reviews.items()}
    broken = save(home, 'broken', review_of(capsule) | {'vote': 'perhaps'})
    stranger = home / 'notes.txt'
    stranger.write_text('dear diary', encoding='utf-8')

    with App(stage, home, files['Ada']) as app:
        app.says('The review by Ada is with its loop now')
        start_with(stage, home, files['Grace'].as_uri())
        app.says('The review by Grace is with its loop now')
        start_with(stage, home, files['Hedy'], broken, files['Mary'], stranger)
        app.find('2 Files Weren’t Taken', Role.LABEL)
        app.says('broken.onsite-review')
        app.says('notes.txt')
        app.press('Escape')
        app.gone('2 Files Weren’t Taken')
        wait_for_coaches(stage, home, capsule, ['Ada', 'Grace', 'Hedy', 'Mary'])


@tap.test
def _opened():
    """Reviews that the program is started with are imported, in the window that is open; others are refused."""
    check_opening(Reviews.stage)


def leave_loop(app):
    app.click('Back')
    app.click('Leave')
    app.find('Start a Full Loop')


def check_waiting(stage):
    home = stage.new_home()
    capsule = export(stage, home)
    stage.set(home, speak_questions='false')
    with App(stage, home) as app:
        steps.set_up(app, 'L5')
        steps.press_one(app, steps.ENTER, steps.by_pointer)
        app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
        start_with(stage, home, save(home, 'ada', review_of(capsule)))
        app.says('What you opened is imported once this loop is left')
        app.find('Done', Role.PUSH_BUTTON)
        assert coaches(stage, home, capsule) == []
        leave_loop(app)
        app.says('The review by Ada is with its loop now')
        wait_for_coaches(stage, home, capsule, ['Ada'])


@tap.test
def _opened_in_a_loop():
    """A review that is opened while somebody answers waits, and is imported as the loop is left."""
    check_waiting(Reviews.stage)


if __name__ == '__main__':
    with Stage(tap.BUILD) as Reviews.stage:
        tap.main()
