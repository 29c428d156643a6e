"""Defensible structures of the model beside the one that is specified, as rows.

Sixth floor of planner. A variant fixes assumptions, follows other paths of levers, or draws its
futures in another way; everything else stays. What an effect is worth in all of them is told in
`planner.studies.robustness`.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.model.scenario import (
    Draws,
    LeverSetting,
    Scenario,
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

_OTHERS: Final[tuple[Variant, ...]] = (
    Variant(key="as_drawn", title="futures are as drawn", draws="as drawn"),
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
    Variant(
        key="tight_chips",
        title="no chips are imported",
        levers=(("chip_imports", 0.0),),
    ),
    Variant(
        key="open_chips",
        title="three times as many chips are imported",
        levers=(("chip_imports", 900.0),),
    ),
)


def variants() -> tuple[Variant, ...]:
    """Return every variant, the model as specified first."""
    return (SPECIFIED, *_OTHERS)
