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
    """Return the x and the row of each label, set like words; those without room are left out.

    Where not all have room in order, short ones go back to what longer ones left of a row.
    """
    in_order = _placed(widths, room, gap, rows, goes_back=False)
    if len(in_order) == len(widths):
        return in_order
    filled = _placed(widths, room, gap, rows, goes_back=True)
    return filled if len(filled) > len(in_order) else in_order


def _placed(
    widths: Sequence[float], room: float, gap: float, rows: int, *, goes_back: bool
) -> list[tuple[float, int]]:
    placed: list[tuple[float, int]] = []
    begins, first = [0.0] * rows, 0
    for width in widths:
        free = (
            row
            for row, x in enumerate(begins)
            if row >= first and (x == 0 or x + width <= room + _ROUNDING)
        )
        row = next(free, rows)
        if row >= rows:
            break
        placed.append((begins[row], row))
        begins[row] += width + gap
        first = 0 if goes_back else row
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
