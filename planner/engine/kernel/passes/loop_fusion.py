"""Loop fusion: puts assignments into as few loops as possible.

Fourth floor of planner. National loops (values without an index, and segments written out) and area
loops run by turns, because a sum over areas needs all of them first. Assumes that assignments stand
in an order in which they can be computed; it moves them, and changes none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.engine.kernel.passes.definition import Assignment, Place
from planner.model.language.expression import names


@dataclass(frozen=True, slots=True)
class Loop:
    """Assignments computed together, in order, for a block of futures."""

    place: Place
    assignments: tuple[Assignment, ...]

    @property
    def names(self) -> frozenset[str]:
        """What it computes."""
        return names_of(self.assignments)


Loops = tuple[Loop, ...]


def fused(assignments: Iterable[Assignment], known: frozenset[str]) -> Loops:
    """Return the loops that compute the assignments from what is known.

    That is the shorter of the two ways to take turns.
    """
    waiting = tuple(assignments)
    ways = [_take_turns(waiting, known, first) for first in ("nation", "area")]
    return min(ways, key=len)


def names_of(assignments: Iterable[Assignment]) -> frozenset[str]:
    """Return what the assignments compute."""
    return frozenset(one.name for one in assignments)


def _take_turns(waiting: tuple[Assignment, ...], known: frozenset[str], first: str) -> Loops:
    loops: list[Loop] = []
    done, place = set(known), first
    while waiting:
        taken: list[Assignment] = []
        here: set[str] = set()
        for assignment in waiting:
            if assignment.place == place and names(assignment.value) <= done | here:
                taken.append(assignment)
                here.add(assignment.name)
        if taken:
            loops.append(Loop(taken[0].place, tuple(taken)))
        waiting = tuple(a for a in waiting if a.name not in here)
        done |= here
        place = "area" if place == "nation" else "nation"
    return tuple(loops)
