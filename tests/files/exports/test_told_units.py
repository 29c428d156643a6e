"""Tables in other units than those of files: the numbers of the screen, and the rate said once."""

import csv
import io
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Request
from planner.files.exports.chart_table import CHART_COLUMNS, chart_csv
from planner.files.exports.sheets.comparison_sheet import comparison_requests
from planner.files.exports.targets_table import target_rows
from planner.files.exports.tidy_table import COLUMNS, csv_text, json_text
from planner.files.exports.told_units import table_unit, units_remark
from planner.files.exports.workbook import chart_workbook, workbook
from planner.model.scenario import Scenario, with_lever, with_target
from planner.model.sums import sums_of
from planner.model.targets.target import Target
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, CNY_PER_USD, EFLOPS_PER_H100E, UnitSystem

SHORT = Scenario(title="Short", futures=32, last_year=2026)
CHANGED = with_target(
    with_lever(replace(SHORT, title="Changed"), "voucher_budget.chengdu", 200.0),
    Target("voucher_spend", "at most", 720.0),
)
DOLLARS = UnitSystem("USD", "H100e")
SUMS = sums_of(("beijing", "henan"))
OUTCOMES = ("enterprises", "voucher_spend", "installed_compute", "utilization", "rent")
RATE = float(CNY_PER_USD)
CARDS = 1 / float(EFLOPS_PER_H100E * 1000)


@pytest.fixture(scope="module")
def runs():
    projector = Projector()
    projector.warm_up()
    asked = (*all_requests(SUMS), *comparison_requests(SUMS))
    requests = [each for each in asked if each.outcome in OUTCOMES]
    return [projector.project(each, requests, targets=CHANGED.targets) for each in (SHORT, CHANGED)]


def _lines(text):
    return list(csv.DictReader(io.StringIO(text)))


def _book(data):
    return load_workbook(io.BytesIO(data), read_only=True)


