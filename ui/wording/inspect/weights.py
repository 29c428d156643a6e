"""Shares of the spread that causes explain, in words. Floor: wording; no Qt."""

from math import ceil

from planner.quantities.told.lists import sentences
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.answers.stamp import stamp_of
from planner.studies.inspect.node import ALL, Node
from planner.studies.inspect.weighed import Weighed
from planner.studies.inspect.weight import Weight
from ui.wording.inspect.names import node_name


def weight_short(weight: Weight) -> str:
    """Return a share with its sampling error, or its bound, as it stands in a map."""
    if not weight.is_seen:
        return translate("Inspect", "<{bound}% of spread").format(bound=_bound(weight))
    return translate("Inspect", "{share}% ±{reach} of spread").format(
        share=round(100 * weight.share), reach=_reach(weight)
    )


def share_text(weight: Weight) -> str:
    """Return a share with its sampling error, or its bound, in numbers alone."""
    if not weight.is_seen:
        return translate("Inspect", "<{bound}%").format(bound=_bound(weight))
    text = translate("Inspect", "{share}% ±{reach}")
    return text.format(share=round(100 * weight.share), reach=_reach(weight))


def weight_text(weight: Weight) -> str:
    """Return a share with its sampling error, or its bound, as a clause."""
    if not weight.is_seen:
        text = translate("Inspect", "explains less than {bound}% of the spread")
        return text.format(bound=_bound(weight))
    text = translate("Inspect", "explains {share}% ± {reach} of the spread")
    return text.format(share=round(100 * weight.share), reach=_reach(weight))


def weight_of(found: Weighed | None, node: Node) -> Weight | None:
    """Return the share of a node; None where none was found."""
    return None if found is None else found.weights.get(node)


def measure_text(found: Weighed) -> str:
    """Return in sentences what shares of the spread are, and what they rest on; else empty."""
    if not found.weights:
        return ""
    text = translate_many(
        "Inspect",
        "% of the spread: how much of the variance of “{name}” over {count} future a cause "
        "explains by itself, as in What matters most; ± is two standard errors. Shares overlap.",
        "% of the spread: how much of the variance of “{name}” over {count} futures a cause "
        "explains by itself, as in What matters most; ± is two standard errors. Shares overlap.",
        found.futures,
    )
    count = fixed(found.futures, 0, numerals())
    said = text.format(name=node_name(found.asked.root), count=count)
    if all(node.element != ALL for node in found.weights):
        return said
    text = translate(
        "Inspect", "A row that stands for several places or segments counts as their mean."
    )
    return sentences((said, text))


def spread_text(found: Weighed) -> str:
    """Return what shares of the spread are, and why they rest on fewer futures if they do."""
    said = measure_text(found)
    return sentences((said, stamp_of(found.asked.scenario, found.futures).fewer)) if said else ""


def _reach(weight: Weight) -> int:
    return max(1, round(100 * weight.reach))


def _bound(weight: Weight) -> int:
    return max(1, ceil(100 * weight.bound))
