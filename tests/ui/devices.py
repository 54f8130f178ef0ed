# SPDX-License-Identifier: GPL-3.0-or-later
"""Microphones and loudspeakers that come and go, as a person sees it."""

import contextlib
import json
import re
import time

import numpy
import processes
import speech
import steps
import tap
from app import WAIT, App
from library import loop, loops, onsite
from nodes import Role, State
from sound import RATE, Listener
from stage import Stage


class Devices:
    """The tests, which share one stage."""

    stage = None


@contextlib.contextmanager
def plugged_in(name, called):
    """A microphone that hears what "mic" does, until it is unplugged."""
    sound = Devices.stage.sound
    module = sound.plug_in(name, called)
    unplugged = []

    def unplug():
        if not unplugged:
            unplugged.append(True)
            sound.unplug(module)

    try:
        yield unplug
    finally:
        unplug()
        if name == 'built-in':
            sound.control('set-default-source', 'mic.monitor')


@contextlib.contextmanager
def playing(samples):
    player = Devices.stage.sound.play(samples)
    try:
        yield
    finally:
        processes.end(player)


@tap.test
def _missing():
    """A chosen microphone that is missing is named, with what is used instead, and comes back."""
    stage, home = Devices.stage, Devices.stage.new_home()
    stage.set(home, microphone="'yeti'", microphone_known="('Yeti', '')")
    with plugged_in('built-in', 'Built-in'), App(stage, home) as app:
        stage.sound.control('set-default-source', 'built-in')
        app.click('Start a Full Loop')
        missing = app.says('Yeti is not plugged in. Built-in is used instead')
        app.find('Begin', Role.PUSH_BUTTON, lambda node: node.has(State.SENSITIVE))
        with plugged_in('yeti', 'Yeti'):
            app.gone(missing)
        app.says('Yeti is not plugged in. Built-in is used instead')


