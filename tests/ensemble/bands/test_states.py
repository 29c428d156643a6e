"""What is counted: shares of futures by state, exact however the futures come, never a quantile."""

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble import many
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Projection, Request, requests_of
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Scenario
from tests.some import some

COUNTED = [row for row in model().outcomes.values() if row.is_counted]
STATES = [
    request for row in COUNTED for element in row.elements for request in requests_of(row, element)
]
USUAL = Scenario(futures=200)


@pytest.fixture(scope="module")
def shares() -> Projection:
    projector = Projector()
    projector.warm_up()
    return projector.project(USUAL, STATES)


def test_that_a_share_is_the_part_of_the_futures_with_that_code(shares: Projection) -> None:
    warm_up_kernel()
    pairs = tuple(dict.fromkeys((request.outcome, request.element) for request in STATES))
    run = run_batch(draw(USUAL, USUAL.futures), Clock(), pairs)
    assert STATES
    for request in STATES:
        code = model().outcomes[request.outcome].state(request.state).code
        inside = run.futures_of((request.outcome, request.element)) == code
        np.testing.assert_allclose(shares.series[request].line, inside.mean(axis=-1), atol=1e-12)


def test_that_the_shares_of_an_element_are_all_futures(shares: Projection) -> None:
    for row in some(COUNTED):
        for element in some(row.elements):
            lines = [shares.series[each].line for each in requests_of(row, element)]
            np.testing.assert_allclose(np.sum(lines, axis=0), 1.0, atol=1e-12)
            assert sum(float(line.max()) > 0 for line in some(lines)) > 1


def test_that_a_state_has_no_band_and_its_center_tells_of_one_run(shares: Projection) -> None:
    for request in some(STATES):
        series = shares.series[request]
        assert series.bands is None
        assert set(np.unique(series.center)) <= {0.0, 1.0}


def test_that_futures_counted_piece_by_piece_give_the_same_shares(
    shares: Projection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "fits", lambda *_: False)
    for beside in ((), (Request("enterprises"), Request("rent", "cloud"))):
        pieces = Projector().project(USUAL, (*beside, *STATES))
        for request in some(STATES):
            np.testing.assert_array_equal(pieces.series[request].line, shares.series[request].line)


def test_that_codes_are_never_told_as_numbers() -> None:
    asked = all_requests()
    for row in COUNTED:
        assert {each.state for each in asked if each.outcome == row.key} == {
            state.key for state in row.states
        }
        with pytest.raises(KeyError):
            Projector().project(USUAL, [Request(row.key, row.elements[0])], bands=False)
    with pytest.raises(KeyError, match="weather"):
        Projector().project(USUAL, [Request("limit", "cloud", state="weather")], bands=False)


def test_that_a_run_without_futures_tells_the_state_of_the_central_one() -> None:
    run = Projector().project(USUAL, STATES, bands=False)
    for row in some(COUNTED):
        for element in some(row.elements):
            lines = [run.series[each].line for each in requests_of(row, element)]
            np.testing.assert_array_equal(np.sum(lines, axis=0), 1.0)
