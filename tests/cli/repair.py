#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What "onsite repair" saves of libraries that are damaged in many ways."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

from program import PROGRAM, TIMEOUT_S, Place, tap

PAGE = 4096
FULL = os.environ.get('ONSITE_TEST_FULL') == '1'
N_SEEDS = 150 if FULL else 15
TABLES = ('loop', 'round', 'answer', 'take', 'evidence', 'clip', 'mark', 'chunk', 'peak')
ORIGINAL = {}


def sample(place):
    """A library with a sample loop, and its bytes; made once, for it takes a while."""
    if not ORIGINAL:
        place.sample()
        with sqlite3.connect(place.library) as db:
            db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
            ORIGINAL['pages'] = describe(db)
        db.close()
        ORIGINAL['bytes'] = place.library.read_bytes()
    place.library.parent.mkdir(parents=True, exist_ok=True)
    place.library.write_bytes(ORIGINAL['bytes'])
    return ORIGINAL['bytes']


def describe(db):
    """Of each page: its table, its kind, and how many rows it holds."""
    return {
        number: (name, kind, rows)
        for name, number, kind, rows in db.execute(
            'SELECT name, pageno, pagetype, ncell FROM dbstat'
        )
    }


def count(path, table):
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    (rows,) = db.execute(f'SELECT count(*) FROM {table}').fetchone()
    db.close()
    return rows


def count_on_sound_pages(table, damaged):
    """How many rows of a table lie on pages that are not damaged."""
    return sum(
        rows for number, (name, kind, rows) in ORIGINAL['pages'].items()
        if name == table and kind == 'leaf' and number not in damaged
    )


def has_overflow(table):
    return any(
        name == table and kind == 'overflow' for name, kind, _ in ORIGINAL['pages'].values()
    )


def overwrite(data, pages, kind, dice):
    data = bytearray(data)
    for page in pages:
        start = (page - 1) * PAGE
        if kind == 'zeroed':
            data[start:start + PAGE] = bytes(PAGE)
        elif kind == 'random':
            data[start:start + PAGE] = dice.randbytes(PAGE)
        else:
            at = start + 512 * dice.randrange(8)
            data[at:at + 512] = dice.randbytes(512)
    return bytes(data)


def repair(place, name='new.onsite'):
    """What it says, and the path of the new library; the damaged one stays as it was."""
    before = place.library.read_bytes()
    new = place.home / name
    for old in place.home.glob(name + '*'):
        old.unlink()
    done = place.run('repair', '--json', '-o', new)
    assert done.returncode == 0, done.stderr
    assert place.library.read_bytes() == before, 'the damaged library was changed'
    assert oct(new.stat().st_mode & 0o777) == '0o600'
    return json.loads(done.stdout), new


def passes_check(place, library):
    checked = json.loads(place.run('--library', library, '--json', 'check').stdout)
    assert checked['intact'], checked['findings']
    db = sqlite3.connect(library)
    assert db.execute('PRAGMA integrity_check').fetchone() == ('ok',)
    assert db.execute('SELECT count(*) FROM pragma_foreign_key_check').fetchone() == (0,)
    db.close()
    return checked


def holds_what_was_on_sound_pages(told, new, damaged, note):
    for table in TABLES:
        if has_overflow(table):
            continue
        wanted, saved = count_on_sound_pages(table, damaged), count(new, table)
        # One without any sound left goes, and is told.
        if table == 'clip':
            saved += sum(loss['kind'] == 'gone-clip' for loss in told['losses'])
        # A peak goes with its chunk.
        if table == 'peak':
            wanted = min(wanted, count(new, 'chunk'))
        assert saved >= wanted, (note, table, wanted, saved)


@tap.test
def a_sound_library_is_saved_whole():
    """of a sound library nothing is lost, and every row is the same"""
    with Place() as place:
        sample(place)
        told, new = repair(place)
        assert told['whole'] is True and told['losses'] == [] and told['findings'] == []
        dumps = []
        for path in (place.library, new):
            db = sqlite3.connect(path)
            dumps.append({
                table: sorted(map(repr, db.execute(f'SELECT * FROM "{table}"')))
                for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            })
            db.close()
        assert dumps[0] == dumps[1]
        assert place.succeed('--library', new, 'list') == place.succeed('list')