def _rows(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_that_nothing_is_said_of_units_of_files():
    assert units_remark(BASE) == ""
    assert table_unit("bn CNY/EFLOPS/yr", BASE) == ("bn CNY/EFLOPS/yr", 1.0)


def test_that_a_table_tells_what_other_units_change_as_the_window_does():
    rent = unit_form("bn CNY/EFLOPS/yr", DOLLARS)
    assert table_unit("bn CNY/EFLOPS/yr", DOLLARS) == (rent.shown, rent.factor)
    assert table_unit("M CNY/yr", DOLLARS)[0] == "M USD/yr"
    assert table_unit("M CNY/yr", DOLLARS)[1] == pytest.approx(1 / RATE)
    assert table_unit("share", DOLLARS) == ("share", 1.0)
    assert table_unit("GW", UnitSystem("CNY", "MW")) == ("MW", 1000.0)


def test_that_the_rate_is_said_with_its_years_and_its_sources():
    said = units_remark(DOLLARS)
    assert "USD are CNY at 7.2 in every year, the rate of 2024-2025 (P154: Article on " in said
    assert "not adjusted for prices" in said
    assert said.endswith("An H100 equivalent (H100e) is 0.000989 EFLOPS (FP16, dense).")
    assert "power of the fleet" in units_remark(UnitSystem("CNY", "MW"))


def test_that_a_csv_has_every_number_of_money_and_compute_in_the_chosen_units(runs):
    before, after = _lines(csv_text(runs)), _lines(csv_text(runs, system=DOLLARS))
    factors = {
        "voucher_spend": (1 / RATE, "M USD/yr"),
        "installed_compute": (CARDS, "k H100e"),
        "enterprises": (1.0, "firm"),
        "utilization": (1.0, "share"),
    }
    seen = set()
    for old, new in zip(before, after, strict=True):
        assert [old[key] for key in COLUMNS[:4]] == [new[key] for key in COLUMNS[:4]]
        if old["time"] == "2026-12" and old["outcome"] in factors:
            factor, unit = factors[old["outcome"]]
            assert new["unit"] == unit
            assert float(new["p50"]) == pytest.approx(float(old["p50"]) * factor, rel=1e-6)
            assert float(new["p90"]) == pytest.approx(float(old["p90"]) * factor, rel=1e-6)
            seen.add(old["outcome"])
    assert seen == set(factors)


def test_that_a_csv_says_the_rate_once_and_only_in_other_units(runs):
    lines = _lines(csv_text(runs, system=DOLLARS))
    assert [line["note"] for line in lines[:2]] == [units_remark(DOLLARS), ""]
    assert not any(line["note"] for line in lines[1:])
    assert "note" not in _lines(csv_text(runs))[0]


def test_that_a_json_has_the_same_numbers_and_the_note(runs):
    made = json.loads(json_text(runs, DOLLARS))
    assert made["note"] == units_remark(DOLLARS)
    assert "note" not in json.loads(json_text(runs))
    series = next(
        each for each in made["runs"][0]["series"] if each["outcome"] == "installed_compute"
    )
    lines = _lines(csv_text(runs, system=DOLLARS))
    told = [line for line in lines if line["outcome"] == "installed_compute"]
    assert series["unit"] == "k H100e"
    assert series["p50"] == [float(line["p50"]) for line in told[: len(series["p50"])]]


def test_that_every_sheet_of_a_workbook_tells_the_chosen_units(runs):
    base, made = _book(workbook(runs)), _book(workbook(runs, DOLLARS))
    assert [*base.sheetnames[:-2], "Units", *base.sheetnames[-2:]] == made.sheetnames
    compared = [_rows(book["Comparison"]) for book in (base, made)]
    paid = [next(r for r in rows if r["outcome"] == "Voucher money paid") for rows in compared]
    assert [row["unit"] for row in paid] == ["M CNY/yr", "M USD/yr"]
    for head in ("Short", "Changed: P90", "Changed: difference"):
        assert paid[1][head] == pytest.approx(paid[0][head] / RATE)
    budget = next(row for row in _rows(made["Inputs"]) if row["key"] == "voucher_budget.chengdu")
    assert (budget["unit"], budget["Changed"]) == ("M USD/yr", pytest.approx(200 / RATE))
    (target,) = _rows(made["Targets"])
    assert (target["level"], target["unit"]) == (pytest.approx(100.0), "M USD/yr")
    numbers = next(r for r in _rows(made["Numbers"]) if r["outcome"] == "voucher_spend")
    assert numbers["unit"] == "M USD/yr"


def test_that_a_workbook_says_the_rate_on_a_sheet_of_its_own(runs):
    assert _rows(_book(workbook(runs, DOLLARS))["Units"]) == [
        {"what": "money", "told in": "USD"},
        {"what": "compute", "told in": "H100e"},
        {"what": "note", "told in": units_remark(DOLLARS)},
    ]


def test_that_a_chart_leaves_in_the_chosen_units_and_its_percents_as_they_are(runs):
    shown = [Request("voucher_spend", "", view) for view in ("absolute", "difference")]
    run = runs[1]
    before, after = _lines(chart_csv([run], shown)), _lines(chart_csv([run], shown, "", DOLLARS))
    assert tuple(after[0]) == (*CHART_COLUMNS, "note")
    assert {line["unit"] for line in after} == {"M USD/yr"}
    assert after[0]["note"] == units_remark(DOLLARS)
    assert len(after) == len(before) == 2 * 24
    for old, new in zip(before, after, strict=True):
        assert float(new["p50"]) == pytest.approx(float(old["p50"]) / RATE, rel=1e-6)
    book = _book(chart_workbook([run], shown, "", DOLLARS))
    assert book.sheetnames == ["Runs", "Inputs", "Units", "Numbers"]
    for line, row in zip(after, _rows(book["Numbers"]), strict=True):
        assert row["unit"] == line["unit"]
        assert row["p50"] == pytest.approx(float(line["p50"]), rel=1e-8)
    people = chart_csv([run], [Request("enterprises")], "", DOLLARS)
    assert people == chart_csv([run], [Request("enterprises")])


def test_that_sums_of_areas_are_rows_of_csv_and_comparison(runs):
    lines = _lines(csv_text(runs))
    for line in lines:
        if line["outcome"] == "rent":
            assert "+" not in line["index"]
    of_month = {
        line["index"]: float(line["center"])
        for line in lines
        if line["scenario"] == "changed"
        and line["outcome"] == "enterprises"
        and line["time"] == "2026-12"
    }
    assert of_month["beijing+henan"] == pytest.approx(of_month["beijing"] + of_month["henan"])
    assert of_month["beijing+henan"] + of_month[SUMS[1]] == pytest.approx(of_month[""], rel=1e-5)
    rows = _rows(_book(workbook(runs))["Comparison"])
    places = list(dict.fromkeys(r["place"] for r in rows if r["outcome"] == "AI enterprises"))
    assert places[-2:] == ["Beijing + Henan", "Other five places (without Beijing, Henan)"]
    both = [row for row in rows if row["place"] == "Beijing + Henan"]
    assert all(row["Changed: difference"] is not None for row in both)


def test_that_a_target_is_worded_in_the_chosen_units(runs):
    (row,) = target_rows(runs, DOLLARS)
    assert row.text == "Voucher money paid: at most 100 M USD/yr in every year"
    assert target_rows(runs)[0].text == "Voucher money paid: at most 720 M CNY/yr in every year"
