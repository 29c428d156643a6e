"""Which way levers move a value in the end, in words. Floor: wording; no Qt."""

from math import isfinite
from typing import Final

from planner.quantities.told.lists import sentences
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.inspect.causes import Link
from planner.studies.inspect.effect import Effect, Whole
from planner.studies.inspect.node import Node
from planner.studies.inspect.weighed import Weighed
from ui.wording.inspect.names import node_name
from ui.wording.inspect.numbers import change_by_itself

SIGNS: Final[dict[Whole, str]] = {"+": "+", "-": "−", "0": "○", "open": "?"}


def effect_text(effect: Effect) -> str:
    """Return a lever with the way that more of it moves a value, and in how many futures."""
    text = {
        "+": translate("Inspect", "+ {name}: raises it in {higher} of {count} futures"),
        "-": translate("Inspect", "− {name}: lowers it in {lower} of {count} futures"),
        "0": translate("Inspect", "○ {name}: changes nothing by this month"),
        "open": translate(
            "Inspect",
            "? {name}: open; raises it in {higher}, lowers it in {lower} of {count} futures",
        ),
    }[effect.sign]
    return text.format(
        name=node_name(effect.lever),
        higher=effect.higher,
        lower=effect.lower,
        count=effect.futures,
    )


def change_text(effect: Effect, root: Node) -> str:
    """Return by how much, in the median future; empty where nothing changes."""
    if effect.sign == "0" or not isfinite(effect.change):
        return ""
    text = translate("Inspect", "median {change} where the lever is moved by {push}")
    return text.format(
        change=change_by_itself(_rounded(effect.change), 0.0, root.unit),
        push=change_by_itself(effect.push, 0.0, effect.lever.unit),
    )


def _rounded(value: float) -> float:
    """Return a number with the two digits that so few futures tell."""
    return float(f"{value:.1e}")


def way_text(lever: Node, way: tuple[Link, ...]) -> str:
    """Return the shortest way from a lever, with its delays; empty where there is none."""
    if not way:
        return ""
    names = " → ".join([node_name(lever), *(node_name(link.effect) for link in way)])
    text = translate("Inspect", "Shortest way: {names}").format(names=names)
    delays = sum(link.is_delayed for link in way)
    if not delays:
        return text
    told = translate_many(
        "Inspect", "{way} ({count} delay on it)", "{way} ({count} delays on it)", delays
    )
    return told.format(way=text, count=delays)


def method_text(found: Weighed) -> str:
    """Return in sentences how effects were found; empty where there are none."""
    if not found.effects:
        return ""
    text = translate_many(
        "Inspect",
        "Found by running the model in {count} future, each lever moved by a hundredth of its "
        "usual range: all ways, delays and loops count.",
        "Found by running the model in {count} futures, each lever moved by a hundredth of its "
        "usual range: all ways, delays and loops count.",
        found.tried,
    )
    rule = translate("Inspect", "Open: fewer than 80% of futures agree on the direction.")
    return sentences((text.format(count=fixed(found.tried, 0, numerals())), rule))
