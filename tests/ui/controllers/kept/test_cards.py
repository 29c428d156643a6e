"""Cards that are kept from day to day are held against what the model knows."""

import pytest

from planner.studies.cards import GENERAL, MOST_CARDS, SETS, Card
from ui.controllers.kept.cards import cards_in, text_of_cards


@pytest.mark.parametrize("key", SETS)
def test_that_cards_come_back_as_they_were(key):
    assert cards_in(text_of_cards(SETS[key])) == SETS[key]


def test_that_a_place_and_a_year_come_back():
    cards = (Card("enterprises", ""), Card("enterprises", "chengdu", 2028), Card("rent"))
    assert text_of_cards(cards) == "enterprises//* enterprises/chengdu/2028 rent/*/*"
    assert cards_in(text_of_cards(cards)) == cards


def test_that_unknown_cards_are_dropped_and_the_others_stay():
    text = "gone/*/* enterprises/atlantis/* rent/cloud/2028 rent/cloud/1999 rent/cloud/2028 rent"
    assert cards_in(text) == (Card("rent", "cloud", 2028),)


@pytest.mark.parametrize(
    "text", ["", "x", "///", "rent//*", "rent/cloud/\N{SUPERSCRIPT TWO}028", "*/*/* */*/*"]
)
def test_that_a_text_without_a_known_card_gives_those_of_a_first_start(text):
    assert cards_in(text) == GENERAL


def test_that_there_are_no_more_cards_than_have_room():
    many = " ".join(f"enterprises/*/{year}" for year in range(2025, 2049))
    assert len(cards_in(many)) == MOST_CARDS


def test_that_a_sum_of_places_comes_back_and_one_that_cannot_be_is_dropped():
    cards = (Card("enterprises", "chengdu+henan"), Card("rent"))
    assert text_of_cards(cards) == "enterprises/chengdu+henan/* rent/*/*"
    assert cards_in(text_of_cards(cards)) == cards
    wrong = "enterprises/henan+chengdu/* rent/cloud+centers/* enterprises/+/* jobs/*/*"
    assert cards_in(wrong) == (Card("jobs"),)
