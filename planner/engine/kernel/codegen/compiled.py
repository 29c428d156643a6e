"""A compiled kernel: machine code, and what has to be known to run it; fourth floor of planner."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Table = Literal["shared", "moment", "workspace"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Machine code, and where values stand in its tables.

    `offsets` are places in a value's own table, as the layout has them; `sizes` are those of the
    tables. `steady` says of the stocks that all futures share where they begin in their table, how
    many must not be negative, and how many there are. `sinks` names the stock of each sink, and
    `outputs` lists the values that each group of outputs computes.
    """

    offsets: Mapping[str, int]
    sizes: Mapping[Table, int]
    steady: tuple[int, int, int]
    sinks: tuple[str, ...]
    outputs: tuple[frozenset[str], ...]
    machine_code: bytes
