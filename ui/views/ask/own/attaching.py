"""Brings a planner's own numbers in: from a file, the clipboard or the example, and writes that.

Files are read and written in the thread of studies. What becomes of the numbers is decided by the
card. Floor: views.
"""

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.facts.record import EvidenceError, Figures
from planner.files.own.example import EXAMPLE, EXAMPLE_NAME
from planner.model.counted.own import OwnNumbers
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from ui.engine.studies import Studies
from ui.widgets.files.dialogs import opening_dialog, saving_dialog
from ui.widgets.files.paths import chosen_path

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


class Attaching(QWidget):
    """Reads what is attached; `read` carries the numbers, `refused` and `told` one sentence."""

    read = Signal(object)
    refused = Signal(str)
    told = Signal(str)

    def __init__(self, studies: Studies, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._figures: Figures = "corroborated"
        self._reading = studies.runner("live", self, EvidenceError, FileError)
        self._writing = studies.runner("live", self, EvidenceError, FileError)
        self._reading.computed.connect(self.read)
        self._reading.refused.connect(self.refused)
        self._writing.computed.connect(self._on_written)
        self._writing.refused.connect(self.refused)

    def use_figures(self, figures: Figures) -> None:
        """Read numbers for a scenario on these figures."""
        self._figures = figures

    def attach(self, path: Path) -> None:
        """Read a file."""
        self._reading.ask(partial(_read, path=path, figures=self._figures))

    def paste(self) -> None:
        """Read what was copied in a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.refused.emit(
                translate("Attaching", "There is no text to paste; copy cells with their heads")
            )
            return
        self._read_text(text, translate("Attaching", "what was pasted"))

    def attach_example(self) -> None:
        """Read the example."""
        self._read_text(EXAMPLE, EXAMPLE_NAME)

    def ask_file(self) -> None:
        """Ask which file to read."""
        title = translate("Attaching", "Attach numbers of your own")
        words = translate("Attaching", "Tables (*.csv *.tsv *.txt)")
        dialog = opening_dialog(self.window(), title, "", [words])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def ask_where(self) -> None:
        """Ask where the example is to be written."""
        title, words = (
            translate("Attaching", "Save the example"),
            translate("Attaching", "Tables (*.csv)"),
        )
        dialog = saving_dialog(self.window(), title, "", [words], EXAMPLE_NAME, ".csv")
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def write_example(self, path: Path) -> None:
        """Write the example to a file."""
        self._writing.ask(partial(_written, path=path))

    def _read_text(self, text: str, name: str) -> None:
        work = partial(_read_text, text=text, name=name, figures=self._figures)
        self._reading.ask(work)

    def _on_chosen(self, name: str) -> None:
        self.attach(chosen_path(name))

    def _on_place_chosen(self, name: str) -> None:
        self.write_example(chosen_path(name))

    def _on_written(self, name: str) -> None:
        self.told.emit(
            translate("Attaching", "{name} is written; fill it in and attach it").format(name=name)
        )


def _read(_engine: "Projector", path: Path, figures: Figures) -> Generator[float, None, OwnNumbers]:
    from planner.files.own.numbers import own_numbers

    yield 0.0
    return own_numbers(path, figures)


def _read_text(
    _engine: "Projector", text: str, name: str, figures: Figures
) -> Generator[float, None, OwnNumbers]:
    from planner.files.own.numbers import own_numbers_in

    yield 0.0
    return own_numbers_in(text, name, figures)


def _written(_engine: "Projector", path: Path) -> Generator[float, None, str]:
    from planner.files.exports.export_file import write_export
    from planner.files.own.example import example_file

    yield 0.0
    write_export(path, example_file())
    return shown_path(path.name)
