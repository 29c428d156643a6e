"""A report says which published figures on its charts lie outside the band of the baseline."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.some import some
from ui.charts.contents.specs import ChartSetting, default_settings
from ui.charts.published.missed import missed_sentences, set_apart
from ui.engine.shown_run import ShownRun
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked

CHARTS = default_settings()


@pytest.fixture
def wide(baseline):
    """Return the baseline with bands that hold everything."""
    lines = {
        request: replace(each, bands=np.array([each.line * 0, *[each.line] * 3, each.line * 9 + 9]))
        for request, each in baseline.series.items()
    }
    return replace(baseline, series=lines)


def test_that_a_figure_beside_the_band_is_told_with_both_numbers_and_its_source(baseline):
    found = set_apart(CHARTS, baseline)
    labels = [each.point.label for each in some(found)]
    assert len({*labels}) == len(labels)
    for each in found:
        assert not each.given.low <= each.point.value <= each.given.high
        assert not each.point.low <= each.given.median <= each.point.high
    first, *_ = missed_sentences(CHARTS, baseline)
    farthest = max(found, key=lambda each: each.distance)
    assert first.startswith(
        f"A published figure lies outside the baseline's band: {farthest.point.label}, "
    )
    assert " Model: " in first
    assert "(80%: " in first
    assert first.endswith(farthest.point.source)


def test_that_figures_within_a_band_are_not_told(wide):
    assert missed_sentences(CHARTS, wide) == ()


def test_that_only_figures_of_the_charts_that_are_shown_are_told(baseline):
    assert missed_sentences([ChartSetting("enterprises")], baseline) == ()
    assert missed_sentences([ChartSetting("utilization", view="difference")], baseline) == ()


def test_that_two_are_told_and_the_others_counted(baseline):
    keys = ("utilization", "rent", "installed_compute", "filed_models", "alibaba_cloud_revenue")
    asked = [ChartSetting(key) for key in keys]
    *told, last = missed_sentences(asked, baseline)
    assert len(told) == 2
    assert last == (
        f"{len(set_apart(asked, baseline)) - 2} more published figures lie outside the band of "
        "the baseline."
    )


def test_that_levers_move_no_figure_out_of_the_band(qapp, baseline, doubled):
    asked = Asked(2030, settings=tuple(CHARTS), made=date(2026, 11, 27))
    below, moved = (
        report_bytes(ShownRun(run, baseline), asked).decode() for run in (baseline, doubled)
    )
    said = "A published figure lies outside the baseline"
    assert below.count(said) == moved.count(said) > 0
