# SPDX-License-Identifier: GPL-3.0-or-later
"""A way through every page of the program, with real content, for those who
look at them."""

import pathlib

import coach
import nodes
import processes
import sharing
import steps
from app import WAIT, App
from library import ask_next, onsite
from nodes import Role, State

STILL = '[Settings]\ngtk-enable-animations=false\n'

# A window of the library.
FOREIGN_PAGES = ('about',)

CURVEBALL_MS = 2000
NO_CURVEBALL = 0

ANSWER = 'We had nineteen days, and I cut the scope, since the data said so.'


def take(stage, visit, environment=None, **settings):
    """Calls visit (page, app) on every page that a person meets."""
    home, coached = _new_home(stage, settings), _new_home(stage, settings)

    with App(stage, home, environment=environment) as app:
        app.find('Start a Full Loop')
        visit('home-empty', app)

    onsite(stage, home, 'sample')
    with App(stage, home, environment=environment) as app:
        tour = Tour(app, visit)
        tour.home()
        tour.debrief()
        tour.setup()
        tour.room()
        tour.outage()
        tour.exhibit()

    keep_reviews(stage, coached)
    with App(stage, coached, environment=environment) as app:
        tour = Tour(app, visit)
        tour.coached()
        tour.share()

    letter = home / 'letter.txt'
    letter.write_text('Dear reader, ' * 100, encoding='utf-8')
    with App(stage, home, '--library', letter, environment=environment) as app:
        app.find('Try Again', Role.PUSH_BUTTON)
        visit('trouble', app)


def _new_home(stage, settings):
    home = stage.new_home()
    stage.set(home, **settings)
    (home / 'config' / 'gtk-4.0').mkdir(parents=True)
    (home / 'config' / 'gtk-4.0' / 'settings.ini').write_text(STILL, encoding='utf-8')
    return home


def keep_reviews(stage, home):
    """Of a sample loop, by two coaches: one hears much of it differently, one has much to say."""
    capsule = coach.export(stage, home, '--include-ratings')
    reviews = (coach.differing_review_of(capsule), coach.review_of(capsule, 'Émile', 4, comments=2))
    for review in reviews:
        onsite(stage, home, 'import', coach.save(home, 'review', review))


