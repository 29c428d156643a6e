"""Plays bookmarks as a story: full screen over the window's own charts, drawn live by the model.

Other documents stand in for those on screen meanwhile, so that levers may be moved and nothing of
the scenarios is: whoever leaves finds all as it was. Floor: controllers.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.files.session.session import SessionView
from planner.model.presented.step import Shown
from planner.model.story.states import StoryStep, with_state
from ui.controllers.kept.session_view import show_scenarios, view_of
from ui.controllers.kept.shown import compare_as_kept, show, shown_now
from ui.controllers.story.beside import BesideStage
from ui.controllers.story.editing import StoryEditing
from ui.controllers.story.keys import StoryKeys
from ui.controllers.story.scrolled import ScrollPlace, scroll_places
from ui.controllers.units import Units
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow
from ui.views.story.band import StoryBand


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A step, and the document whose story it is of."""

    document: Document
    step: StoryStep


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """How the window was before the story: what is put back at its end."""

    view: SessionView
    shown: Shown
    hidden: tuple[QWidget, ...]
    state: Qt.WindowState
    focus: QWidget | None
    scrolled: tuple[ScrollPlace, ...]


class Presenting(QObject):
    """Goes from step to step; `is_on` while a story is shown."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        current: Current,
        units: Units,
        editing: StoryEditing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._units = units
        self._editing = editing
        self._scenes: tuple[Scene, ...] = ()
        self._place = 0
        self._before: Before | None = None
        self._stand_in: Document | None = None
        self._owner = current.document
        self._beside = BesideStage(workspace)
        self.band: StoryBand | None = None
        self._keys: StoryKeys | None = None

    @property
    def is_on(self) -> bool:
        """Whether a story is shown."""
        return self._before is not None

    def start(self) -> None:
        """Show the first step; where there is none, say how one is made."""
        self._editing.take_typed()
        scenes = self._found()
        if self.is_on or not scenes:
            if not scenes:
                self._editing.show()
            return
        self._scenes = scenes
        self._before = self._set_stage()
        self._go(0)

    def leave(self) -> None:
        """Put everything back as it was before the story."""
        before, self._before = self._before, None
        if before is None:
            return
        application = QApplication.instance()
        if self._keys is not None and application is not None:
            application.removeEventFilter(self._keys)
        self._stand_back()
        self._clear_stage(before)

    def _found(self) -> tuple[Scene, ...]:
        """Return the story of the scenario on screen, else those of all that are open."""
        own = self._current.document
        documents = [own] if own.story else self._workspace.documents
        return tuple(Scene(each, step) for each in documents for step in each.story)

    def _go(self, place: int) -> None:
        """Show a step as it was kept, whatever was moved in the one before."""
        self._place = min(max(place, 0), len(self._scenes) - 1)
        scene = self._scenes[self._place]
        self._stand_for(scene.document).replace(
            with_state(scene.document.scenario, scene.step.state)
        )
        if scene.step.shown.against is not None:
            self._workspace.compare_with(None)  # what is held against others is always drawn
        closed = self._beside.show(scene.step.beside)
        show(scene.step.shown, self._window, self._units)
        compare_as_kept(scene.step.shown, self._workspace)
        if self.band is not None:
            step, count = scene.step, len(self._scenes)
            self.band.tell(step.title, step.sentence, self._place + 1, count, closed)
            self.band.show_moved(False)

    def _stand_for(self, document: Document) -> Document:
        """Return what stands in for a document, which is on screen then."""
        if self._stand_in is not None and self._owner is document:
            return self._stand_in
        self._stand_back()
        self._workspace.show(document)
        self._owner, self._stand_in = document, self._workspace.stand_in(document)
        self._beside.begin()
        return self._stand_in

    def _stand_back(self) -> None:
        if self._stand_in is not None:
            self._beside.leave()
            self._workspace.stand_back(self._stand_in, self._owner)
            self._stand_in = None

    def _set_stage(self) -> Before:
        """Leave the charts and cards alone on the screen, under the band of the story."""
        window, center = self._window, self._window.center
        before = Before(
            view_of(window, self._workspace),
            shown_now(window, self._workspace),
            tuple(each for each in self._around() if not each.isHidden()),
            window.windowState(),
            QApplication.focusWidget(),
            scroll_places(window),
        )
        center.cover.set_aside()
        center.show_table(False)
        for part in before.hidden:
            part.hide()
        self.band = StoryBand()
        self._keys = StoryKeys(window, self.band)
        self._connect(self.band, self._keys)
        window.show_band(self.band)
        window.showFullScreen()
        self.band.setFocus()
        return before

    def _connect(self, band: StoryBand, keys: StoryKeys) -> None:
        keys.meant.connect(self._on_meant)
        keys.closing.connect(self.leave)
        band.next_wanted.connect(self._on_next)
        band.back_wanted.connect(self._on_back)
        band.levers_wanted.connect(self._on_levers)
        band.leave_wanted.connect(self.leave)
        self._current.dirty_changed.connect(self._on_dirty)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(keys)

    def _clear_stage(self, before: Before) -> None:
        window = self._window
        self._current.dirty_changed.disconnect(self._on_dirty)
        if self.band is not None:
            self.band.hide()
            self.band.deleteLater()
            self.band = self._keys = None
        window.side.hide()
        for part in before.hidden:
            part.show()
        window.setWindowState(before.state)
        show(before.shown, window, self._units)
        window.center.show_table(bool(before.view.table))
        self._workspace.compare_with(None)
        show_scenarios(before.view, self._workspace, self._workspace.scenarios)
        window.center.cover.bring_back()
        if before.focus is not None and isValid(before.focus):
            before.focus.setFocus()
        for place in before.scrolled:
            place.put_back()

    def _around(self) -> tuple[QWidget, ...]:
        """Return what is around charts and cards."""
        window, center = self._window, self._window.center
        bars = (window.notice, window.written, window.warnings, window.bars)
        heads = (window.menuBar(), window.toolbar, window.statusBar())
        return (*heads, window.side, window.shelf, center.answer, *bars)

    def _on_meant(self, meaning: str) -> None:
        match meaning:
            case "next":
                self._on_next()
            case "back":
                self._on_back()
            case "first":
                self._go(0)
            case "last":
                self._go(len(self._scenes) - 1)
            case "levers":
                self._on_levers()
            case "undo":
                self._workspace.undo_group.undo()
            case "redo":
                self._workspace.undo_group.redo()
            case "leave" if self._is_at_levers():
                self._window.center.setFocus()
            case "leave":
                self.leave()

    def _is_at_levers(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._window.side.isAncestorOf(focused)

    def _on_next(self) -> None:
        if self._place < len(self._scenes) - 1:
            self._go(self._place + 1)

    def _on_back(self) -> None:
        if self._place:
            self._go(self._place - 1)

    def _on_levers(self) -> None:
        """Show the levers at the left, or hide them; the keys stay with the story."""
        side = self._window.side
        side.setVisible(side.isHidden())
        if self.band is not None:
            self.band.setFocus()

    def _on_dirty(self, dirty: bool) -> None:
        if self.band is not None:
            self.band.show_moved(dirty)
