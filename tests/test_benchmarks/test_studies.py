"""The benchmark of studies: what is timed is what answers."""

from planner.ensemble.projection import Projection
from tests.benchmarks.studies import STUDIES, floor


def test_that_the_floor_is_a_run_of_the_usual_futures():
    run = floor()()
    assert isinstance(run, Projection)
    assert run.futures == 1000


def test_that_each_study_has_a_name_of_its_own():
    names = [row.name for row in STUDIES]
    assert len(names) == len(set(names))
