"""Money is put on top of what a scenario spends, in the years asked, and in no others."""

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import MEDIAN, Request
from planner.model.paths import KNOTS_AT_MOST, LeverPath, value_at
from planner.model.scenario import Scenario, ScenarioError, lever_path, lever_value, with_lever
from planner.studies.spending.band import band_of
from planner.studies.spending.cost import cost_of, costs_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import (
    Instrument,
    SpendingError,
    all_instruments,
    in_places,
    instruments_named,
)
from planner.studies.spending.network import Network, network_of
from planner.studies.spending.notes import notes_on
from planner.studies.spending.spent import Spending, Years, today
from tests.some import some

FEW = Scenario(draws="as drawn", futures=64)
YEARS = Years(2027, 2030)
CHENGDU = Instrument("vouchers", "chengdu")
NETWORK = Instrument("network")


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    warm_up_kernel()


def test_that_every_instrument_moves_a_lever_of_the_model_and_has_a_name_of_its_own():
    instruments = some(all_instruments())
    for each in instruments:
        lever_value(FEW, each.lever)
    assert len({each.label for each in instruments}) == len(instruments)
    assert len({each.key for each in instruments}) == len(instruments)


def test_that_a_name_means_all_of_a_kind_or_one():
    assert instruments_named("vouchers.chengdu") == (CHENGDU,)
    assert len(instruments_named("vouchers")) == 7
    assert instruments_named("network") == (NETWORK,)
    with pytest.raises(SpendingError, match="called gold; there are vouchers, data, fund, network"):
        instruments_named("gold")


def test_that_a_place_has_its_own_instruments_and_those_of_no_place():
    kinds = [each.kind for each in in_places(all_instruments(), ("ningbo",))]
    assert kinds == ["vouchers", "fund", "network"]
    with_data = in_places(all_instruments(), ("shanghai", "ningbo"))
    assert Instrument("data") in with_data
    assert {each.place for each in with_data} == {"shanghai", "ningbo", ""}


@pytest.mark.parametrize("instrument", [each for each in all_instruments() if each != NETWORK])
def test_that_money_comes_on_top_in_its_years_and_in_no_others(instrument):
    before = lever_path(FEW, instrument.lever)
    after = lever_path(Spending(YEARS).put(FEW, {instrument: 75.0}), instrument.lever)
    for moment in some(np.arange(2025, 2036, 1 / 24)):
        more = value_at(after, "step", moment) - value_at(before, "step", moment)
        assert more == pytest.approx(75 if 2027 <= moment < 2031 else 0), moment


def test_that_money_from_the_first_year_on_leaves_a_path_that_begins_later_as_it_was_before():
    late = with_lever(FEW, CHENGDU.lever, LeverPath(((2028.0, 50.0), (2031.0, 0.0))))
    made = Spending(Years(2027, 2028)).put(late, {CHENGDU: 10.0})
    path = lever_path(made, CHENGDU.lever)
    moments = (2025.5, 2027.0, 2028.5, 2029.0, 2031.5)
    assert [value_at(path, "step", each) for each in moments] == [50, 60, 60, 50, 0]


def test_that_a_cut_leaves_no_budget_below_nothing():
    made = Spending(YEARS).put(FEW, {CHENGDU: -1000.0})
    path = lever_path(made, CHENGDU.lever)
    assert [value_at(path, "step", each) for each in (2026.5, 2028.0, 2031.0)] == [100, 0, 0]


def test_that_no_money_leaves_the_scenario_as_it_is():
    assert Spending(YEARS).put(FEW, dict.fromkeys(all_instruments(), 0.0)) == FEW


def test_that_a_lever_keeps_its_hard_range():
    with pytest.raises(ScenarioError, match="it must be"):
        Spending(YEARS).put(FEW, {CHENGDU: 1e6})


def test_that_the_most_that_can_be_spent_is_what_the_lever_has_room_for():
    more = Spending(YEARS).most(FEW, CHENGDU)
    assert more == pytest.approx(100_000 - 100)
    full = Spending(YEARS).put(FEW, {CHENGDU: more})
    assert Spending(YEARS).most(full, CHENGDU) == 0
    assert Spending(Years(2031, 2032)).most(full, CHENGDU) == pytest.approx(100_000)


