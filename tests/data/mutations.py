# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to spoil a pack, each of which its schema has to refuse: a name, and what spoils it."""


def put(*path_and_value):
    *path, last, value = path_and_value

    def spoil(pack):
        for step in path:
            pack = pack[step]
        pack[last] = value

    return spoil


def drop(*path):
    *path, last = path

    def spoil(pack):
        for step in path:
            pack = pack[step]
        del pack[last]

    return spoil


def repeat_first(*path):
    def spoil(pack):
        for step in path:
            pack = pack[step]
        pack.append(pack[0])

    return spoil


MUTATIONS = [
    ("an unknown field of the pack", put("author", "somebody")),
    ("an unknown field of a question", put("questions", 0, "answer", "forty-two")),
    ("an unknown field of a score", put("dimensions", 0, "anchors", 0, "scores", "2", "In between the two.")),
    ("a later format", put("format", 2)),
    ("a format that is text", put("format", "1")),
    ("a version with a letter", put("version", "1.0.0b")),
    ("a missing phrase", drop("phrases", "closing")),
    ("a missing reason", drop("questions", 0, "why")),
    ("an anchor missing for the score of three", drop("dimensions", 0, "anchors", 0, "scores", "3")),
    ("an id with a capital", put("principles", 0, "id", "Ownership")),
    ("an id with two hyphens in a row", put("questions", 0, "id", "two--hyphens")),
    ("a level's id with a space", put("levels", 0, "id", "L 5")),
    ("an id of 65 letters", put("rounds", 0, "id", "a" * 65)),
    ("a question of six hundred and one letters", put("questions", 0, "text", "a" * 601)),
    ("a question with markup", put("questions", 0, "text", "Tell me about a *hard* decision.")),
    ("a question of two lines", put("questions", 0, "text", "Tell me about\na hard decision.")),
    ("a question that ends in a space", put("questions", 0, "text", "Tell me about a hard decision. ")),
    ("a placeholder in a question", put("questions", 0, "text", "What would {interviewer} say about you?")),
    ("a placeholder in the closing phrase", put("phrases", "closing", "Goodbye from {interviewer}.")),
    ("an unknown placeholder in the greeting", put("phrases", "greeting", "Hello, {candidate}.")),
    ("a ladder of two", put("questions", 0, "follow_ups", ["Why was that so?", "Who else knew of it?"])),
    ("a ladder that asks the same twice", repeat_first("questions", 0, "follow_ups")),
    ("no principle", put("questions", 0, "principles", [])),
    ("a principle twice", repeat_first("questions", 0, "principles")),
    ("five principles", put("questions", 0, "principles", ["a", "b", "c", "d", "e"])),
    ("no minutes at all", put("questions", 0, "minutes", 0)),
    ("minutes as text", put("rounds", 0, "minutes", "30")),
    ("a share of more than the whole", put("categories", 0, "share", 101)),
    ("a stage that is neither screen nor onsite", put("rounds", 0, "stage", "lunch")),
    ("a single interviewer", put("rounds", 0, "interviewers", ["Senior TPM"])),
    ("a yes in place of a truth value", put("rounds", 0, "optional", "yes")),
    ("a checklist item fed by nothing known", put("checklist", 0, "fed_by", "hope")),
    ("a vote with a fraction", put("votes", 0, "value", 1.5)),
    ("no questions", put("questions", [])),
]
