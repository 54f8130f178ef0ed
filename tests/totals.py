#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The true totals of what "meson test" ran, from its logs.

Each subtest of a TAP program counts; a program that speaks no TAP counts as
one. A skipped test has failed: it proves nothing. A program that crashed, ran
out of time or broke off counts as one failure more than it reported, unless a
failure that it reported says so already. Where nothing was run, all failed.
"""

import argparse
import json
import pathlib
import re
import sys

TAP_LINE = re.compile(r'^(not )?ok\b[ \t]*(.*)$', re.MULTILINE)
TAP_PLAN = re.compile(r'^1\.\.\d+', re.MULTILINE)
LAST_LINES = 40
LONGEST_LINE = 240
SKIPPED = re.compile(r'#\s*(skip|todo)\b', re.IGNORECASE)


def count_tap(output):
    passed, failed = 0, []
    for line in TAP_LINE.finditer(output):
        if line[1] or SKIPPED.search(line[2]):
            failed.append(line[0])
        else:
            passed += 1
    return passed, failed


def count_program(entry):
    """Passed subtests, and a line for each that failed, of one log entry."""
    output = entry.get('stdout', '')
    ended_well = entry['result'] == 'OK'
    if TAP_PLAN.search(output) or TAP_LINE.search(output):
        passed, failed = count_tap(output)
        if passed + len(failed) == 0:
            failed.append('ran no test')
    else:
        passed, failed = (1, []) if ended_well else (0, [])
    if not ended_well and not failed:
        failed.append(f"ended as {entry['result']}")
    return passed, failed


def last_words(entry):
    """What a program said at its end, since a log is often seen by its end alone."""
    said = f"{entry.get('stdout', '')}\n{entry.get('stderr', '')}".splitlines()
    said = [line for line in said if line.strip() and not line.startswith('ok ')]
    return [f'  | {line[:LONGEST_LINE]}' for line in said[-LAST_LINES:]]


def count_folder(folder):
    log = pathlib.Path(folder) / 'meson-logs' / 'testlog.json'
    if not log.exists():
        return 0, [f'{folder}: no test was run'], []
    passed, failed, told = 0, [], []
    for line in log.read_text(encoding='utf-8').splitlines():
        entry = json.loads(line)
        good, bad = count_program(entry)
        passed += good
        failed += [f"{folder}: {entry['name']}: {what}" for what in bad]
        if bad:
            told += [f"{folder}: {entry['name']} ended so:", *last_words(entry)]
    if passed + len(failed) == 0:
        failed.append(f'{folder}: no test was run')
    return passed, failed, told


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--failed-steps', type=int, default=0)
    parser.add_argument('folders', nargs='*')
    arguments = parser.parse_args()

    passed, failed = 0, arguments.failed_steps
    for folder in arguments.folders:
        good, bad, told = count_folder(folder)
        passed += good
        failed += len(bad)
        print(*told, sep='\n', end='\n' if told else '')
        print(f'{folder}: {good} passed, {len(bad)} failed')
        for line in bad:
            print(f'  {line}')
    if arguments.failed_steps:
        print(f'steps that failed: {arguments.failed_steps}')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
