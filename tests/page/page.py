#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's page in Chromium, from a local file and without a network."""

import re
import sys

import jsonschema
import tap
from browser import Browser, leave_the_network
from pages import Page, capsule, schema
from selenium.webdriver.common.keys import Keys

CURRENT_TAKE = '#answer-2 .take'
FIRST_TURN = f'{CURRENT_TAKE} .turn'
CLIP = '00000000-0000-4000-8000-000000000042'
POSITION = 'Math.round(player.audio.currentTime * 1000)'


def opened(browser, page):
    browser.open_page(page.path)


@tap.test
def it_opens():
    """it opens with every answer, the matrix and what was asked for and is not shown yet"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        assert browser.driver.title == 'Ada Example: answers to review'
        questions = [one.text for one in browser.find_all('.answer h2')]
        assert questions == [answer['question']['text'] for answer in page.capsule['answers']]
        gaps = browser.find('.gaps').text
        assert 'Ownership' in gaps and 'Deliver Results' not in gaps and 'Earn Trust' not in gaps
        assert len(browser.find_all('.matrix .cell')) == 3 * 6
        assert not browser.find('.transport').is_displayed()
        tap.no_complaints(browser.complaints())


@tap.test
def it_plays():
    """it plays a recording, goes on to the follow-up's, and stops when told to"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        browser.click(f'{FIRST_TURN} .play')
        browser.wait('it plays', f'{POSITION} > 200')
        browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
        browser.press(Keys.END)
        browser.wait('it goes on', 'player.turn.index === 1 && player.audio.currentTime > 0.1')
        browser.press(Keys.SPACE)
        browser.wait('it stops', 'player.audio.paused')
        tap.no_complaints(browser.complaints())


@tap.test
def it_seeks():
    """it seeks by the keys of its slider, which says where it is, and by a click"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        slider = browser.find(f'{FIRST_TURN} .wave')
        browser.run('arguments[0].focus()', slider)
        browser.press(Keys.ARROW_RIGHT)
        browser.wait('5 s', f'{POSITION} === 5000')
        browser.press(Keys.ARROW_LEFT, shift=True)
        browser.wait('4 s', f'{POSITION} === 4000')
        browser.wait('it is said', lambda: slider.get_attribute('aria-valuetext') == '0 min 4 s')
        browser.click(f'{FIRST_TURN} .wave')
        browser.wait('half', f'Math.abs({POSITION} - 4000) < 100 && player.span === null')
        tap.no_complaints(browser.complaints())


@tap.test
def evidence_plays():
    """evidence plays its span and no more"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        browser.click(f'{CURRENT_TAKE} .findings .time')
        browser.wait('it began there', f'{POSITION} >= 500')
        browser.wait('it ended', f'player.audio.paused && {POSITION} >= 1000')
        assert browser.run('return player.turn.index') == 0
        tap.no_complaints(browser.complaints())


WATCH_JUMPS = """
window.jumps = [];
player.audio.addEventListener('seeking', () => jumps.push(player.audio.currentTime));
arguments[0].focus();
"""


