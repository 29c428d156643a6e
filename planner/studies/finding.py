"""The sentence of a finding: an effect, in how many futures, and in how many variants it holds.

Sixth floor of planner. README, examples and terminal print a finding only in these words, so that
none is printed that another defensible structure turns without saying so.
"""

from planner.ensemble.progress import to_the_end
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.model.sums import label_of
from planner.quantities.listed import listed
from planner.quantities.shown import MINUS
from planner.studies.robustness import Asked, Effect, Robustness, robustness

_FEW_DIGITS = 10
_WORDS = {1: "up", -1: "down", 0: "divided"}


def finding(found: Robustness) -> str:
    """Return what is found, with its counts; begins with "Open." where a variant turns the sign."""
    first, others = found.specified, len(found.effects) - 1
    head = f"{outcome_name(found.asked)} in {found.asked.year}"
    if first.is_none and not found.turning:
        return f"{head}: the same in all {first.futures:,} futures and all {others} variants."
    if found.sign == 0:
        return (
            f"Open. {head}: up in {share_text(first.above)} and down in "
            f"{share_text(first.below)} of {first.futures:,} futures."
        )
    share = share_text(first.share_with(found.sign))
    told = (
        f"{head}: {_WORDS[found.sign]} in {share} of {first.futures:,} futures "
        f"(median {percent_text(first.percent)})"
    )
    if found.turning:
        turned = listed([_told(each) for each in found.turning], "; ")
        return f"Open. {told}, but not in {len(found.turning)} of {others} variants: {turned}."
    others -= len(found.unchanged)
    return f"{told}{_in_every_variant(found, others)}; medians {_span(found)}.{_unchanged(found)}"


def finding_of(scenario: Scenario, asked: Asked) -> str:
    """Run every variant and return what is found of a scenario's levers."""
    return finding(to_the_end(robustness(scenario, asked)))


def outcome_name(asked: Asked) -> str:
    """Return the outcome in question as a sentence names it."""
    label = model().outcomes[asked.outcome].label
    return f"{label} ({label_of(asked.element)})" if asked.element else label


def percent_text(value: float) -> str:
    """Return a change in percent with as many digits as tell something."""
    text = f"{value:+.2f}%" if abs(value) < _FEW_DIGITS else f"{value:+.0f}%"
    return text.replace("-", MINUS)


def share_text(value: float) -> str:
    """Return a share of futures in percent; only all of them are 100%, only none is 0."""
    whole = round(100 * value)
    if whole in (0, 100) and value not in (0.0, 1.0):
        return "under 1%" if whole == 0 else "over 99%"
    return f"{whole}%"


def _in_every_variant(found: Robustness, others: int) -> str:
    """Say in how many futures of each variant the sign holds, and where in the fewest."""
    weakest = found.weakest
    least = share_text(weakest.share_with(found.sign))
    if weakest is found.specified:
        return f", and in no fewer in any of {others} variants"
    return f", and in at least {least} in each of {others} variants, the fewest where " + (
        weakest.variant.title
    )


def _told(effect: Effect) -> str:
    """Say of a variant what most of its futures do."""
    share = max(effect.above, effect.below)
    return f"{_WORDS[effect.sign]} in {share_text(share)} where {effect.variant.title}"


def _unchanged(found: Robustness) -> str:
    """Name the variants in which nothing changes, which are not among those counted."""
    titles = [each.variant.title for each in found.unchanged]
    return f" Nothing changes where {listed(titles, '; ')}." if titles else ""


def _span(found: Robustness) -> str:
    sizes = [each.percent for each in found.effects if each not in found.unchanged]
    return f"{percent_text(min(sizes))} to {percent_text(max(sizes))}"
