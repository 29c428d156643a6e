"""`suanli backtest`: prints points, scores and misses, and takes a user's own points."""

import csv
import io
import json

import pytest

from planner.facts.measured import measured_points
from ui.command_line import main

MINE = "outcome,element,start,central,low,high,unit,label\n"
ROW = "installed_compute,,2026.5,2000,1900,2100,EFLOPS,Our own count\n"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(MINE + ROW)
    return path


def test_that_points_scores_and_misses_are_printed(capsys):
    assert main(["backtest"]) == 0
    printed = capsys.readouterr().out
    assert "Installed compute at the end of June 2025" in printed
    assert "wider set, held back" in printed
    assert "Outside P10 to P90, the farthest first:" in printed


def test_that_csv_and_json_hold_the_same_points(tmp_path, capsys):
    written = tmp_path / "points.json"
    assert main(["backtest", "--csv", "-", "--json", str(written)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    document = json.loads(written.read_text())
    assert [row["id"] for row in rows] == [point["id"] for point in document["points"]]
    assert {row["inside"] for row in rows} == {"yes", "no"}
    assert float(rows[0]["p50"]) == pytest.approx(document["points"][0]["p50"], rel=1e-8)
    known = {row["id"] for row in rows} | set(document["not_compared"])
    assert known == {point.id for point in measured_points()}
    assert document["misses"]


def test_that_a_users_point_stands_in_the_table(mine, capsys):
    assert main(["backtest", "--actuals", str(mine)]) == 0
    printed = capsys.readouterr().out
    (line,) = (line for line in printed.splitlines() if line.startswith("Our own count "))
    assert "2,000" in line
    assert "1,900-2,100" in line


def test_that_an_example_can_be_held_against_history(capsys):
    assert main(["backtest", "alibaba-doubled", "--json", "-"]) == 0
    doubled = json.loads(capsys.readouterr().out)
    assert main(["backtest", "--json", "-"]) == 0
    usual = json.loads(capsys.readouterr().out)
    assert doubled["points"][0]["p50"] > usual["points"][0]["p50"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (ROW.replace("installed_compute", "installed"), 'there is no outcome "installed"'),
        (ROW.replace("compute,,", "compute,mars,"), 'installed_compute has no element "mars"; it'),
        (ROW.replace("2000", "many"), 'mine.csv: row 2: central must be a number, not "many"'),
        (ROW.replace("2026.5", "2019.5"), "a point lies at 2019.5; runs last from 2025 to 2050"),
        (ROW.replace("2026.5", "2060"), "a point lies at 2060; runs last from 2025 to 2050"),
        (ROW.replace("EFLOPS", "firm"), 'mine.csv: installed_compute is in EFLOPS, not in "firm"'),
        (ROW.replace("installed_compute", "limit"), "mine.csv: limit is no number"),
        ("", "mine.csv: there is no point in this file"),
    ],
)
def test_that_a_fault_of_a_users_file_is_one_sentence(mine, capsys, row, sentence):
    mine.write_text(MINE + row)
    assert main(["backtest", "--actuals", str(mine)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1


def test_that_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys):
    assert main(["backtest", "--actuals", str(tmp_path / "none.csv")]) == 2
    said = capsys.readouterr().err
    assert "none.csv: cannot be read as CSV: No such file or directory" in said
    assert said.count("\n") == 1


def test_that_the_points_read_are_not_written_over(mine, capsys):
    assert main(["backtest", "--actuals", str(mine), "--csv", str(mine)]) == 2
    assert "--csv names the file that is read" in capsys.readouterr().err
    assert mine.read_text() == MINE + ROW


def test_that_the_old_spelling_says_the_new_one(capsys):
    assert main(["bench", "backtest"]) == 2
    assert "suanli backtest" in capsys.readouterr().err
