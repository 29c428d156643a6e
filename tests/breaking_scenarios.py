"""Scenarios that drive the model out of its laws, by assumptions far beyond their ranges.

No allowed inputs do that. What is there to catch those that would is tested with chips, or
enterprises, that multiply until no number holds them: late, and not in all futures.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from random import Random

from planner.files.format import schema
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.inputs import Assumption
from planner.model.scenario import Scenario, with_lever
from planner.quantities.spread import Spread, fixed
from tests.reliability.model.any_scenario import any_scenario

BEYOND = ("domestic_realization", "growth_limit")


def assuming(scenario: Scenario, assumptions: Mapping[str, Spread]) -> Scenario:
    """Return the scenario with assumptions that nobody may make, drawn as they are."""
    return replace(scenario, assumptions=tuple(assumptions.items()), draws="as drawn")


def with_chips(scenario: Scenario, realization: Spread) -> Scenario:
    """Return the scenario with domestic chips that multiply."""
    limits = {"domestic_realization": realization, "growth_limit": fixed(1000)}
    return assuming(scenario, limits)


def _generous(scenario: Scenario) -> Scenario:
    for area in AREAS:
        scenario = with_lever(scenario, f"voucher_budget.{area}", 100_000)
        scenario = with_lever(scenario, f"subsidy_rate.{area}", 1)
    return scenario


CENTER_BREAKS = with_chips(Scenario("Chips without bounds", futures=20), Spread(150, 300, 400))
BREAKS_LATE = with_chips(
    Scenario("Chips at the edge", figures="as_stated", futures=20), Spread(240, 262, 300)
)
SOME_BREAK = with_chips(Scenario("Some without bounds", futures=1500), Spread(100, 200, 300))
DEARTH_BREAKS = assuming(
    _generous(Scenario("Enterprises that dear compute multiplies", seed=1, futures=1500)),
    {
        "entry_elasticity": fixed(-0.45),
        "net_growth_other": Spread(20, 40, 95),
        "enterprise_room": fixed(1e304),
    },
)
"""More enterprises are founded where compute is dearer: first in the world without vouchers."""


@contextmanager
def anything_allowed() -> Iterator[None]:
    """Let files hold what nobody may set, as long as the block runs."""
    rows = [model().assumptions[key] for key in BEYOND]
    bounds = [row.most for row in rows]
    try:
        _allow(rows, [1000.0] * len(rows))
        yield
    finally:
        _allow(rows, bounds)


def _allow(rows: Sequence[Assumption], bounds: Sequence[float]) -> None:
    """Let rows go up to other bounds, and files be checked by them anew."""
    for row, most in zip(rows, bounds, strict=True):
        object.__setattr__(row, "most", most)
    schema._file_model.cache_clear()
    schema._json_schema.cache_clear()


def any_allowed(seed: int, futures: int = 20) -> Scenario:
    """Return a scenario of any allowed inputs."""
    return replace(any_scenario(Random(seed)), title="Any", futures=futures)  # noqa: S311
