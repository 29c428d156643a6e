"""Asks where an export is to be written, under a name that says what it is. Floor: controllers.

What is written and how stands in `ui.controllers.exports`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.files.exports.formats import Format, NumbersFormat
from planner.storage.sentences.catalog import translate
from ui.charts.contents.words import wording
from ui.controllers.exporting.replacing import Replacing
from ui.controllers.exports import Exports
from ui.controllers.files.format_filters import filter_of, name_after, numbers_format_in_filter
from ui.documents.current import Current
from ui.print.formats import NUMBERS, chart_format_of, report_format_of
from ui.print.size import PictureSize
from ui.process.state.settings import Settings
from ui.views.dialogs.picture_size import KEY as SIZE_KEY
from ui.views.dialogs.picture_size import PictureSizeDialog, pixels_text
from ui.views.main_window import MainWindow
from ui.widgets.files.dialogs import folder_dialog, saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.wording.commands.rows.export_formats import CHARTS, SHEET

if TYPE_CHECKING:
    from ui.charts.contents.specs import ChartSetting


class ExportDialogs(QObject):
    """What the export commands open; none waits for its answer."""

    def __init__(
        self,
        exports: Exports,
        current: Current,
        settings: Settings,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._exports = exports
        self._current = current
        self._settings = settings
        self._window = window
        self._index = 0
        self._charts: Sequence[ChartSetting] = ()
        self._replacing = Replacing(self)
        self._replacing.settled.connect(self._on_paths_settled)

    def export_chart(self, suffix: str) -> None:
        """Ask where to write the chart at hand."""
        self.export_one(self._window.center.chart_at_hand(), suffix)

    def export_one(self, index: int, suffix: str) -> None:
        """Ask where to write one chart."""
        from ui.print.file_names import chart_name

        run = self._exports.shown()
        if run is None:
            return
        self._index = index
        setting = self._window.center.all_settings[index]
        name = chart_name(setting, self._exports.title_for_files, f".{suffix}")
        text = translate("Exports", "Export {chart}")
        title = text.format(chart=wording().charts[setting.chart])
        if suffix == "png":
            title = f"{title}, {pixels_text(self._exports.size)}"
        dialog = self._dialog(title, name, chart_format_of(Path(name)))
        dialog.fileSelected.connect(self._on_chart_selected)
        dialog.open()

    def export_all(self) -> None:
        """Ask for the folder to write all charts to."""
        text = translate("Exports", "Folder for the charts, {size} each")
        title = text.format(size=pixels_text(self._exports.size))
        self._charts = self._exports.settings_at_hand
        self._exports.ask_here()
        dialog = folder_dialog(self._front(), title, self._exports.folder)
        dialog.fileSelected.connect(self._on_folder_selected)
        dialog.open()

    def export_numbers(self) -> None:
        """Ask where to write the numbers of the whole run, and as what."""
        self._ask_where(NUMBERS[0])

    def export_workbook(self) -> None:
        """Ask where to write them, as a workbook unless another kind is chosen."""
        self._ask_where(next(row for row in NUMBERS if row.suffix == "xlsx"))

    def _ask_where(self, row: NumbersFormat) -> None:
        from ui.print.file_names import numbers_name

        name = numbers_name(self._current.title_for_files, row.ending)
        dialog = self._dialog(translate("Exports", "Export the numbers"), name, row)
        dialog.setNameFilters([filter_of(each) for each in NUMBERS])
        dialog.selectNameFilter(filter_of(row))
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_numbers_selected)
        dialog.open()

    def export_sheet(self) -> None:
        """Ask where to write all charts on one sheet."""
        from ui.print.file_names import sheet_name

        if self._exports.shown() is None:
            return
        self._charts = self._exports.settings_at_hand
        name = sheet_name(self._exports.title_for_files, SHEET.ending, self._areas)
        dialog = self._dialog(translate("Exports", "Export the charts on one sheet"), name, SHEET)
        dialog.setNameFilters([filter_of(row) for row in CHARTS])
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(self._on_sheet_selected)
        dialog.open()

    def export_report(self, suffix: str) -> None:
        """Ask where to write a report of what is on screen."""
        from ui.print.file_names import report_name

        self._charts = self._window.center.grid_at_hand.visible_settings
        name = report_name(self._current.title_for_files, f".{suffix}", self._areas)
        row = report_format_of(Path(name))
        dialog = self._dialog(translate("Exports", "Export the report"), name, row)
        dialog.fileSelected.connect(self._on_report_selected)
        dialog.open()

    def choose_size(self) -> None:
        """Ask how large exported charts are to be."""
        dialog = PictureSizeDialog(self._exports.size, self._window)
        dialog.accepted_size.connect(self._on_size_chosen)
        dialog.open()

    @property
    def _areas(self) -> tuple[str, ...]:
        return self._window.center.areas.chosen

    def _dialog(self, title: str, name: str, row: Format) -> QFileDialog:
        self._exports.ask_here()
        over, filters = self._front(), [filter_of(row)]
        return saving_dialog(over, title, self._exports.folder, filters, name, row.ending)

    def _front(self) -> QWidget:
        """Return the window in which a command was given, for what is asked to open over it."""
        return self._window.center.grid_at_hand.window()

    def _on_size_chosen(self, size: PictureSize) -> None:
        self._settings.keep(SIZE_KEY, str(size))

    def _on_chart_selected(self, name: str) -> None:
        self._exports.write_chart(self._index, chosen_path(name))

    def _on_folder_selected(self, name: str) -> None:
        self._replacing.ask(self._exports.paths_in(chosen_path(name), self._charts), self._front())

    def _on_paths_settled(self, paths: Sequence[Path]) -> None:
        self._exports.write_charts(paths, self._charts)

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            name_after(dialog, kind)

    def _on_sheet_selected(self, name: str) -> None:
        self._exports.write_sheet(chosen_path(name), self._charts)

    def _on_report_selected(self, name: str) -> None:
        self._exports.write_report(chosen_path(name), self._charts)

    def _on_numbers_selected(self, name: str) -> None:
        dialog = self.sender()
        kind = dialog.selectedNameFilter() if isinstance(dialog, QFileDialog) else ""
        self._exports.write_numbers(chosen_path(name), numbers_format_in_filter(kind))
