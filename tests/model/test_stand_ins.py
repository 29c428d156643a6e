"""Names of places that the model does not have, and what is said to stand for them."""

import pytest

from planner.model.indices import AREAS, LABELS
from planner.model.stand_ins import STAND_INS, area_named, names_of, stand_in_for
from tests.some import some


@pytest.mark.parametrize("typed", ["Guizhou", "guizhou", "贵州", "贵州省", " GUIZHOU "])
def test_that_guizhou_is_told_to_be_among_the_centers(typed: str):
    found = stand_in_for(typed)
    assert found is not None
    assert found.sentence == (
        "Guizhou is not a place of its own here. Its centers are among the “Local and western "
        "centers” of all of China; enterprises and vouchers are not counted there."
    )


@pytest.mark.parametrize(
    ("typed", "ending"),
    [
        ("Ningxia", "not counted there."),
        ("内蒙古自治区", "not counted there."),
        ("Inner Mongolia", "not counted there."),
        ("gansu", "not counted there."),
        ("杭州", "its compute is part of all of China."),
        ("Guangzhou", "its compute is part of all of China."),
        ("Qingdao", "It is part of Shandong."),
        ("sichuan", "in Chengdu are counted; its compute is part of all of China."),
        ("xi'an", "not counted there."),
        ("guang", "its compute is part of all of China."),
    ],
)
def test_that_places_are_told_what_stands_for_them(typed: str, ending: str):
    found = stand_in_for(typed)
    assert found is not None
    assert found.sentence.endswith(ending)


@pytest.mark.parametrize("typed", ["", "g", "gu", "贵", "Atlantis", "chengdu"])
def test_that_nothing_is_made_up_for_other_words(typed: str):
    assert stand_in_for(typed) is None


@pytest.mark.parametrize("typed", ["chengdu", "Chengdu", "成都", "成都市", " CHENGDU"])
def test_that_an_area_is_found_by_each_of_its_names(typed: str):
    assert area_named(typed) == "chengdu"
    assert area_named("Guizhou") is None


def test_that_each_name_stands_once_and_none_is_an_areas():
    names = some(name.casefold() for row in STAND_INS for name in row.names)
    areas = {name.casefold() for area in AREAS for name in names_of(area)}
    assert len(names) == len(set(names))
    assert not areas & set(names)


def test_that_each_area_that_stands_for_a_place_is_there():
    for row in some(STAND_INS):
        assert (row.area in AREAS) == (row.kind in ("within", "around")), row.name
        assert "{" not in row.sentence
        assert row.area == "" or LABELS[row.area] in row.sentence
