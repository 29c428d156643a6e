"""`suanli split` and `suanli money`: what they print and write, and what they refuse."""

import csv
import json

import pytest

from planner.files.scenario.scenario_file import read
from planner.model.paths import mean_between, value_at
from planner.model.scenario import lever_path
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.spent import Years
from ui.command_line import main
from ui.terminal.reading.inputs import InputError
from ui.terminal.reading.spending import amount_of, bounds_of, instruments_in, years_of

QUICK = ("--futures", "64", "--set", "draws=as-drawn")
CHENGDU = Instrument("vouchers", "chengdu")


def test_that_a_split_says_what_comes_first_what_it_adds_and_that_it_holds(capsys):
    assert main(["split", *QUICK, "--most", "200"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("Chengdu first, then ")
    assert "more AI enterprises" in told
    assert "than in today's shares" in told
    assert "in each of 9 variants" in told
    assert "Split of 500 M CNY/yr from 2027 to 2030" in told
    assert told.endswith("64 futures, as drawn, seed 2025, model 2.0")


def test_that_a_split_is_written_with_its_numbers(tmp_path, capsys):
    file = tmp_path / "split.json"
    asked = ["--budget", "1亿", "--among", "vouchers.chengdu,network", "--years", "2028-2030"]
    assert main(["split", *QUICK, *asked, "--goal", "12270", "--table", str(file)]) == 0
    assert "futures" in capsys.readouterr().out
    document = json.loads(file.read_text("utf-8"))
    assert document["study"] == "split"
    (best, *_) = document["rows"]
    assert best["what"] == "Best split"
    assert best["amount"] == pytest.approx(100)
    assert 0 < best["reached"] < 1
    names = {row["what"] for row in document["rows"]}
    assert {"Of it Vouchers in Chengdu", "Of it The national network, sooner"} <= names


def test_that_the_total_of_all_years_is_split_and_the_scenario_saved(tmp_path, capsys):
    file = tmp_path / "split.scenario.json"
    asked = ["--total", "800", "--years", "2027-2030", "--among", "vouchers.chengdu"]
    assert main(["split", *QUICK, *asked, "--save", str(file)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Split of 200 M CNY/yr from 2027 to 2030, 800 M CNY in all" in told
    path = lever_path(read(file), CHENGDU.lever)
    assert value_at(path, "step", 2028.0) == pytest.approx(300), "100 of today's and 200 more"


def test_that_a_target_can_be_what_the_split_is_best_for(capsys):
    asked = ["--among", "vouchers.chengdu,vouchers.ningbo", "--target", "enterprises<=12270@2030"]
    assert main(["split", *QUICK, *asked]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Best is what reaches at most 12,270" in told
    assert main(["split", *QUICK, "--among", "vouchers.chengdu", "--least-place", "30"]) == 0
    assert "each place gets 30 M CNY/yr at least" in " ".join(capsys.readouterr().out.split())


def test_that_money_tells_the_cheapest_and_what_each_place_gets(capsys):
    assert main(["money", *QUICK, "--places", "chengdu", "--among", "vouchers,fund"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "An enterprise costs least with vouchers in Chengdu" in told
    assert "Vouchers in Chengdu: 100 M CNY more a year add" in told
    assert "AI fund of Chengdu: 100 M CNY more a year add" in told
    assert "Ningbo" not in told


def test_that_a_budget_that_is_enough_is_saved_and_that_there_is_none_said(tmp_path, capsys):
    file = tmp_path / "enough.scenario.json"
    asked = ["--among", "vouchers.ningbo", "--worth", "60", "--save", str(file)]
    assert main(["money", *QUICK, *asked]) == 0
    assert "enough.scenario.json" in capsys.readouterr().out
    budget = mean_between(lever_path(read(file), "voucher_budget.ningbo"), 2027, 2031)
    assert 30 < budget < 800
    file.unlink()
    assert main(["money", *QUICK, "--among", "network", "--save", str(file)]) == 2
    assert "no budget to save" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize("command", [["split"], ["money", "--places", "ningbo"]])
def test_that_of_one_future_no_range_is_told(command, capsys):
    one = ("--futures", "1", "--set", "draws=as-drawn")
    assert main([*command, *one, "--among", "vouchers"]) == 0
    told = capsys.readouterr().out.split("\n\n")[0]
    assert "each" in told
    assert "(" not in told


def test_that_all_that_was_tried_is_written(tmp_path):
    file = tmp_path / "money.csv"
    asked = ["--among", "vouchers.chengdu,data", "--amount", "50", "--table", str(file)]
    assert main(["money", *QUICK, *asked]) == 0
    with file.open(encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    assert {row["instrument"] for row in rows} == {
        "Vouchers in Chengdu",
        "Data vouchers in Shanghai",
    }
    assert {float(row["amount"]) for row in rows} >= {-100.0, 12.5, 50.0, 400.0}
    assert all(float(row["paid"]) > 0 for row in rows if float(row["amount"]) > 0)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["split", "--budget", "0"], "an amount must be more than nothing, not 0"),
        (["split", "--budget", "much"], "--budget takes an amount of money"),
        (["split", "--budget", "5 EFLOPS"], "--budget takes an amount of money"),
        (["split", "--among", "gold"], "there is nothing to put money into that is called gold"),
        (["split", "--years", "soon"], "--years takes years such as 2027-2030"),
        (["split", "--years", "2030-2027"], "not from 2030 to 2027"),
        (["split", "--year", "2026"], "changes nothing by the end of 2026"),
        (["split", "--least", "200"], "more than the budget of 500 M CNY"),
        (["split", "--most", "gold=1"], "called gold"),
        (["split", "--save", "mine.suanli"], "--save writes a scenario, as name.scenario.json"),
        (["split", "--least-place", "200"], "more than the budget of 500 M CNY"),
        (["split", "--budget", "5", "--total", "5"], "not allowed with"),
        (["split", "--target", "enterprises>=9000@2036"], "2036"),
        (["split", "--target", "enterprises>=2027:9000,2030:9500"], "one number, not a path"),
        (["split", "--target", "own"], "needs a scenario with one target; this one has none"),
        (["split", "--budget", "900000", "--least", "data=30000", "--among", "data"], "can use"),
        (["money", "--amount", "-5"], "an amount must be more than nothing"),
        (["money", "--worth", "0"], "an amount must be more than nothing"),
        (["money", "--year", "2040"], "the scenario ends in 2035"),
        (["money", "--places", "tokyo"], "is not allowed"),
    ],
)
def test_that_what_cannot_be_asked_is_refused_in_one_sentence(given, said, capsys):
    command, *rest = given
    assert main([command, *QUICK, *rest]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in " ".join(told.err.split())
    assert "Traceback" not in told.err


def test_that_years_amounts_and_bounds_are_read_as_they_are_typed():
    assert years_of("") == Years(2027, 2030)
    assert years_of("2028 to 2029") == Years(2028, 2029)
    assert years_of("dal 2028 al 2029") == Years(2028, 2029)
    assert years_of("从2028年至2029年") == Years(2028, 2029)
    assert years_of("2028—2029") == Years(2028, 2029)
    assert years_of("2028\N{FULLWIDTH TILDE}2029") == Years(2028, 2029)
    assert years_of("2028") == Years(2028, 2028)
    assert amount_of("--budget", "0.5bn") == pytest.approx(500)
    assert amount_of("--budget", "5亿") == pytest.approx(500)
    assert instruments_in("vouchers.chengdu, vouchers")[0] == CHENGDU
    assert len(instruments_in("vouchers.chengdu, vouchers")) == 7
    assert bounds_of("--most", ["200", "vouchers.chengdu=100"]) == ({CHENGDU: 100.0}, 200.0)
    with pytest.raises(InputError, match="--most takes an amount"):
        bounds_of("--most", ["vouchers.chengdu="])


@pytest.mark.parametrize(
    "more",
    [
        ("split", "--budget", "1e300"),
        ("split", "--goal", "1e300"),
        ("split", "--budget", "5", "--budget", "6"),
        ("money", "--amount", "1e300"),
        ("money", "--worth", "1e300"),
    ],
)
def test_that_what_is_beyond_any_budget_is_refused_in_one_short_line(more, capsys):
    assert main([*more, *QUICK]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert len(told) < 160


def test_that_years_may_be_in_digits_of_any_script():
    assert years_of("\uff12\uff10\uff12\uff17-\uff12\uff10\uff13\uff10") == Years(2027, 2030)


@pytest.mark.parametrize(("target", "is_said"), [("@2030", False), ("", True)])
def test_that_a_target_of_every_year_is_said_to_be_judged_in_one(target, is_said, capsys):
    asked = ("split", "--futures", "16", "--target", f"enterprises>=6000{target}")
    assert main([*asked]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert ("The target is for every year; the split is judged by December 2030" in said) == is_said
