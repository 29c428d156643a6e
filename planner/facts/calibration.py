"""How the baseline's bands came out against what was measured, as the backtest counts it.

Floor: facts. The numbers stand in resources/calibration.json, which `make regenerate` writes from
the backtest, so that a report need not run one. Says nothing of other scenarios.
"""

import json
from dataclasses import dataclass
from functools import cache

from planner.storage.places import resources_folder


@dataclass(frozen=True, slots=True)
class Calibration:
    """How many points were measured, and how many lie within P10 to P90 of the futures."""

    points: int
    inside: int


@cache
def calibration() -> Calibration:
    """Return the counts of the backtest of the baseline."""
    text = (resources_folder() / "calibration.json").read_text("utf-8")
    held = json.loads(text)
    return Calibration(points=int(held["points"]), inside=int(held["inside"]))
