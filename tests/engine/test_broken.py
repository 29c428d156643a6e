"""Both engines note from which month on a future breaks the law of stocks, and which stock does."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from planner.engine import run as engine
from planner.engine.batch import Batch
from planner.engine.breaks import first_break
from planner.engine.broken import Broken, joined
from planner.engine.clock import Clock
from planner.engine.interpret import interpret, keeps_the_law
from planner.engine.kernel.runtime.buffers import make_buffer
from planner.engine.kernel.runtime.launch import pad_batch, run_kernel
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Scenario
from tests.breaking_scenarios import (
    BREAKS_LATE,
    CENTER_BREAKS,
    DEARTH_BREAKS,
    any_allowed,
)
from tests.many_futures import random_batch

ENTERPRISES_WITHOUT = ("enterprises_added_by_vouchers", "")
WANTED = (ENTERPRISES_WITHOUT,)


def by_kernel(batch: Batch, clock: Clock) -> np.ndarray:
    out = make_buffer(batch.futures, clock, WANTED, np.float64)
    since = np.empty(out.shape[0] * out.shape[3])
    run_kernel(pad_batch(batch), clock, WANTED, out=out, broken=since)
    return since[: batch.futures]


def by_interpreter(batch: Batch, clock: Clock) -> np.ndarray:
    since = np.empty(batch.futures)
    interpret(batch, clock, ("enterprises_added",), since)
    return since


@pytest.mark.parametrize(
    ("scenario", "steps", "alike"),
    [(CENTER_BREAKS, 3, 1.0), (BREAKS_LATE, 1, 1.0), (DEARTH_BREAKS, 1, 0.97)],
)
def test_that_both_engines_note_the_same_month(
    scenario: Scenario, steps: int, alike: float
) -> None:
    """The kernel multiplies in another order, and so may outgrow all numbers some months apart."""
    warm_up_kernel()
    clock = Clock(steps_per_month=steps)
    batch = draw(scenario, 300, clock)
    noted = by_kernel(batch, clock)
    assert 20 < np.isfinite(noted).sum() < 300
    assert np.mean(noted == by_interpreter(batch, clock)) >= alike


def test_that_the_noted_month_is_the_first_at_which_a_stock_is_negative_or_not_finite() -> None:
    batch, clock = draw(CENTER_BREAKS, 100), Clock()
    since = by_kernel(batch, clock)
    lawful = np.ones((clock.months, batch.futures), bool)
    for name, path in interpret(batch, clock, model().stocks).items():
        kept = (path >= 0) | model().equations[name].signed
        kept &= np.isfinite(path)
        lawful &= kept if kept.ndim == 2 else kept.all(axis=1)
    broken = ~lawful.all(axis=0)
    assert broken.sum() > 20
    assert (since[broken] <= np.argmin(lawful[:, broken], axis=0)).all()
    assert (since[broken] == np.argmin(lawful[:, broken], axis=0)).sum() > 20


def test_that_nothing_is_noted_of_futures_that_keep_the_law() -> None:
    warm_up_kernel()
    batch = random_batch(2000, 11)
    assert np.isinf(by_kernel(batch, Clock())).all()
    assert np.isinf(by_interpreter(replace(batch, drawn=batch.drawn[:, :200]), Clock())).all()
    assert run_batch(batch, Clock(), WANTED).broken is None


def test_that_a_run_is_broken_whatever_is_asked_of_the_world_with_vouchers() -> None:
    warm_up_kernel()
    batch = draw(CENTER_BREAKS, 300)
    wanted = ((("chip_shortage", ""),), (("rent", "cloud"),))
    one, other = (run_batch(batch, Clock(), each).broken for each in wanted)
    assert one is not None
    assert other is not None
    np.testing.assert_array_equal(one.since, other.since)


def test_that_the_world_without_vouchers_breaks_nothing_where_nobody_asks_for_it() -> None:
    warm_up_kernel()
    batch = draw(DEARTH_BREAKS, 1500)
    both = run_batch(batch, Clock(), WANTED).broken
    one = run_batch(batch, Clock(), (("chip_shortage", ""),)).broken
    assert both is not None
    assert one is not None
    assert (both.since <= one.since).all()
    assert (both.since < one.since).any()


def test_that_the_stock_told_of_is_the_one_that_breaks_first() -> None:
    warm_up_kernel()
    broken = run_batch(draw(CENTER_BREAKS, 20), Clock(), WANTED).broken
    assert broken is not None
    found = first_break(broken)
    assert (found.variable, found.element, found.month) == ("domestic_capacity", "", 107)
    assert not found.negative
    path = interpret(broken.told, Clock(), ("domestic_capacity",))["domestic_capacity"][:, 0]
    assert np.isfinite(path[106])
    assert np.isinf(path[107])


def test_that_a_break_in_the_world_without_vouchers_is_told_as_one() -> None:
    warm_up_kernel()
    broken = run_batch(draw(DEARTH_BREAKS, 1500), Clock(), WANTED).broken
    assert broken is not None
    assert np.isinf(broken.center)
    assert first_break(broken).without


def test_that_the_slow_engine_tells_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    warm_up_kernel()
    batch = draw(CENTER_BREAKS, 30)
    fast = run_batch(batch, Clock(), WANTED).broken
    monkeypatch.setattr(engine, "_ready", Event())
    slow = run_batch(batch, Clock(), WANTED).broken
    assert fast is not None
    assert slow is not None
    np.testing.assert_array_equal(fast.since, slow.since)
    assert first_break(slow) == first_break(fast)


def test_that_pieces_of_a_run_join_to_what_the_whole_run_breaks() -> None:
    warm_up_kernel()
    batch = draw(BREAKS_LATE, 300)
    whole = run_batch(batch, Clock(), WANTED).broken
    pieces: list[tuple[int, Broken | None]] = []
    for begin in (0, 100, 200):
        lanes = [0, *range(begin + 1, begin + 101)]
        part = run_batch(replace(batch, drawn=batch.drawn[:, lanes]), Clock(), WANTED)
        pieces.append((100, part.broken))
    found = joined(pieces)
    assert whole is not None
    assert found is not None
    np.testing.assert_array_equal(found.since, whole.since)
    assert first_break(found) == first_break(whole)
    assert joined([(100, None)]) is None


def test_that_no_allowed_inputs_break_in_either_engine() -> None:
    warm_up_kernel()
    for seed in (27, 219, 300, 301):
        scenario = any_allowed(seed)
        batch, clock = draw(scenario, 20), Clock(scenario.last_year)
        assert np.isinf(by_kernel(batch, clock)).all()
        assert np.isinf(by_interpreter(batch, clock)).all()


def test_that_only_a_signed_stock_may_be_negative_and_none_infinite() -> None:
    equations = model().equations
    signed = {"enterprises": replace(equations["enterprises"], signed=True)}
    values = {"enterprises": np.array([[1.0, -1.0, np.inf, -np.inf, np.nan]])}
    lawful = keeps_the_law(values, {**equations, **signed})
    assert lawful.tolist() == [True, True, False, False, False]
    assert keeps_the_law(values, equations).tolist() == [True, False, False, False, False]
