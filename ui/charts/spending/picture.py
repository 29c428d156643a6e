"""What an answer about money shows: a curve with its band over money, bars, and figures under them.

Frozen values in the units that are shown, all texts said; no Qt. Floor: charts.
"""

from dataclasses import dataclass
from math import isfinite

from planner.quantities.told.lists import as_sentences, in_turn, led_by

Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A point of the curve: its place, median, P10 and P90; undefined where it has none.

    `told` says all of it, for who points at it.
    """

    x: float
    middle: float
    low: float
    high: float
    told: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point beside the curve, such as what another split gives; `is_filled` marks the own one."""

    x: float
    y: float
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """The curve, what is marked of it, and its axes.

    `at` is where it is read, `level` a height that it is held against, with its text. A point of a
    curve that `is_taken` can be chosen.
    """

    caption: str
    x_name: str
    curve: tuple[CurvePoint, ...]
    dots: tuple[Dot, ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_ticks: Ticks
    y_ticks: Ticks
    at: float | None = None
    level: float | None = None
    level_text: str = ""
    is_taken: bool = False

    @property
    def told(self) -> tuple[int, ...]:
        """Numbers of the points of the curve that have a median."""
        return tuple(number for number, each in enumerate(self.curve) if isfinite(each.middle))


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar with its name, how full it is from 0 to 1, and a text at its end and at the right.

    `tip` says more of it.
    """

    name: str
    share: float
    amount: str
    value: str
    is_marked: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure under the bars: name, value and range."""

    name: str
    value: str
    span: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class SpendingPicture:
    """The plot, and beside it bars under two headings, with figures under them."""

    plot: Plot
    head: str
    value_head: str
    bars: tuple[BarRow, ...]
    figures: tuple[FigureRow, ...]

    @property
    def told(self) -> str:
        """All of it in words, for who does not see it."""
        bars = [led_by(each.name, in_turn((each.amount, each.value))) for each in self.bars]
        figures = [led_by(each.name, in_turn((each.value, each.span))) for each in self.figures]
        return as_sentences(
            (in_turn((self.plot.caption, self.plot.x_name)), self.head, *bars, *figures)
        )
