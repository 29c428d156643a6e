"""The columns of the comparison: the baseline, the scenario on screen, then the rest of the list.

Floor: items; no Qt is needed here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.ensemble.projection import Projection, Request
from planner.model.scenario import Scenario
from planner.studies.comparison import (
    Column,
    column_from_baseline,
    column_of_run,
    is_baseline,
)
from ui.engine.shown_run import ShownRun


@dataclass(frozen=True, slots=True, eq=False)
class SheetColumn:
    """A run, its color (None of the baseline), and whether it is the scenario on screen."""

    run: Projection
    color: int | None = None
    is_current: bool = False

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario


def sheet_columns(run: ShownRun) -> tuple[SheetColumn, ...]:
    """Return the baseline and each scenario that is drawn, in the order of the list.

    The one on screen comes before the others: where there is no room for all, it is seen.
    """
    below = run.baseline.scenario
    scenarios = [
        SheetColumn(each, color, each is run.projection)
        for each, color in run.in_order
        if not _is_same_baseline(each.scenario, below)
    ]
    scenarios.sort(key=_is_on_list_only)
    return (SheetColumn(run.baseline, None, is_baseline(run.scenario)), *scenarios)


def reference_in(columns: Sequence[SheetColumn], run: ShownRun) -> int | None:
    """Return the column that differences of the runs are from; None of the baseline."""
    return next((n for n, each in enumerate(columns) if run.is_reference(each.run)), None)


def columns_as_run(
    columns: Sequence[SheetColumn], requests: Iterable[Request], reference: int | None
) -> tuple[Column, ...]:
    """Return the columns with what each run says that it differs by.

    That is from the one at `reference`, else from the baseline under its own assumptions.
    """
    asked = tuple(requests)
    if reference is None:
        return tuple(column_from_baseline(each.run, asked) for each in columns)
    return tuple(
        Column(each.run) if number == reference else column_of_run(each.run, asked)
        for number, each in enumerate(columns)
    )


def _is_on_list_only(column: SheetColumn) -> bool:
    return not column.is_current


def _is_same_baseline(scenario: Scenario, below: Scenario) -> bool:
    alike = (scenario.assumptions, scenario.figures) == (below.assumptions, below.figures)
    return is_baseline(scenario) and alike
