#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That every header of src/ says what it declares, in gtk-doc comments."""

import collections
import json
import pathlib
import re
import tempfile

import tap

# What GObject's macros declare, or ask to be declared under this name: the comment of
# the type says it all.
OF_A_MACRO = re.compile(r'\w+_get_type')

# Macros that ctags would take for a type; with a plus, those that take arguments. What
# G_DECLARE_… declares is read without it.
NOT_C = (
    'G_BEGIN_DECLS', 'G_END_DECLS', 'G_GNUC_CONST', 'G_GNUC_PRINTF+', 'G_DECLARE_FINAL_TYPE+',
    'G_DECLARE_DERIVABLE_TYPE+', 'G_DECLARE_INTERFACE+', 'G_DEFINE_AUTOPTR_CLEANUP_FUNC+',
    'G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC+', 'G_DEFINE_AUTO_CLEANUP_FREE_FUNC+',
)
DECLARED_TYPE = re.compile(r'^G_DECLARE_\w+ \((\w+)', re.MULTILINE)

# A comment is about a name, and tells parameters, what it is, and what it returns. That
# of a signal, a property or a whole header isn't held against anything.
COMMENT = re.compile(r'/\*\*\n \* ([\w:-]+):.*?\*/', re.DOTALL)
ONE_LINE = re.compile(r'/\*\* ([\w:-]+): ')
UNNAMED = re.compile(r'/\*\*(?! [\w:-]+: |\n \* [\w:-]+:)[\s*]*(.*?)(?: \*/)?$', re.MULTILINE)
ABOUT_MORE = re.compile(r'SECTION$|\w+:+[\w-]+')
PARAMETER = re.compile(r'^ \* @([\w.]+):', re.MULTILINE)
RETURNS = re.compile(r'^ \* Returns: \S', re.MULTILINE)

# What a comment refers to: onsite_frob(), #OnsiteFrob, %ONSITE_FROB, and @parameter.
REFERENCE = re.compile(r'\b(onsite_\w+) ?\(\)|[#%]([oO](?:nsite|NSITE)\w+)', re.ASCII)
OF_PARAMETER = re.compile(r'(?<![\w.])@(\w+)\b(?!:)')
ANY_COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)

Function = collections.namedtuple('Function', 'name parameters returns')
Header = collections.namedtuple('Header', 'path functions types others')


def split(arguments):
    """What stands between those commas that are not within parentheses."""
    depth, parts = 0, ['']
    for character in arguments:
        depth += {'(': 1, ')': -1}.get(character, 0)
        if character == ',' and depth == 0:
            parts.append('')
        else:
            parts[-1] += character
    return parts


def name_of_parameter(declared):
    """Of "const char * name", "char * (* make)(int n)", "int values[4]" or "..."."""
    function = re.search(r'\(\* *(\w+)\)', declared)
    return function[1] if function else re.search(r'(\w+|\.\.\.)[\d\[\]]*$', declared)[1]


def make_function(name, result, arguments):
    parameters = [] if arguments in ('', 'void') else split(arguments)
    return Function(name, [name_of_parameter(one) for one in parameters], result != 'void')


def read(paths):
    """What each of the headers declares, from universal-ctags."""
    headers = {str(path): Header(path, [], [], []) for path in paths}
    tags = tap.output_of(
        'ctags', '--output-format=json', '--language-force=C', '--kinds-C=pftsxd', '--fields=+SKt',
        '-I', ','.join(NOT_C), '-f', '-', *paths
    )
    for tag in map(json.loads, tags.splitlines()):
        header, result = headers[tag['path']], tag.get('typeref', '').partition(':')[2]
        callback = re.fullmatch(r'(.*\S) ?\(\*\)\((.*)\)', result)
        if tag['kind'] in ('prototype', 'function'):
            header.functions.append(make_function(tag['name'], result, tag['signature'][1:-1]))
        elif tag['kind'] == 'typedef' and callback:
            header.functions.append(make_function(tag['name'], *callback.groups()))
        elif tag['kind'] == 'typedef':
            header.types.append(tag['name'])
        else:
            header.others.append(tag['name'].lstrip('_'))
    for header in headers.values():
        header.types.extend(DECLARED_TYPE.findall(header.path.read_text(encoding='utf-8')))
    return list(headers.values())


def judge_function(function, comment):
    if comment is None:
        yield f'{function.name} has no comment'
        return
    told = PARAMETER.findall(comment)
    if told != function.parameters:
        yield f'{function.name} has ({", ".join(function.parameters)}), told is ({", ".join(told)})'
    if function.returns and not RETURNS.search(comment):
        yield f'what {function.name} returns is not told'
    if RETURNS.search(comment) and not function.returns:
        yield f'{function.name} returns nothing'
    for name in set(OF_PARAMETER.findall(comment)) - set(function.parameters):
        yield f'{function.name} has no parameter {name}'


