# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to spoil a pack, each of which a check has to notice."""

import copy
import json
import pathlib

TINY_PACK = pathlib.Path(__file__).parent.parent / "fixtures" / "packs" / "tiny.json"


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


OUTAGE = {
    "id": "quota-of-zero",
    "title": "A quota of zero",
    "source": "A report that somebody published in 2020.",
    "what_happened": ["Sign-ins failed.", "Mail waited.", "Pages stayed empty.", "A quota was lifted.", "All was back."],
    "root_cause": "A quota fell to zero, since the system that counted use had been told that there was none.",
    "blast_radius": "Everybody who had to sign in, everywhere, for the better part of an hour.",
    "control": "A limit to how far one automatic change may lower a quota.",
}


def outage(field=None, value=None):
    """Gives a pack an outage and a question about it, and a field of the outage a value."""

    def give(pack):
        pack.setdefault("outages", []).append(OUTAGE | ({field: value} if field else {}))
        pack["questions"][0]["outage"] = OUTAGE["id"]

    return give


GUIDE = {
    "text": {"type": "text", "text": "It takes a week."},
    "list": {"type": "list", "title": "To bring", "items": ["A story.", "A figure."]},
    "steps": {"type": "steps", "steps": [{"label": "Day 1", "text": "A talk."}]},
    "contrasts": {"type": "contrasts", "cards": [{"topic": "Depth", "not": "Names.", "but": "Consequences."}]},
    "mistakes": {"type": "mistakes", "cards": [{"weak": "We did.", "why": "Who?", "strong": "I did."}]},
    "table": {"type": "table", "title": "By level", "columns": ["Level", "Base"], "rows": [{"cells": ["L5", "Much"]}]},
    "shares": {"type": "shares", "title": "By year", "groups": ["1"], "series": [{"name": "All", "values": [5]}]},
    "questions": {"type": "questions", "questions": [{"question": "Is it hard?", "answer": "It is fair."}]},
}


def guide(spoil=None, kind=None):
    """Gives a pack a guide with a block of each kind, and spoils a block of it, or all of it."""

    def give(pack):
        blocks = copy.deepcopy(GUIDE)
        section = {"id": "way", "title": "The way", "summary": "What happens.", "blocks": list(blocks.values())}
        pack["guide"] = {"sections": [section]}
        if spoil:
            spoil(blocks[kind] if kind else pack["guide"])

    return give


def in_exhibit(spoil):
    """Gives a pack an exhibit that the schema takes as it is, and a question about it, and spoils the exhibit."""

    def spoil_pack(pack):
        pack["exhibits"] = json.loads(TINY_PACK.read_text(encoding="utf-8"))["exhibits"]
        pack["questions"][0]["exhibit"] = pack["exhibits"][0]["id"]
        spoil(pack["exhibits"][0])

    return spoil_pack


# What the schema has to take: a name, and what a pack is given.
ADDITIONS = [
    ("an outage, and a question about it", outage()),
    ("a guide with a block of each kind", guide()),
    ("a curveball", put("questions", 0, "curveball", "The spec has just changed: you have half the time.")),
    ("an exhibit, and a question about it", in_exhibit(lambda exhibit: None)),
]

