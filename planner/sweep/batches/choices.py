"""Which futures batches have, chosen once for all that share them; eighth floor of planner.

Points that differ in levers alone share a choice, and so do the slices of one point. Where each
point has a choice of its own and fits into a batch, whoever runs the batch chooses.
"""

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.chosen import choosing, forget
from planner.ensemble.progress import Steps
from planner.model.own.scenarios import WayOfDrawing, way_of_drawing
from planner.model.scenario import Scenario
from planner.quantities.spread import Spread
from planner.sweep.batches.layout import Layout, Slice
from planner.sweep.plan.plan import Plan

if TYPE_CHECKING:
    from planner.ensemble.conditioning.description import Conditioning

Places = NDArray[np.int64]
Key = tuple[WayOfDrawing, tuple[tuple[str, Spread], ...]]

_SHARED_AT_MOST: Final = 32
_BYTES_AT_MOST: Final = 64 * 2**20
"""Of the choices that are remembered; the last one stays, however large."""


class Choices:
    """The choices of a plan, made when a batch first asks for them, the last ones remembered."""

    def __init__(self, plan: Plan, layout: Layout) -> None:
        self._plan = plan
        self._are_shared = are_shared(plan, layout)
        self._kept: OrderedDict[Key, Places] = OrderedDict()
        self.faults: dict[Key, Conditioning] = {}
        """What is told of choices of which few futures agree with what was measured."""

    def choosing(self, batch: Slice) -> Steps[Places | None]:
        """Choose all futures of a batch's points; None where its worker does; yields the share."""
        if not self._are_shared:
            return None
        numbers = range(batch.first_point, batch.first_point + batch.points)
        scenarios = [self._plan.points.scenario_at(self._plan.base, each) for each in numbers]
        keys = {key_of(each) for each in scenarios}
        return (yield from self._places(scenarios[0])) if len(keys) == 1 else None

    def _places(self, scenario: Scenario) -> Steps[Places]:
        key = key_of(scenario)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        chosen = yield from choosing(replace(scenario, levers=()), scenario.futures)
        if chosen.told.fault:
            self.faults[key] = chosen.told
        self._kept[key] = chosen.places
        self._forget_oldest()
        return chosen.places

    def _forget_oldest(self) -> None:
        while len(self._kept) > 1 and sum(e.nbytes for e in self._kept.values()) > _BYTES_AT_MOST:
            self._kept.popitem(last=False)
            forget()


def are_shared(plan: Plan, layout: Layout) -> bool:
    """Tell whether choices are made by whoever hands batches out, and not with each batch."""
    return layout.slices > 1 or distinct(plan) <= _SHARED_AT_MOST


def key_of(scenario: Scenario) -> Key:
    """Return what is the same for scenarios that are drawn with the same futures."""
    return way_of_drawing(scenario), scenario.assumptions


def distinct(plan: Plan) -> int:
    """Return how many choices there are at most: worlds, and values of assumptions in them."""
    points = plan.points
    assumed = [place for place, each in enumerate(points.inputs) if not each.is_lever]
    rows = np.column_stack((points.values[:, assumed], points.world))
    return len(np.unique(rows, axis=0))