def judge(headers):
    texts = {header.path: header.path.read_text(encoding='utf-8') for header in headers}
    everywhere = {name for text in texts.values() for name in COMMENT.findall(text)}
    code = ' '.join(ANY_COMMENT.sub('', text) for text in texts.values())
    names = set(re.findall(r'\w+', code))
    complaints = []
    for header in headers:
        text = texts[header.path]
        comments = {found[1]: found[0] for found in COMMENT.finditer(text)}
        told = [*comments, *ONE_LINE.findall(text)]
        about = [name for name in told if not ABOUT_MORE.match(name)]
        functions = [one for one in header.functions if not OF_A_MACRO.fullmatch(one.name)]
        known = {one.name for one in functions} | {*header.types, *header.others}

        found = [c for one in functions for c in judge_function(one, comments.get(one.name))]
        # What another header declares may be named here, so that this one needs not include it.
        found += [f'{name} has no comment' for name in header.types if name not in everywhere]
        referred = [''.join(name) for name in REFERENCE.findall(text)]
        found += [f'there is no {name}' for name in about if name not in known]
        found += [f'nobody knows what this is about: {words}' for words in UNNAMED.findall(text)]
        found += [f'there is no {name}' for name in referred if name not in names]
        complaints += [f'{header.path}: {complaint}' for complaint in found]
    return complaints


@tap.test
def every_declaration_is_told():
    """every function and type of a header is told, with its parameters and what it returns"""
    headers = read(tap.files('src/*.h'))
    assert sum(len(header.functions) for header in headers) > 1000
    tap.no_complaints(judge(headers))


EXAMPLE = """
#define ONSITE_TYPE_FROB (onsite_frob_get_type ())

/** ONSITE_FROB_MOST: how much may be frobbed. */
#define ONSITE_FROB_MOST 7

/**
 * OnsiteFrob:
 *
 * Frobs.
 */
G_DECLARE_FINAL_TYPE (OnsiteFrob, onsite_frob, ONSITE, FROB, GObject)

/**
 * OnsiteFrob::frobbed:
 * @how: how well
 */

/**
 * OnsiteFrobKind:
 * @ONSITE_FROB_HARD: hard
 */
typedef enum
{
  ONSITE_FROB_HARD,
} OnsiteFrobKind;

/**
 * OnsiteFrobFunc:
 * @frob: what frobs
 * @user_data: for this
 *
 * Returns: whether to go on
 */
typedef gboolean (*OnsiteFrobFunc) (OnsiteFrob *frob, gpointer user_data);

/**
 * onsite_frob_do:
 * @self: what frobs
 * @kind: how
 * @make: makes what is frobbed
 * @format: says what
 * @...: what @format asks for
 *
 * Frobs.
 */
void onsite_frob_do (OnsiteFrob *self,
                     const OnsiteFrobKind kind[4],
                     char *(*make) (int n, gpointer data),
                     const char *format,
                     ...) G_GNUC_PRINTF (4, 5);

/**
 * onsite_frob_count:
 *
 * Returns: how often it was done
 */
guint onsite_frob_count (void);
"""


def judge_text(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'example.h'
        path.write_text(text)
        return [complaint.split(': ', 1)[1] for complaint in judge(read([path]))]


def judge_changed(old, new):
    assert old in EXAMPLE
    return judge_text(EXAMPLE.replace(old, new, 1))


@tap.test
def what_is_told_in_full_passes():
    """the checker lets a header pass in which all is told"""
    tap.no_complaints(judge_text(EXAMPLE))


@tap.test
def a_missing_comment_is_found():
    """the checker finds a type, a callback and a function without a comment"""
    for name in ('OnsiteFrob', 'OnsiteFrobKind', 'OnsiteFrobFunc', 'onsite_frob_count'):
        assert judge_changed(f'/**\n * {name}:\n', '/*\n') == [f'{name} has no comment'], name


@tap.test
def a_wrong_parameter_is_found():
    """the checker finds a parameter that is left out, made up, or in another's place"""
    frob = 'onsite_frob_do has (self, kind, make, format, ...), told is '
    kind, make = ' * @kind: how\n', ' * @make: makes what is frobbed\n'
    assert judge_changed(kind, '') == [frob + '(self, make, format, ...)']
    assert judge_changed(kind, ' * @sort: how\n') == [frob + '(self, sort, make, format, ...)']
    assert judge_changed(kind + make, make + kind) == [frob + '(self, make, kind, format, ...)']
    assert len(judge_changed(' * @user_data: for this\n', '')) == 1


@tap.test
def a_wrong_return_is_found():
    """the checker finds what is returned and not told, and told and not returned"""
    told = ' * Returns: how often it was done\n'
    for less in ('', ' * Returns:\n'):
        assert judge_changed(told, less) == ['what onsite_frob_count returns is not told']
    assert judge_changed('guint onsite', 'void onsite') == ['onsite_frob_count returns nothing']


@tap.test
def a_reference_to_nothing_is_found():
    """the checker finds a reference to a function, a type, a value or a parameter in vain"""
    for reference in ('onsite_frob_undo()', '#OnsiteFrobs', '%ONSITE_FROB_SOFT'):
        name = reference.strip('#%()')
        told = f' * Frobs as {reference} does.\n'
        assert judge_changed(' * Frobs.\n', told) == [f'there is no {name}'], reference
    told = ' * @...: what @text asks for\n'
    changed = judge_changed(' * @...: what @format asks for\n', told)
    assert changed == ['onsite_frob_do has no parameter text']


@tap.test
def a_comment_about_nothing_is_found():
    """the checker finds a comment about something that the header doesn't have, or about nothing"""
    assert judge_changed('#define ONSITE_FROB_MOST 7', '') == ['there is no ONSITE_FROB_MOST']
    assert judge_changed('guint onsite_frob_count (void);', '') == ['there is no onsite_frob_count']
    unnamed = judge_changed('/** ONSITE_FROB_MOST: how', '/** How')
    assert unnamed == ['nobody knows what this is about: How much may be frobbed.']


if __name__ == '__main__':
    tap.main()