@tap.test
def silence_is_skipped():
    """what is silent is passed over when that is chosen"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        browser.run(WATCH_JUMPS, browser.find(f'{FIRST_TURN} .wave'))
        browser.press(Keys.ARROW_RIGHT, shift=True)
        browser.wait('1 s', f'{POSITION} === 1000')
        browser.click('.skip input')
        browser.click(f'{FIRST_TURN} .play')
        browser.wait('it went on behind the silence', 'jumps.includes(2.45)')
        tap.no_complaints(browser.complaints())


def comment(browser, text):
    browser.wait('a field', 'document.activeElement.matches(".comment textarea")')
    browser.press(text)


def review_by_keys(browser):
    """What a coach does who has no mouse."""
    browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
    browser.press(Keys.ARROW_RIGHT, shift=True)
    browser.wait('1 s', f'{POSITION} === 1000')
    browser.press('m')
    comment(browser, 'What was the risk? m 3 [')
    browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
    browser.press('[')
    browser.press(Keys.ARROW_RIGHT, shift=True)
    browser.wait('2 s', f'{POSITION} === 2000')
    browser.press(']')
    browser.wait('a span', 'player.span?.from === 1000 && player.span.to === 2000')
    browser.press('m')
    comment(browser, 'Say who decided.')
    browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
    browser.press('4')
    browser.press('2')


def finish(browser):
    browser.click('.matrix [aria-label*="Ownership, answer 2"]')
    browser.click('.votes label:nth-of-type(2)')
    browser.find('#coach').send_keys('Grace / Coach')
    browser.find('#review textarea').send_keys('Clear where it counts.')


def save(browser, revision):
    browser.click('.save')
    return browser.wait(
        f'revision {revision}',
        lambda: next((r for r in browser.saved_reviews().values() if r['revision'] == revision), None),
    )


def answers_of(review):
    assert [answer['answer'][-2:] for answer in review['answers']] == ['21']
    return review['answers'][0]


@tap.test
def a_review_is_saved():
    """comments at a point and on a span, ratings, evidence, vote and summary are in the file, by keys"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        review_by_keys(browser)
        finish(browser)
        review = save(browser, 1)
        jsonschema.validate(review, schema('review'))
        answer = answers_of(review)
        comments = [
            (one['clip'], one['from_ms'], one.get('to_ms'), one['text']) for one in answer['comments']
        ]
        assert comments == [
            (CLIP, 1000, None, 'What was the risk? m 3 ['), (CLIP, 1000, 2000, 'Say who decided.')
        ], comments
        ratings = {one['dimension']: one['score'] for one in answer['ratings']}
        assert ratings == {'structure': 4, 'ownership': 2}, ratings
        evidence = answer['evidence'][0]
        assert (evidence['kind'], evidence['target'], evidence['clip']) == ('principle', 'ownership', CLIP)
        assert (evidence['from_ms'], evidence['to_ms']) == (0, 8000), evidence
        assert answer['take'].endswith('32')
        assert (review['export'], review['loop']) == (page.capsule['export'], page.capsule['loop']['id'])
        assert (review['coach'], review['vote']) == ('Grace / Coach', 'hire')
        assert review['summary'] == 'Clear where it counts.'
        tag = review['review'][:4]
        assert list(browser.saved_reviews()) == [f'Review - Ada Example - Grace Coach - {tag}-1.onsite-review']
        tap.no_complaints(browser.complaints())


def told_name(browser):
    return re.search('“(.+)”', browser.find('.told').text)[1]


@tap.test
def work_survives_a_reload():
    """work in progress survives a reload, and goes on as the same review in a higher revision"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        review_by_keys(browser)
        browser.open_page_again(page.path)
        assert len(browser.find_all('li.comment')) == 2
        finish(browser)
        first = save(browser, 1)
        browser.open_page_again(page.path)
        assert browser.find('.state').text == 'Nothing new since revision 1'
        browser.find(f'{FIRST_TURN} .comment textarea').send_keys(' Really?')
        assert browser.find('.state').text == 'Not saved as a file yet'
        second = save(browser, 2)
        assert second['review'] == first['review']
        # The coach is told the name that the file has, and each has its own.
        assert browser.saved_reviews()[told_name(browser)]['revision'] == 2
        ids = [[one['id'] for one in answers_of(review)['comments']] for review in (first, second)]
        assert ids[0] == ids[1]
        assert answers_of(second)['comments'][0]['text'].endswith('Really?')
        tap.no_complaints(browser.complaints())


@tap.test
def exports_do_not_mix():
    """what is said of one export is not seen in another, though browsers keep both in one place"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        review_by_keys(browser)
        other = {**page.capsule, 'export': '00000000-0000-4000-8000-000000000009'}
        with Page(other) as another:
            opened(browser, another)
            assert not browser.find_all('li.comment')
        browser.open_page_again(page.path)
        assert len(browser.find_all('li.comment')) == 2


