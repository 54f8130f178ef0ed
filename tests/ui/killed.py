# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed while somebody answers."""

import contextlib
import os
import signal
import sqlite3
import time

import nodes
import processes
import speech
import session_manager
import steps
import tap
from app import App
from library import library_file, loop, loops, onsite
from nodes import Role
from sound import RATE, Listener
from stage import Stage

MOST_MISSING_MS = 300

# Half a minute of speech of which no second is like another.
MONOLOGUE = ' '.join(steps.SENTENCES)
SPOKEN_S = 6  # how much of it is said until the program is killed


def end_while_answering(app, end):
    """Ends the program in the middle of an answer, and returns what the microphone
    heard until it was gone, and how much of that at the moment of its end."""
    heard = Listener('mic')
    player = app.stage.sound.play(speech.say(MONOLOGUE))
    begun = len(heard.samples())
    processes.until(
        lambda: len(heard.samples()) > begun + SPOKEN_S * RATE, SPOKEN_S + 10, 'Something is said'
    )
    end(app)
    until = heard.samples_at(time.monotonic())
    app.wait()
    processes.end(player)
    return heard.stop(), until


def recovered(stage, home):
    """The samples of the one answer that was begun, as its clip gives them back."""
    known = loops(stage, home)
    assert len(known) == 1, known
    answers = [
        answer
        for interview in loop(stage, home, known[0]['id'])['rounds']
        for answer in interview['answers']
        if answer['recorded']
    ]
    assert len(answers) == 1, answers
    path = home / 'recovered.opus'
    onsite(stage, home, 'audio', answers[0]['id'], '-o', path)
    return speech.decoded(path)


def missing_ms(clip, heard, until):
    """How much of what was heard until then is not in the clip. The clip's last
    second is looked for, so that its end is known to the sample; it may be later,
    since a program that is asked to end does not at once."""
    tail = clip[-RATE:]
    lag, likeness = speech.find(tail, heard)
    assert likeness > 0.8, f'The clip ends in what was not said: {likeness:.2f}'
    return (until - lag - len(tail)) * 1000 / RATE


def answering(app):
    steps.set_up(app, 'L5')
    app.click('I Am Ready')
    app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)


class Killed:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _killed():
    """A loop that was killed in an answer is offered again, and its clip lacks 300 ms at most."""
    stage = Killed.stage
    home = stage.new_home()
    with App(stage, home, '--pack', stage.tiny_pack) as app:
        answering(app)
        heard, until = end_while_answering(app, App.kill)

    with App(stage, home, '--pack', stage.tiny_pack) as app:
        app.find('Interrupted: …')
        missing = missing_ms(recovered(stage, home), heard, until)
        print(f'# {missing:.0f} ms of what was captured are missing')
        assert missing <= MOST_MISSING_MS, f'{missing:.0f} ms are missing'

        app.click('Continue…')
        steps.press_one(app, ['Go On'], steps.by_pointer)
        steps.Round(app, steps.sentences()).hold()
        app.click('Finish for Today')
        app.find('Interrupted: Round 2 of 2')

    first = loop(stage, home, loops(stage, home)[0]['id'])['rounds'][0]
    assert first['interruptions'] == 1, first
    assert first['ended'] is not None, first


def terminate(app):
    """As who logs out, or shuts the computer down, ends a program."""
    os.kill(app.pid, signal.SIGTERM)


def ends_cleanly(end):
    """Has the program ended in an answer, and sees that all of it is kept."""
    stage = Killed.stage
    home = stage.new_home()
    with App(stage, home, '--pack', stage.tiny_pack) as app:
        answering(app)
        heard, until = end_while_answering(app, end)
        assert app.wait() == 0

    with contextlib.closing(sqlite3.connect(library_file(home))) as database:
        states = database.execute('SELECT state FROM clip').fetchall()
    assert states == [('complete',)], states
    missing = missing_ms(recovered(stage, home), heard, until)
    print(f'# {missing:.0f} ms of what was captured are missing')
    assert missing <= MOST_MISSING_MS, f'{missing:.0f} ms are missing'

    with App(stage, home, '--pack', stage.tiny_pack) as app:
        app.find('Interrupted: …')


@tap.test
def _terminated():
    """A program that is to end in an answer ends it, keeps all of it, and offers to go on."""
    ends_cleanly(terminate)


@tap.test
def _logged_out():
    """So does one whose session manager ends the session."""
    with session_manager.desktop(Killed.stage):
        ends_cleanly(lambda app: session_manager.log_out())


@tap.test
def _started_again():
    """Who starts the program again in an answer meets the same window, and the answer goes on."""
    stage = Killed.stage
    home = stage.new_home()
    stage.set(home, speak_questions='false')
    with App(stage, home) as app:
        answering(app)
        begun = speech.say(steps.SENTENCES[0])
        player = stage.sound.play(begun)
        with App(stage, home) as second:
            assert second.wait() == 0, second.said()
        assert player.wait(30) == 0
        app.find('Done', Role.PUSH_BUTTON)
        assert not app.look('Start a Full Loop'), 'There is another window, or another page'
        steps.press_one(app, ['Done'], steps.by_pointer)
        steps.press_one(app, ['Next'], steps.by_pointer)
        app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
        app.press('ctrl+q')
        app.click('Leave')
        assert app.wait() == 0

    _lag, likeness = speech.find_by_parts(begun, recovered(stage, home))
    print(f'# {likeness:.2f}: said while it was started again')
    assert likeness > 0.6, f'{likeness:.2f}'


if __name__ == '__main__':
    with Stage(tap.BUILD) as Killed.stage:
        tap.main()
