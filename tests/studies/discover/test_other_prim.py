"""PRIM peels, pastes and goes on in the rest as that of the Platypus project, run beside it."""

import numpy as np
import pytest

from planner.studies.discover.covering import chances_of
from planner.studies.discover.peeling import Rules, inside, trajectory
from tests.some import some
from tests.studies.discover.other_prim import bounds, peeler, steps
from tests.studies.discover.published import published

TENTH = Rules(alpha=0.1)
WIDE = Rules(alpha=0.15, pasted=0.1, least_mass=0.1)


def test_that_every_step_of_the_published_example_is_the_same():
    _, values, cases = published()
    other = peeler(values, cases, peel_alpha=0.1).find_box()
    boxes = trajectory(values, cases, TENTH)
    assert _steps(boxes) == some(steps(other))
    assert _bounds(boxes) == [bounds(other, number) for number in range(len(boxes))]


def test_that_bounds_of_the_published_example_are_as_likely_by_chance():
    _, values, cases = published()
    other = peeler(values, cases, peel_alpha=0.1).find_box()
    other.select(21)
    told = {int(name): chance for name, chance in other.limits["qp values"].items()}

    found = chances_of(values, cases, trajectory(values, cases, TENTH)[21], _all(cases))
    assert len(told) == 4
    assert {column: chance for (column, _), chance in found.items()} == pytest.approx(told)


@pytest.mark.parametrize("seed", range(6))
def test_that_every_step_of_random_cases_is_the_same_with_what_is_pasted(seed):
    values, cases = _sample(seed, is_coarse=seed % 2 == 1)
    boxes = trajectory(values, cases, WIDE)
    other = _wide(values, cases).find_box()
    assert _steps(boxes) == some(steps(other))
    assert _bounds(boxes) == [bounds(other, number) for number in range(len(boxes))]


def test_that_some_of_these_boxes_are_pasted():
    counts = [[each.inside for each in _peeled(seed)] for seed in range(6)]
    assert any(inner != sorted(inner, reverse=True) for inner in counts)


def test_that_the_next_box_is_sought_in_the_rest_as_the_other_one_does():
    values, cases = _sample(7)
    search = _wide(values, cases)
    search.find_box()
    first = trajectory(values, cases, WIDE)[-1]
    boxes = trajectory(values, cases, WIDE, ~inside(values, first))
    assert _steps(boxes) == some(steps(search.find_box()))


def _peeled(seed):
    values, cases = _sample(seed)
    return trajectory(values, cases, WIDE)


def _wide(values, cases):
    return peeler(
        values,
        cases,
        peel_alpha=WIDE.alpha,
        paste_alpha=WIDE.pasted,
        mass_min=WIDE.least_mass,
    )


def _steps(boxes):
    return [(each.inside, each.cases, len(each.restricted)) for each in boxes]


def _bounds(boxes):
    return [(tuple(each.low.tolist()), tuple(each.high.tolist())) for each in boxes]


def _all(cases):
    return np.ones(len(cases), np.bool_)


def _sample(seed, *, is_coarse=False):
    draws = np.random.default_rng(seed)
    values = draws.random((5, 300))
    if is_coarse:
        values = np.round(values, 1)
    likely = np.where((values[1] < 0.45) & (values[2] > 0.3), 0.8, 0.15)
    return values, draws.random(300) < likely
