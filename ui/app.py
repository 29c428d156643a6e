"""The composition root: makes every long-lived part, in order, and ties them together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from ui.accessibility.factory import install
from ui.controllers.appearance import (
    Appearance,
    color_program,
    dress_program,
    kept_choice,
    theme_of,
    undress_program,
)
from ui.controllers.ask.dropped import DroppedFiles
from ui.controllers.ask.panel import Ask
from ui.controllers.closing import CloseController
from ui.controllers.commands.controller import CommandController
from ui.controllers.commands.finder import Finder
from ui.controllers.commands.handlers import Handlers
from ui.controllers.commands.reference import ReferenceController
from ui.controllers.commands.resets import Resets
from ui.controllers.commands.scenarios import ScenarioController
from ui.controllers.conductor import Conductor
from ui.controllers.crash_safety import CrashSafety
from ui.controllers.documents import DocumentController
from ui.controllers.ending import Ending
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.files.recent_menus import FileMenus
from ui.controllers.files.recovering import Recovering
from ui.controllers.files.restoring import Restoring
from ui.controllers.files.saving import Saving
from ui.controllers.files.session_saving import SessionSaving
from ui.controllers.files.sessions import Sessions
from ui.controllers.files.sheets import Sheets
from ui.controllers.history import History
from ui.controllers.levers.matrix import LeverMatrix
from ui.controllers.levers.paths import Paths
from ui.controllers.other_models import OtherModels
from ui.controllers.replay import Replay
from ui.controllers.targets.editing import Targets
from ui.controllers.units import Units, kept_units
from ui.controllers.waiting import Waiting
from ui.controllers.window_state import WindowState
from ui.documents.autosave import Autosave
from ui.documents.current import Current
from ui.documents.document import Document
from ui.documents.locks import Locks
from ui.documents.recovery import Session, recovery_folder
from ui.documents.sessions.open_sessions import OpenSessions
from ui.documents.watch import FileWatch
from ui.documents.workspace import Workspace
from ui.engine.comparing import Comparing
from ui.engine.effects import Effects
from ui.engine.file_tasks import PATIENCE, FileTasks
from ui.engine.live import Live
from ui.engine.published import Published
from ui.engine.runner import model_engine
from ui.process.display.application import windowed_application
from ui.process.errors import ErrorHook
from ui.process.exits import Exits
from ui.process.garbage import collect_again
from ui.process.imports import import_as_python_does
from ui.process.state.folder import find_state_folder, remove_stand_in
from ui.process.state.settings import Settings
from ui.style.theme import Theme
from ui.views.dialogs.help import Help
from ui.views.main_window import MainWindow
from ui.wording.figures.units import tell_in
from ui.wording.translate import speak


@dataclass(frozen=True, slots=True)
class Suanli:
    """Every long-lived part of the window."""

    settings: Settings
    workspace: Workspace
    tasks: FileTasks
    live: Live
    published: Published
    window: MainWindow
    files: Files
    saving: Saving
    sessions: Sessions
    closing: CloseController
    exports: Exports
    appearance: Appearance
    units: Units
    conductor: Conductor
    watch: FileWatch
    effects: Effects
    comparing: Comparing
    history: History
    autosave: Autosave
    recovering: Recovering
    safety: CrashSafety
    paths: Paths
    targets: Targets
    matrix: LeverMatrix
    ask: Ask

    @property
    def document(self) -> Document:
        """The document on screen."""
        return self.workspace.current

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

    def end_threads(self) -> None:
        """Let all that runs come to its next step at once, wait, and write the settings."""
        for part in (
            self.live,
            self.exports,
            self.effects,
            self.comparing,
            self.history,
            self.ask,
        ):
            part.request_stop()
        self.safety.close()
        self.live.close()
        self.exports.close()
        self.effects.close()
        self.comparing.close()
        self.ask.close_studies()
        self.history.close()
        self.files.close()
        self.tasks.close()
        self.settings.sync()


def build(futures_of_drags: int | None = None, patience: float = PATIENCE) -> Suanli:
    """Make every part; nothing is shown and nothing runs yet.

    `futures_of_drags` fixes how many futures a drag draws, else as many as a frame affords;
    `patience` is how long the window stands still for answers about files, in seconds.
    """
    settings = Settings()
    theme = _dressed(settings)
    workspace, locks, tasks = Workspace(), Locks(), FileTasks(patience=patience)
    current, effects = Current(workspace), Effects()
    window = MainWindow(workspace, current, effects, theme)
    _give_to(window, workspace, tasks)
    published = Published(window)
    opened, units = OpenSessions(workspace, locks), Units(window, published, settings)
    writing = SessionSaving(published, opened, workspace, locks, settings, tasks, window)
    saving = Saving(published, workspace, writing, locks, settings, tasks, window)
    files = Files(workspace, opened, locks, settings, tasks, window)
    sessions = Sessions(opened, writing, saving, files, units, workspace, window)
    live = Live(model_engine, futures_of_drags=futures_of_drags)
    exports = Exports(published, current, settings, tasks, opened.answers, window)
    restoring = Restoring(workspace, locks, tasks, window.bars, files.open_path)
    autosave = Autosave(workspace, Session(recovery_folder()), opened)
    suanli = Suanli(
        settings=settings,
        workspace=workspace,
        tasks=tasks,
        live=live,
        published=published,
        window=window,
        files=files,
        saving=saving,
        sessions=sessions,
        closing=CloseController(workspace, saving, sessions, exports, window),
        exports=exports,
        appearance=Appearance(window, settings),
        units=units,
        conductor=Conductor(workspace, current, live, published, effects, window, exports),
        watch=FileWatch(workspace, tasks),
        effects=effects,
        comparing=Comparing(),
        history=History(window, current, settings),
        autosave=autosave,
        recovering=Recovering(restoring, autosave, opened.answers, window),
        safety=CrashSafety(autosave, window),
        paths=Paths(window, current, published),
        targets=Targets(window, current, published),
        matrix=LeverMatrix(window, workspace, current, settings),
        ask=Ask(window, workspace, current, published, opened.answers, exports.numbers, live.gate),
    )
    return _as_kept(_connected(suanli, current), theme)


def _give_to(window: MainWindow, *parts: QObject) -> None:
    """Let the window own parts that were there before it."""
    for part in parts:
        part.setParent(window)


def _dressed(settings: Settings) -> Theme:
    """Return the theme that was chosen, the program being in its colors and in the kept units."""
    undress_program()
    theme = theme_of(kept_choice(settings))
    color_program(theme)
    tell_in(kept_units(settings))
    return theme


def _as_kept(suanli: Suanli, theme: Theme) -> Suanli:
    """Return the parts with the window as it was kept, the program dressed and heard."""
    install()
    WindowState(suanli.window, suanli.settings).restore()
    dress_program(theme)
    return suanli


def _connected(suanli: Suanli, current: Current) -> Suanli:
    """Return the parts, commands and files being connected to what they do.

    The window owns what connects.
    """
    window = suanli.window
    scenarios = ScenarioController(window, suanli.workspace, current, suanli.saving, suanli.closing)
    for part in (scenarios, suanli.sessions):
        part.refused.connect(suanli.conductor.on_refused)
    CommandController(_handlers(suanli, scenarios, current), current)
    suanli.recovering.done.connect(suanli.conductor.on_done)
    suanli.recovering.typing_wanted.connect(scenarios.type_on)
    window.painted_first.connect(suanli.recovering.offer)
    for writer in (suanli.exports, suanli.saving):
        window.stay_while(writer.has_work)
    window.stay_while(suanli.sessions.has_unsaved_answers)
    suanli.units.chosen.connect(suanli.paths.open_again)
    suanli.units.chosen.connect(suanli.ask.tell_again)
    suanli.ask.failed.connect(suanli.conductor.on_engine_failed)
    Waiting(suanli.tasks, window)
    window.center.compare.asked.connect(suanli.comparing.ask)
    suanli.comparing.computed.connect(window.center.compare.show_answer)
    DroppedFiles(window, suanli.files, suanli.ask)
    OtherModels(suanli.published, current, suanli.files, window.bars)
    DocumentController(
        window,
        suanli.files,
        suanli.saving,
        suanli.closing,
        suanli.conductor,
        FileMenus(window.menus["examples"], window.menus["recent"], suanli.settings, suanli.tasks),
    )
    return suanli


def _reference_of(suanli: Suanli) -> ReferenceController:
    reference = ReferenceController(suanli.window, suanli.workspace, suanli.published)
    suanli.ask.against_chosen.connect(reference.choose)
    reference.told.connect(suanli.conductor.on_refused)
    return reference


def _handlers(suanli: Suanli, scenarios: ScenarioController, current: Current) -> Handlers:
    """Return who does what the commands say."""
    parts = suanli.workspace, suanli.files, suanli.exports, suanli.settings, suanli.tasks
    return Handlers(
        files=suanli.files,
        saving=suanli.saving,
        sheets=Sheets(*parts, suanli.window),
        sessions=suanli.sessions,
        closing=suanli.closing,
        exports=suanli.exports,
        scenarios=scenarios,
        reference=_reference_of(suanli),
        resets=Resets(current),
        targets=suanli.targets,
        replay=Replay(current, suanli.conductor),
        matrix=suanli.matrix,
        ask=suanli.ask,
        history=suanli.history,
        appearance=suanli.appearance,
        units=suanli.units,
        help=Help(suanli.window),
        finder=Finder(suanli.window),
        window=suanli.window,
    )


def main(paths: Sequence[Path] = (), watch: Callable[[Suanli], None] | None = None) -> int:
    """Open the window, on the scenario files that are named; return the exit code.

    `watch` is given the parts before anything is shown.
    """
    import_as_python_does()
    app = application()
    hook, exits, stand_in = ErrorHook(), Exits(), find_state_folder()
    hook.install()
    suanli = build()
    hook.caught.connect(suanli.conductor.on_fault)
    hook.caught.connect(suanli.autosave.flush)
    ending = Ending(suanli, hook, exits)
    exits.install(app)
    exits.asked.connect(app.exit)
    if stand_in is not None:
        suanli.safety.watch(stand_in)
    suanli.files.open_all(paths)
    suanli.window.painted_first.connect(collect_again)
    suanli.window.painted_first.connect(suanli.files.sweep)
    if watch is not None:
        watch(suanli)
    suanli.window.show()
    code = ending.end(app.exec())
    suanli.take_down()
    exits.remove()
    hook.remove()
    remove_stand_in(None if stand_in is None else stand_in.folder)
    return code


def application() -> QApplication:
    """Return the program's application, made if there is none yet. Raises DisplayError."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else windowed_application()
    app.setOrganizationName("Suanli")
    app.setApplicationName("Suanli")
    app.setApplicationDisplayName("Suanli")
    app.setDesktopFileName("suanli")
    speak(app)
    return app
