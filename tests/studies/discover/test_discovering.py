"""Misses of a scenario's targets are told by the assumptions they depend on."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.met import meeting
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Scenario, assumption_addresses
from planner.model.targets.target import Target
from planner.studies.discover import discovering as module
from planner.studies.discover.discovering import DiscoverError, discovering
from planner.studies.discover.discovery_table import assumption_name, discovery_table
from tests.some import some

SCENARIO = Scenario(title="As it is", futures=400)
TARGET = Target("used_compute", "at least", 3000.0, year=2030)


@pytest.fixture(scope="module")
def used():
    made = Projector()
    made.warm_up()
    return made


@pytest.fixture(scope="module")
def found(used):
    return to_the_end(discovering(used, SCENARIO, (TARGET,)))


def test_that_the_share_of_misses_is_that_of_the_run(used, found):
    run = used.project(SCENARIO, (), targets=(TARGET,))
    assert found.missed == pytest.approx(1 - run.met.all_met)
    assert found.targets == (TARGET,)
    assert (found.stamp.futures, found.stamp.seed) == (400, 2025)
    assert found.stamp.model == model().version


def test_that_of_a_million_futures_as_many_are_looked_at_as_is_told(used, monkeypatch):
    monkeypatch.setattr(module, "FUTURES_AT_MOST", 300)
    told = to_the_end(discovering(used, replace(SCENARIO, futures=1_000_000), (TARGET,)))
    fewer = to_the_end(discovering(used, replace(SCENARIO, futures=300), (TARGET,)))
    assert told.stamp.futures == 300
    assert (told.missed, told.boxes) == (fewer.missed, fewer.boxes)


def test_that_futures_are_held_within_what_is_kept_of_a_run(used, monkeypatch):
    monkeypatch.setattr(module, "KEPT_BYTES", 4 * 11 * 100)
    assert to_the_end(discovering(used, SCENARIO, (TARGET,))).stamp.futures == 100


def test_that_a_box_counts_what_its_limits_say(used, found):
    run = used.project(SCENARIO, (), targets=(TARGET,))
    meets, _ = meeting(run.year_values, (TARGET,), SCENARIO.last_year)
    box = some(found.boxes)[0]
    held = np.ones(400, np.bool_)
    for limit in some(box.limits):
        drawn = _drawn(limit.address)
        held &= drawn >= (-np.inf if limit.low is None else limit.low)
        held &= drawn <= (np.inf if limit.high is None else limit.high)
        kept = limit.to_share - limit.from_share
        assert 0 < kept < 1
    assert box.mass == pytest.approx(held.mean())
    assert box.density == pytest.approx((~meets)[held].mean())
    assert box.coverage == pytest.approx((held & ~meets).sum() / (~meets).sum())


def test_that_a_box_is_denser_in_misses_than_all_futures(found):
    assert some(found.boxes)[0].density > found.missed
    assert found.coverage == pytest.approx(sum(each.coverage for each in found.boxes))
    assert {limit.address for limit in found.boxes[0].limits} <= set(assumption_addresses())


def test_that_no_box_is_told_of_a_target_that_all_meet_or_all_miss(used):
    for level, missed in ((0.0, 0.0), (1e9, 1.0)):
        target = replace(TARGET, level=level)
        found = to_the_end(discovering(used, SCENARIO, (target,), 100))
        assert (found.missed, found.boxes) == (missed, ())
        assert discovery_table(found).rows == ()


def test_that_the_table_has_a_row_for_each_limit(found):
    table = discovery_table(found)
    limits = [limit for box in found.boxes for limit in box.limits]
    names = [row[4] for row in table.rows]
    assert names == [assumption_name(each.address) for each in some(limits)]
    assert table.rows[0][1:4] == (
        found.boxes[0].coverage,
        found.boxes[0].density,
        found.boxes[0].mass,
    )


@pytest.mark.parametrize(
    ("scenario", "targets", "said"),
    [
        (SCENARIO, (), "no target"),
        (replace(SCENARIO, last_year=2029), (TARGET,), "beyond 2029"),
    ],
)
def test_that_a_question_without_an_answer_is_refused(used, scenario, targets, said):
    with pytest.raises(DiscoverError, match=said):
        to_the_end(discovering(used, scenario, targets))


def _drawn(address):
    from planner.ensemble.draws.drawn import drawn_assumptions

    row = drawn_assumptions(SCENARIO).index(address)
    return draw(SCENARIO, 400).drawn[row, 1:]