def second_tab(browser, page):
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window('tab')
    opened(browser, page)
    return first, browser.driver.current_window_handle


def say(browser, at, text):
    """A comment at a second of the first answer, by keys."""
    browser.run('seek(capsule.answers[0].takes[0].turns[0], arguments[0])', at)
    browser.run('document.activeElement.blur()')
    browser.press('m')
    comment(browser, text)


def comments_shown(browser):
    return browser.run(
        'return [...document.querySelectorAll(".comment textarea")].map((field) => field.value)'
    )


def texts_of(review):
    return sorted(one['text'] for answer in review['answers'] for one in answer['comments'])


@tap.test
def two_tabs_show_the_same():
    """what is said in one tab is in another too, in words, and in whichever file is saved"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        first, second = second_tab(browser, page)
        say(browser, 1000, 'In the second.')
        browser.find('#coach').send_keys('Grace')
        browser.driver.switch_to.window(first)
        browser.wait('it is here too', lambda: comments_shown(browser) == ['In the second.'])
        browser.wait('the name', lambda: browser.find('#coach').get_attribute('value') == 'Grace')
        say(browser, 2000, 'In the first.')
        assert texts_of(save(browser, 1)) == ['In the first.', 'In the second.']
        browser.driver.switch_to.window(second)
        browser.wait('it is saved', 'review.revision === 1 && !review.unsaved')
        assert 'open twice' in browser.find('.told').text
        browser.click('.remove[aria-label*="0:01"]')
        assert texts_of(save(browser, 2)) == ['In the first.']


RATED = '(take) => take.ratings[capsule.dimensions[0].id] === 2'
DEAF = """
for (const event of ['storage', 'focus', 'pageshow']) {
  window.addEventListener(event, (happened) => happened.stopImmediatePropagation());
}
"""


@tap.test
def a_tab_that_slept_joins_in():
    """a tab that heard of nothing takes nothing away from another, nor the words from who writes"""
    with Page() as page, Browser(before=DEAF) as browser:
        opened(browser, page)
        say(browser, 1000, 'Before.')
        first, second = second_tab(browser, page)
        say(browser, 2000, 'In the second.')
        browser.press(' Still here.')
        browser.run('rate(capsule.answers[0].takes[0], capsule.dimensions[0].id, 2)')
        browser.driver.switch_to.window(first)
        # The browser takes a moment to tell one tab what another has kept.
        browser.wait('it is kept', f'Object.values(JSON.parse(keptText()).takes).some({RATED})')
        assert comments_shown(browser) == ['Before.']
        browser.find('.comment textarea').send_keys(' And after.')
        expected = ['Before. And after.', 'In the second. Still here.']
        assert comments_shown(browser) == expected, comments_shown(browser)
        review = save(browser, 1)
        assert texts_of(review) == expected
        assert [one['score'] for one in review['answers'][0]['ratings']] == [2]


LATE = """
window.isLate = true;
const get = Storage.prototype.getItem;
Storage.prototype.getItem = function (key) {
  return window.isLate && this === localStorage ? null : get.call(this, key);
};
"""


def opened_before_it_hears(browser, page):
    opened(browser, page)
    say(browser, 1000, 'Before.')
    browser.find('#coach').send_keys('Grace')
    browser.run_before_pages(LATE)
    opened(browser, page)
    assert not browser.find_all('li.comment')
    browser.run('window.isLate = false')


@tap.test
def what_is_heard_late_is_kept():
    """a page that hears late of what was kept writes nothing over it, and shows it as it hears"""
    with Page() as page, Browser() as browser:
        opened_before_it_hears(browser, page)
        browser.run('window.dispatchEvent(new Event("storage"))')
        assert comments_shown(browser) == ['Before.']
        assert browser.find('#coach').get_attribute('value') == 'Grace'
        assert 'open twice' not in browser.find('.told').get_attribute('textContent')


@tap.test
def what_is_said_before_it_is_heard_is_kept_too():
    """a page that heard of nothing yet joins what is said now with what was kept"""
    with Page() as page, Browser() as browser:
        opened_before_it_hears(browser, page)
        say(browser, 2000, 'Now.')
        assert comments_shown(browser) == ['Before.', 'Now.']
        review = save(browser, 1)
        assert (texts_of(review), review['coach']) == (['Before.', 'Now.'], 'Grace')


NO_STORAGE = """
Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });
"""
SAID_MEANWHILE = """
const kept = JSON.parse(keptText());
kept.coach = 'Grace';
localStorage.setItem(KEPT_AS, JSON.stringify(kept));
"""


def tell_window(browser, *events):
    for event in events:
        browser.run('window.dispatchEvent(new Event(arguments[0]))', event)


@tap.test
def a_page_that_was_left_is_not_open_twice():
    """a page come back to, which the browser had put aside, shows what was said meanwhile, and tells of no other"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        say(browser, 1000, 'Before.')
        tell_window(browser, 'pagehide')
        browser.run(SAID_MEANWHILE)
        tell_window(browser, 'focus', 'pageshow')
        assert browser.find('#coach').get_attribute('value') == 'Grace'
        assert browser.find('.told').get_attribute('textContent') == ''


