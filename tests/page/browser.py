# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Chromium without a display, driven by its own driver."""

import ctypes
import fcntl
import json
import os
import pathlib
import shutil
import socket
import struct
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

# Two cores that have other work too, and sanitizers.
PATIENCE_S = 120

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000
SIOCSIFFLAGS = 0x8914
IFF_UP = 1

# The page of a new tab, which is there before ours.
BROWSERS_OWN = 'chrome://'

# What the page is not to do is counted before its own script runs.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


def leave_the_network():
    """All that this process starts has nothing but a loopback of its own, where
    the system lets it; elsewhere the browser's log alone tells."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET) != 0 and libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack('16sh14x', b'lo', IFF_UP))
    return True


def options_for(folder):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which('chromium')
    for argument in (
        '--headless=new', '--no-sandbox', '--disable-gpu', '--mute-audio',
        '--disable-dev-shm-usage', '--autoplay-policy=no-user-gesture-required',
        '--disable-background-networking', f'--user-data-dir={folder}/profile',
    ):  # fmt: skip
        options.add_argument(argument)
    options.add_experimental_option(
        'prefs', {'download.default_directory': f'{folder}/saved', 'download.prompt_for_download': False}
    )
    options.set_capability('goog:loggingPrefs', {'browser': 'ALL', 'performance': 'ALL'})
    return options


class Browser:
    """Use it with "with"."""

    def __init__(self, width=1000, before='', dark=False, script=True):
        self._width = width
        self._before = WATCH + before
        self._dark = dark
        self._script = script
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='onsite-page-'))
        self.saved = self.folder / 'saved'
        self.driver = None

    def __enter__(self):
        os.environ['HOME'] = str(self.folder)
        self.saved.mkdir()
        service = Service(shutil.which('chromedriver'))
        self.driver = webdriver.Chrome(service=service, options=options_for(self.folder))
        self.driver.set_script_timeout(PATIENCE_S)
        self.driver.set_page_load_timeout(PATIENCE_S)
        self._tell('Page.enable')
        self.run_before_pages(self._before)
        self._tell(
            'Emulation.setDeviceMetricsOverride',
            width=self._width, height=800, deviceScaleFactor=1, mobile=self._width < 500,
        )  # fmt: skip
        if self._dark:
            dark = {'name': 'prefers-color-scheme', 'value': 'dark'}
            self._tell('Emulation.setEmulatedMedia', features=[dark])
        if not self._script:
            self._tell('Emulation.setScriptExecutionDisabled', value=True)
        return self

    def __exit__(self, *_unused):
        self.driver.quit()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _tell(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def run_before_pages(self, script):
        """Before the script of each page that is opened from now on."""
        self._tell('Page.addScriptToEvaluateOnNewDocument', source=script)

    def open(self, page):
        self.driver.get(pathlib.Path(page).as_uri())

    def open_page(self, page):
        """A coach's page, until its script has built it."""
        self.open(page)
        self.wait('the page is built', 'Boolean(document.querySelector(".bar"))')

    def open_page_again(self, page):
        """With a comment made before, of which a new process may hear a moment late."""
        self.open_page(page)
        self.wait('it is there again', 'Boolean(document.querySelector(".comment textarea"))')

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def show_as(self, media):
        self._tell('Emulation.setEmulatedMedia', media=media)

    def find(self, selector):
        return self.driver.find_element('css selector', selector)

    def find_all(self, selector):
        return self.driver.find_elements('css selector', selector)

    def click(self, selector):
        """As a person does: where it is, once it is in sight."""
        self.wait(f'{selector} can be clicked', lambda: self._click_in_sight(selector))

    def _click_in_sight(self, selector):
        """A tab that one comes back to may still be scrolling to where one was last."""
        element = self.find(selector)
        self.run('arguments[0].scrollIntoView({block: "center", behavior: "instant"})', element)
        try:
            element.click()
        except ElementClickInterceptedException:
            return False
        return True

    def press(self, *keys, shift=False):
        actions = webdriver.ActionChains(self.driver)
        if shift:
            actions.key_down(Keys.SHIFT).send_keys(*keys).key_up(Keys.SHIFT)
        else:
            actions.send_keys(*keys)
        actions.perform()

    def drag(self, element, width):
        """From its middle on, in pixels."""
        actions = webdriver.ActionChains(self.driver).click_and_hold(element)
        actions.move_by_offset(width, 0).release().perform()

    def wait(self, what, condition):
        """Until @condition, a script or a function, gives something true; returns it."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = self.run(f'return {condition}') if isinstance(condition, str) else condition()
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f'{what}: not within {PATIENCE_S} s')

    def saved_reviews(self):
        """What was saved so far, by name."""
        reviews = {}
        for path in self.saved.glob('*.onsite-review'):
            try:
                reviews[path.name] = json.loads(path.read_text(encoding='utf-8'))
            except ValueError:
                continue  # it is still being written
        return reviews

    def forget(self):
        """What the page kept, and what was saved of it."""
        self.run('localStorage.clear()')
        for path in self.saved.iterdir():
            path.unlink()

    def complaints(self):
        """What the page did that it must not: a request, a breach, an error."""
        found = [f'breach: {one}' for one in self.run('return window.violations')]
        for line in self.driver.get_log('browser'):
            if not line['message'].startswith(BROWSERS_OWN):
                found.append(f'console: {line["message"]}')
        for line in self.driver.get_log('performance'):
            message = json.loads(line['message'])['message']
            if message['method'] != 'Network.requestWillBeSent':
                continue
            url = message['params']['request']['url']
            by_browser = message['params']['documentURL'].startswith(BROWSERS_OWN)
            if not by_browser and not url.startswith(('file:', 'blob:', 'data:')):
                found.append(f'request: {url[:200]}')
        return found

