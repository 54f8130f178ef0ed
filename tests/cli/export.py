#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed on, and what is not."""

import base64
import contextlib
import datetime
import json
import re
import signal
import sqlite3
import subprocess

import jsonschema

from program import PROGRAM, TIMEOUT_S, UUID, Place, tap

SCHEMA = json.loads((tap.ROOT / 'data' / 'share' / 'capsule.schema.json').read_text('utf-8'))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PEAK_MS = 20
MOST_TRIES = 20


MADE = []


def sampled(place):
    """The id of a sample loop from the built-in pack, which is made once."""
    if not MADE:
        loop = place.succeed('sample').strip()
        MADE.extend((loop, place.library.read_bytes()))
    else:
        place.library.parent.mkdir(parents=True)
        place.library.write_bytes(MADE[1])
    return MADE[0]


def export(place, loop, *choices):
    """The capsule as JSON, which has to be valid."""
    path = place.home / 'capsule.json'
    place.succeed('export', loop, '--format', 'json', '-o', path, '--force', *choices)
    capsule = json.loads(path.read_text('utf-8'))
    complaints = [f'{fault.json_path}: {fault.message}' for fault in VALIDATOR.iter_errors(capsule)]
    assert not complaints, '\n'.join(complaints)
    return capsule


def clips_of(capsule):
    return [turn['clip'] for answer in capsule['answers'] for take in answer['takes']
            for turn in take['turns'] if 'clip' in turn]


def peaks_of(clip):
    return base64.b64decode(clip['peaks'])


def written(place):
    """All files but those that SQLite makes to read a library."""
    return [name for name in place.files() if not name.endswith(('-shm', '-wal'))]


def ids_in(value):
    """All strings that are UUIDs, wherever they are."""
    return set(match[0] for match in re.finditer(UUID, json.dumps(value)))


def ids_named(value):
    """Those that a capsule may have: of itself, loop, rounds, answers, takes and clips."""
    named = {value['export'], value['loop']['id']}
    named |= {part['id'] for part in value['rounds']}
    named |= {answer['id'] for answer in value['answers']}
    named |= {take['id'] for answer in value['answers'] for take in answer['takes']}
    return named | {clip['id'] for clip in clips_of(value)}


@tap.test
def the_schema_is_a_schema():
    """the schema is one itself, and refuses what is no capsule"""
    VALIDATOR.check_schema(SCHEMA)
    assert not VALIDATOR.is_valid({'format': 'onsite-capsule'})


@tap.test
def a_capsule_is_valid():
    """all of a loop, and with all that can go along, is as the schema has it"""
    with Place() as place:
        loop = sampled(place)
        capsule = export(place, loop)
        answers = place.answers(loop)
        assert [answer['id'] for answer in capsule['answers']] == [answer['id'] for answer in answers]
        assert capsule['blind'] is True and 'candidate' not in capsule
        assert not any('vote' in part for part in capsule['rounds'])
        open_one = export(place, loop, '--include-ratings', '--notes', '--takes', 'all',
                          '--name', 'Ada', '--listen-for', '1:pace')
        assert open_one['candidate'] == 'Ada'
        assert any(take['ratings'] for answer in open_one['answers'] for take in answer['takes'])
        assert all('vote' in part for part in open_one['rounds'])
        assert open_one['answers'][0]['listen_for'] == 'pace'
        assert ids_in(open_one) == ids_named(open_one)


@tap.test
def an_open_capsule_that_says_blind_is_invalid():
    """ratings, votes or claims in a capsule that says blind are refused by the schema"""
    with Place() as place:
        capsule = export(place, sampled(place), '--include-ratings')
        capsule['blind'] = True
        assert not VALIDATOR.is_valid(capsule)


