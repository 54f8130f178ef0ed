#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the figures of a pack's guide against what is known of the interviews.

Usage: guide_facts.py PACK. The facts stand here as data, apart from the guide, so that a figure which is mistyped, or
made up, is noticed. Speaks TAP, one test for each fact."""

import copy
import json
import pathlib
import re
import sys

# By level and role: base, cash or bonus, stock over four years. What is said in words is in the guide as words.
PAY = [
    ("L5", "TPM", "155–165k", "30k", "180–220k"),
    ("L5", "PM", "145–155k", "25k", "150–180k"),
    ("L6", "TPM", "185k", "40k", "300–380k"),
    ("L6", "SDE", "180–190k", "similar to TPM", "similar to TPM"),
    ("L6", "PM", "165–175k", "35k", "220–280k"),
]
OTHER_MONEY = {"2.3M"}  # what a delay cost in ad revenue

# What each series of a chart has to show, in order. There are no figures for the grants of a PM.
VESTING = [5, 15, 40, 40]
VESTED_ROLES = ["TPM", "SDE"]
MIX = {"behavioral": 50, "design": 20, "trade-offs": 20, "principles": 10}

# The shortest and the longest of each kind of round, in minutes.
ROUNDS = {
    "recruiter screen": "30",
    "technical screen": "45–60",
    "behavioral": "45–60",
    "program management": "45–60",
    "technical design": "45–60",
    "cross-functional leadership": "45–60",
    "executive communication and ambiguity": "45–60",
    "org-wide influence": "45–60",
}

# What has to stand in a section, as an expression that no other figure fits.
FACTS = [
    ("process", r"3–5 weeks"),
    ("process", r"10 business days"),
    ("process", r"12 calendar days"),
    ("process", r"[Tt]wo weeks between the phone screen and the onsite"),
    ("process", r"30 minutes"),
    ("process", r"45–60 minutes"),
    ("rounds", r"3–4 of these rounds, and at L7 a fifth"),
    ("rounds", r"10 million users"),
    ("rounds", r"[Tt]wo or three questions"),
    ("rounds", r"20 teams"),
    ("mix", r"16 Leadership Principles"),
    ("mix", r"Deliver Results, Dive Deep and Earn Trust"),
    ("mix", r"10 days .* 8 weeks"),
    ("mix", r"15 minutes after the failure"),
    ("mix", r"3 high-priority projects with 2 TPMs"),
    ("mix", r"2-day fix.*median of 5 days"),
    ("mix", r"4 hours .*200 pages"),
    ("mistakes", r"6 weeks.*80%.*two engineers.*3 weeks.*Q4"),
    ("mistakes", r"8 weeks and not 6 months.*30%"),
    ("mistakes", r"\$2\.3M of ad revenue"),
    ("frameworks", r"80% of the features"),
    ("compensation", r"infrastructure first, then ads, then consumer"),
    ("compensation", r"SDE at L5 earns nearly the same as a TPM"),
    ("checklist", r"5–7 past programs.*16 principles.*reduced deployment failures by 40%"),
]

# Sums of money, and figures in thousands and millions.
MONEY = re.compile(r"\$\s?[\d.,]+(?:–[\d.,]+)?\s?[kM]?|\d[\d.,]*(?:–[\d.,]+)?\s?(?:k|M|USD)\b")


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def section(guide, id):
    return next((part for part in guide["sections"] if part["id"] == id), {"blocks": []})


def blocks(guide, id, kind):
    return [block for block in section(guide, id)["blocks"] if block["type"] == kind]


def rows(guide, id):
    return [[cell.replace("$", "").lower() for cell in row["cells"]] for t in blocks(guide, id, "table") for row in t["rows"]]


def pay_is_as_known(guide):
    wanted = [[cell.lower() for cell in row] for row in PAY]
    found = rows(guide, "compensation")
    yield from (f"missing: {row}" for row in wanted if row not in found)
    yield from (f"not known: {row}" for row in found if row not in wanted)


def no_other_money_is_named(guide):
    known = {figure for row in PAY for figure in row[2:]} | OTHER_MONEY
    for text in strings(guide):
        for figure in MONEY.findall(text):
            if figure.replace("$", "").strip() not in known:
                yield f"{figure} in: {text}"


def grants_vest_as_known(guide):
    charts = blocks(guide, "compensation", "shares")
    if len(charts) != 1:
        yield f"{len(charts)} charts"
    for chart in charts:
        if [series["name"] for series in chart["series"]] != VESTED_ROLES:
            yield f"grants of {[series['name'] for series in chart['series']]}"
        yield from (f"{series}" for series in chart["series"] if series["values"] != VESTING)


def the_mix_is_as_known(guide):
    for chart in blocks(guide, "mix", "shares"):
        if [series["values"] for series in chart["series"]] != [list(MIX.values())]:
            yield f"{chart['series']}"
    found = [step["label"] for steps in blocks(guide, "mix", "steps") for step in steps["steps"]]
    if found != [f"{share}%" for share in MIX.values()]:
        yield f"{found}"


def rounds_last_as_known(guide):
    found = {row[0]: row[1] for row in rows(guide, "rounds")}
    if found != ROUNDS:
        yield f"{found}"


def every_fact_is_told(guide):
    for id, fact in FACTS:
        if not re.search(fact, " ".join(strings(section(guide, id)))):
            yield f"{id}: {fact}"


def shares_of_a_whole_add_up(guide):
    for part in guide["sections"]:
        for chart in blocks(guide, part["id"], "shares"):
            yield from (f"{series}" for series in chart["series"] if sum(series["values"]) != 100)


CHECKS = [
    pay_is_as_known,
    no_other_money_is_named,
    grants_vest_as_known,
    the_mix_is_as_known,
    rounds_last_as_known,
    every_fact_is_told,
    shares_of_a_whole_add_up,
]


def replaced(old, new):
    """Another figure in place of the first of its kind."""

    def spoil(guide):
        text = json.dumps(guide, ensure_ascii=False)
        assert old in text, f"{old} is not in the guide"
        return json.loads(text.replace(old, new, 1))

    return spoil


def with_series(guide):
    blocks(guide, "compensation", "shares")[0]["series"].append({"name": "PM", "values": [25, 25, 25, 25]})
    return guide


def without_last_row(guide):
    blocks(guide, "compensation", "table")[0]["rows"].pop()
    return guide


# Which check has to notice it, and what spoils the guide.
SPOILED = [
    (pay_is_as_known, replaced("$300–380k", "$300–390k")),
    (pay_is_as_known, replaced("Similar to TPM", "$40k")),
    (pay_is_as_known, without_last_row),
    (no_other_money_is_named, replaced("Table stakes.", "Table stakes of $50,000.")),
    (no_other_money_is_named, replaced("Table stakes.", "Table stakes of 20k.")),
    (no_other_money_is_named, replaced("$2.3M", "$2.4M")),
    (grants_vest_as_known, with_series),
    (grants_vest_as_known, replaced("[5, 15, 40, 40]", "[5, 15, 35, 45]")),
    (the_mix_is_as_known, replaced("[50, 20, 20, 10]", "[50, 20, 10, 20]")),
    (the_mix_is_as_known, replaced('"50%"', '"60%"')),
    (rounds_last_as_known, replaced('"30"', '"45"')),
    (every_fact_is_told, replaced("12 calendar days", "14 calendar days")),
    (shares_of_a_whole_add_up, replaced("[5, 15, 40, 40]", "[5, 15, 40, 45]")),
]


def main():
    guide = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["guide"]
    results = [(check.__name__.replace("_", " "), list(check(guide))) for check in CHECKS]
    for number, (check, spoil) in enumerate(SPOILED, start=1):
        noticed = list(check(spoil(copy.deepcopy(guide))))
        title = f"spoiled guide {number} is noticed by: {check.__name__.replace('_', ' ')}"
        results.append((title, [] if noticed else ["nothing wrong is found"]))

    print("TAP version 13")
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, start=1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong:
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main())
