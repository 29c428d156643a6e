"""One line above the cards: the question that was chosen, and what to look at. Floor: views."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from planner.storage.sentences.catalog import translate


class GuideBar(QFrame):
    """`closed` tells that it is to go, `others_wanted` that another question is to be chosen."""

    closed = Signal()
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "guide")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.others = QToolButton()
        self.others.setProperty("look", "link")
        self.others.setText(translate("First", "Other questions"))
        self.others.setToolTip(translate("First", "Back to the baseline and the five questions"))
        self.closer = QToolButton()
        self.closer.setText("✕")
        self.closer.setProperty("look", "flat")
        self.closer.setAccessibleName(translate("First", "Close this line"))
        self.closer.setToolTip(translate("First", "Close this line; the scenarios stay"))
        self.others.clicked.connect(self.others_wanted)
        self.closer.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.others)
        layout.addWidget(self.closer)

    def tell(self, title: str, text: str) -> None:
        """Show a question and what to look at."""
        self.text.setText(f"<b>{escape(title)}</b>&nbsp; {escape(text)}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
