"""What an outcome is: one row that everything else about it follows from; third floor of planner.

The tables of rows stand in `outcomes`, a file for each group. Window, pictures, exports, terminal
and reference read names, units, groups and choices off the row and list no outcome themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.model.indices import ELEMENTS, Index
from planner.quantities.unit_table import SHARE_OF_FUTURES

Sense = Literal["level", "share", "flow", "price", "code"]
Neutral = Literal["neutral"]
Better = Literal["more", "less"]
"""Which of two values of an outcome is the better one."""
Group = Literal[
    "enterprises",
    "vouchers",
    "compute",
    "tokens",
    "chips",
    "prices",
    "money",
    "alibaba",
    "energy",
]

GROUPS: Final[Mapping[Group, str]] = {
    "enterprises": "Enterprises",
    "vouchers": "Vouchers",
    "compute": "Compute",
    "tokens": "Tokens",
    "chips": "Chips",
    "prices": "Prices",
    "money": "Investment",
    "alibaba": "Alibaba",
    "energy": "Energy",
}
"""What each group is called, in the order of menus and tables."""

OF_THE_AREAS: Final[tuple[Group, ...]] = ("enterprises", "vouchers")
"""Groups of outcomes that add up the areas of the model, and not the country."""

ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One of the states an outcome can be in: `code` is the value that its equations give.

    `key` stands in files and tables, `label` is its name. `color` is its place in the palette,
    or neutral where nothing is to stand out.
    """

    key: str
    code: int
    label: str
    color: int | Neutral = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One public result: `each` and `whole` name the equations.

    Its key stands in files, CSV and the command line. It repeats over areas or segments (`each`),
    has a value for the whole (`whole`, written with an empty element), or both. What may be left
    out falls back: `short` (its name on a card) to `label`, `curve` (its name among the curves of
    one chart) to `short`, `told` (a unit of the same size that says more where its numbers are
    told) to `unit`.
    A key figure has a card; `summary` holds the elements the terminal sums a run up with.
    One with `states` is no number: futures are counted by the state they are in, and nothing else
    is made of its values. The order of its states is that in which they are shown.
    `no_number` is a sentence: where a value is unbounded or undefined. Its law: a value lies
    between `least` and `most`, and is a finite number unless that sentence is there.
    Where its label `says_where` it is, or whose, no title adds a place.
    `power` is the key of the outcome that tells it in units of power: compute that is there takes
    power by the fleet of its month, future by future.
    `better` says which of two values is the better one unless somebody says otherwise: less of what
    is paid, missing or idle. Prices are those of who pays them.
    """

    key: str
    label: str
    unit: str
    group: Group
    doc: str
    short: str = ""
    curve: str = ""
    told: str = ""
    whole: str | None = None
    each: str | None = None
    index: Index | None = None
    sense: Sense = "level"
    key_figure: bool = False
    summary: tuple[str, ...] = ()
    no_number: str = ""
    least: float = 0.0
    most: float = inf
    states: tuple[State, ...] = ()
    says_where: bool = False
    power: str = ""
    better: Better = "more"

    @property
    def is_counted(self) -> bool:
        """Whether futures are counted by their state, because its values are codes."""
        return bool(self.states)

    @property
    def told_in(self) -> str:
        """The unit of the numbers that are told of it."""
        return SHARE_OF_FUTURES if self.states else self.told or self.unit

    def state(self, key: str) -> State:
        """Return one of its states. Raises KeyError for an unknown one."""
        found = next((state for state in self.states if state.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    @property
    def short_label(self) -> str:
        """Its name where room is small, as on a card."""
        return self.short or self.label

    @property
    def curve_label(self) -> str:
        """Its name among the curves of one chart."""
        return self.curve or self.short_label

    @property
    def elements(self) -> tuple[str, ...]:
        """Elements it has values for: the whole first, as an empty element, then each part."""
        whole = ("",) if self.whole else ()
        return (*whole, *(ELEMENTS[self.index] if self.index and self.each else ()))

    @property
    def adds_up(self) -> bool:
        """Whether the values of its parts add up to that of the whole, as levels and flows do."""
        return bool(self.whole and self.each) and self.sense in ("level", "flow")

    @property
    def adds_up_areas(self) -> bool:
        """Whether its whole is the sum of the areas of the model, and not the country."""
        return self.index == "area" or self.group in OF_THE_AREAS

    @property
    def may_be_unbounded(self) -> bool:
        """Whether a value may be unbounded or undefined."""
        return bool(self.no_number)

    def keeps_law(self, values: NDArray[Any]) -> NDArray[np.bool_]:
        """Tell of each value whether it keeps the law, but for rounding."""
        return keep_laws(values, self.least, self.most, may_be_unbounded=self.may_be_unbounded)

    def variable(self, element: str) -> str:
        """Return the equation behind one element. Raises KeyError for an unknown element."""
        if element not in self.elements:
            raise KeyError(element)
        name = self.each if element else self.whole
        if name is None:
            raise KeyError(element)
        return name


def keep_laws(
    values: NDArray[Any],
    least: float | NDArray[np.float64],
    most: float | NDArray[np.float64],
    *,
    may_be_unbounded: bool | NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Tell of each value whether it keeps a law, but for rounding; laws may differ by column."""
    above, below = values >= least - ROUNDING, values <= most + ROUNDING
    finite: NDArray[np.bool_] = np.isfinite(values)
    return (above & below & finite) | (~finite & may_be_unbounded)
