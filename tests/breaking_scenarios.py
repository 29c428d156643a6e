"""Scenarios whose inputs are all allowed and drive the model out of its laws together.

Their futures are as drawn: what was measured would leave out those that break.
"""

from dataclasses import replace
from random import Random

from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from tests.reliability.any_scenario import any_scenario


def _assuming(scenario: Scenario, growth: Spread, elasticity: Spread) -> Scenario:
    assumed = with_assumption(scenario, "platform_growth_settled", growth)
    return with_assumption(assumed, "exit_elasticity", elasticity)


CENTER_BREAKS = _assuming(
    with_lever(
        Scenario("All to the clouds", draws="as drawn", seed=627003, futures=20), "center_share", 0
    ),
    Spread(1.10522, 1.26224, 2),
    Spread(0.0657415, 1.07894, 2.28657),
)
CLOSING_FAST = _assuming(
    Scenario("Closing fast", figures="as_stated", draws="as drawn", seed=333997, futures=20),
    Spread(0.504116, 1.07488, 1.32115),
    Spread(0, 3.15051, 5),
)
SOME_BREAK = _assuming(
    Scenario("Some close fast", draws="as drawn", futures=1500),
    Spread(0, 1.0, 1.1),
    Spread(0, 1, 5),
)


def any_allowed(seed: int, futures: int = 20) -> Scenario:
    """Return a scenario of any allowed inputs."""
    return replace(any_scenario(Random(seed)), title="Any", draws="as drawn", futures=futures)  # noqa: S311
