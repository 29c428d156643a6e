"""A validator of others, reading the published schema, takes the files that we take."""

import json
from copy import deepcopy
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from planner.files.format.hidden import JOINERS, is_hidden, pattern_of_hidden
from planner.files.format.schema import json_schema
from planner.files.scenario.scenario_file import example_path, from_bytes
from planner.storage.places import resources_folder
from planner.storage.sentences.file_error import FileError

VALUES: tuple[object, ...] = (
    *(0, 1, 2, 2.0, 2025, 2035, 2035.0, 1000.0, -1, -0.0, 0.5, 1.5, 2.5, 1e3, 1e15, 2e15, 1e300),
    *(4294967295, 4294967295.0, 4294967296, 10**19, 2.0**53, float("inf")),
    *(True, False, None, "", " ", "x", "2", "1.0", "1.0\t", "2030-12", "2030-13", "both"),
    *("corroborated", "baseline-2025", "suanli-scenario", "\u00a0", "a\nb", "a\tb", "a\u200cb"),
    *(
        "a\u200bb",
        "safe\u202egnp",
        "\ufeff",
        "\ufffe",
        "\U0001d173",
        "\U000e0001",
        "\ud800",
        "算力",
    ),
    *("x" * 200, "x" * 201, "𠀀" * 200, "𠀀" * 201, "x" * 20_000, "x" * 20_001),
    *([], [1], {}, {"beijing": 1}, {"beijing": 1.0, "paris": 1}, {"low": 1, "central": 2.0}),
    *([[]], [[2025, 0]], [[2025, 0], [2026.5, 600.0]], [[2024, 0]], [[2025, -1]], [2025, 0]),
    *([[2025, 0, 0]], [[2025, True]], [["2025", 0]], [[2025, 0], 600], [[[2025, 0]]], [{}]),
    *([[2025 + n / 10, 1] for n in range(120)], [[2025 + n / 10, 1] for n in range(121)]),
    *({"henan": [[2025, 5]]}, {"median": 1, "p10": 0.5}, {"median": "1"}, {"mean": 1}),
    *([{"outcome": "rent"}], [{}], "at most", 2050, 2051, [[2025, 1e16]]),
    *({"low": 0, "central": 1, "high": 1.0}, {"beijing": None}, {"beijing": "1"}),
)
PLACES = (
    ("format",),
    ("version",),
    ("title",),
    ("notes",),
    ("author",),
    ("baseline",),
    ("model_version",),
    ("figures",),
    ("seed",),
    ("futures",),
    ("last_year",),
    ("levers",),
    ("levers", "alibaba_plan"),
    ("levers", "voucher_budget"),
    ("levers", "voucher_budget", "henan"),
    ("levers", "center_share"),
    ("levers", "nothing"),
    ("assumptions",),
    ("assumptions", "crowd_in"),
    ("assumptions", "crowd_in", "high"),
    ("targets",),
    ("targets", 0),
    ("targets", 0, "outcome"),
    ("targets", 0, "level"),
    ("targets", 0, "sense"),
    ("targets", 0, "year"),
    ("targets", 0, "nothing"),
    ("own",),
    ("own", "points"),
    ("own", "points", 0),
    ("own", "points", 0, "outcome"),
    ("own", "points", 0, "central"),
    ("own", "points", 0, "start"),
    ("own", "points", 0, "nothing"),
    ("own", "levers", "voucher_budget"),
    ("results",),
    ("results", "month"),
    ("results", "values", "enterprises"),
    ("results", "values", "enterprises", "p10"),
    ("results", "values", "nothing"),
    ("nothing",),
)


@cache
def _validator():
    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


@cache
def _good():
    fields = json.loads(example_path("everything-at-once").read_bytes())
    fields["levers"].setdefault("voucher_budget", {"beijing": 10})
    fields["assumptions"]["crowd_in"] = {"low": 0, "central": 0, "high": 50}
    fields["targets"] = [{"outcome": "enterprises", "sense": "at least", "level": 9000}]
    fields["own"] = {
        "points": [{"outcome": "enterprises", "start": 2027, "central": 9000, "unit": "firm"}],
        "levers": {"voucher_budget": {"beijing": [[2026, 10]]}},
    }
    fields["results"] = {"month": "2030-12", "values": {"enterprises": {"median": 1}}}
    return fields


def _with(place, value):
    fields = deepcopy(_good())
    inner = fields
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    return fields


def _without(place):
    fields = _with(place, None)
    inner = fields
    for part in place[:-1]:
        inner = inner[part]
    del inner[place[-1]]
    return fields


def _is_taken(fields):
    try:
        from_bytes(json.dumps(fields).encode(), "a.json")
    except FileError:
        return False
    return True


def test_that_the_schema_and_the_program_take_the_same_files():
    asked = [_with(place, value) for place in PLACES for value in VALUES]
    asked += [_without(place) for place in PLACES if place[-1] != "nothing"]
    taken = 0
    for fields in asked:
        expected = _validator().is_valid(fields)
        assert _is_taken(fields) == expected, json.dumps(fields)[:2000]
        taken += expected
    assert taken > 100
    assert len(asked) - taken > 500


@pytest.mark.parametrize(
    ("written", "seed"),
    [(b"2025.0", 2025), (b"2.025e3", 2025), (b"-0", 0), (b"-0.0", 0), (b"0e5", 0), (b"1E2", 100)],
)
def test_that_a_whole_number_is_one_however_it_is_written(written, seed):
    data = example_path("baseline").read_bytes().replace(b'"seed": 2025', b'"seed": ' + written)
    scenario = from_bytes(data, "a.json")
    assert (scenario.seed, type(scenario.seed)) == (seed, int)


def test_that_every_whole_number_of_a_file_may_be_written_with_a_point():
    fields = {**_good(), "version": 8.0, "futures": 500.0, "last_year": 2030.0}
    scenario = from_bytes(json.dumps(fields).encode(), "a.json")
    assert (scenario.futures, scenario.last_year) == (500, 2030)
    assert (type(scenario.futures), type(scenario.last_year)) == (int, int)


def test_that_a_version_that_is_no_whole_number_is_still_refused():
    with pytest.raises(FileError, match=r"version is 2\.5; it must be a whole number from 1 to 8"):
        from_bytes(json.dumps({**_good(), "version": 2.5}).encode(), "a.json")


def test_that_the_schema_names_every_character_that_does_not_show_and_no_other():
    import re

    pattern = re.compile(pattern_of_hidden(JOINERS))
    for code in range(0x110000):
        mark = chr(code)
        assert bool(pattern.fullmatch(mark)) == (is_hidden(mark) and mark not in JOINERS), hex(code)


def test_that_the_published_schema_shows_every_character_in_it():
    text = (resources_folder() / "schema" / "scenario.schema.json").read_text("utf-8")
    assert not [mark for mark in text if is_hidden(mark) and mark != "\n"]
