"""What one row of the table of units is; first floor of planner.

The rows stand in `unit_table`. Knows no text that somebody typed and no number.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

NUMBER: Final = ""
"""The measure of a bare number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """A prefix of a unit: `M` is `factor` million of it, in words `words`."""

    key: str
    factor: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit: what it measures, how it is shown, said, typed and exported.

    `size` is what one of it is in the unit of its `measure` that has size 1; a product of other
    units leaves `measure` out. What is left out falls back to the key, a difference to the level.

    - `shown` stands behind a number, `short` where room is small, `words` above many numbers,
      `one` after "per". A model's number times `factor` is the number shown; one that is
      `told_as` another unit is converted to it first, and read as typed in it.
    - `difference` stands behind a difference of two values, `difference_words` above many.
    - `beside` stands beside each number of a chart; most units stand above it alone.
    - `ceiling` is the most that a number shown in it can be, where there is a most.
    - What `is_count` is told in whole numbers and named by its title; what is not `is_grouped` has
      no mark between thousands.
    - A path `moves_by_sum`, or in proportion; the whole of many places `is_mean`, or their sum.
    - `typed` are the forms people write, in lower case.
    - `xmile` is the unit's name for other simulators, `xmile_equation` what it is in terms of
      others: they know no sizes of units, only such equalities.
    """

    key: str
    measure: str | None = None
    size: Fraction = Fraction(1)
    shown: str | None = None
    short: str | None = None
    words: str | None = None
    one: str | None = None
    factor: float = 1.0
    told_as: str = ""
    difference: str | None = None
    difference_words: str | None = None
    beside: str = ""
    ceiling: float | None = None
    is_count: bool = False
    is_grouped: bool = True
    moves_by_sum: bool = False
    is_mean: bool = False
    typed: tuple[str, ...] = ()
    xmile: str | None = None
    xmile_equation: str = ""
