"""Where labels go so that none covers another; pure arithmetic on pixels."""

from collections.abc import Sequence


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
        if x > 0 and x + width > room:
            x, row = 0.0, row + 1
        if row >= rows:
            break
        placed.append((x, row))
        x += width + gap
    return placed


def flag_rows(
    flags: Sequence[tuple[float, float]], rows: int, right: float, gap: float
) -> list[tuple[int, float | None]]:
    """Return the row of each flag and where its label begins, None where it has no room.

    A flag is the x of a pole and the width of its label; flags come in order of x. A pole begins
    at its row and runs down, so it takes a row below every label that it would cross.
    """
    placed: list[tuple[int, float | None]] = []
    labels: list[tuple[int, float]] = []
    for x, width in flags:
        crossed = [row for row, end in labels if x <= end + gap]
        row = max(crossed, default=-1) + 1
        left = x + gap
        shown = row < rows and left + width <= right
        if shown:
            labels.append((row, left + width))
        placed.append((row, left if shown else None))
    return placed
