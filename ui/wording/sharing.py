"""A lever of many areas moved as a whole: totals, and how a new total is shared out.

Pure arithmetic, no Qt. Proportions are kept; from zero everybody gets the same; nobody gets more
than the hard range allows, what is over goes to the others.
"""

from math import log10
from typing import Final

from planner.model.inputs import Lever
from ui.wording.figures.units import form_of

_DIGITS_SHOWN: Final = 2


def is_mean(lever: Lever) -> bool:
    """Whether the whole of a lever is the mean of its areas, as for a rate, not their sum."""
    return form_of(lever.unit).is_mean


def whole(lever: Lever, values: tuple[float, ...]) -> float:
    """Return the value of all areas together: the sum, or the mean of a rate."""
    total = sum(values)
    return round(total / len(values) if is_mean(lever) else total, 10)


def shared(lever: Lever, before: tuple[float, ...], value: float) -> tuple[float, ...]:
    """Return the areas' values that together give `value`, in the proportions of `before`."""
    count = len(before)
    total = min(value * count if is_mean(lever) else value, lever.most * count)
    if sum(before) <= 0:
        before = (1.0,) * count
    parts = _filled(before, total, lever.most)
    digits = _DIGITS_SHOWN + round(log10(form_of(lever.unit).factor))
    rounded = [min(round(part, digits), lever.most) for part in parts]
    return _adding_up(rounded, total, lever.most, digits)


def _adding_up(parts: list[float], total: float, most: float, digits: int) -> tuple[float, ...]:
    """Give what rounding left over to the largest part that has room, so that the parts add up."""
    left = total - sum(parts)
    taker = max(range(len(parts)), key=lambda i: (parts[i] + left <= most, parts[i]))
    parts[taker] = min(most, round(parts[taker] + left, digits + 2))
    return tuple(parts)


def _filled(weights: tuple[float, ...], total: float, most: float) -> list[float]:
    """Share out a total by weights, none above `most`; weightless parts fill up last."""
    parts = [0.0] * len(weights)
    weights = weights if all(weights) else tuple(weight or 1e-12 for weight in weights)
    free = set(range(len(weights)))
    rest = total
    while free:
        scale = rest / sum(weights[i] for i in free)
        full = {i for i in free if weights[i] * scale >= most}
        if not full:
            for i in free:
                parts[i] = weights[i] * scale
            break
        for i in full:
            parts[i] = most
        free -= full
        rest -= most * len(full)
    return parts
