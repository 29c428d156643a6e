"""A run as it leaves the window without author, notes and all that is presented; floor: print."""

from dataclasses import replace

from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario, without_texts
from ui.engine.shown_run import ShownRun


def anonymous(scenario: Scenario) -> Scenario:
    """Return a scenario without its author and all that was written of it but its title."""
    return replace(without_texts(scenario), title=scenario.title)


def without_author(run: ShownRun) -> ShownRun:
    """Return a run in which no scenario names its author, or has notes or an argument."""
    return replace(
        run,
        projection=_of_nobody(run.projection),
        baseline=_of_nobody(run.baseline),
        reference=None if run.reference is None else _of_nobody(run.reference),
        others=tuple((_of_nobody(other), color) for other, color in run.others),
    )


def _of_nobody(projection: Projection) -> Projection:
    return replace(projection, scenario=anonymous(projection.scenario))
