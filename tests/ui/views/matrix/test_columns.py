"""Which levers stand in the matrix: what differs first, then what was chosen, and it stays put."""

from dataclasses import replace

from planner.model.indices import address
from planner.model.inputs import elements_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_addresses, lever_at, with_lever
from ui.views.matrix.columns import (
    LeverChoice,
    choice_in,
    columns_of,
    differing_levers,
    input_of,
)

PLAN = with_lever(Scenario(), "alibaba_plan", 900)


def test_that_levers_that_differ_come_first_and_each_once():
    found = columns_of([Scenario(), PLAN], LeverChoice(), ())
    assert found[0] == "alibaba_plan"
    assert len(set(found)) == len(found) > 5


def test_that_a_column_keeps_its_place_while_others_come_and_differences_go():
    before = columns_of([Scenario(), PLAN], LeverChoice(("vacancy_does_not_exist",)), ())
    more = with_lever(Scenario(), "network_build_time", 2)
    found = columns_of([Scenario(), more], LeverChoice(()), (), before[:1])
    assert found == ("alibaba_plan", "network_build_time")


def test_that_a_lever_that_differs_in_one_place_has_a_column_of_that_place():
    name = "voucher_budget.henan"
    assert differing_levers([Scenario(), with_lever(Scenario(), name, 1)]) == (name,)


def test_that_a_lever_that_differs_everywhere_has_one_column():
    lever, _ = lever_at("voucher_budget.henan")
    scenario = Scenario()
    for element in elements_of(lever):
        scenario = with_lever(scenario, address(lever.key, element), 7)
    assert differing_levers([Scenario(), scenario]) == ("voucher_budget",)


def test_that_a_path_that_moves_in_parts_stands_there_by_its_parts():
    path = LeverPath(((2025.0, 100.0), (2028.0, 300.0)))
    scenario = with_lever(Scenario(), "alibaba_capex", path)
    assert differing_levers([Scenario(), scenario]) == ("alibaba_plan", "alibaba_later")


def test_that_every_lever_of_the_model_has_a_description_once_it_differs():
    seen = 0
    for name in lever_addresses():
        lever, _ = lever_at(name)
        try:
            scenario = with_lever(Scenario(), name, lever.most)
        except ValueError:
            continue
        for column in differing_levers([Scenario(), scenario]):
            assert input_of(column).address == column
            seen += 1
    assert seen > 30


def test_that_the_places_of_the_window_stand_in_for_all_places():
    assert "voucher_budget" in columns_of([Scenario()], LeverChoice(), ())
    found = columns_of([Scenario()], LeverChoice(), ("henan",))
    assert "voucher_budget.henan" in found
    assert "voucher_budget" not in found


def test_that_what_was_chosen_is_kept_and_what_is_damaged_is_left_out():
    choice = LeverChoice().toggled("voucher_budget.henan", ()).toggled("alibaba_plan", ())
    assert "voucher_budget.henan" in choice.chosen(())
    assert "alibaba_plan" not in choice.chosen(())
    assert choice_in(choice.text()) == choice
    assert choice_in(LeverChoice().text()) == LeverChoice()
    assert choice_in("chosen alibaba_plan nonsense voucher_budget.mars alibaba_capex") == (
        LeverChoice(("alibaba_plan",))
    )
    assert choice_in("") == LeverChoice()
    assert replace(choice, levers=()).chosen(()) == ()
