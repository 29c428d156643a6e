"""Opening and saving: dialogs, recent files, examples, and the question before work is lost.

No dialog blocks: each opens and reports back. A file that cannot be read or written gives one
sentence, and what is open stays as it is.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.model.scenario import Scenario
from ui.document import BASELINE_TITLE, Document
from ui.settings import Settings

SUFFIX: Final = ".scenario.json"

Then = Callable[[], object]


class Files(QObject):
    """What the File menu does to the document."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, document: Document, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._settings = settings
        self._window = window
        self._then: Then | None = None
        self._waiting: Path | None = None

    def new(self) -> None:
        """Start from the baseline."""
        self.leave(self._start)

    def ask_open(self) -> None:
        """Ask which file to open."""
        title = self._window.tr("Open a scenario")
        dialog = QFileDialog(self._window, title, self._folder(), self._filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_open_selected)
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Open a file in place of the document, after the question what becomes of that."""
        self._waiting = path
        self.leave(self._open_waiting)

    def read(self, path: Path, *, is_example: bool = False) -> bool:
        """Put a file in the document's place; on a bad file tell so and change nothing."""
        from planner.files import scenario_file
        from planner.files.file_error import FileError

        try:
            scenario = scenario_file.read(path)
        except FileError as error:
            self.told.emit(str(error))
            return False
        self._document.replace(scenario, None if is_example else path)
        if not is_example:
            self._settings.keep_recent(path)
        self.done.emit(self.tr("Opened {name}").format(name=path.name))
        return True

    def open_example(self, path: Path) -> None:
        """Open an example as a new scenario without a file."""
        self._waiting = path
        self.leave(self._open_waiting_example)

    def save(self, then: Then | None = None) -> None:
        """Save under the document's path, or ask for one."""
        if self._document.path is None:
            self.ask_save_as(then)
        elif self.save_to(self._document.path) and then is not None:
            then()

    def ask_save_as(self, then: Then | None = None) -> None:
        """Ask where to save, then save there."""
        self._then = then
        title = self._window.tr("Save the scenario")
        dialog = QFileDialog(self._window, title, self._folder(), self._filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(self._proposed())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_save_selected)
        dialog.open()

    def save_as_from_menu(self) -> None:
        """Ask where to save."""
        self.ask_save_as()

    def save_from_menu(self) -> None:
        """Save."""
        self.save()

    def save_to(self, path: Path) -> bool:
        """Write the scenario to a file; when that fails tell so, and the work stays unsaved."""
        from planner.files import scenario_file
        from planner.files.file_error import FileError

        scenario = self._document.scenario
        if self._document.path is None and scenario.title in self._unnamed():
            scenario = replace(scenario, title=_stem(path))
        try:
            scenario_file.write(path, scenario)
        except FileError as error:
            self.told.emit(str(error))
            return False
        self._document.edit(self.tr("Name the scenario"), scenario)
        self._document.mark_saved(path)
        self._settings.keep_recent(path)
        self.done.emit(self.tr("Saved {name}").format(name=path.name))
        return True

    def leave(self, then: Then) -> None:
        """Do something that closes the document, after asking what becomes of its changes."""
        if not self._document.is_dirty:
            then()
            return
        self._then = then
        box = QMessageBox(self._window)
        box.setObjectName("leaving")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        text = self.tr("Save the changes to “{name}”?").format(name=self._document.name)
        box.setText(text)
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_leaving_answered)
        box.open()

    def _start(self) -> None:
        self._document.replace(Scenario())

    def _open_waiting(self) -> None:
        if self._waiting is not None:
            self.read(self._waiting)

    def _open_waiting_example(self) -> None:
        if self._waiting is not None:
            self.read(self._waiting, is_example=True)

    def _unnamed(self) -> tuple[str, ...]:
        return (BASELINE_TITLE, self._document.title_of_changed)

    def _folder(self) -> str:
        recent = self._settings.recent_files()
        near = self._document.path or (recent[0] if recent else None)
        return str(near.parent if near else Path.home())

    def _filter(self) -> str:
        scenarios = self.tr("Scenarios ({pattern})").format(pattern=f"*{SUFFIX}")
        return ";;".join([scenarios, self.tr("All files (*)")])

    def _proposed(self) -> str:
        if self._document.path is not None:
            return self._document.path.name
        kept = [mark if mark.isalnum() else "-" for mark in self._document.scenario.title.lower()]
        return "".join(kept).strip("-") + SUFFIX

    def _on_open_selected(self, name: str) -> None:
        self.open_path(Path(name))

    def _on_save_selected(self, name: str) -> None:
        then, self._then = self._then, None
        if self.save_to(Path(name)) and then is not None:
            then()

    def _on_leaving_answered(self, answer: int) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if answer == QMessageBox.StandardButton.Save.value:
            self.save(then)
        elif answer == QMessageBox.StandardButton.Discard.value:
            then()


def _stem(path: Path) -> str:
    """Return the name of a file without the endings of scenario files."""
    name = path.name
    for ending in (SUFFIX, ".json"):
        name = name.removesuffix(ending)
    return name
