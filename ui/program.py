"""The program with its window: started, ended, and built anew in another language.

It stands over the composition root, which makes the parts of one window. The new window is built
around the same documents, files and engine, and stands before the old one goes.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from planner.storage.places import resources_folder
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import Language, speak, spoken
from ui.app import build
from ui.controllers.ending import Ending
from ui.controllers.language.choice import kept_language, language_of, readable_language
from ui.controllers.language.taking_over import take_over_places
from ui.documents.autosave import Autosave
from ui.parts import Suanli
from ui.process.display.application import windowed_application
from ui.process.errors import ErrorHook
from ui.process.exits import Exits
from ui.process.garbage import collect_again
from ui.process.imports import import_as_python_does
from ui.process.qt_language import let_qt_speak
from ui.process.state.folder import StandIn, find_state_folder, remove_stand_in
from ui.process.state.settings import Settings
from ui.views.main_window import MainWindow
from ui.wording.figures.units import forget_told

_NAME: Final = "Suanli"
LOOKS_EVERY_MS: Final = 50
"""How often it is looked whether what holds the other language up is over."""


class Program(QObject):
    """The window that runs; `rebuilt` tells that another one stands in its place."""

    rebuilt = Signal()

    def __init__(self, suanli: Suanli) -> None:
        super().__init__()
        self.suanli = suanli
        self._before: Suanli | None = None
        self._held_up = QTimer(self, singleShot=True, interval=LOOKS_EVERY_MS)
        self._held_up.timeout.connect(self._follow_choice)
        suanli.language.chosen.connect(self._on_chosen)

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.suanli.window

    @property
    def autosave(self) -> Autosave:
        """What keeps unsaved work."""
        return self.suanli.autosave

    def close(self) -> None:
        """End all parts after the window was closed."""
        self.suanli.close()

    def leave(self) -> bool:
        """End all parts without that; tell whether unsaved work is kept."""
        return self.suanli.leave()

    def tell_fault(self, sentence: str, detail: str) -> None:
        """Tell a fault of the program in its window."""
        self.suanli.conductor.on_fault(sentence, detail)

    def _on_chosen(self) -> None:
        """Follow once the menu of the choice is gone: it belongs to the window that goes."""
        if self._is_busy():
            self.suanli.window.status.tell(
                translate("Language", "The language changes once this has ended.")
            )
        self._held_up.start(0)

    def _follow_choice(self) -> None:
        """Speak what is chosen, unless it is spoken, once nothing holds it up."""
        language = language_of(self.suanli.language.choice)
        if language == spoken() or self.suanli.window.is_closed:
            return
        if self._before is not None or self._is_busy():
            self._held_up.start(LOOKS_EVERY_MS)
            return
        self._speak(language)

    def _is_busy(self) -> bool:
        """Tell whether a hand, a dialog, an export or a disk is at work in the window."""
        suanli, app = self.suanli, QApplication
        is_held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        is_asking = app.activeModalWidget() is not None or app.activePopupWidget() is not None
        writers = (suanli.exports, suanli.saving, suanli.sweeps)
        writes = any(each.has_work() for each in writers)
        return (
            is_held or is_asking or writes or suanli.tasks.has_waits() or suanli.workspace.is_moving
        )

    def _speak(self, language: Language) -> None:
        """Build the window anew in a language; the one before goes when the new one is seen."""
        before = self.suanli
        before.window.setFocus()  # what is half typed in a field is taken
        before.state.keep()
        speak_in(language)
        self.suanli = suanli = build(lasting=before)
        self._before = before
        suanli.language.chosen.connect(self._on_chosen)
        suanli.take_over(before)
        suanli.window.painted_first.connect(self._on_seen)
        suanli.window.show()
        suanli.window.activateWindow()

    def _on_seen(self) -> None:
        QTimer.singleShot(0, self, self._drop_before)

    def _drop_before(self) -> None:
        """End the window that is no longer looked at; what outlives it goes on."""
        before, self._before = self._before, None
        if before is not None:
            before.end_window_threads()
            take_over_places(self.suanli.window, before.window)
            before.take_down()
            self.rebuilt.emit()


def speak_in(language: Language) -> None:
    """Let the program speak a language from now on, and forget what is kept in another one."""
    speak(language)
    forget_told()
    let_qt_speak(application())


def main(
    paths: Sequence[Path] = (),
    watch: Callable[[Suanli], None] | None = None,
    language: Language | None = None,
) -> int:
    """Open the window, on the scenario files that are named; return the exit code.

    `watch` is given the parts before anything is shown. The window speaks the `language`, or
    without one that chosen in it, else the system's.
    """
    import_as_python_does()
    stand_in = find_state_folder()  # first of all: settings in it tell how large the text is
    try:
        return _run(paths, watch, language, stand_in)
    finally:
        remove_stand_in(None if stand_in is None else stand_in.folder)


def _run(
    paths: Sequence[Path],
    watch: Callable[[Suanli], None] | None,
    language: Language | None,
    stand_in: StandIn | None,
) -> int:
    app, hook, exits = application(), ErrorHook(), Exits()
    hook.install()
    speak_in(readable_language(language or language_of(kept_language(Settings()))))
    program = Program(build())
    suanli = program.suanli
    hook.caught.connect(program.tell_fault)
    hook.caught.connect(suanli.autosave.flush)
    ending = Ending(program, hook, exits)
    exits.install(app)
    exits.asked.connect(app.exit)
    if stand_in is not None:
        suanli.safety.watch(stand_in)
    suanli.files.open_all(paths)
    suanli.window.painted_first.connect(collect_again)
    suanli.window.painted_first.connect(suanli.files.sweep)
    suanli.window.painted_first.connect(show_icon)
    if watch is not None:
        watch(suanli)
    suanli.window.show()
    code = ending.end(app.exec())
    program.suanli.take_down()
    exits.remove()
    hook.remove()
    return code


def show_icon() -> None:
    """Give every window the icon of the program, also where no desktop knows it; drawing waits."""
    drawing = resources_folder() / "packaging" / "suanli.svg"
    QGuiApplication.setWindowIcon(QIcon(str(drawing)))


def application() -> QApplication:
    """Return the program's application, made if there is none yet. Raises DisplayError."""
    found = QApplication.instance()
    if isinstance(found, QApplication) and found.applicationName() == _NAME:
        return found
    app = found if isinstance(found, QApplication) else windowed_application()
    app.setOrganizationName(_NAME)
    app.setApplicationName(_NAME)
    app.setDesktopFileName("suanli")
    let_qt_speak(app)
    return app
