"""How futures did against own numbers: coverage, CRPS and bias, source by source."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.studies.calibrate.scored import OwnNumbersError, OwnScores, bias_of, scoring
from planner.studies.calibrate.table import table_of_scores
from tests.own_points import counted
from tests.some import some
from tests.studies.calibrate.own import with_points

NEAR = counted("enterprises", "chengdu", 2027.9, 1300, 0.03)
FAR = counted("used_compute", "", 2027.9, 2400, 0.03, "EFLOPS realized")


@pytest.fixture(scope="module")
def found() -> OwnScores:
    warm_up_kernel()
    return to_the_end(scoring(with_points(NEAR, FAR)))


def test_that_each_point_is_judged_by_the_range_of_the_futures(found: OwnScores) -> None:
    near, far = found.rows
    assert near.inside
    assert near.p10 < 1300 < near.p90
    assert not far.inside
    assert far.off < -0.4
    assert found.coverage == 0.5
    assert found.score.inside == 1
    assert found.score.crps == pytest.approx((near.crps + far.crps) / 2)


def test_that_a_source_counts_once_in_the_bias(found: OwnScores) -> None:
    near, far = found.rows
    assert found.bias == pytest.approx((near.off + far.off) / 2)
    assert bias_of((near, near, far)) == pytest.approx(found.bias)


def test_that_a_floor_that_is_met_has_no_bias(found: OwnScores) -> None:
    near, far = found.rows
    floor = replace(near, point=replace(near.point, bound="floor", central=1.0))
    assert bias_of((floor,)) == 0
    below = replace(far, point=replace(far.point, bound="floor"))
    assert bias_of((below,)) == far.off


def test_that_a_scenario_without_numbers_has_no_score() -> None:
    with pytest.raises(OwnNumbersError, match="Baseline has no numbers of your own"):
        to_the_end(scoring(Scenario()))


def test_that_the_table_tells_each_point_in_its_unit(found: OwnScores) -> None:
    table = table_of_scores(found)
    assert [row[0] for row in table.rows] == [NEAR.label, FAR.label]
    assert [row[2] for row in table.rows] == ["1300", "2400"]
    assert [row[6] for row in table.rows] == ["inside", "outside"]
    for row, judged in some(list(zip(table.rows, found.rows, strict=True))):
        assert row[7:] == (judged.off, judged.crps)
