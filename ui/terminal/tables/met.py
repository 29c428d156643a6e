"""How many futures meet the targets: a row for each, a column for each run."""

from collections.abc import Sequence

from planner.ensemble.projection import Projection
from planner.files.exports.targets_table import target_rows
from planner.model.targets.words import share_text
from planner.storage.sentences.catalog import translate
from ui.terminal.tables.columns import aligned
from ui.wording.figures.units import units


def targets_met(projections: Sequence[Projection], names: Sequence[str]) -> str:
    """Return the table, empty where there are no targets; `names` head its columns."""
    rows = [
        [row.text, *(share_text(float("nan") if s is None else s) for s in row.shares)]
        for row in target_rows(projections, units())
    ]
    head = translate("Terminal", "Targets, share of futures that meet them")
    return aligned([[head, *names], *rows]) if rows else ""
