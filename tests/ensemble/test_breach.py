"""What breaks a law of the model is told in one sentence, and is no number any more."""

from math import inf, nan

import numpy as np
import pytest

from planner.engine.breaks import Break
from planner.engine.clock import month_labels
from planner.ensemble import runs
from planner.ensemble.bands import stream
from planner.ensemble.breach import Breach, are_lawful, enough, first_unlawful
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.scenario import Scenario
from tests.breaking_scenarios import BREAKS_LATE, CENTER_BREAKS, SOME_BREAK, any_allowed

ENTERPRISES = Request("enterprises")


@pytest.fixture(scope="module")
def projector() -> Projector:
    made = Projector()
    made.warm_up()
    return made


def banded() -> list[Request]:
    """Return a request of every outcome that has bands: all but those whose states are counted."""
    return [each for each in all_requests() if not each.state]


def lawless(projection: Projection) -> list[tuple[str, str]]:
    """Return the absolute series with a value that breaks its outcome's law."""
    found = []
    for request, series in projection.series.items():
        outcome = model().outcomes[request.outcome]
        assert series.bands is not None
        values = np.vstack((series.center, series.bands))
        if not outcome.keeps_law(values)[~np.isnan(values)].all():
            found.append((request.outcome, request.element))
    return found


def test_that_one_sentence_names_the_month_and_the_quantity(projector: Projector) -> None:
    breach = projector.project(CENTER_BREAKS, [ENTERPRISES]).breach
    assert breach is not None
    assert breach.sentence == (
        "The model breaks down under these inputs: domestic capacity would be no finite number "
        "in Dec 2033; the center line ends there, 17 of 20 futures are left out and bands end in "
        "Nov 2032."
    )


def test_that_the_sentence_is_the_same_whatever_is_asked_of_a_world(projector: Projector) -> None:
    one = projector.project(BREAKS_LATE, [Request("alibaba_capex")]).breach
    compared = "enterprises_added_by_vouchers", "public_cost_per_added_enterprise"
    requests = [each for each in banded() if each.outcome not in compared]
    all_of_it = projector.project(BREAKS_LATE, requests).breach
    assert one is not None
    assert one == all_of_it


def test_that_nothing_is_told_of_a_run_that_keeps_the_laws(projector: Projector) -> None:
    projection = projector.project(Scenario(futures=100), banded())
    assert projection.breach is None
    assert not lawless(projection)


@pytest.mark.parametrize("scenario", [CENTER_BREAKS, BREAKS_LATE])
def test_that_lines_and_bands_end_where_the_law_is_broken(
    projector: Projector, scenario: Scenario
) -> None:
    projection = projector.project(scenario, banded())
    breach = projection.breach
    assert breach is not None
    assert breach.bands_end is not None
    assert not lawless(projection)
    for request, series in projection.series.items():
        assert series.bands is not None
        assert np.isnan(series.center[breach.first.month :]).all()
        assert np.isnan(series.bands[:, breach.bands_end :]).all()
        if not model().outcomes[request.outcome].may_be_unbounded:
            assert np.isfinite(series.center[: breach.first.month]).all()
            assert np.isfinite(series.bands[:, : breach.bands_end]).all()


def test_that_views_against_the_baseline_end_with_the_baseline(projector: Projector) -> None:
    views = [Request("enterprises", "", "difference"), Request("enterprises", "", "percent")]
    projection = projector.project(CENTER_BREAKS, views)
    assert projection.breach is not None
    for request in views:
        series = projection.series[request]
        assert np.isnan(series.center[projection.breach.first.month :]).all()
        assert series.bands is not None
        assert np.isnan(series.bands[:, -1]).all()


def test_that_bands_hold_the_whole_futures_while_few_are_missing(projector: Projector) -> None:
    projection = projector.project(SOME_BREAK, [ENTERPRISES])
    breach, bands = projection.breach, projection.series[ENTERPRISES].bands
    assert breach is not None
    assert bands is not None
    assert not breach.ends_center
    assert np.isfinite(projection.series[ENTERPRISES].center).all()
    begins, ends = breach.first.month, breach.bands_end
    assert ends is not None
    assert begins < ends
    assert np.isfinite(bands[:, begins:ends]).all()
    assert np.isnan(bands[:, ends:]).all()


