# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for the exhibits of a built-in pack: they can be read beside a question, and searched for risks."""

import itertools
import re

BOXES = range(5, 13)
CONSTRAINTS = range(2, 6)
RISKS = range(5, 9)
LABEL = 18  # letters that stay legible in a box, with a drawing 360 px wide
NOTE = 20
ON_ARROW = 16
READ = 110  # words of situation and constraints, at most: they are read while the clock runs
CROSSINGS = 1
# Half of a box, in cells of the grid: an arrow that comes nearer to its middle seems to run through it.
HALF_WIDTH, HALF_HEIGHT = 0.36, 0.3


def places(exhibit):
    return {box["id"]: (box["column"], box["row"]) for box in exhibit["boxes"]}


def lines(exhibit):
    """Each arrow as its two ends on the grid."""
    at = places(exhibit)
    for arrow in exhibit["arrows"]:
        yield arrow, at[arrow["from"]], at[arrow["to"]]


def runs_through(start, end, middle):
    """Whether a line meets a box, by clipping it against the box's sides (Liang and Barsky)."""
    first, last = 0.0, 1.0
    for axis, half in enumerate((HALF_WIDTH, HALF_HEIGHT)):
        along = end[axis] - start[axis]
        for step, room in ((-along, start[axis] - middle[axis] + half), (along, middle[axis] + half - start[axis])):
            if step == 0 and room < 0:
                return False
            if step < 0:
                first = max(first, room / step)
            if step > 0:
                last = min(last, room / step)
    return first < last


def side(start, end, point):
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def cross(one, other):
    (_, a, b), (_, c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def exhibits_are_uncluttered(pack):
    for exhibit in pack.get("exhibits", []):
        id = exhibit["id"]
        if len(exhibit["boxes"]) not in BOXES:
            yield f"{id} has {len(exhibit['boxes'])} boxes"
        for arrow, start, end in lines(exhibit):
            for box, middle in places(exhibit).items():
                if box not in (arrow["from"], arrow["to"]) and runs_through(start, end, middle):
                    yield f"{id}: the arrow from {arrow['from']} to {arrow['to']} runs through {box}"
        crossings = sum(cross(one, other) for one, other in itertools.combinations(lines(exhibit), 2))
        if crossings > CROSSINGS:
            yield f"{id}: arrows cross {crossings} times"
        ends = {end for arrow in exhibit["arrows"] for end in (arrow["from"], arrow["to"])}
        yield from (f"{id}: no arrow touches {box}" for box in places(exhibit) if box not in ends)


def exhibits_fit_beside_a_question(pack):
    for exhibit in pack.get("exhibits", []):
        id = exhibit["id"]
        texts = [(box["label"], LABEL) for box in exhibit["boxes"]]
        texts += [(box["note"], NOTE) for box in exhibit["boxes"] if "note" in box]
        texts += [(arrow["label"], ON_ARROW) for arrow in exhibit["arrows"] if "label" in arrow]
        yield from (f"{id}: “{text}” is longer than {most} letters" for text, most in texts if len(text) > most)
        count = len(" ".join([exhibit["situation"], *exhibit["constraints"]]).split())
        if count > READ:
            yield f"{id}: {count} words to be read before the answer"
        if len(exhibit["constraints"]) not in CONSTRAINTS:
            yield f"{id} has {len(exhibit['constraints'])} constraints"
        if sum(bool(re.search(r"\d", constraint)) for constraint in exhibit["constraints"]) < 2:
            yield f"{id} gives hardly any figures"


def exhibits_hide_risks_for_each_level(pack):
    levels = [level["id"] for level in pack["levels"]]
    for exhibit in pack.get("exhibits", []):
        id, risks = exhibit["id"], exhibit["risks"]
        if len(risks) not in RISKS:
            yield f"{id} has {len(risks)} risks"
        asked = {level for q in pack["questions"] if q.get("exhibit") == id for level in q["levels"]}
        for level in asked:
            orders = [risk["order"] for risk in risks if level in risk["levels"]]
            if 1 not in orders or len(orders) < 2:
                yield f"{id} has hardly a risk for {level}"
            if 2 not in orders and level != levels[0]:
                yield f"{id} has no risk of the second order for {level}"
        for risk in risks:
            if risk["levels"] != levels[levels.index(risk["levels"][0]) :]:
                yield f"{id}: what one level finds, those above find too: {risk['text']}"


PROPERTIES = [exhibits_are_uncluttered, exhibits_fit_beside_a_question, exhibits_hide_risks_for_each_level]
