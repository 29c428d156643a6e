"""The small button beside the heading of a group of rows: puts all of them back."""

from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip

HEIGHT: Final = 18


class GroupButton(QToolButton):
    """Asks for the menu of its group: `menu_wanted` gives the place on the screen."""

    menu_wanted = Signal(QPoint)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("⋯")
        self.setProperty("look", "flat")
        self.setFixedSize(HEIGHT + 8, HEIGHT)
        name = translate("GroupButton", "Reset all of {title}").format(title=title)
        self.setAccessibleName(name)
        set_tip(self, name)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()))
