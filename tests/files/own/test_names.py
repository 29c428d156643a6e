"""Places and outcomes as those who count them call them."""

import pytest

from planner.files.own.names import key_named, place_named
from planner.model.graph import model
from planner.model.indices import AREAS, LABELS
from tests.some import some


def test_that_every_place_is_known_by_key_and_name() -> None:
    for area in some(AREAS):
        assert place_named(area) == place_named(LABELS[area].upper()) == area


@pytest.mark.parametrize(
    ("said", "place"), [("成都市", "chengdu"), ("Pechino", "beijing"), ("全国", ""), ("", "")]
)
def test_that_places_are_known_in_other_languages(said: str, place: str) -> None:
    assert place_named(said) == place


def test_that_every_outcome_and_lever_is_known_by_key_and_label() -> None:
    for key in some((*model().levers, *model().outcomes)):
        assert key_named(key) == key
        assert key_named(key.replace("_", " ").title()) == key
    for key, row in some(model().outcomes.items()):
        assert key_named(row.label) == key


def test_that_what_cities_count_is_known_in_chinese_and_italian() -> None:
    assert key_named("人工智能企业数") == key_named("numero di imprese") == "enterprises"
    assert key_named("算力券预算") == "voucher_budget"
    assert key_named("Chengde") is place_named("Chengde") is None
