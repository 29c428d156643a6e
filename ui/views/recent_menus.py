"""The menus that list files: examples, and the files opened last."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.settings import Settings
from ui.translate import model_text
from ui.widgets.literal import literal_action, literal_tip


class FileMenus(QObject):
    """Fills the two menus each time they open; files that are gone are left out."""

    example_chosen = Signal(object)
    recent_chosen = Signal(object)

    def __init__(self, examples: QMenu, recent: QMenu, settings: Settings) -> None:
        super().__init__(recent)
        self._examples = examples
        self._recent = recent
        self._settings = settings
        examples.aboutToShow.connect(self._fill_examples)
        recent.aboutToShow.connect(self._fill_recent)
        examples.triggered.connect(self._on_example)
        recent.triggered.connect(self._on_recent)

    def _fill_examples(self) -> None:
        from planner.files.scenario_file import examples

        self._examples.clear()
        for _, title, path in examples():
            _add(self._examples, model_text(title), path)

    def _fill_recent(self) -> None:
        self._recent.clear()
        paths = self._settings.recent_files()
        for path in paths:
            _add(self._recent, path.name, path).setToolTip(literal_tip(str(path)))
        if not paths:
            self._recent.addAction(self.tr("Nothing opened yet")).setEnabled(False)

    def _on_example(self, action: QAction) -> None:
        self.example_chosen.emit(Path(str(action.data())))

    def _on_recent(self, action: QAction) -> None:
        self.recent_chosen.emit(Path(str(action.data())))


def _add(menu: QMenu, text: str, path: Path) -> QAction:
    action = menu.addAction(literal_action(text))
    action.setData(str(path))
    return action
