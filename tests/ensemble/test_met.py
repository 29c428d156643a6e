"""Shares of futures that meet targets: each future judged by itself, exactly, however it comes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble import many
from planner.ensemble.many import Projector
from planner.ensemble.met import Met, YearValues, judged, margins, meeting
from planner.ensemble.projection import Request, Sparse
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.model.targets.target import FIRST_YEAR, Target, TargetSense
from tests.breaking_scenarios import SOME_BREAK

MOVED = with_lever(Scenario(futures=300), "alibaba_plan", 760)
ENTERPRISES, SPENT = ("enterprises", ""), ("voucher_spend", "")
USED, DELIVERABLE = ("used_compute", ""), ("deliverable_compute", "")
AT_LEAST = Target("enterprises", "at least", 10_500.0, year=2030)
AT_MOST = Target("voucher_spend", "at most", 1505.0)
WITHIN = Target("used_compute", "at most", "deliverable_compute")
ALONG = Target(
    "enterprises", "at least", LeverPath(((2027.0, 6000.0), (2031.0, 11_000.0))), between="linear"
)
TARGETS = (AT_LEAST, AT_MOST, WITHIN, ALONG)
DECEMBERS = slice(11, None, 12)


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def _futures(scenario: Scenario, pair: tuple[str, str]) -> NDArray[np.float64]:
    warm_up_kernel()
    clock = Clock(scenario.last_year)
    run = run_batch(draw(scenario, scenario.futures), clock, (pair,))
    return np.asarray(run.futures_of(pair), np.float64)


def _met(projector: Projector, scenario: Scenario, *targets: Target) -> Met:
    met = projector.project(scenario, (), targets=targets).met
    assert met is not None
    return met


@pytest.mark.parametrize("scenario", [MOVED, baseline_under(MOVED)], ids=["moved", "baseline"])
def test_that_shares_are_those_that_a_reader_counts(
    projector: Projector, scenario: Scenario
) -> None:
    met = _met(projector, scenario, *TARGETS)
    enterprises, spent = (_futures(scenario, pair) for pair in (ENTERPRISES, SPENT))
    used, deliverable = (_futures(scenario, pair) for pair in (USED, DELIVERABLE))
    line = np.interp(np.arange(2027, 2036) + 11 / 12, (2027, 2031), (6000, 11_000))
    meets = {
        AT_LEAST: enterprises[12 * 6 - 1] >= 10_500,
        AT_MOST: (spent.reshape(11, 12, -1).mean(axis=1) <= 1505).all(axis=0),
        WITHIN: (used <= deliverable * (1 + 1e-6))[DECEMBERS].all(axis=0),
        ALONG: (enterprises[DECEMBERS][2:] >= line[:, None]).all(axis=0),
    }
    assert met.each == {target: float(each.mean()) for target, each in meets.items()}
    assert met.all_met == np.logical_and.reduce([*meets.values()]).mean()
    assert 0 < met.each[AT_LEAST] < 1
    assert 0 < met.each[ALONG] < 1
    assert 0 < met.each[AT_MOST] < 1


def test_that_what_flows_is_judged_by_what_a_year_brings(projector: Projector) -> None:
    """A budget that stops in October spends nothing in December."""
    stopped = with_lever(
        Scenario(futures=64),
        "voucher_budget.shanghai",
        LeverPath(((2025.0, 0.0), (2028.0, 4000.0), (2028.75, 0.0))),
    )
    spent = _futures(stopped, ("voucher_spend", "shanghai"))
    in_2028 = slice(36, 48)
    december, mean = np.median(spent[47]), np.median(spent[in_2028].mean(axis=0))
    assert december < mean / 2
    limit = Target("voucher_spend", "at most", float(mean + december) / 2, "shanghai", 2028)
    assert _met(projector, stopped, limit).each[limit] < 0.5


values_of = st.floats(-100, 100, width=32) | st.sampled_from([float("nan"), float("inf")])
senses: st.SearchStrategy[TargetSense] = st.sampled_from(["at least", "at most"])


def _made(rows: list[list[float]]) -> YearValues:
    return YearValues({ENTERPRISES: np.array(rows, np.float32)}, len(rows[0]))


@given(
    st.lists(st.lists(values_of, min_size=5, max_size=5), min_size=3, max_size=3),
    st.lists(
        st.builds(
            Target,
            st.just("enterprises"),
            senses,
            st.floats(-100, 100),
            st.just(""),
            st.sampled_from([None, 2025, 2026, 2027]),
        ),
        min_size=1,
        max_size=4,
        unique=True,
    ),
    st.floats(0, 50),
)
def test_that_all_are_met_by_no_more_than_each_and_less_is_met_by_as_many(
    rows: list[list[float]], targets: list[Target], by: float
) -> None:
    found = judged(_made(rows), targets, FIRST_YEAR + 2)
    assert [*found.each] == targets
    assert all(found.all_met <= each for each in found.each.values())
    for target in targets:
        assert isinstance(target.level, float)
        easier = target.level - by if target.sense == "at least" else target.level + by
        more = judged(_made(rows), [replace(target, level=easier)], FIRST_YEAR + 2)
        assert more.all_met >= found.each[target]


@pytest.mark.parametrize(("scenario"), [MOVED, SOME_BREAK], ids=["whole", "some break"])
def test_that_targets_counted_piece_by_piece_are_met_by_as_many(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = replace(scenario, futures=1500)
    whole = _met(Projector(), scenario, *TARGETS)
    monkeypatch.setattr(many, "fits", lambda *_: False)
    monkeypatch.setattr("planner.ensemble.bands.stream.LARGEST_PIECE", 512)
    pieces = Projector().project(scenario, (Request("enterprises"),), targets=TARGETS)
    assert pieces.met == whole
    assert pieces.year_values is None
    assert 0 < whole.together < whole.whole


def test_that_broken_futures_are_in_no_count(projector: Projector) -> None:
    anything = Target("enterprises", "at least", 0.0)
    met = _met(projector, SOME_BREAK, anything)
    breach = projector.project(SOME_BREAK, (Request("enterprises"),)).breach
    assert breach is not None
    assert met.whole == met.futures - breach.left_out < met.futures
    assert met.counts == (met.whole,)


def test_that_a_target_is_met_by_the_futures_whose_margin_is_not_below_zero(
    projector: Projector,
) -> None:
    for scenario in (MOVED, replace(SOME_BREAK, futures=300)):
        values = projector.project(scenario, (), targets=TARGETS).year_values
        assert values is not None
        for target in TARGETS:
            found = margins(values, target, scenario.last_year)
            met, whole = meeting(values, [target], scenario.last_year)
            assert (met == (found >= 0)).all()
            assert (whole == ~np.isnan(found)).all()


def test_that_a_margin_is_that_of_the_worst_year_in_the_unit_of_the_outcome() -> None:
    values = YearValues({ENTERPRISES: np.array([[5.0, 9.0], [8.0, np.nan]])}, 2)
    every = Target("enterprises", "at least", 6.0)
    assert margins(values, every, FIRST_YEAR + 1) == pytest.approx([-1.0, -np.inf], abs=1e-4)
    first = replace(every, sense="at most", year=FIRST_YEAR)
    assert margins(values, first, FIRST_YEAR + 1) == pytest.approx([1.0, -3.0], abs=1e-4)


def test_that_a_year_beyond_the_run_is_met_by_an_unknown_share(projector: Projector) -> None:
    beyond = Target("enterprises", "at least", 0.0, year=2040)
    met = _met(projector, MOVED, AT_LEAST, beyond)
    assert np.isnan(met.each[beyond])
    assert np.isnan(met.all_met)
    assert met.each[AT_LEAST] == _met(projector, MOVED, AT_LEAST).each[AT_LEAST]
    longer = _met(projector, replace(MOVED, last_year=2040), AT_LEAST, beyond)
    assert longer.each[beyond] == 1


def test_that_a_level_is_moved_without_a_run(projector: Projector) -> None:
    run = projector.project(MOVED, (), targets=(AT_LEAST,))
    assert run.year_values is not None
    for level in (9000.0, 10_000.0, 12_000.0):
        for year in (2028, None):
            moved = replace(AT_LEAST, level=level, year=year)
            assert judged(run.year_values, [moved], MOVED.last_year) == _met(
                projector, MOVED, moved
            )


def test_that_targets_change_nothing_of_what_is_beside_them(projector: Projector) -> None:
    asked = (
        Request("enterprises"),
        Request("enterprises", "", "difference"),
        Request("rent", "cloud"),
    )
    plain = projector.project(MOVED, asked)
    beside = Projector().project(replace(MOVED, targets=TARGETS), asked, targets=TARGETS)
    assert plain.met is None
    for request in asked:
        one, other = plain.series[request], beside.series[request]
        assert one.bands is not None
        assert other.bands is not None
        np.testing.assert_array_equal(one.center, other.center)
        np.testing.assert_array_equal(one.bands, other.bands)


def test_that_a_drag_judges_its_own_futures(projector: Projector) -> None:
    cards = (Request("enterprises"),)
    sparse = Sparse(cards, frozenset(cards), 71)
    dragged = projector.project(MOVED, cards, futures=255, bands=sparse, targets=(AT_LEAST,))
    few = _met(projector, replace(MOVED, futures=255), AT_LEAST)
    assert dragged.met is not None
    assert dragged.met.futures == few.futures == 255
    assert dragged.met.each[AT_LEAST] == pytest.approx(few.each[AT_LEAST], abs=0.05)
