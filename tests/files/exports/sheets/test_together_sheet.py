"""The sheet of what only together gives: a column for each part, in the chosen units."""

from planner.files.exports.sheets.cells import Figure, Percent
from planner.files.exports.sheets.together_sheet import together_sheets
from planner.model.scenario import Scenario
from planner.quantities.unit_system import BASE, UnitSystem
from planner.studies.combination import Combination, Combined, pairs_added_up, renumbered
from planner.studies.comparison import Difference

TITLES = ("One", "Two", "Three", "All")
SCENARIOS = tuple(Scenario(title=each) for each in TITLES)
ONLY = Difference(72.0, 36.0, 144.0, higher=0.9, lower=0.1)
ALL = Combination(
    Combined(3, (0, 1, 2)),
    ("voucher_spend", ""),
    2030,
    tuple(Difference(each) for each in (720.0, 360.0, 180.0)),
    Difference(1332.0),
    ONLY,
)
TWO = Combination(
    Combined(3, (0, 1)), ALL.pair, 2031, ALL.alone[:2], Difference(1152.0), Difference(0.0)
)


def _cells(found, system):
    (sheet,) = together_sheets(SCENARIOS, found, system)
    rows = [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows]
    return [{key: getattr(cell, "value", cell) for key, cell in row.items()} for row in rows]


def test_that_a_combination_has_its_parts_and_what_is_left_over_in_the_chosen_units():
    all_, two = _cells((ALL, TWO), UnitSystem("USD"))
    assert (all_["combination"], all_["parts"], all_["unit"]) == (
        "All",
        "One; Two; Three",
        "M USD/yr",
    )
    parts = [round(all_[f"part {number} alone"], 6) for number in (1, 2, 3)]
    assert parts == [100.0, 50.0, 25.0]
    assert [round(all_[each], 6) for each in ("together", "only together", "P10", "P90")] == [
        *(185.0, 10.0, 5.0, 20.0)
    ]
    assert (all_["higher in"], all_["lower in"]) == (Percent(0.9), Percent(0.1))
    assert (two["part 3 alone"], two["P10"], two["higher in"]) == (None, None, None)


def test_that_numbers_of_a_row_have_the_decimals_of_its_largest():
    (sheet,) = together_sheets(SCENARIOS, (ALL,), BASE)
    (row,) = sheet.rows
    assert {cell.decimals for cell in row if isinstance(cell, Figure)} == {0}


def test_that_there_is_no_sheet_where_nothing_is_combined():
    assert list(together_sheets(SCENARIOS, (), BASE)) == []


def test_that_a_combination_follows_its_scenarios_to_other_numbers():
    (found,) = renumbered((TWO,), (1, 2, 3, 4))
    assert found.combined == Combined(4, (1, 2))
    assert found.only_together == TWO.only_together


def test_that_what_is_counted_is_not_added_up():
    assert pairs_added_up()
    assert not {key for key, _ in pairs_added_up()} & {"limit"}
