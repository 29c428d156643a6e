"""The menu of a card of Ask: what can be done with its answer. Floor: views."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.storage.sentences.catalog import translate

AnswerWish = Literal["copy", "save", "keep"]


class AnswerMenu(QMenu):
    """Gone when it closes; `chosen` carries an AnswerWish."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, has_answer: bool) -> None:
        super().__init__(parent)
        self._add(
            translate("AnswerMenu", "Add to &report, workbook and session"), "keep", has_answer
        )
        self._add(translate("AnswerMenu", "&Copy table"), "copy", has_answer)
        self._add(translate("AnswerMenu", "&Save table…"), "save", has_answer)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, text: str, wish: AnswerWish, has_answer: bool) -> None:
        action = self.addAction(text)
        action.setData(wish)
        action.setEnabled(has_answer)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
