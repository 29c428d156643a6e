"""Each rule of constant folding leaves an expression's value as it is, and each one applies.

Operands are random equations. Names that stand for zero or one are known; `share` is never
negative. Division by zero and what is not finite are taken out, as the rules take for granted.
"""

import ast

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine.kernel.passes.constant_folding import (
    ONE,
    RULES,
    ZERO,
    Facts,
    Rule,
    choice_of_equals,
    decided_choice,
    exp_of_zero,
    extreme_of_equals,
    extreme_with_zero,
    folded,
    is_zero,
    log_of_one,
    number_of,
    one_product,
    quotient_by_one,
    quotient_of_equals,
    zero_call,
    zero_negation,
    zero_product,
    zero_quotient,
    zero_sum,
)
from planner.model.language.expression import names
from tests.engine.kernel.passes.equations import (
    INDICES,
    assert_alike,
    equations,
    random_values,
    texts,
    tree,
    value,
)

FORMS: dict[Rule, tuple[str, ...]] = {
    zero_product: ("(X) * 0.0", "0.0 * (X)"),
    one_product: ("(X) * 1.0", "1 * (X)"),
    zero_quotient: ("0.0 / larger(X, 0.5)",),
    quotient_of_equals: ("larger(X, 0.5) / larger(X, 0.5)",),
    quotient_by_one: ("(X) / 1.0",),
    zero_sum: ("(X) + 0.0", "0.0 + (X)", "(X) - 0.0"),
    zero_negation: ("-0.0",),
    zero_call: (
        "above_zero(0.0)",
        "share_of(0.0, X)",
        "by_segment(0.0, 0.0)",
        "in_shanghai(0.0)",
    ),
    exp_of_zero: ("exp(0.0)",),
    log_of_one: ("log(1.0)",),
    extreme_of_equals: ("smaller(X, X)", "larger(X, X)"),
    choice_of_equals: ("choose(drawn > X, Y, Y)",),
    decided_choice: tuple(
        f"choose({first} {sign} {second}, X, Y)"
        for first in (0.0, 1.0)
        for second in (0.0, 1.0)
        for sign in "<>"
    ),
}
"""What each rule applies to; X and Y stand for any expressions without an index."""

operands = texts(None, 2)
CASES = [(rule, form) for rule, forms in FORMS.items() for form in forms]


def written(form: str, first: str, second: str) -> ast.expr:
    return tree("".join({"X": first, "Y": second}.get(letter, letter) for letter in form))


def test_that_every_rule_is_held_against_the_value_before() -> None:
    assert list(FORMS) == list(RULES)


@pytest.mark.parametrize(("rule", "form"), CASES, ids=[f"{r.__name__}: {f}" for r, f in CASES])
@given(first=operands, second=operands, seed=st.integers(0, 99))
def test_that_a_rule_applies_and_changes_no_value(
    rule: Rule, form: str, first: str, second: str, seed: int
) -> None:
    before, values = written(form, first, second), random_values(seed)
    after = rule(before)
    assert after is not None
    with np.errstate(all="ignore"):
        assume(np.isfinite(value(before, values)).all())
    assert_alike(value(after, values), value(before, values))


@pytest.mark.parametrize(("rule", "form"), CASES, ids=[f"{r.__name__}: {f}" for r, f in CASES])
def test_that_no_earlier_rule_gets_in_the_way(rule: Rule, form: str) -> None:
    before = written(form, "drawn", "stock")
    assert next(each for each in RULES if each(before) is not None) is rule


@given(equations)
def test_that_rules_leave_alone_what_they_do_not_know(text: str) -> None:
    """They apply to one node, and then not to what is left of the whole."""
    left = folded(tree(text), Facts())
    again = folded(left, Facts())
    assert ast.unparse(again) == ast.unparse(left)


@pytest.mark.parametrize("extreme", ["smaller", "larger"])
@pytest.mark.parametrize("other", ["share", "2.0"])
@given(seed=st.integers(0, 99))
def test_that_zero_is_the_smaller_of_what_is_never_negative(
    extreme: str, other: str, seed: int
) -> None:
    """Held at zero as well, the least that such a value may be."""
    values = random_values(seed)
    values["share"][0] = 0.0
    for text in (f"{extreme}(0.0, {other})", f"{extreme}({other}, 0.0)"):
        after = extreme_with_zero(tree(text), frozenset({"share"}))
        assert after is not None
        assert_alike(value(after, values), value(tree(text), values))


@pytest.mark.parametrize(
    "text", ["larger(0.0, drawn)", "smaller(drawn - 1, 0.0)", "larger(0.0, -1.0)"]
)
def test_that_what_may_be_negative_is_still_compared_with_zero(text: str) -> None:
    assert extreme_with_zero(tree(text), frozenset({"share"})) is None


@given(equations, st.integers(0, 99))
def test_that_folding_whole_equations_changes_no_value(text: str, seed: int) -> None:
    """With levers that are zero and an assumption that is one."""
    values, known = random_values(seed), {"lever": ZERO, "lever_of_area": ZERO, "drawn": ONE}
    values |= {name: number_of(node) + 0 * values[name] for name, node in known.items()}
    assume(not divides_by_zero(tree(text), values))
    expected = value(tree(text), values)
    left = folded(tree(text), Facts(known, frozenset({"share"})))
    assert not names(left) & known.keys()
    assert known.keys() <= INDICES.keys()
    assert_alike(value(left, values), expected)


def divides_by_zero(node: ast.expr, values: dict) -> bool:
    """Tell whether any division in an expression is one by zero."""
    parts = [p for p in ast.walk(node) if isinstance(p, ast.BinOp) and isinstance(p.op, ast.Div)]
    return any((value(part.right, values) == 0).any() for part in parts)


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
    assert is_zero(folded(tree(text), facts))
