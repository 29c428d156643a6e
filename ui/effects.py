"""What each step did to the key figures: center lines of the states before and after it.

Computed off the GUI thread by an engine of its own, once the kernel is loaded; what is known is
kept. A difference of center lines is what the model says, without the futures around it.
"""

from collections import OrderedDict
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import Executor
from functools import partial
from math import isfinite
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request, inputs_of
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.quantities.shown import with_unit, words_of
from planner.quantities.unit_forms import unit_form
from ui.charts.numbers import Numerals, fixed, signed
from ui.items.kpis import KPIS, december, kpi_requests
from ui.jobs import Lane
from ui.translate import unit_text

Lines = Mapping[str, NDArray[np.float64]]

KEPT: Final = 1200
NOTHING: Final = 1e-9
WHOLE_FROM: Final = 10
AT_ONCE: Final = 50


class Effects(QObject):
    """Keeps the center lines of states; `computed` tells that there are more."""

    opened = Signal()
    computed = Signal()

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._lines: OrderedDict[Scenario, Lines] = OrderedDict()
        self._asked: set[Scenario] = set()
        self._engine: Projector | None = None
        self._lane = Lane(self, executor)
        self._lane.done.connect(self._on_done)
        self._lane.failed.connect(self._on_failed)
        self._is_open = False

    def open(self) -> None:
        """Begin to compute: the kernel is loaded."""
        if not self._is_open:
            self._is_open = True
            self.opened.emit()

    def request_stop(self) -> None:
        """Let what runs end at its next step."""
        self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def want(self, scenarios: Iterable[Scenario]) -> None:
        """Compute the states that are not known yet."""
        if not self._is_open:
            return
        wanted = dict.fromkeys(inputs_of(scenario) for scenario in scenarios)
        missing = [one for one in wanted if one not in self._lines and one not in self._asked]
        for start in range(0, len(missing), AT_ONCE):
            some = tuple(missing[start : start + AT_ONCE])
            self._asked.update(some)
            self._lane.start(partial(self._compute, some))

    def values(
        self, old: Scenario, new: Scenario, kpi: str, year: int
    ) -> tuple[float, float] | None:
        """Return a key figure at the end of a year before and after; None while not known."""
        before, after = self._lines.get(inputs_of(old)), self._lines.get(inputs_of(new))
        if before is None or after is None:
            return None
        month = december(year)
        if month >= min(len(before[kpi]), len(after[kpi])):
            return None
        return float(before[kpi][month]), float(after[kpi][month])

    def _compute(
        self, scenarios: tuple[Scenario, ...]
    ) -> Generator[None, None, dict[Scenario, Lines]]:
        """Run in the lane's thread, to which the engine belongs."""
        engine = self._engine = self._engine or Projector()
        found: dict[Scenario, Lines] = {}
        for scenario in scenarios:
            yield
            series = engine.project(scenario, kpi_requests(), bands=False).series
            found[scenario] = {key: series[Request(key)].center for key in KPIS}
        return found

    def _on_done(self, ticket: int, found: dict[Scenario, Lines]) -> None:
        self._lines.update(found)
        self._asked.difference_update(found)
        while len(self._lines) > KEPT:
            self._lines.popitem(last=False)
        self.computed.emit()

    def _on_failed(self, ticket: int, trace: str) -> None:
        """Leave the effects unknown; the run on screen fails as well and tells so."""
        self._asked.clear()


def effect_text(kpi: str, before: float, after: float, style: Numerals) -> str:
    """Return what a step did to a key figure as the history tells it, in the unit of its card."""
    outcome = model().outcomes[kpi]
    form = unit_form(outcome.unit)
    if not (isfinite(before) and isfinite(after)):
        said = words_of(after), words_of(before)
        return "±0" if said[0] == said[1] else said[0] or f"no longer {said[1]}"
    shown = (after - before) * form.factor
    if abs(shown) <= NOTHING:
        return "±0"
    number = signed(shown, style)
    if form.is_count:
        whole = abs(shown) >= WHOLE_FROM
        return ("+" if shown > 0 else "") + fixed(shown, 0, style) if whole else number
    return with_unit(number, unit_text(form.difference))