@tap.test
def _pulled_out():
    """One that is pulled out in an answer is followed by the next best, in the same clip."""
    stage, home = Devices.stage, Devices.stage.new_home()
    stage.set(home, speak_questions='false', microphone="'yeti'")
    with plugged_in('built-in', 'Built-in'), plugged_in('yeti', 'Yeti') as unplug:
        stage.sound.control('set-default-source', 'built-in')
        with App(stage, home, '--pack', stage.tiny_pack) as app:
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            steps.speak(app, steps.SENTENCES[0])
            unplug()
            app.says('Another microphone is recorded from now: Built-in.')
            steps.speak(app, steps.SENTENCES[1])
            steps.press_one(app, ['Done'], steps.by_pointer)
            steps.press_one(app, ['Next'], steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            app.press('ctrl+q')
            app.click('Leave')
            assert app.wait() == 0

    rounds = loop(stage, home, loops(stage, home)[0]['id'])['rounds']
    answer = next(answer for answer in rounds[0]['answers'] if answer['recorded'])
    onsite(stage, home, 'audio', answer['id'], '-o', home / 'answer.opus')
    clip = speech.decoded(home / 'answer.opus')
    for sentence in steps.SENTENCES[:2]:
        _lag, likeness = speech.find_by_parts(speech.say(sentence), clip)
        print(f'# {likeness:.2f}: {sentence}')
        assert likeness > 0.6, f'Not in the clip: {sentence}'


def checked(app, words, spoken=True):
    """Lets the page check the microphone, and waits for what it says of it."""
    steps.unfold_microphone(app)
    app.click('Record')
    app.says('Speak now, as you would in an answer')
    player = Devices.stage.sound.play(speech.say(steps.SENTENCES[0])) if spoken else None
    text = app.says(words)
    if player:
        player.wait(30)
    return text


@tap.test
def _check():
    """The check tells how one is heard, with figures, and plays it back; and what is wrong."""
    stage, home = Devices.stage, Devices.stage.new_home()
    sound = stage.sound
    with plugged_in('built-in', 'Built-in'), App(stage, home) as app:
        sound.control('set-default-source', 'built-in')
        app.click('Start a Full Loop')
        said = checked(app, 'You are heard well.')
        print(f'# {said!r}')
        assert re.search(r'Voice −\d+\u00a0dB, room −\d+\u00a0dB, \d+\u00a0dB between them', said), said
        listener = Listener('speaker')
        app.click('Listen')
        app.find('Stop', Role.PUSH_BUTTON)
        app.find('Listen', Role.PUSH_BUTTON)
        spoken = speech.say(steps.SENTENCES[0])[: 2 * RATE]
        _lag, likeness = speech.find_by_parts(spoken, listener.stop())
        print(f'# {likeness:.2f}: played back')
        assert likeness > 0.6

        sound.control('set-source-mute', 'built-in', '1')
        app.says('It is muted in the system’s sound settings')
        checked(app, 'The microphone is muted.')
        with plugged_in('yeti', 'Yeti'):
            app.find('Record', Role.PUSH_BUTTON)
            checked(app, 'Yeti hears you, and this microphone does not.')


def noise(level_db, seconds):
    """What a room sounds like in which nobody speaks, of a mean level in dBFS."""
    random = numpy.random.default_rng(7)
    amplitude = 32768 * 10 ** (level_db / 20)
    return random.normal(0, amplitude, seconds * RATE).round().astype('<i2')


@tap.test
def _thinking():
    """A microphone that is muted in an answer is told within five seconds; who thinks in a room
    with its usual noise is left alone."""
    stage, home = Devices.stage, Devices.stage.new_home()
    sound = stage.sound
    stage.set(home, speak_questions='false', microphone_floor='-55.0')
    with plugged_in('built-in', 'Built-in'):
        sound.control('set-default-source', 'built-in')
        with playing(noise(-57, 180)), App(stage, home, '--pack', stage.tiny_pack) as app:
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            quiet_until = time.monotonic() + 7
            while time.monotonic() < quiet_until:
                assert not any('We hear' in text for text in app.texts()), app.texts()

            sound.control('set-source-mute', 'built-in', '1')
            muted = time.monotonic()
            hint = app.says('We hear nothing. Is the microphone muted?')
            print(f'# told after {time.monotonic() - muted:.1f} s')
            sound.control('set-source-mute', 'built-in', '0')
            app.gone(hint)
            sound.control('set-source-volume', 'built-in', '-20dB')
            app.says('We hear less than your room.')


@tap.test
def _checked_otherwise():
    """How loud the room was, as it was checked, counts no more in an answer in which somebody
    has the sound cleaned from now on."""
    stage, home = Devices.stage, Devices.stage.new_home()
    stage.set(home, speak_questions='false', microphone_floor='-55.0')
    with plugged_in('built-in', 'Built-in'):
        stage.sound.control('set-default-source', 'built-in')
        with playing(noise(-77, 180)), App(stage, home, '--pack', stage.tiny_pack) as app:
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            hint = app.says('We hear less than your room.')
            stage.set(home, speak_questions='false', microphone_floor='-55.0', clean_sound='true')
            app.gone(hint, seconds=5)
            app.find('Done', Role.PUSH_BUTTON)


def is_kept(stage, home, codec):
    """Whether an answer of the newest loop is over, of which all that was heard is kept so."""
    (newest,) = loops(stage, home)
    turns = [
        turn
        for part in loop(stage, home, newest['id'])['rounds']
        for answer in part['answers']
        for turn in answer['turns']
    ]
    done = [turn for turn in turns if turn['state'] == 'complete' and turn['samples'] > RATE]
    return bool(done) and {turn['codec'] for turn in done} == {codec}


@tap.test
def _lossless():
    """Who asks for lossless recordings in the preferences gets them: they are told to be, can be
    decoded, come out as FLAC, and are handed on as Opus."""
    stage, home = Devices.stage, Devices.stage.new_home()
    stage.set(home, speak_questions='false')
    with plugged_in('built-in', 'Built-in'):
        stage.sound.control('set-default-source', 'built-in')
        with App(stage, home, '--pack', stage.tiny_pack) as app:
            app.find('Start a Full Loop', where=lambda node: node.has(State.FOCUSED))
            app.press('ctrl+comma')
            lossless = app.find('Lossless (FLAC)', Role.RADIO_BUTTON)
            app.reach('Lossless (FLAC)', Role.LIST_ITEM)
            app.press('space')
            processes.until(lambda: lossless.has(State.CHECKED), WAIT, 'It is chosen')
            app.press('Escape')
            app.gone('Lossless (FLAC)')
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            steps.speak(app, steps.SENTENCES[0])
            app.click('Done')
            app.click('Next')
            processes.until(lambda: is_kept(stage, home, 'flac'), WAIT, 'It is kept as FLAC')
        (newest,) = loops(stage, home)
        answer = next(
            answer
            for part in loop(stage, home, newest['id'])['rounds']
            for answer in part['answers'] if answer['recorded']
        )  # fmt: skip
        assert onsite(stage, home, 'check').strip(), 'It says what it has looked at'
        song, copy = home / 'answer.flac', home / 'copy'
        told = json.loads(onsite(stage, home, 'audio', answer['id'], '-o', song, '--json'))
        assert told['codec'] == 'flac' and told['lossless'] is True, told
        assert song.read_bytes()[:4] == b'fLaC'
        onsite(stage, home, 'export', newest['id'], '--format', 'audio', '-o', copy)
        assert all(b'OpusHead' in part.read_bytes()[:100] for part in copy.glob('*.ogg'))
        assert list(copy.glob('*.ogg')), 'Something is handed on'


@tap.test
def _no_loudspeaker():
    """Without a loudspeaker the questions are read, which the pages say, and recording begins."""
    stage, home = Devices.stage, Devices.stage.new_home()
    sound = stage.sound
    sound.control('load-module', 'module-sine-source', 'source_name=built-in')
    sound.control('unload-module', 'module-null-sink')
    try:
        with App(stage, home, '--pack', stage.tiny_pack) as app:
            app.click('Start a Full Loop')
            app.says('There is no loudspeaker, so the questions are there to read.')
            app.press('Escape')
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.says('There is no loudspeaker: please read the questions.')
            app.find('Done', Role.PUSH_BUTTON)
    finally:
        sound.stop()
        sound.start()


if __name__ == '__main__':
    with Stage(tap.BUILD) as Devices.stage:
        tap.main()