@pytest.mark.parametrize("scenario", [CENTER_BREAKS, SOME_BREAK])
def test_that_counted_bands_end_where_exact_ones_do(
    projector: Projector, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = [ENTERPRISES, Request("rent", "cloud"), Request("used_compute", "", "difference")]
    exact = projector.project(scenario, requests, futures=600)
    monkeypatch.setattr(runs, "LARGEST_RUN", 0)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 256)
    counted = projector.project(scenario, requests, futures=600)
    assert counted.breach == exact.breach
    for request in requests:
        one, other = counted.series[request].bands, exact.series[request].bands
        assert one is not None
        assert other is not None
        np.testing.assert_array_equal(np.isnan(one), np.isnan(other))
        whole = ~np.isnan(other[0])
        size = np.ptp(other[:, whole], axis=0) + 1e-6 * np.abs(other[:, whole]).max()
        assert (np.abs(one - other)[:, whole] <= 2e-3 * size).all()


def test_that_no_allowed_inputs_give_a_number_that_breaks_a_law(projector: Projector) -> None:
    for seed in (*range(24, 30), 219, 360):
        projection = projector.project(any_allowed(seed), banded())
        assert projection.breach is None, seed
        assert not lawless(projection), seed


def test_that_one_in_twenty_futures_may_be_missing_from_bands() -> None:
    assert enough(19, 20)
    assert not enough(18, 20)
    assert enough(950, 1000)
    assert not enough(949, 1000)


def test_that_an_outcome_alone_can_break_its_own_law() -> None:
    share = model().outcomes["utilization"]
    found = first_unlawful(share, "cloud", np.array([0.5, 1.0 + 1e-9, 1.2, inf]), until=inf)
    assert found == Break(2, "utilization", "cloud", negative=False)
    negative = first_unlawful(model().outcomes["rent"], "cloud", np.array([0.5, -1.0]), until=inf)
    assert negative == Break(1, "rent", "cloud", negative=True)
    assert first_unlawful(share, "", np.array([0.5, nan]), until=1) is None
    cost = model().outcomes["public_cost_per_added_enterprise"]
    assert first_unlawful(cost, "", np.array([nan, inf, 3.0]), until=inf) is None


def test_that_the_sentence_says_what_is_left_out_and_no_more() -> None:
    first = Break(13, "perceived_price", "beijing", negative=False, without=True)
    assert Breach(first, ends_center=False, left_out=1, futures=1000).sentence == (
        "The model breaks down under these inputs: perceived price, Beijing, without vouchers "
        "would be no finite number in Feb 2026; 1 of 1,000 futures is left out."
    )
    assert Breach(Break(0, "rent", "cloud", negative=True), ends_center=True).sentence == (
        "The model breaks down under these inputs: Compute rent, Hyperscale clouds would be "
        "below zero in Jan 2025; the center line ends there."
    )


def test_that_months_are_named_as_everywhere() -> None:
    assert month_labels(14)[13] == "2026-02"


def test_that_lines_looked_at_together_keep_the_laws_that_each_keeps_alone() -> None:
    pairs = tuple(
        (row.key, element) for row in model().outcomes.values() for element in row.elements
    )
    bounds = np.array(
        [(model().outcomes[key].least, model().outcomes[key].most) for key, _ in pairs]
    )
    within = np.clip(0.5, *bounds.T)
    assert are_lawful(np.array([within, within]), pairs)
    found = set()
    for place, (key, _) in enumerate(pairs):
        for value in (nan, inf, -inf, -1e9, bounds[place, 1] + 1.0, within[place] + 0.25):
            lines = np.array([within, within])
            lines[1, place] = value
            alone = bool(model().outcomes[key].keeps_law(lines[:, place]).all())
            assert are_lawful(lines, pairs) == alone, (key, value)
            found.add(alone)
    assert found == {True, False}
