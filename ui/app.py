"""The composition root: makes every long-lived part, in order, and ties them together."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.ensemble.many import Projector
from ui.document import Document
from ui.errors import ErrorHook
from ui.live import Live
from ui.opening import collect_again
from ui.settings import Settings
from ui.translate import install_translations
from ui.views.appearance import Appearance, color_program, dress_program, kept_choice, theme_of
from ui.views.conductor import Conductor
from ui.views.exports import Exports
from ui.views.files import Files
from ui.views.help import Help
from ui.views.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Suanli:
    """Every long-lived part of the window."""

    settings: Settings
    document: Document
    live: Live
    window: MainWindow
    files: Files
    exports: Exports
    appearance: Appearance
    conductor: Conductor

    def close(self) -> None:
        """End the threads and write the settings; the window may be gone by then."""
        self.live.close()
        self.exports.close()
        self.settings.sync()


def build() -> Suanli:
    """Make every part; nothing is shown and nothing runs yet."""
    settings = Settings()
    theme = theme_of(kept_choice(settings))
    color_program(theme)
    document = Document()
    live = Live(Projector)
    window = MainWindow(document, theme)
    files = Files(document, settings, window)
    exports = Exports(document, settings, window)
    appearance = Appearance(window, settings)
    help_pages = Help(window)
    conductor = Conductor(document, live, window, files, exports, help_pages, settings)
    dress_program(theme)
    return Suanli(settings, document, live, window, files, exports, appearance, conductor)


def main(path: str | None, watch: Callable[[Suanli], None] | None = None) -> int:
    """Open the window, on a scenario file if one is named; return the exit code.

    `watch` is given the parts before anything is shown.
    """
    app = application()
    hook = ErrorHook()
    hook.install()
    suanli = build()
    hook.caught.connect(suanli.conductor.on_fault)
    app.aboutToQuit.connect(suanli.live.close)
    app.aboutToQuit.connect(suanli.exports.close)
    app.aboutToQuit.connect(suanli.settings.sync)
    if path is not None:
        suanli.files.read(Path(path))
    suanli.window.painted_first.connect(collect_again)
    if watch is not None:
        watch(suanli)
    suanli.window.show()
    code = app.exec()
    hook.remove()
    return code


def application() -> QApplication:
    """Return the program's application, made if there is none yet."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setOrganizationName("Suanli")
    app.setApplicationName("Suanli")
    app.setApplicationDisplayName("Suanli")
    app.setDesktopFileName("suanli")
    install_translations(app)
    return app
