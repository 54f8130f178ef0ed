#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page of the real program, in every look that it can have.

shots.py BUILD FOLDER [LOOK…]: a folder a look, and a sheet of all its pictures.
shots.py --publish BUILD FOLDER: the pictures of README.md and the metainfo anew."""

import contextlib
import dataclasses
import gettext
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import chooser
import coach
import extremes
import processes
import sharing
import speech
import steps
from app import WAIT, App
from hand import Hand
from library import ask_next, library_file, loops, onsite
from nodes import GLib, Role, State
from stage import ROOT, Stage, sized

TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON)
SCREEN = (1280, 1000)
ASIDE = (2, 200)  # on the frame: in the window, and on nothing that would tell what it is
SETTLED_S = 3  # a page that still moves then has a clock on it
CURVEBALL_MS = 3000
UNSAVED_S = 30
GUIDE_SECTIONS = 12
GUIDE_LIST = 7  # the section that ends in a list
EXHIBITS = ROOT / 'tests' / 'fixtures' / 'packs' / 'exhibits.json'
LOOKED_AT = {'usual': 'look-closely', 'extreme': 'look-at-all'}  # what one exhibit alone is drilled for
WIDE = 960  # in pixels: from here on an outline stands beside what it is of
SAMPLE_S = 60  # the program speaks all of it
DAYS_AGO = (1, 4, 9, 16)  # when past loops were held
DAMAGED = 4096  # bytes of a library's beginning
DAY_US = 24 * 60 * 60 * 1_000_000
# Without a compositor GTK draws a frame of its own around a window.
FRAME = 5


@dataclasses.dataclass(frozen=True)
class Look:
    """How the program is made to look."""

    name: str
    environment: dict = dataclasses.field(default_factory=dict)
    width: int = 1000
    height: int = 700
    language: str = 'en'
    dots_per_inch: int = 96


LOOKS = (
    Look('light'),
    Look('dark', {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}),
    Look('high-contrast', {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    Look(
        'high-contrast-dark',
        {'ADW_DEBUG_HIGH_CONTRAST': '1', 'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
    ),
    Look('right-to-left', language='ar'),
    Look('large-text', dots_per_inch=192, width=1200, height=880),
    Look('narrow', width=360, height=640),
    Look('narrow-large', dots_per_inch=192, width=360, height=640),
    Look('german', language='de'),
    *(
        Look(f'narrow-{language}', language=language, width=360, height=640)
        for language in ('ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt_BR', 'zh_CN')
    ),
)


# The pictures that are shown to the public, and what they are called there.
PUBLISHED = {
    '11-home': 'home',
    '32-room-answering': 'room',
    '50-debrief': 'debrief',
    '60-answer': 'answer',
}


# Where each language is spoken, for the dates and the numbers that go with it.
LOCALES = {
    'ar': 'ar_EG', 'de': 'de_DE', 'es': 'es_ES', 'fr': 'fr_FR', 'hi': 'hi_IN', 'ja': 'ja_JP',
    'pt_BR': 'pt_BR', 'zh_CN': 'zh_CN',
}  # fmt: skip


class Words:
    """What the program says, in the language that it says it in."""

    def __init__(self, build, language):
        self._told = gettext.translation(
            'onsite', build / 'po', languages=[language], fallback=True
        )

    def __call__(self, context, text):
        return self._told.pgettext(context, text).replace('_', '', 1)


def keep_past_loops(stage, home):
    """Some loops that were held on days past."""
    for _unused in DAYS_AGO:
        onsite(stage, home, 'sample')
    with contextlib.closing(sqlite3.connect(library_file(home))) as library, library:
        for loop, days in zip(loops(stage, home), DAYS_AGO):
            library.execute(
                'UPDATE loop SET sample = 0, created_at_us = created_at_us - ?1,'
                ' finished_at_us = finished_at_us - ?1 WHERE id = ?2',
                (days * DAY_US, loop['id']),
            )


class Camera:
    """Goes through the program in one look, and takes pictures."""

    def __init__(self, stage, look, folder):
        self.stage = stage
        self.look = look
        self.folder = folder
        self.words = Words(stage.build, look.language)
        self.app = None
        self.too_wide = []
        self._locale = self._make_locale()

    def _make_locale(self):
        """The environment of who speaks the language. A bare system has no such
        locale; its source is made one."""
        locale = LOCALES.get(self.look.language)
        if locale is None:
            return {}
        made = self.stage.folder / 'locales'
        made.mkdir(exist_ok=True)
        subprocess.run(
            ['localedef', '-i', locale, '-f', 'UTF-8', '--no-archive', made / f'{locale}.UTF-8'],
            check=True,
        )  # fmt: skip
        return {'LOCPATH': str(made), 'LC_ALL': f'{locale}.UTF-8'}

    # Ways of a person, in the language of the look

    @contextlib.contextmanager
    def program(self, home, *arguments, **settings):
        self._furnish(home, **settings)
        environment = {
            **self.look.environment, **self._locale, 'LANGUAGE': self.look.language
        }  # fmt: skip
        _point_at(ASIDE)
        with App(self.stage, home, *arguments, environment=environment) as self.app:
            yield

    def _furnish(self, home, **settings):
        folder = home / 'config' / 'gtk-4.0'
        folder.mkdir(parents=True, exist_ok=True)
        (folder / 'settings.ini').write_text(
            '[Settings]\ngtk-enable-animations=0\ngtk-font-name=Cantarell 11\n', encoding='utf-8'
        )
        size = {'window_width': self.look.width, 'window_height': self.look.height}
        self.stage.set(home, **size, **settings)

    def click(self, context, text, role=Role.PUSH_BUTTON):
        """Presses what has this name and can be pressed, and not only bears it."""
        self.app.find(
            self.words(context, text), role, lambda node: node.has(State.SENSITIVE) and node.actions()
        ).act()

    def press_unless_over(self, text, *then):
        """Presses the one thing to do next, of which there is an end without that too.
        Taking a picture may last longer."""
        text, *then = (self.words('button', each) for each in (text, *then))
        button = self.app.find((text, *then), Role.PUSH_BUTTON, _sensitive)
        if button.name == text:
            with contextlib.suppress(GLib.Error):
                button.act()
        self.app.find(tuple(then), Role.PUSH_BUTTON)

    def open_menu(self, name, context, item):
        self.click('button', name)
        self.find(context, item, Role.MENU_ITEM)

    def choose(self, context, text):
        """Chooses from the menu that is open."""
        self.click(context, text, Role.MENU_ITEM)

    def find(self, context, text, role=None, **options):
        return self.app.find(self.words(context, text), role, **options)

    def toggle(self, context, text, role=Role.RADIO_BUTTON, on=True):
        self.app.toggle(self.words(context, text), role, on)

    def says(self, context, text, seconds=WAIT):
        """Waits until it is said, apart from what is put in when the program runs."""
        parts = re.split(r'%(?:\d\$)?[a-z]', self.words(context, text))
        self.app.says(max(parts, key=len), seconds)

    def back(self, context, title):
        self.click('button', 'Back')
        self.find(context, title, Role.FRAME)

    # Pictures

    def take(self, name):
        """Takes a picture of the display once it has come to rest."""
        path = self.folder / f'{name}.png'
        deadline = time.monotonic() + SETTLED_S
        before = None
        while True:
            now = self._screen()
            if now == before or time.monotonic() > deadline:
                break
            before = now
        self._hold_to_width(name)
        self._crop(path)

    def _hold_to_width(self, name):
        """A page that needs more room than there is makes its window wider."""
        width = self._windows()[0].extents.width
        if width > self.look.width:
            self.too_wide.append(f'{self.look.name}/{name}: {width} of {self.look.width} pixels')

    def _screen(self):
        return subprocess.run(
            ['import', '-window', 'root', 'rgb:-'], check=True, capture_output=True
        ).stdout

    def _crop(self, path):
        window = self._extents()
        subprocess.run(
            ['import', '-window', 'root', '-crop', window, '+repage', str(path)], check=True
        )

    def _extents(self):
        """All windows, without their frames."""
        frames = [frame.extents for frame in self.app.root.children() if frame.shown]
        width = max(frame.width for frame in frames)
        height = max(frame.height for frame in frames)
        return f'{width}x{height}+{FRAME}+{FRAME}'

    # Pages

    def go(self):
        self._broken(self._new_here())
        self._at_home()
        self._saving()
        self._coached()
        for name, principle in LOOKED_AT.items():
            self._exhibit(name, principle)
        self._extreme_pack()
        self._extreme_library()

    def _new_here(self):
        """What somebody sees who has never used the program. Returns where they did."""
        home = self.stage.new_home()
        with self.program(home):
            self.find('button', '_Start a Full Loop', where=_focused)
            self.take('10-home-first')
            self.app.press('ctrl+comma')
            self._take_window('90-preferences')
            self.app.press('ctrl+question')
            self._take_window('91-shortcuts')
            self._guide()
            self.open_menu('Main Menu', 'menu', '_About Onsite')
            self.take('13-menu')
            self.choose('menu', '_About Onsite')
            self._take_window('92-about')
            self._sample()
            self.app.press('ctrl+q')
            self.app.wait()
        return home

    def _sample(self):
        """What it is to look around in, first of all."""
        self.click('button', 'Look Around in a Sample Loop')
        self.find('title', 'Debrief', Role.FRAME, seconds=SAMPLE_S)
        self.find('debrief', 'What the Answers Cover', Role.LABEL)
        self.take('53-debrief-sample')
        self.back('application', 'Onsite')
        self.find('home', 'Your Loops', Role.LIST)
        self.take('14-home-sample')

    def _coached(self):
        """What a coach says of a loop, and where both differ."""
        home = self.stage.new_home()
        review = coach.differing_review_of(coach.export(self.stage, home, '--include-ratings'))
        onsite(self.stage, home, 'import', coach.save(home, 'ada', review))
        with self.program(home):
            self._open_loop(0)
            self.app.reach(self.words('button', 'Remove This Review'))
            self.take('54-debrief-coach')
            tour = self.words('coach', 'Hear Where You Differ')
            self.app.reach(tour, Role.LIST_ITEM, backwards=True)
            self.app.press('Return')
            self._pause()
            self.take('65-tour')

    def _guide(self):
        """Every section, and what a search finds."""
        self.app.press('F1')
        self.find('page title', 'Guide', Role.FRAME)
        self.take('70-guide-1')
        for number in range(2, GUIDE_SECTIONS + 1):
            self.app.press('alt+Page_Down')
            self.take(f'70-guide-{number}')
            if number == GUIDE_LIST:
                self._scroll_down()
                self.take(f'70-guide-{number}-below')
        if self.look.width < WIDE:
            self.toggle('button', 'Contents', TOGGLES)
            self.take('72-guide-contents')
            self.toggle('button', 'Contents', TOGGLES, False)
        self.app.press('ctrl+f')
        self.app.type('vesting of')
        self.says('guide', '%u of %u')
        self.take('71-guide-found')
        self.app.press('Escape', 'Escape')
        self.find('button', '_Start a Full Loop', where=_sensitive)

    def _windows(self):
        return [window for window in self.app.root.children() if window.shown]

    def _take_window(self, name):
        """A picture of a window that opens over the first one, and its end."""
        processes.until(lambda: len(self._windows()) == 2, WAIT, f'{name} is shown')
        self._fit()
        self.take(name)
        self.app.press('Escape')
        processes.until(lambda: len(self._windows()) == 1, WAIT, f'{name} is gone')

    def _fit(self):
        """Makes the last window no larger than the first, as a telephone would."""
        found = subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--pid', str(self.app.pid)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        window = self._windows()[-1]
        size = [
            min(is_now, most) + 2 * FRAME
            for is_now, most in (
                (window.extents.width, self.look.width),
                (window.extents.height, self.look.height),
            )
        ]
        subprocess.run(
            ['xdotool', 'windowsize', found.stdout.split()[-1], *map(str, size)], check=True
        )

    def _broken(self, home):
        """A library whose first page is damaged, and what is saved of it."""
        with library_file(home).open('r+b') as library:
            library.write(b'?' * DAMAGED)
        with self.program(home):
            self.find('button', '_Try Again', Role.PUSH_BUTTON)
            self.take('93-trouble')
            self.click('button', '_Save What Can Be Read')
            self.find('trouble', 'The Library Is in Order Again')
            self._take_window('94-trouble-mended')

    def _at_home(self):
        """What somebody sees who comes back, and holds one more round."""
        home = self.stage.new_home()
        keep_past_loops(self.stage, home)
        with self.program(home):
            self.find('home', 'Your Loops', Role.LIST)
            self.take('11-home')
            self._drills()
            self._setup()
            self._room(home)
            self._break()
            self._outage(home)
            self._debriefs()
        self._answered()

    def _drills(self):
        """The menu of all that can be drilled, and one of its own below it."""
        self.click('button', '_Drill')
        by_principle = self.find('drill', 'By _Principle', Role.MENU_ITEM)
        self.take('11-home-drill')
        by_principle.act()
        self.take('11-home-drill-principle')
        self.app.press('Escape')
        self.find('button', '_Drill', where=_focused)

    def _setup(self):
        self.app.press('ctrl+n')
        self.find('button', '_Begin', Role.PUSH_BUTTON, where=_sensitive)
        self.take('20-setup-loop')
        self._microphone()
        self.toggle('setup', 'Drill')
        self.take('21-setup-drill')
        self._drill_list()
        self.toggle('setup', 'Whole Loop')
        self.toggle('mode', 'Practice')
        self.toggle('setup', 'Begin With the Screens', Role.CHECK_BOX, False)
        self._check()
        self.click('button', '_Begin')

    def _drill_list(self):
        """What a row opens to choose from."""
        self.app.reach(self.words('setup', 'Questions On'), Role.COMBO_BOX)
        self.app.press('Return')
        self.app.find('GtkListView', Role.LIST)
        self.take('21-setup-drill-list')
        self.app.press('Escape')

    def _check(self):
        """How one sounds, in words and figures."""
        self.app.reach(self.words('setup', 'Microphone'), Role.LIST_ITEM)
        self.app.press('Return')
        player = self.stage.sound.play(speech.say(' '.join(steps.SENTENCES)))
        self.click('button', '_Record')
        self.find('button', '_Listen', Role.PUSH_BUTTON)
        processes.end(player)
        self._scroll_down()
        self.take('24-setup-checked')

    def _microphone(self):
        """Nothing to be heard, then a voice, and then quiet again."""
        self.says('microphone', 'We can’t hear you. Is the microphone muted?')
        self.take('22-setup-silence')
        player = self.stage.sound.play(speech.say(' '.join(steps.SENTENCES)))
        self.says('microphone', 'We hear you')
        self.take('23-setup-heard')
        processes.end(player)

    def _room(self, home):
        self.find('button', 'I Am _Ready', Role.PUSH_BUTTON, where=_sensitive)
        self.take('30-room-lobby')
        self.click('button', 'I Am _Ready')
        self.find('button', '_Answer Now', Role.PUSH_BUTTON)
        self.take('31-room-asking')
        self.press_unless_over('_Answer Now', '_Done')
        self._answer(home)
        self.click('button', '_Done')
        with contextlib.suppress(AssertionError):  # five seconds, which may be over by then
            self.find('button', '_Keep Talking', Role.PUSH_BUTTON, seconds=SETTLED_S)
        self.take('36-room-done')
        self.press_unless_over('_Next', '_Answer Now', '_Done')
        self.take('37-room-follow-up')
        self._mumble()

    def _mumble(self):
        """An answer that nobody can hear, and is told so."""
        self.stage.sound.control('set-source-mute', 'built-in', '1')
        self.find('button', '_Done', Role.PUSH_BUTTON, seconds=steps.SPEAKING_S)
        self._wait_for_clock(_get_seconds(self.app.find(where=_get_seconds)))
        self.click('button', '_Done')
        self.find('button', '_Answer Again', Role.PUSH_BUTTON)
        self.take('37-room-unusable')
        self.stage.sound.control('set-source-mute', 'built-in', '0')

    def _answer(self, home):
        player = self.stage.sound.play(speech.say(' '.join(steps.SENTENCES)))
        self._wait_for_clock()
        self.take('32-room-answering')
        self.toggle('button', 'Notes', TOGGLES)
        self.find('accessible', 'Notes for this answer', where=_focused)
        self.app.type('four weeks late, said so the same day')
        self.take('33-room-notes')
        self.toggle('button', 'Notes', TOGGLES, False)
        with locked(home):
            self.says('room', '%s not saved yet. It is kept in memory; go on.', UNSAVED_S)
            self.take('34-room-not-saved')
        processes.end(player)
        self.open_menu('This Round', 'menu', '_Pause')
        self.take('38-room-menu')
        self.choose('menu', '_Pause')
        self.find('button', '_Go On', Role.PUSH_BUTTON)
        self.take('35-room-paused')
        self.click('button', '_Go On')

    def _wait_for_clock(self, begun_s=0):
        """Until an answer that begins then has gone on for three seconds."""
        self.app.find(where=lambda node: (_get_seconds(node) or 0) >= begun_s + 3)

    def _exhibit(self, name, principle):
        """A design review, and what is found of it in the debrief."""
        drill = {'kind': 'drill', 'mode': 'practice', 'drill': 'principle', 'drill_target': principle}
        settings = {f'default_{key}': f"'{value}'" for key, value in drill.items()}
        home = self.stage.new_home()
        with self.program(home, '--pack', extremes.make_unhurried(EXHIBITS, home), **settings):
            self.find('button', '_Start a Full Loop', where=_focused)
            self.app.press('ctrl+n')
            self.click('button', '_Begin')
            self.click('button', 'I Am _Ready')
            self.press_unless_over('_Answer Now', '_Done')
            self.take(f'80-exhibit-{name}')
            self.open_menu('This Round', 'menu', 'Show a _Hint')
            self.choose('menu', 'Show a _Hint')
            self.find('exhibit', 'Risks of the Proposal', Role.LABEL)
            self._scroll_down()
            self.take(f'81-exhibit-{name}-hint')
            self.click('button', 'Open _Large')
            self._take_window(f'82-exhibit-{name}-large')
            self.open_menu('This Round', 'menu', '_End This Round Early')
            self.choose('menu', '_End This Round Early')
            self.click('button', 'See the _Debrief')
            self.find('title', 'Debrief', Role.FRAME)
            self.app.find(where=_is_answer).act()
            self.click('answer', 'The Exhibit, and Its Risks')
            self.find('exhibit', 'Risks of the Proposal', Role.LABEL)
            self.app.reach(self.words('button', 'Open _Large'), Role.PUSH_BUTTON)
            self.take(f'83-exhibit-{name}-answer')

    def _extreme_pack(self):
        """Words as long as a pack may have them, from setup to the debrief."""
        home = self.stage.new_home()
        pack = extremes.make_pack(home)
        onsite(self.stage, home, 'packs', 'add', pack)
        with self.program(home):
            self.find('button', '_Start a Full Loop', where=_focused)
            self._packs()
            self.app.press('ctrl+n')
            self.find('button', '_Begin', Role.PUSH_BUTTON, where=_sensitive)
            self.take('x0-setup')
            self.toggle('mode', 'Practice')
            self.click('button', '_Begin')
            self.find('button', 'I Am _Ready', Role.PUSH_BUTTON, where=_sensitive)
            self.take('x1-room-lobby')
            self.click('button', 'I Am _Ready')
            self.press_unless_over('_Answer Now', '_Done')
            player = self.stage.sound.play(speech.say(' '.join(steps.SENTENCES)))
            self._wait_for_clock()
            self.take('x2-room-answering')
            processes.end(player)
            self.open_menu('This Round', 'menu', '_End This Round Early')
            self.choose('menu', '_End This Round Early')
            self.find('page title', 'Break', Role.FRAME)
            self._long_break()
            self.click('button', '_Finish for Today')
            self.find('home', 'Your Loops', Role.LIST)
            self.take('x6-home-interrupted')

    def _long_break(self):
        """Played meanwhile, told at length, and voted."""
        self.click('break', 'Play This Answer')
        self.find('player', 'Pause')
        self.take('x3-break-playing')
        self.find('form', 'Which _Story It Was', Role.TEXT).write(extremes.STORY)
        self.find('form', 'N_ote', Role.TEXT).write(extremes.NOTE)
        self.app.find(extremes.VOTE, Role.RADIO_BUTTON).act()
        self._scroll_down()
        self.take('x4-break-below')

    def _packs(self):
        """The page of packs, one of them, and the page again once that is in use."""
        self.app.press('ctrl+comma')
        packs = self.words('preferences', '_Packs')
        self.app.find(where=lambda node: node.name == packs and node.actions()).act()
        self.find('preferences', 'Packs of Questions', Role.LIST)
        self._fit()
        self.take('x7-packs')
        self.app.reach(extremes.TITLE, Role.LIST_ITEM)
        self.app.press('Return')
        self.find('button', '_Ask From This Pack')
        self.take('x8-pack')
        self.click('button', '_Ask From This Pack')
        self.app.gone(self.words('button', '_Ask From This Pack'))
        self.app.reach(extremes.TITLE, Role.LIST_ITEM)
        self.find('preferences', 'Packs of Questions', Role.LIST)
        self.take('x9-packs-in-use')
        self.app.press('Escape')
        processes.until(lambda: len(self._windows()) == 1, WAIT, 'The preferences are gone')

    def _extreme_library(self):
        """Loops and answers that are long, and some that lack something."""
        home = self.stage.new_home()
        extremes.make_library(self.stage, home)
        with self.program(home):
            self.find('home', 'Your Loops', Role.LIST)
            self.take('y0-home')
            self.click('home', 'When Is It?')
            self.find('accessible', 'The day of your onsite')
            self.take('y1-home-calendar')
            self.app.press('Escape')
            self.app.gone(self.words('accessible', 'The day of your onsite'))
            self._open_loop(0)
            self.take('y2-debrief-forty')
            self._scroll_down()
            self.take('y3-debrief-forty-below')
            self._long_answer()
            self.back('title', 'Debrief')
            self.back('application', 'Onsite')
            self._open_loop(1)
            self.take('y7-debrief-unrated')

    def _long_answer(self):
        """Much that was told of it; one that has no clip; one whose clip has a gap."""
        self._open_answer('y4-answer-long', number=1)
        self.click('answer', 'Next Answer')
        self.find('clip', 'Nothing was recorded here.')
        self.take('y5-answer-without-clip')
        self.click('answer', 'Next Answer')
        self.says('clip', 'Nothing was recorded for %s in the middle.')
        self.take('y6-answer-with-gap')

    def _break(self):
        self.open_menu('This Round', 'menu', '_Pause')
        self.choose('menu', '_End This Round Early')
        self.find('page title', 'Break', Role.FRAME)
        self.take('40-break')
        self.click('button', '_Finish for Today')
        self.find('home', 'Your Loops', Role.LIST)
        self.take('12-home-interrupted')

    def _outage(self, home):
        """What is to be read beside a question, and what breaks into an answer to it."""
        ask_next(home, 'outage-after-a-slip', CURVEBALL_MS)
        self.app.find(self.words('button', '_Continue') + ' …', Role.PUSH_BUTTON).act()
        self.click('button', 'I Am _Ready')
        self.find('button', '_Answer Now', Role.PUSH_BUTTON)
        self.take('39-room-outage')
        self.press_unless_over('_Answer Now', '_Done')
        self.says('room', 'Question %u of %u · something has changed')
        self.take('39-room-outage-curveball')
        self.open_menu('This Round', 'menu', '_Pause')
        self.choose('menu', '_End This Round Early')
        self.find('page title', 'Break', Role.FRAME)
        with contextlib.suppress(AssertionError):  # a toast that may be over by then
            self.says('unusable', 'Nobody can be heard in this answer. Is the microphone muted?', SETTLED_S)
        self.take('41-break-told')
        self.click('button', '_Finish for Today')
        self.find('home', 'Your Loops', Role.LIST)

    def _debriefs(self):
        """From the newest loop, of which almost nothing was answered, to the oldest."""
        self._open_loop(0)
        self.take('52-debrief-gaps')
        self._open_answer('62-answer-unrated')
        self.app.reach(self.words('answer', 'About This Recording'))
        self.app.press('space')
        self.take('64-answer-recording')
        self._go_to_outage()
        self.take('63-answer-outage')
        self.back('title', 'Debrief')
        self.back('application', 'Onsite')
        self._open_loop(-1)
        self.take('50-debrief')
        self._open_answer('60-answer')
        self._scroll_down()
        self.take('61-answer-below')
        self.back('title', 'Debrief')
        self._scroll_down()
        self.take('51-debrief-below')
        self._share()

    def _share(self):
        """What of a loop is handed on, before and after it's saved."""
        self.app.press('ctrl+e')
        self.find('page title', 'Share With a Coach', Role.FRAME)
        self.find('manifest', 'Notes')
        self.take('54-share')
        self._share_others()
        self._spans()
        self.app.reach(self.words('share', 'Your Name'), Role.TEXT)
        self.take('55-share-below')
        self.app.reach(self.words('button', '_Save…'), Role.PUSH_BUTTON)
        self.take('56-share-manifest')
        path = self.folder / 'page.html'
        self._save_to(path)
        self.find('share', 'Show in _Folder')
        self.take('57-share-saved')
        path.unlink()
        self.click('share', '_Done')
        self.find('title', 'Debrief', Role.FRAME)

    def _share_others(self):
        """All that there are to choose from, and none again."""
        others = self.find('share', 'Choose others').parent
        while others.role != Role.LIST_ITEM:
            others = others.parent
        self.app.reach(others.name, Role.LIST_ITEM)
        self.app.press('Return')
        self.app.find(role=Role.CHECK_BOX, where=lambda node: node.has(State.CHECKED))
        self.take('54-share-choices')
        self.app.press('Return')

    def _spans(self):
        """What of an answer is muted, and what else is chosen of it with the pointer."""
        self.click('share', 'Mute or Cut…')
        self.find('player', 'Play', Role.PUSH_BUTTON, where=_sensitive)
        hand = Hand(self.app)
        waveform = self.find('player', 'Place in the recording', Role.SLIDER)
        with hand.holding(waveform, 0.2):
            hand.drag(waveform, 0.2, 0.4)
        self.click('spans', '_Mute')
        self.find('spans', 'Muted and Cut', Role.LIST)
        with hand.holding(waveform, 0.6):
            hand.drag(waveform, 0.6, 0.8)
        _point_at(ASIDE)
        self.take('54-share-spans')
        self.app.reach(self.words('spans', '_Cut'), Role.PUSH_BUTTON)
        self.take('54-share-spans-below')
        self.back('page title', 'Share With a Coach')

    def _saving(self):
        """What takes long to save, and a place where nothing can be written."""
        home = self.stage.new_home()
        sharing.make_long_loop(self.stage, home)
        with self.program(home):
            self._open_loop(0)
            self.click('page title', 'Share With a Coach')
            self._save_to(pathlib.Path('/proc/page.html'))
            self.find('dialog', 'Nothing Was Saved')
            self.take('58-share-failed')
            self.app.press('Escape')
            self._save_to(home / 'page.html')
            self.find('button', '_Cancel')
            self.take('58-share-saving')
            self.app.press('Escape')
            self.find('dialog', 'Stop Saving?')
            self.take('58-share-stop')
            self.click('dialog', 'S_top')
            self.find('title', 'Debrief', Role.FRAME)

    def _save_to(self, path):
        self.click('button', '_Save…')
        chooser.choose(
            self.app, self.words('dialog', 'Save for a Coach'), path, self.words('dialog', '_Save')
        )

    def _answered(self):
        """What coaches say of an answer, and the answer to that."""
        home = self.stage.new_home()
        capsule = coach.export(self.stage, home)
        for name, score in (('Ada', 1), ('Émile', 4)):
            review = coach.review_of(
                capsule, name, score, comments=2, vote=capsule['votes'][score // 2]['id']
            )
            onsite(self.stage, home, 'import', coach.save(home, 'review', review))
        with self.program(home):
            self._open_loop(0)
            self.app.reach(coach.COMMENT, Role.LIST_ITEM)
            self.take('54-debrief-coaches')
            self.app.press('Return')
            self._pause()
            self._named('Reply to %s').write(coach.REPLY)
            done = self._named('Done: %s')
            self.app.reach(done.name, done.role)
            self.app.press('space')
            self.says('coach', '%u of %u done')
            self.take('65-answer-comments')
            self.app.reach(capsule['principles'][0]['name'], Role.LIST_ITEM)
            self.take('66-answer-side-by-side')
            self._again()

    def _named(self, name):
        """What of the first comment's row is called so."""
        first, last = self.words('comment', name).split('%s')
        return self.app.find(
            where=lambda node: node.name.startswith(first)
            and node.name.endswith(last)
            and 'Ada' in node.name
        )

    def _again(self):
        """The comment is there to be read all the while."""
        self._named('Answer Again: %s').act()
        self.find('button', 'I Am _Ready', Role.PUSH_BUTTON, where=_sensitive)
        self.take('39-room-again-lobby')
        self.click('button', 'I Am _Ready')
        self.press_unless_over('_Answer Now', '_Done')
        player = self.stage.sound.play(speech.say(' '.join(steps.SENTENCES)))
        self._wait_for_clock()
        self.take('39-room-again')
        processes.end(player)
        self.open_menu('This Round', 'menu', '_End This Round Early')
        self.choose('menu', '_End This Round Early')
        self.says('comment', 'What this take answers: take %u, %s')
        self.take('67-answer-again')

    def _open_loop(self, index):
        loop_list = self.find('home', 'Your Loops', Role.LIST)
        row = list(loop_list.children())[index]
        self.app.reach(row.name, Role.LIST_ITEM)
        self.app.press('Return')
        self.find('title', 'Debrief', Role.FRAME)
        self.find('debrief', 'What the Answers Cover', Role.LABEL)

    def _open_answer(self, name, number=None):
        """The first that there is on the page, or the first to that question."""
        answer = self.app.find(
            where=lambda node: _is_answer(node) and number in (None, _get_number(node))
        )
        self.app.reach(answer.name, answer.role)
        self.app.press('Return')
        self._pause()
        self.take(name)

    def _pause(self):
        """What plays, unless it has come to its end by then."""
        pause, play = (self.words('player', each) for each in ('Pause', 'Play'))
        with contextlib.suppress(AssertionError):
            self.app.find(pause, Role.PUSH_BUTTON, seconds=SETTLED_S).act()
        self.app.find(play, Role.PUSH_BUTTON)

    def _go_to_outage(self):
        outage = self.words('answer', 'What Happened, and What Was Behind It')
        while not self.app.look(outage):
            before = self.app.texts()
            self.click('answer', 'Next Answer')
            processes.until(lambda: self.app.texts() != before, WAIT, 'The next answer is shown')
        self.app.reach(outage)
        self.app.press('Return')
        self.find('outage', 'Root Cause')

    def _scroll_down(self):
        """By the wheel, over the middle of the window."""
        middle = (self.look.width // 2, self.look.height // 2)
        before = self._screen()
        _point_at(middle)
        subprocess.run(['xdotool', 'click', '--repeat', '60', '--delay', '5', '5'], check=True)
        _point_at(ASIDE)
        processes.until(lambda: self._screen() != before, SETTLED_S, 'The page scrolls')


@contextlib.contextmanager
def locked(home):
    """Somebody else writes into the library, and doesn't come to an end."""
    with contextlib.closing(sqlite3.connect(library_file(home), isolation_level=None)) as library:
        library.execute('BEGIN IMMEDIATE')
        yield
        library.execute('ROLLBACK')


def _point_at(place):
    subprocess.run(['xdotool', 'mousemove', *map(str, place)], check=True)


def _is_answer(node):
    """A cell of the matrix, or what stands for one where there is no room for it."""
    return node.role in (Role.TABLE_CELL, Role.PUSH_BUTTON) and re.search(r' \d+\s?[:：]', node.name)


def _get_number(node):
    """That of the question, in the name of an answer."""
    return int(re.findall(r' (\d+)\s?[:：]', node.name)[-1])


def _get_seconds(node):
    """Of an answer that goes on, by its clock; None for what shows none."""
    told = re.search(r'(?<!\d)(\d):(\d\d)(?!\d)', node.text)
    return int(told[1]) * 60 + int(told[2]) if told else None


def _sensitive(node):
    return node.has(State.SENSITIVE)


def _focused(node):
    return node.has(State.FOCUSED)


def make_sheet(folder):
    """All pictures of a look on one sheet, to be looked at together."""
    pictures = sorted(folder.glob('*.png'))
    font = subprocess.run(
        ['fc-match', '--format=%{file}', 'Cantarell'], check=True, capture_output=True, text=True
    ).stdout
    subprocess.run(
        ['montage', '-font', font, '-label', '%t', '-tile', '4x', '-geometry', '640x480>+8+8',
         '-background', '#808080', *map(str, pictures), str(folder.with_suffix('.png'))],
        check=True,
    )  # fmt: skip


def publish(pictures):
    """Without what a picture tells of when it was taken."""
    for name, public_name in PUBLISHED.items():
        target = ROOT / 'data' / 'screenshots' / f'{public_name}.png'
        subprocess.run(['convert', pictures / f'{name}.png', '-strip', target], check=True)


def take_all(build, folder, names=()):
    """Returns a word on each page that did not fit into its window."""
    too_wide = []
    with Stage(build, f'{SCREEN[0]}x{SCREEN[1]}x24') as stage:
        # Or else setup says that there is none: a monitor is nobody's microphone.
        stage.sound.plug_in('built-in', 'Built-in')
        stage.sound.control('set-default-source', 'built-in')
        for look in LOOKS:
            if names and look.name not in names:
                continue
            pictures = folder / look.name
            shutil.rmtree(pictures, ignore_errors=True)
            pictures.mkdir(parents=True)
            camera = Camera(stage, look, pictures)
            with sized(look.dots_per_inch):
                camera.go()
            make_sheet(pictures)
            print(f'{look.name}: {len(list(pictures.glob("*.png")))} pictures', flush=True)
            too_wide += camera.too_wide
    return too_wide


def main(arguments):
    publishing = arguments[:1] == ['--publish']
    build, folder, *names = arguments[publishing:]
    if publishing:
        names = [LOOKS[0].name]
    too_wide = take_all(pathlib.Path(build), pathlib.Path(folder), names)
    if publishing:
        publish(pathlib.Path(folder) / LOOKS[0].name)
    for complaint in too_wide:
        print(f'Too wide: {complaint}')
    sys.exit(1 if too_wide else 0)


if __name__ == '__main__':
    main(sys.argv[1:])
