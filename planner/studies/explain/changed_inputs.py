"""Inputs in which two scenarios differ, each of which can be as one or as the other has it.

Sixth floor of planner. A lever that moves in parts stands as its parts, or as one path where either
scenario sets knots of its own. Places, dates and ranges are those of the model; how an input is
called is told by whoever shows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from planner.engine.batch import address_rows, central_values
from planner.model.lever_settings import has_knots
from planner.model.scenario import Scenario, lever_at
from planner.studies.differing_inputs import differing_inputs

Kind = Literal["lever", "path", "assumption", "figures"]
FIGURES: Final = "figures"


@dataclass(frozen=True, slots=True)
class ChangedInput:
    """One input that differs, by address; of `figures`, what else rests on them, all at once."""

    kind: Kind
    name: str


def changed_inputs(before: Scenario, after: Scenario) -> tuple[ChangedInput, ...]:
    """Return what differs between two scenarios, levers first, in the order of the model."""
    found = differing_inputs((before, after))
    levers = frozenset(found.levers)
    return (
        *(_lever(name, before, after) for name in found.levers if not _is_inside(name, levers)),
        *(ChangedInput("assumption", name) for name in found.assumptions),
        *_figures(before, after),
    )


def _lever(name: str, before: Scenario, after: Scenario) -> ChangedInput:
    return ChangedInput("path" if has_knots(name, before, after) else "lever", name)


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
