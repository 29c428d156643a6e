"""`suanli solve` (ui.terminal.ask.solve) answers in words, writes a table, refuses the rest."""

import csv
import json
from io import StringIO

import pytest

from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario
from planner.model.targets.target import Target
from tests.some import some
from ui.command_line import main
from ui.process.exit_codes import BAD_INPUT, FINE

QUICK = (
    "--futures",
    "64",
    "--set",
    "draws=as drawn",
    "--year",
    "2028",
    "--outcome",
    "used_compute",
)
SOLVE = ("solve", *QUICK, "--lever", "center_sellable_target")


def test_that_the_answer_is_printed_with_its_curve_and_its_stamp(capsys):
    assert main([*SOLVE, "--at-least", "1540"]) == FINE
    out = capsys.readouterr().out
    assert out.startswith("Used compute: at least 1,540 EFLOPS, Dec 2028, in 80% of futures")
    assert "met in 8" in out
    assert "What centers can sell" in out
    assert "rents lean on cost" in out
    assert "64 futures, as drawn, seed 2025" in out


def test_that_another_scenario_may_be_the_level_by_name_or_by_what_it_sets(capsys):
    assert main([*SOLVE, "--worth", "network_build_time=2"]) == FINE
    assert "is worth as much" in capsys.readouterr().out
    assert main([*SOLVE, "--at-most", "chips-tight", "--share", "0.6"]) == BAD_INPUT
    assert "other futures" in capsys.readouterr().err


def test_that_two_levers_go_a_way_together(capsys):
    levers = ("--lever", "network_build_time=1:4", "--at-least", "1700")
    assert main([*SOLVE, *levers]) == FINE
    assert "part of the way from here to there" in capsys.readouterr().out


def test_that_a_scenario_beside_is_told_over_the_same_lever(capsys):
    assert main([*SOLVE, "--at-least", "1540", "--beside", "vouchers-x4"]) == FINE
    assert "the same in" in capsys.readouterr().out


def test_that_the_table_is_written(tmp_path, capsys):
    place = tmp_path / "takes.csv"
    assert main([*SOLVE, "--at-least", "1800", "--table", str(place)]) == FINE
    assert "Nothing reaches it" in capsys.readouterr().out
    rows = list(csv.DictReader(StringIO(place.read_text("utf-8-sig"))))
    assert {"goal", "lever", "would help", "curve"} <= {each["part"] for each in some(rows)}
    assert main([*SOLVE, "--at-least", "1540", "--table", "-"]) == FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["study"], told["futures"], told["seed"]) == ("takes", 64, 2025)


def test_that_a_target_of_any_kind_is_a_goal_and_so_are_those_of_the_scenario(tmp_path, capsys):
    every = ("--target", "used_compute>=300")
    assert main([*SOLVE, *every]) == FINE
    assert "at least 300 EFLOPS, every year" in capsys.readouterr().out
    limit = ("--target", "voucher_spend<=1800@2028")
    assert main([*SOLVE, *every, *limit]) == FINE
    assert capsys.readouterr().out.startswith("Both targets: ")
    place = tmp_path / "wanted.toml"
    targets = (
        Target("used_compute", "at least", 1500.0, "", 2028),
        Target("voucher_spend", "at most", 9e4),
    )
    scenario = Scenario(title="Wanted", futures=64, draws="as drawn", targets=targets)
    place.write_bytes(to_bytes(scenario))
    lever = ("--lever", "center_sellable_target", "--year", "2028")
    assert main(["solve", str(place), *lever, "--target", "1"]) == FINE
    assert "at least 1,500 EFLOPS, Dec 2028" in capsys.readouterr().out
    assert main(["solve", str(place), *lever, "--target", "own"]) == FINE
    assert capsys.readouterr().out.startswith("Both targets: ")
    for number in ("3", "0", "9" * 5000):
        assert main(["solve", str(place), *lever, "--target", number]) == BAD_INPUT
        assert "has targets 1 to 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (("--at-least", "lots"), "takes a number"),
        (("--at-least", "1500", "--share", "maybe"), "a number such as 80%"),
        (("--at-least", "1500", "--share", "140%"), "no share of futures"),
        (("--at-least", "1500", "--lever", "center_sellable_target"), "moved twice"),
        (("--at-least", "1500", "--lever", "network_build_time=3"), "NAME=LOW:HIGH"),
        (("--at-least", "1500", "--lever", "network_build_time=3:2"), "no room"),
        (("--at-least", "1500", "--lever", "nothing"), "no lever nothing"),
        (("--at-least", "1500", "--lever", "alibaba_capex"), "alibaba_plan or alibaba_later"),
        (("--worth", "seed=7"), "other futures"),
        (("--target", "own"), "no targets of its own"),
        (("--target", "used_compute"), "takes an outcome"),
        (("--target", "used_compute>=5@2040"), "the run ends in 2035"),
    ],
)
def test_that_what_is_no_question_is_refused_in_one_sentence(more, word, capsys):
    assert main([*SOLVE, *more]) == BAD_INPUT
    said = capsys.readouterr().err
    assert word in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--at-least", "9", "--at-least", "10"), "argument --at-least: it is allowed once"),
        (("--at-least", "9", "--share", "1", "--share", "2"), "argument --share: it is allowed"),
        (("--at-least", "9", "--year", "2029"), "argument --year: it is allowed once, not twice"),
        (("--at-least", "9", "--lever", ""), "a lever that may move is named"),
        (("--at-least", "1e308"), "level"),
    ],
)
def test_that_what_cannot_be_asked_is_told_in_one_line(more, said, capsys):
    assert main([*SOLVE, *more]) == BAD_INPUT
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert len(told) < 200


def test_that_years_are_read_in_digits_of_any_script(capsys):
    wide = "\uff12\uff10\uff12\uff18"
    assert main(["explain", "baseline", "--year", wide]) == BAD_INPUT
    assert "nothing is changed" in capsys.readouterr().err