@tap.test
def fields_show_the_review():
    """what a browser remembers of the fields is not shown in place of what the review has"""
    with Page() as page, Browser(before=NO_STORAGE) as browser:
        opened(browser, page)
        finish(browser)
        browser.click('.keys summary')
        browser.click('.keys input')
        browser.run('window.removeEventListener("beforeunload", remind)')
        browser.driver.get('about:blank')
        browser.driver.back()
        browser.wait('it is there', 'performance.getEntriesByType("navigation")[0].loadEventEnd > 0')
        assert browser.find('#coach').get_attribute('value') == ''
        assert browser.find('#review textarea').get_attribute('value') == ''
        assert not browser.find_all('.vote input:checked')
        assert browser.run('return usesLetters === document.querySelector(".keys input").checked')


@tap.test
def half_a_character_is_none():
    """half of a character, and one of no value, which no file may hold, are replaced as it is saved"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        say(browser, 1000, 'Well')
        browser.run("""
            const field = document.querySelector('.comment textarea');
            field.value = 'Well \\ud83d said \\ud83d\\ude00 \\ude00\\0';
            field.dispatchEvent(new Event('input'));
        """)
        assert texts_of(save(browser, 1)) == ['Well \ufffd said \U0001f600 \ufffd\ufffd']


ASK_TO_LEAVE = """
const event = new Event('beforeunload', { cancelable: true });
window.dispatchEvent(event);
return event.defaultPrevented;
"""


@tap.test
def no_storage_is_told():
    """where the browser keeps nothing, the page says so, and reminds to save before leaving"""
    with Page() as page, Browser(before=NO_STORAGE) as browser:
        opened(browser, page)
        assert 'Save the review before you leave' in browser.find('.notice').text
        assert not browser.run(ASK_TO_LEAVE)
        review_by_keys(browser)
        assert browser.find('.state').text == 'Kept nowhere yet'
        assert browser.run(ASK_TO_LEAVE)
        save(browser, 1)
        browser.wait('all is handed out', '!review.unsaved')
        assert browser.run(ASK_TO_LEAVE), 'nobody tells whether it was saved'


FULL = """
window.isFull = false;
const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (...item) {
  if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
  set.apply(this, item);
};
"""


@tap.test
def no_room_is_told():
    """where there is no room for more, that is told, and goes once there is"""
    with Page() as page, Browser(before=FULL) as browser:
        opened(browser, page)
        say(browser, 1000, 'Before.')
        assert browser.find('.state').text == 'Not saved as a file yet'
        browser.run('window.isFull = true')
        say(browser, 2000, 'Too much.')
        assert 'no room to keep more' in browser.find('.notice').text
        assert browser.find('.state').text == 'Kept nowhere yet'
        assert browser.run(ASK_TO_LEAVE)
        browser.run('window.isFull = false')
        browser.press('!')
        assert not browser.find('.notice').is_displayed()
        assert browser.find('.state').text == 'Not saved as a file yet'
        assert not browser.run(ASK_TO_LEAVE)
        browser.open_page_again(page.path)
        assert comments_shown(browser) == ['Before.', 'Too much.!']


@tap.test
def what_had_no_room_is_in_no_file_of_another():
    """what one tab had no room to keep is not saved yet, also once another tab has saved a file"""
    with Page() as page, Browser(before=FULL) as browser:
        opened(browser, page)
        say(browser, 1000, 'Before.')
        browser.run('window.isFull = true')
        say(browser, 2000, 'Too much.')
        first, _ = second_tab(browser, page)
        assert texts_of(save(browser, 1)) == ['Before.']
        browser.driver.switch_to.window(first)
        browser.wait('it heard of that', 'review.revision === 1')
        assert browser.find('.state').text == 'Kept nowhere yet'
        assert texts_of(save(browser, 2)) == ['Before.', 'Too much.']


@tap.test
def storage_needs_no_reminder():
    """where the browser keeps it, nobody is held up who leaves"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        assert not browser.find('.notice').is_displayed()
        review_by_keys(browser)
        assert not browser.run(ASK_TO_LEAVE)


