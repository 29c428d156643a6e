"""What is drawn of single futures: thin lines, the one that was picked, its line without levers.

A frozen record in the unit that is shown, the same for screen and report; no Qt. Floor: charts.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.studies.future.futures import Futures, Numbers
from ui.charts.layout.ticks import nice_range, value_ticks
from ui.wording.figures.units import form_of

DRAWN: Final = 400
"""Lines that are drawn, the futures with the first numbers: more are one gray."""
_MARKS: Final = 5
_OUTER: Final = (0.002, 0.998)
"""Shares of all values between which the axis reaches; a line beyond is cut."""


@dataclass(frozen=True, slots=True, eq=False)
class FutureLines:
    """Lines float64[lines, months] of some `futures` by their `numbers`, and those of one.

    `own` is the line that was picked, `without` the same future without the levers, None where
    they change nothing. `month` is the December that is asked about. The axis goes from `low` to
    `high` with `ticks`, `step` apart.
    """

    futures: Futures
    numbers: tuple[int, ...]
    times: Numbers
    lines: Numbers
    number: int
    own: Numbers
    without: Numbers | None
    month: int
    low: float
    high: float
    ticks: tuple[float, ...]
    step: float
    unit: str

    @property
    def last(self) -> int:
        """The number of the last month."""
        return len(self.times) - 1

    def nearest(self, month: int, value: float) -> int:
        """Return the number of the line nearest to a value in a month."""
        away = np.abs(self.lines[:, month] - value)
        return self.numbers[int(np.nanargmin(away))]

    def value_of(self, number: int, month: int) -> float:
        """Return the value of a drawn line in a month."""
        return float(self.lines[self.numbers.index(number), month])


def future_lines(futures: Futures, number: int, before: FutureLines | None = None) -> FutureLines:
    """Return what is drawn of futures, one of them picked by its number.

    Lines and axis of a drawing from `before` are kept where it is of the same futures.
    """
    if before is not None and before.futures is futures:
        return _picked(before, number)
    return _picked(_all_lines(futures), number)


def _picked(drawing: FutureLines, number: int) -> FutureLines:
    """Return the same with another future picked; one beyond the axis is cut."""
    own, without = (
        each[:, number - 1] for each in (drawing.futures.levels, drawing.futures.without)
    )
    return with_own(replace(drawing, number=number), own, without)


def _all_lines(futures: Futures) -> FutureLines:
    form = form_of(model().outcomes[futures.about.outcome].told_in)
    whole = np.sort(futures.order[futures.order < DRAWN])
    lines = (futures.levels[:, whole] * form.factor).T
    known = lines[np.isfinite(lines)]
    least, most = np.quantile(known, _OUTER) if len(known) else (0.0, 1.0)
    low, high = nice_range(float(least), float(most), _MARKS, form.ceiling)
    ticks, step = value_ticks(low, high, _MARKS)
    return FutureLines(
        futures=futures,
        numbers=tuple((whole + 1).tolist()),
        times=futures.times,
        lines=np.asarray(lines, np.float64),
        number=0,
        own=np.empty(0),
        without=None,
        month=futures.about.month,
        low=low,
        high=high,
        ticks=ticks,
        step=step,
        unit=form.words,
    )


def with_own(drawing: FutureLines, own: Numbers, without: Numbers) -> FutureLines:
    """Return the same with other lines of the picked future, in base units, on the same axis."""
    factor = form_of(model().outcomes[drawing.futures.about.outcome].told_in).factor
    is_same = bool(np.allclose(own, without, rtol=1e-9, equal_nan=True))
    return replace(drawing, own=own * factor, without=None if is_same else without * factor)


def year_marks(drawing: FutureLines) -> tuple[tuple[float, str], ...]:
    """Return the years along the axis as places from 0 to 1, the first in full."""
    years = range(FIRST_YEAR, int(drawing.times[-1]) + 2)
    span = len(years) - 1
    texts = (str(year) if year == FIRST_YEAR else f"{year % 100:02d}" for year in years)
    return tuple((place / span, text) for place, text in enumerate(texts))
