"""Whether an effect keeps its sign: in how many futures, and in how many variants of the model.

Sixth floor of planner. The effect is that of a scenario's levers on one outcome in December of a
year, future by future, against the same futures without those levers. Variants are rows of
`planner.studies.variants`. A finding is worth printing only with what is told here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.progress import Steps, to_the_end
from planner.ensemble.sample import draw, draw_pieces
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.variants import Variant, variants_for

PIECE: Final = 2**14
"""Futures that are run together."""
NOTHING: Final = 1e-6
"""An effect smaller than this share of the level is rounding and has no sign."""
MOST: Final = 0.5
"""A variant has the sign that more than this share of its futures have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The effect in question: an outcome, an element or the whole, and a year."""

    outcome: str
    element: str
    year: int


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect in one variant: shares of futures above and below zero, quantiles of its size.

    Sizes are in the outcome's unit; `percent` is the median of the shares of each future's level
    without the levers, NaN where that is zero.
    """

    variant: Variant
    futures: int
    above: float
    below: float
    p10: float
    p50: float
    p90: float
    percent: float

    @property
    def sign(self) -> int:
        """1 or -1 where most futures agree, else 0."""
        return int(self.above > MOST) - int(self.below > MOST)

    @property
    def is_none(self) -> bool:
        """Whether no future changes: the variant has what is asked about already."""
        return self.above == self.below == 0

    def share_with(self, sign: int) -> float:
        """Return the share of futures with a sign."""
        return {1: self.above, -1: self.below}.get(sign, 1 - self.above - self.below)


@dataclass(frozen=True, slots=True)
class Robustness:
    """An effect in every variant, the model as specified first."""

    asked: Asked
    effects: tuple[Effect, ...]

    @property
    def specified(self) -> Effect:
        """The effect in the model as specified."""
        return self.effects[0]

    @property
    def sign(self) -> int:
        """The sign in the model as specified."""
        return self.specified.sign

    @property
    def turning(self) -> tuple[Effect, ...]:
        """The variants in which most futures do not have the sign of the specified model.

        One in which no future changes at all turns nothing.
        """
        others = self.effects[1:]
        return tuple(each for each in others if each.sign != self.sign and not each.is_none)

    @property
    def unchanged(self) -> tuple[Effect, ...]:
        """The variants in which no future changes: they speak neither for nor against the sign."""
        return tuple(each for each in self.effects[1:] if each.is_none)

    @property
    def is_open(self) -> bool:
        """Whether the sign hangs on the structure: there is none, or a variant turns it."""
        return self.sign == 0 or bool(self.turning)

    @property
    def weakest(self) -> Effect:
        """The variant with the smallest share of futures that have the sign."""
        told = [each for each in self.effects if not each.is_none]
        return min(told, key=lambda each: each.share_with(self.sign))


class RobustnessError(Exception):
    """A question that has no answer; the message is one sentence."""


def robustness(
    scenario: Scenario, asked: Asked, among: Sequence[Variant] = ()
) -> Steps[Robustness]:
    """Return the effect of a scenario's levers in every variant that it is compared in, or some.

    Yields the share that is done. Raises RobustnessError where the levers are those of the
    baseline, or no future has a number.
    """
    if not scenario.levers:
        raise RobustnessError(
            translate("Planner", "nothing is changed: the scenario has the levers of the baseline")
        )
    effects = []
    chosen = among or variants_for(scenario)
    for place, variant in enumerate(chosen):
        yield place / len(chosen)
        effects.append(effect_in(variant, scenario, asked))
    return Robustness(asked, tuple(effects))


def effect_in(variant: Variant, scenario: Scenario, asked: Asked) -> Effect:
    """Return the effect in one variant."""
    moved, without = (
        _futures(variant.applied(each), asked) for each in (scenario, baseline_under(scenario))
    )
    with np.errstate(invalid="ignore"):
        change = moved - without
    told = np.isfinite(change)
    if not told.any():
        name = model_text(model().outcomes[asked.outcome].label)
        said = translate("Planner", "{name} has no number in December {year}")
        raise RobustnessError(said.format(name=name, year=asked.year))
    return _effect(variant, change[told], without[told])


def _effect(variant: Variant, change: NDArray[np.float64], level: NDArray[np.float64]) -> Effect:
    smallest = NOTHING * np.abs(level)
    p10, p50, p90 = (float(each) for each in np.quantile(change, (0.1, 0.5, 0.9)))
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(level == 0, np.nan, 100 * change / np.abs(level))
    return Effect(
        variant=variant,
        futures=len(change),
        above=float(np.mean(change > smallest)),
        below=float(np.mean(change < -smallest)),
        p10=p10,
        p50=p50,
        p90=p90,
        percent=float(np.median(shares)),
    )


def _futures(scenario: Scenario, asked: Asked) -> NDArray[np.float64]:
    """Return the outcome in December of the year, float64[futures]; broken futures are NaN.

    They are run in pieces, so that memory is bounded however many there are.
    """
    run = replace(scenario, last_year=max(asked.year, FIRST_YEAR))
    chosen = to_the_end(choosing(run, run.futures))
    batches = draw_pieces(run, chosen, PIECE)
    if run.futures <= PIECE:
        batches = iter((draw(run, run.futures, chosen=chosen),))
    return np.concatenate([_read(each, asked) for each in batches])


def _read(batch: Batch, asked: Asked) -> NDArray[np.float64]:
    clock = Clock(max(asked.year, FIRST_YEAR))
    pair = (asked.outcome, asked.element)
    run = run_batch(batch, clock, (pair,))
    month = (asked.year - FIRST_YEAR + 1) * MONTHS_PER_YEAR - 1
    values = np.array(run.futures_of(pair)[month], np.float64)
    if run.broken is not None:
        values[~run.broken.whole(np.array([month]))[0]] = np.nan
    return values
