"""Checks that the model hangs together; third floor of planner.

Building it (`graph.model`) already refuses unknown names, names given twice, circles without a
stock, and areas that meet segments. What is left is checked here. That units are consistent is
proved by running the equations on numbers with units, which only the tests do.
"""

from collections.abc import Iterator
from typing import Final

from planner.docstring import first_line
from planner.model.graph import Model
from planner.model.indices import split_address
from planner.model.inputs import DIMENSIONS, Assumption, default_spread, dimension_of, elements_of
from planner.model.language.equation import start_of
from planner.model.scenario import addresses

PROMINENT_AT_MOST: Final = 12


def check(system: Model) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong; empty when the model hangs together."""
    return (
        *_unused(system),
        *_unread(system),
        *_mismatched(system),
        *_untold(system),
        *_crowded(system),
        *_unexplained(system),
        *_misdrawn(system),
        *_miscorrelated(system),
    )


def _needed(system: Model) -> frozenset[str]:
    """Return every name that some equation needs or some stock starts from."""
    needs = {need for equation in system.equations.values() for need in equation.needs}
    starts = {equation.start for equation in system.equations.values() if equation.start}
    return frozenset(needs | starts)


def _unused(system: Model) -> Iterator[str]:
    for name in system.inputs:
        if name not in _needed(system):
            yield f"no equation uses {name}"


def _unread(system: Model) -> Iterator[str]:
    read = _needed(system)
    shown = {o.variable(e) for o in system.outcomes.values() for e in o.elements}
    for name in system.equations:
        if name not in read | shown:
            yield f"nothing reads the equation {name}"


def _mismatched(system: Model) -> Iterator[str]:
    for outcome in system.outcomes.values():
        for element in outcome.elements:
            equation = system.equations[outcome.variable(element)]
            if equation.unit != outcome.unit:
                yield f"{outcome.key} is in {outcome.unit}, {equation.name} in {equation.unit}"
            if equation.index != (outcome.index if element else None):
                yield f"{outcome.key} and {equation.name} repeat over different things"
    for name in system.stocks:
        start = start_of(system.equations[name].function)
        if start is not None and system.units[start] != system.units[name]:
            yield f"the stock {name} starts from {start}, which has another unit"


def _untold(system: Model) -> Iterator[str]:
    """Yield which levers are to be told beside an outcome that is missing, or is no number."""
    for lever in system.levers.values():
        outcome, element = lever.told_beside or ("", "")
        row = system.outcomes.get(outcome)
        if outcome and (row is None or row.is_counted or element not in row.elements):
            yield f"{lever.key} stands beside {outcome} of {element or 'all'}, which is no outcome"


def _crowded(system: Model) -> Iterator[str]:
    """Yield that more levers are prominent than a reader takes in at a glance."""
    count = sum(lever.is_prominent for lever in system.levers.values())
    if count > PROMINENT_AT_MOST:
        yield f"{count} levers are prominent; at most {PROMINENT_AT_MOST} may be"


def _unexplained(system: Model) -> Iterator[str]:
    for equation in system.equations.values():
        if not first_line(equation.function).endswith("."):
            yield f"the equation {equation.name} has no sentence"


def _misdrawn(system: Model) -> Iterator[str]:
    """Yield which random numbers are given twice, or are none; elements of a row may share one."""
    taken = {place: name for name, place in system.retired_dimensions.items()}
    for row in system.assumptions.values():
        for place in sorted(_dimensions(row)):
            if not 0 <= place < DIMENSIONS:
                yield f"{row.key} has the dimension {place}; there are 0 to {DIMENSIONS - 1}"
            if place in taken:
                yield f"{row.key} has the dimension {place}, which is that of {taken[place]}"
            taken[place] = row.key


def _dimensions(row: Assumption) -> frozenset[int]:
    return frozenset(dimension_of(row, element) for element in elements_of(row))


def _miscorrelated(system: Model) -> Iterator[str]:
    known = addresses(system.assumptions.values())
    seen: set[frozenset[str]] = set()
    for each in system.correlations:
        pair = frozenset((each.one, each.other))
        said = f"the correlation of {each.one} and {each.other}"
        if not pair <= frozenset(known):
            yield f"{said} names an assumption that is not there"
            continue
        if len(pair) < len((each.one, each.other)) or pair in seen:
            yield f"{said} stands there twice, or is one with itself"
        if not -1 < each.rho < 1:
            yield f"{said} is {each.rho}, not between -1 and 1"
        if any(_is_fixed(system, name) for name in pair):
            yield f"{said} names an assumption that is not drawn"
        seen.add(pair)


def _is_fixed(system: Model, name: str) -> bool:
    key, element = split_address(name)
    return default_spread(system.assumptions[key], element).is_fixed
