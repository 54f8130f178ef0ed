# SPDX-License-Identifier: GPL-3.0-or-later
"""What is longer, more or less than usual, for those who look at how it is shown."""

import contextlib
import json
import sqlite3
import subprocess

import steps
from library import library_file, onsite
from stage import ROOT

TINY_PACK = ROOT / 'tests' / 'fixtures' / 'packs' / 'tiny.json'

SHORT = 80  # as long as a name in a pack may be
LONG = 600  # and a text that is spoken

TITLE = 'Ergebnisverantwortungsübernahmebereitschaft, and everything else that it takes'
INTERVIEWER = 'Senior Principal Technical Program Manager for Storage, Identity and Billing'
VOTE = 'Inclined to hire, if the second half of the panel agrees'
STORY = 'The migration of all order histories to the partitioned store, in three regions, 2021–2023'
NOTE = ' '.join(steps.SENTENCES)
QUESTION = (
    'A partner team tells you, a fortnight before a launch that two thousand customers have been'
    ' promised in writing, that the service on which all of it depends will be a month late, that'
    ' the person who knew it best has left, and that the one alternative has never carried more'
    ' than a tenth of the load. Your own director has told the press. The people who would have to'
    ' do the work have not had a free weekend since spring, and two of them have asked to move.'
    ' What do you do today, what do you do tomorrow, whom do you tell, in which order, and which'
    ' figure would make you stop it all?'
)

GAP_US = 4_200_000


def make_pack(home):
    """The tiny pack, told at length. Returns its file."""
    pack = json.loads(TINY_PACK.read_text(encoding='utf-8'))
    pack |= {'id': 'told-at-length', 'title': TITLE, 'summary': QUESTION[:LONG]}
    pack['votes'][1]['name'] = VOTE
    pack['principles'][0]['name'] = TITLE
    pack['dimensions'][0]['name'] = TITLE
    for level in pack['levels']:
        level |= {'title': INTERVIEWER, 'about': QUESTION[:240].strip()}
    for kind in pack['rounds']:
        kind |= {'name': f'{kind["name"]}, {TITLE}'[:SHORT], 'interviewers': [INTERVIEWER]}
        kind |= {'minutes': 45, 'about': QUESTION[:240].strip()}
    for number, question in enumerate(pack['questions'], 1):
        question |= {'text': f'{number}: {QUESTION}'[:LONG], 'hint': QUESTION[:240].strip()}
    path = home / 'told-at-length.json'
    path.write_text(json.dumps(pack), encoding='utf-8')
    return path


def make_unhurried(pack, home):
    """A pack whose rounds last until somebody ends them. Returns its file."""
    unhurried = json.loads(pack.read_text(encoding='utf-8'))
    for kind in unhurried['rounds']:
        kind['minutes'] = 45
    path = home / pack.name
    path.write_text(json.dumps(unhurried), encoding='utf-8')
    return path


def make_library(stage, home):
    """A loop of forty answers, and one that nobody rated."""
    library = library_file(home)
    library.parent.mkdir(parents=True)
    subprocess.run([stage.build / 'tests' / 'app' / 'make-long-loop', library], check=True)
    onsite(stage, home, 'sample')
    with contextlib.closing(sqlite3.connect(library)) as database, database:
        forty, sample = [row[0] for row in database.execute('SELECT rowid FROM loop ORDER BY sample')]
        _change_sample(database, sample, forty)
        _change_forty(database, forty)


def _change_sample(database, sample, forty):
    """Held the day before the other, and neither rated nor voted on."""
    day_us = 24 * 60 * 60 * 1_000_000
    database.execute(
        'UPDATE loop SET sample = 0, (created_at_us, finished_at_us) ='
        ' (SELECT created_at_us - ?1, finished_at_us - ?1 FROM loop WHERE rowid = ?2)'
        ' WHERE rowid = ?3',
        (day_us, forty, sample),
    )
    database.execute('UPDATE round SET vote = NULL WHERE loop = ?', (sample,))
    database.execute(
        'DELETE FROM rating WHERE take IN (SELECT take.rowid FROM take'
        ' JOIN answer ON answer.rowid = take.answer JOIN round ON round.rowid = answer.round'
        ' WHERE round.loop = ?)',
        (sample,),
    )


def _change_forty(database, loop):
    """Much is told of the first answer, the second has no clip, the third a gap in it."""
    rounds = [row[0] for row in database.execute('SELECT rowid FROM round WHERE loop = ?', (loop,))]
    database.execute('UPDATE round SET interviewer = ? WHERE rowid = ?', (INTERVIEWER, rounds[0]))
    database.execute('UPDATE round SET ended_early = 1 WHERE rowid = ?', (rounds[1],))
    answers = [
        row[0]
        for row in database.execute('SELECT rowid FROM answer WHERE round = ? ORDER BY ordinal', rounds[:1])
    ]
    database.execute('UPDATE answer SET story = ?, note = ? WHERE rowid = ?', (STORY, NOTE, answers[0]))
    for clip in _clips(database, answers[1]):
        database.execute('DELETE FROM clip WHERE rowid = ?', (clip,))
    _tear(database, _clips(database, answers[2])[0])


def _clips(database, answer):
    found = database.execute(
        'SELECT clip.rowid FROM clip JOIN take ON take.id = clip.take WHERE answer = ? ORDER BY turn',
        (answer,),
    )
    return [row[0] for row in found]


def _tear(database, clip):
    """The microphone was away in the middle of it."""
    starts = [
        row[0]
        for row in database.execute(
            'SELECT start_samples FROM chunk WHERE rowid >> 24 = ? ORDER BY rowid', (clip,)
        )
    ]
    middle = starts[len(starts) // 2]
    database.execute(
        'INSERT INTO segment (clip, ordinal, start_samples, n_samples, gap_us)'
        ' SELECT clip, 1, ?1, n_samples - ?1, ?2 FROM segment WHERE clip = ?3',
        (middle, GAP_US, clip),
    )
    database.execute('UPDATE receipt SET gaps = 1, gap_us = ? WHERE clip = ?', (GAP_US, clip))
    database.execute('UPDATE segment SET n_samples = ? WHERE clip = ? AND ordinal = 0', (middle, clip))
    database.execute(
        'UPDATE chunk SET segment = 1 WHERE rowid >> 24 = ? AND start_samples >= ?', (clip, middle)
    )
