"""`suanli score` and `suanli calibrate`: numbers of one's own on the command line."""

import json
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import read
from ui.command_line import main

ROWS = """date,outcome,place,value,error
2026-12,enterprises,chengdu,1290,3%
2027-12,enterprises,chengdu,1385,3%
2026,voucher_budget,chengdu,150,
"""


@pytest.fixture
def numbers(tmp_path: Path) -> str:
    path = tmp_path / "mine.csv"
    path.write_text(ROWS, "utf-8")
    return str(path)


def test_that_a_score_tells_coverage_bias_and_crps(
    numbers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--numbers", numbers]) == 0
    said = capsys.readouterr().out
    assert "One of your 2 numbers lies within the 80% range" in said
    assert "(80% expected), mean miss (CRPS)" in said
    assert "AI enterprises, Chengdu, 2027-12" in said


def test_that_a_calibrated_scenario_is_saved_and_runs_as_such(
    numbers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, table = tmp_path / "fitted.scenario.json", tmp_path / "found.json"
    asked = ["--numbers", numbers, "--outcome", "enterprises.chengdu", "--save", str(saved)]
    assert main(["calibrate", *asked, "--all", "--table", str(table)]) == 0
    said = capsys.readouterr().out
    assert "Fitted to your numbers, AI enterprises in Chengdu in 2030:" in said
    assert "futures agree with them." in said
    written = json.loads(table.read_text("utf-8"))
    assert written["study"] == "numbers"
    assert len(written["rows"]) > 50
    scenario = read(saved)
    assert scenario.draws == "calibrated"
    assert len(scenario.own.points) == 2
    assert [name for name, _ in scenario.own.levers] == ["voucher_budget.chengdu"]
    assert main(["run", str(saved)]) == 0
    assert "futures consistent with your numbers" in capsys.readouterr().out


def test_that_numbers_no_future_agrees_with_leave_ranges_to_try(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, saved = tmp_path / "far.csv", tmp_path / "ranges.scenario.json"
    path.write_text("date,outcome,place,value,error\n2027-12,enterprises,chengdu,1750,3%\n")
    assert main(["calibrate", "--numbers", str(path), "--save", str(saved)]) == 0
    assert "50 are needed" in capsys.readouterr().out
    scenario = read(saved)
    assert scenario.draws == "conditioned"
    assert scenario.assumptions


@pytest.mark.parametrize("command", ["score", "calibrate"])
def test_that_what_is_missing_or_wrong_is_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command]) == 2
    assert "has no numbers of your own; attach some by --numbers" in capsys.readouterr().err
    bad = tmp_path / "bad.csv"
    bad.write_text("date,outcome,value\n2027,enterprise,1\n")
    assert main([command, "--numbers", str(bad)]) == 2
    assert "row 2: there is no outcome" in capsys.readouterr().err
    assert main([command, "--numbers", str(bad), "--save", str(bad)]) == 2
    assert "--save names the file that is read" in capsys.readouterr().err


def test_that_numbers_that_set_inputs_alone_are_told_apart_from_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("date,outcome,place,value\n,enterprises_2025,chengdu,1100\n")
    assert main(["calibrate", "--numbers", str(path)]) == 2
    assert "name levers and assumptions alone" in capsys.readouterr().err
