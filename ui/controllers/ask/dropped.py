"""Takes tables that are dropped on the window as own numbers; all other files are opened.

Floor: controllers.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from planner.storage.address import path_of
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from ui.controllers.ask.panel import Ask
from ui.controllers.files.opening import Files
from ui.views.main_window import MainWindow
from ui.wording.translate import sentence_of

TABLES: Final = (".csv", ".tsv", ".txt")


class DroppedFiles(QObject):
    """Parts what is dropped: one table goes to the scenario on screen."""

    def __init__(self, window: MainWindow, files: Files, ask: Ask) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._ask = ask
        window.dropped.connect(self._on_dropped)

    def _on_dropped(self, addresses: Sequence[str]) -> None:
        tables = [each for each in addresses if each.casefold().endswith(TABLES)]
        others = [each for each in addresses if each not in tables]
        if others:
            self._files.open_dropped(others)
        if tables:
            self._attach(tables)

    def _attach(self, tables: Sequence[str]) -> None:
        try:
            first, *rest = map(path_of, tables)
        except FileError as error:
            self._window.notice.tell(sentence_of(error.message))
            return
        self._ask.attach(first)
        if rest:
            text = translate(
                "DroppedFiles", "One table of own numbers is attached at a time: {name}"
            )
            self._window.notice.tell(text.format(name=shown_path(first.name)))
