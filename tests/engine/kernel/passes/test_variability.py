"""A value that is said to be the same between steps or futures is the same between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.engine.kernel.passes.variability import (
    Variability,
    variabilities_of,
    variability_of,
)
from planner.model.language.expression import names
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

DIFFER_BETWEEN = {
    Variability.SHARED: set(),
    Variability.MOMENT: {Variability.MOMENT},
    Variability.FUTURE: {Variability.FUTURE},
    Variability.MOVING: {Variability.MOMENT, Variability.FUTURE, Variability.MOVING},
}


@given(equations, st.integers(0, 99))
def test_that_a_value_changes_with_nothing_it_is_said_not_to_differ_between(
    text: str, seed: int
) -> None:
    known = variabilities_of(definitions(text), SYSTEM)
    mine = variability_of(tree(text), known)
    before, other = random_values(seed), random_values(seed + 100)
    changed = {
        name: other[name]
        for name in INDICES
        if known[name] not in {Variability.SHARED, *DIFFER_BETWEEN[mine]}
    }
    assert_alike(value(tree(text), {**before, **changed}), value(tree(text), before))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("constant * step", Variability.SHARED),
        ("constant * lever", Variability.MOMENT),
        ("drawn + constant", Variability.FUTURE),
        ("drawn + lever", Variability.MOVING),
        ("2 * stock", Variability.MOVING),
    ],
)
def test_that_what_rests_on_both_moments_and_futures_moves(
    text: str, expected: Variability
) -> None:
    known = variabilities_of(definitions(text), SYSTEM)
    assert variability_of(tree(text), known) is expected
    assert names(tree(text)) <= known.keys()
