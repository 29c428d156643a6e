"""Which charts there are, and what they ask of a run."""

import pytest

from planner.ensemble.projection import Request
from planner.model.graph import model
from tests.some import some
from ui.charts.contents.specs import (
    EVERY,
    ChartSetting,
    charts,
    default_setting,
    default_settings,
    requests_for,
)
from ui.charts.contents.wording import ENGLISH


def test_that_every_outcome_has_a_chart():
    drawn = {outcome for spec in charts().values() for outcome in spec.outcomes}
    assert drawn == set(model().outcomes)


def test_that_the_first_four_charts_are_those_of_a_first_start():
    keys = [setting.chart for setting in default_settings()]
    assert keys == ["enterprises", "compute_supply", "utilization", "rent"]
    assert list(charts())[:4] == keys


@pytest.mark.parametrize("key", list(charts()))
def test_that_a_chart_asks_only_for_what_the_model_has(key):
    for element in some(charts()[key].elements):
        requests = requests_for(ChartSetting(key, element, "index"))
        assert requests
        assert len(set(requests)) == len(requests)
        for request in some(requests):
            assert request.element in model().outcomes[request.outcome].elements
            assert request.view == ("absolute" if request.state else "index")


def test_that_compute_supply_asks_for_three_totals():
    assert requests_for(default_setting("compute_supply")) == (
        Request("realized_compute"),
        Request("deliverable_compute"),
        Request("used_compute"),
    )


def test_that_no_chart_mixes_two_units():
    for spec in some(charts().values()):
        assert {model().outcomes[key].told_in for key in spec.outcomes} == {spec.unit}


def test_that_states_are_asked_for_one_by_one_in_both_segments_first():
    asked = requests_for(default_setting("limit", "percent"))
    assert {request.element for request in asked} == {"cloud", "centers"}
    assert {request.state for request in asked} == {"chips", "money", "power", "demand"}
    assert {request.view for request in asked} == {"absolute"}


def test_that_side_by_side_leaves_out_the_total_of_areas_but_not_of_segments():
    areas = requests_for(ChartSetting("enterprises", EVERY))
    assert len(areas) == 7
    assert Request("enterprises") not in areas
    assert Request("utilization") in requests_for(ChartSetting("utilization", EVERY))


def test_that_every_chart_element_and_unit_has_a_word():
    for spec in some(charts().values()):
        assert ENGLISH.charts[spec.key]
        assert ENGLISH.unit(spec.unit, "absolute")
        assert all(ENGLISH.elements[element] for element in some(spec.elements))
        assert all(ENGLISH.outcomes[outcome] for outcome in some(spec.outcomes))
