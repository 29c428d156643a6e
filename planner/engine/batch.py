"""What goes into a run: every input of the model as numbers, for one future or many.

Fourth floor of planner. Inputs stand in rows, one row per element, in the order of the model's
tables. Levers have rows of their own, with one value per step for all futures. Of the others most
rows hold one number for all futures; the drawn ones hold one per future.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.facts.record import Figures
from planner.model.constants.conversions import Conversion
from planner.model.graph import model
from planner.model.indices import ELEMENTS, address
from planner.model.inputs import default_value
from planner.model.paths import values_at
from planner.model.scenario import FIRST_YEAR, Scenario, lever_at, lever_path

Values = Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Inputs of a run: `fixed` float64[rows], and `drawn` float64[drawn rows, futures].

    `drawn_rows` int64[drawn rows] says which rows of `fixed` the drawn numbers replace. `levers`
    is float64[steps, lever rows]: what every lever is worth in the middle of each step of a clock.
    The interpreter takes them by future, too: [steps, lever rows, futures].
    """

    fixed: NDArray[np.float64]
    drawn_rows: NDArray[np.int64]
    drawn: NDArray[np.float64]
    levers: NDArray[np.float64]

    @property
    def futures(self) -> int:
        """Number of futures."""
        return int(self.drawn.shape[1])

    def levers_of(self, clock: Clock) -> NDArray[np.float64]:
        """Return the levers; ValueError where they are those of another clock."""
        if len(self.levers) != clock.steps:
            message = f"levers at {len(self.levers)} steps, but the clock has {clock.steps}"
            raise ValueError(message)
        return self.levers


@cache
def input_rows() -> dict[str, int]:
    """Return the first row of every input key but levers."""
    return _first_rows(key for key in model().inputs if key not in model().levers)


@cache
def lever_rows() -> dict[str, int]:
    """Return the first row of every lever that enters equations."""
    return _first_rows(model().path_levers)


@cache
def address_rows() -> dict[str, int]:
    """Return the row of every address but those of levers."""
    return _address_rows(input_rows())


@cache
def lever_address_rows() -> dict[str, int]:
    """Return the row of every lever's address."""
    return _address_rows(lever_rows())


def central_values(scenario: Scenario) -> NDArray[np.float64]:
    """Return every input but levers at its central value, float64[rows]."""
    values, rows = _defaults(scenario.figures).copy(), address_rows()
    for name, spread in scenario.assumptions:
        values[rows[name]] = spread.central
    return values


def lever_values(scenario: Scenario, clock: Clock) -> NDArray[np.float64]:
    """Return what every lever is worth in the middle of each step, float64[steps, lever rows]."""
    values = _default_levers(scenario.figures, clock).copy()
    for name, _ in scenario.levers:
        part = lever_at(name)[0].part
        _read(scenario, clock, part.of.key if part else name, values)
    return values


def single(scenario: Scenario, clock: Clock | None = None) -> Batch:
    """Return the one future at central values; the clock is that of the scenario's horizon."""
    levers = lever_values(scenario, clock or Clock(scenario.last_year))
    return Batch(central_values(scenario), np.empty(0, np.int64), np.empty((0, 1)), levers)


def values_by_key(batch: Batch) -> Values:
    """Return every input but levers as an array: [futures], or [elements, futures] if indexed."""
    full = np.repeat(batch.fixed[:, None], batch.futures, axis=1)
    full[batch.drawn_rows] = batch.drawn
    return _by_key(full, input_rows())


def levers_by_key(values: NDArray[np.float64]) -> Values:
    """Return the levers of one step, [lever rows], as arrays: [1], or [elements, 1] if indexed.

    Of levers that differ by future, [lever rows, futures], there are as many as futures.
    """
    return _by_key(values.reshape(len(values), -1), lever_rows())


def _by_key(rows: NDArray[np.float64], first: Mapping[str, int]) -> Values:
    indices = model().indices
    return {
        key: rows[row] if indices[key] is None else rows[row : row + len(ELEMENTS[indices[key]])]
        for key, row in first.items()
    }


def _first_rows(keys: Iterable[str]) -> dict[str, int]:
    rows: dict[str, int] = {}
    row = 0
    for key in keys:
        rows[key] = row
        row += len(ELEMENTS[model().indices[key]])
    return rows


def _address_rows(first: Mapping[str, int]) -> dict[str, int]:
    return {
        address(key, element): row + place
        for key, row in first.items()
        for place, element in enumerate(ELEMENTS[model().indices[key]])
    }


def _read(scenario: Scenario, clock: Clock, name: str, values: NDArray[np.float64]) -> None:
    """Write what one lever of the scenario is worth at every step to its column."""
    moments = FIRST_YEAR + clock.elapsed() + clock.step / 2
    path, over_time = lever_path(scenario, name), lever_at(name)[0].over_time
    values[:, lever_address_rows()[name]] = values_at(path, over_time, moments)


@lru_cache(maxsize=8)
def _default_levers(figures: Figures, clock: Clock) -> NDArray[np.float64]:
    """Return what every lever is worth by default; read-only."""
    values = np.empty((clock.steps, len(lever_address_rows())))
    for name in lever_address_rows():
        _read(Scenario(figures=figures), clock, name, values)
    values.flags.writeable = False
    return values


@cache
def _defaults(figures: Figures) -> NDArray[np.float64]:
    """Return the central default of every row but levers; read-only."""
    values = np.array(
        [
            row.value if isinstance(row, Conversion) else default_value(row, element, figures)
            for row in model().inputs.values()
            if row.key not in model().levers
            for element in ELEMENTS[model().indices[row.key]]
        ]
    )
    values.flags.writeable = False
    return values
