"""What enters the model: levers, assumptions and constants, each one frozen row.

Third floor of planner. A row says what the value means and where its default comes from; it never
holds the number itself, which stands once in `seeds/` and is looked up by the id in `evidence`.
How a plain number moves the path of a lever is `moving`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from planner.facts.defaults import default
from planner.facts.lever_paths import default_knots, is_path
from planner.facts.record import Figures
from planner.model.indices import ELEMENTS, Index
from planner.model.paths import (
    FIRST_DATE,
    LeverPath,
    OverTime,
    constant_path,
    mean_between,
    value_at,
)
from planner.quantities.spread import Spread, fixed

LeverGroup = Literal["vouchers", "investment", "supply", "demand"]

Scale = Literal["linear", "ratio"]

Evidence = str | Mapping[str, str]

DIMENSIONS: Final = 128
"""How many random numbers a future has, drawn or not: the points of another number are others."""


@dataclass(frozen=True, slots=True)
class Lever:
    """What a planner decides, or asks "what if" about.

    `low` to `high` is the slider's soft range; a typed value may go from `least` to `most`.
    The row of a lever that `is_prominent` is always in view; at most twelve are.
    `unknown` names the elements whose published value is unknown: their default is a flagged
    assumption and is always shown as such.

    `over_time` says how a path of dated knots is read, "constant" that there is none. A plain
    number moves the knots from `scales_from` on so that the value at the date `reference` takes it;
    without such a date the largest of them does. A row with a `part` enters no equation: it moves
    some knots of another lever. `told_beside` is an outcome and its element that come of the lever
    and are easily taken for it.
    """

    key: str
    label: str
    unit: str
    group: LeverGroup
    evidence: Evidence
    low: float
    high: float
    step: float
    least: float
    most: float
    doc: str
    index: Index | None = None
    unknown: tuple[str, ...] = ()
    over_time: OverTime = "constant"
    scales_from: float = FIRST_DATE
    reference: float | None = None
    part: "Part | None" = None
    told_beside: tuple[str, str] | None = None
    is_prominent: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of the path of a stepwise lever, from `start` to before `end`, that a row moves.

    The row shows the `total` over the stretch (the lever's unit times a year) or the `first` value.
    """

    of: Lever
    start: float
    end: float
    shows: Literal["total", "first"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """What nobody decides and nobody knows exactly: low, central and high are drawn.

    `scale` says how: "linear" where so much more is as likely as so much less, "ratio" where
    twice as much is as likely as half (wide ranges of positive values). `dimension` is the place
    of its random numbers among all, one per element where the row is indexed: never given again,
    so that a new or retired row leaves the draws of all others as they are.
    """

    key: str
    label: str
    unit: str
    sector: str
    evidence: Evidence
    dimension: int | Mapping[str, int]
    least: float
    most: float
    doc: str
    index: Index | None = None
    scale: Scale = "linear"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of the model that is neither decided nor drawn."""

    key: str
    label: str
    unit: str
    sector: str
    evidence: Evidence
    doc: str
    index: Index | None = None


Input = Lever | Assumption | Constant


def evidence_of(row: Input, element: str = "") -> str:
    """Return the id of the evidence behind one value of the row."""
    return row.evidence if isinstance(row.evidence, str) else row.evidence[element]


def dimension_of(row: Assumption, element: str = "") -> int:
    """Return which of a future's random numbers one value of the row is drawn from."""
    return row.dimension if isinstance(row.dimension, int) else row.dimension[element]


@cache
def _default(evidence: str, unit: str, figures: Figures) -> Spread:
    return default(evidence, unit, figures)


def default_spread(row: Input, element: str = "", figures: Figures = "corroborated") -> Spread:
    """Return low, central and high of one value as the evidence gives them, in the row's unit.

    Of a lever that follows a path by default it is the value a plain number replaces.
    """
    if isinstance(row, Lever) and (row.part or is_path(evidence_of(row, element))):
        return fixed(reference_value(row, default_path(row, element, figures)))
    return _default(evidence_of(row, element), row.unit, figures)


def default_value(row: Input, element: str = "", figures: Figures = "corroborated") -> float:
    """Return the central default of one value, in the row's unit."""
    return default_spread(row, element, figures).central


def default_path(row: Lever, element: str = "", figures: Figures = "corroborated") -> LeverPath:
    """Return the default path of a lever, of one knot where the evidence has no path.

    Of a row that is a part it is the path of the lever it moves.
    """
    whole = row.part.of if row.part else row
    return _default_path(evidence_of(whole, element), whole.unit, figures)


@cache
def _default_path(evidence: str, unit: str, figures: Figures) -> LeverPath:
    if is_path(evidence):
        return LeverPath(default_knots(evidence, unit))
    return constant_path(default(evidence, unit, figures).central)


def reference_value(row: Lever, path: LeverPath) -> float:
    """Return the one number that stands for a path: what a slider shows."""
    if row.part and row.part.shows == "total":
        years = row.part.end - row.part.start
        return mean_between(path, row.part.start, row.part.end) * years
    if row.part:
        return value_at(path, row.part.of.over_time, row.part.start)
    if row.reference is not None:
        return value_at(path, row.over_time, row.reference)
    later = (value for date, value in path.knots if date > row.scales_from)
    return max((value_at(path, row.over_time, row.scales_from), *later))


def elements_of(row: Input) -> tuple[str, ...]:
    """Return the elements the row repeats over; one empty element where it does not."""
    return ELEMENTS[row.index]
