"""Defensible structures of the model beside the one that is specified, as rows.

Sixth floor of planner. A variant fixes assumptions, follows other paths of levers, or draws its
futures in another way; everything else stays. What an effect is worth in all of them is told in
`planner.studies.robustness`.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.model.paths import Knot, LeverPath
from planner.model.scenario import (
    Draws,
    LeverSetting,
    Scenario,
    lever_default_path,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One structure: `title` ends the sentence "in the variant where ...".

    `assumptions` are fixed at a value in every future; `levers` are set before those of whoever
    asks; `draws` are how futures are drawn, empty for as the scenario says.
    """

    key: str
    title: str
    assumptions: tuple[tuple[str, float], ...] = ()
    levers: tuple[tuple[str, LeverSetting], ...] = ()
    draws: Draws | None = None

    def applied(self, scenario: Scenario) -> Scenario:
        """Return the scenario in this variant; its own levers stay on top."""
        made = replace(scenario, levers=(), draws=self.draws or scenario.draws)
        for name, setting in (*self.levers, *scenario.levers):
            made = with_lever(made, name, setting)
        for name, value in self.assumptions:
            made = with_assumption(made, name, fixed(value))
        return made


SPECIFIED: Final = Variant(key="specified", title="the model is as specified")


def _world(
    legal: tuple[Knot, ...], smuggled: tuple[Knot, ...]
) -> tuple[tuple[str, LeverPath], ...]:
    """Return the paths of a chip world: what arrived so far, and these knots from there on."""
    knots = {"legal_imports": legal, "smuggled_imports": smuggled}
    return tuple((name, _from_then(name, new)) for name, new in knots.items())


def _from_then(name: str, new: tuple[Knot, ...]) -> LeverPath:
    """Return the default path of a lever with these knots in place of those from their first on."""
    known = lever_default_path(name).knots
    return LeverPath((*(knot for knot in known if knot[0] < new[0][0]), *new))


def variants() -> tuple[Variant, ...]:
    """Return every variant, the model as specified first."""
    return (SPECIFIED, *_STRUCTURES, *_worlds())


def variants_for(*scenarios: Scenario) -> tuple[Variant, ...]:
    """Return the variants in which scenarios are compared, the model as specified first.

    A chip world is none of them where a scenario sets chip imports itself: what it is held against
    would have these imports too, and the question would be another one.
    """
    own = {name for each in scenarios for name, _ in each.levers}
    return tuple(each for each in variants() if own.isdisjoint(name for name, _ in each.levers))


def _worlds() -> tuple[Variant, ...]:
    """Return the named chip worlds beside the one of the defaults."""
    return (
        Variant(
            key="tight_chips",
            title="no license is granted and smuggling ebbs, in the baseline too",
            levers=_world(((2025.75, 0.0),), ((2027.0, 200.0), (2036.0, 120.0))),
        ),
        Variant(
            key="open_chips",
            title="licenses are granted freely, in the baseline too",
            levers=_world(
                ((2026.5, 300.0), (2027.0, 700.0), (2028.0, 900.0)),
                ((2027.0, 150.0), (2036.0, 80.0)),
            ),
        ),
    )


_STRUCTURES: Final[tuple[Variant, ...]] = (
    Variant(key="as_drawn", title="futures are as drawn", draws="as drawn"),
    Variant(
        key="plan",
        title="investment follows plans and not returns",
        assumptions=(("capex_response", 0.0),),
    ),
    Variant(
        key="market_rents",
        title="rents follow the market only",
        assumptions=(("cost_pull", 0.0),),
    ),
    Variant(
        key="cost_rents",
        title="rents lean on cost",
        assumptions=(("cost_pull", 0.8),),
    ),
    Variant(
        key="clearing_prices",
        title="chip prices clear fully",
        assumptions=(("premium_exponent", 1.0),),
    ),
    Variant(
        key="no_supply_answer",
        title="shortage lifts no domestic output",
        assumptions=(("supply_pull", 0.0),),
    ),
    Variant(
        key="strong_supply_answer",
        title="shortage lifts domestic output strongly",
        assumptions=(("supply_pull", 0.8),),
    ),
)
