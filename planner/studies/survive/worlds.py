"""The worlds in which scenarios are held against each other: chips, demand, rents, own ranges.

Sixth floor of planner. A world sets what no planner decides: paths of imports, assumptions, or all
ranges of somebody's own. In one world all scenarios have the same futures.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from planner.facts.measured import Measured
from planner.model.own.scenarios import is_calibrated
from planner.model.scenario import Scenario, assumption_default
from planner.quantities.spread import Part, Spread
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.variants import SPECIFIED, Variant, variants

Ranges = tuple[tuple[str, Spread], ...]

DEMAND: Final = ("platform_growth_settled", "sme_use_growth")
"""What demand grows by once the years that were measured are over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A world by its key and label; `ranges` are the assumptions it has in place of defaults.

    Where it has `points`, its futures are calibrated with these numbers of somebody's own. `label`
    is empty for one that is called by the `title` of the scenario that brings it.
    """

    key: str
    label: str = ""
    title: str = ""
    variant: Variant = SPECIFIED
    ranges: Ranges = ()
    points: tuple[Measured, ...] = ()

    @property
    def name(self) -> str:
        """What the world is called."""
        if self.label:
            return model_text(self.label)
        if self.points:
            return translate("Planner", "Own numbers of {title}").format(title=self.title)
        return translate("Planner", "Ranges of {title}").format(title=self.title)

    def applied(self, scenario: Scenario) -> Scenario:
        """Return a scenario in this world: its levers on top, the ranges those of the world."""
        made = self.variant.applied(replace(scenario, assumptions=self.ranges))
        if not self.points:
            return made
        return replace(made, own=replace(made.own, points=self.points), draws="calibrated")


def worlds() -> tuple[World, ...]:
    """Return the worlds every scenario is put into, the one of the defaults first."""
    return (
        World(key="licensed_chips", label="Licensed chips (default)"),
        World(key="tight_chips", label="Tight chips", variant=_variant("tight_chips")),
        World(key="open_chips", label="Open chips", variant=_variant("open_chips")),
        World(
            key="low_demand",
            label="Low demand",
            variant=_demand("low_demand", "low"),
        ),
        World(
            key="high_demand",
            label="High demand",
            variant=_demand("high_demand", "high"),
        ),
        World(
            key="cost_rents",
            label="Rents follow cost",
            variant=_variant("cost_rents"),
        ),
    )


def own_worlds(scenarios: Iterable[Scenario]) -> tuple[World, ...]:
    """Return a world for each set of ranges and numbers that scenarios bring with them."""
    found: dict[tuple[Ranges, tuple[Measured, ...]], World] = {}
    for each in scenarios:
        points = each.own.points if is_calibrated(each) else ()
        brought = each.assumptions, points
        if any(brought) and brought not in found:
            key = f"own_{len(found) + 1}"
            found[brought] = World(
                key=key, title=each.title, ranges=each.assumptions, points=points
            )
    return tuple(found.values())


def _variant(key: str) -> Variant:
    return next(each for each in variants() if each.key == key)


def _demand(key: str, end: Part) -> Variant:
    """Return the variant in which what demand grows by is at one end of its range."""
    values = tuple((name, assumption_default(name).part(end)) for name in DEMAND)
    title = "demand grows at the high end of its range"
    if end == "low":
        title = "demand grows at the low end of its range"
    return Variant(key=key, title=title, assumptions=values)
