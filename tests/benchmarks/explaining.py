"""How long it takes to tell why an outcome changed: with six inputs, and while a hand moves."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from planner.engine.threads import MOST
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, lever_at, with_lever
from planner.studies.answers.about import About
from planner.studies.explain.explain import explained

Work = Callable[[], object]

LEVERS: Final = (
    "network_build_time",
    "center_sellable_target",
    "voucher_budget.chengdu",
    "alibaba_plan",
    "subsidy_rate.chengdu",
    "other_capex",
)
DRAGGED: Final = 3
DRAGGED_FUTURES: Final = 250
_ABOUT: Final = About("enterprises", "", 2030)


def explain_six() -> Work:
    """Return the explanation of six levers with 1,000 futures, each time of another scenario."""
    return _explaining(len(LEVERS), len(LEVERS), 1000, MOST)


def explain_in_a_drag() -> Work:
    """Return the explanation of three levers as the window refreshes it while a hand moves one."""
    return _explaining(DRAGGED, 1, DRAGGED_FUTURES, 1)


def _explaining(inputs: int, moved: int, futures: int, threads: int) -> Work:
    before, calls = Scenario(), [0]

    def run() -> object:
        calls[0] += 1
        after = replace(before, title="Changed")
        for number, name in enumerate(LEVERS[:inputs]):
            row, _ = lever_at(name)
            share = 0.6 + (0.001 * calls[0] if number < moved else 0.0)
            after = with_lever(after, name, row.low + share * (row.high - row.low))
        return to_the_end(explained(before, after, _ABOUT, futures=futures, threads=threads))

    return run
