#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each part of the coach's page in Chromium: what it shows, and what a press does."""

import tap
from browser import Browser, leave_the_network
from pages import Page, capsule
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

ANSWER = '#answer-2'
TAKE = f'{ANSWER} .take'
TURN = f'{TAKE} .turn'
POSITION = 'Math.round(player.audio.currentTime * 1000)'
SAID = 'ofTake(capsule.answers[0].takes[1])'


def text(browser, selector):
    return browser.find(selector).text


@tap.test
def an_answer_shows_all_that_there_is_of_it():
    """an answer shows its exhibit, follow-ups, notes, takes, marks and evidence, and what has no sound"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        shown = text(browser, ANSWER)
        for words in (
            'Leadership principles', 'Is it clear what I did, and what the team did?', 'Ledger story.',
            'Take 2 · the latest', 'Take 1', 'Which requirement came last, and what did it change?',
            'Talked for 0:11, of about 3:00. Silent for 18% of it.', 'Lost the thread.',
            'A frame carries the whole answer.',
        ):  # fmt: skip
            assert words in shown, words
        findings = text(browser, f'{TAKE} .findings')
        assert 'Deliver Results' in findings and 'heard' in findings, findings
        assert 'What now?\nThere is no recording of this.' in text(browser, '#answer-3')
        image = browser.find('#answer-5 figure img')
        browser.wait('it is drawn', lambda: browser.run('return arguments[0].naturalWidth === 300', image))
        assert image.get_attribute('alt') == 'A gateway and its ledger'
        browser.click('#answer-5 figure summary')
        assert 'Gateway leads to Ledger.' in text(browser, '#answer-5 figure')
        browser.click('.manifest summary')
        for line in page.capsule['manifest']['leaves'] + page.capsule['manifest']['stays']:
            assert line in text(browser, '.manifest'), line
        tap.no_complaints(browser.complaints())


def open_capsule():
    """One that is not blind."""
    document = capsule()
    document['blind'] = False
    document['rounds'][0]['vote'] = 'hire'
    take = document['answers'][0]['takes'][1]
    take['ratings'] = [{'dimension': 'structure', 'score': 4}]
    take['evidence'][0]['source'] = 'claimed'
    return document


@tap.test
def what_the_candidate_thinks_is_shown_where_it_went_along():
    """own ratings, votes and claims are shown where they went along, and nowhere else"""
    own = 'Own rating: 4', 'Own vote: Hire', 'claimed by the candidate'
    with Browser() as browser:
        for document, expected in ((open_capsule(), 3), (capsule(), 0)):
            with Page(document) as page:
                browser.open_page(page.path)
                shown = text(browser, 'body')
                assert sum(words in shown for words in own) == expected, shown
                assert ('left out on purpose' in shown) == (not expected), shown


@tap.test
def what_another_coach_marked_is_not_yours():
    """what a coach marked in an earlier review is told as that, and can be marked beside it"""
    cell = '.matrix [aria-label^="Ownership, answer 2"]'
    document = capsule()
    document['answers'][0]['takes'][1]['evidence'][0].update(source='coach', target='ownership')
    with Page(document) as page, Browser() as browser:
        browser.open_page(page.path)
        for pressed, words in (('false', 'a coach'), ('true', 'a coach, marked by you'), ('false', 'a coach')):
            assert browser.find(cell).get_attribute('aria-pressed') == pressed
            assert browser.find(cell).get_attribute('aria-label').endswith(f'asked, marked by {words}')
            browser.click(cell)
        assert 'marked by a coach' in text(browser, f'{TAKE} .findings li')
        assert 'marked by a coach' in text(browser, '.legend')


@tap.test
def a_mark_plays():
    """a mark plays from where it was set to its end, the recording that it is in"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        browser.click(f'{TAKE} .findings [aria-label*="0:02"]')
        browser.wait('it began there', f'player.turn?.index === 0 && {POSITION} >= 2700')
        browser.wait('it ended', f'player.audio.paused && {POSITION} >= 3600')
        browser.click(f'{TAKE} .findings [aria-label*="0:01"]:not([aria-label*="0:00"])')
        browser.wait('another recording', f'player.turn.index === 1 && {POSITION} >= 1200')


