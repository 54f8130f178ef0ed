#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What "onsite backup" and "onsite move" leave behind."""

import datetime
import os
import pathlib
import shutil
import sqlite3
import subprocess

from program import Place, tap

TODAY = datetime.date.today


def backups(place):
    folder = pathlib.Path(f'{place.library}-backups')
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def loops(path):
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    rows = [id for (id,) in db.execute('SELECT id FROM loop ORDER BY id')]
    db.close()
    return rows


def day_before(place, days):
    """Gives the newest backup an older day."""
    folder = pathlib.Path(f'{place.library}-backups')
    day = TODAY() - datetime.timedelta(days=days)
    (folder / f'{TODAY().isoformat()}.onsite').rename(folder / f'{day.isoformat()}.onsite')


@tap.test
def a_backup_is_a_library():
    """a backup is a sound library of its own, in one file, for its owner only"""
    with Place() as place:
        loop = place.sample()
        path = pathlib.Path(place.succeed('backup').strip())
        assert path.parent.name == 'library.onsite-backups'
        assert oct(path.stat().st_mode & 0o777) == '0o600'
        assert oct(path.parent.stat().st_mode & 0o777) == '0o700'
        assert backups(place) == [f'{TODAY().isoformat()}.onsite']
        assert path.read_bytes()[18:20] == b'\x01\x01', 'it needs a log beside it'
        assert place.json('--library', path, 'check')['intact'] is True
        assert loops(path) == [loop]
        copy = place.home / 'copy.onsite'
        assert place.json('backup', '-o', copy) == {'file': str(copy)}
        assert loops(copy) == [loop]
        assert 'exists' in place.fail('backup', '-o', copy)


@tap.test
def backups_of_three_days_are_kept():
    """the backups of the last three days are kept, and one a day"""
    with Place() as place:
        place.sample()
        for days in (5, 4, 3, 2):
            place.succeed('backup')
            day_before(place, days)
        place.succeed('backup')
        place.succeed('backup')
        assert backups(place) == [
            f'{(TODAY() - datetime.timedelta(days=days)).isoformat()}.onsite' for days in (3, 2, 0)
        ]


@tap.test
def what_is_damaged_goes_over_nothing():
    """a damaged library is not backed up, and the backup of before stays as it is"""
    with Place() as place:
        place.sample()
        path = pathlib.Path(place.succeed('backup').strip())
        before = path.read_bytes()
        db = sqlite3.connect(place.library)
        db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'mark_by_clip'").fetchone()
        db.close()
        data = bytearray(place.library.read_bytes())
        data[(root - 1) * 4096:root * 4096] = b'\xa5' * 4096
        place.library.write_bytes(data)
        told = place.fail('backup')
        assert 'damaged' in told and 'repair' in told, told
        assert path.read_bytes() == before
        assert backups(place) == [path.name]


def with_settings(place):
    place.environment['GSETTINGS_BACKEND'] = 'keyfile'


@tap.test
def a_library_moves():
    """a library moves with its backups, is found where it is, and leaves nothing behind"""
    with Place() as place:
        with_settings(place)
        loop = place.sample()
        place.succeed('backup')
        folder = place.home / 'elsewhere'
        folder.mkdir()
        path = pathlib.Path(place.succeed('move', folder).strip())
        assert path == folder / 'library.onsite'
        assert [row['id'] for row in place.json('list')] == [loop]
        assert place.json('check')['library'] == str(path)
        assert oct(path.stat().st_mode & 0o777) == '0o600'
        left = [part for part in place.files() if part.startswith('data/onsite/library')]
        assert left == [], left
        assert (folder / 'library.onsite-backups' / f'{TODAY().isoformat()}.onsite').exists()


@tap.test
def a_library_that_was_named_moves_alone():
    """a library that was named on the command line moves, and the settings stay"""
    with Place() as place:
        with_settings(place)
        place.sample()
        other = place.home / 'other.onsite'
        shutil.copy(place.library, other)
        folder = place.home / 'elsewhere'
        folder.mkdir()
        place.succeed('--library', other, 'move', folder)
        assert not other.exists() and (folder / 'other.onsite').exists()
        assert place.json('check')['library'] == str(place.library)


@tap.test
def a_move_that_can_not_be_is_told():
    """a move to nowhere, onto a file, or where nothing can be written leaves all as it was"""
    with Place() as place:
        with_settings(place)
        place.sample()
        before = place.files()
        assert 'no such folder' in place.fail('move', place.home / 'nowhere')
        assert 'already' in place.fail('move', place.library.parent)
        assert 'can be written' in place.fail('move', '/proc') or os.geteuid() == 0
        assert place.files() == before
        assert place.json('check')['intact'] is True


@tap.test
def a_library_in_use_does_not_move():
    """a library that another process writes is not moved, and that one is named"""
    with Place() as place:
        with_settings(place)
        place.sample()
        holder = subprocess.Popen(
            ['python3', '-c', f'''
import fcntl, os, struct, sys
fd = os.open({str(place.library) + "-lock"!r}, os.O_RDWR | os.O_CREAT)
fcntl.fcntl(fd, 37, struct.pack('hhqqi', fcntl.F_WRLCK, 0, 0, 0, 0))
os.write(fd, b'4711')
print('held', flush=True)
sys.stdin.read()
'''], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        holder.stdout.readline()
        folder = place.home / 'elsewhere'
        folder.mkdir()
        told = place.fail('move', folder)
        holder.communicate()
        assert 'in use by another Onsite (process 4711)' in told, told
        assert list(folder.iterdir()) == []


if __name__ == '__main__':
    tap.main()
