#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the built-in packs: against their schema with an independent validator, and for what a schema cannot say.

Usage: check_packs.py FOLDER [PACK...]. Packs outside of the folder, such as those made for tests, are held to the
schema only. Speaks TAP, one test for each property.
"""

import json
import pathlib
import sys

import amazon_tpm
import exhibits
import jsonschema
import properties
from mutations import ADDITIONS, MUTATIONS, SPOILED

PROPERTIES = properties.PROPERTIES + exhibits.PROPERTIES
# What is promised of one pack alone, by its id.
PROMISES = {amazon_tpm.ID: amazon_tpm.PROPERTIES}

# What bounds a value of each type.
BOUNDS = {
    "object": "additionalProperties",
    "array": "maxItems",
    "string": "maxLength",
    "integer": "maximum",
    "number": "maximum",
}


def read_strictly(path):
    """Reads JSON, and refuses a key that stands twice, which Python's reader lets pass."""

    def once(pairs):
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), f"a key stands twice in {keys}"
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)


def violations(validator, pack):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(pack)]


def openings(schema, place="schema"):
    """Where a schema leaves open what a pack may hold: unknown fields, text and lists of any length."""
    if isinstance(schema, list):
        for part in schema:
            yield from openings(part, place)
    elif isinstance(schema, dict):
        kind = schema.get("type")
        bound = BOUNDS.get(kind) if isinstance(kind, str) else None
        if bound and bound not in schema and "const" not in schema:
            yield f"{place} has no {bound}"
        if schema.get("additionalProperties", False):
            yield f"{place} takes unknown fields"
        for name, part in schema.items():
            yield from openings(part, f"{place}.{name}")


def tests(folder, others):
    """Each test's name, with a function that lists what is wrong."""
    schema = read_strictly(folder / "pack.schema.json")
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted(path for path in folder.glob("*.json") if path.name != "pack.schema.json")
    spoiled = folder / f"{amazon_tpm.ID}.json"
    checks = PROPERTIES + [check for promises in PROMISES.values() for check in promises]

    def schema_is_valid():
        meta = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
        return violations(meta, schema)

    def schema_takes(give):
        pack = read_strictly(spoiled)
        give(pack)
        return violations(validator, pack)

    def schema_refuses(spoil):
        pack = read_strictly(spoiled)
        spoil(pack)
        return [] if violations(validator, pack) else ["the schema lets it pass"]

    def property_notices(check, spoil):
        pack = read_strictly(spoiled)
        spoil(pack)
        return [] if next(iter(check(pack)), None) else ["the property finds nothing wrong"]

    yield "there is a pack to check", lambda: [] if paths else ["no pack in the folder"]
    yield "the schema is a valid schema", schema_is_valid
    yield "the schema leaves nothing unbounded", lambda: list(openings(schema))
    for name, give in ADDITIONS:
        yield f"the schema takes {name}", lambda give=give: schema_takes(give)
    for name, spoil in MUTATIONS:
        yield f"the schema refuses {name}", lambda spoil=spoil: schema_refuses(spoil)
    for number, (name, spoil) in enumerate(SPOILED, start=1):
        check = next(check for check in checks if check.__name__ == name)
        title = f"spoiled pack {number} is noticed by: {name.replace('_', ' ')}"
        yield title, lambda check=check, spoil=spoil: property_notices(check, spoil)
    yield "every property has noticed a spoiled pack", lambda: sorted(
        {check.__name__ for check in checks} - {name for name, _ in SPOILED}
    )
    for path in paths:
        yield f"{path.name} is valid by the schema", lambda path=path: violations(validator, read_strictly(path))
        for check in PROPERTIES + PROMISES.get(read_strictly(path)["id"], []):
            name = check.__name__.replace("_", " ")
            yield f"{path.name}: {name}", lambda path=path, check=check: list(check(read_strictly(path)))
    for path in others:
        yield f"{path.name} is valid by the schema", lambda path=path: violations(validator, read_strictly(path))


def main():
    folder, *others = map(pathlib.Path, sys.argv[1:])
    failed = 0
    numbered = list(enumerate(tests(folder, others), start=1))
    print("TAP version 13")
    print(f"1..{len(numbered)}")
    for number, (name, check) in numbered:
        try:
            wrong = check()
        except Exception as error:  # a pack that is not valid trips the properties: the tests go on, and this one failed
            wrong = [repr(error)]
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name.replace('#', '')}")
        for line in wrong:
            print(f"# {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
