"""Writes the model as XMILE 1.0, so that other simulators can open and check it.

Seventh floor of planner. Indexed variables are written out by element (`enterprises_beijing`),
inputs are constants with unit and documentation, levers on a path are graphs of time, outcomes
carry their public keys; an input of the same name as an equation or outcome has `_given` behind its
own. The counterfactual without vouchers is part of the file: every variable that vouchers reach
stands a second time with `_without_vouchers` in its name. Where an outcome is unbounded or
undefined the file gives 1e300.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from planner.docstring import first_line
from planner.engine.batch import address_rows, central_values, lever_address_rows, lever_values
from planner.engine.clock import Clock
from planner.files.exports.xmile_units import unit_equations, xmile_unit
from planner.files.exports.xml_text import xml_text
from planner.model.counterfactual import reached
from planner.model.graph import (
    CLOCK,
    COUNTERFACTUAL_ZERO,
    WITHOUT,
    Equation,
    Model,
    model,
)
from planner.model.indices import ELEMENTS, address
from planner.model.language.expression import expression
from planner.model.language.functions import FUNCTIONS
from planner.model.language.unrolled import Language
from planner.model.path_words import path_text
from planner.model.scenario import FIRST_YEAR, Scenario, lever_at, lever_path
from planner.storage.sentences.spoken import ENGLISH, speaking

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
STRAIGHT = 1e-12
"""How far a point may lie off a straight line, as a share of the largest value of its path."""
FLOW = "net_flow_of_"


@dataclass(frozen=True, slots=True)
class World:
    """One copy of the model: with vouchers, or the variables that vouchers reach without them."""

    suffix: str
    own: frozenset[str] = field(default=frozenset())

    def name(self, key: str, element: str) -> str:
        """Return the name of one element of a variable in this world."""
        middle = self.suffix if key in self.own else ""
        return f"{key}{middle}_{element}" if element else f"{key}{middle}"


@speaking(ENGLISH)
def xmile(scenario: Scenario, clock: Clock | None = None) -> bytes:
    """Return the model with the scenario's central values as an XMILE 1.0 document, UTF-8."""
    system, clock = model(), clock or Clock(scenario.last_year)
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("xmile"), version="1.0")
    _header(root, scenario)
    _simulation(root, clock)
    _model_units(root)
    variables = ET.SubElement(ET.SubElement(root, _tag("model")), _tag("variables"))
    for element in (
        *_inputs(system, scenario, clock),
        *_equations(system, World("")),
        *_equations(system, World(WITHOUT, reached(system))),
        *_outcomes(system),
    ):
        variables.append(element)
    ET.indent(root)
    text = ET.tostring(root, "unicode")
    return xml_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n').encode()


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _header(root: ET.Element, scenario: Scenario) -> None:
    header = ET.SubElement(root, _tag("header"))
    ET.SubElement(header, _tag("vendor")).text = "Suanli"
    product = ET.SubElement(header, _tag("product"), version=model().version, lang="en")
    product.text = "Suanli"
    ET.SubElement(header, _tag("name")).text = scenario.title


def _simulation(root: ET.Element, clock: Clock) -> None:
    specs = ET.SubElement(root, _tag("sim_specs"), method="euler", time_units="yr")
    ET.SubElement(specs, _tag("start")).text = repr(float(FIRST_YEAR))
    stop = f"{clock.times()[-1]:.9f}"  # just above: a sum of steps must not come past it
    ET.SubElement(specs, _tag("stop")).text = stop
    steps = round(1 / clock.step)
    ET.SubElement(specs, _tag("dt"), reciprocal="true").text = str(steps)


def _model_units(root: ET.Element) -> None:
    units = ET.SubElement(root, _tag("model_units"))
    for name, equation in unit_equations().items():
        ET.SubElement(ET.SubElement(units, _tag("unit"), name=name), _tag("eqn")).text = equation


def _inputs(system: Model, scenario: Scenario, clock: Clock) -> Iterator[ET.Element]:
    values, levers = central_values(scenario), lever_values(scenario, clock)
    for key, row in system.inputs.items():
        for element in ELEMENTS[system.indices[key]]:
            own, name = address(key, element), _given(key, element)
            if key in system.levers:
                path = levers[:, lever_address_rows()[own]]
                jumps = system.levers[key].over_time == "step"
                graph = _points(path, clock, jumps=jumps)
                yield _lever(name, graph, row.unit, _told(scenario, own))
            else:
                value = repr(float(values[address_rows()[own]]))
                yield _variable("aux", name, value, row.unit, row.doc)
    yield _variable("aux", "elapsed", f"TIME - {FIRST_YEAR}", "yr", "Years since 2025 began.")
    yield _variable("aux", "step", repr(clock.step), "yr", "Length of a step.")