@tap.test
def what_is_removed_is_gone():
    """what is cut or muted is in no peak, and later times move forward"""
    with Place() as place:
        loop = sampled(place)
        whole = clips_of(export(place, loop))[0]
        capsule = export(place, loop, '--cut', '1.1:0.5-1.5', '--mute', f'{whole["id"][:12]}:2-2.5')
        copy = clips_of(capsule)[0]
        assert copy['duration_ms'] == whole['duration_ms'] - 1000
        assert copy['cuts'] == [{'at_ms': 500}]
        assert copy['muted'] == [{'from_ms': 1000, 'to_ms': 1500}]
        before, after = peaks_of(whole), peaks_of(copy)
        assert after[:25] == before[:25]
        assert after[25:50] == before[75:100]
        assert after[50:75] == bytes(25)
        assert after[75:] == before[125:]
        everything = export(place, loop, '--answers', '1', '--cut', f'1.1:0-{whole["duration_ms"] / 1000}')
        assert 'clip' not in everything['answers'][0]['takes'][0]['turns'][0]


@tap.test
def nothing_of_the_machine_leaves():
    """no path, device, date or time of the day is in what leaves"""
    with Place() as place:
        loop = sampled(place)
        capsule = export(place, loop, '--include-ratings', '--notes', '--takes', 'all')
        for clip in clips_of(capsule):
            # Which may spell anything.
            del clip['peaks']
        del capsule['exhibits']
        text = json.dumps(capsule)
        today = datetime.datetime.now(datetime.timezone.utc)
        for secret in (str(place.home), 'library.onsite', '"device', '"receipt', '_us"',
                       f'{today:%Y-%m}', f'{today:%d.%m}'):
            assert secret not in text, secret
        assert not re.search(r'\b\d{1,2}:\d{2}:\d{2}\b', text)
        assert not re.search(r'[1-9]\d{15}', text), 'microseconds since 1970'


@tap.test
def what_leaves_is_told_before():
    """a list tells what would leave, and writes nothing; the file says the same"""
    with Place() as place:
        loop = sampled(place)
        choices = ('--answers', 'proposed', '--notes', '--mute', '1.1:0-1', '--answers', '1,2')
        before = written(place)
        told = place.succeed('export', loop, '--format', 'json', '--list', *choices)
        listed = place.json('export', loop, '--format', 'json', '--list', *choices)
        assert written(place) == before
        manifest = export(place, loop, *choices)['manifest']
        assert manifest['leaves'] == listed['leaves'] and manifest['stays'] == listed['stays']
        for sentence in listed['leaves'] + listed['stays']:
            assert f'  {sentence}\n' in told
        size = (place.home / 'capsule.json').stat().st_size
        assert listed['bytes'] == size
        done = place.json('export', loop, '--format', 'json', '-o', 'b.json', *choices)
        assert done['bytes'] == size and UUID.fullmatch(done['id'])


@tap.test
def what_left_is_kept():
    """the library keeps what was handed on, not what was only listed or failed"""
    with Place() as place:
        loop = sampled(place)
        place.succeed('export', loop, '--format', 'json', '--list')
        capsule = export(place, loop, '--answers', '1', '--cut', '1.1:0-1')
        with sqlite3.connect(place.library) as db:
            (kept,) = db.execute('SELECT id, blind, document FROM export').fetchall()
        assert kept[:2] == (capsule['export'], 1)
        (take,) = json.loads(kept[2])['takes']
        assert take['answer'] == capsule['answers'][0]['id']
        assert take['clips'][0]['spans'] == [{'kind': 'cut', 'from_ms': 0, 'to_ms': 1000}]


@tap.test
def three_are_proposed():
    """three answers of many are proposed"""
    with Place() as place:
        loop = sampled(place)
        assert len(export(place, loop, '--answers', 'proposed')['answers']) == 3


def texts_of(folder, suffix):
    return {path.stem: path.read_text('utf-8') for path in sorted(folder.glob(f'*{suffix}'))}


def seconds(text):
    hours, minutes, rest = text.split(':')
    return (int(hours) * 60 + int(minutes)) * 60 + float(rest)


