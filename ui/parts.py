"""The long-lived parts of the program: those that outlive a window, and those of one window.

A window is built anew when another language is chosen; documents, files and the engine stay. It
makes nothing and connects nothing: that does `ui.app`, which stands over it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent

from ui.controllers.appearance import Appearance
from ui.controllers.ask.panel import Ask
from ui.controllers.closing import CloseController
from ui.controllers.conductor import Conductor
from ui.controllers.crash_safety import CrashSafety
from ui.controllers.exporting.dialogs import ExportDialogs
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.files.recovery.recovering import Recovering
from ui.controllers.files.saving import Saving
from ui.controllers.files.session.sessions import Sessions
from ui.controllers.history import History
from ui.controllers.language.choice import LanguageControl
from ui.controllers.language.taking_over import take_over
from ui.controllers.levers.matrix import LeverMatrix
from ui.controllers.levers.paths import Paths
from ui.controllers.sweeps.opening import Sweeps
from ui.controllers.targets.editing import Targets
from ui.controllers.units import Units
from ui.controllers.window_state import WindowState
from ui.documents.autosave import Autosave
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.locks import Locks
from ui.documents.sessions.open_sessions import OpenSessions
from ui.documents.watch import FileWatch
from ui.documents.workspace import Workspace
from ui.engine.comparing import Comparing
from ui.engine.effects import Effects
from ui.engine.file_tasks import FileTasks
from ui.engine.live import Live
from ui.engine.published import Published
from ui.process.state.settings import Settings
from ui.views.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """What stays while a window is built anew: documents and files, the engine, the run."""

    settings: Settings
    workspace: Workspace
    current: Current
    locks: Locks
    tasks: FileTasks
    open_sessions: OpenSessions
    autosave: Autosave
    watch: FileWatch
    live: Live
    published: Published
    effects: Effects
    comparing: Comparing

    @property
    def document(self) -> Document:
        """The document on screen."""
        return self.workspace.current


@dataclass(frozen=True, slots=True, kw_only=True)
class Suanli(Lasting):
    """Every long-lived part of a window, with what outlives it."""

    window: MainWindow
    state: WindowState
    files: Files
    saving: Saving
    sessions: Sessions
    sweeps: Sweeps
    closing: CloseController
    exports: Exports
    export_dialogs: ExportDialogs
    appearance: Appearance
    language: LanguageControl
    units: Units
    conductor: Conductor
    history: History
    recovering: Recovering
    safety: CrashSafety
    paths: Paths
    targets: Targets
    matrix: LeverMatrix
    ask: Ask

    def close(self) -> None:
        """End the threads, forget what need not be recovered, and write the settings.

        The window may be gone by then.
        """
        self.end_threads()
        self.recovering.close()
        self.autosave.close()

    def leave(self) -> bool:
        """End without having been closed: what is unsaved is left to the next start, if it can be.

        What was discarded and not yet deleted stays as well.
        """
        is_kept = self.autosave.leave()
        self.recovering.leave()
        self.end_threads()
        return is_kept

    def take_down(self) -> None:
        """Delete the window and all it owns, now and in Qt's order.

        Python's collector would go by none, and Qt does not survive every order.
        """
        self.window.allow_close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def take_over(self, before: "Suanli") -> None:
        """Show what the window before shows: this one takes its place."""
        take_over(self.window, before.window)
        self.recovering.take_over(before.recovering)
        self.safety.take_over(before.safety)
        self.ask.take_over(before.ask)
        self.sweeps.take_over(before.sweeps)
        self.paths.take_over(before.paths)
        self.current.tell_all()
        self.open_sessions.changed.emit()
        self.open_sessions.answers.changed.emit()
        self.window.status.show_state(self.live.state)
        if self.published.run is not None:
            self.published.publish(self.published.run)

    def end_threads(self) -> None:
        """Let all that runs come to its next step at once, wait, and write the settings."""
        for part in (self.live, self.effects, self.comparing):
            part.request_stop()
        self.end_window_threads()
        self.live.close()
        self.effects.close()
        self.comparing.close()
        self.files.close()
        self.tasks.close()
        self.settings.sync()

    def end_window_threads(self) -> None:
        """Let what runs for this window alone come to its next step at once, and wait."""
        for part in (self.exports, self.history, self.ask, self.sweeps):
            part.request_stop()
        self.safety.close()
        self.exports.close()
        self.ask.close_studies()
        self.sweeps.close()
        self.history.close()
