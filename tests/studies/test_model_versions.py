"""What another version of the model made of a scenario is held against what this one makes."""

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.studies.model_versions import Kept, Results, difference_of_models, results_of

KEYS = ("enterprises", "utilization")


@pytest.fixture(scope="module")
def run() -> Projection:
    scenario = Scenario(futures=20, last_year=2031)
    return Projector().project(scenario, [Request(key) for key in KEYS])


def test_that_a_file_of_this_very_model_differs_by_nothing(run):
    assert difference_of_models(model().version, results_of(run, KEYS), run) is None


def test_that_a_file_without_figures_leaves_the_difference_unknown(run):
    found = difference_of_models("0.9", None, run)
    assert found is not None
    assert (found.made_by, found.present, found.is_known) == ("0.9", model().version, False)


def test_that_the_same_figures_of_another_model_are_no_difference(run):
    kept = results_of(run, KEYS)
    assert [key for key, _ in kept.values] == list(KEYS)
    found = difference_of_models("0.9", kept, run)
    assert found is not None
    assert (found.month, found.moved) == ("2030-12", ())


def test_that_what_moved_is_told_as_it_was_kept_and_as_it_is(run):
    kept = dict(results_of(run, KEYS).values)
    moved = Results(
        "2030-12", (("enterprises", Kept(median=1.0)), ("utilization", kept["utilization"]))
    )
    found = difference_of_models("0.9", moved, run)
    assert found is not None
    (change,) = found.moved
    assert (change.outcome, change.kept) == ("enterprises", 1.0)
    assert change.present == pytest.approx(kept["enterprises"].median, rel=1e-5)
