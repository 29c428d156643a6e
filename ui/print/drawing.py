"""Charts as work off the GUI thread: yields the share that is drawn, and returns what was made.

What cannot be drawn is returned as the sentence that says why.
"""

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.ensemble.progress import Steps
from ui.charts.contents.specs import ChartSetting
from ui.engine.shown_run import ShownRun
from ui.print.size import PictureSize
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from ui.print.export import Copied

Made = TypeVar("Made")
OrWhyNot = Generator[float, None, Made | str]


def drawn(
    run: ShownRun, charts: Mapping[Path, ChartSetting], suffix: str, size: PictureSize
) -> OrWhyNot[dict[Path, bytes]]:
    """Return the bytes of charts by their paths."""
    return _or_why_not(_charts(run, charts, suffix, size))


def page_of(
    run: ShownRun, settings: Sequence[ChartSetting], path: Path
) -> OrWhyNot[dict[Path, bytes]]:
    """Return the scenario on one page, with these charts."""
    return _or_why_not(_page(run, settings, path))


def copied(run: ShownRun, setting: ChartSetting, size: PictureSize) -> "OrWhyNot[Copied]":
    """Return a chart as the clipboard takes it."""
    return _or_why_not(_copied(run, setting, size))


def _or_why_not(steps: Steps[Made]) -> OrWhyNot[Made]:
    from planner.storage.sentences.file_error import FileError
    from ui.print.export import ExportError

    try:
        return (yield from steps)
    except FileError as error:
        return sentence_of(error.message)
    except ExportError as error:
        return str(error)


def _charts(
    run: ShownRun, charts: Mapping[Path, ChartSetting], suffix: str, size: PictureSize
) -> Steps[dict[Path, bytes]]:
    from ui.print.export import chart_bytes

    files: dict[Path, bytes] = {}
    for path, setting in charts.items():
        yield len(files) / len(charts)
        files[path] = chart_bytes(setting, run, suffix, size)
    return files


def _page(run: ShownRun, settings: Sequence[ChartSetting], path: Path) -> Steps[dict[Path, bytes]]:
    from ui.print.report import report_html

    yield 0.0
    return {path: report_html(run, settings)}


def _copied(run: ShownRun, setting: ChartSetting, size: PictureSize) -> "Steps[Copied]":
    from ui.print.export import chart_to_copy

    yield 0.0
    return chart_to_copy(setting, run, size)
