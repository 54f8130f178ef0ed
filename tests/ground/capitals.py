#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the source's English words have the capitals that GNOME's guidelines give
them: What Heads Something, or Is Pressed, Like This; what tells something, like this."""

import re
import xml.etree.ElementTree as ElementTree

import tap

# Inside of a headline these begin small: articles, conjunctions and prepositions
# of up to three letters.
SMALL = frozenset('a an and as at but by for in nor of on or the to'.split())
NAMES = frozenset(('Onsite',))

BUTTONS = frozenset(('GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'GtkExpander'))
HEADING_STYLES = frozenset(('heading', 'title-1', 'title-2', 'title-3', 'title-4'))

# Where C has words that head something or are pressed. In the last ones what ends
# with a full stop is what a dialog tells.
HEADLINE_CONTEXTS = frozenset(
    'button dialog expander farewell format menu quit title'.split()
) | {'page title', 'group title'}


def words_of(text):
    """The words of a text; a unit belongs to its figure, and what is put in as the
    program runs is a name."""
    plain = re.sub(r'%(?:\d\$)?[a-z]', 'X', text.replace('_', ''))
    return re.findall(r"[A-Za-z][\w’']*", re.sub(r'[−+]?\d\S*\s\w+', ' ', plain))


def is_headline(text):
    words = words_of(text)
    last = len(words) - 1
    return all(
        word[0].islower() if word.lower() in SMALL and 0 < index < last else word[0].isupper()
        for index, word in enumerate(words)
    )


def is_sentence(text):
    """That only its first word, and a name, has a capital. An abbreviation may be all of them."""
    return all(
        word in NAMES or word.isupper() or word[0].islower()
        for sentence in re.split(r'[.?:]\s', text)
        for word in words_of(sentence)[1:]
    )


def is_told(text):
    """What is whole sentences, wherever it stands."""
    return text.endswith(('.', '.\\n'))


def is_heading(element):
    return any(style.get('name') in HEADING_STYLES for style in element.findall('style/class'))


def wants_headline(element, name):
    kind = element.get('class', '')
    if name == 'title':
        return kind != 'OnsiteShortcutRow'
    if name == 'label':
        return kind in BUTTONS or is_heading(element)
    return name in ('tooltip-text', 'question')


def wants_sentence(element, name):
    return name in ('subtitle', 'description', 'placeholder-text') or (
        name == 'title' and element.get('class') == 'OnsiteShortcutRow'
    )


def read_template(root):
    """Each English text of a template, with what it wants to be."""
    for element in root.iter():
        for below in (*element.findall('property'), *element.findall('accessibility/property')):
            if below.get('translatable') == 'yes':
                if wants_headline(element, below.get('name')):
                    yield below.text, is_headline
                elif wants_sentence(element, below.get('name')):
                    yield below.text, is_sentence
    for item in root.iter('attribute'):
        if item.get('translatable') == 'yes':
            yield item.text, is_headline


def read_source(text):
    """Each English text of a C source that heads something, or has an underlined letter."""
    literals = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
    for context, written in re.findall(rf'\bC_ \(\s*"([^"]+)",\s*{literals}\)', text):
        words = re.sub(r'"\s*"|^"|"\s*$', '', written)
        if context in HEADLINE_CONTEXTS or re.search(r'_\w', words):
            yield words, is_headline


def complaints_of(texts):
    return [
        f'“{text}” is not like a {"headline" if fits is is_headline else "sentence"}'
        for text, fits in texts
        if not fits(text) and not (fits is is_headline and is_told(text))
    ]


@tap.test
def templates_have_their_capitals():
    """in templates titles, buttons, tooltips and menus are headlines, and the rest sentences"""
    seen = 0
    complaints = []
    for path in tap.files('ui/*.ui'):
        texts = list(read_template(ElementTree.parse(path).getroot()))
        seen += len(texts)
        complaints += [f'{path.name}: {each}' for each in complaints_of(texts)]
    assert seen > 100, f'only {seen} texts were found'
    tap.no_complaints(complaints)


@tap.test
def sources_have_their_capitals():
    """in the window's sources buttons, menus and the headings of dialogs are headlines"""
    seen = 0
    complaints = []
    for path in tap.files('src/app/*.c'):
        texts = list(read_source(path.read_text(encoding='utf-8')))
        seen += len(texts)
        complaints += [f'{path.name}: {each}' for each in complaints_of(texts)]
    assert seen > 50, f'only {seen} texts were found'
    tap.no_complaints(complaints)


@tap.test
def wrong_capitals_are_found():
    """the checker tells headlines and sentences apart"""
    for text in ('Delete for _Good…', 'The Library Is in Order', '−5 s', 'What', 'Menu of %s'):
        assert is_headline(text), text
    for text in ('Not heard yet', 'Share with a Coach', 'The library Is In Order', 'Follow-ups It Has'):
        assert not is_headline(text), text
    for text in ('Go back', 'Good at 20 MB an hour', 'In an Onsite loop. It may'):
        assert is_sentence(text), text
    assert not is_sentence('Go Back')
    assert complaints_of(read_source('C_ ("button",\n "Go back")'))
    assert not complaints_of(read_source('C_ ("dialog", "Nothing of it is left then.")'))


if __name__ == '__main__':
    tap.main()
