#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What axe-core finds in the coach's page, for who can't see, hear or point."""

import re

import tap
from browser import Browser
from pages import Page
from selenium.webdriver.common.keys import Keys

# ./dev test brings it here.
AXE = tap.ROOT / 'build' / 'axe' / 'node_modules' / 'axe-core' / 'axe.min.js'

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then((found) => {
  const told = (one) => `${one.impact} ${one.id}: ${one.nodes.map((node) => node.html).join('\\n  ')}`;
  done(found.violations.map(told));
}, (error) => done([String(error)]));
"""


def findings(browser):
    assert AXE.exists(), f'{AXE} is missing; ./dev test brings it'
    browser.run(AXE.read_text(encoding='utf-8'))
    return browser.driver.execute_async_script(RUN)


def work(browser, page):
    """So that all that comes and goes is there."""
    browser.open_page(page.path)
    browser.click('.keys summary')
    browser.click('figure summary')
    browser.run('arguments[0].focus()', browser.find('.wave'))
    browser.press(Keys.ARROW_RIGHT)
    browser.wait('a place', 'player.audio.currentTime === 5')
    browser.press('m')
    browser.press('A comment.')
    browser.click('.cell')
    browser.click('.score')
    browser.run('player.failed = true; tell("player")')


@tap.test
def it_is_accessible():
    """axe-core finds nothing in the page at work, in light, in dark and on a phone"""
    complaints = []
    with Page() as page:
        for options in ({}, {'dark': True}, {'width': 360}):
            with Browser(**options) as browser:
                work(browser, page)
                complaints += [f'{options}: {one}' for one in findings(browser)]
    tap.no_complaints(complaints)


@tap.test
def it_is_accessible_without_script():
    """nor in the page that is shown without script"""
    with Page() as page, Browser() as browser:
        page.path.write_text(re.sub(r'<script.*?</script>', '', page.text, flags=re.DOTALL))
        browser.open(page.path)
        tap.no_complaints(findings(browser))


@tap.test
def what_is_wrong_is_found():
    """axe-core finds a button without a name, and text that is too pale"""
    with Page() as page, Browser() as browser:
        work(browser, page)
        browser.run("""
            document.querySelector('.play').removeAttribute('aria-label');
            document.querySelector('h1').style.color = '#bbb';
        """)
        found = ' '.join(findings(browser))
        assert 'button-name' in found and 'color-contrast' in found, found


if __name__ == '__main__':
    tap.main()