@tap.test
def what_lies_on_sound_pages_is_saved():
    """whichever pages are overwritten, what lies on the others is saved, and passes a check"""
    with Place() as place:
        original = sample(place)
        for seed in range(N_SEEDS):
            dice = random.Random(seed)
            kind = ('zeroed', 'random', 'sectors')[seed % 3]
            n_pages = len(original) // PAGE
            pages = dice.sample(range(1, n_pages + 1), dice.choice((1, 2, 5, 20)))
            place.library.write_bytes(overwrite(original, pages, kind, dice))
            told, new = repair(place)
            passes_check(place, new)
            holds_what_was_on_sound_pages(told, new, set(pages), (seed, kind, sorted(pages)))
            assert told['whole'] is False or kind == 'sectors' or not set(pages) & {
                number for number, (name, page, rows) in ORIGINAL['pages'].items()
                if page == 'leaf' and rows > 0 and name != 'sqlite_schema'
            }, (seed, pages)


@tap.test
def pages_that_lead_to_others_are_not_needed():
    """without any page that leads to others, without maps and the first one, all rows are there"""
    with Place() as place:
        original = sample(place)
        leading = [
            number for number, (_, kind, _) in ORIGINAL['pages'].items()
            if kind == 'internal' or number == 1
        ]
        assert len(leading) > 2
        for pages in (leading, [2, *leading]):
            place.library.write_bytes(overwrite(original, pages, 'zeroed', random.Random(1)))
            assert 'isn' in place.fail('check')
            told, new = repair(place)
            checked = passes_check(place, new)
            assert checked['clips'] > 5
            holds_what_was_on_sound_pages(told, new, set(pages), pages)


@tap.test
def a_row_that_no_decoder_takes_is_left_out():
    """a row of sound that can't be decoded is a hole, and the rest of the clip is there"""
    with Place() as place:
        sample(place)
        db = sqlite3.connect(place.library)
        # RFC 6716, 3.2.5: a packet of code 3 needs a byte with its number of frames.
        db.execute(
            "UPDATE chunk SET packets = x'0100ff0100ff0100ff0100ff0100ff'"
            ' WHERE rowid = (SELECT rowid FROM chunk LIMIT 1 OFFSET 5)'
        )
        db.commit()
        db.close()
        assert place.run('check').returncode == 1
        told, new = repair(place)
        passes_check(place, new)
        assert [loss['kind'] for loss in told['losses']] == ['cut-clip'], told
        assert '0.1 s' in told['losses'][0]['text'], told


@tap.test
def what_was_cut_off_is_told():
    """of a file that was cut off anywhere the rest is saved, and what is missing is told"""
    with Place() as place:
        original = sample(place)
        n_pages = len(original) // PAGE
        for share in (0.95, 0.6, 0.3):
            kept = int(n_pages * share)
            place.library.write_bytes(original[:kept * PAGE + 100])
            told, new = repair(place)
            passes_check(place, new)
            holds_what_was_on_sound_pages(told, new, set(range(kept + 1, n_pages + 1)), share)
            assert any('end of the file' in loss['text'] for loss in told['losses']), told


@tap.test
def what_the_log_holds_is_saved():
    """what was committed and lies in the log only is saved too"""
    with Place() as place:
        sample(place)
        db = sqlite3.connect(place.library)
        db.execute('PRAGMA wal_autocheckpoint = 0')
        db.execute("UPDATE answer SET note = 'from the log'")
        db.commit()
        copy = place.home / 'copy.onsite'
        shutil.copy(place.library, copy)
        shutil.copy(f'{place.library}-wal', f'{copy}-wal')
        db.close()
        new = place.home / 'new.onsite'
        place.succeed('--library', copy, 'repair', '-o', new)
        db = sqlite3.connect(new)
        assert db.execute('SELECT DISTINCT note FROM answer').fetchall() == [('from the log',)]
        db.close()


