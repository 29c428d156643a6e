"""In which futures a scenario misses its targets, told by few assumptions.

Sixth floor of planner. A future misses where it does not meet every target that is asked. Boxes
over the drawn assumptions are found by the patient rule induction method.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.ensemble.bands.years import pairs_of_targets
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.met import KEPT_BYTES, meeting
from planner.ensemble.progress import Steps, as_part
from planner.ensemble.sample import draw
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.model.targets.target import Target, years_judged
from planner.storage.sentences.catalog import translate
from planner.studies.answers.stamp import stamp_of
from planner.studies.discover.covering import Covered, covering
from planner.studies.discover.discovery import Discovery, Limit, MissBox
from planner.studies.discover.peeling import Box, Cases, Inputs

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

FUTURES_AT_MOST: Final = 10_000
"""So many of a scenario's futures, at most, are looked at: more move no bound that is told."""
_BYTES: Final = 4
_RUN = 0.4
"""Share of the work that the run was measured to take."""


class DiscoverError(ValueError):
    """A question that has no answer; the message is one sentence."""


def discovering(
    used: "Projector", scenario: Scenario, targets: Sequence[Target], futures: int | None = None
) -> Steps[Discovery]:
    """Return in which of a scenario's futures not all of these targets are met.

    At most 10,000 are looked at. Yields the share that is done. Raises DiscoverError where there
    is no target, one lies beyond the run, or nothing is drawn.
    """
    _check(scenario, targets)
    asked = replace(scenario, futures=_held(scenario, targets, futures or scenario.futures))
    steps = used.steps(asked, (), targets=targets)
    run = yield from as_part(steps, 0, _RUN)
    if run.year_values is None:
        raise ValueError("what so few futures are judged by is kept")
    meets, whole = meeting(run.year_values, targets, asked.last_year)
    values = draw(asked, asked.futures).drawn[:, 1:][:, whole]
    missed = ~meets[whole]
    stamp, wanted = replace(stamp_of(asked), of=futures or scenario.futures), tuple(targets)
    share = float(missed.mean()) if len(missed) else float("nan")
    if not 0 < share < 1:
        return Discovery(asked.title, wanted, share, (), stamp)
    found = yield from as_part(covering(values, missed), _RUN, 1)
    names = drawn_assumptions(asked)
    boxes = tuple(told(each, names, values, missed) for each in found)
    return Discovery(asked.title, wanted, share, boxes, stamp)


def _held(scenario: Scenario, targets: Sequence[Target], futures: int) -> int:
    """Return how many of so many futures are held one by one, with what they are judged by."""
    years = scenario.last_year - FIRST_YEAR + 1
    bytes_of_one = _BYTES * years * len(pairs_of_targets(targets))
    return min(futures, FUTURES_AT_MOST, KEPT_BYTES // bytes_of_one)


def _check(scenario: Scenario, targets: Sequence[Target]) -> None:
    if not targets:
        raise DiscoverError(translate("Planner", "there is no target that a future could miss"))
    if not all(years_judged(each, scenario.last_year) for each in targets):
        raise DiscoverError(
            translate("Planner", "a target lies beyond {last_year}, where the run ends").format(
                last_year=scenario.last_year
            )
        )
    if not drawn_assumptions(scenario):
        raise DiscoverError(
            translate("Planner", "no assumption is drawn, so that all futures are the same")
        )


def told(found: Covered, names: Sequence[str], values: Inputs, missed: Cases) -> MissBox:
    """Return a box as limits of inputs by their names, and how many misses and others it holds.

    `values` is float64[inputs, futures], `missed` bool[futures].
    """
    box = found.box
    limits = [_limit(found, column, names[column], values[column]) for column in box.restricted]
    return MissBox(
        limits=tuple(sorted(limits, key=lambda each: each.chance)),
        coverage=box.cases / int(missed.sum()),
        density=box.density,
        mass=box.inside / len(missed),
        peeled=found.peeled,
    )


def _limit(found: Covered, column: int, address: str, drawn: Inputs) -> Limit:
    low, high = _bounds(found.box, column)
    return Limit(
        address=address,
        low=low,
        high=high,
        from_share=0.0 if low is None else float(np.mean(drawn < low)),
        to_share=1.0 if high is None else float(np.mean(drawn <= high)),
        chance=max(each for side, each in found.chances.items() if side[0] == column),
    )


def _bounds(box: Box, column: int) -> tuple[float | None, float | None]:
    low, high = float(box.low[column]), float(box.high[column])
    return (low if np.isfinite(low) else None), (high if np.isfinite(high) else None)
