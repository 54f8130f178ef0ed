#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the subcommands do."""

import json
import sqlite3
import struct
import subprocess

from program import TIMEOUT_S, TINY_PACK, UUID, Place, tap


def decode(path, *stages):
    """The samples of a file, by another player than ours: of Ogg Opus, or what is made by stages."""
    raw = path.with_suffix('.raw')
    tap.output_of(
        'gst-launch-1.0', '-q', 'filesrc', f'location={path}', *(stages or ('!', 'oggdemux', '!', 'opusdec')),
        '!', 'audioconvert', '!', 'audio/x-raw,format=S16LE,channels=1,rate=48000',
        '!', 'filesink', f'location={raw}', timeout=TIMEOUT_S,
    )
    data = raw.read_bytes()
    return struct.unpack(f'<{len(data) // 2}h', data)


@tap.test
def a_sample_is_a_finished_loop():
    """a sample is a finished loop of its own kind, and its id is printed"""
    with Place() as place:
        loop = place.sample()
        assert UUID.fullmatch(loop), loop
        (listed,) = place.json('list')
        assert listed['id'] == loop
        assert listed['sample'] is True
        assert listed['state'] == 'finished'
        assert listed['answered'] == listed['answers'] > 0
        assert listed['talk_ms'] > 1000
        assert oct(place.library.stat().st_mode & 0o777) == '0o600'


@tap.test
def a_sample_from_the_built_in_pack_fills_a_debrief():
    """a sample from the built-in pack has four to six answers, some strong and some weak"""
    with Place() as place:
        loop = place.json('sample')['id']
        debrief = place.json('show', loop)
        answers = place.answers(loop)
        assert debrief['pack'] == 'amazon-tpm'
        pack = json.loads((tap.ROOT / 'data' / 'packs' / 'amazon-tpm.json').read_text(encoding='utf-8'))
        exhibits = {question['id']: question.get('exhibit') for question in pack['questions']}
        assert 4 <= len(answers) <= 6
        assert all(answer['recorded'] and answer['mean_score'] for answer in answers)
        for answer in answers:
            kinds = [turn['kind'] for turn in answer['turns']]
            assert kinds in (['question'], ['question', 'follow-up']), kinds
            assert answer['turns'][0]['prompt'] == answer['text']
            for turn in answer['turns']:
                receipt = turn['receipt']
                assert turn['state'] == 'complete' and turn['samples'] > 48000
                assert receipt['captured_samples'] == receipt['kept_samples'] == turn['samples']
                assert receipt['gaps'] == receipt['gaps_ms'] == 0 and receipt['speech_ms'] > 500
                assert -40 < receipt['loudness_lufs'] < receipt['peak_dbfs'] <= 0
            assert answer['exhibit'] == exhibits[answer['question']]
        assert max(answer['mean_score'] for answer in answers) >= 3.5
        assert min(answer['mean_score'] for answer in answers) < 3
        assert all(part['vote'] for part in debrief['rounds'])
        assert 0 < debrief['principles_covered'] < len(debrief['principles'])


@tap.test
def a_sample_of_many_rounds_has_an_answer_in_each():
    """a sample of a level with seven rounds has six of them, and an answer in each"""
    pack = json.loads((tap.ROOT / 'data/packs/amazon-tpm.json').read_text('utf-8'))
    _lowest, middle, highest = pack['levels']
    middle['rounds'] = highest['rounds']
    for part in pack['rounds']:
        part['optional'] = False
    with Place() as place:
        path = place.home / 'wide.json'
        path.write_text(json.dumps(pack), encoding='utf-8')
        loop = place.succeed('--pack', path, 'sample').strip()
        rounds = place.json('show', loop)['rounds']
        assert len(highest['rounds']) == 7 and len(rounds) == 6
        assert all(part['answers'] for part in rounds), rounds


@tap.test
def a_sample_from_another_pack_fills_a_debrief_in_its_words():
    """a sample from the other built-in pack has its levels, rounds, values and votes"""
    pack = json.loads((tap.ROOT / 'data/packs/engineering-manager.json').read_text('utf-8'))
    with Place() as place:
        path = tap.ROOT / 'data/packs/engineering-manager.json'
        loop = place.succeed('--pack', path, 'sample').strip()
        debrief = place.json('show', loop)
        text = place.succeed('show', loop)
        (listed,) = place.json('list')
        assert listed['pack'] == debrief['pack'] == 'engineering-manager'
        assert listed['level'] in [level['id'] for level in pack['levels']]
        assert [row['name'] for row in debrief['principles']] == [
            value['name'] for value in pack['principles']
        ]
        for part in ('checklist', 'dimensions', 'categories'):
            assert all(item['name'] in text for item in pack[part]), part
        votes = {vote['id'] for vote in pack['votes']}
        assert {part['vote'] for part in debrief['rounds']} <= votes


