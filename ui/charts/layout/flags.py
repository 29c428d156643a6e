"""Where the labels of events go: each at the top of its pole, none over a pole or another label.

Pure arithmetic on pixels and rows. A pole runs from its label down into the plot; one without a
label begins at the plot. What happens once is named before what happens in many places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Flag:
    """A pole at an x and the width of its label; one of many gives way to one that is not."""

    x: float
    width: float
    is_one_of_many: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Rows for labels between a left and a right edge, and the gap from a pole to its label.

    At the right of the upper row so much is `taken`.
    """

    rows: int
    left: float
    right: float
    gap: float
    taken: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """The row in which a pole begins, and where its label does; None for one without."""

    row: int
    start: float | None = None


def placed_flags(flags: Sequence[Flag], room: Room) -> list[Placed]:
    """Return where flags go, in their order; as many are named as there is room for."""
    named: list[int] = []
    placed: dict[int, Placed] = {}
    for number in sorted(range(len(flags)), key=lambda n: (flags[n].is_one_of_many, flags[n].x)):
        tried = _all_placed(flags, sorted([*named, number], key=lambda n: flags[n].x), room)
        if tried is not None:
            named.append(number)
            placed = tried
    return [placed.get(number, Placed(room.rows)) for number in range(len(flags))]


def _all_placed(
    flags: Sequence[Flag], numbers: Iterable[int], room: Room
) -> dict[int, Placed] | None:
    """Return a place for each of these flags, from the left; None where one finds none."""
    placed: dict[int, Placed] = {}
    for number in numbers:
        places = _places(flags[number], room)
        found = next((each for each in places if _is_free(number, each, flags, placed)), None)
        if found is None:
            return None
        placed[number] = found
    return placed


def _places(flag: Flag, room: Room) -> Iterable[Placed]:
    """Yield the places a flag may have: the upper rows first, the right of its pole first."""
    for row in range(room.rows):
        right = room.right - (0.0 if row else room.taken)
        for start in (flag.x + room.gap, flag.x - room.gap - flag.width):
            if room.left <= start and start + flag.width <= right:
                yield Placed(row, start)


def _is_free(number: int, place: Placed, flags: Sequence[Flag], placed: dict[int, Placed]) -> bool:
    mine = flags[number]
    return not any(
        _meet(mine, place, flags[other], there) or _meet(flags[other], there, mine, place)
        for other, there in placed.items()
    )


def _meet(one: Flag, place: Placed, other: Flag, there: Placed) -> bool:
    """Tell whether the label of one flag lies on the pole of another, or on its label."""
    if place.start is None:
        return False
    end = place.start + one.width
    on_pole = there.row <= place.row and place.start < other.x < end
    if there.start is None or there.row != place.row:
        return on_pole
    return on_pole or (place.start < there.start + other.width and there.start < end)


def with_tails(flags: Sequence[Flag], tail: float) -> list[Flag]:
    """Return the flags with room behind each label to count those that are not named."""
    many = any(flag.is_one_of_many for flag in flags)
    return [
        replace(flag, width=flag.width + tail) if flag.is_one_of_many or not many else flag
        for flag in flags
    ]
