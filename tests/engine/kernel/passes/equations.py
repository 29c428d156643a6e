"""Random equations of every index, with random values, for the property tests of passes.

Values are between a half and two, so that what passes take for granted holds: nothing is divided by
zero, logarithms and powers are of positive numbers. A test that sets a name to zero says so.
"""

import ast
from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from hypothesis import strategies as st

from planner.engine.kernel.passes.definition import Definition
from planner.model.indices import ELEMENTS, Index
from planner.model.language import functions
from planner.model.language.expression import index_of

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
