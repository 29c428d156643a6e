"""A bar that says one sentence and blocks nothing: a file that could not be read, a fault."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.widgets.label import label


class NoticeBar(QFrame):
    """One sentence with a way to close it, and details on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPushButton(translate("NoticeBar", "Copy details"))
        self.closer = QToolButton()
        self.closer.setText("✕")
        self.closer.setProperty("look", "flat")
        self.closer.setAccessibleName(translate("NoticeBar", "Close the notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 6, 5)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.details)
        layout.addWidget(self.closer)
        self._detail = ""
        self.details.clicked.connect(self._on_details)
        self.closer.clicked.connect(self.hide)
        self.hide()

    def tell(self, sentence: str, detail: str = "") -> None:
        """Show a sentence."""
        self._detail = detail
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.details.setVisible(bool(detail))
        self.hide()  # what holds it hears of a new sentence
        self.show()
        announce(self, sentence)

    @property
    def told(self) -> tuple[str, str]:
        """The sentence that is told, and its details."""
        return self.sentence.text(), self._detail

    def clear(self) -> None:
        """Take the notice away."""
        self.hide()

    def _on_details(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self._detail)
