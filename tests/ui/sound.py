# SPDX-License-Identifier: GPL-3.0-or-later
"""A private PulseAudio: what is played into the sink "mic" is what the
microphone hears, and the sink "speaker" is where the program speaks."""

import os
import subprocess
import threading
import time

import numpy

import processes

RATE = 48000

# Without norewinds a null sink buffers two seconds, and tails are lost.
SINK = 'module-null-sink sink_name={} rate=48000 channels=1 norewinds=1'


class SoundServer:
    """Sets PULSE_SERVER for this process and those that it starts."""

    def __init__(self, runtime):
        self.socket = runtime / 'pulse.sock'
        self._server = None
        os.environ['PULSE_SERVER'] = f'unix:{self.socket}'

    def start(self):
        protocol = f'module-native-protocol-unix socket={self.socket} auth-anonymous=1'
        self._server = processes.start(
            'pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no',
            '-L', protocol, '-L', SINK.format('mic'), '-L', SINK.format('speaker'),
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        processes.until(self._answers, 10, 'The sound server answers')
        self.control('set-default-source', 'mic.monitor')
        self.control('set-default-sink', 'speaker')

    def stop(self):
        if self._server:
            processes.end(self._server)
            self._server = None

    def control(self, *arguments):
        subprocess.run(['pactl', *arguments], check=True, stdout=subprocess.DEVNULL)

    def plug_in(self, name, called):
        """A microphone that hears what is played into "mic"; returns what unplugs it."""
        told = subprocess.run(
            ['pactl', 'load-module', 'module-remap-source', 'master=mic.monitor',
             f'source_name={name}', f'source_properties=device.description={called}'],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return told.stdout.strip()

    def unplug(self, module):
        self.control('unload-module', module)

    def _answers(self):
        told = subprocess.run(['pactl', 'info'], capture_output=True, check=False)
        return told.returncode == 0

    def play(self, samples, sink='mic'):
        """Plays samples of 16 bits at RATE; the process ends as they do."""
        player = processes.start(
            'paplay', '--raw', '--rate', RATE, '--channels=1', '--format=s16le',
            '--latency-msec=250', f'--device={sink}', stdin=subprocess.PIPE,
        )  # fmt: skip
        threading.Thread(target=_feed, args=(player.stdin, samples), daemon=True).start()
        return player


def _feed(pipe, samples):
    try:
        pipe.write(samples.tobytes())
        pipe.close()
    except BrokenPipeError:
        pass


class Listener:
    """Hears what comes out of a sink, and knows when it did."""

    def __init__(self, sink):
        self._heard = []
        self._times = []
        self._process = processes.start(
            'parec', '--rate', RATE, '--channels=1', '--format=s16le', '--latency-msec=10',
            f'--device={sink}.monitor', stdout=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        processes.until(lambda: self._heard, 10, f'The sink {sink} can be heard')

    def _listen(self):
        total = 0
        while piece := self._process.stdout.read(4096):
            total += len(piece)
            self._heard.append(piece)
            self._times.append((time.monotonic(), total // 2))

    def samples(self):
        """All that was heard until now."""
        whole = b''.join(self._heard)
        return numpy.frombuffer(whole[: len(whole) // 2 * 2], dtype='<i2')

    def samples_at(self, moment):
        """How many samples had been heard at a moment of time.monotonic()."""
        return max((count for when, count in self._times if when <= moment), default=0)

    def stop(self):
        self._process.terminate()
        self._thread.join(10)
        processes.end(self._process)
        return self.samples()
