"""Exports: tidy, exact, the same bytes every time, and nothing a spreadsheet would run."""

import csv
import io
import json
from math import inf, nan

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.files.exports.tidy_table import COLUMNS, csv_cell, csv_text, for_excel, json_text
from planner.files.scenario.titles import distinct_names, short_name
from planner.model.scenario import Scenario
from tests.some import some

NUMBERS = ("center", "p10", "p25", "p50", "p75", "p90")
MONTHS = 12
RISING = np.linspace(1 / 3, 1e6 / 7, MONTHS)
BANDS = np.array([RISING * factor for factor in (0.8, 0.9, 1.0, 1.1, 1.2)])


def _projection(title="Baseline", bands=BANDS, center=RISING):
    requests = [
        Request("utilization", "cloud"),
        Request("enterprises"),
        Request("enterprises", "", "difference"),
        Request("voucher_spend", "henan"),
    ]
    series = {request: Series(center, bands) for request in requests}
    times = 2025 + np.arange(MONTHS) / 12
    scenario = Scenario(title=title, last_year=2025)
    return Projection(scenario, times, series, 0 if bands is None else 100, 0.1)


def _rows(text):
    return list(csv.DictReader(text.splitlines()))


def test_that_every_outcome_index_and_month_has_one_row_in_the_order_of_the_model():
    rows = _rows(csv_text([_projection()]))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 3 * MONTHS
    keys = dict.fromkeys((row["outcome"], row["index"], row["unit"]) for row in rows)
    assert list(keys) == [
        ("enterprises", "", "firm"),
        ("voucher_spend", "henan", "M CNY/yr"),
        ("utilization", "cloud", "share"),
    ]
    assert [row["time"] for row in rows[:MONTHS]] == [f"2025-{n:02d}" for n in range(1, 13)]


def test_that_nine_digits_of_every_number_survive():
    for row, value in some(zip(_rows(csv_text([_projection()])), RISING, strict=False)):
        assert float(row["center"]) == pytest.approx(value, rel=5e-9)
        assert float(row["p90"]) == pytest.approx(value * 1.2, rel=5e-9)


def test_that_numbers_are_as_short_as_they_can_be():
    values = np.array([0.5, 7.0, -0.0, 1e15, 1 / 3, 123456789.0, 1e-7, -2.5, 0, 0, 0, 0])
    rows = _rows(csv_text([_projection(center=values)]))
    assert [row["center"] for row in rows[:8]] == [
        "0.5",
        "7",
        "0",
        "1e+15",
        "0.333333333",
        "123456789",
        "1e-07",
        "-2.5",
    ]


def test_that_undefined_is_empty_and_unbounded_is_inf():
    values = np.array([nan, inf, -inf, *[1.0] * (MONTHS - 3)])
    projection = _projection(center=values)
    assert [row["center"] for row in _rows(csv_text([projection]))[:4]] == ["", "inf", "-inf", "1"]
    center = json.loads(json_text([projection]))["runs"][0]["series"][0]["center"]
    assert center[:4] == [None, "inf", "-inf", 1]


def test_that_cells_of_bands_are_empty_where_only_the_center_was_run():
    rows = _rows(csv_text([_projection(bands=None)]))
    assert {row["p10"] + row["p50"] + row["p90"] for row in rows} == {""}
    assert "p10" not in json.loads(json_text([_projection(bands=None)]))["runs"][0]["series"][0]


def test_that_json_holds_the_same_numbers_as_csv():
    projection = _projection("Centers at 60 %")
    run = json.loads(json_text([projection]))["runs"][0]
    assert (run["scenario"], run["title"]) == ("centers-at-60", "Centers at 60 %")
    told = [
        (run["scenario"], time, each["outcome"], each["index"], each["unit"], *numbers)
        for each in run["series"]
        for time, *numbers in zip(run["time"], *(each[c] for c in NUMBERS), strict=True)
    ]
    rows = [
        (*list(row.values())[:5], *(float(row[column]) for column in NUMBERS))
        for row in _rows(csv_text([projection]))
    ]
    assert told == rows


def test_that_two_scenarios_of_one_title_keep_apart():
    rows = _rows(csv_text([_projection(), _projection(), _projection("Other")]))
    assert list(dict.fromkeys(row["scenario"] for row in rows)) == [
        "baseline",
        "baseline-2",
        "other",
    ]


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "a,b"]
)
def test_that_no_title_becomes_a_formula_or_breaks_a_row(title):
    rows = _rows(csv_text([_projection(title)]))
    assert len(rows) == 3 * MONTHS
    assert all(row["scenario"][0] not in "=+-@\t" for row in rows)
    assert all(row["time"].startswith("2025-") for row in rows)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_that_a_cell_of_text_that_begins_a_formula_gets_an_apostrophe(text):
    assert next(csv.reader([csv_cell(text)]))[0].startswith("'")


def test_that_a_cell_of_text_reads_back_as_it_was():
    for text in ["plain", "a,b", 'say "x"', "bn CNY/EFLOPS/yr"]:
        assert next(csv.reader([csv_cell(text)])) == [text]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Baseline", "baseline"),
        ("Centers at 60 %", "centers-at-60"),
        ("../../etc/passwd", "etc-passwd"),
        ("算力券 ×4", "算力券-4"),
        ("***", "scenario"),
        ("x" * 100, "x" * 60),
    ],
)
def test_that_a_title_gives_a_name_fit_for_a_file(title, name):
    assert short_name(title) == name


def test_that_names_are_distinct_even_when_a_number_is_taken():
    assert distinct_names(["a", "a 2", "a", "a"]) == ("a", "a-2", "a-3", "a-4")


def test_that_a_csv_for_people_has_a_mark_and_is_else_the_same():
    plain = csv_text([_projection()])
    assert csv_text([_projection()], for_excel(decimal_comma=False)) == "\ufeff" + plain


def test_that_where_decimals_have_a_comma_cells_are_parted_by_semicolons():
    text = csv_text([_projection(center=RISING + 0.25)], for_excel(decimal_comma=True))
    assert text.startswith("\ufeffscenario;time;")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    plain = list(csv.reader(io.StringIO(csv_text([_projection(center=RISING + 0.25)]))))
    assert any("," in cell for row in rows for cell in row)
    assert [[cell.replace(",", ".") for cell in row[5:]] for row in rows] == [
        row[5:] for row in plain
    ]
    assert [row[:5] for row in rows] == [row[:5] for row in plain]


def _counted() -> Projection:
    """A run of one state: half of the futures are in it, the central run is."""
    share = np.full(MONTHS, 0.5)
    request = Request("limit", "cloud", state="chips")
    times = 2025 + np.arange(MONTHS) / 12
    series = {request: Series(np.ones(MONTHS), None, share)}
    return Projection(Scenario(), times, series, 8, 0.0)


def test_that_what_is_counted_has_a_state_and_a_share_and_no_quantile():
    row = _rows(csv_text([_counted()]))[0]
    assert (row["outcome"], row["index"], row["unit"]) == ("limit", "cloud", "share of futures")
    assert (row["state"], row["share"], row["center"]) == ("chips", "0.5", "1")
    assert not any(row[name] for name in NUMBERS[1:])
    series = json.loads(json_text([_counted()]))["runs"][0]["series"][0]
    assert (series["state"], series["share"][0]) == ("chips", 0.5)
    assert "p50" not in series


def test_that_numbers_have_no_state():
    row = _rows(csv_text([_projection()]))[0]
    assert (row["state"], row["share"]) == ("", "")
