"""What enters the model: levers, assumptions and constants, each one frozen row.

Third floor of planner. A row says what the value means and where its default comes from; it never
holds the number itself, which stands once in `seeds/` and is looked up by the id in `evidence`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from planner.facts.defaults import default
from planner.facts.record import Figures
from planner.model.indices import ELEMENTS, Index
from planner.quantities.spread import Spread

LeverGroup = Literal["vouchers", "investment", "supply"]

Scale = Literal["linear", "ratio"]

Evidence = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lever:
    """What a planner decides, or asks "what if" about.

    `low` to `high` is the slider's soft range; a typed value may go from `least` to `most`.
    `unknown` names the elements whose published value is unknown: their default is a flagged
    assumption and is always shown as such.
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


@dataclass(frozen=True, slots=True)
class Assumption:
    """What nobody decides and nobody knows exactly: low, central and high are drawn.

    `scale` says how: "linear" where so much more is as likely as so much less, "ratio" where
    twice as much is as likely as half (wide ranges of positive values).
    """

    key: str
    label: str
    unit: str
    sector: str
    evidence: Evidence
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
    evidence: str
    doc: str
    index: Index | None = None


Input = Lever | Assumption | Constant


def evidence_of(row: Input, element: str = "") -> str:
    """Return the id of the evidence behind one value of the row."""
    return row.evidence if isinstance(row.evidence, str) else row.evidence[element]


@cache
def _default(evidence: str, unit: str, figures: Figures) -> Spread:
    return default(evidence, unit, figures)


def default_spread(row: Input, element: str = "", figures: Figures = "corroborated") -> Spread:
    """Return low, central and high of one value as the evidence gives them, in the row's unit."""
    return _default(evidence_of(row, element), row.unit, figures)


def default_value(row: Input, element: str = "", figures: Figures = "corroborated") -> float:
    """Return the central default of one value, in the row's unit."""
    return default_spread(row, element, figures).central


def elements_of(row: Input) -> tuple[str, ...]:
    """Return the elements the row repeats over; one empty element where it does not."""
    return ELEMENTS[row.index]
