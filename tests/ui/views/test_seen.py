"""Bands are computed first for what is on screen; the rest of the requests follow."""

from planner.ensemble.projection import Request
from ui.charts.contents.effect import effect_requests
from ui.charts.contents.specs import ChartSetting, requests_for
from ui.style.theme import LIGHT
from ui.views.center.display import CenterInputs
from ui.views.center.panel import Center
from ui.wording.rows.beside import requests_beside

AREAS = ChartSetting("sme_price", "*")
SUPPLY = ChartSetting("compute_supply")
ALWAYS = (*CenterInputs().requests, *requests_beside())


def _center(qtbot, *settings):
    center = Center(LIGHT)
    qtbot.addWidget(center)
    assert not center.shows_table
    center.charts.set_settings(settings)
    return center


def _lines(setting):
    """Return the series of a chart and of the strip under it."""
    return {*requests_for(setting), *effect_requests(setting)}


def test_that_cards_fans_and_the_medians_of_seven_areas_are_seen(qtbot):
    center = _center(qtbot, SUPPLY, AREAS, SUPPLY, SUPPLY)
    assert set(center.seen()) == {*ALWAYS, *_lines(SUPPLY), *_lines(AREAS)}


def test_that_hidden_neighbors_of_an_enlarged_chart_are_not_seen(qtbot):
    center = _center(qtbot, SUPPLY, ChartSetting("rent", "cloud"), SUPPLY, SUPPLY)
    assert Request("rent", "cloud") in center.seen()
    center.charts.enlarge(0)
    assert Request("rent", "cloud") not in center.seen()
    assert Request("rent", "cloud") in center.requests()


def test_that_strips_that_are_left_out_are_not_seen(qtbot):
    alone = ChartSetting("tokens")
    center = _center(qtbot, alone, SUPPLY, SUPPLY, SUPPLY)
    assert set(effect_requests(alone)) <= set(center.seen())
    center.show_strips(False)
    assert not set(effect_requests(alone)) & set(center.seen())


def test_that_an_open_table_shows_all_its_bands(qtbot):
    center = _center(qtbot, SUPPLY, AREAS, SUPPLY, SUPPLY)
    center.show_table(True)
    assert set(requests_for(AREAS)) <= set(center.seen())


def test_that_cards_are_seen_in_decembers_alone_and_charts_month_by_month(qtbot):
    center = _center(qtbot, SUPPLY, AREAS, SUPPLY, ChartSetting("enterprises"))
    drawn = _lines(SUPPLY) | _lines(AREAS) | _lines(ChartSetting("enterprises"))
    assert center.yearly() == {*ALWAYS} - drawn
    assert center.yearly() | drawn == set(center.seen())


def test_that_the_table_shows_decembers_of_charts_behind_an_enlarged_one(qtbot):
    center = _center(qtbot, SUPPLY, AREAS, SUPPLY, SUPPLY)
    center.show_table(True)
    center.charts.enlarge(0)
    assert set(requests_for(AREAS)) <= center.yearly()
    assert not center.yearly() & set(requests_for(SUPPLY))
