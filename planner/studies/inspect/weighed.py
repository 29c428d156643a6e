"""What the draws tell of a traced value: shares of its spread, whole effects; floor six.

It comes after the trace, since it runs many futures: what is traced does not wait for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.studies.inspect.causes import CauseMap
from planner.studies.inspect.drawn import batch_of, values_of
from planner.studies.inspect.effect import FUTURES, Effect, effects_on
from planner.studies.inspect.inspection import Inspection, outcome_of
from planner.studies.inspect.node import Node
from planner.studies.inspect.weight import Weight, weights_of

MOST: Final = 1000
"""Most futures that shares are read from."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is to be weighed: the causes of a value in a month, and the levers behind it."""

    scenario: Scenario
    month: int
    root: Node
    causes: tuple[Node, ...]
    levers: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Shares of causes that vary, from so many `futures`; effects, from so many `tried`."""

    asked: Weighing
    weights: Mapping[Node, Weight]
    effects: tuple[Effect, ...]
    futures: int
    tried: int


def weighing_of(
    scenario: Scenario, found: Inspection, shown: CauseMap, behind: tuple[Node, ...]
) -> Weighing:
    """Return what is to be weighed of a traced value: all that is in its map and its equation."""
    causes = dict.fromkeys(
        (*(placed.node for placed in shown.nodes), *(given.node for given in found.given))
    )
    others = tuple(node for node in causes if node != found.node)
    return Weighing(scenario, found.course.month, found.node, others, behind)


def weighed(asked: Weighing) -> Steps[Weighed]:
    """Weigh the causes of a value; yields the share that is done.

    Of a state, which is no number, nothing is told.
    """
    outcome = outcome_of(asked.root.name, is_whole=not asked.root.element)
    if asked.root.is_input or (outcome is not None and outcome.is_counted):
        return Weighed(asked, {}, (), 0, 0)
    batch, clock = batch_of(asked.scenario, asked.month, MOST)
    yield 0.1
    weights = weights_of(asked.root, values_of(batch, clock, (asked.root, *asked.causes)))
    yield 0.5
    steps = effects_on(asked.root, asked.levers, asked.scenario, asked.month)
    effects = yield from as_part(steps, 0.5, 1.0)
    return Weighed(asked, weights, effects, batch.futures, min(FUTURES, batch.futures))