class Tour:
    """The part of the way that begins at home, with a loop in the library."""

    def __init__(self, app, visit):
        self.app = app
        self.visit = visit

    def _windows(self):
        return nodes.read(lambda: [str(node) for node in self.app.root.children()], [])

    def _in_window(self, page, opening, closing=('Escape',)):
        """Visits what comes in a window of its own, and closes it."""
        alone = self._windows()
        opening()
        processes.until(lambda: len(self._windows()) > len(alone), WAIT, f'{page} comes')
        self.visit(page, self.app)
        self.app.press(*closing)
        processes.until(lambda: self._windows() == alone, WAIT, f'{page} goes')

    def home(self):
        app = self.app
        app.find('Your Loops', Role.LIST)
        self.visit('home', app)
        app.click('Main Menu')
        app.find('About Onsite', Role.MENU_ITEM)
        self.visit('menu', app)
        self._in_window('about', app.find('About Onsite', Role.MENU_ITEM).act)
        self._in_window('preferences', lambda: app.press('ctrl+comma'))
        self._in_window('packs', lambda: steps.open_packs(app))
        self._in_window('pack', self._open_pack, ('Escape', 'Escape'))
        self._in_window('shortcuts', lambda: app.press('ctrl+question'))
        self.guide()

    def _open_pack(self):
        steps.open_packs(self.app)
        self.app.reach(steps.OTHER_TITLE, Role.LIST_ITEM)
        self.app.press('Return')
        self.app.find('Ask From This Pack')

    def guide(self):
        app = self.app
        app.press('F1')
        app.find('Guide', Role.FRAME)
        self.visit('guide', app)
        app.press('ctrl+f')
        app.type('similar to')
        app.find('1 of 1')
        app.find(role=Role.HEADING, where=lambda node: node.text == 'By level and role')
        self.visit('guide-search', app)
        app.press('Escape', 'Escape')
        app.find('Your Loops', Role.LIST)

    def debrief(self):
        app = self.app
        self._open_loop()
        self.visit('debrief', app)
        app.reach('Structure', Role.LIST_ITEM)
        self.visit('debrief-below', app)
        app.press('Return')
        app.gone('Debrief', Role.FRAME)
        self.visit('answers', app)
        app.press('Escape')
        app.find('What the Answers Cover', Role.LABEL)
        steps.go_to_claimed(app)
        app.press('Return')
        app.find('Pause')
        self.visit('answer', app)
        app.press('Escape')
        app.find('What the Answers Cover', Role.LABEL)
        app.press('Escape')
        app.find('Your Loops', Role.LIST)

    def coached(self):
        """What coaches say, the places that it is about, and the ways on from there."""
        app = self.app
        self._open_loop()
        app.says('What Coaches Say')
        self.visit('debrief-coaches', app)
        app.reach('Hear Where You Differ', Role.LIST_ITEM)
        app.press('Return')
        app.says('Question 2')
        app.press('space')
        app.find('Play')
        self.visit('where-you-differ', app)
        app.press('Escape')
        app.find('What the Answers Cover', Role.LABEL)
        app.reach(coach.SPAN, Role.LIST_ITEM)
        app.press('Return')
        app.find('Comments by Coaches', Role.LABEL)
        self.visit('answer-comments', app)
        app.click('Answer Again: …')
        app.find('I Am Ready')
        self.visit('lobby-again', app)
        app.press('Escape')
        app.find('Comments by Coaches', Role.LABEL)
        app.press('Escape')
        app.find('What the Answers Cover', Role.LABEL)

    def share(self):
        """From the debrief: what is handed on, and what may come of that."""
        app = self.app
        sharing.open_share(app)
        self.visit('share', app)
        app.reach('3 of 6 answers', Role.LIST_ITEM)
        app.press('Return')
        app.find(role=Role.CHECK_BOX, where=lambda node: node.has(State.CHECKED))
        self.visit('share-choices', app)
        sharing.save(app, pathlib.Path('/proc/page.html'))
        app.find('Nothing Was Saved', Role.LABEL)
        self.visit('share-failed', app)
        app.press('Escape')
        app.gone('Nothing Was Saved')
        sharing.save(app, app.home / 'page.html')
        app.find('Show in Folder')
        self.visit('share-saved', app)
        app.click('Done')
        app.find('What the Answers Cover', Role.LABEL)

    def _open_loop(self):
        app = self.app
        app.reach(steps.LATELY, Role.LIST_ITEM)
        app.press('Return')
        app.find('What the Answers Cover', Role.LABEL)

    def setup(self):
        app = self.app
        app.click('Start a Full Loop')
        app.toggle('Practice')
        steps.unfold_microphone(app)
        self.visit('setup', app)
        for kind in ('One Round', 'Drill', 'Whole Loop'):
            app.toggle(kind)
            self.visit(f'setup-{kind.lower().replace(" ", "-")}', app)
        steps.press_one(app, ['Begin'], steps.by_pointer)

    def room(self):
        app = self.app
        app.find('I Am Ready')
        self.visit('lobby', app)
        steps.press_one(app, steps.ENTER, steps.by_pointer)
        app.find('Answer Now')
        self.visit('asking', app)
        steps.press_one(app, ['Answer Now'], steps.by_pointer)
        app.find('Done')
        steps.speak(app, ANSWER)
        self.visit('answering', app)
        steps.press_one(app, ['Done'], steps.by_pointer)
        self.visit('grace', app)
        app.click('This Round')
        app.find('Pause', Role.MENU_ITEM).act()
        app.find('Go On')
        self.visit('paused', app)
        steps.press_one(app, ['Go On'], steps.by_pointer)
        app.click('This Round')
        app.find('End This Round Early', Role.MENU_ITEM).act()
        app.find('Finish for Today')
        self.visit('break', app)
        steps.press_one(app, ['Finish for Today'], steps.by_pointer)
        app.find('Interrupted: …')
        self.visit('home-interrupted', app)

    def outage(self):
        """What is to be read beside a question, and what breaks into an answer to it."""
        app = self.app
        self._go_on_with('outage-after-a-slip', CURVEBALL_MS)
        self.visit('outage', app)
        steps.press_one(app, ['Answer Now'], steps.by_pointer)
        app.says('something has changed')
        processes.until(lambda: not app.look(where=_is_breaking_in), WAIT, 'It has been said')
        self.visit('curveball', app)
        self._finish_for_today()

    def exhibit(self):
        """What is to be looked at beside a question, and larger."""
        app = self.app
        self._go_on_with('redis-cache-risks', NO_CURVEBALL)
        steps.press_one(app, ['Answer Now'], steps.by_pointer)
        app.find('Done')
        self.visit('exhibit', app)
        self._in_window('exhibit-large', lambda: app.click('Open Large'))
        app.click('This Round')
        app.find('Show a Hint', Role.MENU_ITEM).act()
        app.says('Risks of the Proposal')
        self.visit('exhibit-hint', app)
        self._finish_for_today()

    def _go_on_with(self, question, curveball_ms):
        app = self.app
        ask_next(app.home, question, curveball_ms)
        app.find('Continue Interrupted: …', Role.PUSH_BUTTON).act()
        app.find('I Am Ready')
        steps.press_one(app, steps.ENTER, steps.by_pointer)
        app.find('Answer Now')

    def _finish_for_today(self):
        app = self.app
        app.click('This Round')
        app.find('End This Round Early', Role.MENU_ITEM).act()
        steps.press_one(app, ['Finish for Today'], steps.by_pointer)
        app.find('Interrupted: …')


def _is_breaking_in(node):
    return node.text == 'Listen. What you say meanwhile is recorded too.'
