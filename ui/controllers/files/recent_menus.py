"""The menus that list files: examples, and the files opened last, sessions apart.

Whether a recent file is still there is asked each time its menu opens. One whose disk does not
answer at once stands there gray and cannot be chosen before the answer has come.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.files.session.session_file import is_named_as_session
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.documents.reading import SWEEP_FILE
from ui.engine.file_tasks import FileTasks
from ui.process.state.settings import Settings
from ui.process.there import file_is_there
from ui.wording.literal import literal_action, literal_tip

if TYPE_CHECKING:
    from ui.engine.file_threads import FileTask

RECENT_AT_MOST: Final = 8
SESSIONS_AT_MOST: Final = 5


class FileMenus(QObject):
    """Fills the two menus each time they open; files that are gone are left out."""

    example_chosen = Signal(object)
    recent_chosen = Signal(object)

    def __init__(
        self, examples: QMenu, recent: QMenu, settings: Settings, tasks: FileTasks
    ) -> None:
        super().__init__(recent)
        self._examples = examples
        self._recent = recent
        self._settings = settings
        self._tasks = tasks
        self._asked: dict[Path, FileTask[bool]] = {}
        self._there: dict[Path, bool] = {}
        examples.aboutToShow.connect(self._fill_examples)
        recent.aboutToShow.connect(self._fill_recent)
        examples.triggered.connect(self._on_example)
        recent.triggered.connect(self._on_recent)

    def _fill_examples(self) -> None:
        from planner.files.scenario.scenario_file import examples

        self._examples.clear()
        for _, title, path in examples():
            _add(self._examples, model_text(title), path)

    def _fill_recent(self) -> None:
        """Ask about every file, and show what is known a moment later."""
        self._there.clear()
        for path in self._settings.recent_files():
            if path not in self._asked:
                look, then = partial(file_is_there, path), partial(self._on_looked, path)
                self._asked[path] = self._tasks.ask(path, look, then)
        self._tasks.settle(*self._asked.values())
        self._show_recent()

    def _show_recent(self) -> None:
        self._recent.clear()
        paths = [path for path in self._settings.recent_files() if self._there.get(path, True)]
        sessions = [path for path in paths if is_named_as_session(path)]
        scenarios = [path for path in paths if path not in sessions]
        for path in scenarios[:RECENT_AT_MOST]:
            self._add_recent(path)
        if sessions and scenarios:
            self._recent.addSeparator()
        for path in sessions[:SESSIONS_AT_MOST]:
            self._add_recent(path)
        if not paths:
            self._recent.addAction(translate("FileMenus", "Nothing opened yet")).setEnabled(False)

    def _add_recent(self, path: Path) -> None:
        action = _add(self._recent, _name_of(path), path)
        action.setToolTip(literal_tip(shown_path(path)))
        if path not in self._there:
            text = translate("FileMenus", "{name} (does not answer)").format(name=_name_of(path))
            action.setText(literal_action(text))
            action.setEnabled(False)

    def _on_looked(self, path: Path, is_there: bool) -> None:
        """Take note of an answer; one that comes late changes the menu that is open."""
        del self._asked[path]
        self._there[path] = is_there
        for action in self._recent.actions():
            if action.data() == path:
                action.setText(literal_action(_name_of(path)))
                action.setEnabled(is_there)
                action.setVisible(is_there)

    def _on_example(self, action: QAction) -> None:
        self.example_chosen.emit(action.data())

    def _on_recent(self, action: QAction) -> None:
        self.recent_chosen.emit(action.data())


def _name_of(path: Path) -> str:
    """Return what a file is called in the menu; a sweep is called as its folder."""
    if path.name == SWEEP_FILE:
        return translate("FileMenus", "{name} (sweep)").format(name=shown_path(path.parent.name))
    return shown_path(path.name)


def _add(menu: QMenu, text: str, path: Path) -> QAction:
    action = menu.addAction(literal_action(text))
    action.setData(path)
    return action
