"""What limits a segment, made up for tests: shares of futures by state, the largest first."""

from planner.model.graph import model
from planner.studies.parts.limits import LimitShare


def limits_of(**shares: float) -> tuple[LimitShare, ...]:
    """Return the shares of all states, those that are not named being none."""
    states = model().outcomes["limit"].states
    found = [LimitShare(state, shares.get(state.key, 0.0)) for state in states]
    return tuple(sorted(found, key=lambda each: each.share, reverse=True))
