# SPDX-License-Identifier: GPL-3.0-or-later
"""Speech that is known sample by sample, and finding it again in what was heard."""

import io
import subprocess
import wave

import numpy

from sound import RATE


def _from_wave(data):
    with wave.open(io.BytesIO(data)) as file:
        assert file.getnchannels() == 1 and file.getsampwidth() == 2
        rate = file.getframerate()
        frames = data[data.index(b'data') + 8 :]
    return numpy.frombuffer(frames[: len(frames) // 2 * 2], dtype='<i2'), rate


def _resampled(samples, rate):
    """By its spectrum: exact for a sound that begins and ends in silence."""
    length = len(samples) * RATE // rate
    spectrum = numpy.fft.rfft(samples)
    wanted = numpy.zeros(length // 2 + 1, dtype=complex)
    shared = min(len(spectrum), len(wanted))
    wanted[:shared] = spectrum[:shared]
    return numpy.fft.irfft(wanted, length) * RATE / rate


def say(text, voice='en-us'):
    """The samples of a sentence, spoken."""
    spoken = subprocess.run(
        ['espeak-ng', '--stdout', '-v', voice, text], capture_output=True, check=True
    )
    sound = _resampled(*_from_wave(spoken.stdout))
    return (sound * 20000 / numpy.abs(sound).max()).astype('<i2')


def decoded(path):
    """The samples of a sound file."""
    done = subprocess.run(
        ['gst-launch-1.0', '--quiet', 'filesrc', f'location={path}', '!', 'decodebin', '!',
         'audioconvert', '!', 'audioresample', '!',
         f'audio/x-raw,format=S16LE,rate={RATE},channels=1', '!', 'fdsink', 'fd=2'],
        capture_output=True,
        check=True,
    )  # fmt: skip
    return numpy.frombuffer(done.stderr[: len(done.stderr) // 2 * 2], dtype='<i2')


def find(part, whole):
    """Where in the whole the part is, in samples, and how alike they are there:
    the coefficient of correlation, of which 1 is the very same wave."""
    part = part.astype(float) - part.mean()
    whole = whole.astype(float)
    assert len(whole) >= len(part) > 0, f'{len(part)} samples cannot be in {len(whole)}'

    size = 1 << (len(whole) + len(part)).bit_length()
    product = numpy.fft.rfft(whole, size) * numpy.conj(numpy.fft.rfft(part, size))
    products = numpy.fft.irfft(product, size)[: len(whole) - len(part) + 1]

    sums = numpy.concatenate(([0.0], numpy.cumsum(whole)))
    squares = numpy.concatenate(([0.0], numpy.cumsum(whole**2)))
    length = len(part)
    sums, squares = sums[length:] - sums[:-length], squares[length:] - squares[:-length]
    energy = numpy.maximum(squares - sums**2 / length, 1.0) * (part**2).sum()

    likeness = products / numpy.sqrt(energy)
    lag = int(likeness.argmax())
    return lag, float(likeness[lag])


def find_by_parts(part, whole):
    """As find(), where a busy machine may have left holes as it played: each second
    of the part may come up to half a second later than the one before it. How alike
    they are is the mean of the seconds, each as loud as it is."""
    lag, _likeness = find(part[:RATE], whole)
    likeness, energy, expected = 0.0, 0.0, lag
    for begin in range(0, len(part) - RATE + 1, RATE):
        second = part[begin : begin + RATE]
        where = whole[max(0, expected - RATE // 20) : expected + RATE * 3 // 2]
        if len(where) < RATE:
            where = whole[-RATE * 3 // 2 :]
        offset, alike = find(second, where)
        weight = float((second.astype(float) ** 2).sum())
        likeness, energy = likeness + alike * weight, energy + weight
        expected = max(0, expected - RATE // 20) + offset + RATE
    return lag, likeness / energy
