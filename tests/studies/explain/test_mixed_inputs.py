"""Mixtures of two scenarios: each input as one or as the other has it, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    lever_addresses,
    lever_at,
    lever_value,
    with_assumption,
    with_figures,
    with_lever,
)
from planner.quantities.spread import Spread, fixed
from planner.studies.explain.changed_inputs import ChangedInput, changed_inputs
from planner.studies.explain.game import all_together
from planner.studies.explain.mixed_inputs import mixed_inputs

PLAIN = Scenario(futures=30, draws="as drawn")
PLAN = with_lever(replace(PLAIN, title="Plan"), "alibaba_plan", 480)
LATER = with_lever(PLAN, "alibaba_later", 300)
PATH = with_lever(PLAIN, "alibaba_capex", LeverPath(((2025.0, 100.0), (2027.5, 250.0))))
RANGES = with_assumption(
    with_assumption(LATER, "crowd_in", Spread(2, 4.15, 9)), "capex_response", fixed(0.0)
)
CLOCK = Clock(2033)


def _all_levers() -> Scenario:
    made = replace(PLAIN, title="All")
    for name in lever_addresses():
        row, _ = lever_at(name)
        if row.key != "alibaba_capex":
            made = with_lever(made, name, row.low + 0.37 * (row.high - row.low))
    return made


def _in_all_areas(key: str, change) -> Scenario:
    made = replace(PLAIN, title=key)
    for name in lever_addresses():
        if name.startswith(f"{key}."):
            made = with_lever(made, name, change(lever_value(PLAIN, name)))
    return made


DOUBLED = _in_all_areas("voucher_budget", lambda value: 2 * value)
LEVELED = _in_all_areas("subsidy_rate", lambda _: 0.6)
SCENARIOS = {
    "doubled": DOUBLED,
    "leveled": LEVELED,
    "plan": PLAN,
    "both parts": LATER,
    "path": PATH,
    "ranges": RANGES,
    "all levers": _all_levers(),
    "figures": with_figures(replace(RANGES, title="Figures"), "as_stated"),
}


def _mixed(before: Scenario, after: Scenario):
    changed = changed_inputs(before, after)
    chosen = to_the_end(choosing(replace(after, assumptions=()), 30))
    return changed, mixed_inputs((before, after), changed, chosen, 30, CLOCK)


def _full(batch) -> np.ndarray:
    """Return every input but levers in every future."""
    full = np.repeat(batch.fixed[:, None], batch.futures, axis=1)
    full[batch.drawn_rows] = batch.drawn
    return full


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_nothing_switched_is_the_one_and_everything_the_other(name):
    after = SCENARIOS[name]
    for one, other in ((PLAIN, after), (after, PLAIN), (RANGES, after)):
        if one == other:
            continue
        changed, mixed = _mixed(one, other)
        for coalition, scenario in ((0, one), (all_together(len(changed)), other)):
            batch, own = mixed.batch(coalition), draw(scenario, 30, CLOCK)
            assert np.array_equal(batch.levers, own.levers)
            assert np.array_equal(_full(batch), _full(own))


def test_that_the_plan_and_what_comes_after_it_are_two_inputs():
    changed, mixed = _mixed(PLAIN, LATER)
    assert changed == (
        ChangedInput("lever", "alibaba_plan"),
        ChangedInput("lever", "alibaba_later"),
    )
    assert np.array_equal(mixed.batch(0b01).levers, draw(PLAN, 30, CLOCK).levers)


def test_that_knots_are_one_input_whatever_parts_they_have():
    changed, _ = _mixed(LATER, PATH)
    assert changed == (ChangedInput("path", "alibaba_capex"),)


@pytest.mark.parametrize(("after", "key"), [(DOUBLED, "voucher_budget"), (LEVELED, "subsidy_rate")])
def test_that_a_lever_moved_in_all_areas_is_one_input(after, key):
    assert changed_inputs(PLAIN, after) == (ChangedInput("lever", key),)
    one_more = with_lever(after, f"{key}.chengdu", 0.3)
    assert len(changed_inputs(PLAIN, one_more)) == 7


def test_that_one_range_moves_alone():
    changed, mixed = _mixed(LATER, RANGES)
    assert [each.kind for each in changed] == ["assumption", "assumption"]
    for bit, each in enumerate(changed):
        alone = replace(
            LATER, assumptions=tuple(pair for pair in RANGES.assumptions if pair[0] == each.name)
        )
        assert np.array_equal(_full(mixed.batch(1 << bit)), _full(draw(alone, 30, CLOCK)))


def test_that_mixing_leaves_both_ends_as_they_are():
    changed, mixed = _mixed(PLAIN, RANGES)
    before = _full(mixed.batch(0)).copy(), mixed.batch(0).levers.copy()
    mixed.batch(all_together(len(changed)))
    assert np.array_equal(_full(mixed.batch(0)), before[0])
    assert np.array_equal(mixed.batch(0).levers, before[1])
