"""Where labels go so that none covers another; pure arithmetic on pixels."""

from collections.abc import Sequence
from math import ceil
from typing import Final

_ROUNDING: Final = 1e-6


def spread(wanted: Sequence[float], height: float, low: float, high: float) -> tuple[float, ...]:
    """Return centers near the wanted ones, in the same order, at least `height` apart.

    Labels keep their vertical order and stay between `low` and `high` as far as there is room.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    groups: list[tuple[float, list[int]]] = []
    for index in order:
        center, members = min(max(wanted[index], low), high), [index]
        while groups and center - groups[-1][0] < height * (len(groups[-1][1]) + len(members)) / 2:
            other, earlier = groups.pop()
            total = len(earlier) + len(members)
            center = (other * len(earlier) + center * len(members)) / total
            members = [*earlier, *members]
            reach = height * (total - 1) / 2
            center = max(min(center, high - reach), low + reach)
        groups.append((center, members))
    placed = [0.0] * len(wanted)
    for center, members in groups:
        first = center - height * (len(members) - 1) / 2
        for row, index in enumerate(members):
            placed[index] = first + row * height
    return tuple(placed)


def flow(widths: Sequence[float], room: float, gap: float, rows: int) -> list[tuple[float, int]]:
    """Return the x and the row of each label, set like words; those without room are left out."""
    placed: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for width in widths:
        if x > 0 and x + width > room + _ROUNDING:
            x, row = 0.0, row + 1
        if row >= rows:
            break
        placed.append((x, row))
        x += width + gap
    return placed


def fitted(
    names: Sequence[float], room: float, gap: float, swatch: float, rows: int
) -> list[float]:
    """Return the widths of names in a legend of so many rows: only the longest are shortened.

    Each has a swatch before it. No name is left out.
    """
    widths = [min(name, room - swatch) for name in names]
    if _fits(widths, room, gap, swatch, rows):
        return widths
    low, high = (room + gap) / ceil(len(names) / rows) - gap - swatch, max(widths)
    while high - low > 1:
        middle = (low + high) / 2
        fits = _fits([min(name, middle) for name in widths], room, gap, swatch, rows)
        low, high = (middle, high) if fits else (low, middle)
    return [min(name, low) for name in widths]


def _fits(widths: Sequence[float], room: float, gap: float, swatch: float, rows: int) -> bool:
    placed = flow([width + swatch for width in widths], room, gap, rows)
    return len(placed) == len(widths)
