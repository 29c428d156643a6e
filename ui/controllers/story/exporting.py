"""Exports the story as slides: a document of a page each, or a picture each in a folder.

What is written is what would be played: the steps with the scenarios that are drawn beside them.
It is run anew, off the window's thread. Floor: controllers.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from planner.model.scenario import Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.exporting.replacing import Replacing
from ui.controllers.exports import Exports
from ui.controllers.files.dialog_paths import chosen_path, folder_for_dialog
from ui.controllers.story.editing import StoryEditing
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.engine.export_queue import Export
from ui.print.story.slide import Scene, Usual
from ui.print.story.work import Paint, StoryWork, as_pdf, as_pictures
from ui.print.without_author import anonymous
from ui.process.state.settings import Settings
from ui.style.fonts import sentence_about
from ui.views.main_window import MainWindow
from ui.wording.figures.units import units

ENDING = ".pdf"


class StoryExports(QObject):
    """Asks where a story is to be written, and writes it."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        exports: Exports,
        settings: Settings,
        editing: StoryEditing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._exports = exports
        self._settings = settings
        self._editing = editing
        self._work: StoryWork | None = None
        self._replacing = Replacing(self)
        self._replacing.settled.connect(self._on_paths_settled)
        exports.pictures.idle.connect(self._on_idle)

    def ask_slides(self) -> None:
        """Ask where to write the story as a document; where there is none, say how one is made."""
        from ui.print.file_names import story_name

        scenes = self._scenes()
        if not scenes:
            self._editing.show()
            return
        title = translate("StoryExports", "Export the story as slides")
        words = translate("StoryExports", "Documents ({pattern})").format(pattern=f"*{ENDING}")
        dialog = QFileDialog(self._window, title, self._folder(), words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(story_name(self._title(scenes), ENDING))
        dialog.fileSelected.connect(self._on_file_chosen)
        self._open(dialog)

    def ask_pictures(self) -> None:
        """Ask for the folder to write a picture of each step to."""
        if not self._scenes():
            self._editing.show()
            return
        title = translate("StoryExports", "Folder for a picture of each step of the story")
        dialog = QFileDialog(self._window, title, self._folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        self._open(dialog)

    def write_slides(self, path: Path) -> bool:
        """Write the story as a document; tell whether it is written by now."""
        scenes = self._scenes()
        said = translate("StoryExports", "Wrote {name}").format(name=shown_path(path.name))
        return self._start(scenes, path, as_pdf(path, self._title(scenes)), said)

    def write_pictures(self, folder: Path) -> bool:
        """Write a picture of each step into a folder; tell whether that is done by now."""
        return self._write_to(self._paths_in(folder))

    def _paths_in(self, folder: Path) -> list[Path]:
        from ui.print.story.pages import picture_path

        return [
            picture_path(folder, number, scene.step.title)
            for number, scene in enumerate(self._scenes(), start=1)
        ]

    def _write_to(self, paths: Sequence[Path]) -> bool:
        said = translate("StoryExports", "Pictures of the story in {folder}: {count}")
        said = said.format(folder=shown_path(paths[0].parent), count=len(paths))
        paint = as_pictures(paths)
        return self._start(self._scenes(), paths[0], paint, said, makes_folder=True)

    def _start(
        self,
        scenes: tuple[Scene, ...],
        path: Path,
        paint: Paint,
        said: str,
        *,
        makes_folder: bool = False,
    ) -> bool:
        self._editing.take_typed()
        boxes = sentence_about(
            text for scene in scenes for text in (scene.step.title, scene.step.sentence)
        )
        self._work = StoryWork(scenes, self._usual(), paint)
        title = translate("StoryExports", "Story of {scenario}")
        export = Export(
            path,
            self._work.make,
            f"{said}. {boxes}" if boxes else said,
            title.format(scenario=shown_title(self._title(scenes))),
            makes_folder=makes_folder,
        )
        self._exports.pictures.start(export)
        return self._exports.pictures.settle(export)

    def _scenes(self) -> tuple[Scene, ...]:
        """Return the story of the scenario on screen, else those of all that are open."""
        own = self._workspace.current
        documents = [own] if own.story else self._workspace.documents
        return tuple(Scene(self._leaving(each), step) for each in documents for step in each.story)

    def _leaving(self, document: Document) -> Scenario:
        """Return a scenario as it may leave the window."""
        scenario = document.scenario
        return anonymous(scenario) if self._exports.leaves_out_author else scenario

    def _usual(self) -> Usual:
        """Return what the window shows, for steps that do not say it."""
        center, shown = self._window.center, self._exports.shown()
        usual = Usual(center.charts.settings, center.charts.view, center.year, units())
        if shown is None:
            return usual
        others = tuple((other.scenario, color) for other, color in shown.others)
        return replace(usual, others=others, own=shown.own)

    def _title(self, scenes: tuple[Scene, ...]) -> str:
        return scenes[0].scenario.title

    def _folder(self) -> str:
        kept, path = self._settings.text("export_folder"), self._workspace.current.path
        if kept:
            return folder_for_dialog(Path(kept))
        return folder_for_dialog(path.parent) if path else ""

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.write_slides(chosen_path(name))

    def _on_folder_chosen(self, name: str) -> None:
        self._replacing.ask(self._paths_in(chosen_path(name)), self._window)

    def _on_paths_settled(self, paths: Sequence[Path]) -> None:
        self._write_to(paths)

    def _on_idle(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.close()
