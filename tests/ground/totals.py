#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That ./dev test counts truly: tests/totals.py on logs of every kind."""

import json
import pathlib
import subprocess
import tempfile

import tap

GOOD = {'name': 'good', 'result': 'OK', 'stdout': '1..2\nok 1 /a\nok 2 /b\n'}
BAD = {'name': 'bad', 'result': 'ERROR', 'stdout': '1..2\nok 1 /a\nnot ok 2 /b\n'}


def printed_for(entries, *options):
    """The lines and the exit status for a log of these entries."""
    with tempfile.TemporaryDirectory() as folder:
        if entries is not None:
            log = pathlib.Path(folder) / 'meson-logs' / 'testlog.json'
            log.parent.mkdir()
            log.write_text('\n'.join(json.dumps(entry) for entry in entries))
        done = subprocess.run(
            [str(tap.ROOT / 'tests/totals.py'), *options, folder],
            capture_output=True, text=True, check=False,
        )
    return done.stdout.splitlines(), done.returncode


def expect(line, status, entries, *options):
    lines, ended = printed_for(entries, *options)
    assert (lines[-1], ended) == (line, status), (lines, ended)


@tap.test
def each_subtest_counts():
    """each subtest counts, and a program without TAP counts as one"""
    plain = {'name': 'plain', 'result': 'OK', 'stdout': 'fine\n'}
    expect('3 passed, 0 failed', 0, [GOOD, plain])


@tap.test
def one_failure_fails_all():
    """one subtest that failed is one failure, and the exit status tells"""
    expect('3 passed, 1 failed', 1, [GOOD, BAD])


@tap.test
def a_crash_is_a_failure():
    """a crash after good subtests is one failure"""
    expect('2 passed, 1 failed', 1, [dict(GOOD, result='ERROR')])


@tap.test
def what_failed_is_heard():
    """what a program that failed said at its end is repeated, and of the others nothing"""
    leaks = dict(GOOD, result='ERROR', stderr='Direct leak of 7 bytes\n')
    lines, _status = printed_for([dict(GOOD, stderr='all is well'), leaks])
    assert '  | Direct leak of 7 bytes' in lines, lines
    assert not [line for line in lines if 'well' in line or '/a' in line], lines


@tap.test
def running_out_of_time_is_a_failure():
    """a program that ran out of time is one failure"""
    expect('0 passed, 1 failed', 1, [{'name': 'slow', 'result': 'TIMEOUT', 'stdout': ''}])


@tap.test
def a_skipped_test_is_a_failure():
    """a skipped subtest, and a program that skipped itself, are failures"""
    skipped = {'name': 'skips', 'result': 'OK', 'stdout': 'ok 1 /a # SKIP no display\n1..1\n'}
    expect('0 passed, 1 failed', 1, [skipped])
    expect('0 passed, 1 failed', 1, [{'name': 'all', 'result': 'SKIP', 'stdout': '1..0\n'}])


@tap.test
def nothing_run_is_a_failure():
    """a run that executed nothing fails, with an empty log and with none"""
    expect('0 passed, 1 failed', 1, [])
    expect('0 passed, 1 failed', 1, None)


@tap.test
def a_failed_step_is_a_failure():
    """a step that failed, such as a build, is a failure beside good tests"""
    expect('2 passed, 1 failed', 1, [GOOD], '--failed-steps', '1')


if __name__ == '__main__':
    tap.main()
