"""Three ways back: to the default, to the baseline, to what was saved; pure functions.

The default is that of the figures which are on. The baseline is the published one, on corroborated
figures, which is what the file's `baseline` names. Saved is the scenario as last opened or saved.
"""

from collections.abc import Iterable
from typing import Literal

from planner.model.lever_settings import settings_of_path, with_lever_of
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_addresses,
    with_assumption,
    without_changes,
)

Target = Literal["default", "baseline", "saved"]


def reset(scenario: Scenario, names: Iterable[str], target: Target, saved: Scenario) -> Scenario:
    """Return the scenario with the levers and assumptions of these addresses put back."""
    match target:
        case "default":
            gone = (each for name in names for each in _together(scenario, name))
            return without_changes(scenario, gone)
        case "baseline":
            return _as_in(Scenario(), scenario, names)
        case "saved":
            return _as_in(saved, scenario, names)


def _together(scenario: Scenario, name: str) -> tuple[str, ...]:
    """Return the addresses that go back together."""
    return settings_of_path(name, scenario) if name in lever_addresses() else (name,)


def _as_in(model: Scenario, scenario: Scenario, names: Iterable[str]) -> Scenario:
    levers = frozenset(lever_addresses())
    for name in names:
        if name in levers:
            scenario = with_lever_of(scenario, name, model)
        else:
            scenario = with_assumption(scenario, name, assumption_spread(model, name))
    return scenario
