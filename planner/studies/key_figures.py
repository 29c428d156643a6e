"""Which outcomes are key figures, in which order, and when they are read; sixth floor of planner.

The one list: it follows from the rows of outcomes, in their order. A row that is a `key_figure` is
told in reports and kept in files; the elements in its `summary` stand in the terminal's tables.
Window, files and terminal read both here, and the Decembers too. Says nothing in words.
"""

from collections.abc import Sequence
from typing import Final

from planner.model.indices import SEGMENTS
from planner.model.outcomes import OUTCOMES

Pair = tuple[str, str]
"""An outcome, and an area or segment of it; empty for the whole."""

CARDS: Final[tuple[str, ...]] = tuple(row.key for row in OUTCOMES if row.key_figure)
"""Outcomes whose whole is a key figure: told in reports, kept in a file, one ready set of cards."""
HISTORY: Final[tuple[str, ...]] = (*CARDS, "installed_compute", "used_compute")
"""Of which the effect of each step of the history can be told."""
SUMMARY: Final[tuple[Pair, ...]] = tuple(
    (row.key, element) for row in OUTCOMES for element in row.summary
)
"""What the terminal sums up a run with, and holds scenarios side by side by."""

RENTS: Final[tuple[Pair, ...]] = tuple(("rent", element) for element in SEGMENTS)
"""Rents, which have no whole: a report tells them behind what it was asked for."""

YEAR: Final = 2030
"""The year that is read where there is room for one."""
YEARS: Final = (2025, 2028, YEAR, 2035)
"""The years of a table."""


def years_within(last_year: int, years: Sequence[int] = YEARS) -> list[int]:
    """Return those years that a run reaches, and its last one."""
    return sorted({*(year for year in years if year <= last_year), last_year})
