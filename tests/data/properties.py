# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for a built-in pack beyond its schema. Each property yields what is wrong, and nothing where all is well."""

import functools
import itertools
import re

import mix

TOLD = 150  # words that tell what happened in an outage, at most: they are read while the clock runs
WORDS_A_MINUTE = 150  # how fast an interviewer's voice reads
WORDS_READ_A_MINUTE = 238  # how fast adults read English in silence: the mean of 190 studies (Brysbaert, 2019)
SPOKEN = re.compile(r"[A-Za-z ,.?:;“”’-]+")  # figures are written out, so that every voice reads them alike
BRITISH = re.compile(
    r"\b(?:(?:organ|prior|real|recogn|critic|apolog|summar|optim|minim|maxim)is(?:e|es|ed|ing|ation)"
    r"|(?:behavi|col|fav|hon|lab|neighb)our\w*|cent(?:re|res|red)|catalogue|programme\w*|judgement|licence"
    r"|sceptic\w*|travell\w+|cancell(?:ed|ing)|modell\w+|learnt|whilst|grey|analys(?:e|ed|ing)|towards)\b",
    re.I,
)
# Words that carry a sentence's shape. What is left out of a rung's shape is what it is about.
SHAPE = set(
    "a about after all an and any are as at be been before but by can could did do does down for from had has have how"
    " i if in into is it its know like long made make many me more most much not now of off on one or other out over"
    " said say see so some tell than that the their them then there they this those to two up was were what when where"
    " which who whom whose why will with without would you your yours".split()
)


@functools.lru_cache(maxsize=None)  # each text is held against every other
def words(text):
    return tuple(re.findall(r"[a-z’]+", text.lower()))


@functools.lru_cache(maxsize=None)
def grams(text, length=4):
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def alike(one, other):
    """The share of the shorter text's word 4-grams that the other has too."""
    one, other = grams(one), grams(other)
    return len(one & other) / max(1, min(len(one), len(other)))


def shape(text):
    return tuple(w if w in SHAPE else "_" for w in words(text))


def ids(items):
    return [item["id"] for item in items]


def probes(question):
    """What is said after the question."""
    return question["follow_ups"] + [question[part] for part in ("curveball",) if part in question]


def spoken(pack):
    """Everything that is read aloud, with the place that it stands at."""
    for id, phrase in pack["phrases"].items():
        yield id, re.sub(r"\{(interviewer|round)\}", r"\1", phrase)
    for question in pack["questions"]:
        yield question["id"], question["text"]
        for rung in probes(question):
            yield question["id"], rung


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def ids_are_unique(pack):
    for part, items in pack.items():
        seen = ids(items) if isinstance(items, list) else []
        yield from (f"{part}: {id} stands twice" for id in set(seen) if seen.count(id) > 1)


def references_resolve(pack):
    known = {part: set(ids(pack[part])) for part in ("principles", "checklist", "categories", "rounds", "levels")}

    def missing(place, part, named):
        yield from (f"{place} names {id}, which is not among the {part}" for id in named if id not in known[part])

    for kind in pack["rounds"]:
        yield from missing(kind["id"], "categories", kind["categories"])
        yield from missing(kind["id"], "rounds", kind["carries"])
    for level in pack["levels"]:
        yield from missing(level["id"], "rounds", level["rounds"])
    for question in pack["questions"]:
        yield from missing(question["id"], "categories", [question["category"]])
        for part in ("rounds", "levels", "principles", "checklist"):
            yield from missing(question["id"], part, question[part])
        for part in ("outage", "exhibit"):
            if part in question and question[part] not in ids(pack.get(part + "s", [])):
                yield f"{question['id']} names {question[part]}, which is not among the {part}s"


def anchors_are_written_for_every_level(pack):
    texts = []
    for dimension in pack["dimensions"]:
        if [a["level"] for a in dimension["anchors"]] != ids(pack["levels"]):
            yield f"{dimension['id']}: the anchors are not those of the levels, in their order"
        texts += [text for anchor in dimension["anchors"] for text in anchor["scores"].values()]
    for one, other in itertools.combinations(texts, 2):
        if alike(one, other) > 0.6:
            yield f"two anchors hardly differ: {one} / {other}"


