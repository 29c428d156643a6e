"""Finds which stock breaks the law first in a future that is known to break it.

Fourth floor of planner. Most stocks that ever do are outcomes, which the fast engine gives; only
for the others the interpreter runs the future once more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, lever_address_rows
from planner.engine.broken import Broken
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch
from planner.model.graph import COUNTERFACTUAL_ZERO, model
from planner.model.indices import ELEMENTS, split_address
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR

Lines = Mapping[tuple[str, str], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Break:
    """A variable's element that breaks a law in a month, in the world `without` vouchers or with.

    It is negative, or else not finite. It has no name where it could not be found.
    """

    month: int
    variable: str
    element: str
    negative: bool
    without: bool = False


def first_break(broken: Broken) -> Break:
    """Return which stock of the future to tell of breaks the law first."""
    month = broken.first
    clock = Clock(FIRST_YEAR + month // MONTHS_PER_YEAR)
    told = replace(broken.told, levers=broken.told.levers[: clock.steps])
    worlds = (False, told), (True, _without_vouchers(told))
    for lines_of in (_outcome_lines, _stock_lines):
        for world, inputs in worlds:
            for one in _breaks(lines_of(inputs, clock), world):
                if one.month == month:
                    return one
    return Break(month, "", "", negative=False)


def _outcome_lines(batch: Batch, clock: Clock) -> Lines:
    """Return the stocks that are outcomes."""
    stocks = frozenset(model().stocks)
    pairs = {
        (outcome.key, element): (outcome.variable(element), element)
        for outcome in model().outcomes.values()
        for element in outcome.elements
        if outcome.variable(element) in stocks
    }
    run = run_batch(batch, clock, tuple(pairs))
    return {stock: run.center_of(pair) for pair, stock in pairs.items()}


def _stock_lines(batch: Batch, clock: Clock) -> Lines:
    """Return all stocks, slowly."""
    paths = interpret(batch, clock, model().stocks)
    return {
        (name, element): line
        for name, path in paths.items()
        for element, line in zip(
            ELEMENTS[model().indices[name]], path.reshape(len(path), -1).T, strict=True
        )
    }


def _breaks(lines: Lines, without: bool) -> Iterator[Break]:  # noqa: FBT001 - a world of two
    """Yield the first break of each line that breaks the law."""
    for (name, element), line in lines.items():
        least = -np.inf if model().equations[name].signed else 0.0
        lawless = ~((line >= least) & np.isfinite(line))
        if lawless.any():
            month = int(np.argmax(lawless))
            yield Break(month, name, element, bool(line[month] < 0), without)


def _without_vouchers(batch: Batch) -> Batch:
    levers = batch.levers.copy()
    for name, row in lever_address_rows().items():
        if split_address(name)[0] in COUNTERFACTUAL_ZERO:
            levers[:, row] = 0.0
    return replace(batch, levers=levers)
