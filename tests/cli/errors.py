#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the subcommands say when something is wrong, and what they leave alone."""

import fcntl
import pathlib
import sqlite3

from program import TINY_PACK, Place, tap

READING = (('list',), ('show', 'a'), ('audio', 'a', '-o', 'x.opus'), ('check',),
           ('export', 'a', '--format', 'json', '-o', 'x.json'))


@tap.test
def a_library_that_is_not_there_is_told():
    """where no library is, that is told, and none is made"""
    with Place() as place:
        for command in READING:
            told = place.fail(*command)
            assert str(place.library) in told and '“onsite sample”' in told, told
            assert 'elsewhere.onsite' in place.fail('--library', 'elsewhere.onsite', *command)
        assert place.files() == [], place.files()


@tap.test
def what_is_no_library_is_left_alone():
    """a file that is no library is told by its name, and left as it was"""
    with Place() as place:
        for name, content in {'text.txt': b'dear diary\n' * 999, 'short': b'x'}.items():
            path = place.home / name
            path.write_bytes(content)
            for command in (*READING, ('--pack', TINY_PACK, 'sample')):
                assert name in place.fail('--library', path, *command)
            assert path.read_bytes() == content


@tap.test
def a_strangers_database_is_left_alone():
    """a database of another program is refused, and left as it was"""
    with Place() as place:
        path = place.home / 'other.db'
        with sqlite3.connect(path) as db:
            db.execute('CREATE TABLE loop (id TEXT)')
        before = path.read_bytes()
        for command in (*READING, ('--pack', TINY_PACK, 'sample')):
            place.fail('--library', path, *command)
        assert path.read_bytes() == before


@tap.test
def a_newer_library_is_read():
    """a library of a newer program is read, and not written"""
    with Place() as place:
        loop = place.sample()
        with sqlite3.connect(place.library) as db:
            db.execute('PRAGMA user_version = 9999')
        assert place.json('list')[0]['id'] == loop
        assert place.json('show', loop)['id'] == loop
        before = place.library.read_bytes()
        place.fail('--pack', TINY_PACK, 'sample')
        assert place.library.read_bytes() == before


@tap.test
def a_library_in_use_is_told():
    """a library that another process writes is read, and a sample has to wait"""
    with Place() as place:
        loop = place.sample()
        with open(f'{place.library}-lock', 'w', encoding='ascii') as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)
            assert 'in use' in place.fail('--pack', TINY_PACK, 'sample')
            assert [listed['id'] for listed in place.json('list')] == [loop]
            assert place.json('check')['intact'] is True
        place.sample()
        assert len(place.json('list')) == 2


@tap.test
def a_damaged_library_is_told():
    """a library that is cut short is told as damaged, and left as it was"""
    with Place() as place:
        place.sample()
        content = place.library.read_bytes()
        place.library.write_bytes(content[:len(content) // 2])
        for command in READING:
            place.fail(*command)
        assert place.library.read_bytes() == content[:len(content) // 2]


@tap.test
def a_bad_pack_is_told():
    """a bad pack is told with file, line and place, and no library is made"""
    with Place() as place:
        pack = place.home / 'bad.json'
        pack.write_text(TINY_PACK.read_text().replace('"share": 50', '"share": 51'))
        for command in ('sample', 'packs'):
            told = place.fail('--pack', pack, command)
            assert 'bad.json' in told and 'categories' in told, told
            assert 'nowhere.json' in place.fail('--pack', 'nowhere.json', command)
        assert place.files() == ['bad.json'], place.files()


@tap.test
def a_bad_pack_is_not_added():
    """a bad pack is refused whole, and what was there stays as it was"""
    with Place() as place:
        place.succeed('packs', 'add', TINY_PACK)
        before = place.json('packs')
        for name, fields in {'a.json': {'version': '2'}, 'b.json': {'title': ' '}}.items():
            told = place.fail('packs', 'add', '--force', place.tiny(name, **fields))
            assert f'{name}:' in told and '$.' in told, told
        assert 'nowhere.json' in place.fail('packs', 'add', 'nowhere.json')
        assert 'no pack “nothing”' in place.fail('packs', 'remove', 'nothing')
        assert place.json('packs') == before


@tap.test
def a_pack_that_can_not_be_kept_is_told():
    """where no pack can be kept, the folder is told"""
    with Place() as place:
        (place.home / 'data').write_text('no folder')
        told = place.fail('packs', 'add', TINY_PACK)
        assert str(place.home / 'data' / 'onsite' / 'packs') in told, told


@tap.test
def a_wrong_call_is_told():
    """a call that makes no sense is told with a hint, and exits with 2"""
    wrong = {
        ('lsit',): 'no command “lsit”',
        ('show',): 'needs LOOP',
        ('show', 'a', 'b'): 'no “b”',
        ('list', 'a'): 'no “a”',
        ('packs', 'nonsense'): 'no “nonsense”',
        ('packs', 'add'): 'needs FILE',
        ('packs', 'check'): 'needs FILE',
        ('packs', 'add', 'a', 'b'): 'no “b”',
        ('packs', 'remove', '--force', 'a'): '--force',
        ('audio', 'a'): '-o',
        ('repair',): '-o',
        ('repair', '-o', 'x', '--force'): '--force',
        ('audio', '-o'): '-o',
        ('list', '--nonsense'): '--nonsense',
        ('list', '--output', 'x'): '--output',
        ('--json',): 'Which command',
        ('--library',): '',
    }
    with Place() as place:
        for call, words in wrong.items():
            if call == ('--library',):
                continue
            told = place.fail(*call, status=2)
            assert words in told and 'Try “onsite' in told, told
        assert place.files() == [], place.files()


@tap.test
def options_stand_on_either_side():
    """options are taken before and after the command"""
    with Place() as place:
        path = place.home / 'mine.onsite'
        place.succeed('--library', path, '--pack', TINY_PACK, 'sample')
        before = place.succeed('--library', path, '--json', 'list')
        assert before == place.succeed('list', f'--library={path}', '--json')
        assert before == place.succeed('--json', 'list', '--library', path)
        assert before == place.succeed('--json', f'--library={path}', '--', 'list')
        assert not place.library.exists()


@tap.test
def a_full_disk_is_told():
    """what can't be printed is told, and exits with 1"""
    with Place() as place, open('/dev/full', 'w', encoding='utf-8') as full:
        done = place.run('packs', stdout=full)
        assert done.returncode == 1
        assert done.stderr.startswith('onsite: ') and 'No space' in done.stderr, done.stderr


@tap.test
def a_library_on_a_bad_path_is_told():
    """a library that can't be made where it should be is told"""
    with Place() as place:
        (place.home / 'file').write_text('')
        place.fail('--pack', TINY_PACK, '--library', place.home / 'file' / 'x', 'sample')
        place.fail('--pack', TINY_PACK, '--library', '/proc/x.onsite', 'sample')
        assert not pathlib.Path('/proc/x.onsite').exists()


if __name__ == '__main__':
    tap.main()
