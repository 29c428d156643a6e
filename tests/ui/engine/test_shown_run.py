"""The run on screen: one frozen value, published once; what is said of it needs no window."""

from dataclasses import FrozenInstanceError, replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.studies.cards import GENERAL
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.views.center.display import CenterInputs, center_display
from ui.views.status_display import run_in_words
from ui.wording.numbers import ENGLISH_NUMERALS

FASTER = with_lever(Scenario(futures=20, last_year=2032), "network_build_time", 2.0)


@pytest.fixture(scope="module")
def run() -> ShownRun:
    return ShownRun(_of(FASTER), _of(baseline_under(FASTER)))


def _of(scenario: Scenario) -> Projection:
    return Projector().project(scenario, CenterInputs().requests)


def _display(inputs: CenterInputs):
    return center_display(inputs, ENGLISH_NUMERALS)


def test_that_nobody_changes_a_run_that_is_on_screen(run):
    with pytest.raises(FrozenInstanceError):
        run.own = 3


def test_that_a_run_is_published_to_all_and_kept_by_its_owner(run):
    published = Published()
    seen: list[object] = []
    assert published.run is None
    published.changed.connect(seen.append)
    published.changed.connect(lambda each: seen.append(published.run is each))
    published.publish(run)
    assert seen == [run, True]


def test_that_a_run_with_the_levers_of_its_baseline_has_no_other_levers(run):
    assert run.has_other_levers
    assert not replace(run, projection=run.baseline).has_other_levers


def test_that_others_stand_between_the_scenario_and_its_baseline(run):
    other = _of(replace(FASTER, title="Another"))
    runs = replace(run, others=((other, 4),)).projections
    assert runs == (run.projection, other, run.baseline)


def test_that_cards_have_dots_and_the_usual_years_before_the_first_run():
    display = _display(CenterInputs())
    assert (display.year, display.last_year) == (2030, 2035)
    assert [card.value for card in display.cards] == ["…"] * len(GENERAL)


def test_that_the_year_is_the_wished_one_as_far_as_the_run_goes(run):
    years = {
        wished: _display(CenterInputs(run=run, wished_year=wished)).year
        for wished in (2020, 2031, 2039)
    }
    assert years == {2020: 2025, 2031: 2031, 2039: 2032}


def test_that_cards_say_the_run_against_its_baseline(run):
    told = {card.title: card for card in _display(CenterInputs(run=run)).cards}
    assert len(told) == len(GENERAL)
    assert "…" not in {card.value for card in told.values()}
    assert any(card.is_moved and card.difference_span and card.whisker for card in told.values())
    same = CenterInputs(run=replace(run, projection=run.baseline))
    assert {card.difference for card in _display(same).cards} == {""}, (
        "the baseline differs from nothing"
    )


def test_that_the_same_inputs_give_the_same_display(run):
    assert _display(CenterInputs(run=run, wished_year=2031)) == _display(
        CenterInputs(run=run, wished_year=2031)
    )


def test_that_the_status_bar_says_how_many_futures_are_still_to_come(run):
    told = run_in_words(run.projection, ENGLISH_NUMERALS)
    assert told.futures.startswith("20 futures ")
    assert told.tip
    few = run_in_words(replace(run.projection, futures=8), ENGLISH_NUMERALS)
    assert few.futures.startswith("8 of 20 futures ")
    none = run_in_words(replace(run.projection, futures=0), ENGLISH_NUMERALS)
    assert none.futures == "center lines only"
    assert none.tip.startswith("Seed "), "no draws are told where nothing was drawn"
