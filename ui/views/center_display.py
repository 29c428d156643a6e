"""What the middle of the window says: a pure function of the run on screen and the wished year.

No widgets: what is derived here is tested without a window, and `ui.views.center` puts on screen
only what differs.
"""

from dataclasses import dataclass
from typing import Final

from planner.model.scenario import FIRST_YEAR
from planner.studies.key_figures import YEAR
from ui.engine.shown_run import ShownRun
from ui.wording.key_figures import KpiDisplay, KpiHead, kpi_display
from ui.wording.numbers import Numerals

YEAR_AT_START: Final = YEAR
LAST_YEAR_AT_START: Final = YEAR_AT_START + 5
"""The last year that is offered before the first run."""


@dataclass(frozen=True, slots=True)
class CenterInputs:
    """What the middle of the window follows from: `heads` say what cards are, whatever the run.

    There is no run before the first.
    """

    heads: tuple[KpiHead, ...]
    run: ShownRun | None = None
    wished_year: int = YEAR_AT_START


@dataclass(frozen=True, slots=True)
class CenterDisplay:
    """The year of the key figures, the last one there is, and what each card says."""

    year: int = 0
    last_year: int = 0
    cards: tuple[KpiDisplay, ...] = ()


def center_display(inputs: CenterInputs, style: Numerals) -> CenterDisplay:
    """Return what to show; the year is the one wished for, as far as the run goes."""
    run = inputs.run
    last_year = LAST_YEAR_AT_START if run is None else run.scenario.last_year
    year = min(max(inputs.wished_year, FIRST_YEAR), last_year)
    projection = None if run is None else run.projection
    baseline = None if run is None else run.baseline
    cards = (kpi_display(head, projection, baseline, year, style) for head in inputs.heads)
    return CenterDisplay(year, last_year, tuple(cards))
