#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back from coaches, and what becomes of it."""

import json
import sqlite3
import uuid

from program import Place, tap

MADE = []


def sampled(place):
    """A library with a loop that was exported, and the capsule; made once."""
    if not MADE:
        loop = place.succeed('sample').strip()
        path = place.home / 'capsule.json'
        place.succeed('export', loop, '--format', 'json', '-o', path, '--answers', 'all',
                      '--include-ratings')
        MADE.extend((json.loads(path.read_text('utf-8')), place.library.read_bytes()))
    else:
        place.library.parent.mkdir(parents=True)
        place.library.write_bytes(MADE[1])
    return MADE[0]


def heard(capsule):
    """Each take of which something was recorded, with its answer and the first clip."""
    for answer in capsule['answers']:
        for take in answer['takes']:
            clips = [turn['clip'] for turn in take['turns'] if 'clip' in turn]
            if clips:
                yield answer, take, clips[0]


def review_of(capsule, coach='Ada', revision=1, **parts):
    """What a coach might send back: of each take the same."""
    return {
        'format': 'onsite-review', 'version': 1, 'review': str(uuid.uuid4()),
        'revision': revision, 'export': capsule['export'], 'loop': capsule['loop']['id'],
        'coach': coach, 'summary': 'Lead with the figure.\nThen why.',
        'vote': capsule['votes'][0]['id'],
        'answers': [{
            'answer': answer['id'], 'take': take['id'],
            'ratings': [{'dimension': one['id'], 'score': 3} for one in capsule['dimensions']],
            'evidence': [{
                'id': str(uuid.uuid4()), 'kind': 'principle',
                'target': capsule['principles'][0]['id'], 'clip': clip['id'],
                'from_ms': 0, 'to_ms': clip['duration_ms'],
            }],
            'comments': [{
                'id': str(uuid.uuid4()), 'clip': clip['id'], 'from_ms': 0,
                'text': 'Whose idea\nwas it?',
            }],
        } for answer, take, clip in heard(capsule)],
        **parts,
    }


def save(place, review, name='ada.onsite-review'):
    path = place.home / name
    path.write_text(json.dumps(review, indent=1), 'utf-8')
    return path


def dump(place):
    """All that is in the library, as text."""
    with sqlite3.connect(place.library) as database:
        return '\n'.join(database.iterdump())


@tap.test
def a_review_is_merged_and_shown():
    """what a coach sends back is merged, and shown beside the candidate's own"""
    with Place() as place:
        capsule = sampled(place)
        review = review_of(capsule)
        [done] = place.json('import', save(place, review))
        n_takes = len(review['answers'])
        assert n_takes > 1 and done['outcome'] == 'added' and done['comments'] == n_takes, done
        assert done['ratings'] == n_takes * len(capsule['dimensions']), done

        [shown] = place.json('reviews', capsule['loop']['id'])
        assert shown['id'] == review['review'] and shown['coach'] == 'Ada', shown
        assert [take['take'] for take in shown['takes']] == [
            take['take'] for take in review['answers']]
        assert shown['all']['n'] > 0 and len(shown['tour']) > 0, shown
        distances = [stop['distance'] for stop in shown['tour']]
        assert distances == sorted(distances, reverse=True), distances
        text = place.succeed('reviews', capsule['loop']['id'])
        assert 'by Ada, revision 1' in text and '      Whose idea\n      was it?\n' in text, text


@tap.test
def the_matrix_shows_what_a_coach_found():
    """what a coach found is in the matrix of the debrief, until the review is removed"""
    with Place() as place:
        capsule = sampled(place)
        before = place.succeed('show', capsule['loop']['id'])
        review = review_of(capsule)
        place.succeed('import', save(place, review))
        assert place.succeed('show', capsule['loop']['id']).count('◆') > before.count('◆')
        place.succeed('reviews', 'remove', review['review'][:8])
        assert place.succeed('show', capsule['loop']['id']) == before
        assert place.json('reviews', capsule['loop']['id']) == []
        assert 'no review' in place.fail('reviews', 'remove', review['review'])


@tap.test
def again_and_again_changes_nothing():
    """what is there already changes nothing, nor does an older revision"""
    with Place() as place:
        capsule = sampled(place)
        newer = review_of(capsule, revision=2)
        older = newer | {'revision': 1, 'answers': []}
        assert place.json('import', save(place, newer))[0]['outcome'] == 'added'
        before = dump(place)
        for review in (newer, older):
            [done] = place.json('import', save(place, review))
            assert (done['outcome'], done['revision_before']) == ('known', 2), done
            assert 'Nothing was changed' in place.succeed('import', save(place, review))
        assert dump(place) == before


