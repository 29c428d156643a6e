"""Three ways back: to the default, to the baseline, to what was saved; pure functions.

The default is that of the figures which are on. The baseline is the published one, on corroborated
figures, which is what the file's `baseline` names. Saved is the scenario as last opened or saved.
"""

from collections.abc import Iterable
from typing import Literal

from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_addresses,
    lever_value,
    with_assumption,
    with_lever,
    without_changes,
)

Target = Literal["default", "baseline", "saved"]


def reset(scenario: Scenario, names: Iterable[str], target: Target, saved: Scenario) -> Scenario:
    """Return the scenario with the levers and assumptions of these addresses put back."""
    match target:
        case "default":
            return without_changes(scenario, names)
        case "baseline":
            return _as_in(Scenario(), scenario, names)
        case "saved":
            return _as_in(saved, scenario, names)


def _as_in(model: Scenario, scenario: Scenario, names: Iterable[str]) -> Scenario:
    levers = frozenset(lever_addresses())
    for name in names:
        if name in levers:
            scenario = with_lever(scenario, name, lever_value(model, name))
        else:
            scenario = with_assumption(scenario, name, assumption_spread(model, name))
    return scenario
