"""What may be moved to reach a target: one lever, one area of it, or all its areas together.

Sixth floor of planner. Pure functions on scenarios: how far a handle may go, where it stands, and
what a scenario is once it is moved. A lever that follows a path is moved as its slider moves it.
"""

from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Final

from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import Lever, default_value, elements_of
from planner.model.lever_settings import path_mates, with_lever_moved
from planner.model.paths import tidy
from planner.model.scenario import Scenario, lever_at, lever_value, parts_of
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import one_of
from planner.quantities.told.numerals import plain
from planner.quantities.told.values import range_text
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate

_TIMES_DEFAULT: Final = 4
_ALL_OVER_ONE: Final = 2
_LEAST_STEPS: Final = 40


class SolveError(ValueError):
    """A question that has no answer; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A lever by its address, and the bounds between which it may move, in its unit.

    The key alone of a lever of several areas means all of them: their sum, or the mean of a rate.
    """

    name: str
    low: float
    high: float

    @property
    def row(self) -> Lever:
        """The row of the lever."""
        return row_of(self.name)

    @property
    def span(self) -> float:
        """How far it may go in all."""
        return self.high - self.low

    @property
    def step(self) -> float:
        """The step in which it is set: that of its slider, or finer on a short way."""
        step = self.row.step * (_ALL_OVER_ONE if _is_sum(self.name) else 1)
        while step * _LEAST_STEPS > self.span:
            step /= 10
        return step


def handle_of(name: str, low: float | None = None, high: float | None = None) -> Handle:
    """Return the handle of an address, between its usual bounds where none are given.

    Raises SolveError for bounds beyond what the lever takes, or in no order.
    """
    row, (least, most) = row_of(name), hard_range(name)
    usual = usual_range(name)
    found = Handle(name, usual[0] if low is None else low, usual[1] if high is None else high)
    for bound in (found.low, found.high):
        if not isfinite(bound) or not least <= bound <= most:
            raise SolveError(
                translate(
                    "Planner", "{label} ({name}) may not go to {bound}; it must be {range}"
                ).format(
                    label=model_text(row.label),
                    name=name,
                    bound=plain(bound),
                    range=range_text(least, most, row.unit),
                )
            )
    if found.low >= found.high:
        room = range_text(found.low, found.high, row.unit)
        raise SolveError(
            translate("Planner", "{label} ({name}) has no room to move: {room}").format(
                label=model_text(row.label), name=name, room=room
            )
        )
    return found


def row_of(name: str) -> Lever:
    """Return the lever of an address, or of a key that means all areas.

    Raises SolveError for a lever that takes a path alone, ScenarioError for none.
    """
    if not name:
        raise SolveError(translate("Planner", "a lever that may move is named"))
    row = model().levers.get(name) or lever_at(name)[0]
    if parts := parts_of(row):
        keys = one_of([part.key for part in parts])
        raise SolveError(
            translate(
                "Planner", "{label} ({name}) takes dated knots; what can be solved for is {keys}"
            ).format(label=model_text(row.label), name=name, keys=keys)
        )
    return row


def addresses_of(name: str) -> tuple[str, ...]:
    """Return the addresses of the values that a handle sets."""
    key, element = split_address(name)
    row = row_of(name)
    return (name,) if element else tuple(address(key, each) for each in elements_of(row))


def paths_moved(name: str) -> frozenset[str]:
    """Return the addresses of all that moves with a handle: no other may share one."""
    return frozenset(mate for each in addresses_of(name) for mate in path_mates(each))


@cache
def usual_range(name: str) -> tuple[float, float]:
    """Return the range of the slider: of an area four times its default, of all areas twice one."""
    row, (_, element) = row_of(name), split_address(name)
    if _is_sum(name):
        return row.low, row.high * _ALL_OVER_ONE
    if not element:
        return row.low, row.high
    high = min(row.high, _TIMES_DEFAULT * default_value(row, element))
    return row.low, high if high > row.low else row.high


def hard_range(name: str) -> tuple[float, float]:
    """Return the least and the most that a handle takes."""
    row, count = row_of(name), len(addresses_of(name))
    return (row.least * count, row.most * count) if _is_sum(name) else (row.least, row.most)


def number_at(scenario: Scenario, name: str) -> float:
    """Return where a handle stands in a scenario: what its slider shows."""
    values = [lever_value(scenario, each) for each in addresses_of(name)]
    total = sum(values)
    return tidy(total if _is_sum(name) else total / len(values))


def moved(scenario: Scenario, name: str, number: float) -> Scenario:
    """Return the scenario with a handle moved to a number.

    Areas that move together keep their proportions, and stop at the end of what they take; where
    none has anything, each gets as much.
    """
    addresses = addresses_of(name)
    values = [lever_value(scenario, each) for each in addresses]
    total, most = sum(values), row_of(name).most
    wanted = number if _is_sum(name) else number * len(values)
    for each, value in zip(addresses, values, strict=True):
        part = wanted * value / total if total else wanted / len(values)
        scenario = with_lever_moved(scenario, each, min(most, tidy(part)))
    return scenario


def _is_sum(name: str) -> bool:
    """Tell whether a handle is the sum of several areas."""
    row = row_of(name)
    return name == row.key and row.index is not None and not unit_form(row.unit).is_mean
