"""Why an outcome changes: parts of levers, paths, ranges and figures, in every future."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread, fixed
from planner.studies.answers.about import About, AboutError
from planner.studies.compare import changes, choice_of
from planner.studies.explain import explain as module
from planner.studies.explain import worth
from planner.studies.explain.explain import ExplainError, explained, future_parts
from planner.studies.explain.table import table_of
from tests.breaking_scenarios import SOME_BREAK, with_chips
from tests.some import some

ABOUT = About("enterprises", "", 2030)
PLAIN = Scenario(futures=120, last_year=2031)
BOTH = with_lever(
    with_lever(replace(PLAIN, title="Both"), "center_sellable_target", 0.8),
    "network_build_time",
    2.0,
)
RANGES = with_assumption(replace(BOTH, title="Ranges"), "crowd_in", Spread(2, 4.15, 9))
MANY = with_lever(
    with_lever(
        with_lever(RANGES, "alibaba_plan", 480), "legal_imports", LeverPath(((2025.0, 90.0),))
    ),
    "voucher_budget.chengdu",
    300,
)


@pytest.fixture(scope="module", autouse=True)
def _kernel():
    warm_up_kernel()


def _futures(scenario: Scenario, pair=("enterprises", "")) -> np.ndarray:
    clock = Clock(2030)
    run = run_batch(draw(scenario, scenario.futures, clock), clock, (pair,))
    return np.array(run.futures_of(pair)[-1], np.float64)


@pytest.mark.parametrize("after", [BOTH, RANGES, MANY], ids=["levers", "ranges", "many"])
def test_that_parts_add_up_to_the_difference_in_every_future(after):
    found = to_the_end(future_parts(PLAIN, after, ABOUT)).switched
    difference = found.after - found.before
    assert np.abs(difference).max() > 1
    assert np.abs(found.parts.parts.sum(axis=0) - difference).max() < 1e-9


def test_that_ends_are_the_runs_of_both_scenarios():
    found = to_the_end(future_parts(PLAIN, BOTH, ABOUT)).switched
    assert found.before == pytest.approx(_futures(PLAIN), rel=1e-6)
    assert found.after == pytest.approx(_futures(BOTH), rel=1e-6)


def test_that_two_levers_share_what_only_both_give():
    found = to_the_end(explained(PLAIN, BOTH, ABOUT))
    centers = with_lever(PLAIN, "center_sellable_target", 0.8)
    network = with_lever(PLAIN, "network_build_time", 2.0)
    base, sold, built, both = map(_futures, (PLAIN, centers, network, BOTH))
    only = both - sold - built + base
    told = {each.changed.name: each for each in found.parts}
    assert found.together is not None
    assert found.together.mean == pytest.approx(only.mean(), abs=0.01)
    assert found.together.median == pytest.approx(np.median(only), abs=0.01)
    for name, alone in (("center_sellable_target", sold), ("network_build_time", built)):
        part = alone - base + only / 2
        assert told[name].alone == pytest.approx((alone - base).mean(), abs=0.01)
        assert told[name].last == pytest.approx((alone - base + only).mean(), abs=0.01)
        assert told[name].amount.mean == pytest.approx(part.mean(), abs=0.01)
        assert told[name].amount.low == pytest.approx(np.quantile(part, 0.1), abs=0.01)
        assert told[name].amount.high == pytest.approx(np.quantile(part, 0.9), abs=0.01)


@pytest.mark.parametrize("after", [BOTH, RANGES], ids=["levers", "ranges"])
def test_that_the_median_is_that_of_the_comparison(after):
    found = to_the_end(explained(PLAIN, after, ABOUT))
    choice = choice_of((PLAIN, after))
    told = to_the_end(changes(Projector(), PLAIN, after, (ABOUT.pair,), choice))[ABOUT.pair]
    assert found.total.median == pytest.approx(told.median[ABOUT.month], abs=0.01)
    assert told.low is not None
    assert found.total.low == pytest.approx(told.low[ABOUT.month], abs=0.01)
    assert found.total.mean == pytest.approx(sum(each.amount.mean for each in found.parts))


def test_that_a_harm_is_told_as_one():
    worse = with_lever(BOTH, "voucher_budget.chengdu", 0)
    found = to_the_end(explained(PLAIN, worse, ABOUT))
    told = {each.changed.name: each.amount for each in found.parts}
    assert told["voucher_budget.chengdu"].mean < -1
    assert told["voucher_budget.chengdu"].lower > 0.9
    assert told["network_build_time"].mean > 1


def test_that_a_sum_of_places_is_explained_as_that_of_its_futures():
    about = About("enterprises", "beijing+chengdu", 2030)
    found = to_the_end(explained(PLAIN, BOTH, about))
    parts = [
        to_the_end(explained(PLAIN, BOTH, About("enterprises", each, 2030)))
        for each in ("beijing", "chengdu")
    ]
    assert found.total.mean == pytest.approx(sum(each.total.mean for each in parts), abs=1e-6)


def test_that_more_inputs_than_ten_are_told_with_their_error(monkeypatch):
    exact = to_the_end(explained(PLAIN, MANY, ABOUT))
    monkeypatch.setattr(module, "EXACT_AT_MOST", 2)
    drawn = to_the_end(explained(PLAIN, MANY, ABOUT))
    assert exact.orders == 0
    assert drawn.orders >= 32
    assert drawn.total == exact.total
    assert drawn.together == exact.together
    assert any(each.error > 0 for each in drawn.parts)
    for one, other in some(zip(exact.parts, drawn.parts, strict=True)):
        assert other.amount.mean == pytest.approx(one.amount.mean, abs=5 * other.error + 1e-9)
        assert other.alone == one.alone
    sums = to_the_end(future_parts(PLAIN, MANY, ABOUT)).switched
    assert np.abs(sums.parts.parts.sum(axis=0) - (sums.after - sums.before)).max() < 1e-9
    assert "orders drawn at random" in " ".join(table_of(drawn).notes)


def test_that_fewer_futures_are_the_first_ones():
    all_of_them = to_the_end(future_parts(PLAIN, BOTH, ABOUT)).switched
    first = to_the_end(future_parts(PLAIN, BOTH, ABOUT, futures=50)).switched
    assert first.after == pytest.approx(all_of_them.after[:50])
    assert to_the_end(explained(PLAIN, BOTH, ABOUT, futures=50)).stamp.futures == 50


def test_that_what_is_remembered_of_other_scenarios_changes_nothing():
    """Three levers of which one moves, ranges that move, and back: each as if it were the first."""
    scenarios = [
        BOTH,
        with_lever(BOTH, "network_build_time", 3.0),
        RANGES,
        with_assumption(RANGES, "crowd_in", Spread(1, 4.15, 8)),
        replace(BOTH, seed=7),
        BOTH,
    ]
    in_a_row = [to_the_end(explained(PLAIN, each, ABOUT)) for each in scenarios]
    assert len({each.total.mean for each in in_a_row}) == len(scenarios) - 1
    for each, told in some(zip(scenarios, in_a_row, strict=True)):
        worth._kept.clear()
        assert to_the_end(explained(PLAIN, each, ABOUT)) == told


def test_that_a_step_is_told_for_each_run_and_for_none_that_is_remembered(monkeypatch):
    """While one of two levers is dragged, half of the mixtures stay: a step each for the others."""
    to_the_end(explained(PLAIN, BOTH, ABOUT))
    worth._kept.clear()
    runs = []

    def counted(*given, **how):
        runs.append(given)
        return run_batch(*given, **how)

    monkeypatch.setattr(worth, "run_batch", counted)
    for after, expected in ((BOTH, 4), (BOTH, 0), (with_lever(BOTH, "network_build_time", 2.5), 2)):
        runs.clear()
        assert len(list(explained(PLAIN, after, ABOUT))) == len(runs) == expected


def test_that_a_scenario_of_another_seed_is_drawn_as_the_explained_one():
    other = replace(PLAIN, title="Other", seed=7)
    found = to_the_end(explained(other, BOTH, ABOUT))
    assert found.total == to_the_end(explained(PLAIN, BOTH, ABOUT)).total
    assert found.stamp.seed == BOTH.seed
    assert "drawn with the seed of Both" in " ".join(table_of(found).notes)


def test_that_the_table_adds_up():
    table = table_of(to_the_end(explained(PLAIN, MANY, ABOUT)))
    rows = {str(row[0]): row[1:] for row in table.rows}
    assert [*rows][-2:] == ["only_together", "difference"]
    inputs = [rows[name] for name in [*rows][:-2]]
    means, alone = (np.array([row[at] for row in some(inputs)], float) for at in (1, 5))
    total = rows["difference"][1]
    assert means.sum() == pytest.approx(total)
    assert rows["only_together"][1] == pytest.approx(means.sum() - alone.sum())
    assert str(rows["voucher_budget.chengdu"][0]).endswith(", Chengdu")
    assert [table.columns[at].key for at in (2, 6)] == ["mean", "alone"]
    assert table.columns[2].unit == ABOUT.unit


@pytest.mark.parametrize(
    ("before", "about", "why"),
    [
        (replace(BOTH, title="Twin"), ABOUT, "nothing is changed: Both has the levers"),
        (replace(PLAIN, title="Short", last_year=2029), ABOUT, "Short ends in 2029, before 2030"),
    ],
)
def test_that_a_question_without_an_answer_is_refused(before, about, why):
    with pytest.raises(ExplainError, match=why):
        to_the_end(explained(before, BOTH, about))


def test_that_what_is_counted_is_refused():
    with pytest.raises(AboutError, match="no number"):
        to_the_end(explained(PLAIN, BOTH, About("limit", "centers", 2030)))


def test_that_futures_that_break_a_law_are_left_out_and_told():
    before = replace(SOME_BREAK, levers=())
    after = with_lever(replace(before, title="Network"), "network_build_time", 2.0)
    about = About("used_compute", "", 2035)
    found = to_the_end(future_parts(before, after, about))
    switched = found.switched
    assert 0 < found.left_out < before.futures
    assert np.isfinite(switched.parts.parts).all()
    assert len(switched.after) == before.futures - found.left_out
    told = to_the_end(explained(before, after, about))
    assert f"{told.left_out:,} of 1,500 futures have no number there." in table_of(told).notes


def test_that_an_outcome_without_any_number_is_refused():
    before = with_chips(replace(PLAIN, last_year=2035), fixed(400))
    after = with_lever(replace(before, title="Network"), "network_build_time", 2.0)
    with pytest.raises(ExplainError, match="has no number in December 2035"):
        to_the_end(explained(before, after, About("used_compute", "", 2035)))


def test_that_a_request_of_the_window_is_explained_in_its_december():
    assert ABOUT.request() == Request("enterprises", "")
    assert ABOUT.month == 71
