# SPDX-License-Identifier: GPL-3.0-or-later
"""A real pointer over the waveform of an answer: a click goes there, a drag follows the hand, and
where spans are chosen it chooses one."""

import re

import steps
import tap
from app import App
from hand import WHEEL_DOWN, WHEEL_UP, Hand
from library import onsite
from nodes import Role, State
from sharing import open_debrief, open_share
from stage import Stage

CLOCK = re.compile(r'(\d+):(\d\d) / (\d+):(\d\d)')  # of a bar, "0:07 / 0:17"
SPAN = re.compile(r'From 0:(\d\d\.\d) to 0:(\d\d\.\d)')
SPANS = 'Mute or Cut…'
NOTCHES = 4
ROUNDED_S = 1  # what the clock tells is as much behind
SOON_S = 0.2  # a pixel or two, and the tenth that is told


def waveform_of(app):
    """Once what it shows can be played: until then it has no place to go to."""
    app.find('Play', Role.PUSH_BUTTON, lambda node: node.has(State.SENSITIVE))
    return app.find('Place in the recording', Role.SLIDER)


def clock(node):
    """Where it is and how long it is, in seconds; None for what is no clock."""
    told = CLOCK.match(node.text)
    if told is None:
        return None
    minutes, seconds, minutes_in_all, seconds_in_all = map(int, told.groups())
    return minutes * 60 + seconds, minutes_in_all * 60 + seconds_in_all


def is_at(app, part):
    """Waits until the clock tells that part of the recording."""
    _second, length = clock(app.find(where=clock))
    is_at_second(app, part * length)


def is_at_second(app, second):
    def fits(node):
        told = clock(node)
        return told is not None and abs(told[0] - second) <= ROUNDED_S

    app.find(where=fits)


def has_chosen(app, from_part, to_part):
    """Waits until that span is told as chosen."""
    _second, length = clock(app.find(where=clock))

    def fits(node):
        told = SPAN.search(node.text)
        return told is not None and all(
            abs(float(second) - part * length) <= ROUNDED_S + SOON_S
            for second, part in zip(told.groups(), (from_part, to_part))
        )

    return app.find(where=fits).text


@tap.test
def _goes_where_it_points():
    """On an answer a click goes to its place, a drag takes it along, and the wheel goes by the second."""
    stage = Waveform.stage
    home = stage.new_home()
    onsite(stage, home, 'sample')
    with App(stage, home) as app:
        open_debrief(app)
        steps.go_to_claimed(app)
        app.press('Return')
        app.click('Pause')
        waveform, hand = waveform_of(app), Hand(app)
        for part in (0.75, 0.25, 0.5):
            hand.click(waveform, part)
            is_at(app, part)
        with hand.holding(waveform, 0.2):
            is_at(app, 0.2)
            hand.drag(waveform, 0.2, 0.6)
            is_at(app, 0.6)
            hand.drag(waveform, 0.6, 0.4)
            is_at(app, 0.4)
        hand.point(waveform, 0.9)
        second, _length = clock(app.find(where=clock))
        hand.turn(WHEEL_DOWN, NOTCHES, 'shift')
        is_at_second(app, second + NOTCHES)
        hand.turn(WHEEL_UP, NOTCHES, 'shift')
        is_at_second(app, second)


@tap.test
def _chooses_a_span():
    """Where a copy is made a drag chooses a span, either way, and a hand that shakes chooses none."""
    stage = Waveform.stage
    home = stage.new_home()
    onsite(stage, home, 'sample')
    with App(stage, home) as app:
        open_debrief(app)
        open_share(app)
        app.click(SPANS)
        waveform, hand = waveform_of(app), Hand(app)
        with hand.holding(waveform, 0.25):
            hand.drag(waveform, 0.25, 0.5)
            has_chosen(app, 0.25, 0.5)
        with hand.holding(waveform, 0.75):
            hand.drag(waveform, 0.75, 0.6)
        chosen = has_chosen(app, 0.6, 0.75)
        with hand.holding(waveform, 0.1):
            hand.nudge(2)
        # What was done before has been seen by the time that it's here.
        hand.click(waveform, 0.9)
        is_at(app, 0.9)
        assert app.says('From ') == chosen
        app.click('Cut')
        app.says('Cut: ' + chosen.removeprefix('From '))


class Waveform:
    """The tests, which share one stage."""

    stage = None


if __name__ == '__main__':
    with Stage(tap.BUILD) as Waveform.stage:
        tap.main()
