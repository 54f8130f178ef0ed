# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that a test starts, and that never outlive it."""

import ctypes
import os
import signal
import subprocess
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

# How many times as long everything may take, say for a program under sanitizers.
PATIENCE = float(os.environ.get('ONSITE_TEST_PATIENCE', 1))

_libc = ctypes.CDLL(None, use_errno=True)


def until(condition, seconds, what):
    """Waits until the condition holds, and returns what it returned."""
    deadline = time.monotonic() + seconds * PATIENCE
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < deadline, f'{what}: not within {seconds} s'
        time.sleep(0.02)


def adopt_orphans():
    """What a child leaves behind becomes a child of this process."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def start(*command, **options):
    """A child that is killed should this process end without ending it."""
    return subprocess.Popen(
        [str(part) for part in command], preexec_fn=_die_with_parent, **options
    )


def end(process, seconds=10):
    """Asks a child to end, and makes it when it doesn't."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            pipe.close()
    return process.wait()


def children():
    """The ids of the children of this process, adopted ones too."""
    with open(f'/proc/self/task/{os.getpid()}/children', encoding='ascii') as listed:
        return [int(pid) for pid in listed.read().split()]


def reap_orphans(seconds=5):
    """Ends and reaps every child that is left."""
    deadline = time.monotonic() + seconds
    while children():
        late = time.monotonic() > deadline
        for pid in children():
            os.kill(pid, signal.SIGKILL if late else signal.SIGTERM)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return
        time.sleep(0.02)
