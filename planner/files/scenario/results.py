"""How the key figures that a scenario keeps stand in its file; seventh floor of planner.

What they are, and what a newer model says of them, is `planner.studies.model_versions`.
"""

from collections.abc import Mapping
from typing import Any

from planner.files.format.schema import PARTS
from planner.model.graph import model
from planner.studies.model_versions import Kept, Results


def fields_of_results(results: Results) -> dict[str, Any]:
    """Return the results as they stand in a file."""
    values = {key: _parts(kept) for key, kept in results.values}
    return {"month": results.month, "values": values}


def results_in(fields: Mapping[str, Any]) -> Results:
    """Return the results that valid fields of a file hold, in the order of the model."""
    values = fields["values"]
    kept = (
        (key, Kept(**{part: float(value) + 0.0 for part, value in values[key].items()}))
        for key in model().outcomes
        if key in values
    )
    return Results(fields["month"], tuple(kept))


def _parts(kept: Kept) -> dict[str, float]:
    found = ((part, getattr(kept, part)) for part in PARTS)
    return {part: value for part, value in found if value is not None}
