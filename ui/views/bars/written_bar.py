"""The bar about the file written last: what it shows, its folder, and the ways to it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.widgets.action_bar import ActionBar, BarDisplay


class WrittenBar(QWidget):
    """Shows one bar until it is closed or another file is written."""

    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar: ActionBar | None = None
        self._path = Path()
        self.told: tuple[Path, str] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def tell(self, path: Path, subject: str) -> None:
        """Say that a file was written, and what it shows."""
        self.clear()
        self._path, self.told = path, (path, subject)
        text = translate("WrittenBar", "{subject}: written to {name} in {folder}")
        sentence = text.format(
            subject=subject, name=shown_path(path.name), folder=shown_path(path.parent)
        )
        choices = {
            "open": translate("WrittenBar", "Open"),
            "folder": translate("WrittenBar", "Show in folder"),
            "close": translate("WrittenBar", "Close"),
        }
        display = BarDisplay("written", sentence, tuple(choices.items()), is_good=True)
        self.bar = ActionBar(display, self)
        self.bar.chosen.connect(self._on_chosen)
        self._layout.addWidget(self.bar)
        self.show()

    def clear(self) -> None:
        """Take the bar away."""
        self.hide()
        self.told = None
        if self.bar is not None:
            self._layout.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _on_chosen(self, _bar: str, choice: str) -> None:
        match choice:
            case "open":
                self.open_wanted.emit(self._path)
            case "folder":
                self.folder_wanted.emit(self._path)
            case _:
                self.clear()
