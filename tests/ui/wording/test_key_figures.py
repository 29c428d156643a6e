"""What a card says of a level, and of its difference from the baseline future by future."""

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series, requests_of
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.studies.key_figures import CARDS
from ui.wording.key_figures import december, differing, kpi_display, kpi_head, ranged
from ui.wording.numbers import ENGLISH_NUMERALS

MONTHS = 132
SPREAD = np.array((-2.0, -1.0, 0.0, 1.0, 2.0))[:, None]


def _series(value, reach=1.0, shares=None):
    """Return a series that is the same in all months, of half the reach to each quartile."""
    line = np.full(MONTHS, value)
    higher, lower = (np.full(MONTHS, share) for share in shares) if shares else (None, None)
    bands = np.tile(value + reach * SPREAD, MONTHS)
    return Series(line, bands, higher=higher, lower=lower)


def _projection(series):
    return Projection(Scenario(), 2025 + np.arange(MONTHS) / 12, series, 1000, 0.0)


def _told(key, value, before, difference=None):
    own = {Request(key): _series(value)}
    if difference is not None:
        own[Request(key, "", "difference")] = difference
    runs = _projection(own), _projection({Request(key): _series(before)})
    return kpi_display(kpi_head(key), *runs, 2030, ENGLISH_NUMERALS)


def test_that_a_card_tells_a_level_with_its_range(qapp):
    shown = _told("enterprises", 1200.0, 1000.0)
    assert (shown.value, shown.span) == ("1,200", "1,198–1,202")
    share = kpi_head("utilization")
    assert share.form.factor == 100


def test_that_a_difference_is_that_of_each_future_and_has_a_range_of_its_own(qapp):
    shown = _told("enterprises", 1200.0, 1000.0, _series(150.0, 20.0, (0.974, 0.026)))
    assert (shown.difference, shown.difference_span) == ("+150", "+110 to +190")
    assert (shown.share, shown.short_share) == ("higher in 97% of futures", "up in 97%")
    assert shown.whisker == (110.0, 150.0, 190.0)
    assert differing(shown) == "difference +150, 80% range +110 to +190"


def test_that_nothing_is_subtracted_that_was_not_drawn_together(qapp):
    shown = _told("enterprises", 1200.0, 1000.0)
    assert (shown.difference, shown.difference_span, shown.share) == ("", "", "")


def test_that_points_and_not_percents_tell_shares_apart(qapp):
    shown = _told("utilization", 0.5, 0.45, _series(0.05, 0.01, (1.0, 0.0)))
    assert (shown.difference, shown.share) == ("+5.0 points", "higher in all futures")


@pytest.mark.parametrize("before", [1000.0, 1000.001])
def test_that_a_card_says_as_the_baseline_below_what_can_be_told(before, qapp):
    shown = _told("enterprises", 1000.0, before, _series(-0.001, 0.0001, (0.0, 1.0)))
    assert shown.difference == "as the baseline"
    assert (shown.difference_span, shown.share, shown.whisker) == ("", "", None)
    assert not shown.is_moved


@pytest.mark.parametrize(("value", "text"), [(np.nan, "undefined"), (np.inf, "unbounded")])
def test_that_a_card_says_undefined_and_unbounded_values_in_words(value, text, qapp):
    shown = _told("alibaba_payback", value, 3.0)
    assert (shown.value, shown.unit) == (text, "")
    assert shown.difference == "baseline 3.00 years"
    assert shown.span == text
    assert "Unbounded where there is no return" in shown.doc
    back = _told("alibaba_payback", 3.0, value)
    assert back.difference == f"baseline {text}"
    assert "Unbounded" not in back.doc
    assert _told("alibaba_payback", value, value).difference == "as the baseline"


def test_that_a_card_waits_without_a_run_and_shows_no_range_without_futures(qapp):
    head = kpi_head("enterprises")
    assert kpi_display(head, None, None, 2030, ENGLISH_NUMERALS).value == "…"
    line = Series(np.full(MONTHS, 5.0), None)
    bare = _projection({Request("enterprises"): line})
    shown = kpi_display(head, bare, bare, 2030, ENGLISH_NUMERALS)
    assert (shown.value, shown.span) == ("5", "")


def _counted(**shares):
    """Return a run in which so many futures are in each state from 2030 on."""
    found = dict.fromkeys(("chips", "money", "power", "demand"), 0.0) | shares
    series = {}
    for asked in requests_of(model().outcomes["limit"], "cloud"):
        share = np.where(np.arange(MONTHS) >= december(2029) + 1, found[asked.state], 0.25)
        series[asked] = Series(share.round(), None, share)
    return _projection(series)


def _told_of_states(own, below):
    return kpi_display(kpi_head("limit", "cloud"), own, below, 2030, ENGLISH_NUMERALS)


def test_that_a_card_of_states_tells_the_one_of_most_futures(qapp):
    shown = _told_of_states(_counted(demand=0.7, chips=0.3), _counted(demand=0.55, chips=0.45))
    assert (shown.value, shown.span) == ("Demand", "in 70% of futures")
    assert (shown.difference, shown.short_share) == ("+15 pt", "in 70%")
    assert shown.shares == (
        "2030 mean, share of futures: demand 70%, chips 30%, money and power 0% each"
    )
    other = _told_of_states(_counted(demand=0.7, chips=0.3), _counted(chips=0.6, demand=0.4))
    assert other.difference == "baseline: Chips, 60%"
    same = _counted(demand=0.7, chips=0.3)
    assert _told_of_states(same, same).difference == "as the baseline"


def test_that_states_that_are_not_counted_yet_are_waited_for(qapp):
    counted = _counted(demand=1.0)
    lines = {key: Series(each.center, None) for key, each in counted.series.items()}
    assert _told_of_states(_projection(lines), counted).value == "…"


def test_that_a_head_says_where_and_when_only_as_far_as_the_window_does_not(qapp):
    assert kpi_head("enterprises").title == "AI enterprises"
    assert kpi_head("enterprises").full_title == "AI enterprises, all seven places"
    assert kpi_head("used_compute", says_whole=True).title.endswith(", all of China")
    assert kpi_head("rent", "centers", 2028).title.endswith(", centers, 2028")


def test_that_a_range_is_named_where_nothing_around_it_says_what_it_is(qapp):
    assert ranged("1–2") == "80% range 1–2"
    assert ranged("") == ""


def test_that_every_key_figure_has_a_head(qapp):
    assert len({kpi_head(key).title for key in CARDS}) == len(CARDS) > 5
