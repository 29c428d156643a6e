"""What a worker is told of a batch: text and bytes alone, so that any process can read them.

Eighth floor of planner. The scenarios are those of scenario files. The places of the futures in
the sequence of points come along where several batches share them; else the worker chooses.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from planner.files.scenario.fields import fields_of, scenario_of
from planner.model.scenario import Scenario, without_texts
from planner.sweep.batches.layout import Slice
from planner.sweep.plan.columns import Column
from planner.sweep.plan.plan import Plan, Precision

Told = dict[str, Any]
"""A spec as JSON holds it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the file of a batch follows from but its number: hashes of plan and model, and a size.

    The size is that of the layout. Where no file is kept, it and the model may be left out.
    """

    plan: str
    model: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Spec:
    """A batch with its scenarios, one per point, its columns, and its futures' places if known."""

    batch: Slice
    scenarios: tuple[Scenario, ...]
    columns: tuple[Column, ...]
    precision: Precision
    origin: Origin
    places: NDArray[np.int64] | None

    def packed(self) -> tuple[str, bytes]:
        """Return the spec as JSON, and the places as bytes."""
        batch = self.batch
        told = {
            "batch": [getattr(batch, name) for name in Slice.__slots__],
            "scenarios": [fields_of(without_texts(each)) for each in self.scenarios],
            "columns": [[each.outcome, each.element, each.month] for each in self.columns],
            "precision": self.precision,
            "origin": asdict(self.origin),
            "chosen": self.places is not None,
        }
        places = b"" if self.places is None else np.ascontiguousarray(self.places).tobytes()
        return json.dumps(told), places


def spec_of(
    plan: Plan, batch: Slice, places: NDArray[np.int64] | None, origin: Origin | None = None
) -> Spec:
    """Return the spec of one batch of a plan; of all places of its futures those of its slice."""
    origin = origin or Origin(plan.hash)
    numbers = range(batch.first_point, batch.first_point + batch.points)
    scenarios = tuple(plan.points.scenario_at(plan.base, number) for number in numbers)
    own = None if places is None else places[batch.first : batch.first + batch.futures]
    return Spec(batch, scenarios, plan.columns, plan.precision, origin, own)


def unpacked(text: str, places: bytes) -> Spec:
    """Return the spec that was packed."""
    told: Told = json.loads(text)
    return Spec(
        batch=Slice(*told["batch"]),
        scenarios=tuple(scenario_of(fields, "") for fields in told["scenarios"]),
        columns=tuple(Column(*each) for each in told["columns"]),
        precision=cast("Precision", told["precision"]),
        origin=Origin(**told["origin"]),
        places=np.frombuffer(places, np.int64) if told["chosen"] else None,
    )
