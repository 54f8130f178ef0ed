#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every #include in src/ against the table of rooms, src/rooms.txt."""

import pathlib
import re
import tempfile

import tap

LIBRARIES = {
    'json-glib': ('json-glib/',),
    'sqlite3': ('sqlite3.h',),
    'gstreamer': ('gst/',),
    'libpulse': ('pulse/',),
    'flite': ('flite/',),
    'espeak-ng': ('espeak-ng/',),
    'libebur128': ('ebur128.h',),
    'cairo': ('cairo',),
    'pango': ('pango/',),
    'gtk4': ('gtk/', 'gdk/', 'gsk/', 'graphene'),
    'libadwaita': ('adwaita.h',),
}
EVERYWHERE = ('glib.h', 'glib/', 'glib-object.h', 'gmodule.h', 'gobject/', 'glib-unix.h', 'gio/')
C_LIBRARY = re.compile(
    r'(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|math|signal|stdarg|stdbool|stddef'
    r'|stdint|stdio|stdlib|string|time|unistd|sys/[a-z]+)\.h'
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
IMPURE = re.compile(
    r'\b(g_get_(monotonic|real)_time|g_get_current_time|g_date_time_new_now\w*|clock_gettime'
    r'|gettimeofday|time|g_timeout_\w+|g_idle_\w+|g_usleep|g_file_\w+|g_mapped_file_\w+|fopen|open'
    r'|g_random_\w+|g_thread_\w+)[ \t]*\('
)
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def read_table(text):
    """The rooms in order, each with the words that stand behind its name."""
    lines = (line.split() for line in text.splitlines() if line and not line.startswith('#'))
    return {room: words for room, *words in lines}


def library_of(header):
    for library, beginnings in LIBRARIES.items():
        if header.startswith(beginnings):
            return library
    return None


def judge_outside(header, allowed):
    if header.startswith(EVERYWHERE) or C_LIBRARY.fullmatch(header):
        return None
    library = library_of(header)
    if library is None:
        return f'<{header}> is of no library that the table knows'
    if library not in allowed:
        return f'<{header}>: {library} is not for this room'
    return None


def judge_inside(header, room, rooms):
    other = header.split('/')[0] if '/' in header else room
    if other not in rooms:
        return f'"{header}" is in no room of the table'
    if rooms.index(other) > rooms.index(room):
        return f'"{header}": {other} lies below {room}'
    return None


def judge_file(path, room, table):
    text = path.read_text(encoding='utf-8')
    complaints = []
    for kind, header in INCLUDE.findall(text):
        if header == 'config.h':
            continue
        if kind == '<':
            complaints.append(judge_outside(header, table[room]))
        else:
            complaints.append(judge_inside(header, room, list(table)))
    if 'pure' in table[room]:
        for call in IMPURE.finditer(COMMENT.sub('', text)):
            complaints.append(f'{call[1]} in a room without clock and I/O')
    return [f'{path}: {complaint}' for complaint in complaints if complaint]


def judge_tree(src):
    table = read_table((src / 'rooms.txt').read_text(encoding='utf-8'))
    complaints = []
    for path in sorted(src.rglob('*.[ch]')):
        parts = path.relative_to(src).parts
        if len(parts) == 1:
            if parts[0] != 'main.c':
                complaints.append(f'{path}: only main.c lies in no room')
        elif parts[0] not in table:
            complaints.append(f'{path}: {parts[0]} is no room of the table')
        else:
            complaints += judge_file(path, parts[0], table)
    return complaints


def judge_example(files):
    with tempfile.TemporaryDirectory() as folder:
        src = pathlib.Path(folder)
        (src / 'rooms.txt').write_text('# a comment\njson json-glib\nloop pure\napp gtk4\n')
        for name, text in files.items():
            (src / name).parent.mkdir(exist_ok=True)
            (src / name).write_text(text)
        return judge_tree(src)


@tap.test
def every_include_keeps_to_the_table():
    """every #include in src/ keeps to the table of rooms"""
    assert len(tap.files('src/*/*.[ch]')) > 0
    tap.no_complaints(judge_tree(tap.ROOT / 'src'))


@tap.test
def a_good_tree_is_left_alone():
    """the checker finds nothing in a tree that keeps to its table"""
    tap.no_complaints(judge_example({
        'main.c': '#include "app/a.h"\n#include <gtk/gtk.h>\n',
        'json/a.h': '#include <json-glib/json-glib.h>\n#include <string.h>\n',
        'loop/a.c': '#include "a.h"\n#include "json/a.h"\n/* not g_get_real_time () */\n',
        'app/a.c': '#include "config.h"\n#include "loop/a.h"\n#include <gtk/gtk.h>\n',
    }))


BAD_TREES = {
    'a room that includes one below it': {'json/a.c': '#include "app/a.h"\n'},
    'a library that is not for the room': {'loop/a.c': '# include <gtk/gtk.h>\n'},
    'a library that the table does not know': {'app/a.c': '#include <curl/curl.h>\n'},
    'a folder that is no room': {'shed/a.c': '\n'},
    'an include from a folder that is no room': {'app/a.c': '#include "shed/a.h"\n'},
    'a source beside the rooms': {'helper.c': '\n'},
    'a clock in a pure room': {'loop/a.c': 'gint64 t = g_get_monotonic_time ();\n'},
    'a file opened in a pure room': {'loop/a.c': 'g_file_load_contents (f);\n'},
}


def add_bad_tree(name, files):
    def check():
        found = judge_example(files)
        assert len(found) == 1, found

    check.__doc__ = f'the checker finds {name}'
    tap.test(check)


for bad_tree in BAD_TREES.items():
    add_bad_tree(*bad_tree)


@tap.test
def hacking_shows_the_same_table():
    """HACKING.md shows the table of rooms as it is"""
    table = read_table((tap.ROOT / 'src/rooms.txt').read_text(encoding='utf-8'))
    shown = re.findall(
        r'^\| `src/(\w+)/` \|.*\| ([^|]*) \|$',
        (tap.ROOT / 'HACKING.md').read_text(encoding='utf-8'),
        re.MULTILINE,
    )
    as_shown = {
        room: [] if words == '–' else words.split(', ') for room, words in shown
    }
    assert as_shown == table, f'{as_shown}\nis not\n{table}'
    assert list(as_shown) == list(table), 'in another order'


if __name__ == '__main__':
    tap.main()
