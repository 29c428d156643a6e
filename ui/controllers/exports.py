"""Charts and numbers out of the window: pictures, the clipboard, and the table of a whole run.

A picture is made from the run that is on screen; the table is run anew. Both are made and written
off the GUI thread: the largest picture takes seconds. Where they are written is asked by
`ui.controllers.exporting.dialogs`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from planner.ensemble.progress import Steps
from planner.files.exports.formats import Format, NumbersFormat
from planner.quantities.told.lists import as_sentences, in_a_row
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.studies.cards import placed
from ui.charts.contents.scopes import sums_shown
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.words import wording
from ui.controllers.files.written_bars import WrittenBars
from ui.controllers.numbers import Numbers
from ui.documents.current import Current
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.engine.export_queue import Export, ExportQueue, Progress
from ui.engine.file_tasks import FileTasks
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.print.drawing import copied, drawn, report_of, sheet_of_all
from ui.print.formats import NUMBERS, chart_format_of, report_format_of, sheet_format_of
from ui.print.size import PictureSize
from ui.print.story.slide import Scene, Usual
from ui.print.without_author import anonymous, without_author
from ui.process.showing import FolderOpener, open_with_desktop
from ui.process.state.settings import Settings
from ui.style.fonts import sentence_about
from ui.views.compare.asking import combinations_in
from ui.views.dialogs.picture_size import kept_size
from ui.views.main_window import MainWindow
from ui.widgets.files.paths import folder_for_dialog
from ui.wording.sentences.report_pages import STORY

if TYPE_CHECKING:
    from ui.print.report.story import StorySteps

ANONYMOUS_KEY: Final = "exports_without_author"
_FOLDER_KEY: Final = "export_folder"


def _no_story() -> tuple[Scene, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class StoryOfReports:
    """Where reports have their story from, and what its steps show where they do not say."""

    scenes: Callable[[], tuple[Scene, ...]] = _no_story
    usual: Callable[[], Usual] = Usual


class Exports(QObject):
    """Writes what is exported; each tells in one sentence how it went."""

    told = Signal(str)
    done = Signal(str)
    progressed = Signal(object)
    idle = Signal()

    def __init__(
        self,
        published: Published,
        current: Current,
        settings: Settings,
        tasks: FileTasks,
        answers: KeptAnswers,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._answers = answers
        self.story = StoryOfReports()
        self._steps: StorySteps | None = None
        self._tasks = tasks
        self._current = current
        self._settings = settings
        self._window = window
        self._published = published
        self._folders = FolderOpener(self)
        self._bars = WrittenBars(window)
        self._bars.open_wanted.connect(self._on_open_wanted)
        self._bars.folder_wanted.connect(self._folders.show_in_folder)
        self.numbers = Numbers(tasks, self)
        self.pictures = ExportQueue(tasks, self)
        for queue in (self.numbers, self.pictures):
            queue.told.connect(self.told)
            queue.done.connect(self.done)
            queue.written.connect(self._on_written)
            queue.idle.connect(self._on_idle)
        self.numbers.progressed.connect(self.progressed)
        self.pictures.progressed.connect(self._on_drawn_further)

    def has_work(self) -> bool:
        """Tell whether something is being made or written."""
        return self.numbers.has_work() or self.pictures.has_work()

    def cancel(self) -> None:
        """Leave what is being made, and what waits behind it."""
        self.numbers.cancel()
        self.pictures.cancel()

    def request_stop(self) -> None:
        """Leave everything at the next step."""
        self.numbers.request_stop()
        self.pictures.request_stop()

    def close(self) -> None:
        """Leave what is being made; what stood there before stands there still."""
        self.numbers.close()
        self.pictures.close()

    def copy_chart(self) -> None:
        """Copy the chart at hand."""
        self.copy_one(self._window.center.chart_at_hand())

    def copy_one(self, index: int) -> None:
        """Copy one chart as a picture."""
        run = self.shown()
        if run is not None:
            from ui.print.export import put_on_clipboard

            work = copied(run, self._setting(index), self.size)
            name = Path(translate("Exports", "the chart"))
            said = self._and_boxes(translate("Exports", "Chart copied"))
            self._start(Export(name, work, said, then=put_on_clipboard))

    def write_chart(self, index: int, path: Path) -> bool:
        """Write one chart; the ending of the name says how. Tell whether it is written by now."""
        run = self.shown()
        if run is None:
            return False
        row, setting = chart_format_of(path), self._setting(index)
        work = drawn(run, {path: setting}, row.suffix, self.size)
        return self._write(path, row, work, self._title(setting))

    def write_sheet(self, path: Path, charts: Sequence[ChartSetting] = ()) -> bool:
        """Write all charts on one sheet; the ending of the name says how. Tell if it is by now."""
        run = self.shown()
        if run is None:
            return False
        row, charts = sheet_format_of(path), charts or self.settings_at_hand
        work = sheet_of_all(run, charts, path, row.suffix, self.size)
        return self._write(path, row, work, self._title(*charts))

    def write_report(self, path: Path, charts: Sequence[ChartSetting] = ()) -> bool:
        """Write a report of what is on screen, as its name ends; tell whether it is by now.

        An enlarged chart stands in it alone.
        """
        from ui.print.report.parts import Asked, Combined

        run = self.shown()
        if run is None:
            return False
        row, center = report_format_of(path), self._window.center
        charts = tuple(charts or center.grid_at_hand.visible_settings)
        known = center.compare.combined
        answers, order = self._answers.told()
        asked = Asked(
            center.year,
            center.areas.chosen,
            tuple(center.kpis.rows),
            charts,
            together=center.compare.on_together,
            combined=Combined(*known),
            answers=answers,
            order=order,
        )
        self._steps = self._story_of(row.suffix) if STORY in order else None
        work = report_of(run, asked, path, row.suffix, combinations_in, self._steps)
        text = translate("Exports", "Report on {scenario}")
        subject = text.format(scenario=shown_title(run.scenario.title))
        return self._write(path, row, work, subject)

    def _story_of(self, suffix: str) -> "StorySteps | None":
        """Return the story as a report tells it; none where nobody is to be named."""
        from ui.print.report.story import StorySteps

        scenes = () if self.leaves_out_author else self.story.scenes()
        return StorySteps(scenes, self.story.usual(), suffix) if scenes else None

    def write_all(self, folder: Path, charts: Sequence[ChartSetting] = ()) -> bool:
        """Write every chart on screen into a folder, as PNG; tell whether that is done by now."""
        charts = charts or self.settings_at_hand
        return self.write_charts(self.paths_in(folder, charts), charts)

    def paths_in(self, folder: Path, charts: Sequence[ChartSetting]) -> list[Path]:
        """Return where in a folder charts on screen are written, each to a file of its own."""
        from ui.print.file_names import chart_names

        return [folder / each for each in chart_names(charts, self.title_for_files, ".png")]

    def write_charts(self, paths: Sequence[Path], charts: Sequence[ChartSetting]) -> bool:
        """Write charts as PNG to paths in one folder; tell whether that is done by now."""
        run = self.shown()
        if run is None:
            return False
        files = dict(zip(paths, charts, strict=True))
        said = translate("Exports", "Wrote {count} charts to {folder}")
        work = drawn(run, files, "png", self.size)
        said = self._and_boxes(said.format(count=len(files), folder=shown_path(paths[0].parent)))
        export = Export(paths[0], work, said, self._title(*charts), makes_folder=True)
        return self._start(export)

    def _title(self, *charts: ChartSetting) -> str:
        return in_a_row(wording().charts[each.chart] for each in charts)

    def _write(self, path: Path, row: Format, work: Callable[[], Steps[Any]], subject: str) -> bool:
        said = translate("Exports", "Wrote {name}").format(name=shown_path(path.name))
        said = said if row.keeps_letters else self._and_boxes(said)
        return self._start(Export(path, work, said, subject))

    def _and_boxes(self, said: str) -> str:
        """Return what was done, and which letters of the titles it shows as boxes."""
        run = self.shown()
        if run is None:
            return said
        boxes = sentence_about(each.scenario.title for each in run.projections[:-1])
        return as_sentences((said, boxes))

    @property
    def title_for_files(self) -> str:
        """The title that files of what is on screen are named after."""
        run = self._published.run
        is_other = run is not None and run.scenario.title != self._current.name
        return run.scenario.title if run is not None and is_other else self._current.title_for_files

    def _start(self, export: Export) -> bool:
        self._bars.begin(export.path)
        self.pictures.start(export)
        return self.pictures.settle(export)

    def write_numbers(self, path: Path, chosen: NumbersFormat = NUMBERS[0]) -> None:
        """Run all scenarios on screen and write every number of them, in the background."""
        run = self._published.run
        shown = () if run is None else run.projections[:-1]
        scenarios = (self._current.scenario, *(each.scenario for each in shown[1:]))
        if self.leaves_out_author:
            scenarios = tuple(map(anonymous, scenarios))
        against = (
            scenario
            for scenario, each in zip(scenarios, shown, strict=False)
            if run is not None and run.is_reference(each)
        )
        sums = sums_shown(self._window.center.areas.chosen, self._window.center.all_settings)
        answers = self._answers.to_store
        self.numbers.write(scenarios, path, chosen, next(against, None), sums, answers)

    @property
    def leaves_out_author(self) -> bool:
        """Whether exports leave out the author and the notes."""
        return self._settings.flag(ANONYMOUS_KEY, default=False)

    def leave_out_author(self, anonymous: bool) -> None:
        """Leave the author and the notes out of exports from now on, or not."""
        self._settings.keep(ANONYMOUS_KEY, anonymous)

    def shown(self) -> ShownRun | None:
        """Return the run on screen with the year and cards shown, as it may leave the window."""
        run, center = self._published.run, self._window.center
        if run is None:
            return None
        cards = placed(center.kpis.rows, center.areas.chosen)
        run = replace(run, year=center.year, cards=cards)
        return without_author(run) if self.leaves_out_author else run

    @property
    def size(self) -> PictureSize:
        """How large pictures of charts are."""
        return kept_size(self._settings)

    @property
    def folder(self) -> str:
        """The folder in which a dialog for exports begins: the last one, else that of the file."""
        kept, path = self._settings.text(_FOLDER_KEY), self._current.document.path
        folders = [*([Path(kept)] if kept else []), *([path.parent] if path else [])]
        return folder_for_dialog(self._tasks.first_folder(folders))

    def ask_here(self) -> None:
        """Remember in which window it is asked where to write: it is told there, too."""
        self._bars.ask_here()

    def _setting(self, index: int) -> ChartSetting:
        return self._window.center.all_settings[index]

    @property
    def settings_at_hand(self) -> Sequence[ChartSetting]:
        """The charts of the window with the focus: the one in which a command was given."""
        return self._window.center.grid_at_hand.settings

    def _on_written(self, path: Path, subject: str) -> None:
        self._settings.keep(_FOLDER_KEY, str(path.parent))
        self._bars.tell(path, subject)

    def _on_open_wanted(self, path: Path) -> None:
        if not open_with_desktop(path):
            text = translate("Exports", "No program here opens {name}.")
            self.told.emit(text.format(name=shown_path(path.name)))

    def _on_drawn_further(self, progress: Progress) -> None:
        """Tell how far pictures are, unless numbers take longer."""
        if not self.numbers.has_work():
            self.progressed.emit(progress)

    def _on_idle(self) -> None:
        if not self.pictures.has_work() and self._steps is not None:
            steps, self._steps = self._steps, None
            steps.close()
        if not self.has_work():
            self.idle.emit()
