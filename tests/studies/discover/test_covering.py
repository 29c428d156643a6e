"""Boxes are told that hold most cases by few bounds, none of which may be there by chance."""

import numpy as np
import pytest

from planner.ensemble.progress import to_the_end
from planner.studies.discover.covering import BOUNDED_AT_MOST, BOXES_AT_MOST, CHANCE, covering
from tests.some import some


def test_that_a_planted_box_is_found_among_many_inputs():
    values, cases = _planted(1)
    (found, *_) = to_the_end(covering(values, cases))

    assert found.box.restricted == (3, 11)
    assert found.box.high[3] == pytest.approx(0.4, abs=0.03)
    assert found.box.low[11] == pytest.approx(0.5, abs=0.03)
    assert found.box.density > 0.85
    assert found.box.cases / cases.sum() > 0.75


def test_that_two_planted_boxes_are_found_one_after_the_other():
    values = np.random.default_rng(2).random((10, 3000))
    cases = ((values[0] < 0.3) & (values[1] < 0.6)) | ((values[5] > 0.8) & (values[0] > 0.5))
    found = to_the_end(covering(values, cases))
    assert len(found) >= 2
    assert found[0].box.restricted == (0, 1)
    assert set(found[1].box.restricted) == {0, 5}
    assert sum(each.box.cases for each in found) <= cases.sum()


def test_that_boxes_are_few_and_have_few_bounds_that_are_no_chance():
    values, cases = _planted(3)
    found = some(to_the_end(covering(values, cases)))
    assert len(found) <= BOXES_AT_MOST
    for each in found:
        assert 0 < len(each.box.restricted) <= BOUNDED_AT_MOST
        assert max(each.chances.values()) <= CHANCE


def test_that_the_peeling_begins_with_all_cases():
    values, cases = _planted(4)
    (found, *_) = to_the_end(covering(values, cases))
    coverage, density = found.peeled[0]
    assert coverage == 1
    assert density == pytest.approx(cases.mean())
    told = [found.box.cases / cases.sum(), found.box.density]
    assert min(np.abs(np.array(each) - told).max() for each in found.peeled) < 1e-12


def test_that_where_cases_are_everywhere_alike_at_most_a_weak_box_is_told():
    draws = np.random.default_rng(5)
    values, cases = draws.random((20, 1000)), draws.random(1000) < 0.3
    found = to_the_end(covering(values, cases))
    densities = [each.box.density for each in found]
    assert max(densities, default=0.0) < 0.6


def test_that_nothing_is_told_of_one_input_that_says_nothing():
    cases = np.arange(400) % 2 == 0
    assert to_the_end(covering(np.zeros((1, 400)), cases)) == ()


def _planted(seed):
    draws = np.random.default_rng(seed)
    values = draws.random((30, 2000))
    planted = (values[3] < 0.4) & (values[11] > 0.5)
    return values, np.where(planted, draws.random(2000) < 0.95, draws.random(2000) < 0.05)
