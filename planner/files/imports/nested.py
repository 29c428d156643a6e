"""Values by address as a scenario file nests them; seventh floor of planner."""

from collections.abc import Mapping
from typing import Any

from planner.facts.record import Figures
from planner.files.format.decode import Fields
from planner.files.scenario.sheet_layout import PARTS, nested_place
from planner.model.scenario import assumption_default


def nested(name: str, value: Any) -> Fields:  # noqa: ANN401  (as a file holds it)
    """Return one value below its key, and below its element where it has one."""
    key, *element = nested_place(name)
    return {key: {element[0]: value} if element else value}


def merged(values: Mapping[str, Any]) -> Fields:
    """Return values by key, and by element below the key where there is one."""
    found: Fields = {}
    for name, value in values.items():
        for key, part in nested(name, value).items():
            found[key] = {**found[key], **part} if key in found else part
    return found


def whole_spread(address: str, parts: Mapping[str, float], figures: Figures) -> Fields:
    """Return low, central and high of an assumption: the default where a part is not told."""
    default = assumption_default(address, figures)
    return dict(zip(PARTS, default.parts, strict=True)) | dict(parts)
