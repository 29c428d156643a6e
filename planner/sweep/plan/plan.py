"""What a sweep is asked for, whole and checked: a frozen value; eighth floor of planner.

Two plans that ask for the same have the same hash, whatever their files look like. A title changes
nothing of what is run.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

from planner.files.scenario.fields import fields_of
from planner.model.scenario import Scenario, without_texts
from planner.sweep.design.points import Points
from planner.sweep.plan.columns import Column

Precision = Literal["float32", "float64"]
FUTURES: Final = 10_000
"""Of each point, unless a plan says otherwise."""
FUTURES_AT_MOST: Final = 60_000_000
"""As many as the sequence of points allows where each is kept from sixteen."""


@dataclass(frozen=True, eq=False)
class Plan:
    """A base scenario with as many futures as each point has, points, and columns to keep.

    The base tells seed, draws and horizon. `batch` is how many futures a batch has, 0 for as many
    as take a second or so.
    """

    title: str
    base: Scenario
    points: Points
    columns: tuple[Column, ...]
    precision: Precision = "float32"
    batch: int = 0

    @property
    def futures(self) -> int:
        """How many futures each point has."""
        return self.base.futures

    @property
    def fields(self) -> dict[str, Any]:
        """All that is run as JSON, the values of points by their hash."""
        points = self.points
        return {
            "scenario": fields_of(without_texts(self.base)),
            "inputs": [{"name": each.name, "fixed": each.is_fixed} for each in points.inputs],
            "worlds": list(points.worlds),
            "points": points.count,
            "points_sha256": points.sha256,
            "futures": self.futures,
            "columns": [each.name for each in self.columns],
            "precision": self.precision,
            "batch": self.batch,
        }

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of all that is run, in hexadecimal digits."""
        return hashlib.sha256(json.dumps(self.fields, sort_keys=True).encode()).hexdigest()
