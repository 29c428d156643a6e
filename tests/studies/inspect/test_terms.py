"""An equation read as a tree gives the number that the engine gives, and each part its own."""

import ast
from dataclasses import replace
from math import isclose, isfinite, isnan
from typing import Any

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import ELEMENTS, address
from planner.model.language import functions
from planner.model.language.expression import returned
from planner.model.language.functions import COMPOSED, FUNCTIONS
from planner.model.scenario import Scenario, with_lever
from planner.quantities.unit_algebra import agrees
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import InspectError, Node, node_at, node_of
from planner.studies.inspect.term import NEGATION, Term, flow_of, is_consistent, nodes_of, term_of
from tests.some import some

BASELINE = Scenario()
PLANNED = with_lever(
    with_lever(Scenario(), "voucher_budget.chengdu", 2000.0), "center_sellable_target", 0.6
)
MONTHS = (0, 11, 95)
BY_HAND: dict[str, Any] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": np.divide,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    NEGATION: lambda a: -a,
    "exp": np.exp,
    "log": np.log,
    "power": np.power,
    "smaller": min,
    "larger": max,
    "above_zero": lambda x: max(x, 0.0),
    "choose": lambda condition, yes, no: yes if condition else no,
    "clip": lambda x, low, high: min(max(x, low), high),
    "relax": lambda time, step: (1 - np.exp(-step / time)) / step,
    "settled": lambda first, last, settling, elapsed: (
        last * elapsed + (first - last) * settling * (1 - np.exp(-elapsed / settling))
    ),
    "share_of": lambda part, whole: part / whole if whole > 0 else 0.0,
    "cost_per": lambda cost, gain, least: (
        cost / gain if gain > least else np.inf if cost > 0 else np.nan
    ),
    "total": lambda *parts: sum(parts),
}
"""Each operation and function of an equation, written a second time."""


def _every_node(*, without=False):
    return [
        node_of(name, element, without=without)
        for name in model().equations
        for element in ELEMENTS[model().indices[name]]
    ]


def _by_hand(term, values):
    """Return the value of a term from those of its leaves, which an engine gave."""
    if term.node is not None:
        return values(term.node, term.before)
    if term.kind == "number":
        return term.value
    with np.errstate(all="ignore"):
        parts = [np.float64(_by_hand(part, values)) for part in term.parts]
        return BY_HAND[term.symbol](*parts)


def _same(one, other):
    return (isnan(one) and isnan(other)) or one == other or isclose(one, other, rel_tol=1e-9)


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("scenario", [BASELINE, PLANNED], ids=["baseline", "planned"])
def test_that_every_equation_gives_what_the_engine_gives(scenario, month):
    clock = Clock(scenario.last_year)
    names = (*model().equations, *model().inputs, "time", "elapsed", "step")
    trace = interpret(single(scenario, clock), clock, (*names, *model().counterfactuals))

    def engine(node, before):
        name = f"{node.name}_without_vouchers" if node.without else node.name
        path = trace[name][month - 1 if before else month]
        return float(path[node.elements.index(node.element), 0] if node.element else path[0])

    course = course_of(scenario, month)
    for node in some(_every_node()):
        term = term_of(node, course)
        assert term is not None
        assert _same(term.value, engine(node, before=False)), node
        assert _same(_by_hand(term, engine), engine(node, before=False)), node


@pytest.mark.parametrize("scenario", [BASELINE, PLANNED], ids=["baseline", "planned"])
def test_that_every_outcome_is_the_number_that_is_drawn(scenario):
    asked = [
        Request(row.key, element)
        for row in model().outcomes.values()
        if not row.is_counted
        for element in row.elements
    ]
    found = Projector().project(scenario, asked, bands=False).series
    for month in MONTHS:
        course = course_of(scenario, month)
        for each in some(asked):
            node = node_at(address(each.outcome, each.element))
            term = term_of(node, course)
            assert term is not None
            assert _same(term.value, float(found[each].center[month])), each


def test_that_every_part_is_what_its_operation_makes_of_its_parts():
    course = course_of(PLANNED, 47)
    terms = [term for node in _every_node() for term in flow_of(node, course).walk()]
    made = [term for term in terms if term.parts]
    assert len(made) > 800
    for term in made:
        with np.errstate(all="ignore"):
            parts = [np.float64(part.value) for part in term.parts]
            assert _same(term.value, BY_HAND[term.symbol](*parts)), term


