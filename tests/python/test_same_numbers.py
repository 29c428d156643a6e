"""The numbers of `import suanli` are those that the commands write, to the last digit."""

import csv
from collections.abc import Callable
from math import isnan

import pytest

import suanli
from planner.files.exports.records import records_csv
from tests.some import some
from ui.command_line import main

FEW = ["--futures", "96"]
OWN = "date,outcome,value\n2026-06,enterprises,5300\n"
LEVER = "voucher_budget.chengdu=0:2000"
TWO = ["--cost", "net_public_cost", "--year", "2029"]
SOLVING = ["--outcome", "enterprises.chengdu", "--at-least", "1600", "--year", "2028"]
ASKED: dict[str, tuple[list[str], Callable[[], suanli.Answer]]] = {
    "compare": (
        ["compare", "baseline", "vouchers-x4", "--table", "F"],
        lambda: suanli.compare("baseline", "vouchers-x4"),
    ),
    "compare by year": (
        ["compare", "vouchers-x4", "alibaba-doubled", "--by-year", "used_compute", "--table", "F"],
        lambda: suanli.compare("vouchers-x4", "alibaba-doubled", outcome="used_compute"),
    ),
    "variants": (
        ["variants", "vouchers-x4", "--outcome", "jobs", "--year", "2030", *FEW, "--csv", "F"],
        lambda: suanli.variants("vouchers-x4", "jobs", 2030, futures=96),
    ),
    "survive": (
        ["survive", "vouchers-x4", "alibaba-doubled", *FEW, "--table", "F"],
        lambda: suanli.survive("vouchers-x4", "alibaba-doubled", futures=96),
    ),
    "survive in two outcomes": (
        ["survive", "vouchers-x4", *FEW, *TWO, "--world", "low_demand", "--points", "F"],
        lambda: suanli.survive(
            "vouchers-x4", cost="net_public_cost", world="low_demand", year=2029, futures=96
        ),
    ),
    "survive with less of the first": (
        ["survive", "vouchers-x4", *FEW, "--less", "--gain", "jobs", "--points", "F"],
        lambda: suanli.survive("vouchers-x4", better="less", gain="jobs", futures=96),
    ),
    "future": (
        ["future", "vouchers-x4", "--rank", "90%", *FEW, "--table", "F"],
        lambda: suanli.future("vouchers-x4", rank=0.9, futures=96),
    ),
    "discover": (
        ["discover", "--target", "enterprises>=12500@2030", "--futures", "256", "--table", "F"],
        lambda: suanli.discover(targets="enterprises>=12500@2030", futures=256),
    ),
    "solve": (
        ["solve", "baseline", "--lever", LEVER, *SOLVING, *FEW, "--table", "F"],
        lambda: suanli.solve(
            "baseline",
            {"voucher_budget.chengdu": (0, 2000)},
            outcome="enterprises.chengdu",
            at_least=1600,
            year=2028,
            futures=96,
        ),
    ),
    "split": (
        ["split", "--budget", "200", "--most", "vouchers.henan=50", *FEW, "--table", "F"],
        lambda: suanli.split(budget=200, most={"vouchers.henan": 50}, futures=96),
    ),
    "money": (
        ["money", "--among", "vouchers,data", "--years", "2027-2029", *FEW, "--table", "F"],
        lambda: suanli.money(among=["vouchers", "data"], years=(2027, 2029), futures=96),
    ),
    "explain": (
        ["explain", "baseline", "vouchers-x4", "--year", "2031", *FEW, "--table", "F"],
        lambda: suanli.explain("baseline", "vouchers-x4", year=2031, futures=96),
    ),
    "matters": (
        ["matters", "--outcome", "used_compute", "--futures", "256", "--table", "F"],
        lambda: suanli.matters(outcome="used_compute", futures=256),
    ),
    "matters over years": (
        ["matters", "--over-years", "--futures", "256", "--table", "F"],
        lambda: suanli.matters(over_years=True, futures=256),
    ),
    "tornado": (
        ["matters", "--tornado", *FEW, "--table", "F"],
        lambda: suanli.matters(tornado=True, futures=96),
    ),
    "totals": (
        ["matters", "--totals", "--points", "128", "--table", "F"],
        lambda: suanli.matters(totals=True, points=128),
    ),
    "score": (
        ["score", "--numbers", "own.csv", *FEW, "--table", "F"],
        lambda: suanli.score(numbers="own.csv", futures=96),
    ),
    "calibrate": (
        ["calibrate", "--numbers", "own.csv", "--all", "--futures", "256", "--table", "F"],
        lambda: suanli.calibrate(numbers="own.csv", every=True, futures=256),
    ),
    "backtest": (["backtest", "baseline", "--csv", "F"], suanli.backtest),
}


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text(OWN)


@pytest.mark.parametrize("name", ASKED)
def test_that_an_answer_has_the_numbers_of_its_command(name, tmp_path):
    command, ask = ASKED[name]
    assert main([*command[:-1], "table.csv"]) == 0
    answer = ask()
    assert answer.study == command[0]
    assert answer.sentence
    assert "--" not in " ".join((answer.sentence, *answer.notes))
    assert records_csv(answer.records) == (tmp_path / "table.csv").read_text("utf-8")
    assert answer.table().shape == (len(answer.records), len(answer.units))


@pytest.mark.parametrize("changes", [{}, {"voucher_budget.shanghai": 1234.5, "crowd_in": 4}])
def test_that_a_run_has_the_numbers_of_its_command(changes, tmp_path):
    sets = [part for name, value in changes.items() for part in ("--set", f"{name}={value}")]
    assert main(["run", "vouchers-x4", *sets, "--futures", "200", "--csv", "run.csv"]) == 0
    table = suanli.run(suanli.open("vouchers-x4").set(changes), futures=200).table()
    rows = some(csv.DictReader((tmp_path / "run.csv").read_text("utf-8").splitlines()))
    assert list(table.columns) == list(rows[0])
    for column in table.columns:
        told = [row[column] for row in rows]
        values = table[column].tolist()
        if column in {"center", "p10", "p25", "p50", "p75", "p90", "share"}:
            values = ["" if isnan(each) else f"{each + 0.0:.9g}" for each in values]
        assert values == told, column


def test_that_an_answer_makes_the_scenario_that_its_command_saves(tmp_path):
    command = ["split", "baseline", "--budget", "200", *FEW, "--save", "best.scenario.json"]
    assert main(command) == 0
    made = suanli.split(budget=200, futures=96).scenario
    assert made == suanli.open(tmp_path / "best.scenario.json")
