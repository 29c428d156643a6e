"""A workbook read back with another library: typed cells, the comparison first, all that acts."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Request
from planner.files.exports.sheets.comparison_sheet import (
    beside_baseline,
    comparison_requests,
    comparison_sheet,
)
from planner.files.exports.sheets.inputs_sheet import inputs_sheet
from planner.files.exports.workbook import workbook
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever, with_target
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.storage.sentences.spoken import speaking
from planner.studies.comparison import with_baseline
from tests.some import some

SHORT = Scenario(futures=64, last_year=2027)
KNOTS = LeverPath(((2025.0, 100.0), (2026.5, 600.0)))
ON_A_PATH = with_lever(replace(SHORT, title="On a path"), "data_voucher_budget", KNOTS)
SOLD = with_lever(replace(SHORT, title="Sold", author="Me"), "center_sellable_target", 0.85)
WANTED = with_target(SOLD, Target("enterprises", "at least", 9000.0, year=2027))
DECEMBER = datetime(2027, 12, 1)  # noqa: DTZ001 - as a workbook has it


@pytest.fixture(scope="module")
def runs():
    projector = Projector()
    requests = (*all_requests(), *comparison_requests())
    return [
        projector.project(each, requests, targets=each.targets)
        for each in with_baseline([ON_A_PATH, WANTED])
    ]


@pytest.fixture(scope="module")
def book(runs):
    return load_workbook(io.BytesIO(workbook(runs)))


def _rows(sheet):
    head, *rows = sheet.iter_rows()
    names = [cell.value for cell in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _row(sheet, **wanted):
    """Return the row whose cells hold these values."""
    (found,) = [
        row for row in _rows(sheet) if all(row[key].value == value for key, value in wanted.items())
    ]
    return found


def test_that_the_comparison_comes_first_and_every_month_last(book):
    assert book.sheetnames == [
        "Comparison",
        "Inputs",
        "Paths",
        "Events",
        "Targets",
        "Sources",
        "Runs",
        "Numbers",
    ]
    assert all(sheet.freeze_panes.endswith("2") for sheet in book)
    assert all(sheet.column_dimensions["A"].width > 5 for sheet in book)


def test_that_the_comparison_holds_levels_and_differences_as_they_were_run(book, runs):
    row = _row(book["Comparison"], outcome="AI enterprises", place="", date=DECEMBER)
    level, difference = (
        runs[2].series[Request("enterprises", "", view)] for view in ("absolute", "difference")
    )
    assert row["unit"].value == "enterprises"
    assert row["Sold"].number_format == "#,##0"
    assert row["date"].number_format == "mmm yyyy"
    assert row["Baseline"].value == runs[0].series[Request("enterprises")].line[35]
    assert row["Sold"].value == level.line[35]
    assert [row[f"Sold: {end}"].value for end in ("P10", "P90")] == [
        level.bands[0, 35],
        level.bands[-1, 35],
    ]
    assert row["Sold: difference"].value == pytest.approx(difference.line[35], rel=1e-12)
    assert "Baseline: difference" not in row


def test_that_shares_are_in_percent_and_differ_so(book):
    row = _row(book["Comparison"], outcome="Utilization", place="", date=DECEMBER)
    assert row["unit"].value == "%"
    assert 0 < row["Sold"].value < 1
    assert {row[name].number_format for name in ("Sold", "Sold: difference")} == {"0.0##%"}


def test_that_inputs_that_differ_come_first_and_a_path_is_told_in_words(book):
    rows = _rows(book["Inputs"])
    differing = [row["key"].value for row in rows if row["differs"].value]
    assert differing == ["data_voucher_budget", "center_sellable_target"]
    assert [row["key"].value for row in rows[:2]] == differing
    assert rows[0]["On a path"].value == "100 until Jul 2026, 600 from Jul 2026"
    assert (rows[1]["Sold"].value, rows[1]["Sold"].number_format) == (0.85, "0.0##%")
    knots = _row(book["Paths"], scenario="On a path")
    assert (knots["2025"].value, knots["Jul 2026"].value) == (100, 600)


def test_that_events_have_dates_and_targets_are_judged(book):
    row = _row(book["Events"], scenario="Sold", event="Alibaba's plan starts")
    assert row["date"].is_date
    row = _row(book["Targets"], scenario="Sold")
    assert [cell.value for cell in row.values()][1:7] == [
        "AI enterprises",
        "",
        "at least",
        9000,
        "enterprises",
        2027,
    ]
    assert 0 <= row["met in"].value <= 1
    assert row["met in"].number_format.endswith("%")


def test_that_sources_and_disputes_of_every_input_are_told(book):
    rows = _rows(book["Sources"])
    assert rows[0]["key"].value == "data_voucher_budget"
    assert any(row["disputes"].value for row in rows)
    assert any("http" in (row["addresses"].value or "") for row in rows)


def test_that_no_cell_is_a_formula_and_the_author_is_that_of_the_scenario(book, runs):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 10_000
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert book.properties.creator == "Me"
    nameless = [replace(run, scenario=replace(run.scenario, author="")) for run in runs]
    assert not load_workbook(io.BytesIO(workbook(nameless))).properties.creator


def test_that_a_baseline_stands_once_beside_the_others(runs):
    baseline, path, sold = runs
    assert beside_baseline([baseline, sold], baseline) == (baseline, sold)
    assert beside_baseline([path, sold], baseline) == (baseline, path, sold)


def test_that_another_assumption_makes_another_baseline(runs):
    other = with_assumption(SOLD, "crowd_in", Spread(3.0, 4.0, 5.0))
    baseline, changed = (Projector().project(each, ()) for each in with_baseline([other]))
    assert baseline.scenario.assumptions == other.assumptions
    assert beside_baseline([changed], baseline) == (baseline, changed)


def test_that_inputs_have_units_and_settings_of_the_language_and_numbers_of_its_units():
    with speaking("zh_CN"):
        rows = {row[1]: row for row in inputs_sheet((Scenario(),)).rows}
    assert rows["voucher_budget.chengdu"][3:] == ("亿元/年", 1.0, 1.0)
    assert rows["figures"][4] == "经核对"
    assert rows["draws"][4] == "与2025—26年一致"


def test_that_outcomes_have_units_of_the_language_and_numbers_of_these():
    request = Request("voucher_spend_cumulative")
    run = Projector().project(Scenario(futures=16), [request])
    sheets = []
    for language in ("en", "zh_CN"):
        with speaking(language):
            sheets.append([*comparison_sheet((run,)).rows])
    for english, chinese in some(zip(*sheets, strict=True)):
        assert (english[2], chinese[2]) == ("M CNY", "亿元")
        assert chinese[4].value == pytest.approx(english[4].value / 100)
