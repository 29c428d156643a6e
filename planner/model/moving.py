"""How a plain number moves the path of a lever: the shape stays, the reference takes the number.

Third floor of planner. Pure rules on a row and a path; which path a scenario has is `scenario`.
"""

from planner.model.inputs import Lever, Part, reference_value
from planner.model.paths import (
    FIRST_DATE,
    KNOTS_AT_MOST,
    Knot,
    LeverPath,
    constant_path,
    mapped,
    tidy,
    value_at,
    with_knots_at,
)
from planner.quantities.unit_forms import unit_form


def moved(row: Lever, path: LeverPath, number: float) -> LeverPath:
    """Return the path moved so that its reference value is `number`.

    Knots from the row's `scales_from` on move in proportion, shares by addition, held in the hard
    range; earlier ones stay. A path of one knot becomes constant, and one whose reference is zero
    does from `scales_from` on: it has no proportions to keep.
    For a row that is a part the knots of its stretch move, and the others stay.
    """
    reference = reference_value(row, path)
    if row.part:
        return _with_part_moved(row.part, path, number, reference)
    if len(path.knots) == 1:
        return constant_path(number)
    if reference == 0:
        return _even_from(path, row.scales_from, number)

    def change(date: float, value: float) -> float:
        stays = date < row.scales_from
        return value if stays else _moved_value(row, value, number, reference)

    return mapped(_cut_at(path, row, row.scales_from), change)


def is_scaled(row: Lever, before: LeverPath, after: LeverPath) -> bool:
    """Tell whether a path of several knots is another one, moved as a whole."""
    if len(before.knots) == 1 or len(after.knots) == 1:
        return False
    return moved(row, before, reference_value(row, after)) == after


def stretch_of(part: Part, path: LeverPath) -> tuple[Knot, ...]:
    """Return the knots of a path that a part moves, the first one at its start."""
    first = (part.start, value_at(path, part.of.over_time, part.start))
    return (first, *(knot for knot in path.knots if part.start < knot[0] < part.end))


def _moved_value(row: Lever, value: float, number: float, reference: float) -> float:
    if unit_form(row.unit).moves_by_sum:
        return number if value == reference else _held(row, value + (number - reference))
    return _held(row, number * (value / reference))


def _even_from(path: LeverPath, date: float, number: float) -> LeverPath:
    """Return the path with one value from a date on, and what was before it."""
    before = tuple(knot for knot in path.knots if knot[0] < date)[-(KNOTS_AT_MOST - 1) :]
    return LeverPath((*before, (date, number))) if before else constant_path(number)


def _with_part_moved(part: Part, path: LeverPath, number: float, reference: float) -> LeverPath:
    """Return the path with the knots of a stretch in proportion, or even where all are zero."""
    even = number / (part.end - part.start) if part.shows == "total" else number

    def change(date: float, value: float) -> float:
        if not part.start <= date < part.end:
            return value
        return _held(part.of, number * (value / reference) if reference else even)

    return mapped(_cut_at(path, part.of, part.start, part.end), change)


def _cut_at(path: LeverPath, row: Lever, *dates: float) -> LeverPath:
    """Return the path with knots at these dates, so that what is before the first can stay."""
    first = (FIRST_DATE,) if path.dates[0] > FIRST_DATE < dates[0] else ()
    return with_knots_at(path, row.over_time, *first, *dates)


def _held(row: Lever, value: float) -> float:
    return min(max(tidy(value), row.least), row.most)