def refusing(*types):
    """A browser that says that it can't play these: what Safari says before 18.4."""
    return f"""
const types = {list(types)};
const can = HTMLMediaElement.prototype.canPlayType;
HTMLMediaElement.prototype.canPlayType = function (type) {{
  return types.some((one) => type.startsWith(one)) ? '' : can.call(this, type);
}};
"""


@tap.test
def webm_plays_without_ogg():
    """where Ogg can't be played, the same packets play from WebM, and seek, and last as long"""
    with Page() as page, Browser(before=refusing('audio/ogg')) as browser:
        opened(browser, page)
        browser.click(f'{FIRST_TURN} .play')
        browser.wait('it plays', f'{POSITION} > 200')
        length = browser.run('return player.audio.duration')
        assert abs(length - 8) < 0.05, length
        browser.run('seek(player.turn, 7000)')
        browser.wait('it plays there', f'{POSITION} > 7100')
        kind = browser.run('return container().type')
        assert kind.startswith('audio/webm'), kind
        tap.no_complaints(browser.complaints())


@tap.test
def webm_has_the_same_packets():
    """the WebM file holds the packets of the Ogg file, and sounds the same"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        difference = browser.driver.execute_async_script(COMPARE, CLIP)
        assert difference < 0.0001, difference


# Decoded by the browser. A block's time in WebM is in whole milliseconds, so that
# one of them may begin up to half of that earlier; the last packet is cut in Ogg.
COMPARE = """
const [clip, done] = arguments;
const ogg = bytesOf(document.getElementById(`sound-${clip}`));
const decode = (bytes) =>
  new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes.slice().buffer);
const differenceAt = (x, y, lag) => {
  let most = 0;
  for (let i = 2000; i < x.length - 2000; i++) most = Math.max(most, Math.abs(x[i] - y[i + lag]));
  return most;
};
Promise.all([decode(ogg), decode(oggToWebm(ogg))]).then(([a, b]) => {
  const [x, y] = [a.getChannelData(0), b.getChannelData(0)];
  const lags = Array.from({ length: 49 }, (_, i) => i - 24);
  done(Math.min(...lags.map((lag) => differenceAt(x, y, lag))));
}, () => done(1));
"""


@tap.test
def no_codec_is_told():
    """where nothing plays, the page says what to do"""
    with Page() as page, Browser(before=refusing('audio/')) as browser:
        opened(browser, page)
        notices = [one.text for one in browser.find_all('.notice') if one.is_displayed()]
        assert len(notices) == 1 and 'Safari 18.4 or newer' in notices[0], notices


@tap.test
def it_speaks_two_languages():
    """it is in the candidate's language, without script too, and in English at a press"""
    with Page(language='de') as page:
        with Browser(script=False) as still:
            still.open(page.path)
            shown = still.find('body').text
            assert 'Speichern Sie diese Datei' in shown and 'Save this file' in shown
        with Browser() as browser:
            opened(browser, page)
            assert browser.find('html').get_attribute('lang') == 'de'
            assert browser.find('.save').text == 'Rückmeldung speichern'
            review_by_keys(browser)
            browser.click('.language')
            assert browser.find('html').get_attribute('lang') == 'en'
            assert browser.find('.save').text == 'Save the review'
            assert browser.find('.language').text == 'Deutsch'
            assert len(browser.find_all('li.comment')) == 2
            tap.no_complaints(browser.complaints())


