"""Each point of a sweep summed up: quantiles, and the share of futures that meet a level.

Eighth floor of planner. Quantiles are exact, of the futures that have a number; so are shares, of
all futures that have one. Of an outcome that counts states there is the share of each state.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING
from planner.ensemble.progress import Steps
from planner.ensemble.projection import QUANTILES
from planner.model.graph import model
from planner.sweep.plan.columns import Column
from planner.sweep.summary.reader import Folder, Values

Sense = Literal["at least", "at most"]
SIGNS: Final[dict[Sense, str]] = {"at least": ">=", "at most": "<="}


@dataclass(frozen=True, slots=True)
class Level:
    """A number in the unit of a column's outcome that a future is to be at least or at most."""

    column: str
    sense: Sense
    value: float

    @property
    def text(self) -> str:
        """The level as it is written: `>=9000`."""
        return f"{SIGNS[self.sense]}{self.value:.10g}"

    def met(self, values: Values) -> NDArray[np.bool_]:
        """Tell which values meet it, but for what the engine rounds."""
        margin = ROUNDING * abs(self.value)
        if self.sense == "at least":
            return np.asarray(values >= self.value - margin)
        return np.asarray(values <= self.value + margin)

    def share(self, values: Values) -> float:
        """Return the share of values that meet it."""
        return float(self.met(values).mean()) if len(values) else float("nan")


@dataclass(frozen=True, slots=True)
class Row:
    """One column at one point: how many futures, how many of them without a number.

    `quantiles` are P10, P25, P50, P75 and P90, NaN of states and where there is no number. `met` is
    the share that meets the level or is in the state which `asked` names, both empty without one.
    """

    point: int
    column: Column
    futures: int
    empty: int
    quantiles: tuple[float, ...]
    asked: str = ""
    met: float | None = None


def summing(folder: Folder, levels: Sequence[Level] = ()) -> Steps[tuple[Row, ...]]:
    """Return a row of each point and column, or of each level; yields the share that is read.

    Raises SweepError for a file that cannot be read.
    """
    rows: list[Row] = []
    for point, column, values in folder.values():
        rows.extend(_rows(point, column, values, levels))
        yield point / folder.plan.points.count
    return tuple(rows)


def _rows(point: int, column: Column, values: Values, levels: Sequence[Level]) -> Iterator[Row]:
    known = values[~np.isnan(values)]
    futures, empty = len(values), len(values) - len(known)
    outcome = model().outcomes[column.outcome]
    if outcome.states:
        for state in outcome.states:
            share = float((known == state.code).mean()) if len(known) else float("nan")
            none = (float("nan"),) * len(QUANTILES)
            yield Row(point, column, futures, empty, none, state.key, share)
        return
    quantiles = _quantiles(known)
    own = [each for each in levels if each.column == column.name]
    if not own:
        yield Row(point, column, futures, empty, quantiles)
    for each in own:
        yield Row(point, column, futures, empty, quantiles, each.text, each.share(known))


def _quantiles(known: Values) -> tuple[float, ...]:
    if not len(known):
        return (float("nan"),) * len(QUANTILES)
    with np.errstate(invalid="ignore"):  # between two unbounded values
        return tuple(float(each) for each in np.quantile(known, QUANTILES))
