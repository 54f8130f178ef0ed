# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program is tried: a display, a session bus and a sound server of
its own. There is one in a process, for the accessibility library keeps to the
first bus that it met."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

import processes
from sound import SoundServer

ROOT = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def sized(dots_per_inch):
    """The size of all text, as the display tells it."""
    resource = f'Xft.dpi: {dots_per_inch}\n'
    subprocess.run(['xrdb', '-merge'], input=resource, text=True, check=True)
    yield
    subprocess.run(['xrdb', '-remove'], input='', text=True, check=True)


class Stage:
    """Use it with "with": all that it started ends with it."""

    def __init__(self, build, screen='1280x900x24'):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='onsite-ui-'))
        self._screen = screen
        self._started = []
        self.sound = None

    def __enter__(self):
        processes.adopt_orphans()
        runtime = self.folder / 'run'
        runtime.mkdir(mode=0o700)
        # What starts below, and the program, are to know nothing of the
        # desktop that the test may have been started from.
        for name in ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'LANGUAGE', 'GTK_THEME'):
            os.environ.pop(name, None)
        os.environ.update(
            HOME=str(self.folder),
            XDG_RUNTIME_DIR=str(runtime),
            LC_ALL='C.UTF-8',
            TZ='UTC',
            GDK_BACKEND='x11',
            GDK_DEBUG='gl-disable',
            GSK_RENDERER='cairo',
            GTK_USE_PORTAL='0',
            GIO_USE_VFS='local',
            GSETTINGS_BACKEND='keyfile',
            GSETTINGS_SCHEMA_DIR=str(self.build / 'data'),
            # GTK 4.8 leaks some bytes itself; what the rooms leak, their own
            # tests see. Only to know a leak is it worth the time to unwind whole.
            ASAN_OPTIONS=f'{os.environ.get("ASAN_OPTIONS", "")}:detect_leaks=0:fast_unwind_on_malloc=1',
        )
        self._start_display()
        self._start_bus()
        self.sound = SoundServer(runtime)
        self.sound.start()
        return self

    def __exit__(self, *_unused):
        self.sound.stop()
        for process in reversed(self._started):
            processes.end(process)
        processes.reap_orphans()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_display(self):
        """The display server itself finds the number that is free."""
        reading, writing = os.pipe()
        self._started.append(
            processes.start(
                'Xvfb', '-displayfd', writing, '-screen', '0', self._screen, '-noreset',
                '-nolisten', 'tcp', pass_fds=[writing],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, 'Xvfb did not start'
        os.environ['DISPLAY'] = f':{number}'

    def _start_bus(self):
        bus = processes.start(
            'dbus-daemon', '--session', '--nofork', '--print-address=1',
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self._started.append(bus)
        address = bus.stdout.readline().strip()
        assert address, 'The session bus did not start'
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = address

    def set(self, home, **settings):
        """Chooses settings for a person, before the program starts."""
        file = home / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        file.parent.mkdir(parents=True, exist_ok=True)
        chosen = ''.join(f'{name.replace("_", "-")}={value}\n' for name, value in settings.items())
        file.write_text(f'[io/github/onsite/Onsite]\n{chosen}', encoding='utf-8')

    @property
    def tiny_pack(self):
        """The tiny pack, with rounds that last as long as the program needs for them."""
        pack = self.folder / 'tiny.json'
        if not pack.exists():
            text = (ROOT / 'tests' / 'fixtures' / 'packs' / 'tiny.json').read_text('utf-8')
            minutes = f'"minutes": {0.5 * processes.PATIENCE}'
            pack.write_text(text.replace('"minutes": 0.5', minutes), encoding='utf-8')
        return pack

    def new_home(self):
        """A folder in which everything of a person who is new here will be."""
        return pathlib.Path(tempfile.mkdtemp(prefix='home-', dir=self.folder))
