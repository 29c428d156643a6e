"""From when to when the number of a lever acts, and how it is told."""

import pytest

from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import elements_of
from planner.model.lever_settings import acting_within
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, lever_value, parts_of, with_lever
from planner.studies.differing_inputs import differing_inputs
from planner.studies.inspect.node import ALL, Node
from tests.some import some
from ui.wording.compared.inputs import input_lines
from ui.wording.inspect.about import range_lines
from ui.wording.rows.described import described
from ui.wording.rows.tip import tip_of

PLAIN = Scenario()
ENDS = {
    "voucher_budget.chengdu": (2025.0, 2031.0),
    "alibaba_plan": (2025.25, 2028.25),
    "alibaba_later": (2028.25, None),
    "legal_imports": (2026.5, None),
    "network_build_time": (2025.0, None),
}


@pytest.mark.parametrize("name", ENDS)
def test_that_a_lever_acts_where_another_number_changes_its_path(name):
    first, end = acting_within(PLAIN, name)
    assert first == pytest.approx(ENDS[name][0])
    assert end == (ENDS[name][1] and pytest.approx(ENDS[name][1]))


def test_that_no_number_changes_the_path_of_any_lever_before_it_acts():
    rows = {key: row for key, row in model().levers.items() if not parts_of(row)}
    for key, row in some(rows.items()):
        for element in some(elements_of(row)):
            name = address(key, element)
            first, _ = acting_within(PLAIN, name)
            number = lever_value(PLAIN, name)
            other = with_lever(PLAIN, name, row.low if number > row.low else row.high)
            before, after = (
                {date: value for date, value in lever_path(each, name).knots if date < first - 1}
                for each in (PLAIN, other)
            )
            assert before == {date: after[date] for date in before}, name


def test_that_a_path_of_ones_own_says_when_it_acts():
    late = with_lever(PLAIN, "voucher_budget.chengdu", LeverPath(((2025, 0), (2028, 100))))
    first, end = acting_within(late, "voucher_budget.chengdu")
    assert first == pytest.approx(2028.0)
    assert end is None


def test_that_tips_and_inspect_say_it():
    lever = model().levers["voucher_budget"]
    said = "Acts from Jan 2025 to Dec 2030."
    assert said in tip_of(described(lever, "chengdu"), PLAIN)
    assert said in tip_of(described(lever), PLAIN)
    assert said in range_lines(Node("voucher_budget", "chengdu"), PLAIN)
    assert said in range_lines(Node("voucher_budget", ALL), PLAIN)
    assert "Acts from Jul 2026 on." in tip_of(described(model().levers["legal_imports"]), PLAIN)


def test_that_a_number_that_differs_says_it_and_a_path_has_its_own_dates():
    other = with_lever(PLAIN, "alibaba_plan", 480.0)
    other = with_lever(other, "voucher_budget.chengdu", LeverPath(((2025, 10), (2028, 100))))
    scenarios = (PLAIN, other)
    lines = {each.address: each for each in input_lines(differing_inputs(scenarios), scenarios)}
    assert lines["alibaba_plan"].acting == "Apr 2025 to Mar 2028"
    assert lines["voucher_budget.chengdu"].acting == ""
