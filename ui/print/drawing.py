"""Charts as work off the GUI thread: yields the share that is drawn, and returns what was made.

What is drawn is laid out in the thread of the window, where its items belong; painting and writing,
which take seconds, come later in any thread, and what a report says is found out before. What
cannot be drawn is returned as the sentence that says why.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.ensemble.progress import Steps, as_part
from planner.studies.combination import Combination
from ui.charts.contents.specs import ChartSetting
from ui.engine.export_queue import Prepared
from ui.engine.shown_run import ShownRun
from ui.print.size import PictureSize
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from ui.print.export import Copied
    from ui.print.report.parts import Asked, Contents
    from ui.print.report.story import StepTold, StorySteps

Made = TypeVar("Made")
Works = dict[Path, Callable[[], bytes]]
Work = Callable[[], Generator[float, None, Made | str]]
Combine = Callable[[ShownRun], Steps[tuple[tuple[Combination, ...], tuple[str, ...]]]]

_COMBINED = 0.6
"""The share of finding out what a report says that goes into combinations."""


def drawn(
    run: ShownRun, charts: Mapping[Path, ChartSetting], suffix: str, size: PictureSize
) -> Work[dict[Path, bytes]]:
    """Return what makes the bytes of charts by their paths."""
    from ui.print.export import chart_work

    works = {path: partial(chart_work, each, run, suffix, size) for path, each in charts.items()}
    return _laid_out(works)


def sheet_of_all(
    run: ShownRun, settings: Sequence[ChartSetting], path: Path, suffix: str, size: PictureSize
) -> Work[dict[Path, bytes]]:
    """Return what makes all charts on one sheet."""
    from ui.print.export import sheet_work

    return _laid_out({path: partial(sheet_work, run, settings, suffix, size)})


def report_of(
    run: ShownRun,
    asked: "Asked",
    path: Path,
    suffix: str,
    combine: Combine,
    story: "StorySteps | None" = None,
) -> Work[Prepared]:
    """Return what finds out all that a report of what is on screen says, before it is laid out.

    `combine` finds out what only combinations of the scenarios give, where that is not known. The
    steps of a `story` are run and laid out before the rest is.
    """
    return partial(_report_said, run, asked, path, suffix, combine, story)


def _report_said(
    run: ShownRun,
    asked: "Asked",
    path: Path,
    suffix: str,
    combine: Combine,
    story: "StorySteps | None",
) -> Steps[Prepared]:
    from ui.print.report.contents import contents
    from ui.print.report.make import work_of
    from ui.print.report.parts import Combined

    if not asked.combined.found:
        found = yield from as_part(combine(run), 0, _COMBINED)
        asked = replace(asked, combined=Combined(*found))
    yield _COMBINED
    said = contents(run, asked, path.name)
    if story is not None:
        return story.begin(partial(_report_laid_out, said, run, path, suffix))
    return Prepared(partial(_laid_out, {path: partial(work_of, said, run, suffix)}))


def _report_laid_out(
    said: "Contents", run: ShownRun, path: Path, suffix: str, steps: "Sequence[StepTold]"
) -> Work[dict[Path, bytes]]:
    from ui.print.report.make import work_of

    return _laid_out({path: partial(work_of, said, run, suffix, steps)})


def copied(run: ShownRun, setting: ChartSetting, size: PictureSize) -> "Work[Copied]":
    """Return what makes a chart as the clipboard takes it."""
    from ui.print.export import copy_work
    from ui.print.sheet_files import ExportError

    try:
        return partial(_or_why_not, partial(_one, copy_work(setting, run, size)))
    except ExportError as error:
        return partial(_refused, str(error))


def _laid_out(layouts: Mapping[Path, Callable[[], Callable[[], bytes]]]) -> Work[dict[Path, bytes]]:
    """Lay everything out, and return what makes it, or what says why it cannot be made."""
    from ui.print.sheet_files import ExportError

    try:
        works = {path: lay_out() for path, lay_out in layouts.items()}
    except ExportError as error:
        return partial(_refused, str(error))
    return partial(_or_why_not, partial(_all, works))


def _or_why_not(begin: Callable[[], Steps[Made]]) -> Generator[float, None, Made | str]:
    from planner.storage.sentences.file_error import FileError
    from ui.print.sheet_files import ExportError

    try:
        return (yield from begin())
    except FileError as error:
        return sentence_of(error.message)
    except ExportError as error:
        return str(error)


def _refused(why: str) -> Generator[float, None, str]:
    yield 0.0
    return why


def _all(works: Works) -> Steps[dict[Path, bytes]]:
    files: dict[Path, bytes] = {}
    for path, work in works.items():
        yield len(files) / len(works)
        files[path] = work()
    return files


def _one(work: Callable[[], Made]) -> Steps[Made]:
    yield 0.0
    return work()