@tap.test
def each_take_is_a_file():
    """audio, vtt and labels are a file for each take, which say the same of when and what"""
    with Place() as place:
        loop = place.sample()
        choices = ('--mute', '1.1:1-1.5', '--cut', '1.1:0.2-0.7', '--name', 'Ada')
        for name in ('audio', 'vtt', 'labels'):
            place.succeed('export', loop, '--format', name, '-o', place.home / name, *choices)
        capsule = export(place, loop, *choices)
        cues, labels = texts_of(place.home / 'vtt', '.vtt'), texts_of(place.home / 'labels', '.txt')
        songs = sorted((place.home / 'audio').glob('*.ogg'))
        assert [song.stem for song in songs] == list(cues) == list(labels)
        assert len(songs) == len([answer for answer in capsule['answers']
                                  if any('clip' in turn for turn in answer['takes'][0]['turns'])])
        for song, answer in zip(songs, capsule['answers']):
            turns = [turn for turn in answer['takes'][0]['turns'] if 'clip' in turn]
            tags = tap.output_of('opusinfo', song)
            assert f'TITLE={answer["question"]["text"]}' in tags and 'ARTIST=Ada' in tags, tags
            assert 'WARNING' not in tags, tags
            chapters = re.findall(r'CHAPTER\d{3}=([\d:.]+)\n\s*CHAPTER\d{3}NAME=(.*)', tags)
            cue_list = re.findall(r'([\d:.]+) --> ([\d:.]+)\n(.*)\n\n', cues[song.stem])
            label_list = [line.split('\t') for line in labels[song.stem].splitlines()]
            assert cues[song.stem].startswith('WEBVTT\n\n')
            assert len(chapters) == len(cue_list) == len(label_list) == len(turns)
            for chapter, cue, label, turn in zip(chapters, cue_list, label_list, turns):
                assert chapter[1] == cue[2] == label[2] == turn['prompt']
                assert seconds(chapter[0]) == seconds(cue[0]) == float(label[0])
                length = round((float(label[1]) - float(label[0])) * 1000)
                assert length == turn['clip']['duration_ms'] == \
                    round((seconds(cue[1]) - seconds(cue[0])) * 1000)


@tap.test
def nothing_of_the_machine_is_in_a_file():
    """no bytes of an audio file, a vtt or labels name the machine or the day"""
    with Place() as place:
        loop = place.sample()
        today = datetime.datetime.now(datetime.timezone.utc)
        for name in ('audio', 'vtt', 'labels'):
            folder = place.home / name
            place.succeed('export', loop, '--format', name, '-o', folder, '--mute', '1.1:0-1')
            for path in folder.iterdir():
                data = path.read_bytes()
                for secret in (str(place.home), 'library.onsite', f'{today:%Y-%m-%d}', loop):
                    assert secret.encode() not in data, (path, secret)


@tap.test
def a_folder_is_whole_or_not_there():
    """a folder that is there is refused, and one that fails is not made"""
    with Place() as place:
        loop = place.sample()
        (place.home / 'there').mkdir()
        assert 'there' in place.fail('export', loop, '--format', 'audio', '-o', 'there')
        assert not list((place.home / 'there').iterdir())
        told = place.fail('export', loop, '--format', 'audio', '-o', 'gone', '--no-audio')
        assert 'no sound' in told and not (place.home / 'gone').exists()
        with sqlite3.connect(place.library) as db:
            db.execute('UPDATE chunk SET packets = zeroblob (9) WHERE rowid = '
                       '(SELECT max (rowid) FROM chunk)')
        last = len(place.answers(loop))
        turn = len(place.answers(loop)[-1]['turns'])
        told = place.fail('export', loop, '--format', 'audio', '-o', 'gone', '--mute', f'{last}.{turn}:0-0.1')
        assert 'decoded' in told and not (place.home / 'gone').exists(), told


