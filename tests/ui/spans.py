# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans of an answer are muted and cut by keys alone, heard as the coach will hear them, and gone
from what is saved; and they are remembered until they are left in again."""

import base64
import contextlib
import re
import sqlite3
import uuid

import numpy
import speech
import tap
from app import WAIT, App
from library import library_file, onsite
from nodes import Role, State
from sharing import Page, open_debrief, open_share, save, switch
from stage import Stage

TITLE = 'Mute or Cut'
UNTOUCHED = 'Mute or Cut…'
NUMBER = 2  # the first answer that is proposed
MUTED, CUT = (1000, 2000), (4000, 9000)
PLACES = {'Quillfeather': 1500, 'Marzipan': 6000, 'Bluebell': 12000}
KEPT = 'Bluebell'
# Of a bar, "0:07 / 0:17", and of a row.
CLOCK = re.compile(r'(\d+):(\d\d) / ')
ROWS = ['Muted: 0:01.0 to 0:02.0', 'Cut: 0:04.0 to 0:09.0']
INSIDE_CUT = {5, 6, 7, 8}  # in seconds
SILENT = 32  # -60 dBFS: what an encoder makes of nothing
SHIFT_MS = 20  # of a packet


def keep_marks_and_evidence(home):
    """Each place has a mark and evidence, of the sound that the answer begins with."""
    with contextlib.closing(sqlite3.connect(library_file(home))) as library, library:
        take, clip = library.execute(
            'SELECT take.rowid, clip.rowid FROM take'
            ' JOIN answer ON answer.rowid = take.answer JOIN round ON round.rowid = answer.round'
            ' JOIN clip ON clip.take = take.id AND clip.turn = 0'
            ' ORDER BY round.ordinal, answer.ordinal LIMIT 1 OFFSET ?',
            (NUMBER - 1,),
        ).fetchone()
        ((pack,),) = library.execute('SELECT DISTINCT pack_hash FROM loop')
        for note, at_ms in PLACES.items():
            library.execute(
                'INSERT INTO mark (id, clip, from_ms, to_ms, note) VALUES (?, ?, ?, -1, ?)',
                (str(uuid.uuid4()), clip, at_ms, note),
            )
            library.execute(
                'INSERT INTO evidence (id, take, pack_hash, kind, target, source, turn, from_ms,'
                " to_ms, strength) VALUES (?, ?, ?, 'principle', 'ownership', 'heard', 0, ?, ?, 1)",
                (str(uuid.uuid4()), take, pack, at_ms - 100, at_ms + 100),
            )


def take_of(page):
    (answer,) = (each for each in page.capsule['answers'] if each['number'] == NUMBER)
    return answer['takes'][0]


def sound_of(page, folder):
    """The samples of the sound that the answer begins with."""
    clip = take_of(page)['turns'][0]['clip']['id']
    (data,) = re.findall(f'<script[^>]*id="sound-{clip}"[^>]*>([^<]*)<', page.text)
    path = folder / 'sound.opus'
    path.write_bytes(base64.b64decode(data))
    return speech.decoded(path)


def open_spans(app, name):
    app.reach(name, Role.PUSH_BUTTON)
    app.press('Return')
    app.find(TITLE, Role.FRAME)
    # What can't be played yet has no place to go to.
    app.find('Play', Role.PUSH_BUTTON, lambda node: node.has(State.SENSITIVE))
    app.find(role=Role.SLIDER, where=lambda node: node.has(State.FOCUSED))


def is_at(app, seconds):
    app.find(where=lambda node: node.text.startswith(f'0:{seconds:02} / '))


def go_by(app, seconds, *keys):
    for key in keys:
        app.press(key)
    is_at(app, seconds)


def mute(app):
    """Its ends are where one is as they are said; a tenth too far is gone back."""
    go_by(app, 1, 'shift+Right')
    app.press('alt+b')
    app.says('From 0:01.0 on')
    go_by(app, 2, 'shift+Right', 'ctrl+Right')
    app.press('alt+e')
    app.says('From 0:01.0 to 0:02.1')
    app.press('ctrl+Left', 'alt+e')
    app.says('From 0:01.0 to 0:02.0')
    app.press('alt+m')
    app.says(ROWS[0])


def cut(app):
    """By the buttons, as who knows no letters does."""
    go_by(app, 4, 'shift+Right', 'shift+Right')
    app.reach('Begin Here', Role.PUSH_BUTTON)
    app.press('Return')
    app.says('From 0:04.0 on')
    go_by(app, 9, 'Right')
    app.reach('End Here', Role.PUSH_BUTTON)
    app.press('space')
    app.says('From 0:04.0 to 0:09.0')
    app.reach('Cut', Role.PUSH_BUTTON)
    app.press('Return')
    app.says(ROWS[1])


def seconds_of(node):
    told = CLOCK.match(node.text)
    return int(told[1]) * 60 + int(told[2]) if told else None


def hear_copy(app):
    """What is cut is leapt over."""
    go_by(app, 3, 'Left', 'shift+Left')
    app.press('space')
    passed = set()

    def is_over(node):
        seconds = seconds_of(node)
        passed.add(seconds)
        return seconds is not None and seconds >= CUT[1] // 1000 + 1

    app.find(where=is_over, seconds=3 * WAIT)
    assert not passed & INSIDE_CUT, passed
    app.press('space')
    app.find('Play', Role.PUSH_BUTTON)


def hear_original(app):
    """What is gone can be heard by itself."""
    app.reach('Hear what is gone at 0:04.0', Role.PUSH_BUTTON)
    app.press('Return')
    app.find(where=lambda node: seconds_of(node) in INSIDE_CUT, seconds=3 * WAIT)
    app.find('Play', Role.PUSH_BUTTON)


def go_back(app, name):
    app.press('Escape')
    app.find(name, Role.PUSH_BUTTON, lambda node: node.has(State.FOCUSED))


def check_gone(before, after, folder):
    """From sound, peaks, marks, notes and evidence; and all that follows moves."""
    was, take = take_of(before), take_of(after)
    whole, clip = was['turns'][0]['clip'], take['turns'][0]['clip']
    removed = CUT[1] - CUT[0]
    assert clip['cuts'] == [{'at_ms': CUT[0]}], clip['cuts']
    assert clip['muted'] == [{'from_ms': MUTED[0], 'to_ms': MUTED[1]}], clip['muted']
    assert clip['duration_ms'] == whole['duration_ms'] - removed, clip['duration_ms']
    peaks = base64.b64decode(clip['peaks'])
    assert not any(peaks[MUTED[0] // 20 : MUTED[1] // 20]) and any(peaks[: MUTED[0] // 20])
    at_ms = PLACES[KEPT] - removed
    assert [(mark['from_ms'], mark['note']) for mark in take['marks']] == [(at_ms, KEPT)], take
    assert [each['from_ms'] for each in take['evidence']] == [at_ms - 100], take['evidence']
    for note in PLACES:
        assert note in before.text and (note in after.text) == (note == KEPT), note
    check_sound(sound_of(before, folder), sound_of(after, folder))


def loudest(sound):
    return numpy.abs(sound.astype(int)).max()


def check_sound(whole, copy):
    def at(sound, from_ms, to_ms):
        return sound[from_ms * speech.RATE // 1000 : to_ms * speech.RATE // 1000]

    assert loudest(at(whole, *MUTED)) > 1000 and loudest(at(copy, 0, MUTED[0])) > 1000
    assert loudest(at(copy, MUTED[0] + SHIFT_MS, MUTED[1] - SHIFT_MS)) <= SILENT
    _place, likeness = speech.find(at(whole, CUT[0] + 1000, CUT[1] - 1000), copy)
    assert likeness < 0.5, likeness
    place, likeness = speech.find(at(whole, CUT[1] + 500, CUT[1] + 3000), copy)
    assert likeness > 0.8, likeness
    moved_ms = CUT[1] + 500 - place * 1000 / speech.RATE
    assert abs(moved_ms - (CUT[1] - CUT[0])) <= SHIFT_MS, moved_ms


def leave_in_again(app):
    """It is there again after undo; and after that it is gone for good."""
    app.reach('Leave it in at 0:04.0', Role.PUSH_BUTTON)
    app.press('Return')
    app.gone(ROWS[1], Role.LABEL)
    app.click('Undo')
    app.says(ROWS[1])
    app.says(ROWS[0])
    app.reach('Leave it in at 0:04.0', Role.PUSH_BUTTON)
    app.press('space')
    app.gone(ROWS[1], Role.LABEL)
    go_back(app, '1 Span Muted or Cut…')
    app.says('1 muted or cut span')


def check_spans(stage):
    home = stage.new_home()
    folder = home / 'out'
    folder.mkdir()
    onsite(stage, home, 'sample')
    keep_marks_and_evidence(home)
    with App(stage, home) as app:
        open_debrief(app)
        open_share(app)
        switch(app, 'Your Notes', True)
        save(app, folder / 'before.html')
        app.says('“before.html” has ')
        app.press('Escape')
        open_share(app)
        switch(app, 'Your Notes', True)
        open_spans(app, UNTOUCHED)
        mute(app)
        cut(app)
        hear_copy(app)
        hear_original(app)
        go_back(app, '2 Spans Muted or Cut…')
        app.says('2 muted or cut spans')
        save(app, folder / 'after.html')
        app.says('“after.html” has ')
        check_gone(Page(folder / 'before.html'), Page(folder / 'after.html'), folder)
        app.press('ctrl+q')
        app.wait()
    with App(stage, home) as app:
        open_debrief(app)
        open_share(app)
        open_spans(app, '2 Spans Muted or Cut…')
        for row in ROWS:
            app.says(row)
        leave_in_again(app)


@tap.test
def _spans():
    """Spans are muted and cut by keys, heard as in the copy, gone from the page, and remembered."""
    with Stage(tap.BUILD) as stage:
        check_spans(stage)


if __name__ == '__main__':
    tap.main()
