"""Elements taken together: how they are written, and which outcomes add up."""

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.scenario import Scenario
from planner.model.sums import (
    can_be_asked,
    is_sum,
    label_of,
    members,
    others_in_words,
    others_of,
    sums_of,
    together,
    with_sums,
)
from tests.some import some


def test_that_a_sum_is_written_in_the_order_of_the_model_whatever_it_is_made_of():
    assert together(["henan", "beijing"]) == "beijing+henan"
    assert members("beijing+henan") == ("beijing", "henan")
    assert members("") == ("",)
    assert is_sum("beijing+henan")
    assert not is_sum("beijing")


def test_that_the_others_of_some_areas_are_all_the_rest():
    assert others_of(("chengdu",)) == "beijing+shanghai+shenzhen+ningbo+shandong+henan"
    assert set(members(others_of(AREAS[:3]))) == set(AREAS[3:])
    assert others_in_words(others_of(("chengdu",))) == "the other six places"
    assert label_of(others_of(("chengdu", "henan"))) == "Other five places (without Chengdu, Henan)"
    assert label_of("chengdu") == "Chengdu"
    assert label_of("beijing+henan") == "Beijing + Henan"


def test_that_some_areas_have_the_sum_of_them_and_that_of_all_others():
    assert sums_of(()) == ()
    assert sums_of(("chengdu",)) == (others_of(("chengdu",)),)
    assert sums_of(("beijing", "henan")) == ("beijing+henan", others_of(("beijing", "henan")))


def test_that_sums_stand_behind_the_elements_of_an_outcome_that_adds_up():
    outcomes = model().outcomes
    sums = ("beijing+henan", "beijing", "", "beijing+henan")
    enterprises, rent = outcomes["enterprises"], outcomes["rent"]
    assert with_sums(enterprises, sums) == (*enterprises.elements, "beijing+henan")
    assert with_sums(rent, sums) == rent.elements


def test_that_only_what_adds_up_may_be_asked_for_by_a_sum():
    outcomes = model().outcomes
    others = others_of(("chengdu",))
    assert can_be_asked(outcomes["enterprises"], others)
    assert can_be_asked(outcomes["voucher_spend"], others)
    for key in ("public_cost_per_added_enterprise", "voucher_budget_used", "sme_price", "rent"):
        assert not can_be_asked(outcomes[key], others), key
    for element in ("henan+beijing", "beijing+atlantis", "+beijing", "beijing+", "cloud+centers"):
        assert not can_be_asked(outcomes["enterprises"], element), element


def test_that_parts_of_every_outcome_that_adds_up_make_the_whole():
    adding = some(row for row in model().outcomes.values() if row.adds_up)
    asked = [
        Request(row.key, element) for row in adding for element in ("", together(row.elements))
    ]
    run = Projector().project(Scenario(), asked, bands=False)
    for row in adding:
        parts, whole = (run.series[Request(row.key, each)] for each in (together(row.elements), ""))
        np.testing.assert_allclose(
            parts.center, whole.center, rtol=1e-4, atol=1e-6, err_msg=row.key
        )


@pytest.mark.parametrize("element", ["beijing+atlantis", "henan+beijing"])
def test_that_the_projector_refuses_a_sum_it_does_not_know(element: str):
    with pytest.raises(KeyError):
        Projector().project(Scenario(), [Request("enterprises", element)], bands=False)
