"""Workbooks hold the numbers of the CSV, what was changed, and no formula."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.conditioning.description import AS_DRAWN, conditioned
from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request, Series, requests_of
from planner.files.exports.chart_table import CHART_COLUMNS, chart_csv
from planner.files.exports.tidy_table import COLUMNS, tidy_table
from planner.files.exports.workbook import chart_workbook, workbook, workbook_steps
from planner.model.graph import model
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHANGED = with_assumption(
    with_lever(Scenario(title="Changed", notes="See https://example.org"), "alibaba_plan", 500),
    "crowd_in",
    Spread(3.0, 4.0, 5.0),
)
TIMES = 2025 + np.arange(12) / 12
WANTED = Request("enterprises")


def _cells(data):
    """Return the rows of every sheet by name, as texts and numbers; None for an empty cell."""
    book = zipfile.ZipFile(io.BytesIO(data))
    strings = ET.fromstring(book.read("xl/sharedStrings.xml")).findall(f"{MAIN}si")
    texts = ["".join(each.itertext()) for each in strings]
    names = re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
    found = {}
    for number, name in enumerate(names, start=1):
        sheet = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        found[name] = [
            {_column(cell): _value(cell, texts) for cell in row.findall(f"{MAIN}c")}
            for row in sheet.iter(f"{MAIN}row")
        ]
    return found


def _column(cell):
    return re.sub(r"\d", "", cell.attrib["r"])


def _value(cell, texts):
    text = cell.find(f"{MAIN}v").text
    return texts[int(text)] if cell.attrib.get("t") == "s" else float(text)


def _run(scenario, center):
    return Projection(scenario, TIMES, {WANTED: Series(center, None)}, 0, 0.0)


def test_that_a_workbook_holds_every_number_of_the_csv():
    run = Projector().project(
        replace(CHANGED, last_year=2026), [WANTED, Request("rent", "cloud")], futures=16
    )
    rows = _cells(workbook([run]))["Numbers"]
    table = tidy_table([run])
    assert list(rows[0].values()) == list(COLUMNS)
    assert len(rows) == 1 + len(table) == 1 + 2 * 24
    for row, kept in zip(rows[1:], table.itertuples(index=False), strict=True):
        assert [row.get(letter) for letter in "ABCE"] == [kept[0], kept[1], kept[2], kept[4]]
        assert [row[letter] for letter in "FGHIJK"] == pytest.approx(list(kept[5:11]), rel=1e-12)


def test_that_a_workbook_tells_what_was_run_and_what_was_changed():
    sheets = _cells(workbook([_run(Scenario(), TIMES), _run(CHANGED, TIMES)]))
    assert list(sheets) == ["Comparison", "Inputs", "Events", "Sources", "Runs", "Numbers"]
    assert [row["A"] for row in sheets["Runs"]] == ["scenario", "baseline", "changed"]
    assert sheets["Runs"][2]["D"] == "See https://example.org"
    head, plan, *crowd, same = sheets["Inputs"][:6]
    assert list(head.values())[-3:] == ["default", "Baseline", "Changed"]
    assert (plan["A"], plan["B"], plan["E"], plan["G"]) == ("yes", "alibaba_plan", 380, 500)
    assert [(row["B"], row["G"]) for row in crowd] == [
        ("crowd_in.low", 3),
        ("crowd_in.central", 4),
        ("crowd_in.high", 5),
    ]
    assert same["A"] == ""


def test_that_undefined_and_unbounded_values_are_said_in_words():
    center = np.array([np.nan, np.inf, -np.inf, *range(9)])
    rows = _cells(workbook([_run(Scenario(), center)]))["Numbers"]
    assert [row.get("F") for row in rows[1:6]] == [
        "undefined",
        "unbounded",
        "unbounded below",
        0.0,
        1.0,
    ]
    assert all("G" not in row for row in rows[1:])  # there are no bands


def test_that_the_ends_of_a_range_are_said_in_words_too():
    ends = np.full((5, 12), np.inf)
    ends[0], ends[:, 0] = 3.0, np.nan
    run = Projection(Scenario(), TIMES, {WANTED: Series(TIMES, ends)}, 9, 0.0)
    first, second, *_ = _cells(workbook([run]))["Numbers"][1:]
    assert [first[letter] for letter in "GHIJK"] == ["undefined"] * 5
    assert [second[letter] for letter in "GHIJK"] == [3.0, *["unbounded"] * 4]


def test_that_texts_are_texts_whatever_they_begin_with():
    title = '=HYPERLINK("http://x")'
    scenario = Scenario(title=title, author="@SUM(A1)", notes="http://x.y\n" + "n" * 40_000)
    data = workbook([_run(scenario, TIMES)])
    book = zipfile.ZipFile(io.BytesIO(data))
    sheets = b"".join(book.read(name) for name in book.namelist() if "worksheets/" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets.lower()
    row = _cells(data)["Runs"][1]
    assert (row["B"], row["C"]) == (title, "@SUM(A1)")
    assert len(row["D"]) == 32_767


def test_that_a_long_table_is_written_in_steps():
    many = [Request(key) for key in ("enterprises", "installed_compute", "used_compute")]
    long = replace(Scenario(), last_year=2050)
    series = {request: Series(np.arange(312.0), None) for request in many}
    times = 2025 + np.arange(312) / 12
    run = Projection(long, times, series, 0, 0.0)
    shares = list(workbook_steps([run] * 4))
    assert shares[0] == 0
    assert len(shares) == 3
    assert shares == sorted(shares)
    assert shares[-1] < 0.8, "the file is still to be packed"


def test_that_a_run_says_how_its_futures_were_drawn():
    drawn = replace(_run(Scenario(), np.ones(12)), futures=8, draws=AS_DRAWN)
    kept = replace(drawn, draws=conditioned(16_384, 7000.0, is_few=False))
    head, *rows = _cells(workbook([drawn, kept]))["Runs"]
    assert (head["L"], head["M"]) == ("draws", "seed")
    assert [row["L"] for row in rows] == ["as drawn", "consistent with 2025-26"]


def test_that_the_workbook_of_a_chart_holds_the_rows_of_its_csv_and_no_others():
    shown = Request("rent", "cloud"), Request("rent", "cloud", "difference")
    run = Projector().project(replace(CHANGED, last_year=2025), [WANTED, *shown], futures=16)
    sheets = _cells(chart_workbook([run], shown))
    assert list(sheets) == ["Runs", "Inputs", "Numbers"]
    head, *rows = sheets["Numbers"]
    told = list(csv.DictReader(io.StringIO(chart_csv([run], shown))))
    assert tuple(head.values()) == CHART_COLUMNS
    assert len(rows) == len(told) == 2 * 12
    letter = {name: letter for letter, name in head.items()}
    for row, line in zip(rows, told, strict=True):
        for name in ("scenario", "time", "outcome", "index", "view", "unit"):
            assert row[letter[name]] == line[name]
        for name in ("center", "p10", "p50", "p90"):
            assert row[letter[name]] == pytest.approx(float(line[name]), rel=1e-8, abs=1e-8)


def test_that_the_workbook_of_a_chart_of_states_has_their_shares():
    states = requests_of(model().outcomes["limit"], "cloud")
    run = Projector().project(replace(CHANGED, last_year=2025), states, futures=16)
    head, *rows = _cells(chart_workbook([run], states))["Numbers"]
    letter = {name: letter for letter, name in head.items()}
    assert {row[letter["state"]] for row in rows} == {each.state for each in states}
    first = [row[letter["share"]] for row in rows if row[letter["time"]] == "2025-01"]
    assert sum(first) == pytest.approx(1)
