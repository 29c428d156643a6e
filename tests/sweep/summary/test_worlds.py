"""Settings of a sweep in worlds: the point of each, the worst world, and who meets a level."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.progress import to_the_end
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.answer_records import world_records
from planner.sweep.summary.best import best_of
from planner.sweep.summary.level import Level
from planner.sweep.summary.misses import missing
from planner.sweep.summary.summing import summing
from planner.sweep.summary.worlds import in_worlds
from tests.sweep.filled import filled
from tests.sweep.plans import LEVERS, planned

KEYS = ("licensed_chips", "low_demand")
OUTCOMES = "[outcomes]\njobs = [2030]\nlimit = [2026]\n"
WORLDS = f"""
futures = 16
precision = "float64"
[design]
kind = "grid"
worlds = {list(KEYS)}
[inputs]
"voucher_budget.shanghai" = [600, 0]
"""
LEVEL = Level("jobs_2030_12", "at least", 3.0)
# Points 1 and 2 are the settings in the first world, 3 and 4 in the second.
MEDIANS = [4.0, 2.0, 3.0, 9.0]


@pytest.fixture
def folder(tmp_path):
    numbers = np.repeat(np.array(MEDIANS)[:, None], 16, axis=1)
    numbers[2, :4] = 2.0
    values = np.stack((numbers, np.ones((4, 16))))
    return filled(tmp_path / "out", planned(tmp_path, WORLDS, OUTCOMES), values, 64)


def test_that_each_setting_is_told_in_each_world(folder):
    jobs = folder.column("jobs_2030_12")
    found = in_worlds(to_the_end(summing(folder, [LEVEL])), jobs, LEVEL)
    assert found.worlds == KEYS
    assert found.points.tolist() == [[1, 3], [2, 4]]
    assert found.medians.tolist() == [[4.0, 3.0], [2.0, 9.0]]
    assert found.shares is not None
    assert found.shares.tolist() == [[1.0, 0.75], [0.0, 1.0]]
    assert found.worst.tolist() == [1, 0]
    assert found.meeting(0.75).tolist() == [True, False]
    assert found.meeting(0.8).tolist() == [False, False]


def test_that_records_name_each_setting_in_each_world(folder):
    jobs = folder.column("jobs_2030_12")
    found = in_worlds(to_the_end(summing(folder, [LEVEL])), jobs, LEVEL)
    rows = list(world_records(folder, found))
    assert [row["point"] for row in rows] == [1, 3, 2, 4]
    assert [row["world"] for row in rows] == [*KEYS, *KEYS]
    assert [row["p50"] for row in rows] == [4.0, 3.0, 2.0, 9.0]
    assert [row["is_worst"] for row in rows] == [False, True, True, False]
    assert {row["asked"] for row in rows} == {">=3"}


def test_that_without_a_level_the_worst_world_is_that_of_the_worst_median(folder):
    found = in_worlds(to_the_end(summing(folder)), folder.column("jobs_2030_12"))
    assert found.worst.tolist() == [1, 0]
    assert not found.meeting(0.0).any()


def test_that_a_world_without_a_number_leaves_the_worst_one_open(tmp_path):
    values = np.repeat(np.array(MEDIANS)[None, :, None], 16, axis=2)
    values[0, 3] = np.nan
    made = filled(
        tmp_path / "gap", planned(tmp_path, WORLDS, "[outcomes]\njobs = [2030]\n"), values, 64
    )
    found = in_worlds(to_the_end(summing(made, [LEVEL])), made.column("jobs_2030_12"), LEVEL)
    assert found.worst.tolist() == [1, -1]
    assert found.meeting(0.0).tolist() == [True, False]


def test_that_what_has_no_answer_is_said(folder, tmp_path):
    summary = to_the_end(summing(folder))
    limit = folder.column("limit_2026_12")
    with pytest.raises(SweepError, match="limit_2026_12 has states and no numbers"):
        in_worlds(summary, limit)
    with pytest.raises(SweepError, match="limit_2026_12 has states and no numbers"):
        to_the_end(missing(folder, Level("limit_2026_12", "at least", 1.0)))
    with pytest.raises(SweepError, match="points 1 and 3 differ in more than levers"):
        to_the_end(best_of(folder, (1, 3), folder.column("jobs_2030_12")))
    place = tmp_path / "plain"
    place.mkdir()
    jobs = "[outcomes]\njobs = [2030]\n"
    plain = filled(place / "out", planned(place, LEVERS, jobs), np.ones((1, 3, 600)), 1200)
    with pytest.raises(SweepError, match="the plan of this sweep names no worlds"):
        in_worlds(to_the_end(summing(plain)), plain.plan.columns[0])


def test_that_misses_are_counted_and_told_world_by_world(folder):
    found = to_the_end(missing(folder, LEVEL))
    assert [each.world for each in found.worlds] == [*KEYS]
    assert [each.missed for each in found.worlds] == [0.5, 0.125]
    assert (found.futures, found.missed) == (64, 0.3125)
    assert all(each.sampled == 32 for each in found.worlds)


def test_that_what_points_set_can_tell_misses_apart(folder):
    # In the first world the second setting, which spends nothing, always misses.
    first, _ = to_the_end(missing(folder, LEVEL)).worlds
    (box,) = first.boxes
    assert [limit.address for limit in box.limits] == ["voucher_budget.shanghai"]
    assert (box.coverage, box.density) == (1.0, 1.0)


def test_that_a_folder_of_a_model_that_draws_otherwise_is_refused(folder):
    other = replace(folder, model="0" * 64)
    with pytest.raises(SweepError, match="another version of the model; this one draws other"):
        to_the_end(missing(other, LEVEL))
