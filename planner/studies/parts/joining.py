"""One scenario that makes the changes of several, where these do not contradict each other.

Sixth floor of planner. What several plans do together is asked of the model, not added up; here
they only become one. How it compares with its parts is `planner.studies.combination`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.model.own.scenarios import way_of_drawing
from planner.model.scenario import (
    LeverSetting,
    Scenario,
    ScenarioError,
    lever_at,
    with_lever,
    with_targets,
    without_texts,
)
from planner.model.targets.target import Target
from planner.storage.sentences.catalog import translate

Owners = Mapping[str, tuple[str, LeverSetting]]
"""By address, who set a lever first, by title, and to what."""


class ClashError(ValueError):
    """Scenarios that cannot be one: `first` and `second`, by title, differ at `address`.

    `address` is that of a lever; empty where they stand under different assumptions or figures, or
    are drawn otherwise.
    """

    def __init__(self, first: str, second: str, address: str = "") -> None:
        said = translate("Planner", "{first} and {second} cannot be one: their assumptions")
        if address:
            said = translate("Planner", "{first} and {second} cannot be one: {address}")
        super().__init__(said.format(first=first, second=second, address=address))
        self.first = first
        self.second = second
        self.address = address


def joined(scenarios: Sequence[Scenario], title: str) -> Scenario:
    """Return one scenario with the levers and targets of several, two at least.

    It has the first one's horizon and futures, and no texts of theirs. Raises ClashError where
    two of them set a lever differently, or differ in what is assumed; TargetError where they have
    more targets than one scenario may.
    """
    first = scenarios[0]
    made = replace(without_texts(first), title=title, levers=(), targets=())
    owners: dict[str, tuple[str, LeverSetting]] = {}
    for each in scenarios:
        if _assumed(each) != _assumed(first):
            raise ClashError(first.title, each.title)
        for name, setting in each.levers:
            owner, held = owners.setdefault(name, (each.title, setting))
            if held != setting:
                raise ClashError(owner, each.title, name)
            made = _with(made, owners, name, setting)
    return with_targets(made, _targets(scenarios))


def _with(made: Scenario, owners: Owners, name: str, setting: LeverSetting) -> Scenario:
    try:
        return with_lever(made, name, setting)
    except ScenarioError as error:  # a path, and a number for a part of it
        rival = next(each for each in reversed(made.levers) if _share_path(each[0], name))[0]
        raise ClashError(owners[rival][0], owners[name][0], name) from error


def _share_path(one: str, other: str) -> bool:
    return _whole(one) == _whole(other)


def _whole(name: str) -> str:
    """Return the lever whose path a lever moves: its own, or that of which it is a part."""
    row, _ = lever_at(name)
    return row.part.of.key if row.part else row.key


def _targets(scenarios: Sequence[Scenario]) -> tuple[Target, ...]:
    return tuple(dict.fromkeys(target for each in scenarios for target in each.targets))


def _assumed(scenario: Scenario) -> tuple[object, ...]:
    return way_of_drawing(scenario), scenario.assumptions
