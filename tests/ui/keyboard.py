# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole loop without a pointer, and without asking a control to act: all by
keys, as they would be pressed."""

import steps
import tap
from app import App
from library import loop, loops
from nodes import Role, State
from stage import Stage

SCORES = (3, 4, 5, 2, 1)
LAST_SCORE = 3
STORY = 'The order migration'
HIRE = 'Hire'


def has_focus(node):
    return node.has(State.FOCUSED)


def look_into_drills(app):
    """Into one of the menu's lists, and out of it to where one came from."""
    app.reach('Drill', Role.PUSH_BUTTON)
    app.press('space')
    app.find('What Was Not Heard Yet', Role.MENU_ITEM, has_focus)
    app.press('Down')
    app.find('By Category', Role.MENU_ITEM, has_focus)
    app.press('Return')
    app.find('Behavioral', Role.MENU_ITEM)
    app.press('Escape')
    app.find('Drill', Role.PUSH_BUTTON, has_focus)
    app.reach('Start a Full Loop', backwards=True)


def set_up(app):
    """Level L5, no screens."""
    app.press('Return')
    app.reach('L6')
    app.press('Left')
    app.find('L5', Role.RADIO_BUTTON, lambda node: node.has(State.CHECKED))
    app.reach('Begin With the Screens')
    app.press('space')
    app.says('2 rounds, ')
    steps.press_one(app, ['Begin'], steps.by_keys)


class Keys:
    """Presses what there is to press; takes the first "Done" back, though."""

    def __init__(self):
        self._doubtful = True

    def __call__(self, app, button):
        if self._doubtful and button.name == 'Done':
            self._doubtful = False
            steps.by_keys(app, button)
            turn = app.says(' of 2')
            app.says('Not done? Keep talking')
            app.press('BackSpace')
            app.gone('Keep Talking', Role.PUSH_BUTTON)
            assert app.says(' of 2') == turn, 'The next turn began instead'
        steps.by_keys(app, button)


def hear_again(app):
    """Plays an answer in the break, and stops it, beside the form that is filled in."""
    app.reach('Play This Answer', backwards=True)
    app.press('space')
    app.find('Pause', Role.PUSH_BUTTON)
    app.press('space')
    app.gone('Pause', Role.PUSH_BUTTON)


class Break:
    """Rates the first answer of the first break, and no other."""

    def __init__(self):
        self.rated = None
        self.claimed = None

    def __call__(self, app, said):
        if self.rated is not None:
            return
        self.rated = next(iter(said))
        app.find('Structure: 1 of 5', where=has_focus)
        app.press(*map(str, SCORES), '1')
        app.says('Rated')
        app.press('ctrl+z')
        app.says('Not rated yet')
        app.press(str(LAST_SCORE))
        claim = app.find(role=Role.PUSH_BUTTON, where=lambda node: node.name in steps.CLAIMS)
        self.claimed = claim.name
        steps.by_keys(app, claim)
        hear_again(app)
        steps.vote(app, HIRE)


def go_to_answer(app, said, rated):
    """From the matrix to the answer that was rated, which plays, until it is told not to."""
    steps.go_to_cell(app, rated.claimed, list(said).index(rated.rated) + 1)
    app.press('Return')
    app.find('Pause')
    app.press('space')
    app.find('Play')


def hear(app, said, rated):
    """An answer, a mark in it that is deleted, and home again, whatever is told meanwhile."""
    go_to_answer(app, said, rated)
    app.press('m')
    app.reach('Delete the Mark at…', Role.PUSH_BUTTON)
    app.press('Return')
    app.says('Mark deleted')
    app.press('Escape')
    app.find('Debrief', Role.FRAME)
    app.press('Escape')
    app.find('Your Loops', Role.LIST)


def tell_story_and_quit(app, said, rated):
    """From home to the answer again, and no sooner is it told than all is left."""
    app.reach(steps.LATELY, Role.LIST_ITEM)
    app.press('Return')
    app.find('Debrief', Role.FRAME)
    go_to_answer(app, said, rated)
    app.reach('Which Story It Was', Role.TEXT)
    app.type(STORY)
    app.press('ctrl+q')
    assert app.wait() == 0


def check_kept(stage, home):
    kept = loops(stage, home)
    assert [known['state'] for known in kept] == ['finished'], kept
    told = loop(stage, home, kept[0]['id'])['rounds'][0]
    scores = [list(answer['ratings'].values()) for answer in told['answers'] if answer['ratings']]
    assert scores == [[*SCORES, LAST_SCORE]], told['answers']
    assert told['vote'] == 'hire', told
    assert [answer['story'] for answer in told['answers'] if answer['ratings']] == [STORY], told


@tap.test
def _keyboard():
    """A whole loop is set up, held, rated, debriefed and left by keys alone."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        stage.set(home, speak_questions='false')
        rated = Break()
        with App(stage, home, '--pack', stage.tiny_pack) as app:
            app.find('Start a Full Loop', where=has_focus)
            look_into_drills(app)
            set_up(app)
            said = steps.hold_rounds(app, steps.sentences(), rated, Keys())
            hear(app, said, rated)
            tell_story_and_quit(app, said, rated)
        check_kept(stage, home)


if __name__ == '__main__':
    tap.main()
