"""The terminal keeps apart what parts and wholes, and what assumptions and levers change."""

import csv
import html
import json
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planner.ensemble.progress import to_the_end
from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_assumption, with_figures, with_lever
from planner.quantities.spread import Spread
from tests.some import some
from ui.command_line import main
from ui.controllers.numbers import numbers_of

PLAIN = Scenario(title="Plain", futures=16, last_year=2031)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)
BOTH = with_lever(replace(NETWORK, title="Both"), "center_sellable_target", 0.8)
BELIEVING = with_assumption(replace(NETWORK, title="Believing"), "crowd_in", Spread(3, 6, 9))


@pytest.fixture
def save(tmp_path):
    """Write scenarios and return the names of their files."""

    def written(*scenarios: Scenario) -> list[str]:
        names = [str(tmp_path / f"{each.title}.scenario.json") for each in scenarios]
        for name, each in zip(names, scenarios, strict=True):
            write(name, each)
        return names

    return written


def test_that_what_scenarios_give_only_together_is_told_by_year(save, capsys):
    assert main(["compare", *save(PLAIN, CENTERS, NETWORK, BOTH), "--by-year", "enterprises"]) == 0
    _, table = capsys.readouterr().out.split("What only together gives: ")
    title, head, *years = table.splitlines()
    assert title == "both beside centers and network, each against the baseline"
    assert head.split() == [
        "centers",
        "network",
        "both",
        "only",
        "together",
        "80%",
        "of",
        "futures",
    ]
    assert len([year for year in years if "-12" in year]) == 7
    assert "higher in" in table


def test_that_what_only_together_gives_of_a_percentage_is_told_in_points(save, capsys):
    assert main(["compare", *save(PLAIN, CENTERS, NETWORK, BOTH)]) == 0
    _, table = capsys.readouterr().out.split("What only together gives: ")
    assert "Utilization (points), 20" in table
    assert "(%)" not in table


def test_that_what_only_together_gives_stands_in_report_and_workbook(save, tmp_path, capsys):
    report, book = tmp_path / "a.html", tmp_path / "a.xlsx"
    asked = ("--report", str(report), "--xlsx", str(book))
    assert main(["compare", *save(CENTERS, NETWORK, BOTH), *asked]) == 0
    assert "Both is more than its parts. AI enterprises: " in html.unescape(
        report.read_text("utf-8")
    )
    head, *rows = _together(book.read_bytes())
    assert head == (
        *("combination", "parts", "outcome", "place", "unit", "date"),
        *("part 1 alone", "part 2 alone", "together"),
        *("only together", "P10", "P90", "higher in", "lower in"),
    )
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert {(row["combination"], row["parts"]) for row in told} == {("Both", "Centers; Network")}
    (row,) = [
        row for row in told if row["outcome"] == "AI enterprises" and row["date"].year == 2030
    ]
    assert 0 < row["P10"] < row["only together"] < row["P90"]
    assert row["higher in"] == 1


@pytest.mark.at_length
def test_that_the_workbook_of_the_window_has_the_same_sheet(save, tmp_path):
    book = tmp_path / "a.xlsx"
    assert main(["compare", *save(CENTERS, NETWORK, BOTH), "--xlsx", str(book)]) == 0
    found = to_the_end(numbers_of([CENTERS, NETWORK, BOTH], book))[book]
    assert _together(found) == some(_together(book.read_bytes()))


def _together(workbook):
    """Return the rows of one sheet, and read no other: they hold every month of every outcome."""
    sheet = load_workbook(BytesIO(workbook), read_only=True)["Together"]
    return list(sheet.iter_rows(values_only=True))


def test_that_nothing_is_told_of_parts_where_none_combine(save, capsys):
    assert main(["compare", *save(CENTERS, NETWORK)]) == 0
    assert "together" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["run", "compare"])
def test_that_assumptions_and_levers_are_told_apart(save, capsys, command):
    files = save(BELIEVING) if command == "run" else save(CENTERS, BELIEVING)
    assert main([command, *files]) == 0
    said, table = capsys.readouterr().out.split("Assumptions of believing differ ")
    assert table.startswith("from the default: Private money per CNY of public funds.\n")
    assert "assumptions alone" in table
    assert "levers alone" in table
    rows = [line for line in table.splitlines() if line.startswith("Utilization")]
    assert all(" (points) " in row for row in rows)
    assert len(rows) == 2
    assert "Assumptions of" not in said


def test_that_figures_as_printed_are_assumptions_as_well(save, capsys):
    assert main(["run", *save(with_figures(CENTERS, "as_stated"))]) == 0
    assert "differ from the default: figures as printed." in capsys.readouterr().out


def test_that_the_table_leaves_as_csv_with_what_is_given_only_together(save, tmp_path, capsys):
    out = tmp_path / "table.csv"
    files = save(PLAIN, CENTERS, NETWORK, BOTH)
    assert main(["compare", *files, "--by-year", "enterprises", "--table", str(out)]) == 0
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [row["scenario"] for row in rows[:4]] == ["plain", "centers", "network", "both"]
    assert {row["year"] for row in rows} == {str(year) for year in range(2025, 2032)}
    last = rows[-1]
    assert float(last["level_p10"]) < float(last["level"]) < float(last["level_p90"])
    assert float(last["difference"]) > 0
    assert float(last["difference_higher"]) + float(last["difference_lower"]) <= 1
    assert last["only_together"]
    assert not rows[-2]["only_together"], "only the whole is one"


def test_that_it_is_printed_as_json_and_nothing_else(save, capsys):
    assert main(["compare", *save(CENTERS, NETWORK), "--table", "-", "--year", "2028"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["against"] == "centers"
    assert found["inputs"] == ["center_sellable_target", "network_build_time"]
    assert {row["year"] for row in found["rows"]} == {2028}
    assert {"level", "level_p10", "difference_p90", "difference_higher"} <= found["rows"][0].keys()


def test_that_only_one_thing_is_printed(save, capsys):
    assert main(["compare", *save(CENTERS, NETWORK), "--table", "-", "--json", "-"]) == 2
    said = capsys.readouterr().err
    assert said == "suanli: --json and --table cannot both go to standard output\n"