@tap.test
def the_speed_is_chosen():
    """the speed is chosen from a list or by keys, and stays for the next recording"""
    rate = 'player.audio.playbackRate'
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        browser.click(f'{TURN} .play')
        Select(browser.find('.transport select')).select_by_visible_text('1.5×')
        browser.wait('faster', f'{rate} === 1.5')
        browser.run('document.activeElement.blur()')
        browser.press('+')
        browser.wait('faster still', f'{rate} === 1.75')
        browser.press('-', '-', '-', '-', '-', '-')
        browser.wait('as slow as it gets', f'{rate} === 0.75')
        assert browser.find('.transport select').get_attribute('value') == '0.75'
        browser.click('#answer-5 .play')
        browser.wait('another one', f'player.turn.answer.number === 5 && {rate} === 0.75')


@tap.test
def a_span_is_chosen_and_let_go():
    """a span is chosen by dragging or by buttons, commented on, seen in the waveform, and let go by a key"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        drag(browser, f'{TURN} .wave')
        browser.wait('a quarter from the middle on', (
            'Math.abs(player.span?.from - 4000) < 100 && Math.abs(player.span.to - 6000) < 100'
        ))  # fmt: skip
        said = browser.run('return `Comment at ${spanOf(player.span.from, player.span.to)}`')
        assert '–' in said and text(browser, f'{TURN} .comment-here') == said, said
        browser.press('m')
        browser.wait('a field', 'document.activeElement.matches(".comment textarea")')
        browser.press('Here.')
        assert browser.find_all(f'{TURN} .wave .comment.band')
        browser.run('seek(player.turn, 2000)')
        browser.wait('2 s', f'{POSITION} === 2000')
        browser.click(f'{TURN} .tools button:nth-of-type(2)')
        browser.wait('to the end', 'player.span?.from === 2000 && player.span.to === 8000')
        browser.run('seek(player.turn, 3000)')
        browser.wait('3 s', f'{POSITION} === 3000')
        browser.click(f'{TURN} .tools button:nth-of-type(3)')
        browser.wait('a second', 'player.span?.from === 2000 && player.span.to === 3000')
        browser.press(Keys.ESCAPE)
        browser.wait('no span', 'player.span === null')
        browser.click(f'{TURN} .comment .time')
        browser.wait('the comment plays', f'!player.audio.paused && {POSITION} >= 3900')
        browser.click(f'{TURN} .comment .remove')
        browser.wait('it is gone', f'{SAID}.comments.length === 0')
        assert not browser.find_all('li.comment, .wave .comment')


def drag(browser, selector):
    """A quarter of its width, from its middle on."""
    wave = browser.find(selector)
    browser.run('arguments[0].scrollIntoView({block: "center", behavior: "instant"})', wave)
    browser.drag(wave, round(wave.size['width'] / 4))


@tap.test
def a_rating_is_taken_back():
    """a score is pressed, another takes its place, and it is taken back"""
    scores = f'{TAKE} .dimension:first-child .score'
    chosen = f'{SAID}.ratings.structure'
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        for score in (4, 2):
            browser.click(f'{scores}:nth-of-type({score})')
            browser.wait('it is chosen', f'{chosen} === {score}')
        browser.click(f'{TAKE} [aria-label="Clear: Structure"]')
        browser.wait('none is', f'{chosen} === undefined')
        assert not browser.find_all(f'{scores} input:checked')


@tap.test
def the_matrix_follows():
    """what the coach marks is in the matrix, with the gaps and at the answer, and goes as it came"""
    cell = '.matrix [aria-label^="Ownership, answer 2"]'
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        assert browser.find(cell).get_attribute('aria-pressed') == 'false'
        assert 'Ownership' in text(browser, '.gaps')
        browser.click(cell)
        assert browser.find(cell).get_attribute('aria-pressed') == 'true'
        assert browser.find(cell).get_attribute('aria-label').endswith('asked, marked by you')
        assert browser.find_all(f'{cell} .sign-you')
        assert 'Ownership' not in text(browser, '.gaps')
        assert 'Ownership' in text(browser, f'{TAKE} .findings')
        browser.click(cell)
        assert browser.find(cell).get_attribute('aria-pressed') == 'false'
        assert 'Ownership' in text(browser, '.gaps')
        Select(browser.find(f'{TAKE} .adder select')).select_by_visible_text('Trade-offs')
        browser.wait('another', f'{SAID}.evidence[0]?.target === "trade-offs"')
        browser.click(f'{TAKE} .findings .remove')
        browser.wait('it is gone', f'{SAID}.evidence.length === 0')


@tap.test
def a_span_of_an_earlier_take_goes_along():
    """a span that is chosen in an earlier take is what a press in the matrix marks"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        browser.run('choose(capsule.answers[0].takes[0].turns[0]); setSpan(500, 1500)')
        browser.click('.matrix [aria-label^="Ownership, answer 2"]')
        assert browser.run(f'return {SAID}.evidence.length') == 0
        marked = browser.run('return ofTake(capsule.answers[0].takes[0]).evidence[0]')
        assert (marked['from_ms'], marked['to_ms']) == (500, 1500), marked


