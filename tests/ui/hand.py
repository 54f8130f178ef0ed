# SPDX-License-Identifier: GPL-3.0-or-later
"""A real pointer, which is moved and pressed over what the accessibility tells the place of."""

import contextlib
import re
import subprocess

STEPS = 4  # of a drag: a hand passes what lies between
LEFT, WHEEL_UP, WHEEL_DOWN = 1, 4, 5


class Hand:
    """Points at parts of a node: from 0, its left or upper edge, to 1."""

    def __init__(self, app):
        self._app = app
        self._x = self._y = 0

    def point(self, node, x, y=0.5):
        place = node.extents
        left, top = self._corner(node.window)
        self._x = left + place.x + round(place.width * x)
        self._y = top + place.y + round(place.height * y)
        self._move()

    def _corner(self, window):
        """Where on the display a window begins, within the frame that GTK draws around it."""
        found = _xdotool('search', '--onlyvisible', '--pid', self._app.pid).split()
        for number in found:
            told = _xdotool('getwindowgeometry', '--shell', number)
            x, y, width, height = (
                int(re.search(f'^{name}=(-?[0-9]+)$', told, re.M)[1])
                for name in ('X', 'Y', 'WIDTH', 'HEIGHT')
            )
            frame = (width - window.extents.width) // 2
            if 0 <= frame and height - window.extents.height == 2 * frame:
                return x + frame, y + frame
        raise AssertionError(f'No window of the display is {window}')

    def _move(self):
        _xdotool('mousemove', self._x, self._y)

    def nudge(self, dx):
        """By a few pixels, as a hand that means to hold still."""
        self._x += dx
        self._move()

    def click(self, node, x, y=0.5):
        self.point(node, x, y)
        _xdotool('click', LEFT)

    @contextlib.contextmanager
    def holding(self, node, x, y=0.5):
        """The button is down from there on, and goes up at the end."""
        self.point(node, x, y)
        _xdotool('mousedown', LEFT)
        try:
            yield
        finally:
            _xdotool('mouseup', LEFT)

    def drag(self, node, from_x, to_x):
        """While it is held."""
        for step in range(1, STEPS + 1):
            self.point(node, from_x + (to_x - from_x) * step / STEPS)

    def turn(self, button, notches, *keys):
        """The wheel, with keys held."""
        for key in keys:
            _xdotool('keydown', key)
        _xdotool('click', '--repeat', notches, button)
        for key in keys:
            _xdotool('keyup', key)


def _xdotool(*arguments):
    return subprocess.run(
        ['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout
