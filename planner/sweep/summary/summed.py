"""What is told of each point of a sweep, as arrays, and row by row for tables.

Eighth floor of planner, frozen values. A million points take 8 bytes for each number here; a row
is made when it is asked for, and none is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import QUANTILES
from planner.model.graph import model
from planner.model.outcome import State
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Folder, Values

MEDIAN = QUANTILES.index(0.5)


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


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """Columns of a folder summed up by point; point number n is at place n - 1.

    `quantiles` is float64[points, columns, 5]: P10, P25, P50, P75 and P90, NaN of states and where
    there is no number. `futures` is int64[points], 0 where nothing of a point is done; `empty` is
    int64[points, columns]: futures without a number. `met` is float64[points, levels], the share of
    futures with a number that meet a level; `states` is the share in each state by the name of a
    column that has any, float64[points, states]; both are NaN without numbers.
    """

    folder: Folder
    columns: tuple[Column, ...]
    levels: tuple[Level, ...]
    quantiles: Values
    futures: NDArray[np.int64]
    empty: NDArray[np.int64]
    met: Values
    states: Mapping[str, Values]

    def medians(self, column: Column) -> Values:
        """Return the median of a column at each point, float64[points]."""
        return self.quantiles[:, self.columns.index(column), MEDIAN]

    def shares(self, level: Level) -> Values:
        """Return the share that meets one of its levels at each point, float64[points]."""
        return self.met[:, self.levels.index(level)]

    def rows(self) -> Iterator[Row]:
        """Yield a row of each point and column, or of each level or state of one.

        In the order of points, then of columns; points of which nothing is done are passed over.
        """
        there = np.flatnonzero(self.futures).tolist()
        for place, (number, column) in product(there, enumerate(self.columns)):
            yield from self._rows(place, number, column)

    def _rows(self, place: int, number: int, column: Column) -> Iterator[Row]:
        row = Row(
            point=place + 1,
            column=column,
            futures=int(self.futures[place]),
            empty=int(self.empty[place, number]),
            quantiles=tuple(self.quantiles[place, number].tolist()),
        )
        yield from self._asked(row, place) or [row]

    def _asked(self, row: Row, place: int) -> list[Row]:
        name = row.column.name
        if name in self.states:
            keys = [state.key for state in states_of(row.column)]
            shares = self.states[name][place].tolist()
        else:
            own = [number for number, each in enumerate(self.levels) if each.column == name]
            keys = [self.levels[number].text for number in own]
            shares = self.met[place, own].tolist()
        return [replace(row, asked=key, met=share) for key, share in zip(keys, shares, strict=True)]


def states_of(column: Column) -> Sequence[State]:
    """Return the states that an outcome counts, none of one that has numbers."""
    return model().outcomes[column.outcome].states
