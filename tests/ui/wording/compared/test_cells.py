"""The words of a cell: no more digits than mean something, ranges in words, shares of futures."""

from math import inf, nan

import pytest

from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.quantities.unit_system import UnitSystem
from planner.studies.comparison import Cell, Difference, Level, Row
from planner.studies.differing_inputs import differing_inputs
from ui.wording.compared.cells import CellWords, cell_words, row_name, share_of
from ui.wording.compared.inputs import input_lines
from ui.wording.figures.units import telling_in
from ui.wording.numbers import ENGLISH_NUMERALS

BELOW = Level(12_263.0, 10_879.0, 13_946.0)


def _words(level: Level | None, found: Difference | None, below: Level | None = BELOW):
    cells = (Cell(below), Cell(level, found))
    row = Row(Request("enterprises"), 2030, cells, (below, below))
    return cell_words(row, 1, ENGLISH_NUMERALS, "the baseline")


def test_that_a_cell_says_all_of_a_difference(qapp):
    found = Difference(435.2, 263.4, 744.1, higher=1.0, lower=0.0)
    said = _words(Level(12_708.0, 11_244.0, 14_587.0), found)
    assert said == CellWords(
        "12,708",
        "11,244–14,587",
        "+435",
        "higher in all",
        "+263 to +744",
        is_change=True,
        told_share="higher in all futures",
    )
    assert said.spoken == "12,708, 11,244–14,587, +435, higher in all, +263 to +744"


def test_that_what_means_nothing_is_as_the_baseline(qapp):
    assert _words(BELOW, Difference(0.01, told=False)).difference == "as the baseline"


def test_that_what_means_nothing_in_the_chosen_units_is_as_the_baseline(qapp):
    level = Level(1_509.0, 1_488.0, 1_510.0)
    cells = (Cell(level), Cell(level, Difference(0.7, 0.6, 0.8, higher=1.0, lower=0.0)))
    row = Row(Request("voucher_spend"), 2030, cells, (level, level))
    assert cell_words(row, 1, ENGLISH_NUMERALS, "the baseline").difference == "+1"
    with telling_in(UnitSystem("USD")):
        words = cell_words(row, 1, ENGLISH_NUMERALS, "the baseline")
    assert (words.difference, words.is_change) == ("as the baseline", False)


def test_that_a_run_that_is_not_there_is_awaited(qapp):
    assert _words(None, None) == CellWords(level="…")


@pytest.mark.parametrize(
    ("level", "below", "said"),
    [
        (Level(inf), BELOW, "unbounded"),
        (BELOW, Level(inf), "the baseline unbounded"),
        (Level(nan), BELOW, "undefined"),
    ],
)
def test_that_what_is_no_number_is_said_in_words(qapp, level, below, said):
    found = _words(level, Difference(level.median - below.median), below)
    assert found.difference == said
    assert not found.is_change


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Difference(3.0, higher=1.0, lower=0.0), "higher in all"),
        (Difference(-3.0, higher=0.0, lower=1.0), "lower in all"),
        (Difference(3.0, higher=0.999, lower=0.001), "higher in 99%"),
        (Difference(-3.0, higher=0.16, lower=0.84), "lower in 84%"),
        (Difference(3.0), ""),
    ],
)
def test_that_a_share_says_all_only_of_all(qapp, found, said):
    assert share_of(found) == said


def test_that_rows_name_place_segment_and_state(qapp):
    assert row_name(Request("enterprises", "chengdu")) == "AI enterprises, Chengdu"
    assert row_name(Request("utilization", "centers")) == "Utilization, centers"
    assert row_name(Request("limit", "cloud", state="chips")).endswith(
        "clouds, mean over the year: chips"
    )


def test_that_inputs_are_said_as_their_rows_say_them(qapp):
    plain = Scenario()
    other = with_lever(plain, "subsidy_rate.chengdu", 0.5)
    other = with_assumption(other, "crowd_in", Spread(2, 4.15, 9))
    lines = input_lines(differing_inputs((plain, other)), (plain, other))
    assert next(line.name for line in lines) == "Share of rent paid, Chengdu"
    assert lines[0].texts[1] == "50%"
    assert lines[1].texts[1] == "4.15 (2–9)"
    assert lines[0].differs(1)
    assert not lines[0].differs(0)
