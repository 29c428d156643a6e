"""The steps of a story as a report tells them: title, sentence, charts of that state, notes.

Running them is done off the window's thread; in between one step after the other is laid out in it,
so that it never waits for all of them. Floor: print.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps, as_part
from planner.quantities.told.titles import shown_title
from ui.engine.export_queue import Prepared
from ui.print.report.charts import (
    CHART_SIZE,
    ReportChart,
    line_up,
    notes_below,
    report_look,
    report_pictures,
)
from ui.print.report.pages.sizes import A4, CHART_USUAL
from ui.print.sheet_files import ExportError
from ui.print.story.slide import Scene, Slide, Usual, slide_of
from ui.wording.figures.units import telling_in

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_BEGUN: Final = 0.6
"""The share of a report that is done before its story."""
Then = Callable[[Sequence["StepTold"]], Callable[[], Steps[object]]]


@dataclass(frozen=True, slots=True, eq=False)
class StepTold:
    """A step with its charts, laid out for A4 or for the web; `notes` had no room on them."""

    title: str
    sentence: str
    charts: tuple[ReportChart, ...]
    notes: str


def step_told(slide: Slide, suffix: str) -> StepTold:
    """Lay a step out, in its units. Raises ExportError where a chart has nothing to draw."""
    size = (A4.column, CHART_USUAL) if suffix == "pdf" else CHART_SIZE
    with telling_in(slide.units):
        look = report_look()
        found = report_pictures(slide.charts, slide.run, look)
        shown = found if slide.strips else [replace(each, effect=()) for each in found]
        charts = tuple(ReportChart(each, look, size) for each in shown)
    for column in (0, 1):
        line_up(charts[column::2])
    title = f"{slide.number}. {shown_title(slide.step.title)}"
    return StepTold(title, slide.step.sentence, charts, notes_below(charts))


class StorySteps:
    """Runs and lays out the steps of a story, once."""

    def __init__(self, scenes: Sequence[Scene], usual: Usual, suffix: str) -> None:
        self._scenes = tuple(scenes)
        self._usual = usual
        self._suffix = suffix
        self._then: Then | None = None
        self._projector: Projector | None = None
        self._told: list[StepTold] = []

    def begin(self, then: Then) -> Prepared:
        """Return what begins with the first step; `then` lays out what has all of them."""
        self._then = then
        return Prepared(self._go_on)

    def close(self) -> None:
        """Give back what was laid out and is not painted any more."""
        told, self._told = self._told, []
        for chart in (chart for step in told for chart in step.charts):
            chart.close()

    def _go_on(self) -> Callable[[], Steps[object]]:
        if len(self._told) < len(self._scenes) or self._then is None:
            return self._next
        told, self._told = self._told, []
        return self._then(tuple(told))

    def _next(self) -> Steps[Prepared]:
        """Run the next step; what is returned lays it out."""
        number, count, rest = len(self._told), len(self._scenes), 1.0 - _BEGUN
        share = _BEGUN + rest * number / count, _BEGUN + rest * (number + 1) / count
        steps = slide_of(self._scenes, number, self._usual, self._ready())
        slide = yield from as_part(steps, *share)
        return Prepared(partial(self._lay_out, slide))

    def _ready(self) -> "Projector":
        """Return what runs the steps, its model compiled the first time."""
        from planner.ensemble.many import Projector

        if self._projector is None:
            self._projector = Projector()
            self._projector.warm_up()
        return self._projector

    def _lay_out(self, slide: Slide) -> Callable[[], Steps[object]]:
        try:
            self._told.append(step_told(slide, self._suffix))
        except ExportError as error:
            self.close()
            return partial(_refused, str(error))
        return self._go_on()


def _refused(why: str) -> Steps[str]:
    yield 0.0
    return why
