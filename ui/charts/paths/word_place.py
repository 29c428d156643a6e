"""Finds a place beside a line where a word lies over no line; pure. Floor: charts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

Line = tuple[Sequence[float], Sequence[float]]
"""The corners of a line: x, never falling, and y."""

_TRIED: Final = 41
_BEYOND: Final = 1.15
"""Part of its size that a word keeps free, so that it touches no line either."""


class WordPlace(NamedTuple):
    """The middle of a word, and whether it stands over its line or under it."""

    x: float
    y: float
    is_over: bool = True


class Room(NamedTuple):
    """What is seen, and how large the word is in it."""

    first: float
    last: float
    low: float
    high: float
    width: float
    height: float


def place_beside(line: Line, others: Iterable[Line], room: Room) -> WordPlace | None:
    """Return where a word beside a line lies over nothing, near the middle of its longest stretch.

    None where there is no such place.
    """
    everything = (line, *others)
    middle = _middle(line[0])
    free = (each for each in _candidates(line, room) if not _is_crossed(each, everything, room))
    return min(free, key=lambda each: (abs(each.x - middle), not each.is_over), default=None)


def _candidates(line: Line, room: Room) -> Iterator[WordPlace]:
    first, last = room.first + room.width / 2, room.last - room.width / 2
    for x in map(float, np.linspace(first, last, _TRIED)):
        low, high = _reach(line, x - room.width / 2, x + room.width / 2)
        if high + room.height * _BEYOND <= room.high:
            yield WordPlace(x, high)
        if low - room.height * _BEYOND >= room.low:
            yield WordPlace(x, low, is_over=False)


def _is_crossed(place: WordPlace, lines: Iterable[Line], room: Room) -> bool:
    """Tell whether a line goes through a word."""
    half, height = _BEYOND * room.width / 2, _BEYOND * room.height
    low, high = (place.y, place.y + height) if place.is_over else (place.y - height, place.y)
    reaches = (_reach(each, place.x - half, place.x + half) for each in lines)
    return any(least < high and most > low for least, most in reaches)


def _reach(line: Line, begin: float, end: float) -> tuple[float, float]:
    """Return the lowest and the highest y of a line between two x."""
    x, y = line
    inside = [b for a, b in zip(x, y, strict=True) if begin <= a <= end]
    ends = map(float, np.interp([begin, end], x, y))
    found = (*inside, *ends)
    return min(found), max(found)


def _middle(x: Sequence[float]) -> float:
    """Return the middle of the longest level or slope."""
    ways = [after - before for before, after in pairwise(x)]
    longest = max(range(len(ways)), key=ways.__getitem__)
    return (x[longest] + x[longest + 1]) / 2
