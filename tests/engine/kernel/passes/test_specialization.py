"""The world without vouchers, specialized, has the values of the model with all vouchers at zero.

What is taken for granted: stocks move as the engine moves them, from the start of the first step.
"""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from planner.engine.batch import Batch, lever_address_rows, levers_by_key, values_by_key
from planner.engine.clock import Clock
from planner.engine.interpret import interpret, moment_values
from planner.engine.kernel.passes.definition import Definition
from planner.engine.kernel.passes.specialization import definitions
from planner.engine.kernel.passes.uniformity import made_uniform
from planner.model.counterfactual import reached
from planner.model.graph import COUNTERFACTUAL_ZERO, WITHOUT, model
from planner.model.indices import Index, split_address
from tests.engine.kernel.passes.equations import tree, value
from tests.many_futures import random_batch
from tests.some import some

CLOCK = Clock(2026)
MONTH = 10


def without_vouchers(batch: Batch) -> Batch:
    """Return the batch with every lever of vouchers at zero."""
    levers = batch.levers.copy()
    for name, row in lever_address_rows().items():
        if split_address(name)[0] in COUNTERFACTUAL_ZERO:
            levers[:, row] = 0.0
    return replace(batch, levers=levers)


def both_worlds(batch: Batch, month: int) -> dict[str, Any]:
    """Return every value of both worlds in a month, each world run by itself."""
    names = tuple(model().equations)
    there = {name: path[month] for name, path in interpret(batch, CLOCK, names).items()}
    other = interpret(without_vouchers(batch), CLOCK, names)
    return {
        **values_by_key(batch),
        **levers_by_key(batch.levers[month]),
        **moment_values(CLOCK.elapsed()[month], CLOCK.step),
        **there,
        **{name + WITHOUT: path[month] for name, path in other.items()},
    }


@cache
def copies() -> dict[str, Definition]:
    found = {one.name: one for one in definitions(model()) if one.name.endswith(WITHOUT)}
    assert len(found) > 30
    return found


@pytest.mark.parametrize("seed", range(4))
def test_that_a_copy_has_the_value_of_its_original_without_vouchers(seed: int) -> None:
    batch = random_batch(5, seed, CLOCK)
    now, later = both_worlds(batch, MONTH), both_worlds(batch, MONTH + 1)
    for name, copy in some(copies().items()):
        expected = (later[name] - now[name]) / CLOCK.step if copy.is_stock else now[name]
        found, true = np.broadcast_arrays(value(copy.value, now), expected)
        size = np.abs(now[name]).max() / (CLOCK.step if copy.is_stock else 1)
        np.testing.assert_allclose(found, true, rtol=1e-9, atol=1e-12 * size, err_msg=name)


@pytest.mark.parametrize("seed", range(4))
def test_that_what_has_no_copy_is_zero_without_vouchers(seed: int) -> None:
    now = both_worlds(random_batch(5, seed, CLOCK), MONTH)
    zeros = [n + WITHOUT for n in reached(model()) if n + WITHOUT not in copies()]
    assert len(zeros) > 5
    for name in zeros:
        assert not now[name].any(), name


@pytest.mark.parametrize("seed", range(4))
def test_that_a_copy_without_an_index_is_the_same_in_all_areas(seed: int) -> None:
    now = both_worlds(random_batch(5, seed, CLOCK), MONTH)
    uniform = [name for name, one in copies().items() if one.index != model().indices[name]]
    assert uniform
    for name in uniform:
        np.testing.assert_array_equal(now[name], np.broadcast_to(now[name][:1], now[name].shape))


def test_that_the_world_without_vouchers_computes_once_what_all_areas_share() -> None:
    found = copies()
    assert found["perceived_price" + WITHOUT].index is None
    assert found["enterprises" + WITHOUT].index == "area"
    assert "drawn" + WITHOUT not in found


def test_that_a_stock_differs_between_areas_by_its_start_its_flow_or_another_that_does() -> None:
    flows = {"alike": "rent - alike", "started": "rent", "moved": "budget", "after": "moved"}
    made = {
        name: Definition(name, "area", tree(flow), tree("first" if name == "started" else "rent"))
        for name, flow in flows.items()
    }
    known: dict[str, Index | None] = {"rent": None, "first": "area", "budget": "area"}
    left = made_uniform(made, known)
    assert [name for name, one in left.items() if one.index is None] == ["alike"]
