"""What a row is and what it shows: decisions without a window."""

import pytest

from planner.model.graph import model
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import PARTS, Spread
from tests.some import some
from ui.documents.row_edits import moved
from ui.wording.rows.described import described, name_beside
from ui.wording.rows.row_display import row_display

LEVERS, ASSUMPTIONS = model().levers, model().assumptions
KNOTS = LeverPath(((2025, 0.45), (2026, 0.65), (2028, 0.75), (2030, 0.8)))


def display(input_, scenario, year=2030):
    return row_display(input_, scenario, year)


def longest(shown):
    return [note[0] for note in shown.notes]


def test_that_every_input_of_the_model_has_a_description_and_is_as_by_default():
    rows: list[Lever | Assumption] = [*LEVERS.values(), *ASSUMPTIONS.values()]
    seen = 0
    for row in rows:
        for element in elements_of(row):
            input_ = described(row, element)
            shown = display(input_, Scenario())
            assert not shown.is_changed
            assert shown.values == shown.defaults
            assert input_.names == (input_.address,)
            assert input_.name
            assert input_.doc
            seen += 1
    assert seen > 80


def test_that_a_lever_has_one_number_and_an_assumption_three():
    assert described(LEVERS["alibaba_plan"]).parts == ("central",)
    assert described(ASSUMPTIONS["crowd_in"]).parts == PARTS


def test_that_the_row_of_a_place_says_its_lever_where_that_is_not_seen():
    area = described(LEVERS["voucher_budget"], "henan")
    whole = described(LEVERS["voucher_budget"])
    assert (area.name, area.full_name) == ("Henan", "Voucher budget, Henan")
    assert whole.full_name == "Voucher budget, all places together"
    assert described(LEVERS["subsidy_rate"]).full_name == "Share of rent paid, mean of all places"
    assert whole.is_whole
    assert len(whole.names) == 7
    assert whole.scale.high == 2 * LEVERS["voucher_budget"].high


def test_that_a_move_of_a_lever_of_a_range_and_of_all_areas_each_sets_its_own():
    start = Scenario()
    one = moved(start, described(LEVERS["alibaba_plan"]), "central", 500, start)
    assert one.levers == (("alibaba_plan", 500),)
    ranged = moved(start, described(ASSUMPTIONS["crowd_in"]), "low", 4.5, start)
    assert dict(ranged.assumptions)["crowd_in"].parts == (4.5, 4.5, 5)
    double = moved(start, described(LEVERS["voucher_budget"]), "central", 3020, start)
    assert dict(double.levers)["voucher_budget.henan"] == 100
    assert len(double.levers) == 7


def test_that_a_path_is_told_long_short_and_by_its_end():
    scenario = with_lever(Scenario(), "center_sellable_target", KNOTS)
    shown = display(described(LEVERS["center_sellable_target"]), scenario, 2026)
    limit, year, path = shown.notes
    assert limit == ("A limit, not what is used; baseline 65%", "Limit; baseline 65%")
    assert shown.has_own_path
    assert path[0] == "Path: 45 in 2025, 65 in 2026, 75 in 2028, 80 in 2030 (%)"
    assert path[-1] == "Path to 80% in 2030"
    assert year[0] == "69.6% in Dec 2026 (+4.6)"


def test_that_a_path_that_never_changes_is_told_by_its_number_alone():
    even = LeverPath(((2025, 0.5), (2030, 0.5)))
    scenario = with_lever(Scenario(), "center_sellable_target", even)
    input_ = described(LEVERS["center_sellable_target"])
    shown = display(input_, scenario)
    assert longest(shown) == ["A limit, not what is used; baseline 65%"]
    assert shown.has_path
    assert not display(described(LEVERS["network_build_time"]), Scenario()).has_path


def test_that_a_number_that_moves_a_path_is_told_with_its_year_and_that_of_the_charts():
    input_ = described(LEVERS["other_capex"])
    (usual,) = display(input_, Scenario()).notes
    assert usual == (
        "Level of 2025 · 1,117 bn CNY/yr in Dec 2030",
        "Level of 2025 · 1,117 in Dec 2030",
        "1,117 in Dec 2030",
        "1,117 in 2030",
    )
    (more,) = display(input_, with_lever(Scenario(), "other_capex", 623)).notes
    assert more == (
        "Level of 2025 (+100) · 1,331 bn CNY/yr in Dec 2030 (+214)",
        "Level of 2025 (+100) · 1,331 in Dec 2030 (+214)",
        "1,331 in Dec 2030 (+214)",
        "1,331 in Dec 2030 (+214)",
    )


def test_that_a_lever_whose_number_holds_in_every_year_tells_no_other():
    for key in some(["network_build_time", "alibaba_plan", "hopper_plan_share"]):
        assert display(described(LEVERS[key]), Scenario()).notes == ()


def test_that_a_value_beyond_the_usual_range_says_so():
    far = with_lever(Scenario(), "alibaba_plan", 2000)
    wide = with_assumption(Scenario(), "crowd_in", Spread(3, 5, 40))
    for row, scenario in ((LEVERS["alibaba_plan"], far), (ASSUMPTIONS["crowd_in"], wide)):
        assert "beyond the usual range" in longest(display(described(row), scenario))
        assert "beyond the usual range" not in longest(display(described(row), Scenario()))


@pytest.mark.parametrize(
    ("key", "element", "is_disputed"),
    [("voucher_budget", "chengdu", True), ("voucher_budget", "beijing", False)],
)
def test_that_a_figure_in_dispute_says_so_under_its_row(key, element, is_disputed):
    notes = longest(display(described(LEVERS[key], element), Scenario()))
    assert ("Figures in dispute" in notes) == is_disputed


def test_that_missing_figures_are_told_in_ever_shorter_words():
    note = display(described(LEVERS["subsidy_rate"]), Scenario()).notes[-1]
    assert "Beijing, Ningbo, Shandong (50% assumed)" in note[0]
    assert note[-1] == "3 of 7 unpublished"
    assert [len(form) for form in note] == sorted(map(len, note), reverse=True)


def test_that_a_row_of_all_places_says_where_it_is_their_mean():
    share, budget = described(LEVERS["subsidy_rate"]), described(LEVERS["voucher_budget"])
    assert ("Mean of the places",) in display(share, Scenario()).notes
    assert ("Mean of the places",) not in display(budget, Scenario()).notes
    assert name_beside(share, ["beijing"]) == "Share of rent paid, mean of places"
    assert name_beside(budget, ["beijing"]) == "Voucher budget, all"
