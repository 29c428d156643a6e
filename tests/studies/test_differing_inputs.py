"""Inputs are held against each other as values, however they are said."""

from dataclasses import replace

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_figures, with_lever
from planner.quantities.spread import Spread
from planner.studies.between import between
from planner.studies.differing_inputs import differing_inputs, differing_settings, set_otherwise

PLAIN = Scenario()
IMPORTS = LeverPath(tuple((2025.0 + year, 100.0 + year) for year in range(9)))


def test_that_nothing_differs_but_a_title():
    found = differing_inputs([PLAIN, replace(PLAIN, title="Other", notes="Mine", author="Me")])
    assert (found.levers, found.assumptions, found.settings) == ((), (), ())


def test_that_levers_assumptions_and_settings_are_found_in_the_order_of_the_model():
    other = with_lever(PLAIN, "voucher_budget.henan", 5.0)
    other = with_lever(other, "center_sellable_target", 0.8)
    other = with_assumption(other, "crowd_in", Spread(2, 4.15, 9))
    found = differing_inputs([PLAIN, PLAIN, replace(other, seed=7, last_year=2040)])
    assert sorted(found.levers) == ["center_sellable_target", "voucher_budget.henan"]
    assert found.assumptions == ("crowd_in",)
    assert found.settings == ("seed", "last_year")
    assert set(set_otherwise(PLAIN, other)) == {*found.levers, *found.assumptions}


def test_that_paths_which_differ_in_one_knot_that_is_never_said_in_short_differ():
    moved = LeverPath(tuple((d, 7.0 if d == 2030 else value) for d, value in IMPORTS.knots))
    one, other = (with_lever(PLAIN, "legal_imports", path) for path in (IMPORTS, moved))
    assert differing_inputs([one, other]).levers == ("legal_imports",)
    assert set_otherwise(one, other) == ("legal_imports",)


def test_that_a_lever_of_parts_is_named_by_them_unless_it_has_a_path_of_its_own():
    by_part = with_lever(PLAIN, "alibaba_plan", 500.0)
    assert differing_inputs([PLAIN, by_part]).levers == ("alibaba_plan",)
    whole = with_lever(PLAIN, "alibaba_capex", LeverPath(((2025, 100.0), (2028, 300.0))))
    assert "alibaba_capex" in differing_inputs([PLAIN, whole]).levers


def test_that_defaults_of_other_figures_differ_though_nobody_set_them():
    stated = with_figures(PLAIN, "as_stated")
    found = differing_inputs([PLAIN, stated])
    assert found.settings == ("figures",)
    assert found.levers
    assert set_otherwise(PLAIN, stated) == ()
    assert differing_settings([PLAIN, stated]) == ("figures",)


def test_that_what_lies_between_two_scenarios_is_half_way_in_every_input():
    other = with_lever(PLAIN, "center_sellable_target", 0.85)
    other = with_assumption(replace(other, title="Other"), "crowd_in", Spread(2, 4.15, 9))
    half = between(PLAIN, other, 0.5)
    assert half.title == "Other"
    assert dict(half.levers)["center_sellable_target"] == 0.75
    assert set_otherwise(between(PLAIN, other, 1.0), other) == ()
