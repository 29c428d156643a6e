"""What model 1.0 gave for the measured points that it had outcomes for.

Floor: facts. seeds/series/model_1.csv was written once, from the last model 1.0 with seed 2025 and
1,000 futures, so that a later model can be held beside it. Its rents were per realized compute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from planner.facts.load import read_series

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Kept:
    """Quantiles of a point's reading, in its unit, and how they were scored."""

    p10: float
    p50: float
    p90: float
    inside: bool
    with_error: bool
    crps: float


@cache
def kept_of_model_1() -> Mapping[str, Kept]:
    """Return what model 1.0 gave, by the id of the point."""
    columns = ("id", "p10", "p50", "p90", "inside", "with_error", "crps")
    return MappingProxyType(
        {
            row["id"]: Kept(
                p10=float(row["p10"]),
                p50=float(row["p50"]),
                p90=float(row["p90"]),
                inside=row["inside"] == "yes",
                with_error=row["with_error"] == "yes",
                crps=float(row["crps"]),
            )
            for row in read_series("model_1", columns)
        }
    )
