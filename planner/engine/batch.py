"""What goes into a run: every input of the model as numbers, for one future or many.

Fourth floor of planner. Inputs stand in rows, one row per element, in the order of the model's
tables. Most rows hold one number for all futures; the drawn ones hold one per future.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from planner.facts.record import Figures
from planner.model.constants.conversions import Conversion
from planner.model.graph import model
from planner.model.indices import ELEMENTS, address
from planner.model.inputs import default_value
from planner.model.scenario import Scenario, lever_value


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Inputs of a run: `fixed` float64[rows], and `drawn` float64[drawn rows, futures].

    `drawn_rows` int64[drawn rows] says which rows of `fixed` the drawn numbers replace.
    """

    fixed: NDArray[np.float64]
    drawn_rows: NDArray[np.int64]
    drawn: NDArray[np.float64]

    @property
    def futures(self) -> int:
        """Number of futures."""
        return int(self.drawn.shape[1])


@cache
def input_rows() -> dict[str, int]:
    """Return the first row of every input key."""
    rows: dict[str, int] = {}
    row = 0
    for key in model().inputs:
        rows[key] = row
        row += len(ELEMENTS[model().indices[key]])
    return rows


@cache
def address_rows() -> dict[str, int]:
    """Return the row of every address."""
    return {
        address(key, element): row + place
        for key, row in input_rows().items()
        for place, element in enumerate(ELEMENTS[model().indices[key]])
    }


def central_values(scenario: Scenario) -> NDArray[np.float64]:
    """Return every input of the scenario at its central value, float64[rows]."""
    values, rows = _defaults(scenario.figures).copy(), address_rows()
    for name, _ in scenario.levers:
        values[rows[name]] = lever_value(scenario, name)
    for name, spread in scenario.assumptions:
        values[rows[name]] = spread.central
    return values


def single(scenario: Scenario) -> Batch:
    """Return the one future at central values."""
    return Batch(central_values(scenario), np.empty(0, np.int64), np.empty((0, 1)))


def values_by_key(batch: Batch) -> Mapping[str, NDArray[np.float64]]:
    """Return every input as an array: [futures], or [elements, futures] where it is indexed."""
    full = np.repeat(batch.fixed[:, None], batch.futures, axis=1)
    full[batch.drawn_rows] = batch.drawn
    return {
        key: full[row] if model().indices[key] is None else full[row : row + _size(key)]
        for key, row in input_rows().items()
    }


def _size(key: str) -> int:
    return len(ELEMENTS[model().indices[key]])


@cache
def _defaults(figures: Figures) -> NDArray[np.float64]:
    """Return the central default of every input row; read-only."""
    values = np.array(
        [
            row.value if isinstance(row, Conversion) else default_value(row, element, figures)
            for row in model().inputs.values()
            for element in ELEMENTS[model().indices[row.key]]
        ]
    )
    values.flags.writeable = False
    return values
