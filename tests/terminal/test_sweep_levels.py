"""Columns and levels of a sweep as they are typed: read in their unit, or refused in a sentence."""

import numpy as np
import pytest

from planner.sweep.summary.level import Level
from tests.sweep.filled import filled
from tests.sweep.plans import LEVERS, planned
from ui.terminal.reading.inputs import InputError
from ui.terminal.sweeps.columns import column_named, level_of
from ui.terminal.sweeps.questions import asking_worlds

OUTCOMES = "[outcomes]\njobs = [2030]\nlimit = [2026]\n"


@pytest.fixture
def folder(tmp_path):
    plan = planned(tmp_path, LEVERS, OUTCOMES)
    values = np.ones((2, plan.points.count, plan.futures))
    return filled(tmp_path / "out", plan, values, plan.futures)


def test_that_a_level_is_read_with_its_sense_and_unit(folder):
    assert level_of(folder, "jobs_2030_12 >= 3") == Level("jobs_2030_12", "at least", 3.0)
    assert level_of(folder, "jobs_2030_12≤1e3") == Level("jobs_2030_12", "at most", 1000.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jobs_2030_12", "--level takes a column, >= or <= and a number"),
        ("jobs_2031_12>=1", 'the sweep has no column "jobs_2031_12"; it has jobs_2030_12'),
        ("limit_2026_12>=1", "limit_2026_12 has states"),
        ("jobs_2030_12>=many", "jobs_2030_12"),
    ],
)
def test_that_a_level_that_is_none_is_refused(folder, text, said):
    with pytest.raises(InputError, match=said):
        level_of(folder, text)


def test_that_worlds_are_asked_of_columns_with_numbers_alone(folder):
    assert column_named(folder, "jobs_2030_12").name == "jobs_2030_12"
    steps = asking_worlds(folder, [])
    with pytest.raises(Exception, match="the plan of this sweep names no worlds"):
        list(steps)
