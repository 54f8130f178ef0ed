# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sees when something is wrong: words that say what to do, and
everything as it was."""

import contextlib
import hashlib
import pathlib
import shutil
import sqlite3

import disks
import nodes
import processes
import speech
import steps
import tap
from app import WAIT, App
from library import library_file, loop, loops, onsite
from nodes import Role, State
from stage import Stage, sized

SOON_S = 3  # by itself it would go after eight

BAD_PACKS = {
    'twice.json': ('{"format": 1, "id": "x", "id": "y"}', 'this member is there twice'),
    'cut.json': ('{"format": 1', 'cut.json:1'),
    'two.json': ('{} {}', 'two.json:1'),
    'deep.json': ('[' * 200000, 'deep.json:1'),
    'huge.json': (' ' * (64 << 20) + '{}', 'huge.json'),
}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextlib.contextmanager
def untouched(*paths):
    before = {path: digest(path) for path in paths}
    yield
    for path, was in before.items():
        assert digest(path) == was, f'{path} was changed'


def made_library(stage, home):
    """A library that the program has made, with nothing in it, and closed."""
    with App(stage, home) as app:
        app.find('Start a Full Loop')
        app.press('ctrl+q')
        assert app.wait() == 0
    return library_file(home)


def refused(stage, home, *arguments, words, heading='The Library Can’t Be Opened', **options):
    """Starts the program, which has to say so and to leave by its own button."""
    with App(stage, home, *arguments, **options) as app:
        app.find(heading, Role.LABEL)
        for each in words:
            app.says(each)
        app.find('Try Again', Role.PUSH_BUTTON)
        app.click('Quit')
        assert app.wait() == 0


def reads_only(app):
    """The window says so, and offers no start: neither on home nor by the key for it."""
    app.says('This library can be read but not changed')
    assert not app.look('Start a Full Loop'), 'A start is offered'
    app.press('ctrl+n')
    app.says('no loop can be kept in it')
    assert not app.find('Begin', Role.PUSH_BUTTON).has(State.SENSITIVE)
    app.press('Escape')
    app.says('This library can be read but not changed')


class Faults:
    """The tests, which share one stage."""

    stage = None


@tap.test
def _not_a_library():
    """A file that is no library is named, and left byte for byte as it was."""
    home = Faults.stage.new_home()
    path = home / 'letters' / 'letter.txt'
    path.parent.mkdir()
    path.write_text('Dear reader, ' * 1000, encoding='utf-8')
    with untouched(path):
        refused(
            Faults.stage, home, '--library', path,
            words=(str(path), "isn't an Onsite library", 'Choose another file'),
        )  # fmt: skip
    assert list(path.parent.iterdir()) == [path], 'Something was written beside it'


@tap.test
def _damaged():
    """A library whose first page is damaged is left byte for byte as it was."""
    home = Faults.stage.new_home()
    path = home / 'damaged.onsite'
    shutil.copy(made_library(Faults.stage, home), path)
    whole = bytearray(path.read_bytes())
    whole[100:4096] = b'\xff' * 3996
    path.write_bytes(whole)
    with untouched(path):
        refused(Faults.stage, home, '--library', path, words=(str(path),))


@tap.test
def _newer():
    """A library of a newer Onsite can be read, says so, and is never rewritten."""
    home = Faults.stage.new_home()
    path = made_library(Faults.stage, home)
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute('PRAGMA journal_mode = DELETE')
        database.execute('PRAGMA user_version = 999')
    before = digest(path)
    with App(Faults.stage, home) as app:
        reads_only(app)
        app.press('ctrl+q')
        assert app.wait() == 0
    assert digest(path) == before


@tap.test
def _in_use():
    """A library that another Onsite writes is not opened by a second one, unless to read."""
    home, second = Faults.stage.new_home(), Faults.stage.new_home()
    with App(Faults.stage, home) as app:
        app.find('Start a Full Loop')
        refused(
            Faults.stage, second, '--library', library_file(home),
            words=(f'in use by another Onsite (process {app.pid})', 'Close that one'),
        )  # fmt: skip
        with App(Faults.stage, second, '--library', library_file(home)) as reader:
            reader.click('Open Only to Read')
            reads_only(reader)
            reader.press('ctrl+q')
            assert reader.wait() == 0
        app.find('Start a Full Loop')


@tap.test
def _read_only():
    """A library on a read-only mount is named, with what to do, and left as it was."""
    home = Faults.stage.new_home()
    path = made_library(Faults.stage, home)
    with untouched(path), disks.read_only(path.parent) as wrapper:
        refused(
            Faults.stage, home, words=(str(path), 'Copy it to one where you may write'),
            wrapper=wrapper,
        )  # fmt: skip
        with App(Faults.stage, home, wrapper=wrapper) as app:
            app.click('Open Only to Read')
            reads_only(app)
            app.press('ctrl+q')
            assert app.wait() == 0


@tap.test
def _hardly_any_room():
    """A disk that has no room for a loop is told on setup, with what to do."""
    home = Faults.stage.new_home()
    (home / 'data').mkdir()
    with disks.small(home / 'data', '24m') as wrapper, App(Faults.stage, home, wrapper=wrapper) as app:
        app.click('Start a Full Loop')
        said = app.says('are free where your library is')
        print(f'# {said!r}')
        assert 'Make room there, or move the library' in said
        app.toggle('Drill')
        app.gone(said)


FULL = 'The disk is full. What was set aside holds about '


def fill(path):
    """Leaves no room on the disk of a new file."""
    with contextlib.suppress(OSError), open(path, 'wb', buffering=0) as file:
        while True:
            file.write(bytes(1 << 16))


@tap.test
def _fills_up():
    """A disk that fills in an answer is told quietly, and the answer still fits on it."""
    stage, home = Faults.stage, Faults.stage.new_home()
    stage.set(home, speak_questions='false')
    data = home / 'data'
    data.mkdir()
    with disks.small(data, '24m') as wrapper:
        with App(stage, home, wrapper=wrapper) as app:
            steps.set_up(app, 'L5')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            # The disk is the program's own, where it may have one.
            disk = pathlib.Path(f'/proc/{app.pid}/root{data}')
            reserve = disk / 'onsite' / 'library.onsite-reserve'
            assert reserve.stat().st_size > 8 << 20, reserve.stat()
            fill(disk / 'filler')
            print(f'# {app.says(FULL)!r}')
            assert not reserve.exists()
            steps.speak(app, steps.SENTENCES[0])
            assert not any('ot saved' in text for text in app.texts()), app.texts()
            steps.press_one(app, ['Done'], steps.by_pointer)
            steps.press_one(app, ['Next'], steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON)
            app.press('ctrl+q')
            app.click('Leave')
            assert app.wait() == 0


@tap.test
def _broken_packs():
    """A broken, a huge and a deep pack are refused with file and place, and the library is kept."""
    home = Faults.stage.new_home()
    library = made_library(Faults.stage, home)
    for name, (text, words) in BAD_PACKS.items():
        pack = home / 'data' / name
        pack.write_text(text, encoding='utf-8')
        with untouched(pack, library):
            refused(
                Faults.stage, home, '--pack', pack, heading='The Questions Can’t Be Read',
                words=(name, words),
            )  # fmt: skip


@tap.test
def _no_sound_server():
    """Without a sound server no loop begins, and the page says what to start."""
    home = Faults.stage.new_home()
    with App(Faults.stage, home, environment={'PULSE_SERVER': 'unix:/nowhere'}) as app:
        app.click('Start a Full Loop')
        app.says('Start PulseAudio or PipeWire, then try again')
        app.says('Without a microphone your answers can’t be recorded')
        assert not app.find('Begin', Role.PUSH_BUTTON).has(State.SENSITIVE)
        app.find('Try Again', Role.PUSH_BUTTON)


# What there is to read and to press after an answer that nobody can hear, from the top.
UNHEARD = (
    'Question 1 of …', 'Tell me about …', 'Not done? …', 'Nobody can be heard …', 'Keep Talking',
    'Answer Again', 'Next',
)  # fmt: skip

TAKES = """
SELECT take.ordinal, receipt.speech_ms, receipt.loudness_lufs IS NULL, receipt.device
FROM take JOIN clip ON clip.take = take.id AND clip.turn = 0
JOIN receipt ON receipt.clip = clip.rowid ORDER BY take.ordinal
"""


def takes(home):
    with contextlib.closing(sqlite3.connect(library_file(home))) as library:
        return library.execute(TAKES).fetchall()


@tap.test
def _muted():
    """An answer into a muted microphone is told at once, and can be given again as in earnest."""
    sound, home = Faults.stage.sound, Faults.stage.new_home()
    Faults.stage.set(home, speak_questions='false')
    sound.control('set-source-mute', 'mic.monitor', '1')
    try:
        with App(Faults.stage, home, '--pack', Faults.stage.tiny_pack) as app:
            steps.set_up(app, 'L5', 'Onsite')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
            steps.speak(app, steps.SENTENCES[0])
            steps.press_one(app, ['Done'], steps.by_pointer)
            app.says('Nobody can be heard in this answer. Is the microphone muted?')
            sound.control('set-source-mute', 'mic.monitor', '0')
            steps.press_one(app, ['Answer Again'], steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
            steps.speak(app, steps.SENTENCES[0])
            steps.press_one(app, ['Done'], steps.by_pointer)
            steps.press_one(app, ['Next'], steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
            # A machine that is too busy loses sound, and is told so.
            told = [text for text in app.texts() if 'Nobody can be heard' in text]
            assert not told, told
            app.press('ctrl+q')
            app.click('Leave')
            assert app.wait() == 0
    finally:
        sound.control('set-source-mute', 'mic.monitor', '0')
    silent, heard = takes(home)
    assert silent == (0, 0, 1, 'other'), silent
    assert heard[1] > 1000 and not heard[2], heard


def in_sight(app):
    """Whether two lines of the question, what is told and each button are on the page at once."""
    counter, prompt, moment, told, *buttons = (app.look(name) for name in UNHEARD)
    if None in (counter, prompt, moment, told, *buttons):
        return False
    top = bottom_of(app.find('This Round', Role.PUSH_BUTTON))
    end = app.find(role=Role.FRAME).extents.height
    return (
        top <= told.extents.y
        and prompt.extents.y + 2 * counter.extents.height <= moment.extents.y
        and all(bottom_of(button) <= end for button in buttons)
    )


def bottom_of(node):
    return node.extents.y + node.extents.height


@tap.test
def _muted_in_a_small_window():
    """In the smallest window with the largest type, what is asked, told and pressed is in sight at once."""
    stage, home = Faults.stage, Faults.stage.new_home()
    stage.set(home, speak_questions='false', window_width=360, window_height=640)
    stage.sound.control('set-source-mute', 'mic.monitor', '1')
    try:
        with sized(192), App(stage, home, '--pack', stage.tiny_pack) as app:
            steps.set_up(app, 'L5', 'Practice')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
            steps.speak(app, steps.SENTENCES[0])
            steps.press_one(app, ['Done'], steps.by_pointer)
            processes.until(lambda: nodes.read(lambda: in_sight(app)), WAIT, 'All is in sight')
    finally:
        stage.sound.control('set-source-mute', 'mic.monitor', '0')


@tap.test
def _muted_at_the_end():
    """What is told of a round’s last answer goes as its break is left, and lies over no later page."""
    sound, home = Faults.stage.sound, Faults.stage.new_home()
    Faults.stage.set(home, speak_questions='false')
    words = 'Nobody can be heard in this answer. Is the microphone muted?'
    sound.control('set-source-mute', 'mic.monitor', '1')
    try:
        with App(Faults.stage, home, '--pack', Faults.stage.tiny_pack) as app:
            steps.set_up(app, 'L5', 'Practice')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
            steps.speak(app, steps.SENTENCES[0])
            app.click('This Round')
            app.click('End This Round Early', Role.MENU_ITEM)
            app.find('Break', Role.FRAME)
            app.says(words)
            app.click('Finish for Today')
            app.find('Your Loops', Role.LIST)
            app.gone(words, seconds=SOON_S)
    finally:
        sound.control('set-source-mute', 'mic.monitor', '0')


@tap.test
def _sound_server_dies():
    """A sound server that dies in an answer is named, and the clip goes on when it is back."""
    stage, home = Faults.stage, Faults.stage.new_home()
    stage.set(home, speak_questions='false')
    with App(stage, home, '--pack', stage.tiny_pack) as app:
        steps.set_up(app, 'L5')
        steps.press_one(app, steps.ENTER, steps.by_pointer)
        app.find('Done', Role.PUSH_BUTTON)
        steps.speak(app, steps.SENTENCES[0])
        with contextlib.ExitStack() as back:
            stage.sound.stop()
            back.callback(stage.sound.start)
            trouble = app.says('There is no sound server')
        app.gone(trouble, seconds=20)
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


if __name__ == '__main__':
    with Stage(tap.BUILD) as Faults.stage:
        tap.main()
