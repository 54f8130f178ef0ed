#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That each underlined letter means one thing, in every language: where two
controls that are shown together had the same, the key would do nothing but go
from one to the other."""

import gettext
import itertools
import pathlib
import re
import tempfile
import xml.etree.ElementTree as ElementTree

import tap

PO = tap.ROOT / 'po'
ENGLISH = 'en'

NEXT_IN_ROOM = ('_Answer Now', '_Done', '_Next', '_Go On', 'I Am _Ready')

# What a template shows besides its own words: other templates, and words of C.
BESIDES = {
    'onsite-answer-page.ui': ('onsite-answer-form.ui', 'onsite-exhibit-view.ui'),
    'onsite-break-page.ui': ('onsite-answer-form.ui', 'See the _Debrief', 'I Am _Ready'),
    'onsite-preferences-window.ui': (
        'onsite-library-group.ui', 'onsite-packs-page.ui', '_Back Up Now', '_Stop',
    ),
    'onsite-room-page.ui': ('onsite-exhibit-view.ui', *NEXT_IN_ROOM),
    'onsite-setup-page.ui': ('_Listen', '_Stop', '_Record'),
    'onsite-trouble-page.ui': ('_Go Back to the Backup: %s',),
}  # fmt: skip

# Of these at most one is shown at a time.
IN_TURN = (
    {*NEXT_IN_ROOM, 'See the _Debrief'},
    {'_Answer Now', '_Answer Again'},
    {'_Keep Talking', '_Answer Now', '_Done', '_Go On', 'I Am _Ready'},
    {'_Listen', '_Stop'},
    # A debrief that could not be read, and one that could.
    {'_Try Again', '_Remove'},
    {'_Try Again', 'Rate _Now'},
    # On pages of the preferences that are not shown together.
    *({'_Add…', each} for each in ('_Listen', '_Stop', '_Move…', '_Back Up Now')),
)
ALONE = '_Cancel'

# The menus and the dialogs that C makes.
DIALOGS = (
    (('quit', '_Quit Anyway'), ('quit', '_Try Again')),
    (('button', '_Cancel'), ('dialog', '_Remove Review')),
    (('dialog', '_Keep'), ('dialog', '_Delete for Good')),
    (('dialog', '_Keep'), ('dialog', '_Replace')),
    (('dialog', '_Stay'), ('farewell', '_Leave')),
    (('menu', '_Continue'), ('menu', '_Open Debrief'), ('menu', '_Delete'),
     ('menu', 'Delete for _Good…')),
    (('drill', 'By _Category'), ('drill', 'By _Principle'), ('drill', 'By C_hecklist Item')),
)  # fmt: skip


def accelerator_of(text):
    """In lower case, or None for a text without one."""
    found = re.search(r'_(\w)', text.replace('__', ''))
    return found[1].casefold() if found else None


def labels_of(template, tag):
    """Those with an accelerator, in the words of the source."""
    root = ElementTree.parse(tap.ROOT / 'ui' / template).getroot()
    return [
        (element.get('context'), element.text)
        for element in root.iter(tag)
        if element.get('translatable') == 'yes' and accelerator_of(element.text)
    ]


def shown_with(template):
    """All that may be underlined on what this template is of."""
    labels = labels_of(template, 'property')
    for each in BESIDES.get(template, ()):
        labels += labels_of(each, 'property') if each.endswith('.ui') else [('button', each)]
    return list(dict.fromkeys(labels))


def groups():
    """What is shown together, by the place it is shown at."""
    for path in tap.files('ui/*.ui'):
        yield path.name, shown_with(path.name)
        yield f'the menu of {path.name}', labels_of(path.name, 'attribute')
    for labels in DIALOGS:
        yield 'a dialog or a menu', list(labels)


def are_together(*labels):
    texts = {text for _unused, text in labels}
    return ALONE not in texts and not any(texts <= turn for turn in IN_TURN)


def read_languages(folder):
    """What translates into each of them, and into the source’s own words."""
    yield ENGLISH, gettext.NullTranslations()
    for po in sorted(PO.glob('*.po')):
        compiled = pathlib.Path(folder) / f'{po.stem}.mo'
        tap.output_of('msgfmt', '-o', compiled, po)
        with compiled.open('rb') as file:
            yield po.stem, gettext.GNUTranslations(file)


def find_clashes(language, words):
    for place, labels in groups():
        for one, other in itertools.combinations(labels, 2):
            told = [words.pgettext(*label) for label in (one, other)]
            if are_together(one, other) and len(set(map(accelerator_of, told))) == 1:
                yield f'{language}: {place}: “{told[0]}” and “{told[1]}”'


@tap.test
def words_of_c_are_there():
    """every word that stands in the tables above stands in the sources too"""
    source = ''.join(path.read_text(encoding='utf-8') for path in tap.files('src/app/*.c'))
    words = {text for labels in DIALOGS for _unused, text in labels}
    words |= {each for some in BESIDES.values() for each in some if not each.endswith('.ui')}
    tap.no_complaints(sorted(f'{word}: in no source' for word in words if f'"{word}"' not in source))


@tap.test
def each_letter_means_one_thing():
    """no two controls that are shown together have the same accelerator, in any language"""
    with tempfile.TemporaryDirectory() as folder:
        tap.no_complaints(
            [
                clash
                for language, words in read_languages(folder)
                for clash in find_clashes(language, words)
            ]
        )


if __name__ == '__main__':
    tap.main()
