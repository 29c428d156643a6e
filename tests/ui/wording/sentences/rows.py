"""Rows of a comparison made by hand, for sentences at their edges."""

from planner.ensemble.projection import Request
from planner.studies.comparison import Cell, Difference, Level, Row


def row(request: Request, below: float, difference: Difference | None, year: int = 2030) -> Row:
    """Return a row whose last cell differs from a level below it; of None it is that level."""
    own = Level(below + (difference.median if difference else 0.0), below - 1.0, below + 1.0)
    level = Level(below)
    return Row(request, year, (Cell(level), Cell(own, difference)), (level, level))