def _given(key: str, element: str) -> str:
    """Return the name of one element of an input, no other variable's."""
    name = World("").name(key, element)
    return f"{name}_given" if name in _taken() else name


@cache
def _taken() -> frozenset[str]:
    """Return the names of equations and outcomes by element."""
    system, plain = model(), World("")
    equations = (
        plain.name(equation.name, element)
        for equation in system.equations.values()
        for element in ELEMENTS[equation.index]
    )
    outcomes = (
        plain.name(outcome.key, element)
        for outcome in system.outcomes.values()
        for element in outcome.elements
    )
    return frozenset((*equations, *outcomes))


def _told(scenario: Scenario, name: str) -> str:
    """Return what a lever is, and in one line what path it follows."""
    row, path = lever_at(name)[0], lever_path(scenario, name)
    if path.is_constant:
        return row.doc
    return f"{row.doc} Over time: {path_text(path, row.over_time)} ({row.unit})."


def _points(
    path: NDArray[np.float64], clock: Clock, *, jumps: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return moments and values of a graph that has the path's values where a step begins.

    Points on a straight line between their neighbors are left out. A path that `jumps` is level
    around each step's beginning: a sum of steps may fall short of it.
    """
    bent = np.abs(np.diff(path, 2)) > STRAIGHT * np.max(np.abs(path))
    corners = np.flatnonzero(np.concatenate(([True], bent, [True])))
    times, values = FIRST_YEAR + clock.elapsed()[corners], path[corners]
    if not jumps:
        return times, values
    around = np.array((-clock.step / 4, clock.step / 4))
    return np.add.outer(times, around).ravel(), np.repeat(values, 2)


def _lever(
    name: str,
    graph: tuple[NDArray[np.float64], NDArray[np.float64]],
    unit: str,
    sentence: str,
) -> ET.Element:
    """Return a lever: a number, or a graph of time."""
    times, values = graph
    if (values == values[0]).all():
        return _variable("aux", name, repr(float(values[0])), unit, sentence)
    variable = _variable("aux", name, "TIME", unit, sentence)
    drawn = ET.SubElement(variable, _tag("gf"))
    for tag, points in (("xpts", times), ("ypts", values)):
        text = ",".join(repr(float(point)) for point in points)
        ET.SubElement(drawn, _tag(tag)).text = text
    return variable


def _equations(system: Model, world: World) -> Iterator[ET.Element]:
    wanted = world.own or frozenset(system.equations)
    for equation in system.equations.values():
        if equation.name in wanted:
            for element in ELEMENTS[equation.index]:
                yield from _equation(system, equation, element, world)


def _equation(
    system: Model, equation: Equation, element: str, world: World
) -> Iterator[ET.Element]:
    language = _language(system, world)
    text = language.text(expression(equation.function), element)
    name = world.name(equation.name, element)
    sentence = first_line(equation.function)
    if equation.start is None:
        yield _variable("aux", name, text, equation.unit, sentence)
        return
    flow = f"{equation.unit}/yr"
    yield _variable("flow", FLOW + name, text, flow, f"Net flow of {name}.")
    start = language.reference(equation.start, element)
    stock = _variable("stock", name, start, equation.unit, sentence)
    ET.SubElement(stock, _tag("inflow")).text = FLOW + name
    yield stock


def _outcomes(system: Model) -> Iterator[ET.Element]:
    """Give every outcome its public key, where its equation is called otherwise."""
    plain = World("")
    for outcome in system.outcomes.values():
        for element in outcome.elements:
            own, public = (
                plain.name(outcome.variable(element), element),
                plain.name(outcome.key, element),
            )
            if own != public:
                yield _variable("aux", public, own, outcome.unit, outcome.doc)


def _variable(kind: str, name: str, text: str, unit: str, sentence: str) -> ET.Element:
    variable = ET.Element(_tag(kind), name=name)
    ET.SubElement(variable, _tag("doc")).text = sentence
    ET.SubElement(variable, _tag("eqn")).text = text
    ET.SubElement(variable, _tag("units")).text = xmile_unit(unit)
    return variable


def _language(system: Model, world: World) -> Language:
    """Return how expressions of one world are written in XMILE."""

    def reference(key: str, element: str) -> str:
        if key == "time":
            return "TIME"
        if key in system.counterfactuals:
            own = system.counterfactuals[key]
            return World(WITHOUT, frozenset({own})).name(own, element)
        indexed = key not in CLOCK and system.indices[key] is not None
        own = element if indexed else ""
        name = _given(key, own) if key in system.inputs else world.name(key, own)
        return f"(0 * {name})" if world.own and key in COUNTERFACTUAL_ZERO else name

    functions = {name: row.xmile for name, row in FUNCTIONS.items()}
    return Language(reference, functions, system.indices, nothing="(0.0 * {0})")