def direction_of(browser, selector):
    return browser.run('return getComputedStyle(arguments[0]).direction', browser.find(selector))


@tap.test
def it_is_read_from_right_to_left():
    """in Arabic it goes from right to left, its slider and its keys too"""
    with Page(language='ar') as page, Browser() as browser:
        opened(browser, page)
        assert browser.find('html').get_attribute('dir') == 'rtl'
        browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
        browser.press(Keys.ARROW_LEFT)
        browser.wait('5 s', f'{POSITION} === 5000')
        width = browser.run('return document.documentElement.scrollWidth')
        assert width <= 1000, width
        assert direction_of(browser, '.transport button') == 'ltr'
        browser.click('.keys summary')
        keys = [key.text for key in browser.find_all('.keys div:nth-of-type(2) kbd')]
        assert keys == ['→', '←'], keys
        browser.find('#review textarea').send_keys('Clear where it counts.')
        assert direction_of(browser, '#review textarea') == 'ltr'
        assert direction_of(browser, '#review .paper') == 'ltr'


@tap.test
def letters_can_be_turned_off():
    """keys of one letter can be turned off"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        browser.click('.keys summary')
        browser.click('.keys input')
        browser.run('arguments[0].focus()', browser.find(f'{FIRST_TURN} .wave'))
        browser.press(Keys.ARROW_RIGHT)
        browser.wait('5 s', f'{POSITION} === 5000')
        browser.press('m', '4')
        assert not browser.find_all('li.comment')
        assert browser.run('return Object.keys(ofTake(player.turn.take).ratings).length') == 0


@tap.test
def it_is_read_without_script():
    """without script it shows the questions, the matrix and the text, and how to open it"""
    with Page() as page, Browser(script=False) as browser:
        browser.open(page.path)
        shown = browser.find('body').text
        for answer in page.capsule['answers']:
            assert answer['question']['text'] in shown
        for words in ('open it in a browser', 'Deliver Results', 'Which requirement came last',
                      'Is it clear what I did', 'Lost the thread.', '0:02–0:03',
                      'Gateway leads to Ledger.'):  # fmt: skip
            assert words in shown, words
        assert browser.find('.matrix [aria-label=asked]').text == '○'
        assert 'claimed' not in browser.find('.legend').text


@tap.test
def it_fits_a_phone():
    """at 360 pixels nothing is wider than the screen"""
    with Page() as page, Browser(width=360) as browser:
        opened(browser, page)
        browser.click(f'{FIRST_TURN} .play')
        browser.press('m')
        width = browser.run('return document.documentElement.scrollWidth')
        assert width <= 360, width


@tap.test
def paper_shows_what_was_written():
    """on paper a comment and the chosen score are there in ink, and no buttons, place or empty part"""
    with Page() as page, Browser() as browser:
        opened(browser, page)
        review_by_keys(browser)
        browser.show_as('print')
        assert browser.find('.comment .paper').is_displayed()
        assert not browser.find('.comment textarea').is_displayed()
        assert not browser.find('.save').is_displayed()
        scores = [one.text for one in browser.find_all('#answer-2 .score') if one.is_displayed()]
        assert scores == ['4', '2'], scores
        inks = browser.run("""
            const colour = (selector) => getComputedStyle(document.querySelector(selector)).color;
            return [colour('.score input:checked + span'), colour('body')];
        """)
        assert inks[0] == inks[1], inks
        assert browser.find(f'{FIRST_TURN} .clock').text == '0:08'
        assert not browser.find('#answer-3 .findings').is_displayed()
        parts = [one.text for one in browser.find_all('#answer-3 .part') if one.is_displayed()]
        assert 'What it shows' not in parts, parts


# What a person, a pack or a coach might write who means harm, or none.
HOSTILE = (
    '</script><script>window.harmed = 1</script>',
    '<img src=x onerror="window.harmed = 2">',
    '"><svg onload=window.harmed=3>',
    'javascript:window.harmed=4',
    "' onmouseover='window.harmed=5",
    '<!--<script>window.harmed = 6',
    '\u202egnirts desrever\u202c \u2066\u200f\u2028\u2029\ufeff',
    '\x01\x08\x1b[31m\x7f\x9b',
    '{name} {number} ${window.harmed = 7} &lt;b&gt; \\u003cscript>',
    ']]> <style>* { display: none }</style> @SCRIPT@ @BODY@',
)
STRUCTURE = ('id', 'kind', 'format', 'export', 'language', 'peaks', 'svg', 'source', 'target', 'dimension', 'exhibit')


def poisoned(value, poison):
    """Every text but those by which the parts find each other."""
    if isinstance(value, dict):
        return {
            key: part if key in STRUCTURE and isinstance(part, str) or key == 'asked'
            else poisoned(part, poison)
            for key, part in value.items()
        }  # fmt: skip
    if isinstance(value, list):
        return [poisoned(part, poison) for part in value]
    return f'{poison} {value}' if isinstance(value, str) else value


def try_poison(browser, page, poison):
    opened(browser, page)
    review_by_keys(browser)
    field = browser.find('.comment textarea')
    browser.run('arguments[0].value = arguments[1]', field, poison)
    field.send_keys('!')
    finish(browser)
    text = answers_of(save(browser, 1))['comments'][0]['text']
    browser.open_page_again(page.path)
    assert browser.find('.comment textarea').get_attribute('value') == text
    shown = browser.run('return document.querySelector(".answer h2").textContent')
    assert shown == page.capsule['answers'][0]['question']['text'], shown
    assert browser.run('return window.harmed') is None, poison
    assert len(browser.find_all('script:not([type])')) == 1
    tap.no_complaints(browser.complaints())


@tap.test
def hostile_text_is_text():
    """whatever anybody wrote is shown as text, and none of it runs"""
    with Browser() as browser:
        for poison in HOSTILE:
            with Page(poisoned(capsule(), poison)) as page:
                try_poison(browser, page, poison)
            browser.forget()


@tap.test
def hostile_text_is_text_without_script():
    """and so it is where no script runs"""
    with Browser(script=False) as browser:
        for poison in HOSTILE:
            with Page(poisoned(capsule(), poison)) as page:
                browser.open(page.path)
                assert len(browser.find_all('.answer')) == 3
                assert len(browser.find_all('script:not([type])')) == 1
                assert not browser.find_all('img, svg, body style, [onmouseover]')


@tap.test
def endless_text_is_shortened():
    """a text of 10 MB is shown in part, and whole when asked for"""
    document = capsule()
    endless = 'word <b> ' * (10 * 1024 * 1024 // 9)
    document['answers'][0]['note'] = endless
    with Page(document) as page, Browser() as browser:
        opened(browser, page)
        length = 'document.querySelectorAll(".answer .aside p")[1].textContent.length'
        assert browser.run(f'return {length}') < 5000
        assert browser.run('return capsule.answers[0].note.length') == len(endless)
        tap.no_complaints(browser.complaints())


if __name__ == '__main__':
    if not leave_the_network():
        print('# The system lets nobody leave the network', file=sys.stderr)
    tap.main()