@tap.test
def keys_lead_through_the_answers():
    """the space bar plays the answer that one is at, and a key leads to the next one"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        for number in (3, 5, 5):
            browser.press('n')
            browser.wait('the next', f'document.activeElement.id === "answer-{number}"')
        browser.press(Keys.SPACE)
        browser.wait('it plays', 'player.turn?.answer.number === 5 && !player.audio.paused')


LAID_OPEN = """
for (const details of document.querySelectorAll('details')) details.open = true;
seek(capsule.answers[0].takes[1].turns[0], 1000);
"""

# Of a group of buttons one is on the way.
UNREACHED = """
const all = document.querySelectorAll('#page :is(button, a, summary, select, textarea, input, [tabindex="0"])');
const isSeen = (one) => 'seen' in one.dataset ||
  (one.type === 'radio' && document.querySelector(`[name="${one.name}"][data-seen]`));
const isThere = (one) => one.matches('.tools *') || one.checkVisibility({ visibilityProperty: true });
return [...all].filter((one) => isThere(one) && !isSeen(one)).map((one) => one.outerHTML.slice(0, 200));
"""


@tap.test
def all_is_reached_by_keyboard():
    """whatever can be pressed, chosen or written in is reached by the tabulator"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        browser.click(f'{TURN} .comment-here')
        browser.click('.cell')
        browser.open_page_again(page.path)
        browser.run(LAID_OPEN)
        missing = browser.run(UNREACHED)
        for _ in range(2 * len(missing)):
            browser.press(Keys.TAB)
            if browser.run('document.activeElement.dataset.seen = ""; return document.activeElement === document.body'):
                break
        tap.no_complaints(browser.run(UNREACHED))
        assert len(missing) > 50, missing


# How light the paper is, and what is written on it, as Rec. 709 weighs the colours.
LIGHTNESS = """
const light = (colour) => {
  const [red, green, blue] = colour.match(/\\d+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
};
return ['html', '.answer'].flatMap((selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return [light(style.backgroundColor), light(style.color)];
});
"""


@tap.test
def it_is_dark_where_all_is():
    """it is dark where the system is, and light otherwise, and on paper"""
    with Page() as page:
        with Browser(dark=True) as browser:
            browser.open_page(page.path)
            window, ink, card, on_card = browser.run(LIGHTNESS)
            assert window < 0.2 and card < 0.25 and ink > 0.8 and on_card > 0.8, (window, card, ink)
        with Browser() as browser:
            browser.open_page(page.path)
            for media in ('screen', 'print'):
                browser.show_as(media)
                window, ink, card, on_card = browser.run(LIGHTNESS)
                assert window > 0.9 and card > 0.9 and ink < 0.2 and on_card < 0.2, (window, card, ink)


FILL = """
const comments = ofTake(capsule.answers[0].takes[0]).comments;
const clip = capsule.answers[0].takes[0].turns[0].clip.id;
while (comments.length < arguments[0]) {
  comments.push({ id: newId(), clip, from_ms: 0, text: 'word '.repeat(arguments[1]) });
}
"""


PASTE = """
arguments[0].focus();
document.execCommand('insertText', false, 'w'.repeat(arguments[1]));
"""


@tap.test
def too_much_is_told():
    """more than a review may hold is told, and nothing is saved that nobody could take"""
    with Page() as page, Browser() as browser:
        browser.open_page(page.path)
        browser.run(FILL, 2000, 1)
        browser.click(f'{TURN} .comment-here')
        assert '2,000 comments' in text(browser, '.told')
        assert browser.run('return countComments()') == 2000
        browser.run('ofTake(capsule.answers[0].takes[0]).comments.length = 0')
        browser.run(FILL, 500, 2000)
        browser.click('.save')
        assert 'Please shorten' in text(browser, '.told')
        assert browser.run('return review.revision') == 0
        assert not browser.saved_reviews()
        field = browser.find('#review textarea')
        browser.run(PASTE, field, 9999)
        assert 'no more' not in text(browser, '.told')
        browser.run(PASTE, field, 2)
        assert '10,000 characters' in text(browser, '.told')
        assert browser.run('return review.summary.length') == 10000


if __name__ == '__main__':
    leave_the_network()
    tap.main()