def test_that_every_function_an_equation_may_call_is_written_a_second_time():
    assert set(FUNCTIONS) | set(COMPOSED) <= set(BY_HAND)


def test_that_the_world_without_vouchers_is_that_of_the_engine():
    clock = Clock(PLANNED.last_year)
    trace = interpret(single(PLANNED, clock), clock, ("enterprises_added",))
    added = trace["enterprises_added"][95, :, 0]
    course = course_of(PLANNED, 95)
    for place, element in enumerate(some(ELEMENTS["area"])):
        term = term_of(node_at(f"enterprises_added.{element}"), course)
        assert term is not None
        with_them, without_them = term.parts
        assert without_them.node == Node("enterprises", element, without=True)
        alone = term_of(without_them.node, course)
        assert alone is not None
        assert _same(alone.value, without_them.value)
        assert _same(with_them.value - alone.value, added[place])


def test_that_what_vouchers_never_reach_is_one_value_in_both_worlds():
    assert node_of("network_work", without=True) == node_of("network_work")
    assert node_of("births", "henan", without=True).without


@pytest.mark.parametrize("month", MONTHS)
def test_that_the_units_of_every_equation_agree(month):
    course = course_of(BASELINE, month)
    for node in some(_every_node()):
        term = term_of(node, course)
        assert term is not None
        assert is_consistent(term, node.unit), (node, term.unit)


def test_that_a_sum_of_two_units_is_noticed():
    one, other = Term("number", 1.0, "M CNY"), Term("number", 1.0, "bn CNY")
    term = Term("operation", 2.0, "M CNY", "+", parts=(one, other), is_consistent=False)
    assert not is_consistent(term, "M CNY")
    assert not is_consistent(one, "bn CNY")
    assert not agrees("EFLOPS", "EFLOPS realized")


def test_that_a_stock_is_what_it_was_and_what_flowed_in_since():
    course = course_of(BASELINE, 30)
    node = node_at("enterprises.chengdu")
    term = term_of(node, course)
    assert term is not None
    was, flowed = term.parts
    assert (was.node, was.before) == (node, True)
    step, flow = flowed.parts
    assert step.value == pytest.approx(1 / 12)
    assert [part.node for part in flow.parts] == [
        node_at("births.chengdu"),
        node_at("deaths.chengdu"),
    ]
    assert all(part.before for part in flow.parts)


def test_that_a_stock_in_the_first_month_is_its_first_value():
    term = term_of(node_at("enterprises.chengdu"), course_of(BASELINE, 0))
    assert term is not None
    assert term.node == Node("enterprises_2025", "chengdu")


def test_that_a_sum_over_places_has_a_part_for_each_and_stands_for_all():
    course = course_of(BASELINE, 30)
    term = flow_of(Node("mean_gain"), course)
    sums = [each for each in term.walk() if each.kind == "sum"]
    assert [each.elements for each in sums] == [ELEMENTS["area"]]
    assert Node("enterprises", "*") in nodes_of(term)
    assert Node("enterprises", "beijing") not in nodes_of(term)


def test_that_a_value_of_one_segment_is_named_by_it():
    found = nodes_of(flow_of(Node("stranded_centers"), course_of(BASELINE, 30)))
    assert Node("capacity", "centers") in found
    assert Node("capacity", "cloud") not in found


def test_that_an_input_has_no_equation():
    course = course_of(BASELINE, 30)
    assert term_of(Node("churn"), course) is None


def test_that_titles_and_targets_make_no_other_run():
    one, other = course_of(PLANNED, 30), course_of(replace(PLANNED, title="Other"), 30)
    assert one == other
    assert one.moment() is other.moment()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("enterprise", "the model has no “enterprise”; did you mean enterprises"),
        ("rent.chengdu", "there is no “rent.chengdu”; there are "),
        ("moon", "the model has no “moon”"),
    ],
)
def test_that_what_is_not_there_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(InspectError) as caught:
        node_at(text)
    assert str(caught.value).startswith(sentence)


def test_that_a_month_behind_the_end_is_refused():
    with pytest.raises(InspectError, match="the scenario ends in 2035"):
        course_of(BASELINE, 132)
    assert isfinite(course_of(BASELINE, 131).value(Node("chip_supply")))


def test_that_trees_read_what_equations_say():
    calls = {
        node.func.id
        for equation in model().equations.values()
        for node in ast.walk(returned(equation.function))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls
    assert all(hasattr(functions, name) for name in calls)