def votes_fall_from_best_to_worst(pack):
    values = [vote["value"] for vote in pack["votes"]]
    if values != sorted(set(values), reverse=True):
        yield f"the votes' values are {values}"


def questions_keep_to_the_mix(pack):
    if sum(c["share"] for c in pack["categories"]) != 100:
        yield "the shares do not sum to 100"
    counted = {c: sum(q["category"] == c for q in pack["questions"]) for c in ids(pack["categories"])}
    if not mix.within_one(pack, counted, len(pack["questions"])):
        yield f"of {len(pack['questions'])} questions: {counted}"


def loops_feed_what_answers_do_not(pack):
    for item in pack["checklist"]:
        count = sum(item["id"] in q["checklist"] for q in pack["questions"])
        if item["fed_by"] == "loops" and count > 0:
            yield f"{item['id']} is fed by loops, and {count} questions name it"


def every_question_can_be_asked(pack):
    for level in pack["levels"]:
        kinds = mix.rounds_of(pack, level)
        for question in pack["questions"]:
            if level["id"] in question["levels"] and not any(mix.admits(k, level, question) for k in kinds):
                yield f"{question['id']} fits no round of {level['id']}"
    for question in pack["questions"]:
        for kind in pack["rounds"]:
            if kind["id"] in question["rounds"] and question["category"] not in kind["categories"]:
                yield f"{question['id']} is for {kind['id']}, which does not ask its category"


def ladders_dig_each_in_their_own_way(pack):
    rungs = [(q["id"], rung) for q in pack["questions"] for rung in q["follow_ups"]]
    for (first, one), (second, other) in itertools.combinations(rungs, 2):
        if words(one) == words(other) or alike(one, other) > 0.5:
            yield f"{first} and {second} ask alike: {one} / {other}"
    shapes = {q["id"]: {shape(rung) for rung in q["follow_ups"]} for q in pack["questions"]}
    for (first, one), (second, other) in itertools.combinations(shapes.items(), 2):
        if len(one & other) * 2 >= min(len(one), len(other)):
            yield f"the ladders of {first} and {second} differ in their nouns only"


def spoken_text_suits_a_voice(pack):
    for place, text in spoken(pack):
        if not SPOKEN.fullmatch(text):
            yield f"{place}: {sorted(set(re.sub(SPOKEN, '', text)))} cannot be spoken: {text}"
        if re.search(r"\b[A-Z]{2,}\b", text):
            yield f"{place}: an abbreviation is read as a word: {text}"
        if text[-1] not in ".?”":
            yield f"{place}: the sentence has no end: {text}"
    for question in pack["questions"]:
        if not 8 <= len(words(question["text"])) <= 70:
            yield f"{question['id']} has {len(words(question['text']))} words"
        yield from (f"too long to be kept in mind: {rung}" for rung in probes(question) if len(words(rung)) > 40)


def shown(pack, question):
    """What is to be read beside a question before it can be answered."""
    for exhibit in pack.get("exhibits", []):
        if exhibit["id"] == question.get("exhibit"):
            yield from (exhibit["title"], exhibit["situation"], *exhibit["constraints"])
            for part in exhibit["boxes"] + exhibit["arrows"]:
                yield from (part[field] for field in ("label", "note") if field in part)
    for outage in pack.get("outages", []):
        if outage["id"] == question.get("outage"):
            yield from (outage["title"], *outage["what_happened"])


