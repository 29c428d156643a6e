"""A question in a box that blocks no code: it opens, and tells later what was chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from planner.storage.sentences.catalog import translate

CANCEL = "cancel"


class Question(QMessageBox):
    """Plain text and a few answers; `answered` gives the key of one and what it is about.

    Closing the box is the answer `cancel`, which is always offered. It has no icon: Qt would make
    a new one for each box.
    """

    answered = Signal(str, object)

    def __init__(self, parent: QWidget, name: str, text: str, subject: object = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._keys: dict[str, str] = {}
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cancel = self._offer(
            CANCEL, translate("Question", "Cancel"), self.ButtonRole.RejectRole
        )
        self.setEscapeButton(self._cancel)
        self.finished.connect(self._on_finished)

    def offer(self, key: str, text: str, *, is_default: bool = False) -> None:
        """Offer an answer, which changes nothing that cannot be had back."""
        button = self._offer(key, text, self.ButtonRole.AcceptRole)
        if is_default:
            self.setDefaultButton(button)

    def offer_loss(self, key: str, text: str) -> None:
        """Offer an answer after which something is gone; Return gives it at no time."""
        self._offer(key, text, self.ButtonRole.DestructiveRole)
        if self.defaultButton() is None:
            self.setDefaultButton(self._cancel)

    def choose(self, key: str) -> None:
        """Answer as a click would."""
        next(b for b in self.buttons() if b.objectName() == key).click()

    def _offer(self, key: str, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        button = self.addButton(text, role)
        button.setObjectName(key)
        return button

    def _on_finished(self) -> None:
        clicked: QAbstractButton | None = self.clickedButton()
        self.answered.emit(CANCEL if clicked is None else clicked.objectName(), self._subject)
