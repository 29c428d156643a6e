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


def rows_without_overlap(
    spans: Sequence[tuple[float, float]], rows: int, gap: float
) -> list[int | None]:
    """Return a row for each span (left, right) so that spans of one row do not touch.

    None where there is no row left: that label is not shown.
    """
    ends = [float("-inf")] * rows
    chosen: list[int | None] = []
    for left, right in spans:
        row = next((row for row in range(rows) if ends[row] + gap <= left), None)
        if row is not None:
            ends[row] = right
        chosen.append(row)
    return chosen
