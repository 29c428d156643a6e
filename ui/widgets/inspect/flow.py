"""Where the cells of an equation stand: in lines as wide as there is room; no Qt. Floor: widgets.

A line breaks before a name, a sign or a function; never before what closes a bracket, nor behind
what opens one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 7
INDENT = 22


@dataclass(frozen=True, slots=True)
class Piece:
    """The width of a cell, and whether it stays with the one before it."""

    width: float
    is_bound: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: its line, from 0, and its left edge."""

    line: int
    left: float


def flowed(pieces: Sequence[Piece], width: float) -> tuple[Spot, ...]:
    """Return where each cell stands; lines behind the first are indented."""
    spots: list[Spot] = []
    line, left = 0, 0.0
    for group in _groups(pieces):
        needed = sum(pieces[place].width + GAP for place in group) - GAP
        if left > INDENT and left + needed > width:
            line, left = line + 1, float(INDENT)
        for place in group:
            spots.append(Spot(line, left))
            left += pieces[place].width + GAP
    return tuple(spots)


def _groups(pieces: Sequence[Piece]) -> list[list[int]]:
    """Return the cells that stay together, by number."""
    groups: list[list[int]] = []
    for place, piece in enumerate(pieces):
        if piece.is_bound and groups:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
