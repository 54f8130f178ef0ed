#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way: what the program exports, a coach reviews, and the program merges."""

import contextlib
import pathlib
import sqlite3
import sys
import uuid

import tap
from browser import Browser, leave_the_network

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'cli'))

from program import Place  # noqa: E402  pylint: disable=wrong-import-position


def review(browser, page):
    """Hears, comments, rates, votes and saves, as a coach would."""
    browser.open_page(page)
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


def copy(db, table, where, **changes):
    """A row beside each of these, which differs in what is changed, given as SQL."""
    columns = [row[1] for row in db.execute(f'PRAGMA table_info ({table})')]
    values = ', '.join(str(changes.get(column, column)) for column in columns)
    return db.execute(f'INSERT INTO {table} SELECT {values} FROM {table} WHERE {where}').lastrowid


def answer_again(place):
    """A take that answers the only comment, as the window records it; here with the same sound."""
    with contextlib.closing(sqlite3.connect(place.library)) as db, db:
        clip, take, review, comment = db.execute(
            'SELECT clip, take, review, review_comment.id FROM review_comment'
            ' JOIN clip ON clip.rowid = clip'
        ).fetchone()
        new, sound = uuid.uuid4(), uuid.uuid4()
        old = db.execute('SELECT rowid FROM take WHERE id = ?', (take,)).fetchone()[0]
        row = copy(
            db, 'take', f'rowid = {old}', rowid='NULL', id=f"'{new}'", ordinal='ordinal + 1',
            review=review, comment=f"'{comment}'",
        )  # fmt: skip
        copy(db, 'turn', f'take = {old} AND ordinal = 0', take=row)
        again = copy(db, 'clip', f'rowid = {clip}', rowid='NULL', id=f"'{sound}'", take=f"'{new}'")
        for table in ('segment', 'receipt'):
            copy(db, table, f'clip = {clip}', clip=again)
        for table in ('chunk', 'peak'):
            copy(db, table, f'rowid >> 24 = {clip}', rowid=f'rowid + (({again} - {clip}) << 24)')
    place.succeed('check')


ANSWERED = '#page .take .aside .time'


def hear_what_was_answered(browser):
    """From the new take, which comes first, one comes to the place in the old one."""
    (button,) = browser.find_all(ANSWERED)
    block = browser.run('return arguments[0].closest(".aside").innerText', button)
    assert 'In answer to Grace, about take 1' in block and 'Whose idea was it?' in block, block
    heading = browser.run('return arguments[0].closest(".take").querySelector("h3").innerText', button)
    assert heading.startswith('Take 2'), heading
    browser.click(ANSWERED)
    said = browser.run('return capsule.answers.flatMap((one) => one.takes).find((one) => one.answers).answers')
    browser.wait('it plays there', f'player.turn && player.audio.currentTime * 1000 >= {said["from_ms"]}')
    assert browser.run('return [player.turn.take.number, player.turn.index]') == [1, said['turn']]


@tap.test
def what_was_answered_again_is_heard_beside():
    """a take that answers a comment stands beside the first, with the comment and the way to its place"""
    with Place() as place, Browser() as browser:
        loop = place.succeed('sample').strip()
        page, both = place.home / 'report.html', place.home / 'both.html'
        place.succeed('export', loop, '--format', 'html', '-o', page)
        place.succeed('import', review(browser, page))
        answer_again(place)
        place.succeed('export', loop, '--format', 'html', '-o', both, '--takes', 'all')
        browser.forget()
        browser.open_page(both)
        hear_what_was_answered(browser)
        browser.press('m')
        browser.wait('a field', 'document.activeElement.matches(".comment textarea")')
        browser.press('Better now.')
        browser.click('.save')
        browser.wait('a file', lambda: browser.saved_reviews())
        [merged] = place.json('import', next(browser.saved.glob('*.onsite-review')))
        assert (merged['outcome'], merged['comments']) == ('added', 1), merged
        tap.no_complaints(browser.complaints())


@tap.test
def a_page_may_be_silent():
    """a page without the sound says nothing of a player, and takes comments all the same"""
    with Place() as place, Browser() as browser:
        loop = place.succeed('sample').strip()
        page = place.home / 'report.html'
        place.succeed('export', loop, '--format', 'html', '-o', page, '--no-audio')
        browser.open_page(page)
        assert not browser.find_all('.play')
        assert not browser.find('.notice').is_displayed()
        tap.no_complaints(browser.complaints())


if __name__ == '__main__':
    leave_the_network()
    tap.main()
