"""Reassociation leaves values as they are, to the last digits.

Nothing is divided by zero, and no factor is so large or small that their product overflows.
"""

import ast

from hypothesis import given
from hypothesis import strategies as st

from planner.engine.kernel.passes.reassociation import reassociated
from planner.engine.kernel.passes.variability import variabilities_of
from tests.engine.kernel.passes.equations import (
    INDICES,
    SYSTEM,
    assert_alike,
    definitions,
    equations,
    random_values,
    tree,
    value,
)


@given(equations, st.integers(0, 99))
def test_that_reordered_products_are_the_same(text: str, seed: int) -> None:
    every, values = definitions(text), random_values(seed)
    left = reassociated(every[-1], variabilities_of(every, SYSTEM), INDICES)
    assert_alike(value(left.value, values), value(tree(text), values))


def test_that_factors_that_change_alike_are_multiplied_first() -> None:
    every = definitions("firms * drawn / stock * elapsed / share * step * drawn_of_area")
    left = reassociated(every[-1], variabilities_of(every, SYSTEM), INDICES).value
    expected = "firms * drawn_of_area * (step * drawn / share * elapsed / stock)"
    assert ast.unparse(left) == expected
