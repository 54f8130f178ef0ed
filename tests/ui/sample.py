# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop to look around in, for somebody who is new here: made with one click,
known for what it is, and gone with one click."""

import steps
import tap
from app import WAIT, App
from library import loop, loops, n_chunks
from nodes import Role
from processes import until
from stage import Stage

OFFER = 'Look Around in a Sample Loop'
MAKING_S = 60  # the program speaks all of it, on a busy machine


def check_made(stage, home):
    """It can be heard from end to end, and is marked for other programs too."""
    (kept,) = loops(stage, home)
    assert kept['sample'] is True, kept
    rounds = loop(stage, home, kept['id'])['rounds']
    assert all(answer['recorded'] for part in rounds for answer in part['answers']), rounds


def look_at(app):
    """It opens by itself, says what it is, and plays."""
    app.find('Debrief', Role.FRAME, seconds=MAKING_S)
    app.says('A sample, spoken by a voice of this program.')
    app.says(' · Sample')
    steps.go_to_claimed(app)
    app.press('Return')
    app.find('Pause')
    app.find('About This Recording').act()
    app.says('All that was captured')
    app.press('Escape')
    app.find('What the Answers Cover', Role.LABEL)


def check_marked_at_home(app):
    app.press('Escape')
    app.find('Your Loops', Role.LIST)
    app.find('Sample', Role.LABEL)
    # What is heard in it is nothing that the person has said.
    assert not app.look('Not Heard Yet'), 'The sample has filled gaps, or made some'


@tap.test
def _sample():
    """One click makes a sample to look around in, one removes it, one brings it back."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        with App(stage, home) as app:
            app.click(OFFER)
            look_at(app)
            check_made(stage, home)
            check_marked_at_home(app)

            app.click('Remove the Sample')
            # At once: its toast doesn't stay.
            app.click('Undo')
            app.gone('Undo')
            app.find('Your Loops', Role.LIST)
            app.reach(steps.LATELY, Role.LIST_ITEM)
            app.press('Return')
            app.click('Remove')
            app.says('Sample removed')
            app.find(OFFER)
            assert not loops(stage, home)
            app.gone('Undo')
            until(lambda: n_chunks(home) == 0, WAIT, 'Its space is given back')


if __name__ == '__main__':
    tap.main()
