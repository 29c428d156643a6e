"""`suanli backtest`: prints points, scores and misses, and takes a user's own points."""

import csv
import io
import json
import os

import pytest

from planner.facts.measured import measured_points
from planner.storage.places import resources_folder
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


def test_that_the_file_on_the_page_of_files_is_one(mine, capsys):
    page = (resources_folder() / "docs" / "files.md").read_text("utf-8")
    example = page.partition("## Points of your own")[2].split("```")[1]
    mine.write_text(example.lstrip(), "utf-8")
    assert main(["backtest", "--actuals", str(mine)]) == 0
    assert "Our own count " in capsys.readouterr().out


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
        (ROW.replace("2000", "many"), "mine.csv: row 2: central must be a number, not “many”"),
        (ROW.replace("2026.5", "2019.5"), "a point lies at 2019.5; runs last from 2025 to 2050"),
        (ROW.replace("2026.5", "2060"), "a point lies at 2060; runs last from 2025 to 2050"),
        (
            ROW.replace("EFLOPS", "firm"),
            'mine.csv: row 2: installed_compute is in EFLOPS, not in "firm"',
        ),
        (ROW.replace("installed_compute", "limit"), "mine.csv: row 2: limit is no number"),
        ("", "mine.csv: there is no point in this file"),
        (ROW.replace("installed_compute", "installed_computer"), "did you mean installed_compute"),
        (ROW + ROW.replace("compute,,", "compute,mars,"), "mine.csv: row 3: installed_compute has"),
        (ROW.replace(",", ";"), "mine.csv: row 2 has more or fewer fields than the header"),
        (ROW.replace("2000", '"2,000"'), "not “2,000”: write it plain, as 8000 or 0.35"),
        (
            ROW.replace("2000", "1e308").replace("2100", "1e308"),
            "figures must be from 1e-15 to 1e+15",
        ),
        (ROW.replace("1900", "-1"), "mine.csv: row 2: low must not be below zero"),
        (ROW.replace("2026.5", "2026-13"), "start cannot be “2026-13”: there is no such date"),
        (
            ROW.replace("Our own count", "x" * 201),
            "mine.csv: row 2: label is too long; it must have at most",
        ),
        (ROW * 1001, "mine.csv: there are 1001 points; there must be 1 to 1000"),
        ("x" * 1_000_001, "mine.csv is too large; a table of points has at most 1 MB"),
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
    assert "none.csv cannot be read: there is no such file or folder" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("header", "row", "sentence"),
    [
        (
            MINE.replace(",", ";"),
            "",
            "mine.csv: columns are parted by semicolons; they must be by commas",
        ),
        (MINE.replace("label", "set"), ROW.replace("Our own count", "weights"), "set cannot be"),
        (MINE.replace("label", "set"), ROW.replace("Our own count", "held"), "set cannot be"),
        (MINE.replace("label", "id"), ROW.replace("Our own count", "V99"), 'the id "V99" begins'),
        (MINE.replace("label", "figures"), ROW.replace("Our own count", "as_stated"), "none of"),
    ],
)
def test_that_no_point_passes_for_one_of_ours(mine, capsys, header, row, sentence):
    mine.write_text(header + row)
    assert main(["backtest", "--actuals", str(mine)]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-16", "gbk"])
def test_that_another_encoding_is_refused_in_plain_words(mine, capsys, encoding):
    mine.write_bytes((MINE + ROW.replace("Our own count", "企业")).encode(encoding))
    assert main(["backtest", "--actuals", str(mine)]) == 2
    said = capsys.readouterr().err
    assert "is not UTF-8 text" in said
    assert "codec" not in said


def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path, capsys):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert main(["backtest", "--actuals", str(pipe)]) == 2
    assert "it is a device or a pipe, not a file" in capsys.readouterr().err


def test_that_a_growth_may_be_in_percent(mine, capsys):
    mine.write_text(
        "outcome,reading,base_start,start,central,unit,id\n"
        "enterprises,growth,2025,2026,12,%,A\nenterprises,growth,2025,2026,.12,share,B\n"
    )
    assert main(["backtest", "--actuals", str(mine), "--csv", "-"]) == 0
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert float(rows["A"]["p50"]) == pytest.approx(100 * float(rows["B"]["p50"]))


def test_that_a_label_is_one_line_of_what_shows(mine, capsys):
    mine.write_text(
        MINE + ROW.replace("Our own count", '"Our\nown \x1bcount"').replace("2026.5", "2026-07")
    )
    assert main(["backtest", "--actuals", str(mine)]) == 0
    assert "Our own count " in capsys.readouterr().out


def test_that_the_points_read_are_not_written_over(mine, capsys):
    assert main(["backtest", "--actuals", str(mine), "--csv", str(mine)]) == 2
    assert "--csv names the file that is read" in capsys.readouterr().err
    assert mine.read_text() == MINE + ROW
