"""Inputs of runs between two scenarios: some as the one has them, the others as the other.

Sixth floor of planner. Both are drawn at the same places of the sequence of points, so that a
future stays the same one whatever is mixed. Nothing is interpolated, and nothing is run here.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import (
    Batch,
    address_rows,
    central_values,
    lever_address_rows,
    lever_values,
)
from planner.engine.clock import Clock
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.draws.drawn import batch_at
from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import elements_of
from planner.model.scenario import FIRST_YEAR, Scenario, lever_at
from planner.studies.explain.changed_inputs import ChangedInput

REMEMBERED: Final = 4

_DRAWN: Final = ("assumption", "figures")

Numbers = NDArray[np.float64]
Cells = tuple[slice, int | NDArray[np.intp]]


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """The inputs of one of the two scenarios; `drawn` float64[rows of both, futures]."""

    levers: Numbers
    fixed: Numbers
    drawn: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """Where one input stands: cells of the levers, rows of what is fixed and of what is drawn."""

    levers: Cells | None = None
    fixed: NDArray[np.intp] | None = None
    drawn: NDArray[np.intp] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class MixedInputs:
    """Two ends, and a switch for each input in which they differ."""

    before: End
    after: End
    rows: NDArray[np.int64]
    switches: tuple[Switch, ...]
    draws: Hashable
    """What is drawn rests on this, and on which switches of draws are thrown."""

    @property
    def futures(self) -> int:
        """How many futures there are, the central one not among them."""
        return int(self.before.drawn.shape[1]) - 1

    def key_of(self, coalition: int, levers: Numbers) -> Hashable:
        """Return a key that two mixtures share only if their inputs are the same numbers."""
        drawn = [
            bool(coalition >> bit & 1) for bit, each in enumerate(self.switches) if not each.levers
        ]
        return self.draws, tuple(drawn), levers.tobytes()

    def batch(self, coalition: int) -> Batch:
        """Return the inputs with those of a coalition as they are after, the others as before."""
        moved = [each for bit, each in enumerate(self.switches) if coalition >> bit & 1]
        levers, fixed, drawn = self.before.levers.copy(), self.before.fixed, self.before.drawn
        if any(each.fixed is not None for each in moved):
            fixed = fixed.copy()
        if any(each.drawn is not None for each in moved):
            drawn = drawn.copy()
        for each in moved:
            if each.levers is not None:
                levers[each.levers] = self.after.levers[each.levers]
            if each.fixed is not None:
                fixed[each.fixed] = self.after.fixed[each.fixed]
            if each.drawn is not None:
                drawn[each.drawn] = self.after.drawn[each.drawn]
        return Batch(fixed, self.rows, drawn, levers)


def mixed_inputs(
    ends: tuple[Scenario, Scenario],
    changed: Sequence[ChangedInput],
    chosen: Chosen,
    futures: int,
    clock: Clock,
) -> MixedInputs:
    """Return what is mixed of two scenarios, drawn at the first places of those chosen."""
    batches = [_drawn(_undecided(each), chosen, futures) for each in ends]
    rows = np.union1d(*(batch.drawn_rows for batch in batches))
    before, after = (
        End(lever_values(end, clock), central_values(end), _on_rows(batch, rows))
        for end, batch in zip(ends, batches, strict=True)
    )
    switches = tuple(_switch(each, changed, rows, clock) for each in changed)
    draws = (*map(_undecided, ends), tuple(each for each in changed if each.kind in _DRAWN))
    return MixedInputs(before, after, rows, switches, (draws, chosen, futures))


def _undecided(scenario: Scenario) -> Scenario:
    """Return what draws rest on: they are the same wherever levers are."""
    return Scenario(figures=scenario.figures, assumptions=scenario.assumptions, seed=scenario.seed)


@lru_cache(maxsize=REMEMBERED)
def _drawn(scenario: Scenario, chosen: Chosen, futures: int) -> Batch:
    """Return what a scenario draws; its levers are worth nothing here."""
    return batch_at(chosen.places[:futures], scenario, Clock(FIRST_YEAR, months_at_most=1))


def _on_rows(batch: Batch, rows: NDArray[np.int64]) -> Numbers:
    """Return the inputs of rows, float64[rows, futures], also of those that are not drawn."""
    found = np.repeat(batch.fixed[rows, None], batch.futures, axis=1)
    found[np.searchsorted(rows, batch.drawn_rows)] = batch.drawn
    return found


def _switch(
    each: ChangedInput, changed: Sequence[ChangedInput], rows: NDArray[np.int64], clock: Clock
) -> Switch:
    match each.kind:
        case "lever" | "path":
            return Switch(levers=_cells(each.name, clock))
        case "assumption":
            row = np.array([address_rows()[each.name]])
            return Switch(fixed=row, drawn=np.flatnonzero(np.isin(rows, row)))
        case "figures":
            assumed = [address_rows()[one.name] for one in changed if one.kind == "assumption"]
            return Switch(fixed=np.setdiff1d(np.arange(len(central_values(Scenario()))), assumed))


def _cells(name: str, clock: Clock) -> Cells:
    """Return the steps and the columns that a lever sets, of a part those of its stretch."""
    row = model().levers.get(name)
    if row is not None and row.index is not None:
        columns = [lever_address_rows()[address(name, each)] for each in elements_of(row)]
        return slice(None), np.array(columns, np.intp)
    part = lever_at(name)[0].part
    if part is None:
        return slice(None), lever_address_rows()[name]
    moments = FIRST_YEAR + clock.elapsed() + clock.step / 2
    begin, end = np.searchsorted(moments, (part.start, part.end))
    return slice(int(begin), int(end)), lever_address_rows()[part.of.key]
