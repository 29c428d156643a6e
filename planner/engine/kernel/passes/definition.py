"""What passes work on: a variable's definition, and the assignments it becomes.

Fourth floor of planner.
"""

import ast
from dataclasses import dataclass
from typing import Literal

from planner.model.indices import Index
from planner.model.language.expression import names

Place = Literal["nation", "area"]


@dataclass(frozen=True, slots=True)
class Definition:
    """One variable: its expression (of a stock: of its net flow), and a stock's start and sign."""

    name: str
    index: Index | None
    value: ast.expr
    start: ast.expr | None
    signed: bool = False

    @property
    def is_stock(self) -> bool:
        """Whether the expression gives the net flow of a stock."""
        return self.start is not None

    @property
    def needs(self) -> frozenset[str]:
        """Every name that it, or its start, rests on."""
        return names(self.value) | (names(self.start) if self.start is not None else frozenset())


@dataclass(frozen=True, slots=True)
class Assignment:
    """One value to compute: its name, its index, and the expression that gives it."""

    name: str
    index: Index | None
    value: ast.expr

    @property
    def place(self) -> Place:
        """The kind of loop that computes it."""
        return "area" if self.index == "area" else "nation"
