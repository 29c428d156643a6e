"""What it takes to build the national network sooner: money that is needed earlier.

Sixth floor of planner. The model charges the upgrade of the centers as the network proceeds, so a
sooner network moves that money forward. What has to be found for it is the most that is spent
earlier at any moment; on balance it may even save money, because fewer centers are upgraded. What
organizing it takes is not counted, since nothing is known of it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps
from planner.model.graph import model
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.studies.spending.futures import Futures

LEVER: Final = "network_build_time"
UPGRADE: Final = ("upgrade_cost", "")
STEPS: Final = 6
_MILLIONS: Final = 1000


@dataclass(frozen=True, slots=True)
class Network:
    """Build times in years, falling from that of the scenario, and what each takes in M CNY.

    Money is the mean over the futures of what is needed earlier than in the scenario, rising from
    zero.
    """

    times: tuple[float, ...]
    money: tuple[float, ...]

    @property
    def most(self) -> float:
        """What the soonest network takes, M CNY."""
        return self.money[-1]

    def build_time(self, money: float) -> float:
        """Return the build time in years that so many M CNY are enough for."""
        return float(np.interp(money, self.money, self.times))


def network_of(scenario: Scenario, futures: Futures) -> Steps[Network]:
    """Return what a sooner network takes against that of a scenario, in runs of the same futures.

    Yields the share that is done.
    """
    slow, fast = lever_value(scenario, LEVER), model().levers[LEVER].low
    times = tuple(float(each) for each in np.linspace(slow, min(fast, slow), STEPS + 1))
    if slow <= fast:
        return Network((slow,), (0.0,))
    before = futures.paths(scenario, (UPGRADE,))[0]
    money = [0.0]
    for done, time in enumerate(times[1:]):
        yield done / STEPS
        after = futures.paths(with_lever(scenario, LEVER, time), (UPGRADE,))[0]
        sooner = np.cumsum(after - before, axis=0).max(axis=0) / MONTHS_PER_YEAR
        money.append(max(money[-1], _MILLIONS * float(np.nanmean(sooner))))
    return Network(times, tuple(money))
