"""Every value of one run in one month, and in the month before; sixth floor of planner.

The run is that of the interpreter at central values, as far as the month: what is shown of an
equation rests on the equations as they are written. A future is inspected by a scenario that holds
it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from threading import Lock
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import monthly
from planner.ensemble.progress import Steps, to_the_end
from planner.ensemble.projection import inputs_of
from planner.model.counterfactual import compares
from planner.model.graph import CLOCK, model
from planner.model.indices import ELEMENTS
from planner.model.scenario import Scenario, without_texts
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.drawn import without_vouchers
from planner.studies.inspect.node import ALL, InspectError, Node

Values = Mapping[str, NDArray[np.float64]]
"""By name float64[1], or [elements, 1] of what has an index: a run of one future."""

_KEPT: Final = 8
_MONTHS_AT_ONCE: Final = 3
"""Months of a step: while a hand moves each frame lets a study do one, and six lengthened it."""


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
        return to_the_end(self.approach(without=without))

    def approach(self, *, without: bool = False) -> Steps[Moment]:
        """Run as far as the month, unless that is known; yields the share that is done."""
        key = _Key(inputs_of(self.scenario), self.month, without)
        return (yield from _moments.get(key))

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


class _Key(NamedTuple):
    """A run in a month; one that `compares` has all that rests on both worlds, too."""

    scenario: Scenario
    month: int
    without: bool
    compares: bool = False


class _Moments:
    """The moments that were run last; asked for from any thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, Moment] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> Steps[Moment]:
        """Return the values of a run in its month; yields the share that is done."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = yield from _run(key)
        with self._lock:
            found = self._kept.setdefault(key, found)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


_moments: Final = _Moments()


class _Lean(dict[str, NDArray[np.float64]]):
    """Values of one world; what rests on both is run when it is first asked for."""

    def __init__(self, values: Values, key: _Key, *, before: bool) -> None:
        super().__init__(values)
        self._key, self._before = key._replace(compares=True), before

    def __missing__(self, name: str) -> NDArray[np.float64]:
        """Return a value of the run of both worlds. Raises KeyError for an unknown one."""
        if self._key.compares and name not in _every_name():
            raise KeyError(name)
        moment = to_the_end(_moments.get(self._key))
        values = moment.before if self._before else moment.now
        self[name] = (values or {})[name]
        return self[name]


def _run(key: _Key) -> Steps[Moment]:
    clock = Clock(key.scenario.last_year, months_at_most=key.month + 1)
    batch = single(key.scenario, clock)
    names = _every_name() if key.compares else _names_of_one_world()
    before: Values | None = None
    now: Values | None = None
    used = without_vouchers(batch) if key.without else batch
    for month, values in enumerate(monthly(used, clock, names)):
        if month >= key.month - 1:
            before, now = now, _at(values, names)
        if month % _MONTHS_AT_ONCE == 0:
            yield month / clock.months
    if now is None:
        raise ValueError(key.month)
    if key.compares:
        return Moment(key.month, now, before)
    lean = None if before is None else _Lean(before, key, before=True)
    return Moment(key.month, _Lean(now, key, before=False), lean)


@cache
def _every_name() -> tuple[str, ...]:
    return (*model().equations, *model().inputs, *model().counterfactuals, *CLOCK)


@cache
def _names_of_one_world() -> tuple[str, ...]:
    """Return what does not rest on the world without vouchers: half as long to run."""
    both = set(model().counterfactuals)
    return tuple(name for name in _every_name() if name not in both and not compares((name,)))


def _at(values: Mapping[str, Any], names: Iterable[str]) -> Values:
    return {name: _each(values[name], name) for name in names}


def _each(value: NDArray[Any] | float, name: str) -> NDArray[np.float64]:
    index = model().indices[name]
    shape = (1,) if index is None else (len(ELEMENTS[index]), 1)
    return np.broadcast_to(np.asarray(value, np.float64), shape)
