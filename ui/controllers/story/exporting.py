"""Exports the story as slides: a document of a page each, or a picture each in a folder.

What is written is what would be played: the steps with the scenarios that they keep beside them,
those that are closed since as well, and where they keep none with those that are drawn.
Without bookmarks it is said why there is no story, and a slide of what is shown now is offered. All
is run anew, off the window's thread. Floor: controllers.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from planner.model.scenario import Scenario
from planner.model.story.states import step_of
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.exporting.replacing import Replacing
from ui.controllers.exports import Exports, StoryOfReports
from ui.controllers.kept.shown import shown_now
from ui.controllers.kept.titles import title_that_fits
from ui.controllers.story.bookmarks import beside_now
from ui.controllers.story.editing import StoryEditing
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.engine.export_queue import Export
from ui.print.story.slide import Scene, Usual
from ui.print.story.work import Paint, StoryWork, as_pdf, as_pictures
from ui.print.without_author import anonymous
from ui.style.fonts import sentence_about
from ui.views.main_window import MainWindow
from ui.widgets.files.dialogs import folder_dialog, saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.widgets.question import Question
from ui.wording.figures.units import units

ENDING = ".pdf"
NOW, BOOKMARKS = "now", "bookmarks"
_DOCUMENT, _PICTURES = "document", "pictures"


class StoryExports(QObject):
    """Asks where a story is to be written, and writes it."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        exports: Exports,
        editing: StoryEditing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._exports = exports
        self._editing = editing
        self._work: StoryWork | None = None
        self._now: tuple[Scene, ...] = ()
        self._replacing = Replacing(self)
        self._replacing.settled.connect(self._on_paths_settled)
        exports.pictures.idle.connect(self._on_idle)
        exports.story = StoryOfReports(self.scenes_kept, self._usual)

    def ask_slides(self) -> None:
        """Ask where to write the story as a document; without bookmarks, what to do instead."""
        self._now = ()
        if self._scenes():
            self._ask_file()
        else:
            self._ask_instead(_DOCUMENT)

    def _ask_file(self) -> None:
        from ui.print.file_names import slide_name, story_name

        title = translate("StoryExports", "Export the story as slides")
        if self._now:
            title = translate("StoryExports", "Export a slide of what is shown")
        name_of = slide_name if self._now else story_name
        words = translate("StoryExports", "Documents ({pattern})").format(pattern=f"*{ENDING}")
        name = name_of(self._title(self._scenes()), ENDING)
        folder = self._exports.folder
        dialog = saving_dialog(self._window, title, folder, [words], name, ENDING)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def ask_pictures(self) -> None:
        """Ask for the folder of a picture of each step; without bookmarks, what to do instead."""
        self._now = ()
        if self._scenes():
            self._ask_folder()
        else:
            self._ask_instead(_PICTURES)

    def _ask_folder(self) -> None:
        title = translate("StoryExports", "Folder for a picture of each step of the story")
        if self._now:
            title = translate("StoryExports", "Folder for a picture of what is shown")
        dialog = folder_dialog(self._window, title, self._exports.folder)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _ask_instead(self, kind: str) -> None:
        """Say why there is no story, and offer one slide, or the list in which one is made."""
        text = translate(
            "StoryExports",
            "A story has a slide for each bookmark, and there are none yet: bookmark a state with "
            "Ctrl+B, or export what is shown now as one slide.",
        )
        box = Question(self._window, "instead", text, kind)
        box.offer(NOW, translate("StoryExports", "One slide"), is_default=True)
        box.offer(BOOKMARKS, translate("StoryExports", "Open bookmarks"))
        box.answered.connect(self._on_instead)
        box.open()

    def _on_instead(self, key: str, kind: str) -> None:
        if key == BOOKMARKS:
            self._editing.show()
        elif key == NOW:
            self._now = (self._scene_now(),)
            ask = self._ask_file if kind == _DOCUMENT else self._ask_folder
            ask()

    def _scene_now(self) -> Scene:
        """Return what is shown now, as a bookmark would keep it, under the scenario's title."""
        document = self._workspace.current
        shown = shown_now(self._window, self._workspace)
        scenario = self._leaving(document)
        title, beside = title_that_fits(scenario.title), beside_now(self._workspace)
        return Scene(scenario, step_of(scenario, title, shown=shown, beside=beside))

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
        subject = shown_title(self._title(scenes))
        if not self._now:
            subject = translate("StoryExports", "Story of {scenario}").format(scenario=subject)
        export = Export(
            path,
            self._work.make,
            f"{said}. {boxes}" if boxes else said,
            subject,
            makes_folder=makes_folder,
        )
        self._exports.pictures.start(export)
        return self._exports.pictures.settle(export)

    def _scenes(self) -> tuple[Scene, ...]:
        """Return the story; without any, the slide of what was shown when it was asked for."""
        return self.scenes_kept() or self._now

    def scenes_kept(self) -> tuple[Scene, ...]:
        """Return the story of the scenario on screen, else those of all that are open."""
        own = self._workspace.current
        documents = [own] if own.story else self._workspace.documents
        story = (Scene(self._leaving(each), step) for each in documents for step in each.story)
        return tuple(story)

    def _leaving(self, document: Document) -> Scenario:
        """Return a scenario as it may leave the window."""
        scenario = document.scenario
        return anonymous(scenario) if self._exports.leaves_out_author else scenario

    def _usual(self) -> Usual:
        """Return what the window shows, for steps that do not say it."""
        center, shown = self._window.center, self._exports.shown()
        usual = Usual(
            center.charts.settings, center.charts.view, center.year, units(), open=self._open_now()
        )
        if shown is None:
            return usual
        others = tuple((other.scenario, color) for other, color in shown.others)
        return replace(usual, others=others, own=shown.own)

    def _open_now(self) -> tuple[tuple[str, Scenario, int], ...]:
        workspace = self._workspace
        return tuple(
            (title_that_fits(workspace.name(each)), self._leaving(each), workspace.color(each))
            for each in workspace.scenarios
        )

    def _title(self, scenes: tuple[Scene, ...]) -> str:
        return scenes[0].scenario.title

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
