"""What a design sets: a lever, or an assumption's central value or its fixed one.

Eighth floor of planner. A name without a place sets every place, as `--set` does.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import elements_of
from planner.model.lever_settings import with_lever_moved
from planner.model.scenario import (
    Scenario,
    assumption_at,
    assumption_spread,
    lever_at,
    with_assumption,
)
from planner.quantities.spread import Spread, fixed
from planner.quantities.told.lists import one_of
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown


class DesignError(ValueError):
    """An input or a value that no point can have; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a design by its name; `is_fixed` sets an assumption alike in every future."""

    name: str
    is_fixed: bool = False

    @property
    def is_lever(self) -> bool:
        """Whether it is a lever, and no assumption."""
        return split_address(self.name)[0] in model().levers

    @property
    def column(self) -> str:
        """Its plain name in tables."""
        return self.name.replace(".", "_")

    @property
    def unit(self) -> str:
        """The base unit of its values."""
        key = split_address(self.name)[0]
        return (model().levers if self.is_lever else model().assumptions)[key].unit

    @property
    def addresses(self) -> tuple[str, ...]:
        """The address of each value that it sets."""
        key, element = split_address(self.name)
        row = (model().levers if self.is_lever else model().assumptions)[key]
        elements = (element,) if element else elements_of(row)
        return tuple(address(key, each) for each in elements)

    def applied(self, scenario: Scenario, value: float) -> Scenario:
        """Return the scenario with this input at a value.

        A lever keeps the dates of its path. Raises DesignError for an assumption that would lie
        outside its low and high, ScenarioError for a value out of its hard range.
        """
        for name in self.addresses:
            if self.is_lever:
                scenario = with_lever_moved(scenario, name, value)
            else:
                scenario = with_assumption(scenario, name, self._spread(scenario, name, value))
        return scenario

    def _spread(self, scenario: Scenario, name: str, value: float) -> Spread:
        present = assumption_spread(scenario, name)
        if self.is_fixed:
            return fixed(value)
        if not present.low <= value <= present.high:
            text = translate(
                "Planner",
                "the central value {value} of {name} is outside its low {low} and high {high}; "
                "fixed = true sets one value for all futures",
            )
            told = {"value": value, "low": present.low, "high": present.high}
            said = {key: plain(each, is_grouped=False) for key, each in told.items()}
            raise DesignError(text.format(name=name, **said))
        return Spread(present.low, value, present.high)


def input_named(name: str, *, is_fixed: bool = False) -> Input:
    """Return the input of a name. Raises DesignError, or ScenarioError for a place it has not."""
    key, element = split_address(name)
    if key not in model().levers and key not in model().assumptions:
        raise DesignError(_unknown(key))
    if key in model().levers and is_fixed:
        text = translate("Planner", "{name} is a lever; only an assumption can be fixed")
        raise DesignError(text.format(name=name))
    if element or name.endswith("."):
        lever_at(name) if key in model().levers else assumption_at(name)
    return Input(name, is_fixed)


def _unknown(key: str) -> str:
    near = get_close_matches(key, (*model().levers, *model().assumptions), n=3)
    text = translate(
        "Planner", "there is no lever or assumption {name}; `suanli reference` lists them"
    )
    if near:
        text = translate("Planner", "there is no lever or assumption {name}; did you mean {near}?")
    return text.format(name=shown(key), near=one_of(near))
