# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether loops can be drawn from a pack that keep to its mix of categories."""

import itertools
from collections import Counter

# With fewer, ways that there are to hold two loops without asking a question twice are overlooked.
REMEMBERED = 60


def admits(kind, level, question):
    """Whether a round of this kind may ask the question at this level."""
    return (
        level["id"] in question["levels"]
        and question["category"] in kind["categories"]
        and not {kind["id"], *kind["carries"]}.isdisjoint(question["rounds"])
    )


def eligible(pack, kind, level):
    return [q for q in pack["questions"] if admits(kind, level, q)]


def rounds_of(pack, level, screens=True):
    kinds = {kind["id"]: kind for kind in pack["rounds"]}
    return [kinds[id] for id in level["rounds"] if screens or not kinds[id]["optional"]]


def loops(pack):
    """Each shape that a whole loop can have: its level, its rounds, and how many questions each asks."""
    for level, screens in itertools.product(pack["levels"], (True, False)):
        kinds = rounds_of(pack, level, screens)
        ranges = [range(k["questions"]["least"], k["questions"]["most"] + 1) for k in kinds]
        for counts in itertools.product(*ranges):
            yield level, kinds, counts


def within_one(pack, counted, total):
    return all(abs(100 * counted[c["id"]] - c["share"] * total) <= 100 for c in pack["categories"])


def in_the_mix(pack, kinds, counts):
    """Ways to give each question of each round a category so that the whole is within one question of the mix.

    The rounds are gone through once; of all the ways to the same totals a few are remembered.
    """
    names = [c["id"] for c in pack["categories"]]
    ways = {(0,) * len(names): [()]}
    for kind, count in zip(kinds, counts):
        longer = {}
        for chosen in itertools.combinations_with_replacement(kind["categories"], count):
            part = Counter(chosen)
            for total, paths in ways.items():
                key = tuple(t + part[n] for t, n in zip(total, names))
                kept = longer.setdefault(key, [])
                kept.extend(path + (chosen,) for path in paths[: REMEMBERED - len(kept)])
        ways = longer
    for total, paths in ways.items():
        if within_one(pack, dict(zip(names, total)), sum(counts)):
            yield from paths


def can_be_filled(pack, level, kinds, way, times):
    """Whether there are questions enough to hold such a loop so many times without asking one twice.

    A maximum bipartite matching of slots and questions by augmenting paths.
    """
    slots = [
        [q["id"] for q in eligible(pack, kind, level) if q["category"] == category]
        for kind, chosen in zip(kinds, way)
        for category in chosen
        for _ in range(times)
    ]
    taken = {}

    def place(slot, seen):
        for question in slots[slot]:
            if question in seen:
                continue
            seen.add(question)
            if question not in taken or place(taken[question], seen):
                taken[question] = slot
                return True
        return False

    return all(place(slot, set()) for slot in range(len(slots)))


def possible(pack, level, kinds, counts, times=1):
    return any(can_be_filled(pack, level, kinds, way, times) for way in in_the_mix(pack, kinds, counts))
