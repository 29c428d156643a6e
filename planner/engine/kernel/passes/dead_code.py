"""Dead-code elimination: keeps of all assignments those that something wanted rests on.

Fourth floor of planner. Assumes that an assignment has no effect but its value, and that each
stands after all it needs.
"""

from collections.abc import Iterable, Sequence

from planner.engine.kernel.passes.definition import Assignment
from planner.model.language.expression import names


def live(
    assignments: Sequence[Assignment],
    wanted: Iterable[str],
    known: frozenset[str] = frozenset(),
) -> list[Assignment]:
    """Return the assignments that the wanted names rest on, in order, without those known."""
    needed = set(wanted)
    kept: list[Assignment] = []
    for assignment in reversed(assignments):
        if assignment.name in needed and assignment.name not in known:
            needed |= names(assignment.value)
            kept.append(assignment)
    return kept[::-1]


def independent(assignments: Iterable[Assignment]) -> list[list[Assignment]]:
    """Return groups of assignments that need nothing of each other (connected components)."""
    groups: list[list[Assignment]] = []
    for one in assignments:
        near = [g for g in groups if names(one.value) & {member.name for member in g}]
        groups = [g for g in groups if g not in near]
        groups.append([member for g in near for member in g] + [one])
    return groups
