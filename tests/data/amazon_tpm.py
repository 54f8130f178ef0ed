# SPDX-License-Identifier: GPL-3.0-or-later
"""What is promised of the pack for technical program managers at Amazon, beyond what holds for any pack."""

import re

import mix
from properties import ids, words

ID = "amazon-tpm"
QUESTIONS = 90  # at least so many in the pack
MAINS = 2  # questions whose main target is a principle, at least
PRESENCE = 4  # questions for a level that ask for a principle at all, at least
FED = 6  # questions for a level that feed a checklist item, at least
EXHIBITS = 12
EXPECTED = ("redis-cache", "payments-async", "storage-partition", "file-sync")
OUTAGES = 6
CURVEBALLS = 30
IN_A_ROUND = 2  # curveballs that a round can choose from, at least: it throws one
WEAK = range(6, 31)  # words
STRONG = range(25, 76)


def questions_are_plenty(pack):
    if len(pack["questions"]) < QUESTIONS:
        yield f"there are {len(pack['questions'])} questions"


def every_principle_is_asked_for(pack):
    for id in ids(pack["principles"]):
        mains = sum(q["principles"][0] == id for q in pack["questions"])
        if mains < MAINS:
            yield f"{id} is the main target of {mains} questions"
        for level in ids(pack["levels"]):
            count = sum(id in q["principles"] and level in q["levels"] for q in pack["questions"])
            if count < PRESENCE:
                yield f"{id} is in {count} questions for {level}"


def every_checklist_item_is_fed(pack):
    for item in pack["checklist"]:
        for level in ids(pack["levels"]):
            count = sum(item["id"] in q["checklist"] and level in q["levels"] for q in pack["questions"])
            if item["fed_by"] == "answers" and count < FED:
                yield f"{item['id']} is in {count} questions for {level}"


def design_reviews_have_exhibits(pack):
    exhibits = ids(pack.get("exhibits", []))
    if len(exhibits) < EXHIBITS:
        yield f"there are {len(exhibits)} exhibits"
    yield from (f"{id} is missing" for id in EXPECTED if id not in exhibits)
    for id in exhibits:
        asked = [q["category"] for q in pack["questions"] if q.get("exhibit") == id]
        if asked != ["design-review"]:
            yield f"{id} is shown with {asked}, and not with a design review of its own"


def outages_are_reviewed(pack):
    outages = ids(pack.get("outages", []))
    if len(outages) < OUTAGES:
        yield f"there are {len(outages)} outages"
    for id in outages:
        asked = [q for q in pack["questions"] if q.get("outage") == id]
        if len(asked) != 1 or "architecture-reviews" not in asked[0]["checklist"]:
            yield f"{id} is not reviewed in a question of its own"


def curveballs_come_everywhere(pack):
    thrown = [q for q in pack["questions"] if "curveball" in q]
    if len(thrown) < CURVEBALLS:
        yield f"there are {len(thrown)} curveballs"
    for category in ids(pack["categories"]):
        if not any(q["category"] == category for q in thrown):
            yield f"no curveball is thrown in {category}"
    for level in pack["levels"]:
        for kind in mix.rounds_of(pack, level):
            count = sum(mix.admits(kind, level, q) for q in thrown)
            if count < IN_A_ROUND:
                yield f"{kind['id']} at {level['id']} has {count} curveballs to choose from"


def weak_and_strong_are_short_and_concrete(pack):
    for question in pack["questions"]:
        for part, bounds in (("weak", WEAK), ("strong", STRONG)):
            count = len(question[part].split())
            if count not in bounds:
                yield f"{part} of {question['id']} has {count} words"
        if not re.search(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", question["strong"]):
            yield f"strong of {question['id']} has no figure"
        told = question["category"] in ("behavioral", "lp-deep-dive")
        if told and not set(words(question["strong"])) & {"i", "i’d", "me", "my", "mine"}:
            yield f"strong of {question['id']} does not say who did it"


def rounds_and_drills_have_questions(pack):
    for level in pack["levels"]:
        for kind in mix.rounds_of(pack, level):
            if len(mix.eligible(pack, kind, level)) < 2 * kind["questions"]["most"]:
                yield f"{kind['id']} at {level['id']} has too few questions for two rounds that differ"
        for part, field in (("categories", "category"), ("principles", "principles"), ("checklist", "checklist")):
            for item in pack[part]:
                count = sum(item["id"] in q[field] and level["id"] in q["levels"] for q in pack["questions"])
                if count < 2 and item.get("fed_by") != "loops":
                    yield f"a drill of {item['id']} at {level['id']} has {count} questions"


def two_loops_in_a_row_can_differ_in_every_question(pack):
    for level, kinds, counts in mix.loops(pack):
        if not mix.possible(pack, level, kinds, counts, times=2):
            yield f"{level['id']}: {dict(zip(ids(kinds), counts))}"


PROPERTIES = [
    questions_are_plenty,
    every_principle_is_asked_for,
    every_checklist_item_is_fed,
    design_reviews_have_exhibits,
    outages_are_reviewed,
    curveballs_come_everywhere,
    weak_and_strong_are_short_and_concrete,
    rounds_and_drills_have_questions,
    two_loops_in_a_row_can_differ_in_every_question,
]