def test_that_a_path_without_room_for_the_years_is_refused():
    dates = (2025 + (number + 0.5) / 10 for number in range(KNOTS_AT_MOST))
    crowded = with_lever(FEW, CHENGDU.lever, LeverPath(tuple((date, 100.0) for date in dates)))
    with pytest.raises(SpendingError, match="so many dates that there is no room for 2027 to 2030"):
        Spending(YEARS).put(crowded, {CHENGDU: 10.0})


def test_that_years_are_years_of_a_run_in_order():
    assert (YEARS.count, YEARS.spent_by(2028), YEARS.spent_by(2026)) == (4, 2, 0)
    with pytest.raises(SpendingError, match="not from 2030 to 2029"):
        Years(2030, 2029)


def test_that_what_is_spent_today_is_the_mean_over_the_years():
    spent = today(FEW, Years(2025, 2025), (CHENGDU, NETWORK))
    assert spent[NETWORK] == 0
    assert spent[CHENGDU] == pytest.approx(10 * 8 / 12 + 100 * 4 / 12, rel=1e-3)


def test_that_a_sooner_network_takes_more_money_the_sooner_it_stands():
    found = to_the_end(network_of(FEW, Futures(64, 2030)))
    assert list(found.times) == sorted(found.times, reverse=True)
    assert list(found.money) == sorted(found.money)
    assert (found.build_time(0), found.build_time(1e9)) == (4, 1)
    made = Spending(YEARS, found).put(FEW, {NETWORK: found.most / YEARS.count / 2})
    assert 1 < lever_value(made, NETWORK.lever) < 4
    assert Spending(YEARS, found).most(FEW, NETWORK) == found.most / 4


def test_that_a_network_that_is_as_fast_as_can_be_takes_no_money():
    fast = with_lever(FEW, NETWORK.lever, 1.0)
    assert to_the_end(network_of(fast, Futures(64, 2030))) == Network((1.0,), (0.0,))


def test_that_money_for_a_network_needs_its_price():
    with pytest.raises(SpendingError, match="not known yet"):
        Spending(YEARS).put(FEW, {NETWORK: 100.0})


def test_that_futures_are_those_of_the_window():
    pairs = (("enterprises", "beijing+chengdu"), ("used_compute", ""))
    ends = Futures(64, 2028).at_the_end(FEW, pairs)
    months = Futures(64, 2028).paths(FEW, pairs)
    assert np.array_equal(months[:, -1], ends)
    run = to_the_end(Projector().steps(FEW, [Request(*pair) for pair in pairs]))
    for each, pair in zip(ends, pairs, strict=True):
        bands = run.series[Request(*pair)].bands
        assert bands is not None
        assert np.median(each) == pytest.approx(bands[MEDIAN, 47], rel=1e-6)


def test_that_memory_that_is_used_again_leaves_what_was_told():
    futures, pairs = Futures(64, 2028), (("enterprises", ""),)
    first = futures.at_the_end(FEW, pairs)
    kept = first.copy()
    futures.at_the_end(with_lever(FEW, CHENGDU.lever, 5000.0), pairs)
    assert np.array_equal(first, kept)


def test_that_a_cost_is_unbounded_where_nothing_is_added_and_undefined_where_nothing_is_paid():
    money, added, level = np.array([10, 10, 0, 0, 5.0]), np.array([2, 0, 0, 1, np.nan]), np.ones(5)
    assert str(costs_of(money, added, level).tolist()) == "[5.0, inf, nan, 0.0, nan]"
    assert cost_of(money[:2], added[:2], level[:2]).low == np.inf


def test_that_a_band_counts_unbounded_values_and_leaves_out_undefined_ones():
    assert band_of(np.array([1.0, 2, 3, np.nan])).median == 2
    assert band_of(np.array([1.0, np.inf, np.inf])).median == np.inf
    assert np.isnan(band_of(np.array([np.nan])).median)


def test_that_what_is_not_counted_is_said_of_those_it_concerns():
    assert notes_on((CHENGDU,)) == ()
    assert len(notes_on(all_instruments())) == 2
