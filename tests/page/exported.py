#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way: what the program exports, a coach reviews, and the program merges."""

import pathlib
import sys

import tap
from browser import Browser, leave_the_network

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'cli'))

from program import Place  # noqa: E402  pylint: disable=wrong-import-position


def review(browser, page):
    """Hears, comments, rates, votes and saves, as a coach would."""
    browser.open(page)
    browser.wait('the page is built', 'Boolean(document.querySelector(".bar"))')
    browser.click('.play')
    browser.wait('it plays', 'player.audio.currentTime > 0.3')
    browser.click('.comment-here')
    browser.wait('a field', 'document.activeElement.matches(".comment textarea")')
    browser.press('Whose idea was it?')
    browser.click('.score:nth-of-type(4)')
    browser.click('.cell')
    browser.click('.votes label')
    browser.find('#coach').send_keys('Grace')
    browser.click('.save')
    browser.wait('a file', lambda: browser.saved_reviews())
    tap.no_complaints(browser.complaints())
    return next(browser.saved.glob('*.onsite-review'))


@tap.test
def a_review_goes_round():
    """an exported page is opened, heard and reviewed, and its review is merged into the loop"""
    with Place() as place, Browser() as browser:
        loop = place.succeed('sample').strip()
        page = place.home / 'report.html'
        place.succeed('export', loop, '--format', 'html', '-o', page)
        saved = review(browser, page)
        [merged] = place.json('import', saved)
        assert merged['outcome'] == 'added', merged
        assert (merged['loop'], merged['coach'], merged['revision']) == (loop, 'Grace', 1), merged
        counts = (merged['comments'], merged['ratings'], merged['evidence'])
        assert counts == (1, 1, 1), merged
        assert 'Whose idea was it?' in place.succeed('reviews', loop)


@tap.test
def a_page_may_be_silent():
    """a page without the sound says nothing of a player, and takes comments all the same"""
    with Place() as place, Browser() as browser:
        loop = place.succeed('sample').strip()
        page = place.home / 'report.html'
        place.succeed('export', loop, '--format', 'html', '-o', page, '--no-audio')
        browser.open(page)
        browser.wait('the page is built', 'Boolean(document.querySelector(".bar"))')
        assert not browser.find_all('.play')
        assert not browser.find('.notice').is_displayed()
        tap.no_complaints(browser.complaints())


if __name__ == '__main__':
    leave_the_network()
    tap.main()
