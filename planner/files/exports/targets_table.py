"""The targets of a scenario and how many futures of each run meet them, as rows; seventh floor.

Others place the rows: the terminal prints them, JSON and workbook hold them. Shares are numbers
from 0 to 1, None where one is not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

from planner.ensemble.met import Met
from planner.ensemble.projection import Projection
from planner.files.scenario.target_fields import fields_of_targets
from planner.model.targets.target import Target
from planner.model.targets.words import all_met_text, target_text
from planner.quantities.unit_system import BASE, UnitSystem


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target in words, or all of them (`target` is None), and the share of each run."""

    text: str
    shares: tuple[float | None, ...]
    target: Target | None = None


def target_rows(
    projections: Sequence[Projection], system: UnitSystem = BASE
) -> tuple[TargetRow, ...]:
    """Return a row for each target that the first run was judged by, and one for all of several.

    Levels are told in a system of units. A run that was judged by other targets, or by none, has
    unknown shares.
    """
    first = projections[0].met if projections else None
    if first is None:
        return ()
    met = [
        each.met if each.met and each.met.targets == first.targets else None for each in projections
    ]
    rows = [
        TargetRow(target_text(target, system), tuple(_share(each, target) for each in met), target)
        for target in first.targets
    ]
    if len(rows) > 1:
        rows.append(TargetRow(all_met_text(), tuple(_share(each, None) for each in met)))
    return tuple(rows)


def target_fields(projection: Projection) -> dict[str, Any]:
    """Return what JSON holds of a run's targets: as in a file, with the share that meets each."""
    if projection.met is None:
        return {}
    shares = [_share(projection.met, target) for target in projection.met.targets]
    fields = fields_of_targets(projection.met.targets)
    return {
        "targets": [{**each, "met": share} for each, share in zip(fields, shares, strict=True)],
        "all_targets_met": _share(projection.met, None),
    }


def _share(met: Met | None, target: Target | None) -> float | None:
    """Return the share that meets a target, or all; None where it is not known."""
    if met is None:
        return None
    share = met.all_met if target is None else met.each[target]
    return None if isnan(share) else share