def reading_leaves_time_to_answer(pack):
    for question in pack["questions"]:
        asked = len(words(question["text"])) / WORDS_A_MINUTE
        ladder = sum(len(words(rung)) for rung in probes(question)) / WORDS_A_MINUTE
        read = sum(len(text.split()) for text in shown(pack, question)) / WORDS_READ_A_MINUTE
        if asked > question["minutes"] / 20 or asked + ladder > question["minutes"] / 10:
            yield f"{question['id']} takes {asked + ladder:.1f} of {question['minutes']} minutes to be asked"
        if asked + read > question["minutes"] / 10:
            yield f"{question['id']} takes {asked + read:.1f} of {question['minutes']} minutes until it is understood"


def answers_fit_their_rounds(pack):
    for level in pack["levels"]:
        for kind in mix.rounds_of(pack, level):
            longest = sorted((q["minutes"] for q in mix.eligible(pack, kind, level)), reverse=True)
            needed = sum(longest[: kind["questions"]["most"]])
            if needed > 0.95 * kind["minutes"]:
                yield f"{kind['id']} at {level['id']}: {needed} minutes of answers in {kind['minutes']}"


def no_question_is_asked_twice(pack):
    for one, other in itertools.combinations(pack["questions"], 2):
        for part in ("text", "hint", "weak", "strong", "why"):
            if alike(one[part], other[part]) > 0.2:
                yield f"{part} of {one['id']} and {other['id']}: {alike(one[part], other[part]):.2f} alike"
        if "curveball" in one and "curveball" in other and alike(one["curveball"], other["curveball"]) > 0.5:
            yield f"{one['id']} and {other['id']} throw alike: {one['curveball']} / {other['curveball']}"


def nothing_is_told_twice(pack):
    risks = [(exhibit["id"], risk["text"]) for exhibit in pack.get("exhibits", []) for risk in exhibit["risks"]]
    told = [(o["id"], o[part]) for o in pack.get("outages", []) for part in ("root_cause", "blast_radius", "control")]
    for (first, one), (second, other) in itertools.combinations(risks + told, 2):
        if alike(one, other) > 0.3:
            yield f"{first} and {second} say alike: {one} / {other}"


def outages_are_asked_about(pack):
    for outage in pack.get("outages", []):
        if not any(question.get("outage") == outage["id"] for question in pack["questions"]):
            yield f"no question is about {outage['id']}"
        if (count := sum(len(words(sentence)) for sentence in outage["what_happened"])) > TOLD:
            yield f"{outage['id']}: {count} words to be read before the answer"


def exhibits_are_asked_about(pack):
    asked = {question.get("exhibit") for question in pack["questions"]}
    yield from (f"no question is about {id}" for id in ids(pack.get("exhibits", [])) if id not in asked)


def text_is_clean(pack):
    for text in strings(pack):
        if "  " in text or re.search(r"['\"]", text):
            yield f"double spaces or typewriter quotes: {text}"
        if text.count("“") != text.count("”"):
            yield f"a quotation is left open: {text}"
        if BRITISH.search(text):
            yield f"American spelling is {pack['language']}’s here: {BRITISH.search(text)[0]}"


def rounds_have_interviewers_to_choose_from(pack):
    for kind in pack["rounds"]:
        if not 2 <= len(kind["interviewers"]) <= 4:
            yield f"{kind['id']} is led by {kind['interviewers']}"


def every_loop_can_keep_to_the_mix(pack):
    for level, kinds, counts in mix.loops(pack):
        if not mix.possible(pack, level, kinds, counts):
            yield f"{level['id']}: {dict(zip(ids(kinds), counts))}"


PROPERTIES = [
    ids_are_unique,
    references_resolve,
    anchors_are_written_for_every_level,
    votes_fall_from_best_to_worst,
    questions_keep_to_the_mix,
    outages_are_asked_about,
    exhibits_are_asked_about,
    loops_feed_what_answers_do_not,
    every_question_can_be_asked,
    ladders_dig_each_in_their_own_way,
    spoken_text_suits_a_voice,
    reading_leaves_time_to_answer,
    answers_fit_their_rounds,
    no_question_is_asked_twice,
    nothing_is_told_twice,
    text_is_clean,
    rounds_have_interviewers_to_choose_from,
    every_loop_can_keep_to_the_mix,
]
