"""Runs scenarios for the terminal: always on the compiled model, so that numbers repeat exactly."""

from collections.abc import Iterable

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario, baseline_under
from ui.terminal.output import note
from ui.terminal.summary import summary_requests


def projector() -> Projector:
    """Return a projector whose kernel is loaded; compiling it the first time takes a while."""
    made = Projector()
    if not made.ready():
        note("Preparing the model; the first time takes some seconds.")
        made.warm_up()
    return made


def projections_of(scenarios: Iterable[Scenario], used: Projector) -> list[Projection]:
    """Return every outcome of each scenario, and the key figures against its baseline."""
    requests = (*all_requests(), *summary_requests())
    return [used.project(scenario, requests) for scenario in scenarios]


def baselines_of(scenarios: Iterable[Scenario], used: Projector) -> list[Projection]:
    """Return every outcome of the baseline under each scenario's assumptions."""
    return [used.project(baseline_under(scenario), all_requests()) for scenario in scenarios]