@tap.test
def a_curveball_is_shown_below_its_answer():
    """show tells of a curveball below the answer that it was thrown into, and so does its JSON"""
    with Place() as place:
        loop = place.sample()
        assert 'Curveball' not in place.succeed('show', loop)
        with sqlite3.connect(place.library) as db:
            db.execute("UPDATE turn SET kind = 'curveball' WHERE ordinal = 1")
        thrown = [turn for answer in place.answers(loop) for turn in answer['turns'][1:]]
        assert thrown and all(turn['kind'] == 'curveball' for turn in thrown), thrown
        shown = place.succeed('show', loop)
        assert all(f"Curveball: {turn['prompt']}" in shown for turn in thrown), shown


@tap.test
def samples_of_a_pack_are_alike():
    """two samples of a pack differ in nothing but their ids and times"""
    with Place() as place:
        first, second = (place.answers(place.sample()) for _ in range(2))
        for answer in first + second:
            assert UUID.fullmatch(answer.pop('id'))
            assert all(UUID.fullmatch(turn.pop('clip')) for turn in answer['turns'])
        assert first == second


@tap.test
def loops_are_listed_newest_first():
    """loops are listed newest first, in columns that stand in line"""
    with Place() as place:
        loops = [place.sample() for _ in range(3)]
        assert [loop['id'] for loop in place.json('list')] == loops[::-1]
        heading, *lines = place.succeed('list').splitlines()
        assert [line.split()[0] for line in lines] == [loop[:8] for loop in loops[::-1]]
        for word in ('BEGUN', 'LEVEL', 'WHAT', 'MODE', 'STATE'):
            column = heading.index(word)
            assert all(line[column - 1] == ' ' and line[column] != ' ' for line in lines), word
        assert all(line == line.rstrip() for line in [heading, *lines])


@tap.test
def a_debrief_is_shown_in_words():
    """a debrief is shown with its answers, its coverage, its gaps and its ratings"""
    with Place() as place:
        loop = place.sample()
        text = place.succeed('show', loop)
        debrief = place.json('show', loop)
        assert loop in text
        for answer in place.answers(loop):
            assert answer['id'][:8] in text and answer['text'] in text
        coverage = text.split('Coverage: ')[1].split('Questions\n')[0].splitlines()
        for row in debrief['principles'] + debrief['checklist']:
            (line,) = (part for part in coverage if part.startswith(f'  {row["name"]}  '))
            assert line.endswith('gap') == row['gap'], line
            assert line.count('◐') == len(row['covered_by']), line
        for dimension in debrief['dimensions']:
            assert dimension['name'] in text


@tap.test
def a_drill_says_what_it_was_a_drill_of():
    """a drill says what it was a drill of, and a whole loop nothing"""
    with Place() as place:
        loop = place.sample()
        assert place.json('show', loop)['drill'] is None
        with sqlite3.connect(place.library) as db:
            db.execute("UPDATE loop SET kind = 'drill', drill = 'principle', target = 'x'")
        assert place.json('show', loop)['drill'] == 'principle'
        assert place.json('list')[0]['drill'] == 'principle'
        assert 'drill of a principle' in place.succeed('show', loop)


@tap.test
def every_figure_of_a_debrief_can_be_traced():
    """each figure of a debrief as JSON names the answers that it came from"""
    with Place() as place:
        loop = place.sample()
        debrief = place.json('show', loop)
        ids = {answer['id'] for answer in place.answers(loop)}
        for row in debrief['principles'] + debrief['checklist']:
            assert set(row['asked_by']) | set(row['covered_by']) <= ids
            assert row['gap'] == (row['covered'] == 0)
            if not row['fed_by_loops']:
                assert row['covered'] == len(row['covered_by'])
        for dimension in debrief['dimensions']:
            scores = [
                answer['ratings'][dimension['id']]
                for answer in place.answers(loop) if answer['id'] in dimension['rated']
            ]
            assert abs(dimension['mean'] - sum(scores) / len(scores)) < 0.01
        assert debrief['talk_ms'] == sum(answer['talk_ms'] for answer in place.answers(loop))
        assert sum(share['asked'] for share in debrief['mix']) == len(ids)


