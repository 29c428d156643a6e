"""`--units`: the terminal tells the numbers of the window, and its files the same ones."""

import csv
from itertools import dropwhile

import pytest

from planner.ensemble.progress import to_the_end
from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from planner.quantities.unit_system import BASE, UnitSystem
from ui.charts.contents.scopes import sums_shown
from ui.command_line import main
from ui.controllers.numbers import numbers_of
from ui.terminal.reading.units import read_units
from ui.wording.figures.units import units

QUICK = ("--set", "futures=32", "--set", "last_year=2030")
DOLLARS = UnitSystem("USD", "H100e")


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("usd,h100e", DOLLARS),
        ("H100E, USD", DOLLARS),
        ("USD", UnitSystem("USD")),
        ("mw", UnitSystem("CNY", "MW")),
        ("cny,eflops", BASE),
    ],
)
def test_that_units_are_read_in_any_order_and_any_case(text, system):
    assert read_units(text) == system


@pytest.mark.parametrize("text", ["eur", "usd,cny", "usd,usd", "mw,h100e", "usd,", ""])
def test_that_other_units_are_refused_in_one_sentence(text, capsys):
    assert main(["run", "baseline", "--units", text]) == 2
    said = capsys.readouterr().err
    assert "is not allowed, only a currency (CNY or USD), a measure of compute" in said
    assert "Traceback" not in said


def _figure(out, head):
    line = next(dropwhile(lambda each: not each.startswith(head), out.splitlines()))
    return line.removeprefix(head).split()


def test_that_figures_and_targets_are_told_in_the_chosen_units(capsys):
    wanted = ("--target", "voucher_spend<=720")
    command = ["run", "baseline", *QUICK, *wanted]
    assert main(command) == 0
    before = capsys.readouterr().out
    assert main([*command, "--units", "usd,h100e"]) == 0
    after = capsys.readouterr().out
    assert units() == BASE
    old, new = (
        float(_figure(out, head)[2].replace(",", ""))
        for out, head in (
            (before, "Voucher money paid (M CNY/yr)"),
            (after, "Voucher money paid (M USD/yr)"),
        )
    )
    assert new == pytest.approx(old / 7.2, rel=0.01)
    assert "Voucher money paid: at most 100 M USD/yr in every year" in after
    assert "Voucher money paid: at most 720 M CNY/yr in every year" in before
    assert after.count("USD are CNY at 7.2") == 1
    assert "USD" not in before
    assert "(k H100e realized)" in after


def test_that_megawatts_tell_what_is_installed_by_its_power(capsys):
    assert main(["run", "baseline", *QUICK, "--units", "mw"]) == 0
    out = capsys.readouterr().out
    assert "(MW)" in out
    assert "Installed compute (EFLOPS)" not in out
    assert "Used compute (EFLOPS realized)" in out


def test_that_a_comparison_tells_inputs_and_years_in_the_chosen_units(capsys):
    command = ["compare", "baseline", "--scenario", "More", "--set", "alibaba_plan=720"]
    assert main([*command, "--units", "usd"]) == 0
    out = capsys.readouterr().out
    assert _figure(out, "alibaba_plan (bn USD)")[-1] == "100"
    assert out.count("USD are CNY at 7.2") == 1
    assert main([*command, "--units", "mw", "--by-year", "installed_compute"]) == 0
    assert "(MW)" in capsys.readouterr().out


def test_that_a_csv_is_the_one_that_the_window_writes(tmp_path):
    ours, of_window = tmp_path / "ours.csv", tmp_path / "window.csv"
    scenario = tmp_path / "more.scenario.json"
    more = with_lever(Scenario(title="More", futures=16, last_year=2025), "alibaba_plan", 500.0)
    write(scenario, more)
    first = tmp_path / "first.scenario.json"
    write(first, Scenario(title="Baseline", futures=16, last_year=2025))
    chosen = ["--places", "beijing,henan", "--units", "usd,h100e"]
    assert main(["compare", str(first), str(scenario), *chosen, "--csv", str(ours)]) == 0
    sums = sums_shown(("beijing", "henan"), ())
    steps = numbers_of([more], of_window, sums=sums, system=DOLLARS)
    of_window.write_bytes(to_the_end(steps)[of_window])
    assert ours.read_bytes() == of_window.read_bytes()
    lines = list(csv.DictReader(ours.read_text().splitlines()))
    assert any(line["index"] == "beijing+henan" for line in lines)
    assert lines[0]["note"].startswith("USD are CNY at 7.2")
