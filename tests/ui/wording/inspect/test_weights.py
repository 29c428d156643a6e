"""Shares of the spread are told with the futures that they rest on, and why these are fewer."""

from dataclasses import replace

import pytest

from planner.model.scenario import Scenario
from planner.quantities.told.lists import sentences
from planner.studies.inspect.node import node_at
from planner.studies.inspect.weighed import Weighed, Weighing
from planner.studies.inspect.weight import Weight
from ui.wording.inspect.weights import measure_text, spread_text

ROOT, CAUSE = node_at("enterprises.chengdu"), node_at("births.chengdu")
FEWER = (
    "1,000 of 1,000,000 futures are used: all of them would take long and hardly change the answer."
)


@pytest.fixture
def million():
    asked = Weighing(Scenario(futures=1_000_000), 71, ROOT, (CAUSE,), ())
    return Weighed(asked, {CAUSE: Weight(0.5, 0.05)}, (), 1000, 64)


def test_that_shares_of_a_million_futures_say_why_they_rest_on_fewer(million):
    assert spread_text(million) == sentences((measure_text(million), FEWER))


def test_that_shares_of_all_futures_say_no_more(million):
    asked = replace(million.asked, scenario=Scenario(futures=1000))
    assert spread_text(replace(million, asked=asked)) == measure_text(million)


def test_that_where_nothing_has_a_share_nothing_is_said(million):
    assert spread_text(replace(million, weights={})) == ""
