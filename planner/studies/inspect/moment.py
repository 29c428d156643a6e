"""Every value of one run in one month, and in the month before; sixth floor of planner.

The run is that of the interpreter at central values, as far as the month: what is shown of an
equation rests on the equations as they are written. A future is inspected by a scenario that holds
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.ensemble.projection import inputs_of
from planner.model.graph import CLOCK, model
from planner.model.scenario import Scenario, without_texts
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.drawn import without_vouchers
from planner.studies.inspect.node import ALL, InspectError, Node

Values = Mapping[str, NDArray[np.float64]]
"""By name float64[1], or [elements, 1] of what has an index: a run of one future."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """The values of a month, and of the month `before`, which the first month has not."""

    month: int
    now: Values
    before: Values | None

    def value(self, node: Node, *, before: bool = False) -> float:
        """Return one value; of all elements their mean. Raises KeyError for an unknown one."""
        values = self.before if before and self.before is not None else self.now
        found = values[node.name]
        if node.element == ALL:
            return float(np.mean(found))
        return float(found[node.elements.index(node.element), 0] if node.element else found[0])


@dataclass(frozen=True, slots=True)
class Course:
    """A run in a month, in both worlds: as the scenario plans it, and without vouchers."""

    scenario: Scenario
    month: int

    def moment(self, *, without: bool = False) -> Moment:
        """Return the values of one world."""
        return _moment(inputs_of(self.scenario), self.month, without)

    def value(self, node: Node, *, before: bool = False) -> float:
        """Return one value of the world that a node is of."""
        return self.moment(without=node.without).value(node, before=before)

    @property
    def step(self) -> float:
        """The length of a step in years."""
        return Clock(self.scenario.last_year).step


def course_of(scenario: Scenario, month: int) -> Course:
    """Return a run in a month, counted from January 2025. Raises InspectError beyond its end."""
    last = Clock(scenario.last_year).months - 1
    if not 0 <= month <= last:
        raise InspectError(
            translate("Planner", "the scenario ends in {last_year}").format(
                last_year=scenario.last_year
            )
        )
    return Course(replace(without_texts(scenario), targets=()), month)


@lru_cache(maxsize=8)
def _moment(scenario: Scenario, month: int, without: bool) -> Moment:  # noqa: FBT001 - of a cache
    clock = Clock(scenario.last_year, months_at_most=month + 1)
    batch = single(scenario, clock)
    used = without_vouchers(batch) if without else batch
    names = (*model().equations, *model().inputs, *model().counterfactuals, *CLOCK)
    trace = interpret(used, clock, names)
    return Moment(month, _at(trace, month), _at(trace, month - 1) if month else None)


def _at(trace: Mapping[str, NDArray[Any]], month: int) -> Values:
    return {name: path[month] for name, path in trace.items()}
