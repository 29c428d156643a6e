"""Inputs in which two scenarios differ, each of which can be as one or as the other has it.

Sixth floor of planner. A lever that moves in parts stands as its parts, or as one path where either
scenario sets knots of its own. A lever of which all areas are set to one value, or moved by one
factor, is one input. How an input is called is told by whoever shows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isclose
from typing import Final, Literal

import numpy as np

from planner.engine.batch import address_rows, central_values
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import elements_of
from planner.model.lever_settings import has_knots
from planner.model.scenario import Scenario, lever_at, lever_value
from planner.studies.differing_inputs import differing_inputs

Kind = Literal["lever", "path", "assumption", "figures"]
FIGURES: Final = "figures"


@dataclass(frozen=True, slots=True)
class ChangedInput:
    """One input that differs, by address; a lever that moves in all areas by its key.

    Of `figures` it is what else rests on them, all at once.
    """

    kind: Kind
    name: str


def changed_inputs(before: Scenario, after: Scenario) -> tuple[ChangedInput, ...]:
    """Return what differs between two scenarios, levers first, in the order of the model."""
    found = differing_inputs((before, after))
    levers = frozenset(found.levers)
    told = [name for name in found.levers if not _is_inside(name, levers)]
    return (
        *_levers(told, before, after),
        *(ChangedInput("assumption", name) for name in found.assumptions),
        *_figures(before, after),
    )


def _levers(names: Sequence[str], before: Scenario, after: Scenario) -> Iterator[ChangedInput]:
    for key, some in groupby(names, key=lambda name: split_address(name)[0]):
        of_key = list(some)
        if _move_as_one(key, of_key, before, after):
            yield ChangedInput("lever", key)
        else:
            for name in of_key:
                is_path = has_knots(name, before, after)
                yield ChangedInput("path" if is_path else "lever", name)


def _move_as_one(key: str, names: Sequence[str], before: Scenario, after: Scenario) -> bool:
    """Tell whether all areas of a lever are set to the same value, or times the same factor."""
    areas = [address(key, each) for each in elements_of(model().levers[key])]
    if len(names) == 1 or any(has_knots(name, before, after) for name in areas):
        return False
    old, new = ([lever_value(each, name) for name in areas] for each in (before, after))
    factor = sum(new) / sum(old) if sum(old) else 0.0
    are_scaled = all(isclose(b, a * factor) for a, b in zip(old, new, strict=True))
    return are_scaled or len(set(new)) == 1


def _is_inside(name: str, levers: frozenset[str]) -> bool:
    """Tell whether a lever is a part of the path of another that differs as a whole."""
    part = lever_at(name)[0].part
    return part is not None and part.of.key in levers


def _figures(before: Scenario, after: Scenario) -> Iterator[ChangedInput]:
    """Yield the figures where a number differs by them that is neither lever nor assumption."""
    if before.figures == after.figures:
        return
    plain = [Scenario(figures=each.figures) for each in (before, after)]
    differ = np.flatnonzero(np.not_equal(*map(central_values, plain)))
    told = {address_rows()[name] for name in differing_inputs(plain).assumptions}
    if not told.issuperset(map(int, differ)):
        yield ChangedInput("figures", FIGURES)