# What the schema has to refuse: a name, and what spoils the pack.
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
    ("a round without an interviewer", put("rounds", 0, "interviewers", [])),
    ("a yes in place of a truth value", put("rounds", 0, "optional", "yes")),
    ("a checklist item fed by nothing known", put("checklist", 0, "fed_by", "hope")),
    ("a vote with a fraction", put("votes", 0, "value", 1.5)),
    ("no questions", put("questions", [])),
    ("an unknown field of an outage", outage("lesson", "Test it.")),
    ("an outage in four sentences", outage("what_happened", OUTAGE["what_happened"][:4])),
    ("an outage of two lines", outage("root_cause", "A quota fell\nto zero.")),
    ("a curveball with markup", put("questions", 0, "curveball", "You have *half* the time.")),
    ("a curveball of nothing", put("questions", 0, "curveball", "")),
    ("a guide without sections", guide(put("sections", []))),
    ("a guide with an unknown field", guide(put("author", "somebody"))),
    ("a section without a summary", guide(drop("sections", 0, "summary"))),
    ("a section without blocks", guide(put("sections", 0, "blocks", []))),
    ("a section’s id with a capital", guide(put("sections", 0, "id", "Way"))),
    ("a block of no known type", guide(put("type", "video"), "text")),
    ("a block with what another type has", guide(put("text", "So."), "list")),
    ("a text of two lines", guide(put("text", "It takes\na week."), "text")),
    ("a list that says the same twice", guide(repeat_first("items"), "list")),
    ("a step without a label", guide(drop("steps", 0, "label"), "steps")),
    ("a contrast of one side", guide(drop("cards", 0, "but"), "contrasts")),
    ("a mistake without a reason", guide(drop("cards", 0, "why"), "mistakes")),
    ("a table without a title", guide(drop("title"), "table")),
    ("a table of one column", guide(put("columns", ["Level"]), "table")),
    ("an empty cell", guide(put("rows", 0, "cells", 1, ""), "table")),
    ("a row that is a list", guide(put("rows", 0, ["L5", "Much"]), "table")),
    ("a share of more than all", guide(put("series", 0, "values", [101]), "shares")),
    ("a share with a fraction", guide(put("series", 0, "values", [2.5]), "shares")),
    ("a fourth series", guide(put("series", GUIDE["shares"]["series"] * 4), "shares")),
    ("a question without an answer", guide(drop("questions", 0, "answer"), "questions")),
    ("an exhibit by its position", put("questions", 0, "exhibit", 0)),
    ("an unknown field of an exhibit", in_exhibit(put("author", "somebody"))),
    ("an exhibit without constraints", in_exhibit(put("constraints", []))),
    ("a constraint twice", in_exhibit(repeat_first("constraints"))),
    ("a situation of six hundred and one letters", in_exhibit(put("situation", "a" * 601))),
    ("an exhibit without a title", in_exhibit(drop("title"))),
    ("nine zones", in_exhibit(put("zones", [{"id": "zone", "label": "Zone"}] * 9))),
    ("a zone without a label", in_exhibit(drop("zones", 0, "label"))),
    ("an unknown field of a zone", in_exhibit(put("zones", 0, "column", 0))),
    ("a zone's label of 33 letters", in_exhibit(put("zones", 0, "label", "a" * 33))),
    ("one box alone", in_exhibit(lambda exhibit: put("boxes", exhibit["boxes"][:1])(exhibit))),
    ("25 boxes", in_exhibit(lambda exhibit: put("boxes", exhibit["boxes"][:1] * 25)(exhibit))),
    ("an unknown kind of box", in_exhibit(put("boxes", 0, "kind", "cloud"))),
    ("an unknown field of a box", in_exhibit(put("boxes", 0, "colour", "red"))),
    ("a box without a kind", in_exhibit(drop("boxes", 0, "kind"))),
    ("a ninth column", in_exhibit(put("boxes", 0, "column", 8))),
    ("a ninth row", in_exhibit(put("boxes", 0, "row", 8))),
    ("a column and a half", in_exhibit(put("boxes", 0, "column", 1.5))),
    ("a row before the first", in_exhibit(put("boxes", 0, "row", -1))),
    ("a box's label of 33 letters", in_exhibit(put("boxes", 0, "label", "a" * 33))),
    ("a box's label that ends in a space", in_exhibit(put("boxes", 0, "label", "Cache "))),
    ("a note of 49 letters", in_exhibit(put("boxes", 0, "note", "a" * 49))),
    ("a zone by its position", in_exhibit(put("boxes", 0, "zone", 0))),
    ("no arrows", in_exhibit(put("arrows", []))),
    ("41 arrows", in_exhibit(lambda exhibit: put("arrows", exhibit["arrows"][:1] * 41)(exhibit))),
    ("an unknown kind of arrow", in_exhibit(put("arrows", 0, "kind", "wish"))),
    ("an arrow to nowhere", in_exhibit(drop("arrows", 0, "to"))),
    ("an unknown field of an arrow", in_exhibit(put("arrows", 0, "via", "orders"))),
    ("an arrow's label of 33 letters", in_exhibit(put("arrows", 0, "label", "a" * 33))),
    ("an arrow's label of two lines", in_exhibit(put("arrows", 0, "label", "reads\norders"))),
    ("no risks", in_exhibit(put("risks", []))),
    ("a risk of the third order", in_exhibit(put("risks", 0, "order", 3))),
    ("a risk for nobody", in_exhibit(put("risks", 0, "levels", []))),
    ("a risk at no box", in_exhibit(put("risks", 0, "at", []))),
    ("a risk at a box twice", in_exhibit(repeat_first("risks", 0, "at"))),
    ("an unknown field of a risk", in_exhibit(put("risks", 0, "weight", 3))),
]


