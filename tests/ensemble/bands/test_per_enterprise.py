"""Money for each enterprise more: quotients of single futures, at the edges and in a run."""

import numpy as np
import pytest

from planner.ensemble.bands.per_enterprise import per_enterprise
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import QUANTILES, PerFuture, Request
from planner.model.scenario import Scenario, with_lever
from planner.model.sums import together

PLACE = "chengdu"
MONEY = Request("voucher_spend_cumulative", PLACE, "difference")
ADDED = Request("enterprises", PLACE, "difference")
EACH = MONEY._replace(view="per_enterprise")
DECEMBER_2030 = 71


def _each(money, added, paid=100.0, before=1000.0):
    found = np.array([money], np.float64)
    after = np.array([before + added], np.float64)
    per_enterprise(found, np.array([paid]), after, np.array([before]))
    return found[0]


@pytest.mark.parametrize(
    ("money", "added", "each"),
    [
        (300, 10, 30),
        (-300, -10, 30),
        (300, 0, np.inf),
        (300, -10, np.inf),
        (-300, 10, np.inf),
        (300, 1e-4, np.inf),
        (0, 10, np.nan),
        (1e-5, 10, np.nan),
        (np.nan, 10, np.nan),
        (300, np.nan, np.nan),
    ],
)
def test_that_money_without_enterprises_is_unbounded_and_none_undefined(money, added, each):
    assert _each(money, added) == pytest.approx(each, nan_ok=True)


@pytest.mark.parametrize("budget", [0.0, 400.0])
def test_that_its_bands_are_those_of_what_single_futures_pay(budget):
    scenario, used = with_lever(Scenario(), f"voucher_budget.{PLACE}", budget), Projector()
    series = used.project(scenario, (EACH, MONEY, ADDED)).series
    found = to_the_end(used.per_future(scenario, (PerFuture(MONEY), PerFuture(ADDED))))
    assert found is not None
    money, added = (found.values[PerFuture(each)][5] for each in (MONEY, ADDED))
    bands = series[EACH].bands
    assert bands is not None
    expected = np.quantile(np.float64(money) / added, QUANTILES)
    assert bands[:, DECEMBER_2030] == pytest.approx(expected, rel=1e-4)
    center = series[MONEY].center[DECEMBER_2030] / series[ADDED].center[DECEMBER_2030]
    assert series[EACH].center[DECEMBER_2030] == pytest.approx(center, rel=1e-6)
    assert not np.isclose(
        series[EACH].line[DECEMBER_2030],
        series[MONEY].line[DECEMBER_2030] / series[ADDED].line[DECEMBER_2030],
        rtol=1e-4,
    )


def test_that_of_several_places_money_and_enterprises_are_summed_first():
    scenario, used = with_lever(Scenario(), f"voucher_budget.{PLACE}", 400.0), Projector()
    both = together((PLACE, "shanghai"))
    asked = [each._replace(element=both) for each in (EACH, MONEY, ADDED)]
    each, money, added = (used.project(scenario, asked).series[one].center for one in asked)
    known = np.isfinite(each)
    assert known[DECEMBER_2030]
    assert each[known] == pytest.approx(money[known] / added[known], rel=1e-5)


def test_that_counted_bands_are_nearly_the_same():
    scenario, used = with_lever(Scenario(), f"voucher_budget.{PLACE}", 400.0), Projector()
    runs = [used.project(scenario, (EACH,), futures=count) for count in (1_000, 60_000)]
    few, many = (_bands(run)[:, DECEMBER_2030] for run in runs)
    assert many == pytest.approx(few, rel=0.05)


def _bands(run):
    bands = run.series[EACH].bands
    assert bands is not None
    return bands