@tap.test
def a_hole_in_a_recording_is_told():
    """a clip that lost rows goes on behind a gap of the same length, which is told with its place"""
    with Place() as place:
        sample(place)
        db = sqlite3.connect(place.library)
        (clip, rowid, n_samples) = db.execute(
            'SELECT id, rowid, n_samples FROM clip ORDER BY n_samples DESC'
        ).fetchone()
        db.execute(
            'DELETE FROM chunk WHERE rowid IN (SELECT rowid FROM chunk WHERE rowid >> 24 = ?'
            ' LIMIT 10 OFFSET 20)', (rowid,)
        )
        db.execute(
            "INSERT INTO mark (id, clip, from_ms, to_ms, note) VALUES ('m', ?, 4000, -1, '')",
            (rowid,),
        )
        db.commit()
        db.close()
        told, new = repair(place)
        passes_check(place, new)
        (loss,) = [loss for loss in told['losses'] if loss['kind'] == 'cut-clip']
        assert loss['subject'] == clip and loss['place'], loss
        assert '1.0 s' in loss['text'] and '0:02' in loss['text'], loss
        db = sqlite3.connect(new)
        after = db.execute(
            'SELECT n_samples, state FROM clip WHERE id = ?', (clip,)
        ).fetchone()
        assert after == (n_samples - 48000, 'recovered'), (after, n_samples)
        gaps = db.execute(
            'SELECT start_samples, gap_us FROM segment JOIN clip ON clip.rowid = clip'
            ' WHERE id = ? ORDER BY ordinal', (clip,)
        ).fetchall()
        assert gaps == [(0, 0), (96000, 1000000)], gaps
        assert db.execute("SELECT from_ms FROM mark WHERE id = 'm'").fetchone() == (3000,)
        db.close()


@tap.test
def a_take_outlives_the_review_that_it_answers():
    """a take that answers a comment stays where the review is lost, and only forgets it"""
    with Place() as place:
        sample(place)
        # By itself SQLite minds no reference that leads to nothing.
        with sqlite3.connect(place.library) as db:
            db.execute("UPDATE take SET review = 1, comment = 'gone' WHERE rowid = 1")
        db.close()
        _told, new = repair(place)
        assert count(new, 'take') == count(place.library, 'take')
        assert count(new, 'take WHERE review NOT NULL') == 0
        passes_check(place, new)


def receipts(path):
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    found = {row['id']: dict(row) for row in db.execute(
        'SELECT id, receipt.* FROM receipt JOIN clip ON clip.rowid = clip'
    )}
    db.close()
    return found


@tap.test
def a_receipt_is_true_of_what_was_saved():
    """a clip that lost sound is measured anew, and its receipt says what is lost; that of others stays"""
    with Place() as place:
        sample(place)
        db = sqlite3.connect(place.library)
        # As it would be if all that was loud had been in what is lost.
        db.execute('UPDATE receipt SET loudness_lufs = -5, peak_dbfs = -0.5, silent_share = 1')
        holed, cut = (row for row in db.execute('SELECT id, rowid FROM clip ORDER BY rowid LIMIT 2'))
        db.execute(
            'DELETE FROM chunk WHERE rowid IN (SELECT rowid FROM chunk WHERE rowid >> 24 = ?'
            ' LIMIT 5 OFFSET 5)', holed[1:],
        )
        db.execute(
            'DELETE FROM chunk WHERE rowid IN (SELECT rowid FROM chunk WHERE rowid >> 24 = ?'
            ' ORDER BY rowid DESC LIMIT 10)', cut[1:],
        )
        db.commit()
        db.close()
        before = receipts(place.library)
        _, new = repair(place)
        passes_check(place, new)
        after = receipts(new)
        assert set(after) == set(before)
        for clip, told in after.items():
            was = before[clip]
            if clip not in (holed[0], cut[0]):
                assert told == was, (told, was)
                continue
            for field in ('device', 'processing', 'clipped_samples', 'captured_samples'):
                assert told[field] == was[field], (field, told, was)
            assert -40 < told['loudness_lufs'] < -10 and told['peak_dbfs'] < -1, told
            assert told['silent_share'] < 1, told
        gaps = {clip: (after[clip]['gaps'], after[clip]['gap_us']) for clip in after}
        assert gaps[holed[0]] == (1, 500_000) and gaps[cut[0]] == (0, 0), gaps
        lost = {
            clip: before[clip]['kept_samples'] - after[clip]['kept_samples'] for clip in after
        }
        assert lost[holed[0]] == 24000 and 30000 < lost[cut[0]] <= 48000, lost


