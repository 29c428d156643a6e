"""Scenarios with the longest stories that somebody may keep."""

from planner.model.inputs import default_value
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_at,
    assumption_default,
    lever_addresses,
    lever_at,
    parts_of,
    with_assumption,
    with_lever,
)
from planner.model.story.states import beside_of, step_of, with_story
from planner.quantities.spread import Spread

BESIDE = 7


def everything_changed() -> Scenario:
    """Return a scenario with all assumptions changed, and each lever that takes a number."""
    changed = Scenario(title="Everything")
    for name in lever_addresses():
        row, _ = lever_at(name)
        if not parts_of(row):
            changed = with_lever(changed, name, (row.low + row.high) / 3)
    for name in assumption_addresses():
        assumed, _ = assumption_at(name)
        usual = assumption_default(name)
        changed = with_assumption(changed, name, Spread(assumed.least, usual.central, usual.high))
    return changed


def everything_dated() -> Scenario:
    """Return a scenario with as many knots as a path may have in each lever that takes them."""
    dated = Scenario(title="Dated")
    for name in lever_addresses():
        row, element = lever_at(name)
        if row.part is None and row.over_time != "constant":
            value = default_value(row, element, "corroborated")
            knots = ((2026 + place / 8, value + place % 2 * row.step) for place in range(120))
            dated = with_lever(dated, name, LeverPath(tuple(knots)))
    return dated


def with_long_story(state: Scenario, steps: int) -> Scenario:
    """Return a scenario with so many steps, in each of them as many beside it as there may be."""
    beside = tuple(beside_of(state, f"Beside {number}") for number in range(BESIDE))
    story = (step_of(state, f"Step {number}", beside=beside) for number in range(steps))
    return with_story(Scenario(title="Told"), tuple(story))
