"""Scenarios as a sheet: what a reader of it finds, read back with another library."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from planner.files.exports.scenario_sheet import DATES_AT_MOST, scenario_sheet
from planner.files.own.sheet import OWN
from planner.files.scenario.sheet_layout import PATHS, SCENARIOS, TARGETS
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    lever_addresses,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some

KNOTS = LeverPath(((2025.0, 0.0), (2027.5, 600.0)))
CHANGED = with_assumption(
    with_lever(
        with_lever(Scenario(title="=Changed", notes="why"), "voucher_budget.chengdu", KNOTS),
        "center_sellable_target",
        0.85,
    ),
    "crowd_in",
    Spread(3.0, 4.0, 5.0),
)


def _book(*scenarios):
    return load_workbook(io.BytesIO(scenario_sheet(scenarios)))


def _rows(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def test_that_a_sheet_has_a_row_for_each_value_and_a_column_for_each_scenario():
    sheet = _book(Scenario(), CHANGED)["Scenarios"]
    rows = _rows(sheet)
    assert len(rows) == 11 + len(lever_addresses()) + 3 * len(assumption_addresses())
    assert rows["center_sellable_target"] == {
        "label": "What centers can sell",
        "unit": "%",
        "least": 0.01,
        "most": 1,
        "default": pytest.approx(0.6, abs=0.4),
        "Baseline": None,
        "=Changed": 0.85,
    }
    assert [rows[f"crowd_in.{part}"]["=Changed"] for part in ("low", "central", "high")] == [
        3,
        4,
        5,
    ]
    assert rows["notes"]["=Changed"] == "why"
    assert rows["voucher_budget.chengdu"]["=Changed"] == "path"
    assert sheet.freeze_panes == "G2"


def test_that_a_share_is_in_percent_and_nothing_is_a_formula():
    book = _book(CHANGED)
    cells = {row[0].value: row[-1] for row in book["Scenarios"].iter_rows()}
    assert cells["center_sellable_target"].number_format.endswith("%")
    assert cells["alibaba_plan"].number_format == "General"
    assert cells["key"].data_type == "s"
    assert not any(
        cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row
    )


def test_that_a_path_has_its_dates_and_the_default_stands_beside_it():
    rows = list(_book(CHANGED)["Paths"].iter_rows(values_only=True))
    own = [row for row in rows if row[3] == "=Changed"]
    assert [row[0] for row in own] == ["voucher_budget.chengdu"]
    dates = dict(zip(rows[0][4:], own[0][4:], strict=True))
    assert {date: value for date, value in dates.items() if value is not None} == {
        2025: 0,
        2027.5: 600,
    }
    assert ("voucher_budget.chengdu", "default") in [(row[0], row[3]) for row in rows]
    assert ("legal_imports", "default") in [(row[0], row[3]) for row in rows]


def test_that_figures_of_two_kinds_have_defaults_of_two_kinds():
    head = next(_book(CHANGED, replace(CHANGED, figures="as_stated"))["Scenarios"].values)
    assert head[5:] == (
        "default (checked)",
        "default (as printed in the articles)",
        "=Changed",
        "=Changed (2)",
    )


def test_that_what_has_no_room_in_a_sheet_is_refused():
    with pytest.raises(FileError, match="51 scenarios"):
        scenario_sheet([Scenario()] * 51)
    many = []
    for number in range(DATES_AT_MOST // 100 + 1):
        knots = ((2025 + (number + each * 20) / 2500, 1.0) for each in range(100))
        path = LeverPath(tuple(knots))
        many.append(with_lever(Scenario(title=f"{number}"), "data_voucher_budget", path))
    with pytest.raises(FileError, match="different dates"):
        scenario_sheet(many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_sheets_it_tells_of_are_called_so_in_every_language(language):
    with speaking(language):
        book = _book(CHANGED)
    about = " ".join(str(row[0].value) for row in book["About"])
    for name in some((SCENARIOS, PATHS, TARGETS, OWN)):
        assert name in about
        assert name in book.sheetnames
