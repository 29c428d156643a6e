"""Own numbers in a few words, and the mark of a lever that was in force."""

from dataclasses import replace

from planner.model.counted.own import NONE, OwnNumbers
from planner.model.graph import model
from planner.model.own.scenarios import with_own
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.quantities.spread import Spread
from tests.own_points import counted
from ui.wording.moves import move_of
from ui.wording.own import own_text
from ui.wording.rows.described import described
from ui.wording.rows.row_display import row_display

POINT = counted("enterprises", "chengdu", 2027.0, 1200, 0.1)
BUDGET = ("voucher_budget.chengdu", LeverPath(((2026.0, 120.0), (2027.0, 90.0))))
MARK = ("your own number, in force", "your own number")


def test_that_points_and_levers_are_counted() -> None:
    assert own_text(NONE) == "none"
    assert own_text(OwnNumbers((POINT,))) == "1 point"
    assert own_text(OwnNumbers((POINT,) * 3, (BUDGET,))) == "3 points, 1 lever in force"
    assert own_text(OwnNumbers((), (BUDGET, ("network_build_time", 3.0)))) == "2 levers in force"


def test_that_a_lever_in_force_is_marked_as_ones_own() -> None:
    row = model().levers["voucher_budget"]
    scenario = with_own(Scenario(), OwnNumbers((), (BUDGET,)))
    for element in ("chengdu", ""):
        assert MARK in row_display(described(row, element), scenario, 2030).notes
    assert MARK not in row_display(described(row, "henan"), scenario, 2030).notes
    planned = with_lever(scenario, BUDGET[0], 500)
    assert MARK not in row_display(described(row, "chengdu"), planned, 2030).notes
    assert MARK not in row_display(described(row, "chengdu"), Scenario(), 2030).notes


def test_that_attaching_is_told_as_such_whatever_levers_come_with_it() -> None:
    scenario = with_own(Scenario(), OwnNumbers((POINT,), (BUDGET,)))
    move = move_of("Attach own numbers", Scenario(), scenario)
    assert move.title == "Your own numbers"
    assert move.change == "none → 1 point, 1 lever in force"
    fitted = replace(scenario, draws="calibrated")
    assert move_of("Fit", scenario, fitted).change == "Fit 2025–26 → Fit your numbers"


def test_that_own_values_of_assumptions_are_counted_and_marked() -> None:
    name = "enterprises_2025.chengdu"
    own = OwnNumbers(assumptions=((name, Spread(1045, 1100, 1155)),))
    assert own_text(own) == "1 assumption"
    assert own_text(OwnNumbers(assumptions=own.assumptions * 2)) == "2 assumptions"
    scenario = with_own(Scenario(), own)
    row = model().assumptions["enterprises_2025"]
    shown = row_display(described(row, "chengdu"), scenario, 2030)
    assert ("your own number",) in shown.notes
