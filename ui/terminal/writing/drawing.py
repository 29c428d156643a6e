"""Charts and the report for the terminal: drawn without a screen, and without a word of Qt."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.cards import GENERAL, Card
from planner.studies.combination import Combination
from planner.studies.events import events
from planner.studies.key_figures import YEAR
from ui.engine.shown_run import ShownRun
from ui.process.display.application import load_qt
from ui.process.output import complain
from ui.process.qt_names import names_looked_up_late
from ui.terminal.reading.inputs import InputError

if TYPE_CHECKING:
    from ui.print.size import PictureSize

_STANDARD_ERROR: Final = 2
Areas = tuple[str, ...]
"""The areas that charts are of where they are known by area; none for all."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What charts and a report tell of, and whether the runs are held against the first of them."""

    areas: Areas = ()
    cards: tuple[Card, ...] = GENERAL
    year: int = YEAR
    is_against: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of scenarios, those of their baselines, and what only combinations of them give."""

    projections: Sequence[Projection]
    baselines: Sequence[Projection] = ()
    combinations: Sequence[Combination] = ()


def chart_paths(
    folder: Path, suffix: str, scenarios: Sequence[Scenario], areas: Areas
) -> list[Path]:
    """Return the files that the charts of these scenarios are drawn into, of some areas."""
    with drawing():
        from ui.charts.contents.scopes import settings_in
        from ui.print.export import chart_path

        return [
            chart_path(folder, setting, scenario, suffix)
            for scenario in scenarios
            for setting in settings_in(areas)
        ]


def boxes_in(scenarios: Sequence[Scenario]) -> str:
    """Return one sentence if pictures would show letters of the titles as boxes, else nothing.

    Raises DisplayError where no text can be drawn at all.
    """
    with drawing():
        from ui.print.export import application_for_pictures
        from ui.style.fonts import sentence_about

        application_for_pictures()
        return sentence_about(each.title for each in scenarios)


def draw_charts(
    folder: Path,
    suffix: str,
    runs: Runs,
    size: "PictureSize | None",
    subject: Subject,
) -> list[Path]:
    """Draw the charts of each run into a folder, of some areas, and return their paths."""
    reference = runs.projections[0] if subject.is_against else None
    with drawing():
        from ui.charts.contents.scopes import settings_in
        from ui.print.export import USUAL, save_charts

        return [
            path
            for projection, baseline in zip(runs.projections, runs.baselines, strict=True)
            for path in save_charts(
                replace(_shown(projection, baseline), reference=reference, year=subject.year),
                folder,
                settings_in(subject.areas),
                size=size or USUAL,
                suffix=suffix,
                remark=lambda each: complain(str(each)),
            )
        ]


def sheet_of_runs(
    runs: Runs,
    suffix: str,
    size: "PictureSize | None",
    subject: Subject,
) -> bytes:
    """Return the charts of runs on one sheet: as many runs as there are colors."""
    with drawing():
        from ui.charts.contents.scopes import settings_in
        from ui.print.export import USUAL, sheet_work

        shown = replace(_beside(runs, subject).first_drawn, year=subject.year)
        return sheet_work(shown, settings_in(subject.areas), suffix, size or USUAL)()


def report_of(runs: Runs, subject: Subject, path: Path) -> bytes:
    """Return a report of runs, by the ending of its name: about the first, the others beside it."""
    with drawing():
        from ui.print.formats import report_format_of
        from ui.print.report.make import report_work
        from ui.print.report.parts import Asked, Combined

        shown, together = _beside(runs, subject), _together(runs, subject.year)
        titles = tuple(shown_title(each.scenario.title) for each in runs.projections)
        asked = Asked(
            subject.year,
            subject.areas,
            subject.cards,
            together=together,
            combined=Combined(tuple(runs.combinations), titles),
        )
        return report_work(shown, asked, report_format_of(path).suffix, path.name)()


def _together(runs: Runs, year: int) -> str:
    """Return what only a combination gives in a year, in a sentence; empty where none is known."""
    from planner.quantities.told.numerals import numerals
    from ui.wording.compared.together import to_tell, together_sentence

    found = to_tell(runs.combinations, year)
    titles = [shown_title(each.scenario.title) for each in runs.projections]
    return "" if found is None else together_sentence(found, titles, numerals())


def _beside(runs: Runs, subject: Subject) -> ShownRun:
    """Return runs beside each other: about the first, or the first one that is held against it."""
    first, *others = runs.projections
    if not subject.is_against:
        return _shown(first, runs.baselines[0], others)
    told, *others = others
    beside = ((first, 0), *((each, color) for color, each in enumerate(others, 2)))
    return ShownRun(told, runs.baselines[1], beside, events(told), own=1, place=1, reference=first)


def _shown(
    projection: Projection, baseline: Projection, others: Sequence[Projection] = ()
) -> ShownRun:
    beside = tuple((other, color) for color, other in enumerate(others, 1))
    return ShownRun(projection, baseline, beside, events(projection))


@contextmanager
def drawing() -> Iterator[None]:
    """Draw without a screen. Raises InputError or DisplayError where no charts can be drawn."""
    load_qt()
    try:
        with names_looked_up_late():
            from ui.print.sheet_files import ExportError
    except ImportError as error:
        text = translate("Terminal", "the charts cannot be drawn here: {cause}")
        raise InputError(text.format(cause=error)) from error
    try:
        with _quiet():
            yield
    except ExportError as error:
        raise InputError(str(error)) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Qt and its libraries say of fonts away from standard error.

    They write past Python, so that its descriptor leads nowhere meanwhile. What we say ourselves
    comes where it always does.
    """
    sys.stderr.flush()
    with ExitStack() as stack:
        ours = stack.enter_context(os.fdopen(os.dup(_STANDARD_ERROR), "w", buffering=1))
        ours.reconfigure(errors="backslashreplace")
        if _is_standard_error(sys.stderr):
            stack.enter_context(redirect_stderr(ours))
        stack.callback(os.dup2, ours.fileno(), _STANDARD_ERROR)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        stack.callback(os.close, nowhere)
        os.dup2(nowhere, _STANDARD_ERROR)
        yield


def _is_standard_error(stream: TextIO) -> bool:
    try:
        return stream.fileno() == _STANDARD_ERROR
    except OSError:  # it is no file, as in a test
        return False
