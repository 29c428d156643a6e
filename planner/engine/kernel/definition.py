"""What a variable is to the compiler; fourth floor of planner."""

import ast
from dataclasses import dataclass

from planner.model.expression import names
from planner.model.indices import Index


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
