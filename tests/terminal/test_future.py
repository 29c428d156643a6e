"""`suanli future`: a future by its rank, its number or a level, and pinned to a file."""

import json

import pytest

from planner.files.scenario.scenario_file import read
from ui.command_line import main

FEW = ("--futures", "64")


def test_that_a_future_is_told_by_rank_number_and_level_alike(capsys):
    asked = ("future", "vouchers-x4", *FEW, "--outcome", "enterprises.chengdu")
    assert main([*asked, "--rank", "90%"]) == 0
    first = capsys.readouterr().out
    assert " AI enterprises in Chengdu in December 2030, higher than in 90% of futures." in first
    assert "Against the baseline +" in " ".join(first.split())
    assert "64 futures, consistent with 2025-26, seed 2025" in first
    number = first.split(":")[0].removeprefix("Future ")
    level = first.split(": ")[1].split(" ")[0].replace(",", "")
    for option in (("--rank", "90"), ("--rank", "0.9"), ("--number", number), ("--near", level)):
        assert main([*asked, *option]) == 0
        assert capsys.readouterr().out == first


def test_that_a_pinned_future_runs_as_the_future_did(tmp_path, capsys):
    file, table = tmp_path / "one.scenario.json", tmp_path / "one.json"
    wanted = ("--number", "7", "--pin", str(file), "--table", str(table))
    assert main(["future", "vouchers-x4", *FEW, *wanted]) == 0
    said = capsys.readouterr().out
    level = said.split(": ")[1].split(" ")[0]
    scenario = read(file)
    assert scenario.title == "Vouchers x4, future 7"
    assert len(scenario.assumptions) == len(json.loads(table.read_text("utf-8"))["rows"])
    assert main(["run", str(file)]) == 0
    row = next(
        line for line in capsys.readouterr().out.splitlines() if line.startswith("AI enterprises")
    )
    assert row.split()[-2] == level


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rank", "120%"), "--rank takes a share from 0% to 100%"),
        (("--rank", "high"), "--rank takes a share from 0% to 100%"),
        (("--number", "65"), "there is no future 65"),
        (("--near", "many"), "takes a number, not"),
        (("--year", "2040"), "the scenario ends in 2035"),
        (("--outcome", "limit"), "is no number"),
        (("--pin", "/no/such/folder/a.json"), "/no/such/folder"),
    ],
)
def test_that_bad_input_is_one_sentence(options, said, capsys):
    assert main(["future", "baseline", *FEW, *options]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_that_table_and_scenario_go_to_two_files(tmp_path, capsys):
    file = str(tmp_path / "one.json")
    assert main(["future", "baseline", *FEW, "--table", file, "--pin", file]) == 2
    assert "name the same file" in capsys.readouterr().err
