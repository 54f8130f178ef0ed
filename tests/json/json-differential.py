# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the strict reader against Python's: what one takes the other has to
take, and both have to read the same value from it. Texts are grown by a
grammar and then broken in small ways. TAP on standard output."""

import base64
import json
import math
import os
import random
import subprocess
import sys

MOST_DEPTH = 32
MOST_NAME_BYTES = 128
MOST_NUMBER_BYTES = 64

SEEDS = [
    b"null", b"[1, 2.5, -0, -0.0, 1e5, 1E-5, 0.1e+1]", b'{"a": {"b": [true, false, null]}}',
    b'"\\u00e9\\ud83d\\ude00\\/\\b"', b'[9223372036854775807, -9223372036854775808, 1e308]',
    b'2{"a":1}', b'{"a":1,"\\u0061":2}', b'{"a":{"a":1},"b":{"a":2}}', b"[1,]", b"[1 /* */]",
    b"\xef\xbb\xbf[]", b'["\\u0000"]', b'["\\ud83d"]', b'["\\ude00\\ude00"]', b'["\\ud83d\\ue000"]', b"12345678901234567890", b"[01]", b"\x00",
    '["é😀\u202e"]'.encode(), b"[" * 33 + b"]" * 33, b"[" * 32 + b"]" * 32, b"1e400", b"[1e-400]",
    b"0." + b"1" * 62, b"0." + b"1" * 63, b'{"' + b"n" * 128 + b'":1}', b'{"' + b"n" * 129 + b'":1}',
]
SNIPPETS = [
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b"\\u0000", b"\\ud83d", b"\\ude00", b"0",
    b"-", b"+", b".", b"e", b"E5", b"9223372036854775807", b"9223372036854775808", b"1e309", b"//",
    b"/**/", b"#", b"\n", b"\t", b"\r", b"\x00", b"\x0b", b"\x7f", b"\x80", b"\xc3", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"true", b"null", b"NaN", b"Infinity", b"'", b'"a":1,', b" ", b"\xc2\xa0",
]


class Refused(Exception):
    pass


def object_from(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise Refused("duplicate")
    if any(len(name.encode("utf-8", "surrogatepass")) > MOST_NAME_BYTES for name in names):
        raise Refused("name")
    return dict(pairs)


def number_from(text, kind):
    number = kind(text) if len(text) <= MOST_NUMBER_BYTES else math.inf
    if kind is int and not -(2**63) <= number < 2**63 or not math.isfinite(number):
        raise Refused("number")
    return number


def refuse_constant(text):
    raise Refused("constant")


def check(value, depth=0):
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
            raise Refused("text")
    elif isinstance(value, (dict, list)):
        if depth == MOST_DEPTH:
            raise Refused("depth")
        for child in [*value, *value.values()] if isinstance(value, dict) else value:
            check(child, depth + 1)


def read(text):
    """The value in a list, or None where the text is to be refused."""
    try:
        value = json.loads(
            text.decode("utf-8"),
            object_pairs_hook=object_from,
            parse_int=lambda text: number_from(text, int),
            parse_float=lambda text: number_from(text, float),
            parse_constant=refuse_constant,
        )
        check(value)
    except (ValueError, Refused):
        return None
    return [value]


def grow_string(chance):
    length = chance.choice([0, 1, 3, 20])
    return "".join(chance.choice("ab\"\\/\n\x01é\u2028😀\u202e") for _ in range(length))


def grow(chance, depth=0):
    kind = chance.randrange(8 if depth < 5 else 6)
    if kind < 2:
        return chance.choice([None, True, False])
    if kind == 2:
        return chance.choice([0, -1, 2**63 - 1, -(2**63), chance.getrandbits(40)])
    if kind == 3:
        return chance.choice([0.5, -0.0, 1e300, 5e-324, chance.uniform(-1e6, 1e6)])
    if kind < 6:
        return grow_string(chance)
    if kind == 6:
        return [grow(chance, depth + 1) for _ in range(chance.randrange(5))]
    return {grow_string(chance): grow(chance, depth + 1) for _ in range(chance.randrange(5))}


def write(chance, value):
    return json.dumps(
        value,
        ensure_ascii=chance.random() < 0.5,
        indent=chance.choice([None, 1]),
        separators=chance.choice([(",", ":"), (" , ", "\t: ")]),
    ).encode()


def break_once(chance, text):
    at = chance.randrange(len(text) + 1)
    to = min(len(text), at + chance.choice([1, 1, 2, 8]))
    kind = chance.randrange(5)
    if kind == 0:
        return text[:at] + text[to:]
    if kind == 1:
        return text[:at] + chance.choice(SNIPPETS) + text[at:]
    if kind == 2:
        return text[:at] + chance.choice(SNIPPETS) + text[to:]
    if kind == 3:
        return text[:at] + text[at:to] + text[at:]
    return text[:at] + bytes([chance.randrange(256)]) + text[to:]


def make_texts(chance, count):
    yield from SEEDS
    for _ in range(count):
        text = chance.choice(SEEDS) if chance.random() < 0.3 else write(chance, grow(chance))
        for _ in range(chance.choice([0, 1, 1, 2, 4])):
            text = break_once(chance, text)
        yield text


def ask(program, texts):
    lines = b"".join(base64.b64encode(text) + b"\n" for text in texts)
    result = subprocess.run([program], input=lines, stdout=subprocess.PIPE, check=True)
    return result.stdout.decode().split("\n")[:-1]


def compare(text, answer):
    expected = read(text)
    if (expected is not None) != answer.startswith("+"):
        return f"{text!r}: Python {'takes' if expected else 'refuses'} it, and we: {answer}"
    if expected is not None and repr(read(answer[2:].encode())) != repr(expected):
        return f"{text!r}: {expected!r}, and not {answer}"
    return None


def report(number, sentence, faults):
    print(f"{'not ok' if faults else 'ok'} {number} - {sentence}")
    for fault in faults[:10]:
        print(f"# {fault}")


def main():
    seed = int(os.environ.get("ONSITE_TEST_SEED", "1"))
    count = 500000 if os.environ.get("ONSITE_TEST_FULL") else 50000
    texts = list(make_texts(random.Random(seed), count))
    answers = ask(sys.argv[1], texts)
    faults = [fault for fault in map(compare, texts, answers) if fault]
    taken = sum(answer.startswith("+") for answer in answers)

    print(f"1..3\n# seed {seed}, {len(texts)} texts, {taken} taken")
    report(1, "every text is answered", [] if len(answers) == len(texts) else [str(len(answers))])
    report(2, "both readers take the same texts and read the same values", faults)
    few = taken < len(texts) // 5 or taken > len(texts) * 4 // 5
    report(3, "texts of both kinds were among them", [f"{taken} were taken"] if few else [])
    return 0


sys.exit(main())
