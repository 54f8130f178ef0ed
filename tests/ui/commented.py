# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that a person goes with what a coach said of an answer."""

import itertools

import coach
import steps
from library import onsite
from nodes import Role

FIRST = 'Ada at 0:01'
DEBRIEF = 'What Coaches Say'


def review(stage, home):
    """A sample loop with a review of it. Returns what the coach got, and sent."""
    capsule = coach.export(stage, home)
    said = coach.review_of(capsule, comments=2, vote=capsule['votes'][0]['id'])
    take_in(stage, home, said)
    return capsule, said


def take_in(stage, home, said):
    onsite(stage, home, 'import', coach.save(home, 'ada', said))


def open_debrief(app):
    row = next(app.find('Your Loops', Role.LIST).children())
    app.reach(row.name, Role.LIST_ITEM)
    app.press('Return')
    app.says(DEBRIEF)


def open_comment(app):
    """From the debrief to the place that a comment is about."""
    app.reach(coach.COMMENT, Role.LIST_ITEM)
    app.press('Return')
    app.find('Pause')
    app.find('Comments by Coaches', Role.LABEL)


def answer_again(app):
    """The comment is there to be read while it is answered."""
    app.click(f'Answer Again: {FIRST}')
    app.says(coach.COMMENT)
    app.click('I Am Ready')
    app.click('Answer Now')
    app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
    app.says(coach.COMMENT)
    steps.speak(app, next(itertools.islice(steps.sentences(), 1)))
    app.click('This Round')
    app.click('End This Round Early', Role.MENU_ITEM)
