"""Each rule that rewrites equations leaves their values as they are, on random equations.

Values are between a half and two, so that what a rule takes for granted holds: nothing is divided
by zero, logarithms and powers are of positive numbers. Of names that may be zero it says so.
"""

import ast
from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine.kernel.definition import Definition
from planner.engine.kernel.hoist import hoist
from planner.engine.kernel.levels import Level, level_of, levels_of
from planner.engine.kernel.regroup import regrouped
from planner.engine.kernel.simplify import (
    ONE,
    ZERO,
    Facts,
    is_zero,
    number_of,
    simplified,
    without_power,
)
from planner.model import functions
from planner.model.expression import index_of, names
from planner.model.indices import ELEMENTS, Index

if TYPE_CHECKING:
    from planner.model.graph import Model

FUTURES = 3
NUMBERS = ("0.5", "1.0", "2.0", "3")
NAMES: Mapping[Index | None, tuple[str, ...]] = {
    None: ("constant", "step", "elapsed", "lever", "drawn", "share", "stock", "other_stock"),
    "area": ("lever_of_area", "drawn_of_area", "stock_of_area", "firms"),
    "segment": ("drawn_of_segment", "stock_of_segment"),
}
INDICES: dict[str, Index | None] = {name: i for i, names_ in NAMES.items() for name in names_}
STOCKS = ("stock", "other_stock", "stock_of_area", "firms", "stock_of_segment")
SYSTEM = cast(
    "Model",
    SimpleNamespace(
        constants={"constant": None},
        conversions={},
        path_levers={"lever": None, "lever_of_area": None},
        assumptions=dict.fromkeys(("drawn", "share", "drawn_of_area", "drawn_of_segment")),
        counterfactuals={},
        indices=INDICES,
    ),
)
"""As much of a model as tells constants, levers, assumptions and stocks, of every index."""

Values = dict[str, Any]


FORMS = (
    *(f"(O {sign} O)" for sign in "+-**"),
    "(O / L)",
    "(O / (L * L))",
    "(O / (L / L) * O)",
    "(O / larger(O, 0.5))",
    "smaller(O, O)",
    "above_zero(O - O)",
    "choose(O < O, O, O)",
    "share_of(O, L)",
    "exp(-above_zero(O))",
    "log(larger(O, 0.5))",
    "power(larger(O, 0.5), smaller(O, 2.0))",
    "(-O)",
)
FORMS_OF: Mapping[Index | None, tuple[str, ...]] = {
    None: ("total(A * firms)", "cloud(S * stock_of_segment)", "shanghai(A * firms)"),
    "area": ("in_shanghai(N)",),
    "segment": ("by_segment(N, N)",),
}
"""Each capital stands for an equation, O for one of the own index, L for a name or a number."""


@st.composite
def texts(draw: st.DrawFn, index: Index | None, depth: int = 4) -> str:
    """Return an equation's right-hand side that repeats over an index, or over none."""
    leaves = st.sampled_from((*NAMES[index], *NAMES[None], *NUMBERS))
    if depth == 0 or draw(st.integers(0, 5)) == 0:
        return draw(leaves)
    indices: Mapping[str, Index | None] = {"O": index, "A": "area", "S": "segment", "N": None}
    form = draw(st.sampled_from((*FORMS, *FORMS_OF[index])))
    made = [
        draw(texts(indices[letter], depth - 1))
        if letter in indices
        else draw(leaves)
        if letter == "L"
        else letter
        for letter in form
    ]
    return "".join(made)


equations = st.sampled_from((None, "area", "segment")).flatmap(texts)


