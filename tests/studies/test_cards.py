"""Cards as rows: which the model knows, where they are, what they need from a run."""

import pytest

from planner.ensemble.many import Projector
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.studies.cards import (
    GENERAL,
    MOST_CARDS,
    SETS,
    Card,
    element_of,
    follows,
    is_known,
    requests_of_card,
)


@pytest.mark.parametrize("key", SETS)
def test_that_every_ready_set_is_of_cards_that_the_model_knows(key):
    assert 4 <= len(SETS[key]) <= MOST_CARDS
    assert all(map(is_known, SETS[key]))
    assert len(set(SETS[key])) == len(SETS[key])


def test_that_a_card_of_what_the_model_has_not_is_not_known():
    assert not is_known(Card("gone"))
    assert not is_known(Card("enterprises", "atlantis"))
    assert not is_known(Card("rent", "")), "there is no rent of the whole"
    assert is_known(Card("rent"))


def test_that_a_card_follows_the_window_as_far_as_its_outcome_knows_the_place():
    assert element_of(Card("enterprises")) == ""
    assert element_of(Card("enterprises"), ("chengdu",)) == "chengdu"
    assert element_of(Card("enterprises", "beijing"), ("chengdu",)) == "beijing"
    assert element_of(Card("used_compute"), ("chengdu",)) == ""
    assert element_of(Card("rent"), ("chengdu",)) == "cloud"
    assert element_of(Card("enterprises"), ("shanghai", "chengdu")) == "shanghai+chengdu"
    assert element_of(Card("sme_price"), ("shanghai", "chengdu")) == "shanghai", "no sum of prices"
    assert not follows(Card("used_compute"), ("chengdu",))


def test_that_any_outcome_of_the_model_may_be_a_card_and_has_its_numbers():
    rows = model().outcomes.values()
    asked = [each for row in rows for each in requests_of_card(row, row.elements[0])]
    run = Projector().project(Scenario(futures=20, last_year=2026), asked)
    assert len(run.series) == len(asked) > 2 * len(rows) - 1


def test_that_the_first_cards_are_a_ready_set():
    assert SETS["general"] == GENERAL
