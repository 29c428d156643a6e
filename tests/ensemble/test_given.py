"""Futures that somebody else chose: what they give, in whatever order they are told."""

import numpy as np
import pytest

from planner.ensemble.given import given_futures, values_at
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, ScenarioError

NAMES = ("crowd_in", "enterprises_2025.henan")
REQUESTS = (Request("used_compute"), Request("enterprises", "henan"))


def _run(names, values):
    return to_the_end(given_futures(Scenario(), names, np.array(values, float), REQUESTS))


def test_that_the_order_of_names_makes_no_difference():
    values = values_at(Scenario(), NAMES, np.random.default_rng(3).random((2, 20)))
    assert np.array_equal(_run(NAMES, values), _run(NAMES[::-1], values[::-1]))


def test_that_each_future_is_as_if_it_were_run_alone():
    values = values_at(Scenario(), NAMES, np.random.default_rng(4).random((2, 5)))
    together = _run(NAMES, values)
    assert together.shape == (2, 11, 5)
    assert len(np.unique(together[1, -1])) == 5
    for place in range(5):
        assert np.array_equal(together[..., [place]], _run(NAMES, values[:, [place]]))


def test_that_progress_is_told_and_ends_with_all():
    values = values_at(Scenario(), NAMES, np.full((2, 9000), 0.5))
    shares = list(given_futures(Scenario(), NAMES, values, REQUESTS))
    assert len(shares) == 3
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_that_a_name_of_no_assumption_is_refused():
    with pytest.raises(ScenarioError, match="there is no assumption"):
        _run(("nothing",), [[1.0]])
