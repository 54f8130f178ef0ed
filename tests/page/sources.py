#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sources of the coach's page keep to, and what the written page is made of."""

import base64
import hashlib
import json
import re

import jsonschema
import tap
from pages import Page, capsule, schema

WORDS = tap.ROOT / 'src' / 'share' / 'onsite-page-words.c'

LONGEST_FUNCTION = 60
LONGEST_FILE = 800

# Whatever could reach out, or have text read as markup or as a program. The page
# needs none of it, so none may be there, in whatever way it is meant.
FORBIDDEN = (
    r'\bfetch\b', r'XMLHttpRequest', r'\bWebSocket', r'\bRTC\w+', r'sendBeacon', r'EventSource',
    r'\bimport\b', r'importScripts', r'\bWorker\b', r'serviceWorker', r'WebTransport',
    r'\bopen\s*\(', r'\blocation\b', r'\bnavigate\b', r'\bhistory\b', r'\.submit\b',
    r"make\('(?:form|iframe|object|embed|link|meta|base|script|video|frame)'", r'postMessage', r'BroadcastChannel',
    r'\beval\b', r'\bFunction\b', r'innerHTML', r'outerHTML', r'insertAdjacent', r'document\.write',
    r'DOMParser', r'srcdoc', r'createContextualFragment', r'setHTML', r'javascript:',
    r'\.style\b', r"'style'", r'https?://(?!www\.w3\.org/2000/svg)', r'\bping\b', r'\bcookie\b',
)  # fmt: skip

# Where the page gives something an address, and what address.
ADDRESSES = {
    'link.href = url;', 'player.audio.src = URL.createObjectURL(new Blob([bytes], { type: chosen.type }));',
    'image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(exhibit.svg)}`;',
}  # fmt: skip


def scripts():
    return {tap.name_of(path): path.read_text(encoding='utf-8') for path in tap.files('data/share/page/*.js')}


def judge_script(name, text):
    """Comments count too: what is not named needs no second look."""
    complaints = []
    for pattern in FORBIDDEN:
        complaints += [f'{name}: {found[0]}' for found in re.finditer(pattern, text)]
    for line in re.findall(r'^.*\.(?:href|src) = .*$', text, re.MULTILINE):
        if line.strip() not in ADDRESSES:
            complaints.append(f'{name}: {line.strip()}')
    return complaints


@tap.test
def the_script_can_reach_nothing():
    """the page's script names nothing that could reach out, or read text as markup"""
    complaints = []
    assert len(scripts()) > 5
    for name, text in scripts().items():
        complaints += judge_script(name, text)
    tap.no_complaints(complaints)


@tap.test
def what_reaches_out_is_found():
    """the checker finds each of the ways out"""
    for line in (
        'fetch("/")', 'new XMLHttpRequest()', 'new WebSocket(url)', 'new RTCPeerConnection()',
        'navigator.sendBeacon(url)', 'new EventSource(url)', 'import("x.js")', 'window.open(url)',
        'location.href = url', 'window.location = url', 'form.submit()', "make('form', {})",
        'element.innerHTML = text', 'new Worker(url)', 'image.src = url',
        "make('iframe', {})", 'other.href = "data:"',
    ):  # fmt: skip
        assert judge_script('example', line), line


@tap.test
def every_word_can_be_translated():
    """the script says what the program translates, and nothing else"""
    said = set()
    for text in scripts().values():
        said |= set(re.findall(r"\bsay\(\s*'([^']*)'", text))
        assert len(re.findall(r'\bsay\(', text)) == len(re.findall(r"\bsay\(\s*'|function say\(", text))
    table = WORDS.read_text(encoding='utf-8').split('words[] = {')[1].split('\n};')[0]
    listed = {''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', entry)) for entry in
              re.findall(r'NC_ \(\s*"report",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)', table)}  # fmt: skip
    assert said == listed, f'{said - listed} not listed, {listed - said} not said'


@tap.test
def no_script_and_no_function_is_too_long():
    """no script has over 800 lines, no function over 60"""
    complaints = []
    for name, text in scripts().items():
        if len(text.splitlines()) > LONGEST_FILE:
            complaints.append(f'{name} is too long')
        for match in re.finditer(r'^function (\w+).*?^}$', text, re.MULTILINE | re.DOTALL):
            if match[0].count('\n') >= LONGEST_FUNCTION:
                complaints.append(f'{name}: {match[1]} is too long')
        if not text.startswith("'use strict';\n/* SPDX-License-Identifier: GPL-3.0-or-later */\n"):
            complaints.append(f'{name}: its head')
    tap.no_complaints(complaints)


@tap.test
def the_fixture_is_a_capsule():
    """the capsule that the page is tried with is one by the schema"""
    jsonschema.validate(capsule(), schema('capsule'))


def hash_of(text):
    return 'sha256-' + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@tap.test
def the_policy_allows_its_own_alone():
    """the page's policy allows its own script and style, by hash, and nothing from anywhere else"""
    with Page() as page:
        text = page.text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    (style,) = re.findall(r'<style>(.*?)</style>', text, re.DOTALL)
    (script,) = re.findall(r'<script>(.*?)</script>', text, re.DOTALL)
    assert policy == (
        f"default-src 'none'; script-src '{hash_of(script)}'; style-src '{hash_of(style)}'; "
        "media-src blob: data:; img-src data:; base-uri 'none'; form-action 'none'"
    ), policy
    assert text.index('Content-Security-Policy') < text.index('<style>')
    assert not re.search(r'\son\w+=|\sstyle=|<link|<base|<form', text.split('<script')[0])


@tap.test
def what_it_holds_is_data():
    """the capsule in the page is the capsule, and its sound is the sound"""
    document = capsule()
    document['candidate'] = 'A</script><script>b & c \u2028 "d" <!-- e'
    with Page(document) as page:
        text = page.text
        sounds = dict(re.findall(r'<script type="text/plain" id="sound-([\w-]+)">([^<]*)<', text))
        assert len(sounds) == 5
        for clip, sound in sounds.items():
            given = (page.path.parent / f'{clip}.opus').read_bytes()
            assert base64.b64decode(sound, validate=True) == given, clip
    (data,) = re.findall(r'id="capsule">(.*?)</script>', text, re.DOTALL)
    assert json.loads(data) == document
    assert '\u2028' not in data and '<' not in data


if __name__ == '__main__':
    tap.main()
