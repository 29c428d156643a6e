"""Opens folders of sweeps, each in a window of its own, and makes scenarios of their points.

It holds the windows and the threads that they read in, which are made for the first one. Floor:
controllers. What a window is made of is loaded when the first is opened: a start needs none of it.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.model.scenario import FUTURES_AT_MOST, Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.controllers.exports import Exports
from ui.controllers.files.opening import Files
from ui.controllers.sweeps.exporting import SweepExports
from ui.documents.document import Place
from ui.documents.reading import SWEEP_FILE, folder_of_sweep
from ui.documents.workspace import Workspace
from ui.engine.file_tasks import FileTasks
from ui.engine.studies import Studies
from ui.engine.study.gate import Gate
from ui.process.showing import open_with_desktop
from ui.process.state.settings import Settings
from ui.style.theme import Theme
from ui.views.main_window import MainWindow
from ui.widgets.files.dialogs import folder_dialog
from ui.widgets.files.paths import chosen_path

if TYPE_CHECKING:
    from planner.sweep.plan.plan import Plan
    from ui.views.sweeps.window import SweepWindow

_GEOMETRY: Final = "sweep_geometry"


class Sweeps(QObject):
    """The windows of sweeps; `failed` carries the trace of a fault, `help_wanted` asks for help."""

    failed = Signal(str)
    help_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        files: Files,
        settings: Settings,
        exports: Exports,
        tasks: FileTasks,
        gate: Gate,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._files = files
        self._settings = settings
        self._exports = exports
        self._tasks = tasks
        self._gate = gate
        self._writing: dict[Path, SweepExports] = {}
        self._studies: Studies | None = None
        self.windows: dict[Path, SweepWindow] = {}
        files.sweep_read.connect(self.open_path)
        window.center.theme_changed.connect(self._on_theme)

    def ask_open(self) -> None:
        """Ask for the folder of a sweep."""
        title = translate("Sweeps", "Open the folder of a sweep")
        dialog = folder_dialog(self._window, title, self._files.folder())
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def open_path(self, path: Path) -> "SweepWindow":
        """Open a folder, or bring the window that shows it to the front."""
        folder = folder_of_sweep(path.absolute())
        shown = self.windows.get(folder) or self._made(folder)
        if shown.isHidden():
            shown.read()
            self._settings.keep_recent(folder / SWEEP_FILE)
        _bring(shown)
        return shown

    def tell_again(self) -> None:
        """Tell numbers in the units that are chosen now."""
        for each in self.windows.values():
            each.tell_again()

    def take_over(self, before: "Sweeps") -> None:
        """Show the sweeps that another window's part shows, with what it has read of them."""
        for path, old in before.windows.items():
            new = self._made(path)
            new.setGeometry(old.geometry())
            new.take_over(old)
            new.show()

    def has_work(self) -> bool:
        """Tell whether a file is being made or written."""
        return any(each.has_work() for each in self._writing.values())

    def writing_of(self, shown: "SweepWindow") -> SweepExports:
        """Return what writes files of a window."""
        return self._writing[shown.path]

    def request_stop(self) -> None:
        """Let what is read or written end at its next step."""
        for each in self._writing.values():
            each.request_stop()
        if self._studies is not None:
            self._studies.request_stop()

    def close(self) -> None:
        """Keep the place of a window that is open, and end the threads."""
        for each in self.windows.values():
            self._keep_place(each)
        for writing in self._writing.values():
            writing.close()
        if self._studies is not None:
            self._studies.close()

    def open_scenario(self, shown: "SweepWindow", point: int) -> None:
        """Open a point as a scenario that is in no file yet."""
        from ui.wording.sweeps.head import count_text

        if shown.opened is None:
            return
        plan = shown.opened.folder.plan
        scenario = scenario_of(plan, point)
        document = self._workspace.open()
        document.restore(scenario, Scenario(), Place())
        text = translate("Sweeps", "Opened “{name}” from the sweep")
        if scenario.futures < plan.futures:
            text = translate(
                "Sweeps", "Opened “{name}” from the sweep, with {futures} futures of its many"
            )
        name, futures = shown_title(scenario.title), count_text(scenario.futures)
        self._window.status.tell(text.format(name=name, futures=futures))
        _bring(self._window)

    def _made(self, folder: Path) -> "SweepWindow":
        from ui.views.sweeps.window import SweepWindow

        self._studies = self._studies or Studies(self, gate=self._gate)
        theme = self._window.center.charts.theme
        made = SweepWindow(folder, self._studies, theme, self._window)
        made.restoreGeometry(self._settings.state(_GEOMETRY))
        made.failed.connect(self.failed)
        made.help_wanted.connect(self.help_wanted)
        made.left.connect(self._on_left)
        made.scenario_wanted.connect(self._on_scenario_wanted)
        made.folder_wanted.connect(self._on_folder_wanted)
        self._writing[folder] = SweepExports(made, self._exports, self._tasks)
        self.windows[folder] = made
        return made

    def _keep_place(self, shown: "SweepWindow") -> None:
        self._settings.keep(_GEOMETRY, shown.saveGeometry())

    def _sender(self) -> "SweepWindow | None":
        sender = self.sender()
        return next((each for each in self.windows.values() if each is sender), None)

    def _on_selected(self, name: str) -> None:
        self.open_path(chosen_path(name))

    def _on_left(self) -> None:
        shown = self._sender()
        if shown is not None:
            self._keep_place(shown)
            self.windows.pop(shown.path, None)
            self._writing.pop(shown.path).close()

    def _on_scenario_wanted(self, point: int) -> None:
        shown = self._sender()
        if shown is not None:
            self.open_scenario(shown, point)

    def _on_folder_wanted(self) -> None:
        shown = self._sender()
        if shown is not None and not open_with_desktop(shown.path):
            shown.tell(translate("Sweeps", "No program here shows folders."))

    def _on_theme(self, theme: Theme) -> None:
        for each in self.windows.values():
            each.set_theme(theme)


def scenario_of(plan: "Plan", point: int) -> Scenario:
    """Return a point as a scenario, with as many futures of the sweep as a scenario may have."""
    from ui.wording.sweeps.head import count_text

    text = translate("Sweeps", "{sweep}, point {point}")
    title = text.format(sweep=plan.title, point=count_text(point))
    scenario = plan.points.scenario_at(plan.base, point)
    return replace(scenario, title=title, futures=min(plan.futures, FUTURES_AT_MOST))


def _bring(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
