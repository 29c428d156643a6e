"""A scenario on the way from one to another, for playing a change again.

Sixth floor of planner. What lies between is a scenario like any other, run by the model; nothing
is interpolated but inputs.
"""

from dataclasses import replace

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.lever_settings import has_knots, path_mates
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_value,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.studies.differing_inputs import set_otherwise


def between(old: Scenario, new: Scenario, share: float) -> Scenario:
    """Return a scenario on the way from one to the other: 0 is the old one, 1 the new."""
    made = old if share <= 0 else new
    if old.figures != new.figures or not 0 < share < 1:
        return replace(made, title=new.title)
    for name in set_otherwise(old, new):
        if split_address(name)[0] in model().levers:
            made = _lever_between(made, name, (old, new), share)
        else:
            low, high = assumption_spread(old, name).parts, assumption_spread(new, name).parts
            parts = [a + (b - a) * share for a, b in zip(low, high, strict=True)]
            made = with_assumption(made, name, Spread(*parts))
    return made


def _lever_between(
    made: Scenario, name: str, ends: tuple[Scenario, Scenario], share: float
) -> Scenario:
    """Return the scenario with one lever on the way; a path of its own is there at once."""
    if any(has_knots(mate, *ends) for mate in path_mates(name)):
        return made
    a, b = (lever_value(end, name) for end in ends)
    return with_lever(made, name, a + (b - a) * share)
