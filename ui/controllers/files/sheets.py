"""Scenarios as a sheet of a workbook, out of the window and into it again.

What is read opens as new scenarios without a file, whatever is open; of a workbook that is not in
order everything that is wrong is listed, and nothing opens. Reading is done in `opening`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.ensemble.progress import Steps
from planner.files.scenario.titles import file_name_of
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.exports import Exports
from ui.controllers.files.near import folder_near
from ui.controllers.files.opening import Files
from ui.documents.document import Place
from ui.documents.reading import Reading, Unread
from ui.documents.workspace import Workspace
from ui.engine.export_queue import Export
from ui.engine.file_tasks import FileTasks
from ui.print.without_author import anonymous
from ui.process.state.settings import Settings
from ui.views.dialogs.fault_list import FaultList
from ui.widgets.files.dialogs import opening_dialog, saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.wording.translate import sentence_of

ENDING: Final = ".xlsx"


class Sheets(QObject):
    """What writes the open scenarios to a sheet, and opens those of one."""

    def __init__(
        self,
        workspace: Workspace,
        files: Files,
        exports: Exports,
        settings: Settings,
        tasks: FileTasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._files = files
        self._exports = exports
        self._folder = partial(folder_near, workspace, settings, tasks)
        self._settings = settings
        self._window = window
        files.sheet_read.connect(self._on_read)

    def ask_import(self) -> None:
        """Ask which workbook to take scenarios from."""
        title, folder = translate("Sheets", "Import scenarios from a sheet"), self._folder()
        dialog = opening_dialog(self._window, title, folder, [_words()])
        dialog.fileSelected.connect(self._on_import_chosen)
        dialog.open()

    def ask_export(self) -> None:
        """Ask where to write the open scenarios."""
        title = translate("Sheets", "Export the open scenarios as a sheet")
        folder = self._exports.folder
        name = file_name_of(translate("Sheets", "Scenarios"), ENDING)
        dialog = saving_dialog(self._window, title, folder, [_words()], name, ENDING)
        dialog.fileSelected.connect(self._on_export_chosen)
        dialog.open()

    def write(self, path: Path) -> bool:
        """Write the open scenarios; tell whether they are written by now."""
        scenarios = [document.scenario for document in self._workspace.documents]
        if self._exports.leaves_out_author:
            scenarios = [anonymous(each) for each in scenarios]
        said = translate("Sheets", "Wrote {count} scenarios to {name}")
        said = said.format(count=len(scenarios), name=shown_path(path.name))
        work: Callable[[], Steps[dict[Path, bytes] | str]] = partial(_made, scenarios, path)
        export = Export(path, work, said, translate("Sheets", "Scenarios as a sheet"))
        self._exports.pictures.start(export)
        return self._exports.pictures.settle(export)

    def _on_import_chosen(self, name: str) -> None:
        self._files.open_path(chosen_path(name))

    def _on_export_chosen(self, name: str) -> None:
        self.write(chosen_path(name))

    def _on_read(self, reading: Reading | Unread) -> None:
        match reading:
            case Unread():
                name = shown_path(reading.path.name)
                title = translate("Sheets", "What is wrong in {name}").format(name=name)
                said = map(sentence_of, reading.details)
                FaultList(title, sentence_of(reading.refusal), list(said), self._window).show()
            case Reading():
                self._open(reading)

    def _open(self, reading: Reading) -> None:
        found = (reading.found, *reading.others)
        for each in found:
            document = self._workspace.open(each.scenario, Place(), anew=True)
            self._files.opened.emit(document, each)
        self._settings.keep_recent(reading.path)
        one = translate("Sheets", "Opened the scenario in {name}; saving makes a file of it")
        many = translate("Sheets", "Opened the {count} scenarios in {name}; save each to keep it")
        text = one if len(found) == 1 else many
        self._files.done.emit(text.format(count=len(found), name=shown_path(reading.path.name)))


def _words() -> str:
    return translate("Sheets", "Workbooks ({pattern})").format(pattern=f"*{ENDING}")


def _made(scenarios: Sequence[Scenario], path: Path) -> Steps[dict[Path, bytes] | str]:
    """Return the workbook by its path, or a sentence that says why there is none."""
    from planner.files.exports.scenario_sheet import scenario_sheet
    from planner.storage.sentences.file_error import FileError

    yield 0.0
    try:
        return {path: scenario_sheet(scenarios)}
    except FileError as error:
        return sentence_of(error.message)