def tree(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def random_values(seed: int) -> Values:
    random = np.random.default_rng(seed)
    found = {}
    for name, index in INDICES.items():
        shape = (FUTURES,) if index is None else (len(ELEMENTS[index]), FUTURES)
        found[name] = random.uniform(0.5, 2, shape)
    return found


def value(node: ast.expr, values: Values) -> np.ndarray:
    with np.errstate(all="ignore"):
        return np.asarray(eval(ast.unparse(node), {**vars(functions), **values}))  # noqa: S307 - our own


def divides_by_zero(node: ast.expr, values: Values) -> bool:
    """Tell whether any division in an expression is one by zero."""
    parts = [p for p in ast.walk(node) if isinstance(p, ast.BinOp) and isinstance(p.op, ast.Div)]
    return any((value(part.right, values) == 0).any() for part in parts)


def assert_alike(found: np.ndarray, expected: np.ndarray) -> None:
    """Hold two values against each other; one may stand for all elements or futures."""
    one, other = np.broadcast_arrays(found, expected)
    np.testing.assert_allclose(one, other, rtol=1e-8, atol=1e-8)


def definitions(text: str) -> list[Definition]:
    """Return every stock, moving, and the equation `made`."""
    drawn = {index: next(n for n in NAMES[index] if n.startswith("drawn")) for index in NAMES}
    stocks = [
        Definition(name, INDICES[name], ast.Name(drawn[INDICES[name]]), ast.Name(name))
        for name in STOCKS
    ]
    return [*stocks, Definition("made", index_of(tree(text), INDICES, "made"), tree(text), None)]


@given(equations, st.integers(0, 99))
def test_that_carrying_out_zeros_and_ones_changes_no_value(text: str, seed: int) -> None:
    values, known = random_values(seed), {"lever": ZERO, "lever_of_area": ZERO, "drawn": ONE}
    values |= {name: number_of(node) + 0 * values[name] for name, node in known.items()}
    assume(not divides_by_zero(tree(text), values))
    expected = value(tree(text), values)
    found = simplified(tree(text), Facts(known, frozenset({"share"})))
    assert not names(found) & known.keys()
    assert_alike(value(found, values), expected)


@pytest.mark.parametrize(
    "text",
    [
        "total(budget) * rent / firms",
        "smaller(larger(budget / spend, 0.0), limit)",
        "choose(budget > 0, rent, 0.0)",
        "log(1 - budget)",
        "share_of(budget, rent)",
        "by_segment(budget, budget * rent)",
        "-above_zero(budget)",
    ],
)
def test_that_what_is_plainly_nothing_is_not_computed(text: str) -> None:
    facts = Facts({"budget": ZERO}, frozenset({"limit"}))
    assert is_zero(simplified(tree(text), facts))


@given(equations, st.integers(0, 99))
def test_that_a_power_written_with_exp_and_log_is_the_same(text: str, seed: int) -> None:
    values = random_values(seed)
    found = without_power(tree(text))
    assert "power" not in ast.unparse(found)
    assert_alike(value(found, values), value(tree(text), values))


@given(equations, st.integers(0, 99))
def test_that_reordered_products_are_the_same(text: str, seed: int) -> None:
    every, values = definitions(text), random_values(seed)
    found = regrouped(every[-1], levels_of(every, SYSTEM), INDICES)
    assert_alike(value(found.value, values), value(tree(text), values))


def test_that_factors_that_change_alike_are_multiplied_first() -> None:
    every = definitions("firms * drawn / stock * elapsed / share * step * drawn_of_area")
    found = ast.unparse(regrouped(every[-1], levels_of(every, SYSTEM), INDICES).value)
    assert found == "firms * drawn_of_area * (step * drawn / share * elapsed / stock)"


@given(equations, st.integers(0, 99))
def test_that_parts_taken_out_leave_an_equation_as_it_is(text: str, seed: int) -> None:
    """Each part rests on nothing that changes more often than it is computed."""
    values = random_values(seed)
    expected = value(tree(text), values)
    found = hoist(definitions(text), SYSTEM)
    for level in Level:
        for assignment in found.by_level[level]:
            assert level_of(assignment.value, found.levels) <= level
            if assignment.name not in STOCKS:
                values[assignment.name] = value(assignment.value, values)
    assert_alike(values["made"], expected)


def test_that_each_part_is_taken_out_to_where_it_is_computed_most_rarely() -> None:
    text = "firms * (1 + constant) * exp(lever * elapsed) * log(drawn + share) * exp(stock * lever)"
    by_level = hoist(definitions(text), SYSTEM).by_level
    assert [ast.unparse(one.value) for one in by_level[Level.SHARED]] == ["1 + constant"]
    assert [ast.unparse(one.value) for one in by_level[Level.MOMENT]] == ["exp(lever * elapsed)"]
    assert [ast.unparse(one.value) for one in by_level[Level.FUTURE]] == ["log(drawn + share)"]
    nation, made = by_level[Level.MOVING][-2:]
    assert ast.unparse(nation.value) == "exp(stock * lever)"
    assert (nation.index, made.index) == (None, "area")