@tap.test
def an_id_may_be_cut_short():
    """an id may be cut short as long as no other begins so"""
    with Place() as place:
        loop, other = place.sample(), place.sample()
        shared = next(i for i, (a, b) in enumerate(zip(loop, other)) if a != b)
        assert place.json('show', loop[:shared + 1])['id'] == loop
        assert place.json('show', loop[:12].upper())['id'] == loop
        with sqlite3.connect(place.library) as db:
            db.execute("UPDATE loop SET id = 'abc' || substr (id, 4)")
        assert 'Several' in place.fail('show', 'abc')
        assert 'no loop “abcdefg”' in place.fail('show', 'abcdefg')
        assert 'no answer' in place.fail('audio', 'abcdefg', '-o', 'x.opus')


@tap.test
def an_answer_is_heard_in_another_player():
    """an answer's recording is an Ogg Opus file that another player plays whole"""
    with Place() as place:
        answers = place.answers(place.sample())
        path = place.home / 'answer.opus'
        assert place.succeed('audio', answers[0]['id'][:8], '-o', path) == ''
        assert path.read_bytes()[:4] == b'OggS'
        samples = decode(path)
        # Where the answer to a follow-up begins, up to 26 ms are padding.
        assert abs(len(samples) / 48 - answers[0]['talk_ms']) < 50, len(samples)
        assert max(samples) > 3000, 'nothing is to be heard'


@tap.test
def an_answer_is_written_as_flac():
    """an answer's recording is a FLAC file if its name ends so, and it's told what is in it"""
    with Place() as place:
        (answer, *_rest) = place.answers(place.sample())
        path = place.home / 'answer.FLAC'
        told = place.json('audio', answer['id'], '-o', path)
        assert path.read_bytes()[:4] == b'fLaC'
        # What it was made of has lost something already.
        assert told['codec'] == 'flac' and told['lossless'] is False, told
        samples = decode(path, '!', 'flacparse', '!', 'flacdec')
        assert abs(len(samples) / 48 - answer['talk_ms']) < 1, len(samples)
        assert max(samples) > 3000, 'nothing is to be heard'
        assert place.json('audio', answer['id'], '-o', place.home / 'a.ogg')['codec'] == 'opus'


@tap.test
def what_a_recording_is_kept_as_is_told():
    """show tells of each recording whether it is kept as Opus or, without loss, as FLAC"""
    with Place() as place:
        loop = place.sample()
        turns = [turn for answer in place.answers(loop) for turn in answer['turns']]
        assert {turn['codec'] for turn in turns} == {'opus'}
        assert 'Format: Opus' in place.succeed('show', loop)
        with sqlite3.connect(place.library) as db:
            db.execute("UPDATE clip SET codec_head = CAST ('fLaC' AS BLOB) WHERE id = ?", (turns[0]['clip'],))
        turns = [turn for answer in place.answers(loop) for turn in answer['turns']]
        assert [turn['codec'] for turn in turns].count('flac') == 1 and turns[0]['codec'] == 'flac'
        assert 'Format: FLAC' in place.succeed('show', loop)


@tap.test
def no_file_is_written_over_unasked():
    """a file that exists is written over only when told so"""
    with Place() as place:
        answer = place.answers(place.sample())[0]['id']
        path = place.home / 'dear.txt'
        path.write_text('dear')
        assert 'dear.txt exists' in place.fail('audio', answer, '-o', path)
        assert path.read_text() == 'dear'
        told = place.json('audio', answer, '-f', '-o', path)
        assert told['file'] == str(path) and told['id'] == answer
        assert path.read_bytes()[:4] == b'OggS'


@tap.test
def a_file_that_cannot_be_written_is_told():
    """where nothing can be written, that is told and nothing is left behind"""
    with Place() as place:
        answer = place.answers(place.sample())[0]['id']
        before = place.files()
        place.fail('audio', answer, '-o', place.home / 'nowhere' / 'x.opus')
        place.fail('audio', answer, '-o', '/proc/x.opus')
        assert place.files() == before


@tap.test
def an_answer_without_a_recording_is_told():
    """an answer that was never recorded is told by its id"""
    with Place() as place:
        answer = place.answers(place.sample())[0]['id']
        with sqlite3.connect(place.library) as db:
            db.execute('UPDATE clip SET n_samples = 0')
        assert answer in place.fail('audio', answer, '-o', 'x.opus')


