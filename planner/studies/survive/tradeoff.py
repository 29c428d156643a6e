"""Two outcomes at once: what scenarios gain in one and lose in the other, and which are not beaten.

Sixth floor of planner. A scenario is beaten by another that is at least as good in both outcomes
and better in one; those that are not beaten are the Pareto set. Doing nothing is one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps, as_part
from planner.model.outcome import Better
from planner.model.scenario import Scenario, baseline_under
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.robustness import NOTHING
from planner.studies.survive.surviving import SurviveError, alike, check, levels
from planner.studies.survive.worlds import World, worlds

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_QUANTILES: Final = (0.5, 0.1, 0.9)

Span = tuple[float, float, float]
"""Median, P10 and P90 of a difference from the baseline, in the outcome's unit."""


@dataclass(frozen=True, slots=True)
class Point:
    """One scenario: what it changes in both outcomes, and whether it is beaten.

    By its medians, and in which share of futures it is not. Doing nothing has an empty title.
    """

    title: str
    first: Span
    second: Span
    is_beaten: bool
    unbeaten: float


@dataclass(frozen=True, slots=True)
class TradeOff:
    """Two outcomes with what is better of each, in one world; doing nothing is the first point."""

    first: About
    second: About
    better: tuple[Better, Better]
    world: World
    points: tuple[Point, ...]
    stamp: Stamp

    @property
    def pareto(self) -> tuple[Point, ...]:
        """The points that are not beaten by their medians, by rising first outcome."""
        return tuple(sorted((p for p in self.points if not p.is_beaten), key=lambda p: p.first))


def trading_off(
    used: "Projector",
    scenarios: Sequence[Scenario],
    abouts: tuple[About, About],
    better: tuple[Better, Better] = ("more", "less"),
    world: World | None = None,
) -> Steps[TradeOff]:
    """Return what scenarios change in two outcomes, in a world or in that of the defaults.

    Yields the share that is done. Raises SurviveError as `surviving` does, and for one outcome
    against itself.
    """
    asked, world = alike(scenarios), world or worlds()[0]
    check(asked, *abouts)
    if abouts[0].pair == abouts[1].pair:
        raise SurviveError(translate("Planner", "the two outcomes are one and the same"))
    placed = [world.applied(each) for each in (baseline_under(asked[0]), *asked)]
    values = np.empty((2, len(placed), asked[0].futures))
    works = [(number, side) for number in range(len(placed)) for side in range(2)]
    for done, (number, side) in enumerate(works):
        yield done / len(works)
        steps = levels(used, placed[number], abouts[side])
        ends = (each / len(works) for each in (done, done + 1))
        values[side, number] = yield from as_part(steps, *ends)
    values = values[:, :, np.isfinite(values).all(axis=(0, 1))]
    if not values.shape[2]:
        raise SurviveError(
            translate("Planner", "no future has a number for both outcomes in all scenarios")
        )
    titles = ("", *(each.title for each in asked))
    points = _points(titles, values, better)
    stamp = stamp_of(scenarios[0], asked[0].futures)
    return TradeOff(*abouts, better, world, points, stamp)


def beaten(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which choices are beaten by another one, bool[choices, ...].

    `values` is float64[2, choices, ...], more being better in both. Rounding beats nobody.
    """
    margin = NOTHING * np.abs(values).max(axis=1, keepdims=True)
    gap = values[:, :, None] - values[:, None, :]
    margin = margin[:, :, None]
    wins = (gap >= -margin).all(axis=0) & (gap > margin).any(axis=0)
    return np.asarray(wins.any(axis=0))


def _points(
    titles: Sequence[str], values: NDArray[np.float64], better: tuple[Better, Better]
) -> tuple[Point, ...]:
    signs = np.array([1.0 if each == "more" else -1.0 for each in better])
    change = values - values[:, :1]
    spans = np.moveaxis(np.quantile(change, _QUANTILES, axis=2), 0, -1)
    lost = beaten(signs[:, None] * spans[:, :, 0])
    unbeaten = 1 - beaten(signs[:, None, None] * values).mean(axis=1)
    return tuple(
        Point(title, _span(spans[0, place]), _span(spans[1, place]), bool(lost[place]), share)
        for place, (title, share) in enumerate(zip(titles, unbeaten.tolist(), strict=True))
    )


def _span(numbers: NDArray[np.float64]) -> Span:
    middle, low, high = (float(each) for each in numbers)
    return middle, low, high
