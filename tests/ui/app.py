# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, used as a person uses it."""

import os
import signal
import subprocess

import nodes
import processes
from nodes import Role, State

MOST_TABS = 80
TEXTS = (Role.LABEL, Role.STATUS_BAR)
WAIT = 20  # seconds: what a person may have to wait for on a busy machine


class App:
    """A started program. Every way to find something waits for it, with a bound."""

    def __init__(self, stage, home, *arguments, environment=None, wrapper=()):
        self.stage = stage
        self.home = home
        self.log = open(home / 'onsite.log', 'a+', encoding='utf-8')
        self._process = processes.start(
            *wrapper, stage.build / 'src' / 'onsite', *arguments,
            env={**os.environ, **homes(home), **(environment or {})},
            stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.pid = self._process.pid
        self._root = None

    def __enter__(self):
        return self

    def __exit__(self, kind, *_unused):
        if kind is not None:
            self.complain()
        processes.end(self._process)
        self.log.close()

    def complain(self):
        """What was to be seen as a test failed, as the test's own words."""
        print(f'# The program said: {self.said()!r}')
        for line in self.outline().splitlines() if self._root else ():
            print(f'#   {line}')

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding='utf-8') as log:
            return log.read()

    # Finding

    @property
    def root(self):
        """The program among those that can be read. It has ended if it has ended."""
        if self._root is None:
            self._root = processes.until(self._find_root, WAIT, 'The program can be read')
        return self._root

    def _find_root(self):
        status = self._process.poll()
        assert status is None, f'The program ended with {status}: {self.said()}'
        return nodes.program(self.pid)

    def look(self, name=None, role=None, where=None):
        """The first that is shown and fits now, or None. A name that ends in …
        is a beginning; of several names one has to fit."""

        def fits(node):
            return (
                (role is None or node.role in _some(role))
                and (name is None or _is_named(node, name))
                and (where is None or where(node))
            )

        return nodes.read(lambda: next((node for node in self.root.walk() if fits(node)), None))

    def find(self, name=None, role=None, where=None, seconds=WAIT):
        what = f'{role or "something"} “{name or ""}” is shown'
        return processes.until(lambda: self.look(name, role, where), seconds, what)

    def gone(self, name=None, role=None, seconds=WAIT):
        what = f'{role or "something"} “{name}” is gone'
        processes.until(lambda: not self.look(name, role), seconds, what)

    def texts(self):
        """Everything that can be read on the page, line by line."""
        return processes.until(
            lambda: nodes.read(
                lambda: [node.text for node in self.root.walk() if node.role in TEXTS]
            ),
            WAIT,
            'The page can be read',
        )

    def says(self, words, seconds=WAIT):
        """Waits until some text on the page has the words in it."""
        return self.find(where=lambda node: words in node.text, seconds=seconds).text

    # Doing

    def click(self, name, role=Role.PUSH_BUTTON, seconds=WAIT):
        """Presses a button as soon as there is one that can be pressed."""
        button = self.find(name, role, _can_be_pressed, seconds)
        button.act()

    def toggle(self, name, role=(Role.PUSH_BUTTON, Role.RADIO_BUTTON), on=True):
        """Brings a switch, a toggle or a check to where it is to be."""
        control = self.find(name, role)
        if _is_on(control) != on:
            control.act()
            processes.until(lambda: _is_on(control) == on, WAIT, f'{control} is {on}')

    def reach(self, name=None, role=None, backwards=False):
        """Goes to a control by Tab alone, and returns it."""
        wanted = self.find(name, role)
        for _unused in range(MOST_TABS):
            if wanted.has(State.FOCUSED):
                return wanted
            self.press('shift+Tab' if backwards else 'Tab')
        raise AssertionError(f'{wanted} cannot be reached by Tab')

    def focused(self):
        """The control that the next key goes to."""
        return self.find(where=lambda node: node.has(State.FOCUSED))

    def press(self, *keys):
        """Presses keys, as xdotool names them, at the window that has the focus."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '30', *keys], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    # Ending

    def wait(self, seconds=WAIT):
        """The status with which the program has ended by itself."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f'The program did not end within {seconds} s') from None

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    # Reading

    def outline(self):
        """The tree of what is shown, for somebody who wonders about a failure."""
        if self._process.poll() is not None:
            return f'(ended with {self._process.returncode})'
        return nodes.read(lambda: '\n'.join(_outline(self.root, 0)), '(cannot be read)')


def homes(home):
    """The environment in which everything of a person is below one folder."""
    return {
        'HOME': str(home),
        'XDG_CONFIG_HOME': str(home / 'config'),
        'XDG_DATA_HOME': str(home / 'data'),
        'XDG_CACHE_HOME': str(home / 'cache'),
        'XDG_STATE_HOME': str(home / 'state'),
    }


def _some(role):
    return role if isinstance(role, tuple) else (role,)


def _can_be_pressed(node):
    return node.has(State.SENSITIVE) and node.actions()


def _is_on(control):
    return control.has(State.CHECKED) or control.has(State.PRESSED)


def _is_named(node, name):
    if isinstance(name, tuple):
        return any(_is_named(node, each) for each in name)
    if name.endswith('…'):
        return node.name.startswith(name[:-1])
    return node.name == name


def _outline(node, depth):
    for child in node.children():
        if child.shown:
            text = child.text if child.text != child.name else ''
            yield f'{"  " * depth}{child} {text}'.rstrip()
            yield from _outline(child, depth + 1)
