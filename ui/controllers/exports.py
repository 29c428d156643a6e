"""Charts and numbers out of the window: pictures, the clipboard, and the table of a whole run.

A picture is made from the run that is on screen; the table is run anew. Both are made and written
off the GUI thread: the largest picture takes seconds.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.ensemble.progress import Steps
from planner.files.exports.formats import Format, NumbersFormat
from planner.files.scenario.titles import file_name_of
from planner.model.scenario import Scenario
from planner.quantities.told.lists import as_sentences, in_a_row
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.studies.cards import placed
from ui.charts.contents.scopes import sums_shown
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.words import wording
from ui.controllers.files.dialog_paths import chosen_path, folder_for_dialog
from ui.controllers.files.format_filters import filter_of, name_after, numbers_format_in_filter
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
from ui.print.without_author import anonymous, without_author
from ui.process.showing import FolderOpener, open_with_desktop
from ui.process.state.settings import Settings
from ui.style.fonts import sentence_about
from ui.views.compare.asking import combinations_in
from ui.views.dialogs.picture_size import KEY as SIZE_KEY
from ui.views.dialogs.picture_size import PictureSizeDialog, kept_size, pixels_text
from ui.views.main_window import MainWindow
from ui.wording.commands.rows.export_formats import CHARTS, SHEET

ANONYMOUS_KEY: Final = "exports_without_author"


class Exports(QObject):
    """What the export commands do; each tells in one sentence how it went."""

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
        self._tasks = tasks
        self._current = current
        self._settings = settings
        self._window = window
        self._published = published
        self._index = 0
        self._charts: Sequence[ChartSetting] = ()
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

    def export_chart(self, suffix: str) -> None:
        """Ask where to write the chart at hand."""
        self.export_one(self._window.center.chart_at_hand(), suffix)

    def export_one(self, index: int, suffix: str) -> None:
        """Ask where to write one chart."""
        from ui.print.export import file_name

        run = self.shown()
        if run is None:
            return
        self._index = index
        name = file_name(self._setting(index), self._named(run.scenario), suffix)
        text = translate("Exports", "Export {chart}")
        title = text.format(chart=self._title(self._setting(index)))
        if suffix == "png":
            title = f"{title}, {pixels_text(self._size())}"
        dialog = self._dialog(title, name, chart_format_of(Path(name)))
        dialog.fileSelected.connect(self._on_chart_selected)
        dialog.open()

    def export_all(self) -> None:
        """Ask for the folder to write all charts to."""
        text = translate("Exports", "Folder for the charts, {size} each")
        title = text.format(size=pixels_text(self._size()))
        self._charts = self._settings_at_hand()
        self._bars.ask_here()
        dialog = QFileDialog(self._front(), title, self._folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder_selected)
        dialog.open()

    def export_numbers(self) -> None:
        """Ask where to write the numbers of the whole run, and as what."""
        self._ask_where(NUMBERS[0])

    def export_workbook(self) -> None:
        """Ask where to write them, as a workbook unless another kind is chosen."""
        self._ask_where(next(row for row in NUMBERS if row.suffix == "xlsx"))

    def _ask_where(self, row: NumbersFormat) -> None:
        name = file_name_of(self._current.name, row.ending)
        dialog = self._dialog(translate("Exports", "Export the numbers"), name, row)
        dialog.setNameFilters([filter_of(each) for each in NUMBERS])
        dialog.selectNameFilter(filter_of(row))
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_numbers_selected)
        dialog.open()

    def export_sheet(self) -> None:
        """Ask where to write all charts on one sheet."""
        from ui.print.export import sheet_name

        run = self.shown()
        if run is None:
            return
        self._charts = self._settings_at_hand()
        name = sheet_name(self._named(run.scenario), SHEET.suffix)
        dialog = self._dialog(translate("Exports", "Export the charts on one sheet"), name, SHEET)
        dialog.setNameFilters([filter_of(row) for row in CHARTS])
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_sheet_selected)
        dialog.open()

    def export_report(self, suffix: str) -> None:
        """Ask where to write a report of what is on screen."""
        self._charts = self._window.center.grid_at_hand.visible_settings
        name = file_name_of(self._current.name, f".{suffix}")
        row = report_format_of(Path(name))
        dialog = self._dialog(translate("Exports", "Export the report"), name, row)
        dialog.fileSelected.connect(self._on_report_selected)
        dialog.open()

    def choose_size(self) -> None:
        """Ask how large exported charts are to be."""
        dialog = PictureSizeDialog(self._size(), self._window)
        dialog.accepted_size.connect(self._on_size_chosen)
        dialog.open()

    def copy_chart(self) -> None:
        """Copy the chart at hand."""
        self.copy_one(self._window.center.chart_at_hand())

    def copy_one(self, index: int) -> None:
        """Copy one chart as a picture."""
        run = self.shown()
        if run is not None:
            from ui.print.export import put_on_clipboard

            work = copied(run, self._setting(index), self._size())
            name = Path(translate("Exports", "the chart"))
            said = self._and_boxes(translate("Exports", "Chart copied"))
            self._start(Export(name, work, said, then=put_on_clipboard))

    def write_chart(self, index: int, path: Path) -> bool:
        """Write one chart; the ending of the name says how. Tell whether it is written by now."""
        run = self.shown()
        if run is None:
            return False
        row, setting = chart_format_of(path), self._setting(index)
        work = drawn(run, {path: setting}, row.suffix, self._size())
        return self._write(path, row, work, self._title(setting))

    def write_sheet(self, path: Path, charts: Sequence[ChartSetting] = ()) -> bool:
        """Write all charts on one sheet; the ending of the name says how. Tell if it is by now."""
        run = self.shown()
        if run is None:
            return False
        row, charts = sheet_format_of(path), charts or self._settings_at_hand()
        work = sheet_of_all(run, charts, path, row.suffix, self._size())
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
        asked = Asked(
            center.year,
            center.areas.chosen,
            tuple(center.kpis.rows),
            charts,
            together=center.compare.on_together,
            combined=Combined(*known),
            answers=self._answers.all,
        )
        work = report_of(run, asked, path, row.suffix, combinations_in)
        text = translate("Exports", "Report on {scenario}")
        subject = text.format(scenario=shown_title(run.scenario.title))
        return self._write(path, row, work, subject)

    def write_all(self, folder: Path, charts: Sequence[ChartSetting] = ()) -> bool:
        """Write every chart on screen into a folder, as PNG; tell whether that is done by now."""
        from ui.print.export import chart_path

        run = self.shown()
        if run is None:
            return False
        charts, scenario = charts or self._settings_at_hand(), self._named(run.scenario)
        files = {chart_path(folder, each, scenario, "png"): each for each in charts}
        said = translate("Exports", "Wrote {count} charts to {folder}")
        work = drawn(run, files, "png", self._size())
        said = self._and_boxes(said.format(count=len(files), folder=shown_path(folder)))
        export = Export(next(iter(files)), work, said, self._title(*charts), makes_folder=True)
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

    def _named(self, shown: Scenario) -> Scenario:
        """Return what is on screen under the title that its files are named after."""
        is_current = shown.title == self._current.name
        return replace(shown, title=self._current.title_for_files) if is_current else shown

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

    def _size(self) -> PictureSize:
        return kept_size(self._settings)

    def _setting(self, index: int) -> ChartSetting:
        return self._window.center.all_settings[index]

    def _settings_at_hand(self) -> Sequence[ChartSetting]:
        """Return the charts of the window with the focus: the one in which a command was given."""
        return self._window.center.grid_at_hand.settings

    def _dialog(self, title: str, name: str, row: Format) -> QFileDialog:
        self._bars.ask_here()
        dialog = QFileDialog(self._front(), title, self._folder(), filter_of(row))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(row.suffix)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _front(self) -> QWidget:
        """Return the window in which a command was given, for what is asked to open over it."""
        return self._window.center.grid_at_hand.window()

    def _folder(self) -> str:
        kept, path = self._settings.text("export_folder"), self._current.document.path
        folders = [*([Path(kept)] if kept else []), *([path.parent] if path else [])]
        return folder_for_dialog(self._tasks.first_folder(folders))

    def _on_written(self, path: Path, subject: str) -> None:
        self._settings.keep("export_folder", str(path.parent))
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
        if not self.has_work():
            self.idle.emit()

    def _on_size_chosen(self, size: PictureSize) -> None:
        self._settings.keep(SIZE_KEY, str(size))

    def _on_chart_selected(self, name: str) -> None:
        self.write_chart(self._index, chosen_path(name))

    def _on_folder_selected(self, name: str) -> None:
        self.write_all(chosen_path(name), self._charts)

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            name_after(dialog, kind)

    def _on_sheet_selected(self, name: str) -> None:
        self.write_sheet(chosen_path(name), self._charts)

    def _on_report_selected(self, name: str) -> None:
        self.write_report(chosen_path(name), self._charts)

    def _on_numbers_selected(self, name: str) -> None:
        dialog = self.sender()
        kind = dialog.selectedNameFilter() if isinstance(dialog, QFileDialog) else ""
        self.write_numbers(chosen_path(name), numbers_format_in_filter(kind))
