"""A story as work of an export: step by step it is run, laid out and at last painted. Floor: print.

Running and painting are done off the window's thread; in between one slide after the other is laid
out in it, so that it never waits for all of them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps, as_part
from ui.engine.export_queue import Prepared
from ui.print.sheet_files import ExportError, LaidOut
from ui.print.story.slide import Scene, Slide, Usual, slide_of

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Made = dict[Path, bytes]
Paint = Callable[[Sequence[LaidOut]], Steps[Made]]
_RUN: Final = 0.8
"""The share of the whole that goes into runs."""


class StoryWork:
    """Makes the files of a story by `paint`, once."""

    def __init__(self, scenes: Sequence[Scene], usual: Usual, paint: Paint) -> None:
        self._scenes = tuple(scenes)
        self._usual = usual
        self._paint = paint
        self._projector: Projector | None = None
        self._charts: list[LaidOut] = []

    def make(self) -> Steps[Prepared]:
        """Run the next step; what is returned lays it out."""
        number, count = len(self._charts), len(self._scenes)
        yield _RUN * number / count
        steps = slide_of(self._scenes, number, self._usual, self._ready())
        slide = yield from as_part(steps, _RUN * number / count, _RUN * (number + 1) / count)
        return Prepared(partial(self._lay_out, slide))

    def _ready(self) -> "Projector":
        """Return what runs the steps, its model compiled the first time."""
        from planner.ensemble.many import Projector

        if self._projector is None:
            self._projector = Projector()
            self._projector.warm_up()
        return self._projector

    def _lay_out(self, slide: Slide) -> Callable[[], Steps[object]]:
        from ui.print.story.pages import slide_laid_out

        try:
            self._charts.append(slide_laid_out(slide))
        except ExportError as error:
            self.close()
            return partial(_refused, str(error))
        return self.make if len(self._charts) < len(self._scenes) else self._painted

    def _painted(self) -> Steps[Made]:
        charts, self._charts = self._charts, []
        return (yield from as_part(self._paint(charts), _RUN, 1.0))

    def close(self) -> None:
        """Give back what was laid out and is not painted any more."""
        charts, self._charts = self._charts, []
        for chart in charts:
            chart.printed.close()


def as_pdf(path: Path, title: str) -> Paint:
    """Return what paints all slides into one document."""
    return partial(_pdf, path, title)


def as_pictures(paths: Sequence[Path]) -> Paint:
    """Return what paints each slide as a picture."""
    return partial(_pictures, tuple(paths))


def _pdf(path: Path, title: str, charts: Sequence[LaidOut]) -> Steps[Made]:
    from ui.print.story.pages import story_pdf

    yield 0.0
    return {path: story_pdf(charts, title)}


def _pictures(paths: Sequence[Path], charts: Sequence[LaidOut]) -> Steps[Made]:
    from ui.print.story.pages import story_png

    made: Made = {}
    for path, chart in zip(paths, charts, strict=True):
        yield len(made) / len(paths)
        made[path] = story_png(chart)
    return made


def _refused(why: str) -> Steps[str]:
    yield 0.0
    return why