@tap.test
def a_choice_that_makes_no_sense_is_refused():
    """what isn't there or can't be understood is told, and nothing is written"""
    with Place() as place:
        loop = sampled(place)
        before = written(place)
        wrong = {
            ('--answers', '99'): 'answer “99”',
            ('--answers', '1,zz'): 'answer “zz”',
            ('--takes', '1:7'): '“1:7”',
            ('--cut', '1.1:5'): '“1.1:5”',
            ('--cut', '1.1:b-c'): '“1.1:b-c”',
            ('--cut', '1.9:0-1'): '“1.9”',
            ('--mute', '1.1:0-9999'): '9999.000 s',
            ('--mute', '1.1:2-1'): '1.000 s',
            ('--answers', '1', '--listen-for', '2:pace'): '“2:pace”',
        }
        for choices, told in wrong.items():
            done = place.run('export', loop, '--format', 'json', '-o', 'x.json', *choices)
            assert done.returncode in (1, 2) and told in done.stderr, (choices, done.stderr)
        assert '--format' in place.fail('export', loop, '-o', 'x.json', status=2)
        assert 'json' in place.fail('export', loop, '--format', 'doc', '-o', 'x', status=2)
        assert written(place) == before


@tap.test
def the_debrief_is_printed():
    """a PDF is laid out for the paper, in the language of the person, and is kept no record of"""
    with Place() as place:
        loop = sampled(place)
        for paper, size in (('a4', '595.276 x 841.89'), ('letter', '612 x 792')):
            place.succeed('export', loop, '--format', 'pdf', '--paper', paper, '-o', f'{paper}.pdf')
            assert size in tap.output_of('pdfinfo', place.home / f'{paper}.pdf')
        place.environment['LANGUAGE'] = 'de'
        place.succeed('export', loop, '--format', 'pdf', '-o', 'de.pdf')
        assert 'Seite 1 von ' in tap.output_of('pdftotext', place.home / 'de.pdf', '-')
        assert 'a5' in place.fail('export', loop, '--format', 'pdf', '--paper', 'a5', '-o', 'x.pdf', status=2)
        with contextlib.closing(sqlite3.connect(place.library)) as db:
            assert db.execute('SELECT count(*) FROM export').fetchone() == (0,)


@tap.test
def a_listing_needs_no_format():
    """what would leave is told of the page, where no format is named"""
    with Place() as place:
        loop = sampled(place)
        assert place.succeed('export', loop, '--list') == place.succeed('export', loop, '--format', 'html', '--list')
        assert 'html, pdf,' in ' '.join(place.succeed('export', '--help').split())


@tap.test
def a_file_is_not_written_over():
    """a file that is there is written over only where that is asked for"""
    with Place() as place:
        loop = sampled(place)
        (place.home / 'mine.json').write_text('mine')
        assert 'mine.json' in place.fail('export', loop, '--format', 'json', '-o', 'mine.json')
        assert (place.home / 'mine.json').read_text() == 'mine'
        place.fail('export', loop, '--format', 'json', '-o', 'no/such/folder.json')
        assert not [name for name in place.files() if name.endswith('.part')]


def interrupt(place, number, *arguments):
    """Sends a signal as soon as something is there of what is being written; tells how it ended."""
    with subprocess.Popen(
        [PROGRAM, *arguments], env=place.environment, cwd=place.home, stderr=subprocess.PIPE
    ) as process:
        while process.poll() is None and not list(place.home.glob('.*.part')):
            pass
        process.send_signal(number)
        process.communicate(timeout=TIMEOUT_S)
    return process.returncode


@tap.test
def an_interrupted_export_leaves_nothing():
    """an export that is interrupted leaves nothing of its file"""
    with Place() as place:
        loop = sampled(place)
        page = place.home / 'page.html'
        mutes = [part for clip in clips_of(export(place, loop)) for part in ('--mute', f'{clip["id"]}:0-0.1')]
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # It may have come to its end before, and with it what waits for signals.
            for _unused in range(MOST_TRIES):
                status = interrupt(place, number, 'export', loop, '--format', 'html', '-o', page, *mutes)
                assert not list(place.home.glob('.*.part')), (number, status, place.files())
                assert page.exists() == (status != 1), (number, status)
                page.unlink(missing_ok=True)
                if status == 1:
                    break
            assert status == 1, (number, status)


if __name__ == '__main__':
    tap.main()
