"""A scenario in which few assumptions are drawn, so that runs for each of them are few."""

from planner.ensemble.draws.drawn import drawn_assumptions
from planner.model.scenario import Scenario, assumption_spread, with_assumption
from planner.quantities.spread import fixed

FEW = ("platform_growth_2025", "domestic_realization", "efficiency_imported", "pue")


def with_few_drawn() -> Scenario:
    """Return the baseline to 2030 with all but four assumptions fixed."""
    scenario = Scenario(last_year=2030)
    for name in drawn_assumptions(scenario):
        if name not in FEW:
            central = assumption_spread(scenario, name).central
            scenario = with_assumption(scenario, name, fixed(central))
    return scenario
