"""The labels of events above a plot: what each says, and how those without room are counted.

What is left of the upper row tells from when on years are extrapolated. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.storage.sentences.catalog import translate_many
from ui.charts.contents.picture import EXTRAPOLATED_FROM, Mark
from ui.charts.layout.flags import Flag, Placed, Room, placed_flags, with_tails
from ui.charts.layout.look import Look

EVENT_ROWS = 3
ROOMY = 190.0
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Lane:
    """The room above a plot, as wide as it: the years between which it lies, and its hand.

    At the right of the upper row so much is `taken`.
    """

    width: float
    first: float
    last: float
    look: Look
    taken: float = 0.0

    def x_of(self, time: float) -> float:
        """Return the pixel of a moment."""
        return (time - self.first) / (self.last - self.first) * self.width


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of extrapolated years at the right end of the upper row, and where it begins."""

    text: str
    left: float


def note_in(events: Sequence[Mark], lane: Lane, rows: int) -> tuple[Note | None, Lane]:
    """Return the longest note that takes no room from a label, and the lane that labels have then.

    It stands over the years it is about.
    """
    wanted = _named(flags_in(events, lane, rows))
    for text in lane.look.words.extrapolated if rows else ():
        width = lane.look.metrics.horizontalAdvance(text)
        left = lane.width - width
        beside = replace(lane, taken=width + 2 * GAP * lane.look.scale)
        flags = flags_in(events, beside, rows)
        crossed = any(row == 0 and x > left - GAP for _, x, row, _ in flags)
        if left >= lane.x_of(EXTRAPOLATED_FROM) and _named(flags) == wanted and not crossed:
            return Note(text, left), beside
    return None, lane


def _named(flags: Sequence[tuple[Mark, float, int, float | None]]) -> list[str]:
    return [mark.label for mark, _, _, start in flags if start is not None]


def flags_in(
    events: Sequence[Mark], lane: Lane, rows: int
) -> list[tuple[Mark, float, int, float | None]]:
    """Return each event with the x of its pole, its row, and where its label begins.

    Dates are left out where without them more of what happens once is named.
    """
    dated = _flags_in(events, lane, rows)
    if all(start is not None or mark.is_one_of_many for mark, _, _, start in dated):
        return dated
    return _flags_in([replace(mark, label=mark.short or mark.label) for mark in events], lane, rows)


def _flags_in(
    events: Sequence[Mark], lane: Lane, rows: int
) -> list[tuple[Mark, float, int, float | None]]:
    look = lane.look
    marks = [mark for mark in events if lane.first <= mark.time <= lane.last]
    flags = [
        Flag(
            lane.x_of(mark.time),
            look.metrics.horizontalAdvance(mark.label) + 1,
            mark.is_one_of_many,
        )
        for mark in marks
    ]
    right = lane.width + GAP * look.scale
    room = Room(rows, 0.0, right, GAP / 2 * look.scale, lane.taken)
    placed = placed_flags(flags, room)
    if any(place.start is None for place in placed):
        tail = _tail(look)
        flags = with_tails(flags, tail)
        placed = placed_flags(flags, room)
        marks, flags, placed = _counted_at_least(marks, flags, placed, room, tail)
    told = with_rest(marks, [place.start is not None for place in placed])
    return [
        (mark, flag.x, place.row, place.start)
        for mark, flag, place in zip(told, flags, placed, strict=True)
    ]


def _counted_at_least(
    marks: list[Mark], flags: list[Flag], placed: list[Placed], room: Room, tail: float
) -> tuple[list[Mark], list[Flag], list[Placed]]:
    """Give the first of many that has room for it a count alone, where none has one for a name."""
    many = [number for number, flag in enumerate(flags) if flag.is_one_of_many]
    if not many or any(placed[number].start is not None for number in many):
        return marks, flags, placed
    for number in many:
        tried = [*flags[:number], replace(flags[number], width=tail), *flags[number + 1 :]]
        found = placed_flags(tried, room)
        if found[number].start is not None:
            told = [*marks[:number], replace(marks[number], label=""), *marks[number + 1 :]]
            return told, tried, found
    return marks, flags, placed


def with_rest(marks: Sequence[Mark], are_named: Sequence[bool]) -> list[Mark]:
    """Return the marks; those that are named tell how many of their kind are not.

    Each is counted by the one before it, the first by the one after it. One without a label of its
    own counts itself, too.
    """
    rests = [0] * len(marks)
    named = [number for number, is_named in enumerate(are_named) if is_named]
    for number, mark in enumerate(marks):
        kin = [n for n in named if marks[n].is_one_of_many == mark.is_one_of_many] or named
        if kin and not are_named[number]:
            rests[max((n for n in kin if n < number), default=kin[0])] += 1
    return [
        replace(mark, label=_with_count(mark.label, rest)) if rest else mark
        for mark, rest in zip(marks, rests, strict=True)
    ]


def _with_count(label: str, rest: int) -> str:
    """Return a label with how many more there are; without a label, how many there are."""
    if not label:
        events = translate_many("Events", "{count} event", "{count} events", rest + 1)
        return events.format(count=rest + 1)
    more = translate_many("Events", "{label} ({count} more)", "{label} ({count} more)", rest)
    return more.format(label=label, count=rest)


def _tail(look: Look) -> float:
    """Return the room in pixels of a count, behind a label or in place of one."""
    width = look.metrics.horizontalAdvance
    return max(width(_with_count(".", 9)) - width("."), width(_with_count("", 8)))


def event_rows(events: Sequence[Mark], lane: Lane, *, is_low: bool) -> int:
    """Return how many rows the labels of events take above the plot.

    A low plot has one, and more only for what happens once and would go unnamed.
    """
    for most in range(1 if is_low else EVENT_ROWS, EVENT_ROWS + 1):
        flags = flags_in(events, lane, most)
        if all(start is not None or mark.is_one_of_many for mark, _, _, start in flags):
            break
    rows = [row for _, _, row, start in flags if start is not None]
    return max(rows, default=-1) + 1
