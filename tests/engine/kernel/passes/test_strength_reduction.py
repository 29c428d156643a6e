"""Strength reduction leaves values as they are, to the last digits, and gets rid of what is dear.

Bases of powers are positive; shares are of anything finite, of nothing as well.
"""

import ast

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine.kernel.passes.strength_reduction import with_expanded_powers, with_reciprocals
from planner.engine.kernel.passes.variability import variabilities_of
from tests.engine.kernel.passes.equations import (
    SYSTEM,
    assert_alike,
    definitions,
    equations,
    random_values,
    tree,
    value,
)


@given(equations, st.integers(0, 99))
def test_that_a_power_written_with_exp_and_log_is_the_same(text: str, seed: int) -> None:
    values = random_values(seed)
    left = with_expanded_powers(tree(text))
    assert "power" not in ast.unparse(left)
    assert_alike(value(left, values), value(tree(text), values))


@given(equations, st.integers(0, 99))
def test_that_a_share_written_as_a_product_with_a_reciprocal_is_the_same(
    text: str, seed: int
) -> None:
    values = random_values(seed)
    values["drawn"][0] = 0.0
    values["share"][1] = 0.0
    assume(np.isfinite(value(tree(text), values)).all())
    text = f"share_of({text}, drawn) + share_of(stock, larger({text}, 0.5))"
    left = with_reciprocals(tree(text), variabilities_of(definitions(text), SYSTEM))
    assert "share_of(1.0, drawn)" in ast.unparse(left)
    assert_alike(value(left, values), value(tree(text), values))


def test_that_only_shares_of_invariants_get_a_reciprocal() -> None:
    text = "share_of(stock, drawn) + share_of(drawn, stock)"
    left = with_reciprocals(tree(text), variabilities_of(definitions(text), SYSTEM))
    assert ast.unparse(left) == "stock * share_of(1.0, drawn) + share_of(drawn, stock)"
