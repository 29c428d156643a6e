"""A backtest reads every measured point from the futures, scores it, and says what is missed."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.conditioning.pool import BLOCK
from planner.ensemble.progress import to_the_end
from planner.facts.measured import measured_points
from planner.facts.model_1 import kept_of_model_1
from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from planner.studies.backtest import (
    BacktestError,
    backtest,
    backtesting,
    score,
    score_of_model_1,
    scores,
    scores_by_topic,
)
from planner.studies.misses import misses, sentence_of, summary_of


@pytest.fixture(scope="module")
def found():
    return backtest(Scenario(futures=64))


def test_that_every_point_the_model_has_an_outcome_for_is_judged(found):
    points = measured_points()
    judged = {row.point.id for row in found.rows}
    assert judged | {point.id for point in found.not_compared} == {point.id for point in points}
    assert judged == {point.id for point in points if point.outcome in model().outcomes}
    assert len(judged) >= 14


def test_that_a_backtest_takes_no_more_futures_than_one_pool_gives():
    steps = backtesting(Scenario(futures=1_000_000, draws="as drawn"), measured_points()[:1])
    assert to_the_end(steps).scenario.futures == BLOCK


def test_that_a_backtest_can_be_left_between_its_pieces():
    steps = backtesting(Scenario(futures=64, seed=3))
    shares = list(steps)
    assert 0.5 in shares  # between the two sets of futures, also where both are kept
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_that_a_band_holds_its_median_and_stands_in_the_unit_of_the_point(found):
    for row in found.rows:
        assert row.p10 <= row.p50 <= row.p90
    stock = next(row for row in found.rows if row.point.id == "V01")
    assert 400 < stock.p50 < 1600


def test_that_a_wider_band_takes_a_point_in(found):
    row = next(row for row in found.rows if row.inside and not row.point.bound)
    moved = replace(row.point, low=1e9, central=1e9, high=1e9)
    (far,) = backtest(Scenario(futures=64), [moved]).rows
    assert not far.inside
    assert not far.with_error
    assert far.crps > 0.9


def test_that_scores_count_points_and_weigh_groups_alike(found):
    rows = found.rows
    group = [row for row in rows if row.point.group == "miit_stock"]
    lone = next(row for row in rows if row.point.id == "V10")
    assert len(group) >= 2
    both = score("", [*group, lone])
    assert both.points == len(group) + 1
    assert both.groups == 2
    mean_of_group = np.mean([row.crps for row in group])
    assert both.crps_by_group == pytest.approx((mean_of_group + lone.crps) / 2)


def test_that_held_points_and_those_in_view_are_scored_apart(found):
    titles = {each.title: each for each in scores(found.rows)}
    held = [row for row in found.rows if row.point.set == "held"]
    assert titles["wider set, held back"].points == len(held) > 0
    assert titles["all"].points == len(found.rows)


def test_that_futures_as_drawn_stand_beside_those_chosen_by_what_was_measured(found):
    assert [row.point for row in found.as_drawn] == [row.point for row in found.rows]
    assert any("as drawn" in sentence for sentence in summary_of(found))
    drawn = backtest(Scenario(futures=16, draws="as drawn"))
    assert drawn.rows
    assert drawn.as_drawn == ()
    assert not any("as drawn" in sentence for sentence in summary_of(drawn))


def test_that_topics_share_the_points_among_them(found):
    topics = scores_by_topic(found.rows)
    assert sum(each.points for each in topics) == len(found.rows)
    assert sum(each.inside for each in topics) == sum(row.inside for row in found.rows)


def test_that_model_1_keeps_what_it_gave():
    kept, points = kept_of_model_1(), {point.id for point in measured_points()}
    assert set(kept) <= points
    in_view = [name for name in kept if name.startswith("V")]
    assert len(in_view) == 14
    assert sum(kept[name].inside for name in in_view) == 4
    assert np.mean([kept[name].crps for name in in_view]) == pytest.approx(0.234, abs=0.001)


def test_that_model_1_is_scored_on_its_points_and_for_the_baseline_alone(found):
    first = score_of_model_1(found.rows)
    assert first is not None
    assert first.points == sum(row.point.id in kept_of_model_1() for row in found.rows)
    changed = with_lever(Scenario(futures=16), "alibaba_plan", 500)
    assert score_of_model_1(backtest(changed).rows) is None


def test_that_a_lever_moves_what_is_held_against_history(found):
    changed = with_lever(Scenario(futures=64), "voucher_budget.beijing", 3000)
    before = {row.point.id: row.p50 for row in found.rows}
    after = {row.point.id: row.p50 for row in backtest(changed).rows}
    assert after["V21"] > before["V21"]


def test_that_every_miss_is_said_with_its_figures_and_no_other_point(found):
    said = misses(found.rows)
    assert {each.row.point.id for each in said} == {
        row.point.id for row in found.rows if not row.inside
    }
    assert said
    for each in said:
        assert each.row.point.label in each.sentence
        assert f"{abs(100 * each.row.off):.0f}%" in each.sentence or "within 1%" in each.sentence
    offs = [abs(each.row.off) for each in said]
    assert offs == sorted(offs, reverse=True)


def test_that_a_sentence_follows_the_table(found):
    row = next(row for row in found.rows if row.point.id == "V01")
    told = sentence_of(replace(row, p10=1000.0, p50=1182.0, p90=1234.0))
    assert told == (
        "Installed compute at the end of June 2025: measured 788 EFLOPS (780 to 790), the model "
        "gives 1,182 EFLOPS (1,000 to 1,234), 50% above."
    )


def test_that_a_sentence_says_a_ratio_in_times_and_no_digit_that_nobody_printed(found):
    by_id = {row.point.id: row for row in found.rows}
    assert "measured 1.25 times (1.2 to 1.3), the model gives 1.0" in sentence_of(by_id["M042"])
    assert "measured 25% (20 to 30), the model gives" in sentence_of(by_id["V10"])


def test_that_the_summary_counts_what_is_inside(found):
    inside = sum(row.inside for row in found.rows)
    first, held, *_ = summary_of(found)
    assert f"alone: {inside} of {len(found.rows)} from " in first
    assert "where 80 in 100 should" in first
    assert "held back before any default was touched" in held


def test_that_a_point_of_one_month_in_a_later_year_can_be_added():
    points = [replace(measured_points()[0], start=2031.0, end=2031.0)]
    (row,) = backtest(Scenario(futures=16), points).rows
    assert row.p50 > 2000


@pytest.mark.parametrize("date", [2024.5, 2051.5])
def test_that_a_point_outside_every_run_is_refused(date):
    point = replace(measured_points()[0], start=date, end=date)
    with pytest.raises(BacktestError, match="runs last from 2025 to 2050"):
        backtest(Scenario(futures=16), [point])