def on(id, field, value):
    """Gives a question's field a value, or what a function makes of the old one."""

    def spoil(pack):
        question = next(q for q in pack["questions"] if q["id"] == id)
        question[field] = value(question[field]) if callable(value) else value

    return spoil


def without(field, name):
    """Takes a name out of a field of every question, and questions that are left with none out of the pack."""

    def spoil(pack):
        for question in pack["questions"]:
            question[field] = [id for id in question[field] if id != name]
        pack["questions"] = [q for q in pack["questions"] if q[field] or field == "checklist"]

    return spoil


def one_main_left(name):
    """Leaves a principle the main target of one question, and asked for in as many as before."""

    def spoil(pack):
        for question in [q for q in pack["questions"] if q["principles"][0] == name][1:]:
            question["principles"] = question["principles"][1:] + [name]

    return spoil


def kept_at(level, field, name, count):
    """Takes a name out of a field of a level's questions, but for so many, those that lead with it first."""

    def spoil(pack):
        named = [q for q in pack["questions"] if level in q["levels"] and name in q[field]]
        kept = sorted(named, key=lambda question: question[field][0] != name)[:count]
        for question in named:
            if question not in kept:
                question[field] = [id for id in question[field] if id != name]

    return spoil


def other_nouns(pack):
    """Gives one question the ladder of another, about something else."""
    one, other = pack["questions"][3], pack["questions"][9]
    about = {max(rung.rstrip("?.").split(), key=len) for rung in other["follow_ups"]}
    one["follow_ups"] = [
        " ".join("bananas" if word in about else word for word in rung.rstrip("?.").split()) + "?"
        for rung in other["follow_ups"]
    ]


def same_anchor(pack):
    low, high = pack["dimensions"][0]["anchors"][:2]
    high["scores"]["5"] = low["scores"]["5"]


def fewer_designs(pack):
    designs = [q["id"] for q in pack["questions"] if q["category"] == "design-review"]
    pack["questions"] = [q for q in pack["questions"] if q["id"] not in designs[4:]]


def asked_again(pack):
    again = dict(pack["questions"][0], id="asked-again")
    again["text"] = again["text"].replace("the largest", "a large")
    pack["questions"].append(again)


def same_curveball(pack):
    for question in pack["questions"][:2]:
        question["curveball"] = "The spec has just changed: you have half the time and the same people."


def in_the_way(pack):
    """Puts a box between two others that have an arrow."""
    boxes = {box["id"]: box for box in pack["exhibits"][0]["boxes"]}
    boxes["versions"] |= {"column": 2, "row": 1}


def crossed(pack):
    """Lets two boxes trade places, so that their arrows cross."""
    boxes = {box["id"]: box for box in pack["exhibits"][0]["boxes"]}
    boxes["transfer"] |= {"column": 2, "row": 2}
    boxes["changes"] |= {"column": 1, "row": 0}


def renamed(pack):
    """Calls an exhibit something else, in its question too."""
    exhibit = pack["exhibits"][1]
    question = next(q for q in pack["questions"] if q.get("exhibit") == exhibit["id"])
    exhibit["id"] = question["exhibit"] = "another-cache"


