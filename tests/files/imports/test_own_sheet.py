"""Own numbers in a workbook of scenarios: written, read again, changed by hand, refused."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.imports.fault_list import Faults
from planner.files.imports.own_sheet import read_own
from planner.files.imports.scenario_workbook import contents_of_workbook
from planner.files.own.numbers import own_numbers_in
from planner.files.own.sheet import COLUMNS, OWN, rows_of_own
from planner.model.own.scenarios import with_own
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError

CSV = """date,until,outcome,place,value,error,unit,source,label
2026-12,,enterprises,chengdu,1385,3%,,register,Counted by us
2026,2027,used_compute,,1000,80,,,
2027.583,,utilization,cloud,61.7,,%,,
2026,2028,voucher_budget,chengdu,150,,,,
2025,,network_build_time,,3,,,,
,,enterprises_2025,chengdu,1100,5%,,,
"""
OURS = replace(
    with_own(Scenario(title="Ours"), own_numbers_in(CSV, "a.csv", "corroborated")),
    draws="calibrated",
)


def _changed(change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(scenario_sheet((Scenario(), OURS))))
    change(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _with_row(**values: object) -> bytes:
    def add(book: Workbook) -> None:
        said = {"scenario": "Ours", **values}
        book[OWN].append([said.get(name) for name in ("scenario", *COLUMNS)])

    return _changed(add)


def _faults(data: bytes) -> list[str]:
    with pytest.raises(FileError) as refused:
        contents_of_workbook(data, "a.xlsx")
    return [each.text("en") for each in refused.value.details]


def test_that_own_numbers_come_back_from_a_workbook_as_they_were() -> None:
    _, back = contents_of_workbook(scenario_sheet((Scenario(), OURS)), "a.xlsx")
    assert back.scenario == OURS
    assert len(back.scenario.own.points) == 3
    assert len(back.scenario.own.levers) == 2
    assert len(back.scenario.own.assumptions) == 1


def test_that_a_scenario_without_numbers_has_no_row() -> None:
    assert list(rows_of_own(Scenario().own)) == []
    assert (
        contents_of_workbook(scenario_sheet((Scenario(),)), "a.xlsx")[0].scenario.own
        == Scenario().own
    )


def test_that_a_row_typed_by_hand_is_read_as_one_of_a_csv() -> None:
    data = _with_row(
        outcome="人工智能企业", place="Beijing", date=date(2026, 7, 1), value="2,600家"
    )
    point = contents_of_workbook(data, "a.xlsx")[1].scenario.own.points[-1]
    assert (point.outcome, point.element, point.start) == ("enterprises", "beijing", 2026.5)
    assert (point.central, point.unit) == (2600, "firm")
    data = _with_row(outcome="voucher_budget", place="成都", value="2026:150; 2028:0")
    assert _faults(data) == [f'{OWN}, A8: there is a row "voucher_budget.chengdu" already']
    data = _with_row(
        outcome="voucher_budget", place="宁波", value="2026:0.15; 2028:0", unit="bn CNY/yr"
    )
    levers = dict(contents_of_workbook(data, "a.xlsx")[1].scenario.own.levers)
    path = levers["voucher_budget.ningbo"]
    assert isinstance(path, LeverPath)
    assert (2026.0, 150.0) in path.knots


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"outcome": "enterprises", "value": -5, "date": 2026}, "own.points.1.central is -5"),
        ({"outcome": "enterprise", "value": 5, "date": 2026}, "own.points.1.outcome"),
        ({"outcome": "enterprises", "value": 5}, "own.points.1.start is missing"),
        ({"outcome": "enterprises", "value": 5, "date": "soon"}, "soon"),
        ({"outcome": "enterprises", "value": "many", "date": 2026}, "many"),
        ({"outcome": "enterprises", "place": "Rome", "value": 5, "date": 2026}, "Rome"),
        ({"outcome": "enterprises", "value": 5, "date": 2026, "unit": "GW"}, "GW"),
        ({"outcome": "hopper_plan_share", "value": 3, "date": 2026}, "has no date here"),
        ({"outcome": "hopper_plan_share", "value": "long"}, "long"),
        ({"outcome": "subsidy_rate", "place": "chengdu", "value": 3}, "subsidy_rate"),
        ({"outcome": "voucher_budget", "place": "ningbo", "value": 3, "unit": "GW"}, "GW"),
        ({"outcome": "crowd_in", "value": 5, "low": 6}, "own.assumptions.crowd_in"),
        ({"outcome": "enterprises_2025", "place": "Rome", "value": 5}, "Rome"),
        ({"scenario": "Theirs", "outcome": "enterprises", "value": 5}, "Theirs"),
        ({"outcome": "enterprises", "date": 2026}, "value"),
    ],
)
def test_that_what_is_wrong_with_a_row_is_told_with_its_cell(
    values: dict[str, object], said: str
) -> None:
    (fault,) = _faults(_with_row(**values))
    assert fault.startswith(f"{OWN}, A8: ")
    assert said in fault


def test_that_a_column_that_is_not_known_and_one_that_lacks_are_told() -> None:
    def rename(book: Workbook) -> None:
        book[OWN]["B1"] = "what"

    faults = " ".join(_faults(_changed(rename)))
    assert '"outcome"' in faults
    assert f'{OWN}, B1: "what"' in faults


def test_that_a_workbook_without_the_sheet_has_no_own_numbers() -> None:
    assert read_own(None, {"ours"}, Faults()) == {}
