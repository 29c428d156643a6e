"""Code motion takes parts out of an equation and leaves its value as it is.

Nothing is taken for granted but that functions have no effect.
"""

import ast

from hypothesis import given
from hypothesis import strategies as st

from planner.engine.kernel.passes.code_motion import hoist
from planner.engine.kernel.passes.variability import Variability, variability_of
from tests.engine.kernel.passes.equations import (
    STOCKS,
    SYSTEM,
    assert_alike,
    definitions,
    equations,
    random_values,
    tree,
    value,
)


@given(equations, st.integers(0, 99))
def test_that_parts_taken_out_leave_an_equation_as_it_is(text: str, seed: int) -> None:
    """Each part rests on nothing that changes more often than it is computed."""
    values = random_values(seed)
    expected = value(tree(text), values)
    hoisted = hoist(definitions(text), SYSTEM)
    for variability in Variability:
        for assignment in hoisted.by_variability[variability]:
            assert variability_of(assignment.value, hoisted.variabilities) <= variability
            if assignment.name not in STOCKS:
                values[assignment.name] = value(assignment.value, values)
    assert_alike(values["made"], expected)


def test_that_each_part_is_taken_out_to_where_it_is_computed_most_rarely() -> None:
    text = "firms * (1 + constant) * exp(lever * elapsed) * log(drawn + share) * exp(stock * lever)"
    hoisted = hoist(definitions(text), SYSTEM).by_variability
    written = {each: [ast.unparse(one.value) for one in hoisted[each]] for each in Variability}
    assert written[Variability.SHARED] == ["1 + constant"]
    assert written[Variability.MOMENT] == ["exp(lever * elapsed)"]
    assert written[Variability.FUTURE] == ["log(drawn + share)"]
    nation, made = hoisted[Variability.MOVING][-2:]
    assert ast.unparse(nation.value) == "exp(stock * lever)"
    assert (nation.index, made.index) == (None, "area")


def test_that_parts_that_read_alike_are_computed_once() -> None:
    text = "stock * exp(drawn + share) + other_stock / exp(drawn + share)"
    hoisted = hoist(definitions(text), SYSTEM).by_variability
    assert [ast.unparse(one.value) for one in hoisted[Variability.FUTURE]] == ["exp(drawn + share)"]