@tap.test
def packs_are_listed():
    """the built-in packs are listed, and the one that is given"""
    with Place() as place:
        listed = {pack['id']: pack for pack in place.json('packs')}
        assert listed['amazon-tpm']['questions'] >= 40
        assert listed['amazon-tpm']['exhibits'] >= 12
        assert all(pack['built_in'] and pack['error'] is None for pack in listed.values())
        assert place.json('packs', 'list') == list(listed.values())
        given = place.json('--pack', TINY_PACK, 'packs')[-1]
        assert given['id'] == 'tiny' and given['built_in'] is False
        assert given['file'] == str(TINY_PACK)
        assert 'A tiny pack' in place.succeed('--pack', TINY_PACK, 'packs')
        assert place.files() == [], place.files()


@tap.test
def packs_are_checked():
    """each pack that is checked gets a line, and one that is not sound its place and the reason"""
    with Place() as place:
        bad = place.tiny('bad.json', version='1.2')
        assert place.succeed('packs', 'check', TINY_PACK).endswith('is sound, with 10 questions.\n')
        done = place.run('packs', 'check', TINY_PACK, bad, 'nowhere.json')
        assert (done.returncode, done.stderr) == (1, ''), done.stderr
        sound, wrong, missing = done.stdout.splitlines()
        assert 'A tiny pack' in sound and 'nowhere.json' in missing
        assert wrong == f'{bad}:5: $.version: a version is three numbers, such as 1.0.0'
        done = place.run('--json', 'packs', 'check', TINY_PACK, bad)
        sound, wrong = json.loads(done.stdout)
        assert done.returncode == 1 and sound['error'] is None and '$.version' in wrong['error']
        assert place.files() == ['bad.json'], place.files()


@tap.test
def the_smallest_pack_is_sound():
    """the pack that authors begin from is sound, and a loop can be drawn from it"""
    smallest = tap.ROOT / 'tests' / 'fixtures' / 'packs' / 'smallest.json'
    with Place() as place:
        assert 'with 1 question.' in place.succeed('packs', 'check', smallest)
        assert UUID.fullmatch(place.succeed('--pack', smallest, 'sample').strip())


@tap.test
def a_pack_is_added_replaced_and_removed():
    """a pack is added, replaced by a newer version, and removed, for its owner alone"""
    with Place() as place:
        folder = place.home / 'data' / 'onsite' / 'packs'
        assert place.succeed('packs', 'add', TINY_PACK) == '“A tiny pack” 1.0.0 is there now.\n'
        (file,) = folder.iterdir()
        assert file.read_bytes() == TINY_PACK.read_bytes()
        assert oct(folder.stat().st_mode & 0o777) == '0o700'
        assert oct(file.stat().st_mode & 0o777) == '0o600'
        newer = place.tiny('newer.json', version='1.10.0')
        assert 'in place of 1.0.0' in place.succeed('packs', 'add', newer)
        (added,) = (pack for pack in place.json('packs') if not pack['built_in'])
        assert (added['id'], added['version'], added['file']) == ('tiny', '1.10.0', str(file))
        assert place.json('packs', 'remove', 'tiny')['version'] == '1.10.0'
        assert not list(folder.iterdir())


@tap.test
def an_older_pack_is_added_by_force():
    """an older version, and another text of the same one, are added by force only"""
    with Place() as place:
        place.succeed('packs', 'add', TINY_PACK)
        older = place.tiny('older.json', version='0.9.0')
        other = place.tiny('other.json', title='Another tiny pack')
        for file in (older, other):
            assert '--force' in place.fail('packs', 'add', file)
        assert 'in place of 1.0.0' in place.succeed('packs', 'add', '--force', older)
        assert place.json('packs', 'add', '-f', other)['replaced'] == '0.9.0'


@tap.test
def a_built_in_pack_steps_aside_and_comes_back():
    """a built-in pack can't be removed, gives way to a newer version, and comes back after it"""
    with Place() as place:
        (built_in,) = (pack for pack in place.json('packs') if pack['id'] == 'amazon-tpm')
        assert 'came with Onsite' in place.fail('packs', 'remove', 'amazon-tpm')
        text = open(built_in['file'], encoding='utf-8').read()
        newer = place.home / 'newer.json'
        newer.write_text(text.replace(f'"{built_in["version"]}"', '"99.0.0"'), encoding='utf-8')
        assert f'in place of {built_in["version"]}' in place.succeed('packs', 'add', newer)
        (now,) = (pack for pack in place.json('packs') if pack['id'] == 'amazon-tpm')
        assert now['version'] == '99.0.0' and now['instead_of'] == built_in['version']
        place.succeed('packs', 'remove', 'amazon-tpm')
        assert built_in in place.json('packs')


