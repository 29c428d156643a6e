"""Holds the center line of the baseline against published figures.

Sixth floor of planner. What the line must meet is evidence (`planner.facts.published.intervals`);
here it is only read off the projection.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request
from planner.facts.convert import convert
from planner.facts.published import intervals
from planner.facts.record import Interval
from planner.model.graph import model
from planner.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Row:
    """One published interval, what the model gives, and whether it lies within."""

    interval: Interval
    value: float

    @property
    def met(self) -> bool:
        """Whether the model's value lies in the interval."""
        return self.interval.low <= self.value <= self.interval.high


def backtest(projector: Projector | None = None) -> tuple[Row, ...]:
    """Return every published interval with what the baseline's center line gives."""
    found = intervals()
    wanted = {Request(i.outcome, i.index) for i in found}
    wanted |= {Request(i.base, i.index) for i in found if i.base}
    projection = (projector or Projector()).project(Scenario(), sorted(wanted), bands=False)
    return tuple(Row(interval, _value(interval, projection)) for interval in found)


def _value(interval: Interval, projection: Projection) -> float:
    line = _line(projection, interval.outcome, interval.index)
    times = projection.times
    first, last = (int(np.argmin(np.abs(times - t))) for t in (interval.start, interval.end))
    during = slice(first, max(last, first + 1))
    match interval.kind:
        case "level":
            level = float(np.mean(line[during]))
            return convert(level, model().outcomes[interval.outcome].unit, interval.unit)
        case "growth":
            return float(line[last] / line[first] - 1)
        case "share":
            base = _line(projection, interval.base, interval.index)
            return float(np.sum(line[during]) / np.sum(base[during]))


def _line(projection: Projection, outcome: str, element: str) -> NDArray[np.float64]:
    return projection.series[Request(outcome, element)].center
