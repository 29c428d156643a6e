"""Each point of a sweep summed up: quantiles, and the share of futures that meet a level.

Eighth floor of planner. Quantiles are exact, of the futures that have a number; so are shares, of
all futures that have one. Of an outcome that counts states there is the share of each state. All
points of a batch are summed up at once.
"""

from collections.abc import Sequence

import numpy as np

from planner.ensemble.progress import Steps
from planner.ensemble.projection import QUANTILES
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Block, Folder, Values
from planner.sweep.summary.summed import Summary, states_of


def summing(
    folder: Folder, levels: Sequence[Level] = (), columns: Sequence[Column] | None = None
) -> Steps[Summary]:
    """Return the summary of some columns and of those that levels name; of all unless given.

    No other column is read. Yields the share that is read. Raises SweepError for a file that
    cannot be read.
    """
    asked = {each.column for each in levels} | {each.name for each in columns or ()}
    every = folder.plan.columns
    wanted = every if columns is None else tuple(each for each in every if each.name in asked)
    made = _empty(folder, wanted, tuple(levels))
    yield from folder.reading(wanted, _Filled(made).take)
    return made


def _empty(folder: Folder, columns: tuple[Column, ...], levels: tuple[Level, ...]) -> Summary:
    """Return a summary of nothing that is read so far."""
    points = folder.plan.points.count
    counted = [each for each in columns if states_of(each)]
    return Summary(
        folder=folder,
        columns=columns,
        levels=levels,
        quantiles=np.full((points, len(columns), len(QUANTILES)), np.nan),
        futures=np.zeros(points, np.int64),
        empty=np.zeros((points, len(columns)), np.int64),
        met=np.full((points, len(levels)), np.nan),
        states={each.name: np.full((points, len(states_of(each))), np.nan) for each in counted},
    )


class _Filled:
    """A summary that is filled block by block, before anybody else sees it."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary

    def take(self, block: Block) -> None:
        """Sum up the points of a block; its values are in another order afterwards."""
        own, made = slice(block.first - 1, block.first - 1 + len(block.values)), self._summary
        number = made.columns.index(block.column)
        known = np.count_nonzero(~np.isnan(block.values), axis=1)
        made.futures[own] = block.futures
        made.empty[own, number] = block.futures - known
        if states := states_of(block.column):
            for place, state in enumerate(states):
                shares = _shares(block.values == state.code, known)
                made.states[block.column.name][own, place] = shares
            return
        for place, level in enumerate(made.levels):
            if level.column == block.column.name:
                made.met[own, place] = _shares(level.met(block.values), known)
        made.quantiles[own, number] = _quantiles(block.values, known)


def _shares(which: np.ndarray, known: np.ndarray) -> Values:
    """Return the share of known futures at each point, NaN where there are none."""
    with np.errstate(invalid="ignore"):
        return np.asarray(np.count_nonzero(which, axis=1) / known)


def _quantiles(values: Values, known: np.ndarray) -> Values:
    """Return the quantiles of what is known at each point, float64[points, 5]."""
    found = np.full((len(values), len(QUANTILES)), np.nan)
    for count in np.unique(known[known > 0]).tolist():
        own = known == count
        part = values if own.all() else values[own]
        if count < values.shape[1]:
            part = np.sort(part, axis=1)[:, :count]  # NaN comes last
        with np.errstate(invalid="ignore"):  # between two unbounded values
            found[own] = np.quantile(part, QUANTILES, axis=1, overwrite_input=True).T
    return found