@tap.test
def a_translated_pack_stands_beside_its_original():
    """a pack in another language is another pack, and is removed by both its names"""
    with Place() as place:
        german = place.tiny('german.json', language='de', title='Ein kleines Paket')
        for file in (TINY_PACK, german):
            place.succeed('packs', 'add', file)
        listed = [pack['language'] for pack in place.json('packs') if pack['id'] == 'tiny']
        assert sorted(listed) == ['de', 'en']
        assert '“tiny.de”' in place.fail('packs', 'remove', 'tiny')
        place.succeed('packs', 'remove', 'tiny.de')
        assert place.json('packs', 'remove', 'tiny')['language'] == 'en'


@tap.test
def a_removed_pack_leaves_its_loops():
    """loops keep what they were drawn from when their pack is replaced or removed"""
    with Place() as place:
        place.succeed('packs', 'add', TINY_PACK)
        loop = place.sample()
        before = place.json('show', loop)
        place.succeed('packs', 'remove', 'tiny')
        assert place.json('show', loop) == before


@tap.test
def a_pack_that_broke_is_listed():
    """an added pack that broke is listed with the reason, and can be removed"""
    with Place() as place:
        place.succeed('packs', 'add', TINY_PACK)
        (file,) = (place.home / 'data' / 'onsite' / 'packs').iterdir()
        file.write_text('{')
        assert str(file) in place.succeed('packs')
        (broken,) = (pack for pack in place.json('packs') if pack['error'])
        assert broken['id'] == 'tiny' and broken['file'] == str(file)
        place.succeed('packs', 'remove', 'tiny')
        assert not file.exists()


@tap.test
def an_intact_library_passes():
    """a check of an intact library finds nothing"""
    with Place() as place:
        loop = place.sample()
        talk_ms = sum(answer['talk_ms'] for answer in place.answers(loop))
        checked = place.json('check')
        assert checked['intact'] is True and checked['findings'] == []
        assert checked['clips'] >= len(place.answers(loop))
        assert abs(checked['duration_ms'] - talk_ms) < 50
        assert 'Nothing is wrong' in place.succeed('check')


@tap.test
def a_harmed_library_does_not_pass():
    """a check of a harmed library names what is wrong, and exits with 1"""
    with Place() as place:
        place.sample()
        with sqlite3.connect(place.library) as db:
            clip, prompt = db.execute(
                'SELECT clip.id, prompt FROM clip JOIN take ON take.id = clip.take'
                ' JOIN turn ON turn.take = take.rowid AND turn.ordinal = 0 ORDER BY clip.rowid'
            ).fetchone()
            db.execute(
                'DELETE FROM chunk WHERE rowid = (SELECT rowid FROM chunk LIMIT 1 OFFSET 3)'
            )
        done = place.run('check')
        assert (done.returncode, done.stderr) == (1, ''), done.stderr
        assert f'“{prompt[:20]}' in done.stdout, done.stdout
        done = place.run('check', '--json')
        assert done.returncode == 1
        findings = json.loads(done.stdout)['findings']
        assert ('broken-clip', clip) in [(one['kind'], one['subject']) for one in findings], findings


@tap.test
def an_answer_without_a_recording_is_told_and_no_fault():
    """an answer of which nothing was recorded is told by a check, and nothing is wrong with it"""
    with Place() as place:
        place.sample()
        with sqlite3.connect(place.library) as db:
            db.execute('PRAGMA foreign_keys = ON')
            (take,) = db.execute('SELECT take FROM clip ORDER BY rowid').fetchone()
            db.execute(
                'DELETE FROM chunk WHERE rowid >> 24 IN (SELECT rowid FROM clip WHERE take = ?)',
                (take,),
            )
            db.execute('DELETE FROM peak WHERE rowid NOT IN (SELECT rowid FROM chunk)')
            db.execute('DELETE FROM clip WHERE take = ?', (take,))
        assert 'Answers of which nothing was recorded: 1.' in place.succeed('check')
        checked = place.json('check')
        assert checked['intact'] is True
        assert [one['kind'] for one in checked['silent_answers']] == ['silent-answer']


@tap.test
def nothing_needs_a_terminal():
    """what is printed into a pipe that nobody reads ends quietly"""
    with Place() as place:
        place.sample()
        with subprocess.Popen(['true'], stdin=subprocess.PIPE) as nobody:
            nobody.wait()
            done = place.run('list', stdout=nobody.stdin)
        assert done.returncode != 0
        assert done.stderr == '', done.stderr


if __name__ == '__main__':
    tap.main()
