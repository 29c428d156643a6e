"""Which assumptions are drawn together and share what they explain; sixth floor of planner.

What correlated assumptions explain cannot be told apart from given futures alone, so that they are
told as a group. It consists of all that the model's correlations join, directly or through others.
"""

from collections.abc import Sequence
from functools import cache

from planner.model.graph import model


@cache
def groups_of(names: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of drawn assumptions as places among `names`, one alone where it is free.

    They stand in the order of their first members.
    """
    joined: dict[str, set[str]] = {name: {name} for name in names}
    for pair in model().correlations:
        if pair.one in joined and pair.other in joined:
            both = joined[pair.one] | joined[pair.other]
            joined |= dict.fromkeys(both, both)
    found = dict.fromkeys(tuple(sorted(map(names.index, each))) for each in joined.values())
    return tuple(sorted(found))


def members_of(names: Sequence[str], group: Sequence[int]) -> tuple[str, ...]:
    """Return the addresses of a group."""
    return tuple(names[place] for place in group)
