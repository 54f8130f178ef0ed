# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that a person goes through the program, by pointing."""

import itertools
import re

import processes
import speech
from app import WAIT
from nodes import GLib, Role, State
from stage import ROOT

# The second pack that comes with the program.
OTHER_PACK = ROOT / 'data' / 'packs' / 'engineering-manager.json'
OTHER_TITLE = 'Engineering manager at Hollinpike'

# What is answered, in order. No two are alike, so that each can be found again.
SENTENCES = (
    'I cut the scope to nineteen screens, since the data said so.',
    'We were four weeks late, and I told the director on the same day.',
    'The second region failed over in eleven minutes, and nobody noticed.',
    'I asked both teams to write down what they needed, and by when.',
    'Looking back, I would have measured the queue before the launch.',
    'Nobody owned the migration, so I did, until the last table had moved.',
    'The price of that was a slower start, and I would pay it again.',
    'Seven of the forty services took three quarters of the time.',
)


# A loop that has just been held, at whatever time of night.
LATELY = ('Today, …', 'Yesterday, …')

SPEAKING_S = 25  # the longest that an interviewer takes to greet and to ask
MOST_CELLS = 40
MOST_VOTES = 6
ROUND_S = 100  # a round of half a minute, with its last sentence and the good-bye


def sentences():
    """What to say, without end."""
    return itertools.cycle(SENTENCES)


def set_up(app, *choices, screens=False):
    """From home to the lobby of a loop of the given level, mode, …"""
    app.click('Start a Full Loop')
    for choice in choices:
        app.toggle(choice)
    app.toggle('Begin With the Screens', Role.CHECK_BOX, screens)
    app.click('Begin')
    app.find('I Am Ready', Role.PUSH_BUTTON)


def unfold_microphone(app):
    """What a setup’s row has folded away, which it has not where something is wrong."""
    if not app.look('Record', Role.PUSH_BUTTON):
        app.reach('Microphone', Role.LIST_ITEM)
        app.press('Return')
        app.find('Record', Role.PUSH_BUTTON)


def open_packs(app):
    """The page of the preferences."""
    app.press('ctrl+comma')
    app.find(where=lambda node: node.name == 'Packs' and node.actions()).act()
    app.find('Packs of Questions', Role.LIST)


def speak(app, sentence):
    """Says a sentence into the microphone, to its end."""
    player = app.stage.sound.play(speech.say(sentence))
    assert player.wait(30) == 0, 'The sentence could not be played'


ENTER = ('I Am Ready', 'Go On')
LEAVE = ('I Am Ready', 'See the Debrief')


def by_pointer(_app, button):
    button.act()


def by_keys(app, button):
    """The one thing to do next has the focus, or gets it by Tab."""
    app.reach(button.name, button.role)
    app.press('space')


def press_one(app, names, do, seconds=WAIT):
    """Presses the one of these buttons that is there, waits until it has gone,
    and returns its name."""
    button = app.find(
        role=Role.PUSH_BUTTON,
        where=lambda node: node.name in names and node.has(State.SENSITIVE),
        seconds=seconds,
    )
    name = button.name
    do(app, button)
    app.gone(name, Role.PUSH_BUTTON)
    return name


def hold_rounds(app, sentences, in_break=lambda app, said: None, do=by_pointer):
    """From the lobby, or from where a loop was interrupted, to its debrief.
    Returns what was said: the sentences in answer to each question."""
    said = {}
    pressed = press_one(app, ENTER, do)
    while pressed != 'See the Debrief':
        answers = Round(app, sentences, do)
        answers.hold()
        said.update(answers.said)
        in_break(app, answers.said)
        pressed = press_one(app, LEAVE, do)
    app.find('Debrief', Role.FRAME)
    return said


