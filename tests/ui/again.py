# SPDX-License-Identifier: GPL-3.0-or-later
"""What was chosen the last time is there again, with nothing to choose."""

import tap
from app import App
from library import loops
from nodes import Role, State
from stage import Stage

ALIKE = ('level', 'kind', 'target', 'mode')


def leave_lobby(app):
    app.find('I Am Ready', Role.PUSH_BUTTON)
    app.press('Escape')
    app.find('Your Loops', Role.LIST)


@tap.test
def _again():
    """A loop begins as the last one did, by Return where it is set up and by one key at home."""
    with Stage(tap.BUILD) as stage:
        home = stage.new_home()
        with App(stage, home) as app:
            app.find('Start a Full Loop')
            app.press('ctrl+n')
            for choice in ('L7', 'One Round', 'Practice'):
                app.toggle(choice)
            app.click('Begin')
            leave_lobby(app)

            app.press('ctrl+n')
            app.find('Begin', Role.PUSH_BUTTON, lambda node: node.has(State.FOCUSED))
            app.press('Return')
            leave_lobby(app)

            app.press('ctrl+shift+n')
            leave_lobby(app)

        first, *rest = ([loop[part] for part in ALIKE] for loop in loops(stage, home))
        assert first[0] == 'L7' and first[3] == 'practice', first
        assert rest == [first, first], rest


if __name__ == '__main__':
    tap.main()
