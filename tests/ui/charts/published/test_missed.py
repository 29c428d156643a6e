"""A report says which published figures on its charts lie outside the band of the baseline."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.some import some
from ui.charts.contents.specs import ChartSetting, default_settings
from ui.charts.published.missed import missed_sentence, set_apart
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
    said = missed_sentence(CHARTS, baseline)
    farthest = max(found, key=lambda each: each.distance)
    assert said.startswith(
        f"Published figures outside the baseline's band: {farthest.point.label}: "
    )
    assert farthest.point.source.split("; ")[0] in said
    assert said.count(" Model: ") == said.count("(80%: ") == min(2, len(found))


def test_that_figures_within_a_band_are_not_told(wide):
    assert missed_sentence(CHARTS, wide) == ""


def test_that_only_figures_of_the_charts_that_are_shown_are_told(baseline):
    assert missed_sentence([ChartSetting("enterprises")], baseline) == ""
    assert missed_sentence([ChartSetting("utilization", view="difference")], baseline) == ""


def test_that_two_are_told_and_the_others_counted(baseline):
    keys = ("utilization", "rent", "installed_compute", "filed_models", "alibaba_cloud_revenue")
    asked = [ChartSetting(key) for key in keys]
    said = missed_sentence(asked, baseline)
    assert said.count(" Model: ") == 2
    assert said.endswith(f" {len(set_apart(asked, baseline)) - 2} more lie outside it.")


def test_that_levers_move_no_figure_out_of_the_band(qapp, baseline, doubled):
    asked = Asked(2030, settings=tuple(CHARTS), made=date(2026, 11, 27))
    below, moved = (
        report_bytes(ShownRun(run, baseline), asked).decode() for run in (baseline, doubled)
    )
    said = "Published figures outside the baseline"
    assert below.count(said) == moved.count(said) > 0