@tap.test
def a_lost_waveform_is_drawn_anew():
    """peaks that are lost are measured from the sound, as they were when it was captured"""
    with Place() as place:
        sample(place)
        db = sqlite3.connect(place.library)
        (clip,) = db.execute('SELECT rowid FROM clip ORDER BY n_samples DESC').fetchone()
        query = f'SELECT peaks FROM peak WHERE rowid >> 24 = {clip} ORDER BY rowid'
        before = b''.join(peaks for (peaks,) in db.execute(query))
        db.execute('DELETE FROM peak WHERE rowid >> 24 = ?', (clip,))
        db.commit()
        db.close()
        _, new = repair(place)
        passes_check(place, new)
        db = sqlite3.connect(new)
        after = b''.join(peaks for (peaks,) in db.execute(query))
        db.close()
        # Those of the row that only helps a decoder stand for nothing that is heard.
        assert 0 <= len(before) - len(after) <= 5, (len(after), len(before))
        far = sum(abs(a - b) > 25 for a, b in zip(after, before))
        assert far < len(before) / 20, (far, len(before))
        assert max(before) - 10 < max(after) < max(before) + 10


@tap.test
def a_recording_whose_row_is_lost_finds_its_answer():
    """a clip whose own row is lost goes back to its answer, by what an index tells of it"""
    with Place() as place:
        original = sample(place)
        pages = [
            number for number, (name, kind, _) in ORIGINAL['pages'].items()
            if name in ('clip', 'take') and kind == 'leaf'
        ]
        before = place.answers(place.json('list')[0]['id'])
        place.library.write_bytes(overwrite(original, pages, 'random', random.Random(2)))
        _, new = repair(place)
        passes_check(place, new)
        loop = json.loads(place.succeed('--library', new, '--json', 'list'))[0]['id']
        after = [
            answer for part in json.loads(
                place.succeed('--library', new, '--json', 'show', loop)
            )['rounds'] for answer in part['answers']
        ]
        assert [answer['talk_ms'] for answer in after] == [answer['talk_ms'] for answer in before]


@tap.test
def what_is_there_stays():
    """a new library is not written over anything, nor is there half of one"""
    with Place() as place:
        sample(place)
        there = place.home / 'there.onsite'
        there.write_text('mine')
        assert 'exists' in place.fail('repair', '-o', there)
        assert there.read_text() == 'mine'
        assert 'Name it with -o' in place.fail('repair', status=2)
        nonsense = place.home / 'nonsense'
        nonsense.write_bytes(random.Random(3).randbytes(50000))
        new = place.home / 'new.onsite'
        assert 'Nothing in' in place.fail('--library', nonsense, 'repair', '-o', new)
        db = sqlite3.connect(place.home / 'other.db')
        db.execute('CREATE TABLE t (x)')
        db.commit()
        db.close()
        assert 'isn' in place.fail('--library', place.home / 'other.db', 'repair', '-o', new)
        assert not list(place.home.glob('new.onsite*')), place.files()


@tap.test
def an_interrupted_repair_leaves_nothing():
    """a repair that is interrupted leaves nothing of the new library"""
    with Place() as place:
        sample(place)
        new = place.home / 'new.onsite'
        ended = set()
        for delay_s in (0.01, 0.05, 0.1, 0.2, 0.3):
            with subprocess.Popen(
                [PROGRAM, 'repair', '-o', new], env=place.environment, cwd=place.home,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            ) as process:
                time.sleep(delay_s)
                process.send_signal(signal.SIGINT)
                told, _unused = process.communicate(timeout=TIMEOUT_S)
            # Once it's told what was saved, an interrupt comes too late, and only ends what is over.
            is_saved = b'saved' in told
            ended.add(is_saved)
            assert is_saved or process.returncode != 0, (delay_s, told)
            assert new.exists() == is_saved, (delay_s, process.returncode, told, place.files())
            for part in place.home.glob('new.onsite*'):
                assert is_saved, (delay_s, place.files())
                part.unlink()
        assert False in ended, ended


if __name__ == '__main__':
    tap.main()
