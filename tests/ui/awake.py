# SPDX-License-Identifier: GPL-3.0-or-later
"""When the desktop is asked to stay awake, and when it may rest."""

import processes
import steps
import tap
from app import WAIT, App
from nodes import Role
from session_manager import IDLE, LOGOUT, SUSPEND, desktop
from stage import Stage

AWAKE = LOGOUT | SUSPEND | IDLE
NOTHING = 0


def choose(app, item):
    app.press('F10')
    app.find(item, Role.MENU_ITEM).act()


@tap.test
def _awake():
    """The screen stays on while a round runs, and may rest in a pause, a break and after it."""
    with Stage(tap.BUILD) as stage, desktop(stage) as inhibited:

        def asks_for(flags, when):
            processes.until(lambda: inhibited() == flags, WAIT, f'{when}: {flags}, {inhibited()}')

        home = stage.new_home()
        stage.set(home, speak_questions='false')
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            asks_for(NOTHING, 'At home')
            steps.set_up(app, 'Practice')
            asks_for(LOGOUT, 'In the lobby')
            steps.press_one(app, steps.ENTER, steps.by_pointer)
            app.find('Done')
            asks_for(AWAKE, 'While an answer runs')
            choose(app, 'Pause')
            asks_for(LOGOUT, 'In a pause')
            steps.press_one(app, ['Go On'], steps.by_pointer)
            asks_for(AWAKE, 'After the pause')
            choose(app, 'End This Round Early')
            app.find('Finish for Today')
            asks_for(LOGOUT, 'In the break')
            app.click('Finish for Today')
            app.find('Interrupted: …')
            asks_for(NOTHING, 'At home again')


if __name__ == '__main__':
    tap.main()
