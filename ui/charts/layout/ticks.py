"""Where an axis begins, ends and is marked; pure arithmetic on ranges and pixels."""

from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
YEAR_STEPS = (1, 2, 5, 10)
LOG_PARTS = (1, 2, 5)
NEARLY = 1e-9
FEWEST = 2
"""Marks that tell a scale."""


def nice_step(span: float, most: int) -> float:
    """Return the smallest round step that divides a span into at most so many parts."""
    raw = span / max(1, most)
    magnitude = 10.0 ** floor(log10(raw))
    return next(step * magnitude for step in STEPS if step * magnitude >= raw * (1 - NEARLY))


def nice_range(
    low: float, high: float, most: int, ceiling: float | None = None
) -> tuple[float, float]:
    """Return a range of whole steps around low and high.

    It starts (or ends) at zero when that costs less than two fifths of the height. `ceiling` is
    a value that the range need not pass, as one for shares.
    """
    if low >= 0 and low <= 0.6 * high:
        low = 0.0
    elif high <= 0 and high >= 0.6 * low:
        high = 0.0
    if high - low <= NEARLY * max(abs(low), abs(high)):
        low, high = _around(low)
    step = nice_step(high - low, most)
    bottom = floor(low / step + NEARLY) * step
    top = ceil(high / step - NEARLY) * step
    if ceiling is not None and high <= ceiling:
        top = min(top, max(ceiling, high))
    return bottom, top


def value_ticks(low: float, high: float, most: int) -> tuple[tuple[float, ...], float]:
    """Return the marked values of a range, two at least, and their step."""
    step, first, last = 0.0, 0, 0
    while last <= first:
        step = nice_step(high - low, most)
        first, last = ceil(low / step - NEARLY), floor(high / step + NEARLY)
        most += 1
    return tuple(index * step for index in range(first, last + 1)), step


def log_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return the marked powers of ten: whole ones, with those of 2 and 5 where they have room.

    Where fewer than two of these are seen, the values between them are marked as on a linear axis.
    """
    for parts in (LOG_PARTS, LOG_PARTS[:1]):
        found = [
            power + log10(part)
            for power in range(floor(low), ceil(high) + 1)
            for part in parts
            if low <= power + log10(part) <= high
        ]
        if len(found) <= most:
            break
    if len(found) < FEWEST:
        return tuple(map(log10, filter(None, value_ticks(10**low, 10**high, most)[0])))
    every = ceil(len(found) / most)
    return tuple(found[::every])


def year_ticks(first: float, last: float, pixels: float, label: float) -> tuple[int, ...]:
    """Return the years to name on an axis of so many pixels, a label being `label` wide."""
    years = max(last - first, NEARLY)
    room = pixels / years
    step = next((step for step in YEAR_STEPS if step * room >= label), YEAR_STEPS[-1])
    start = ceil(first - NEARLY)
    return tuple(year for year in range(start, floor(last + NEARLY) + 1, step))


def year_names(
    first: float, last: float, pixels: float, full: float, brief: float
) -> dict[int, str]:
    """Return the years to name on an axis of so many pixels, with their texts.

    They are written in full, each `full` wide, or as 2025, 26, 27, each `brief`, where that names
    more of them.
    """
    years = year_ticks(first, last, pixels, full)
    dense = year_ticks(first, last, pixels, brief)
    if len(dense) <= len(years):
        return {year: str(year) for year in years}
    return {year: f"{year % 100:02d}" if place else str(year) for place, year in enumerate(dense)}


def _around(value: float) -> tuple[float, float]:
    """Return a range around a value that never changes."""
    if value == 0:
        return 0.0, 1.0
    return (0.0, 1.25 * value) if value > 0 else (1.25 * value, 0.0)
