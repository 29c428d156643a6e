"""A planner's own numbers in a scenario file: what comes back, and what an older program says."""

import json

import pytest

from planner.files.format.migrate import changes_since
from planner.files.scenario.fields import fields_of
from planner.files.scenario.newer import known_part
from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.counted.own import NONE, OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES
from tests.own_points import counted

POINT = counted("enterprises", "chengdu", 2027.25, 1200.5, 0.05)
BUDGET = ("voucher_budget.chengdu", LeverPath(((2026.0, 120.0), (2027.5, 90.0))))
OWN = OwnNumbers((POINT, counted("used_compute", "", 2028.0, 1e3, 0.1, "EFLOPS realized")))
FIELDS = {"outcome": "enterprises", "element": "chengdu", "start": 2027, "central": 9, "unit": "1"}


def test_that_own_numbers_come_back_and_as_the_same_bytes() -> None:
    scenario = with_own(Scenario(title="Mine"), OwnNumbers(OWN.points, (BUDGET,)))
    data = to_bytes(scenario)
    again = from_bytes(data, "a.json")
    assert again == scenario
    assert again.own.levers == (BUDGET,)
    assert to_bytes(again) == data


def test_that_a_lever_in_force_stays_so_when_the_plan_is_another() -> None:
    scenario = with_own(Scenario(), OwnNumbers((), (BUDGET,)))
    planned = with_lever(scenario, BUDGET[0], 500)
    again = from_bytes(to_bytes(planned), "a.json")
    assert dict(again.levers) == {BUDGET[0]: dict(planned.levers)[BUDGET[0]]}
    assert again.own.levers == (BUDGET,)


def test_that_points_stand_without_what_is_as_usual() -> None:
    fields = fields_of(with_own(Scenario(), OwnNumbers((POINT,))))
    assert list(fields["own"]) == ["points"]
    (point,) = fields["own"]["points"]
    assert "end" not in point
    assert "reading" not in point
    assert point["central"] == 1200.5
    assert "own" not in fields_of(Scenario())


def test_that_an_older_file_has_no_own_numbers_and_its_reader_is_told_of_them() -> None:
    fields = {**json.loads(to_bytes(Scenario())), "version": 4}
    assert from_bytes(json.dumps(fields).encode(), "a.json").own == NONE
    assert [note.key for note in changes_since(4)] == [
        "since_version_5",
        "since_version_6",
        "since_version_7",
        "since_version_8",
    ]


def test_that_an_unknown_field_of_a_newer_point_is_named_and_left_out() -> None:
    fields = fields_of(with_own(Scenario(), OWN))
    first, second = fields["own"]["points"]
    newer = {**fields, "version": 99, "own": {"points": [first, {**second, "weight": 2}]}}
    known, left_out = known_part(newer)
    assert known == fields
    assert left_out == ("own.points.2.weight",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": "enterprise"}, 'no outcome "enterprise" for own.points.1.outcome; did you'),
        ({"element": "cloud"}, 'own.points.1.element is "cloud"; it must be one of beijing'),
        ({"low": 10}, "own.points.1 does not fit together"),
        ({"unit": "EFLOPS"}, "it must be a unit of what is told in firm"),
        ({"central": -1}, "own.points.1.central is -1; it must be a number"),
        ({"start": 2060}, "own.points.1.start is 2060; it must be a number from 2025 to 2051"),
        ({"color": 1}, 'there is no field "color" in own.points.1; it must be one of outcome'),
        ({"label": "a\u202eb"}, "own.points.1.label holds the invisible character U+202E"),
    ],
)
def test_that_a_fault_of_a_point_is_one_sentence(changes: dict[str, object], said: str) -> None:
    own = {"points": [{**FIELDS, "unit": "firm", **changes}]}
    fields = {**json.loads(to_bytes(Scenario())), "own": own}
    with pytest.raises(FileError) as refused:
        from_bytes(json.dumps(fields).encode(), "a.json")
    assert all(refused.value.sentence(language) for language in LANGUAGES)
    assert said in str(refused.value)


def test_that_own_values_of_assumptions_come_back_from_a_file() -> None:
    own = OwnNumbers(assumptions=(("enterprises_2025.chengdu", Spread(1045, 1100, 1155)),))
    scenario = with_own(Scenario(title="Mine"), own)
    assert from_bytes(to_bytes(scenario), "a") == scenario
    fields = fields_of(scenario)
    fields["own"]["assumptions"]["enterprises_2025"]["chengdu"]["low"] = 1200
    with pytest.raises(FileError, match="enterprises_2025"):
        from_bytes(json.dumps(fields).encode(), "a")
