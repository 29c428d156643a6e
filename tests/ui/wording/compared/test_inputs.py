"""Areas that move alike stand in one line of what differs, others in a line each."""

from planner.model.indices import AREAS
from planner.model.scenario import Scenario, lever_default, with_lever
from planner.studies.differing_inputs import differing_inputs
from ui.wording.compared.inputs import input_lines


def _lines(*scenarios):
    return input_lines(differing_inputs(scenarios), scenarios)


def _times(factor: float) -> Scenario:
    scenario = Scenario(title=f"Times {factor}")
    for area in AREAS:
        name = f"voucher_budget.{area}"
        scenario = with_lever(scenario, name, factor * lever_default(name))
    return scenario


def test_that_areas_that_move_alike_stand_in_one_line(qapp):
    (line,) = _lines(Scenario(), _times(4), _times(2))
    assert line.name == "Voucher budget, all places"
    assert line.texts == ("1,510", "6,040", "3,020")


def test_that_areas_that_move_otherwise_stand_in_a_line_each(qapp):
    own = with_lever(_times(4), "voucher_budget.chengdu", 123.0)
    lines = _lines(Scenario(), own)
    assert len(lines) == len(AREAS)
    assert {line.texts[1] for line in lines if "Chengdu" in line.name} == {"123"}


def test_that_one_area_stands_by_itself(qapp):
    own = with_lever(Scenario(), "voucher_budget.chengdu", 200.0)
    (line,) = _lines(Scenario(), own)
    assert line.name == "Voucher budget, Chengdu"


def test_that_a_number_that_scales_a_path_is_told_with_its_date_and_the_end_of_the_path(qapp):
    more = with_lever(Scenario(), "other_capex", 623)
    (line,) = _lines(Scenario(), more)
    assert line.texts == ("523 in 2025, 1,590 in 2036", "623 in 2025, 1,894 in 2036")
    (steady,) = _lines(Scenario(), with_lever(Scenario(), "network_build_time", 2))
    assert steady.texts == ("4", "2")
