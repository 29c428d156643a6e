"""Which way a lever moves a value in the end, over all ways there are; sixth floor of planner.

Found by running the model twice in each future: as the scenario has it, and with the lever moved
by a hundredth of its usual range; downwards where upwards it would leave what is allowed. Nothing
is derived on paper: delays and loops are in the runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from planner.engine.batch import Batch, lever_rows, lever_values
from planner.engine.clock import Clock
from planner.ensemble.progress import Steps
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, ScenarioError, lever_value, with_lever
from planner.studies.inspect.drawn import Numbers, batch_of, values_of
from planner.studies.inspect.node import ALL, Node

Whole = Literal["+", "-", "0", "open"]
"""More of it, less of it, nothing by this month, or not the same in four of five futures."""

FUTURES: Final = 64
"""Futures that are tried."""
AGREEING: Final = 0.8
PUSH: Final = 0.01
_AT_ONCE: Final = 8
"""Levers that are run together."""
_SEEN: Final = 1e-9
"""Least change, against the value, that is not rounding."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What more of a lever does to a value.

    In so many of the `futures` in which it is a number it is `higher` and `lower`; `change` is the
    median of the change for `push` more of the lever, each in its own unit.
    """

    lever: Node
    higher: int
    lower: int
    futures: int
    push: float
    change: float

    @property
    def sign(self) -> Whole:
        """What most futures agree on."""
        none = self.futures - self.higher - self.lower
        counts: dict[Whole, int] = {"+": self.higher, "-": self.lower, "0": none}
        enough = max(1.0, AGREEING * self.futures)
        return next((sign for sign, count in counts.items() if count >= enough), "open")


@dataclass(frozen=True, slots=True, eq=False)
class _Move:
    """A lever that is moved by `push`: `change` of its path, float64[steps, elements]."""

    lever: Node
    push: float
    change: Numbers


def effects_on(
    root: Node, levers: Sequence[Node], scenario: Scenario, month: int
) -> Steps[tuple[Effect, ...]]:
    """Return the effects of levers on a value in a month of a scenario, the largest first.

    Yields the share that is done.
    """
    batch, clock = batch_of(scenario, month, FUTURES)
    usual = values_of(batch, clock, [root])[root]
    found: list[Effect] = []
    for first in range(0, len(levers), _AT_ONCE):
        yield first / len(levers)
        moves = [_move(lever, scenario, clock) for lever in levers[first : first + _AT_ONCE]]
        found += _together(root, moves, batch, clock, usual)
    return tuple(sorted(found, key=lambda each: (each.sign == "0", -abs(each.change))))


def _together(
    root: Node, moves: Sequence[_Move], batch: Batch, clock: Clock, usual: Numbers
) -> Iterator[Effect]:
    """Yield the effects of a few levers: their futures stand side by side in one run."""
    count = batch.futures
    paths = np.repeat(batch.levers[:, :, None], count * len(moves), axis=2)
    for place, move in enumerate(moves):
        paths[:, _rows(move.lever), place * count : (place + 1) * count] += move.change[:, :, None]
    every = replace(batch, drawn=np.tile(batch.drawn, len(moves)), levers=paths)
    moved = values_of(every, clock, [root])[root].reshape(len(moves), count)
    for move, values in zip(moves, moved, strict=True):
        yield _effect(move.lever, move.push, values, usual)


def _effect(lever: Node, push: float, values: Numbers, usual: Numbers) -> Effect:
    with np.errstate(invalid="ignore"):
        change = (values - usual) * np.sign(push)
    known = np.isfinite(change)
    change, level = change[known], np.abs(usual[known])
    change = np.where(np.abs(change) > _SEEN * level, change, 0.0)
    higher, lower = int(np.sum(change > 0)), int(np.sum(change < 0))
    median = float(np.median(change)) if change.size else np.nan
    return Effect(lever, higher, lower, change.size, abs(push), median)


def _move(lever: Node, scenario: Scenario, clock: Clock) -> _Move:
    """Return a lever as its slider moves it; a path of the scenario's own is shifted as a whole."""
    row, names = model().path_levers[lever.name], [each.address for each in lever.each]
    before = {name: lever_value(scenario, name) for name in names}
    size = PUSH * (row.high - row.low)
    push = size if max(before.values()) + size <= row.most else -size
    usual, rows = lever_values(scenario, clock), _rows(lever)
    shifted = _Move(lever, push, np.full_like(usual[:, rows], push))
    if any(isinstance(dict(scenario.levers).get(name), LeverPath) for name in names):
        return shifted
    try:
        moved = scenario
        for name in names:
            moved = with_lever(moved, name, before[name] + push)
    except ScenarioError:
        return shifted
    return _Move(lever, push, lever_values(moved, clock)[:, rows] - usual[:, rows])


def _rows(lever: Node) -> slice:
    """Return the columns of a lever, or of all its elements."""
    first, count = lever_rows()[lever.name], len(lever.elements)
    if lever.element == ALL:
        return slice(first, first + count)
    place = first + (lever.elements.index(lever.element) if lever.element else 0)
    return slice(place, place + 1)
