# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed while somebody answers."""

import time

import nodes
import processes
import speech
import steps
import tap
from app import App
from library import loop, loops, onsite
from nodes import Role
from sound import RATE, Listener
from stage import Stage

MOST_MISSING_MS = 300

# Half a minute of speech of which no second is like another.
MONOLOGUE = ' '.join(steps.SENTENCES)
SPOKEN_S = 6  # how much of it is said until the program is killed


def kill_while_answering(app):
    """Kills the program in the middle of an answer, and returns what the
    microphone had heard at that moment."""
    heard = Listener('mic')
    player = app.stage.sound.play(speech.say(MONOLOGUE))
    begun = len(heard.samples())
    processes.until(
        lambda: len(heard.samples()) > begun + SPOKEN_S * RATE, SPOKEN_S + 10, 'Something is said'
    )
    app.kill()
    until = heard.samples_at(time.monotonic())
    processes.end(player)
    return heard.stop()[:until]


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


def missing_ms(clip, heard):
    """How much of the end of what was heard is not in the clip. The clip's last
    second is looked for, so that its end is known to the sample."""
    tail = clip[-RATE:]
    lag, likeness = speech.find(tail, heard)
    assert likeness > 0.8, f'The clip ends in what was not said: {likeness:.2f}'
    return (len(heard) - lag - len(tail)) * 1000 / RATE


def answering(app):
    steps.set_up(app, 'L5')
    app.click('I Am Ready')
    app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)


@tap.test
def _killed():
    """A loop that was killed in an answer is offered again, and its clip lacks 300 ms at most."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        with App(stage, home, '--pack', stage.tiny_pack) as app:
            answering(app)
            heard = kill_while_answering(app)

        with App(stage, home, '--pack', stage.tiny_pack) as app:
            app.find('Interrupted: …')
            missing = missing_ms(recovered(stage, home), heard)
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


if __name__ == '__main__':
    tap.main()
