"""The model is complete and free of contradictions, and says so when it is not."""

import pytest

from planner.model import graph
from planner.model.equation import stock
from planner.model.expression import ModelError, expression, index_of, text
from planner.model.graph import model
from planner.quantities.units import Number, Share, unit_of


def a(b) -> Number:
    return b + 1


def b(a) -> Number:
    return a * 2


def c(nowhere) -> Number:
    return nowhere


@stock(start="one")
def level(level, rate) -> Number:
    return level * rate


def rate(level) -> Number:
    return 1 - level


def without_unit(x):
    return x


def with_two_steps(x) -> Number:
    y = x + 1
    return y * 2


def test_that_every_lever_and_assumption_and_constant_is_used_by_some_equation() -> None:
    used = {need for equation in model().equations.values() for need in equation.needs}
    used |= {equation.start for equation in model().equations.values() if equation.start}
    assert set(model().inputs) - used == set()


def test_that_every_equation_is_read_by_another_one_or_by_an_outcome() -> None:
    read = {need for equation in model().equations.values() for need in equation.needs}
    read |= {equation.start for equation in model().equations.values() if equation.start}
    read |= {o.variable(e) for o in model().outcomes.values() for e in o.elements}
    assert set(model().equations) - read == set()


def test_that_every_outcome_names_an_equation_of_its_unit_and_index() -> None:
    assert len(model().outcomes) == 23
    for outcome in model().outcomes.values():
        for element in outcome.elements:
            equation = model().equations[outcome.variable(element)]
            assert equation.unit == outcome.unit, outcome.key
            assert equation.index == (outcome.index if element else None), outcome.key


def test_that_every_equation_has_a_sentence() -> None:
    for equation in model().equations.values():
        assert (equation.function.__doc__ or "").split("\n")[0].endswith("."), equation.name


def test_that_equations_come_after_all_they_need() -> None:
    seen = set(model().inputs) | set(graph.CLOCK) | {graph.COUNTERFACTUAL} | set(model().stocks)
    for equation in model().equations.values():
        assert set(equation.needs) <= seen, equation.name
        seen.add(equation.name)


def test_that_a_circle_without_a_stock_is_refused() -> None:
    with pytest.raises(ModelError, match="circle"):
        graph._order({"a": a, "b": b}, frozenset())


def test_that_a_circle_through_a_stock_is_fine() -> None:
    assert graph._order({"level": level, "rate": rate}, frozenset({"one"})) == ("rate", "level")


def test_that_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match="equation c needs nowhere"):
        graph._order({"c": c}, frozenset())


def test_that_areas_and_segments_do_not_meet_in_one_expression() -> None:
    with pytest.raises(ModelError, match="mixes areas and segments"):
        index_of(expression(_mixed), {"x": "area", "y": "segment"}, "_mixed")


def _mixed(x, y) -> Number:
    return x * y


def test_that_an_equation_without_a_unit_is_refused() -> None:
    with pytest.raises(TypeError, match="declares no unit"):
        unit_of(without_unit)


def test_that_an_equation_is_one_expression() -> None:
    with pytest.raises(ModelError, match="one returned expression"):
        expression(with_two_steps)
    assert text(b) == "a * 2"


def test_that_units_are_read_from_the_annotation() -> None:
    def half(x) -> Share:
        return x / 2

    assert unit_of(half) == "share"