class Round:
    """A round that is answered to its end, and what was said in it."""

    # What there may be in place of a button whose time was up.
    ELSE = ('Answer Now', 'Done', *LEAVE)

    def __init__(self, app, sentences, do=by_pointer):
        self.app = app
        self.sentences = sentences
        self.do = do
        self.said = {}  # the sentences in answer to each question, by its words
        self._question = None
        self._asked = None

    def hold(self):
        """From the first question to the break."""
        while self._is_asked():
            self._answer()

    def _is_asked(self):
        """Waits for the next question, and returns whether there is one."""
        found = self.app.find(
            role=Role.PUSH_BUTTON,
            where=lambda node: node.name in ('Done', *LEAVE),
            seconds=SPEAKING_S + ROUND_S,
        )
        return found.name == 'Done'

    def _answer(self):
        sentence = next(self.sentences)
        prompt = self._settled_prompt()
        if prompt is not None:
            self._question = prompt
        self.said.setdefault(self._question, []).append(sentence)
        speak(self.app, sentence)
        for name in ('Done', 'Next'):
            if self._wait_for(name, *self.ELSE) != name or not self._press(name):
                return

    def _wait_for(self, *names):
        return self.app.find(role=Role.PUSH_BUTTON, where=lambda node: node.name in names).name

    def _press(self, name):
        """Presses a button, unless its time was up before that."""
        try:
            press_one(self.app, [name], self.do)
        except (AssertionError, GLib.Error):
            if self._wait_for(name, *self.ELSE) == name:
                raise
            return False
        return True

    def _settled_prompt(self):
        """The question's words; None while it is a follow-up that is asked. What was
        asked before may still be shown, and what is read in the middle of a change
        is half of each: it is read until it is new, and the same twice."""
        before = self._asked
        read = processes.until(lambda: self._read_twice(before), WAIT, 'The next one is asked')
        self._asked = read
        where, prompt = read
        return None if 'follow-up' in where else prompt

    def _read_twice(self, before):
        read = self._read_asked()
        return read if read not in (None, before) and read == self._read_asked() else None

    def _read_asked(self):
        """Which question it is, and its words; None where none can be seen."""
        texts = self.app.texts()
        for where, prompt in zip(texts, texts[1:]):
            if re.match(r'Question \d+ of \d+', where):
                return where, prompt
        return None


DIMENSIONS = ('Structure', 'Ownership', 'Depth', 'Data', 'Decision and insight', 'Clarity')


CLAIMS = ('Deliver Results', 'Dive Deep', 'Earn Trust', 'Ownership')


def rate(app, question, score):
    """Rates an answer in the break, claims the first principle that was asked
    for, and returns it."""
    if not app.look(f'{DIMENSIONS[0]}: {score} of 5'):
        app.reach(question)
        app.press('space')
    for dimension in DIMENSIONS:
        app.toggle(f'{dimension}: {score} of 5')
    claim = app.find(role=Role.PUSH_BUTTON, where=lambda node: node.name in CLAIMS).name
    app.toggle(claim)
    app.says('Rated')
    return claim


def vote(app, name):
    """Votes for the round by the arrow keys alone, which choose what they come to."""
    app.reach(role=Role.RADIO_BUTTON)
    for _unused in range(MOST_VOTES):
        app.press('Right')
        if app.focused().name == name:
            break
    app.find(name, Role.RADIO_BUTTON, lambda node: node.has(State.CHECKED))


def go_to_cell(app, target, question):
    """Goes to a cell of the matrix by its keys, and returns it."""
    app.reach(role=Role.TABLE_CELL)
    for key, part in (('Down', f'{target}, question '), ('Right', f', question {question}: ')):
        for _unused in range(MOST_CELLS):
            cell = app.focused()
            if part in cell.name:
                break
            app.press(key)
        else:
            raise AssertionError(f'No cell for {part}')
    return cell


def go_to_claimed(app):
    """Goes to an answer that claims what it was asked for: to its cell of the
    matrix, or to its button where a narrow window has a list in its place."""
    wanted = app.find(where=lambda node: node.name.endswith(': claimed, asked'))
    if wanted.role != Role.TABLE_CELL:
        return app.reach(wanted.name)
    target, question = re.match(r'(.*), question (\d+): ', wanted.name).groups()
    return go_to_cell(app, target, int(question))