def kept(field, count, named):
    """Leaves so many exhibits or outages, and takes the others out of their questions."""

    def spoil(pack):
        gone = {part["id"] for part in pack[field][count:]}
        del pack[field][count:]
        for question in pack["questions"]:
            if question.get(named) in gone:
                del question[named]

    return spoil


def thrown(keep, count=None):
    """Leaves curveballs to those questions that are to keep theirs, or to so many of them."""

    def spoil(pack):
        with_one = [q for q in pack["questions"] if "curveball" in q]
        kept = [q for q in with_one if keep(q)][:count]
        for question in with_one:
            if question not in kept:
                del question["curveball"]

    return spoil


def all_of_the_first_order(pack):
    for risk in pack["exhibits"][0]["risks"]:
        risk["order"] = 1


def told_again(pack):
    pack["outages"][0]["control"] = pack["outages"][1]["control"]


def risk_of_another(pack):
    pack["exhibits"][0]["risks"][0]["text"] = pack["exhibits"][1]["risks"][0]["text"]


FIRST = "largest-program-own-decisions"

# Ways to spoil the built-in pack that its schema cannot see: the property that has to, and what spoils it.
SPOILED = [
    ("ids_are_unique", lambda pack: pack["votes"].append(dict(pack["votes"][0], value=-3))),
    ("ids_are_unique", lambda pack: [give(pack) for give in (outage(), outage())]),
    ("references_resolve", on(FIRST, "principles", ["no-such-principle"])),
    ("references_resolve", put("rounds", 0, "carries", ["no-such-round"])),
    ("references_resolve", on(FIRST, "outage", "no-such-outage")),
    ("outages_are_asked_about", lambda pack: pack.setdefault("outages", []).append(OUTAGE)),
    ("outages_are_asked_about", outage("what_happened", ["It failed again and again. " * 8 + "It was back."] * 5)),
    ("references_resolve", on(FIRST, "exhibit", "no-such-exhibit")),
    ("exhibits_are_asked_about", in_exhibit(put("id", "another"))),
    ("exhibits_are_uncluttered", in_the_way),
    ("exhibits_are_uncluttered", crossed),
    ("exhibits_are_uncluttered", drop("exhibits", 1, "arrows", -1)),
    ("exhibits_are_uncluttered", in_exhibit(lambda exhibit: None)),
    ("exhibits_fit_beside_a_question", put("exhibits", 0, "boxes", 0, "label", "The first of many devices")),
    ("exhibits_fit_beside_a_question", put("exhibits", 0, "situation", "It goes up, and it comes down. " * 19)),
    ("exhibits_fit_beside_a_question", put("exhibits", 0, "constraints", ["Ten million users, 30 million devices."])),
    ("exhibits_fit_beside_a_question", put("exhibits", 0, "constraints", ["Many users.", "Little time.", "1 team."])),
    ("exhibits_hide_risks_for_each_level", drop("exhibits", 0, "risks", slice(4, None))),
    ("exhibits_hide_risks_for_each_level", drop("exhibits", 0, "risks", slice(0, 3))),
    ("exhibits_hide_risks_for_each_level", all_of_the_first_order),
    ("exhibits_hide_risks_for_each_level", put("exhibits", 0, "risks", 0, "levels", ["L5"])),
    ("design_reviews_have_exhibits", kept("exhibits", 11, "exhibit")),
    ("design_reviews_have_exhibits", renamed),
    ("design_reviews_have_exhibits", on(FIRST, "exhibit", "redis-cache")),
    ("outages_are_reviewed", kept("outages", 5, "outage")),
    ("outages_are_reviewed", on(FIRST, "outage", "s3-2017")),
    ("outages_are_reviewed", on("outage-after-a-slip", "checklist", ["system-design-trade-offs"])),
    ("curveballs_come_everywhere", thrown(bool, 29)),
    ("curveballs_come_everywhere", thrown(lambda question: question["category"] != "lp-deep-dive")),
    ("curveballs_come_everywhere", thrown(lambda question: "recruiter-screen" not in question["rounds"])),
    ("weak_and_strong_are_short_and_concrete", on(FIRST, "weak", "“We did well.”")),
    ("weak_and_strong_are_short_and_concrete", on(FIRST, "strong", "“I drove it, and it went well. " * 12 + "1 in 2.”")),
    ("weak_and_strong_are_short_and_concrete", on(FIRST, "strong", "“I drove that choice, and many more. " * 4 + "”")),
    ("weak_and_strong_are_short_and_concrete", on(FIRST, "strong", "“It was 9 teams and 14 months of work. " * 4 + "”")),
    ("nothing_is_told_twice", told_again),
    ("nothing_is_told_twice", risk_of_another),
    ("anchors_are_written_for_every_level", drop("dimensions", 0, "anchors", 1)),
    ("anchors_are_written_for_every_level", same_anchor),
    ("votes_fall_from_best_to_worst", lambda pack: pack["votes"].reverse()),
    ("questions_keep_to_the_mix", put("categories", 0, "share", 49)),
    ("questions_keep_to_the_mix", drop("questions", slice(0, 4))),
    ("questions_are_plenty", drop("questions", slice(89, None))),
    ("every_principle_is_asked_for", without("principles", "think-big")),
    ("every_principle_is_asked_for", one_main_left("think-big")),
    ("every_principle_is_asked_for", kept_at("L5", "principles", "think-big", 3)),
    ("every_checklist_item_is_fed", without("checklist", "ambiguity")),
    ("every_checklist_item_is_fed", kept_at("L5", "checklist", "ambiguity", 5)),
    ("loops_feed_what_answers_do_not", on(FIRST, "checklist", ["structured-system"])),
    ("every_question_can_be_asked", on("standard-over-twenty-teams", "levels", ["L5"])),
    ("every_question_can_be_asked", on(FIRST, "rounds", lambda old: old + ["technical-design"])),
    ("ladders_dig_each_in_their_own_way", put("questions", 0, "follow_ups", 0, "What had you been asked for?")),
    ("ladders_dig_each_in_their_own_way", other_nouns),
    ("spoken_text_suits_a_voice", on(FIRST, "text", "Tell me about a risk that you put at 50 and was not.")),
    ("spoken_text_suits_a_voice", on(FIRST, "text", "Tell me about an API that you had to change in a hurry.")),
    ("spoken_text_suits_a_voice", on(FIRST, "text", "Tell me about a risk")),
    ("spoken_text_suits_a_voice", on(FIRST, "curveball", "You now have 8 weeks.")),
    ("spoken_text_suits_a_voice", on(FIRST, "curveball", "Well, " * 41 + "the spec has just changed.")),
    ("spoken_text_suits_a_voice", put("questions", 0, "follow_ups", 0, "Well, " * 41 + "why?")),
    ("spoken_text_suits_a_voice", on(FIRST, "text", "Well, " * 71 + "tell me.")),
    ("reading_leaves_time_to_answer", on(FIRST, "minutes", 3)),
    ("reading_leaves_time_to_answer", put("exhibits", 0, "situation", "It goes up, and it comes down. " * 49)),
    ("reading_leaves_time_to_answer", put("outages", 0, "what_happened", ["It failed again and again. " * 15] * 5)),
    ("answers_fit_their_rounds", on(FIRST, "minutes", 15)),
    ("no_question_is_asked_twice", asked_again),
    ("no_question_is_asked_twice", same_curveball),
    ("text_is_clean", on(FIRST, "why", "Good behavior, or behaviour, is what counts.")),
    ("text_is_clean", on(FIRST, "why", "It's what counts here.")),
    ("text_is_clean", on(FIRST, "weak", "“It is what counts here.")),
    ("rounds_have_interviewers_to_choose_from", put("rounds", 0, "interviewers", ["Senior TPM"])),
    ("rounds_and_drills_have_questions", without("rounds", "recruiter-screen")),
    ("every_loop_can_keep_to_the_mix", put("rounds", 4, "categories", ["lp-deep-dive"])),
    ("two_loops_in_a_row_can_differ_in_every_question", fewer_designs),
]
