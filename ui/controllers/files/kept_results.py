"""The key figures that a file keeps of a scenario, those of the run on screen; no Qt."""

from typing import TYPE_CHECKING

from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.studies.key_figures import CARDS
from ui.engine.published import Published

if TYPE_CHECKING:
    from planner.studies.model_versions import Results


def results_on_screen(published: Published, scenario: Scenario) -> "Results | None":
    """Return the key figures of the run on screen, if it is one of this scenario's futures."""
    from planner.studies.model_versions import results_of

    run = published.run
    if run is None or not run.projection.futures:
        return None
    if inputs_of(run.scenario) != inputs_of(scenario):
        return None
    return results_of(run.projection, CARDS)
