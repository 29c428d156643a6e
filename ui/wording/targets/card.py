"""What a card says of a target of its outcome; floor: wording."""

from collections.abc import Sequence
from math import nan

from planner.ensemble.met import Met
from planner.model.targets.target import Target
from planner.quantities.told.lists import led_by
from ui.wording.targets.told import sentence_of, share_text, short_text


def target_of_card(
    targets: Sequence[Target], outcome: str, element: str, year: int
) -> Target | None:
    """Return the target that a card tells: that of its year, else of every year, else another."""
    own = [each for each in targets if (each.outcome, each.element) == (outcome, element)]
    return min(own, key=lambda each: _distance(each, year)) if own else None


def told_on_card(target: Target, met: Met | None, last_year: int) -> tuple[str, str, str]:
    """Return a target as a card says it, as it does with little room, and as a sentence."""
    share = nan if met is None else met.each.get(target, nan)
    said = share_text(share)
    return led_by(short_text(target), said), said, sentence_of(target, share, last_year)


def _distance(target: Target, year: int) -> float:
    """Return how far a target is from a year: one for every year comes after one for just that."""
    return 0.5 if target.year is None else abs(target.year - year)
