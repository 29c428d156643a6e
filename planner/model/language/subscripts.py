"""Which functions of the language of equations deal with an index, and how; third floor of planner.

This table is all that interpreter, compiler, exports and checks know of places and segments; none
of them names an element. The functions are these, each in `planner.model.language.functions`:

`total(x)` is the sum over whichever index x has; it has none any more.
`cloud(x)`, `centers(x)`, `beijing(x)`, `shanghai(x)`, ... select one element of x, which then has
no index; there is one for every segment and every area.
`in_cloud(x)`, `in_centers(x)`, `in_beijing(x)`, `in_shanghai(x)`, ... place an x without an index:
x in that element, zero in all others.
`by_segment(of_cloud, of_centers)` makes a value per segment from one without an index for each.

All other functions, operators and comparisons work element by element, and a value without an index
counts for every element. Areas and segments meet only after one of them has been summed or selected
away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.model.indices import ELEMENTS, Index

Role = Literal["sum", "select", "place", "make"]


@dataclass(frozen=True, slots=True)
class Subscript:
    """What a function does with an index, and with which element; a sum takes any index."""

    role: Role
    index: Index | None = None
    element: str = ""

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements of its index, in order: those of what it makes, or places in."""
        return ELEMENTS[self.index]


_INDICES: tuple[Index, ...] = ("area", "segment")

SUBSCRIPTS: Mapping[str, Subscript] = {
    "total": Subscript("sum"),
    **{each: Subscript("select", index, each) for index in _INDICES for each in ELEMENTS[index]},
    **{
        f"in_{each}": Subscript("place", index, each)
        for index in _INDICES
        for each in ELEMENTS[index]
    },
    "by_segment": Subscript("make", "segment"),
}