@tap.test
def one_revision_says_one_thing():
    """a file with the number of a revision that says something else is refused, until it has a newer one"""
    with Place() as place:
        capsule = sampled(place)
        review = review_of(capsule)
        place.succeed('import', save(place, review))
        before = dump(place)
        for said in (
            {'summary': 'Since the crash.'}, {'coach': 'Eda'}, {'vote': capsule['votes'][1]['id']},
            {'answers': review['answers'][1:]},
            *({'answers': [review['answers'][0] | {part: []}, *review['answers'][1:]]} for part in ('ratings', 'comments', 'evidence')),
            {'answers': [changed_text(review['answers'][0]), *review['answers'][1:]]},
        ):  # fmt: skip
            done = place.run('import', save(place, review | said))
            assert done.returncode == 1 and '$.revision: the library has revision 1' in done.stdout, (said, done)
        assert dump(place) == before
        turned = review | {'answers': review['answers'][::-1]}
        assert place.json('import', save(place, turned))[0]['outcome'] == 'known'
        newer = review | {'summary': 'Since the crash.', 'revision': 2}
        assert place.json('import', save(place, newer))[0]['outcome'] == 'renewed'


def changed_text(answer):
    comments = [one | {'text': 'Whose was it?'} for one in answer['comments']]
    return answer | {'comments': comments}


@tap.test
def coaches_stand_side_by_side():
    """several coaches stand side by side, each in the newest revision"""
    with Place() as place:
        capsule = sampled(place)
        reviews = [review_of(capsule, coach=name) for name in ('Grace', 'Ada')]
        files = [save(place, one, f'{one["coach"]}.onsite-review') for one in reviews]
        done = place.json('import', *files)
        assert [one['outcome'] for one in done] == ['added', 'added'], done
        [done] = place.json('import', save(place, reviews[0] | {'revision': 7, 'summary': 'New.'}))
        assert (done['outcome'], done['revision_before']) == ('renewed', 1), done
        shown = place.json('reviews', capsule['loop']['id'])
        assert [(one['coach'], one['revision'], one['summary']) for one in shown] == [
            ('Ada', 1, reviews[1]['summary']), ('Grace', 7, 'New.')], shown


@tap.test
def what_is_out_of_bounds_is_refused():
    """what is out of bounds is refused with its place, and the library stays as it was"""
    with Place() as place:
        capsule = sampled(place)
        review = review_of(capsule)
        late = json.loads(json.dumps(review))
        late['answers'][0]['comments'][0]['from_ms'] = 10**9
        before = dump(place)
        for name, broken, reason in (
            ('late', late, '$.answers[0].comments[0].from_ms: '),
            ('foreign', review | {'export': str(uuid.uuid4())}, '$.export: it answers an export'),
            ('other', review | {'loop': str(uuid.uuid4())}, '$.loop: '),
            ('vote', review | {'vote': 'perhaps'}, '$.vote: '),
            ('long', review | {'summary': 'a' * 10**7}, 'larger than'),
        ):
            path = save(place, broken, f'{name}.onsite-review')
            done = place.run('import', path)
            assert done.returncode == 1 and done.stderr == '', done
            assert reason in done.stdout and path.name in done.stdout, done.stdout
            [told] = json.loads(place.run('--json', 'import', path).stdout)
            assert told['outcome'] == 'refused' and reason in told['error'], told
        assert dump(place) == before


@tap.test
def a_refused_file_keeps_no_other_out():
    """a file that is refused keeps no other out, and the command fails"""
    with Place() as place:
        capsule = sampled(place)
        broken = place.home / 'broken.onsite-review'
        broken.write_text('{', 'utf-8')
        missing = place.home / 'missing.onsite-review'
        done = place.run('--json', 'import', broken, missing, save(place, review_of(capsule)))
        assert done.returncode == 1, done
        assert [one['outcome'] for one in json.loads(done.stdout)] == [
            'refused', 'refused', 'added'], done.stdout


@tap.test
def what_is_hostile_stays_text():
    """what could act on a terminal is taken out of what a coach writes"""
    with Place() as place:
        capsule = sampled(place)
        hostile = 'a\x1b]0;owned\x07b\u202ec </script>'
        place.succeed('import', save(place, review_of(capsule, coach=hostile, summary=hostile)))
        text = place.succeed('reviews', capsule['loop']['id'])
        assert 'a]0;ownedbc </script>' in text, text
        assert not set(text) & set('\x1b\x07\u202e'), text


if __name__ == '__main__':
    tap.main()
