"""Targets in a file: their shape, what comes back, and a sentence for each fault."""

import json
from random import Random

import pytest

from planner.files.format.migrate import changes_since
from planner.files.scenario.fields import fields_of
from planner.files.scenario.newer import known_part
from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_targets
from planner.model.targets.target import Target
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.model.any_targets import with_any_targets

ENOUGH = Target("enterprises", "at least", 9000.0, year=2030)
ALL = (
    ENOUGH,
    Target("voucher_spend", "at most", 2000.5, "shanghai"),
    Target("used_compute", "at most", "deliverable_compute"),
    Target(
        "enterprises",
        "at least",
        LeverPath(((2027.5, 800.0), (2030.0, 900.0))),
        "chengdu",
        between="linear",
    ),
)
FIELDS = {"outcome": "enterprises", "sense": "at least", "level": 9000, "year": 2030}


def _refused(*targets: object) -> str:
    fields = {**json.loads(to_bytes(Scenario())), "targets": targets}
    with pytest.raises(FileError) as refused:
        from_bytes(json.dumps(fields).encode(), "a.json")
    assert all(refused.value.sentence(language) for language in LANGUAGES)
    return str(refused.value)


def test_that_targets_come_back_in_order_and_as_the_same_bytes() -> None:
    scenario = with_targets(Scenario(title="Mine"), ALL)
    data = to_bytes(scenario)
    assert from_bytes(data, "a.json") == scenario
    assert to_bytes(from_bytes(data, "a.json")) == data


def test_that_targets_stand_without_what_is_as_usual() -> None:
    fields = fields_of(with_targets(Scenario(), ALL))
    assert list(fields)[-2:] == ["assumptions", "targets"]
    assert fields["targets"] == [
        FIELDS,
        {"outcome": "voucher_spend", "element": "shanghai", "sense": "at most", "level": 2000.5},
        {"outcome": "used_compute", "sense": "at most", "level": "deliverable_compute"},
        {
            "outcome": "enterprises",
            "element": "chengdu",
            "sense": "at least",
            "level": [[2027.5, 800], [2030, 900]],
            "between": "linear",
        },
    ]
    assert "targets" not in fields_of(Scenario())


def test_that_any_targets_are_read_as_they_were_written() -> None:
    random = Random(5)  # noqa: S311
    different: set[Target] = set()
    for _ in range(300):
        scenario = with_any_targets(Scenario(), random)
        assert from_bytes(to_bytes(scenario), "a.json") == scenario
        different.update(scenario.targets)
    assert len(different) > 300
    assert {type(target.level) for target in different} == {float, str, LeverPath}


def test_that_an_older_file_has_no_targets_and_its_reader_is_told_of_them() -> None:
    fields = {**json.loads(to_bytes(Scenario())), "version": 3}
    assert from_bytes(json.dumps(fields).encode(), "a.json").targets == ()
    assert [note.key for note in changes_since(3)][:1] == ["since_version_4"]


def test_that_an_unknown_field_of_a_newer_target_is_named_and_left_out() -> None:
    fields = fields_of(with_targets(Scenario(), ALL[:2]))
    newer = {**fields, "version": 99}
    newer["targets"] = [fields["targets"][0], {**fields["targets"][1], "weight": 2}]
    known, left_out = known_part(newer)
    assert known == fields
    assert left_out == ("targets.2.weight",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": "enterprise"}, 'no outcome "enterprise" for targets.1.outcome; did you mean'),
        ({"outcome": "weather"}, "it must be one of enterprises, industry_output"),
        ({"outcome": "limit"}, 'targets.1.outcome is "limit", which counts states; it must be an'),
        ({"outcome": 3}, "targets.1.outcome is 3; it must be one of enterprises"),
        ({"level": "lots"}, 'targets.1.level is "lots"; it must be a number from -10^15'),
        ({"level": float("nan")}, "targets.1.level is NaN; it must be a number"),
        ({"level": True}, "targets.1.level is true; it must be a number"),
        ({"level": "used_compute"}, "it must be the key of another outcome in firm for the same"),
        ({"level": []}, "targets.1.level has 0 knots; there must be 1 to 120"),
        ({"level": [[2027, 1]]}, "targets.1 has dated knots, so it cannot have a year as well"),
        ({"year": 2024}, "targets.1.year is 2024; it must be a whole number from 2025 to 2050"),
        ({"year": 2030.5}, "targets.1.year is 2030.5; it must be a whole number"),
        ({"year": None}, "targets.1.year is null; it must be a whole number"),
        ({"element": "cloud"}, 'targets.1.element is "cloud"; it must be one of beijing, shanghai'),
        ({"outcome": "rent"}, "targets.1.element is missing; it must be one of cloud, centers"),
        ({"outcome": "jobs", "element": "henan"}, "the outcome has a value for the whole alone"),
        ({"between": "linear"}, "targets.1.between says how knots are read, but there are none"),
        ({"between": "curved"}, 'targets.1.between is "curved"; it must be "step" or "linear"'),
        ({"sense": "about"}, 'targets.1.sense is "about"; it must be "at least" or "at most"'),
        (
            {"color": 1},
            'there is no field "color" in targets.1; it must be one of outcome, element',
        ),
    ],
)
def test_that_a_fault_of_a_target_is_one_sentence(changes: dict[str, object], said: str) -> None:
    found = _refused({**FIELDS, **changes})
    assert found.startswith("a.json: ")
    assert said in found
    assert "\n" not in found


def test_that_a_target_that_stands_twice_and_one_too_many_are_refused() -> None:
    assert "targets.2 says the same as targets.1" in _refused(FIELDS, {**FIELDS, "level": 9e3})
    many = [{**FIELDS, "level": level} for level in range(21)]
    assert "targets has 21 entries; there must be at most 20" in _refused(*many)


def test_that_a_year_beyond_the_run_is_kept() -> None:
    """A run may be made shorter for a while; no target is lost for it."""
    scenario = with_targets(Scenario(last_year=2028), (ENOUGH,))
    assert from_bytes(to_bytes(scenario), "a.json") == scenario
