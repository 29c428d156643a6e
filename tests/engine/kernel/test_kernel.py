"""The compiled kernel gives what the interpreter gives."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.engine import run
from planner.engine.batch import Batch, address_rows, lever_address_rows, single
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.kernel.codegen.target import vector_bits
from planner.engine.kernel.runtime.buffers import make_buffer
from planner.engine.kernel.runtime.launch import pad_batch, run_kernel
from planner.model.graph import model
from planner.model.indices import AREAS, ELEMENTS, address
from planner.model.scenario import Scenario
from tests.many_futures import random_batch, with_random_paths

EVERYTHING = tuple((o.key, e) for o in model().outcomes.values() for e in o.elements)
ROOT = Path(__file__).parents[3]
ADDED = ("enterprises_added_by_vouchers", "public_cost_per_added_enterprise")


def by_interpreter(batch: Batch, clock: Clock) -> np.ndarray:
    """Return every outcome, [months, wanted, futures]."""
    variables = {pair: model().outcomes[pair[0]].variable(pair[1]) for pair in EVERYTHING}
    trace = interpret(batch, clock, tuple(dict.fromkeys(variables.values())))
    paths = [
        trace[name][:, ELEMENTS[model().indices[name]].index(pair[1])] if pair[1] else trace[name]
        for pair, name in variables.items()
    ]
    return np.stack(paths, axis=1)


def by_kernel(batch: Batch, clock: Clock) -> np.ndarray:
    """Return every outcome, [months, wanted, futures]."""
    out = make_buffer(batch.futures, clock, EVERYTHING, np.float64)
    run_kernel(pad_batch(batch), clock, EVERYTHING, out=out)
    flat = out.transpose(1, 2, 0, 3).reshape(clock.months, len(EVERYTHING), -1)
    return flat[:, :, : batch.futures]


def differences(ours: np.ndarray, oracle: np.ndarray) -> dict[tuple[str, str], float]:
    """Return the worst difference per outcome, relative to its size over the future's run.

    What vouchers add is the difference of two counts of enterprises, so its error is taken
    relative to those; the cost per added enterprise inherits it.
    """
    firms = np.max(oracle[:, EVERYTHING.index(("enterprises", ""))], axis=0)
    found = {}
    for place, pair in enumerate(EVERYTHING):
        mine, true = ours[:, place], oracle[:, place]
        both = np.isfinite(true) & np.isfinite(mine)
        error = np.abs(np.where(both, mine - np.where(both, true, 0), 0))
        size = np.max(np.where(both, np.abs(true), 0), axis=0)
        if pair[0] == ADDED[0]:
            size = firms
        elif pair[0] == ADDED[1]:
            money = oracle[:, EVERYTHING.index(("voucher_spend_cumulative", pair[1]))]
            cost = np.where(both & (true > 0), true, 1.0)
            added = np.where(both & (true > 0), money / cost, 0)
            error, size = error / cost * added, firms
        found[pair] = float(np.max(error / np.where(size > 0, size, 1)))
    return found


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 2**31),
    last_year=st.sampled_from([2025, 2029, 2035, 2050]),
    steps=st.sampled_from([1, 2, 3, 7]),
    futures=st.integers(1, 130),
)
def test_that_kernel_and_interpreter_agree_to_a_billionth(
    seed: int, last_year: int, steps: int, futures: int
) -> None:
    clock = Clock(last_year, steps if last_year < 2035 else 1)
    batch = with_random_paths(random_batch(futures, seed, clock), seed)
    worst = differences(by_kernel(batch, clock), by_interpreter(batch, clock))
    assert max(worst.values()) < 1e-9, {k: v for k, v in worst.items() if v >= 1e-9}


UNSURE = [n for n, (key, _) in enumerate(EVERYTHING) if model().outcomes[key].may_be_unbounded]
LIMITS = [n for n, (key, _) in enumerate(EVERYTHING) if model().outcomes[key].sense == "code"]


def without_claims_and_returns(batch: Batch) -> Batch:
    """Return the batch with no vouchers for two years, and half of its AI for nothing."""
    levers, drawn = batch.levers.copy(), batch.drawn.copy()
    levers[:24, [lever_address_rows()[address("voucher_budget", area)] for area in AREAS]] = 0.0
    multiple = np.flatnonzero(batch.drawn_rows == address_rows()["alibaba_ai_multiple"])
    drawn[multiple, ::2] = 0.01
    return replace(batch, levers=levers, drawn=drawn)


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_that_undefined_and_unbounded_values_agree_as_well(seed: int) -> None:
    batch = without_claims_and_returns(with_random_paths(random_batch(64, seed), seed))
    ours, oracle = by_kernel(batch, Clock()), by_interpreter(batch, Clock())
    np.testing.assert_array_equal(np.isnan(ours), np.isnan(oracle))
    np.testing.assert_array_equal(np.isinf(ours), np.isinf(oracle))
    no_number = {EVERYTHING[n][0] for n in UNSURE if not np.isfinite(oracle[:, n]).all()}
    assert no_number == {EVERYTHING[n][0] for n in UNSURE}
    assert np.isfinite(np.delete(oracle, UNSURE, axis=1)).all()


def test_that_both_engines_tell_what_limits_compute_alike() -> None:
    batch = with_random_paths(random_batch(64, 6), 6)
    ours, oracle = by_kernel(batch, Clock())[:, LIMITS], by_interpreter(batch, Clock())[:, LIMITS]
    np.testing.assert_array_equal(ours, oracle)
    assert set(np.unique(oracle)) == {1.0, 2.0, 3.0, 4.0}


NARROW = """
import sys
import numpy as np
from planner.engine.clock import Clock
from planner.engine.kernel.codegen import target
wide = target._features
target._features = lambda: {
    name: on and not name.startswith("avx512") for name, on in wide().items()
}
assert target.vector_bits() == 256
from tests.engine.kernel.test_kernel import by_kernel
from tests.many_futures import random_batch
np.save(sys.argv[1], by_kernel(random_batch(130, 12), Clock()))
"""


@pytest.mark.skipif(vector_bits() < 512, reason="this processor has no wider vectors")
def test_that_narrow_vectors_give_the_same_to_the_last_bit(tmp_path: Path) -> None:
    path = tmp_path / "narrow.npy"
    environment = {**os.environ, "SUANLI_CACHE_FOLDER": str(tmp_path / "cache")}
    command = [sys.executable, "-c", NARROW, str(path)]
    subprocess.run(command, check=True, timeout=120, env=environment, cwd=ROOT)
    np.testing.assert_array_equal(np.load(path), by_kernel(random_batch(130, 12), Clock()))


def test_that_a_future_does_not_depend_on_its_neighbors() -> None:
    batch = random_batch(200, 11)
    alone = replace(batch, drawn=batch.drawn[:, 150:151].copy())
    np.testing.assert_array_equal(
        by_kernel(batch, Clock())[:, :, 150], by_kernel(alone, Clock())[:, :, 0]
    )


def test_that_a_run_repeats_bit_for_bit() -> None:
    batch = random_batch(300, 3)
    np.testing.assert_array_equal(by_kernel(batch, Clock()), by_kernel(batch, Clock()))


def test_that_the_first_future_is_kept_in_full_precision() -> None:
    run.warm_up_kernel()
    kept = run.run_batch(single(Scenario()), Clock(), EVERYTHING)
    exact = by_interpreter(single(Scenario()), Clock())[:, :, 0]
    finite = np.isfinite(exact)
    np.testing.assert_allclose(kept.center[finite], exact[finite], rtol=1e-9, atol=1e-9)


def test_that_a_compiler_that_refuses_leaves_the_interpreter_serving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        message = "no such processor"
        raise RuntimeError(message)

    monkeypatch.setattr(run, "_ready", Event())
    monkeypatch.setattr(run, "_refusals", [])
    monkeypatch.setattr(run, "_try_kernel", refuse)
    run.warm_up_kernel()
    assert run.why_interpreted() == "no such processor"
    assert run.run_batch(
        single(Scenario(), Clock(2026)), Clock(2026), (("rent", "cloud"),)
    ).center.all()


def test_that_the_interpreter_serves_while_there_is_no_kernel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run.warm_up_kernel()
    batch = random_batch(3, 8, Clock(2026))
    fast = run.run_batch(batch, Clock(2026), (("rent", "cloud"),))
    monkeypatch.setattr(run._ready, "is_set", lambda: False)
    slow = run.run_batch(batch, Clock(2026), (("rent", "cloud"),))
    np.testing.assert_allclose(fast.center, slow.center, rtol=1e-12)
    np.testing.assert_allclose(
        fast.futures_of(("rent", "cloud")), slow.futures_of(("rent", "cloud")), rtol=1e-6
    )


@pytest.mark.parametrize("is_compiled", [True, False])
def test_that_outcomes_asked_for_in_the_center_alone_change_no_other(
    monkeypatch: pytest.MonkeyPatch, *, is_compiled: bool
) -> None:
    run.warm_up_kernel()
    monkeypatch.setattr(run._ready, "is_set", lambda: is_compiled)
    batch, clock = random_batch(5, 20, Clock(2026)), Clock(2026)
    stored, centered = (("rent", "cloud"),), (("enterprises", ""), ("voucher_budget_used", "henan"))
    whole = run.run_batch(batch, clock, (*centered, *stored))
    some = run.run_batch(batch, clock, stored, centered=centered)
    alone = run.run_batch(batch, clock, (), centered=centered)
    assert (some.stored, some.wanted) == (stored, (*stored, *centered))
    np.testing.assert_array_equal(some.futures_of(stored[0]), whole.futures_of(stored[0]))
    for pair in (*stored, *centered):
        assert whole.center_of(pair).any()
        np.testing.assert_array_equal(some.center_of(pair), whole.center_of(pair))
    for pair in centered:
        np.testing.assert_array_equal(alone.center_of(pair), whole.center_of(pair))
        with pytest.raises(ValueError, match="not in tuple"):
            some.futures_of(pair)
