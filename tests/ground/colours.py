#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the signs can be told from what is behind them, in every scheme.

Contrast as of WCAG 2.1, section 1.4.3, on the grounds that the installed
libadwaita paints."""

import pathlib
import re

import tap

LEAST_CONTRAST = 4.5

SIGNS = ('sign_asked', 'sign_claimed', 'sign_heard', 'sign_coach')
CHARTS = ('chart_first', 'chart_second', 'chart_third')
ADVICE = ('advice_weak', 'advice_strong')

# The style sheets that hold in each scheme, the later ones over the earlier.
SCHEMES = {
    'light': ('light', ['style.css']),
    'dark': ('dark', ['style.css', 'style-dark.css']),
    'high contrast': ('light', ['style.css', 'style-hc.css']),
    'high contrast, dark': (
        'dark',
        ['style.css', 'style-dark.css', 'style-hc.css', 'style-hc-dark.css'],
    ),
}


def parse_colour(text):
    """Red, green, blue and alpha, from 0 to 1."""
    if text in ('white', 'black'):
        return (*[float(text == 'white')] * 3, 1.0)
    if match := re.fullmatch(r'#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})', text):
        return (*(int(part, 16) / 255 for part in match.groups()), 1.0)
    match = re.fullmatch(r'rgba\((\d+), (\d+), (\d+), ([\d.]+)\)', text)
    assert match, f'What colour is “{text}”?'
    *parts, alpha = match.groups()
    return (*(int(part) / 255 for part in parts), float(alpha))


def defined_colours(css):
    return dict(re.findall(r'^@define-color (\w+) ([^;]+);', css, re.MULTILINE))


def over(colour, ground):
    *parts, alpha = colour
    mixed = (alpha * part + (1 - alpha) * below for part, below in zip(parts, ground))
    return (*mixed, 1.0)


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour, ground):
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def library_colours(scheme):
    folder = pathlib.Path(tap.output_of('pkg-config', '--variable=libdir', 'libadwaita-1').strip())
    return defined_colours(
        tap.output_of(
            'gresource', 'extract', folder / 'libadwaita-1.so.0',
            f'/org/gnome/Adwaita/styles/defaults-{scheme}.css',
        )
    )  # fmt: skip


def own_style(name):
    return (tap.ROOT / 'ui' / name).read_text(encoding='utf-8')


def gap_alpha():
    """How much of the text's colour is in the ground of a row that is a gap."""
    match = re.search(
        r'line\.gap \{ background-color: alpha\(currentColor, ([\d.]+)\)', own_style('style.css')
    )
    assert match, 'The ground of a gap is not where it was'
    return float(match.group(1))


def grounds_of(scheme):
    """All that a sign is drawn on."""
    colours = library_colours(scheme)
    window = parse_colour(colours['window_bg_color'])
    *text, alpha = parse_colour(colours['window_fg_color'])
    return {
        'window': window,
        'view': parse_colour(colours['view_bg_color']),
        'card': over(parse_colour(colours['card_bg_color']), window),
        'gap': over((*text, alpha * gap_alpha()), window),
    }


@tap.test
def contrast_is_computed_as_defined():
    """black on white has the contrast of 21, and #777777 on white that of 4.48"""
    white = parse_colour('white')
    assert round(contrast(parse_colour('black'), white), 2) == 21
    assert round(contrast(parse_colour('#777777'), white), 2) == 4.48


@tap.test
def signs_stand_out():
    """every sign, series and advice has a contrast of 4.5 or more on every ground, in every scheme"""
    complaints = []
    for name, (scheme, sheets) in SCHEMES.items():
        colours = {}
        for sheet in sheets:
            colours.update(defined_colours(own_style(sheet)))
        for ground_name, ground in grounds_of(scheme).items():
            for sign in SIGNS + CHARTS + ADVICE:
                found = contrast(parse_colour(colours[sign]), ground)
                if found < LEAST_CONTRAST:
                    complaints.append(f'{sign} on {ground_name}, {name}: {found:.2f}')
    tap.no_complaints(complaints)


def own_alpha(sheet, pattern):
    match = re.search(pattern, own_style(sheet))
    assert match, f'{sheet} has no {pattern}'
    return float(match.group(1))


@tap.test
def dimmed_text_can_be_read():
    """text that is dimmed has a contrast of 4.5 or more on every ground, in every scheme"""
    dimmed = r'entry > text > placeholder \{ opacity: ([\d.]+); \}'
    washes = [
        own_alpha('style.css', selector + r' \{[^}]*background-color: alpha\(currentColor, ([\d.]+)\)')
        for selector in (r'rating\.current', r'\.badge', r'\.remark', r'\.exhibit', r'\.note')
    ]
    complaints = []
    for name, (scheme, sheets) in SCHEMES.items():
        opacity = own_alpha('style-hc.css' if 'style-hc.css' in sheets else 'style.css', dimmed)
        *ink, alpha = parse_colour(library_colours(scheme)['window_fg_color'])
        for ground_name, ground in grounds_of(scheme).items():
            for wash in [0, *washes]:
                below = over((*ink, alpha * wash), ground)
                found = contrast(over((*ink, alpha * opacity), below), below)
                if found < LEAST_CONTRAST:
                    complaints.append(f'{wash} on {ground_name}, {name}: {found:.2f}')
    tap.no_complaints(complaints)


@tap.test
def no_scheme_forgets_a_sign():
    """every scheme gives every sign a colour of its own"""
    for sheet in ('style.css', 'style-dark.css', 'style-hc.css', 'style-hc-dark.css'):
        given = defined_colours(own_style(sheet))
        for names in (SIGNS, CHARTS, ADVICE):
            found = [given.get(name) for name in names]
            assert None not in found and len(set(found)) == len(names), f'{sheet}: {found}'


@tap.test
def what_is_found_stands_out():
    """what a search has found has a contrast of 4.5 or more on its ground, which no scheme changes"""
    for name, (_scheme, sheets) in SCHEMES.items():
        colours = {}
        for sheet in sheets:
            colours.update(defined_colours(own_style(sheet)))
        found = contrast(parse_colour(colours['found_fg']), parse_colour(colours['found_bg']))
        assert found >= LEAST_CONTRAST, f'{name}: {found:.2f}'


def schemes_of_the_page():
    """The colours of the coach's page in each scheme, by name."""
    css = (tap.ROOT / 'data' / 'share' / 'page.css').read_text(encoding='utf-8')
    blocks = re.findall(r':root \{(.*?)\}', css, re.DOTALL)
    light, dark, paper = (dict(re.findall(r'--([\w-]+): (#\w+);', block)) for block in blocks)
    return {'light': light, 'dark': {**light, **dark}, 'paper': {**light, **paper}}


@tap.test
def the_page_can_be_read():
    """text and signs of the coach's page have a contrast of 4.5 or more, light, dark and on paper"""
    complaints = []
    inks = ('ink', 'dim', 'accent', 'asked', 'claimed', 'heard', 'coach')
    pairs = [(ink, ground) for ground in ('window', 'card', 'wash') for ink in inks]
    for name, scheme in schemes_of_the_page().items():
        for ink, ground in [*pairs, ('on-accent', 'accent'), ('ink', 'warn'), ('ink', 'line')]:
            found = contrast(parse_colour(scheme[ink]), parse_colour(scheme[ground]))
            if found < LEAST_CONTRAST:
                complaints.append(f'{name}: {ink} on {ground}: {found:.2f}')
    tap.no_complaints(complaints)


if __name__ == '__main__':
    tap.main()
