"""A summary holds exact quantiles and shares, whatever is missing of a point's futures."""

import numpy as np
import pytest

from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import QUANTILES
from planner.files.exports.records import records_lines
from planner.model.graph import model
from planner.sweep.summary.level import Level
from planner.sweep.summary.summing import summing
from planner.sweep.summary.table import summary_json, summary_records
from tests.some import some
from tests.sweep.filled import filled
from tests.sweep.plans import planned

PLAN = 'futures = 48\nprecision = "float64"\n[inputs]\nvoucher_budget = [0, 300, 600, 900, 1200]\n'
OUTCOMES = "[outcomes]\njobs = [2027, 2030]\nlimit = [2026]\n"
LEVEL = Level("jobs_2030_12", "at least", 5.0)


@pytest.fixture(params=[240, 96, 16], ids=["one batch", "points of a batch", "slices of a point"])
def folder(request, tmp_path):
    """Return points that lack none, some, the most and all of their numbers, and an unbounded."""
    values = np.random.default_rng(7).lognormal(2, 1, (3, 5, 48))
    values[2] = np.round(values[2]) % 3
    values[1, 1, ::5] = np.nan
    values[1, 2, 2:] = np.nan
    values[1, 3] = np.nan
    values[1, 4, :30] = np.inf
    made = filled(tmp_path / "out", planned(tmp_path, PLAN, OUTCOMES), values, request.param)
    return made, values


def test_that_quantiles_and_shares_are_those_of_the_futures_that_have_a_number(folder):
    made, values = folder
    summary = to_the_end(summing(made, [LEVEL]))
    assert summary.futures.tolist() == [48] * 5
    assert summary.empty[:, 1].tolist() == [0, 10, 46, 48, 0]
    for place, own in enumerate(some(values[1])):
        known = own[~np.isnan(own)]
        with np.errstate(invalid="ignore"):
            expected = np.quantile(known, QUANTILES) if len(known) else np.full(5, np.nan)
        assert np.array_equal(summary.quantiles[place, 1], expected, equal_nan=True)
        share = (known >= 5).mean() if len(known) else np.nan
        assert np.array_equal(summary.shares(LEVEL)[place], share, equal_nan=True)
    assert np.array_equal(summary.medians(summary.columns[0]), np.median(values[0], axis=1))


def test_that_states_have_shares_and_no_quantiles(folder):
    made, values = folder
    summary = to_the_end(summing(made))
    shares = summary.states["limit_2026_12"]
    assert np.isnan(summary.quantiles[:, 2]).all()
    codes = [state.code for state in model().outcomes["limit"].states]
    assert shares.tolist() == [[(own == code).mean() for code in codes] for own in values[2]]


def test_that_only_columns_that_are_asked_for_are_summed_up(folder):
    made, _ = folder
    first, *_ = made.plan.columns
    summary = to_the_end(summing(made, [LEVEL], [first]))
    assert [each.name for each in summary.columns] == ["jobs_2027_12", "jobs_2030_12"]
    assert {row.column.name for row in some([*to_the_end(summing(made, (), [first])).rows()])} == {
        "jobs_2027_12"
    }


def test_that_a_table_is_told_line_by_line(folder):
    made, _ = folder
    summary = to_the_end(summing(made, [LEVEL]))
    records = [*summary_records(summary)]
    assert len([*records_lines(iter(records))]) == 1 + len(records)
    assert len([*summary_json(summary)]) == 2 + len(records)
