"""What leaves the window of a sweep: its table copied or saved, its picture saved.

Files are made and written off the window's thread. Floor: controllers.
"""

from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from planner.files.exports.formats import NUMBERS
from planner.quantities.told.lists import clauses
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.exports import Exports
from ui.controllers.files.format_filters import filter_of, name_after
from ui.engine.export_queue import Export, ExportQueue, Progress
from ui.engine.file_tasks import FileTasks
from ui.items.clipboard_text import tab_separated
from ui.widgets.files.dialogs import saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.wording.commands.rows.export_formats import CHARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planner.ensemble.progress import Steps
    from planner.files.exports.formats import Format
    from ui.views.sweeps.window import SweepWindow

COPIED_AT_MOST: Final = 10_000
"""Rows, which a spreadsheet takes in a second or so."""
TABLES: Final = tuple(row for row in NUMBERS if row.suffix in {"csv", "xlsx"})
PICTURES: Final = tuple(row for row in CHARTS if row.suffix in {"png", "svg"})


class SweepExports(QObject):
    """Writes for one window of a sweep, and tells in it how that went."""

    def __init__(self, shown: "SweepWindow", exports: Exports, tasks: FileTasks) -> None:
        super().__init__(shown)
        self._shown = shown
        self._exports = exports
        self._queue = ExportQueue(tasks, self)
        self._queue.told.connect(shown.tell)
        self._queue.done.connect(shown.tell)
        self._queue.progressed.connect(self._on_progressed)
        self._queue.idle.connect(shown.task.clear)
        shown.task.canceled.connect(self._queue.cancel)
        shown.copy_wanted.connect(self.copy)
        shown.table_wanted.connect(self.ask_table)
        shown.picture_wanted.connect(self.ask_picture)

    def has_work(self) -> bool:
        """Tell whether something is being made or written."""
        return self._queue.has_work()

    def request_stop(self) -> None:
        """Leave everything at the next step."""
        self._queue.request_stop()

    def close(self) -> None:
        """Leave what is being made, and end its thread."""
        self._queue.close()

    def copy(self) -> None:
        """Copy the table of the page that is seen, or its chosen rows; say so where not all is."""
        page = self._shown.page
        if page is None or page.told is None:
            return
        lines = [*islice(page.lines(), COPIED_AT_MOST + 2)]
        told = translate("Sweeps", "Table copied")
        if len(lines) > COPIED_AT_MOST + 1:
            lines = lines[:-1]
            text = translate("Sweeps", "The first {count} rows are copied; saving writes all.")
            told = text.format(count=COPIED_AT_MOST)
        QGuiApplication.clipboard().setText(tab_separated(lines))
        self._shown.tell(told)

    def ask_table(self) -> None:
        """Ask where to write the table of the page that is seen."""
        self._ask(translate("Sweeps", "Save the table"), TABLES, self.write_table)

    def ask_picture(self) -> None:
        """Ask where to write the picture that is shown."""
        self._ask(translate("Sweeps", "Save the picture"), PICTURES, self.write_picture)

    def write_table(self, name: str) -> None:
        """Write the table of the page that is seen, as the name ends."""
        from ui.print.sweeps.table_file import table_file

        page, path = self._shown.page, chosen_path(name)
        if page is not None and (table := page.told) is not None:
            self._start(path, partial(table_file, table, path))

    def write_picture(self, name: str) -> None:
        """Write the picture that is shown, as the name ends."""
        from ui.print.sweeps.points_sheet import PointsSheet, picture_of_points

        shown, path = self._shown, chosen_path(name)
        picture = shown.picture
        if shown.opened is None or picture is None:
            return
        sheet = PointsSheet(
            picture, shown.title, shown.answer.text(), clauses((shown.head.facts.text(), "Suanli"))
        )
        self._start(path, partial(picture_of_points, sheet, path, self._exports.size))

    def _ask(self, title: str, formats: "Sequence[Format]", then: "Callable[[str], None]") -> None:
        from ui.print.file_names import export_name

        first = formats[0].ending
        seen = self._shown.tabs.tabText(self._shown.tabs.currentIndex())
        name = export_name(seen, self._shown.title, first)
        filters, folder = list(map(filter_of, formats)), self._exports.folder
        dialog = saving_dialog(self._shown, title, folder, filters, name, first)
        dialog.filterSelected.connect(self._on_kind_selected)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _start(self, path: Path, make: "Callable[[], Steps[Any]]") -> None:
        text = translate("Sweeps", "Wrote {name} to {folder}")
        said = text.format(name=shown_path(path.name), folder=shown_path(path.parent))
        self._queue.start(Export(path, make, said))

    def _on_progressed(self, progress: Progress) -> None:
        text = translate("Sweeps", "Writing {name}")
        self._shown.task.tell(text.format(name=progress.name), progress.share)

    def _on_kind_selected(self, kind: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            name_after(dialog, kind)
