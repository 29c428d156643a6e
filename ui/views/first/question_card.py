"""A question as a card that is clicked or taken by Enter: the question, what it shows, where.

Floor: views.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.label import label

_PAD: Final = 10
_LEAST_WIDTH: Final = 96


class QuestionCard(QPushButton):
    """One button with three lines of text; it is as high as its words need."""

    def __init__(
        self, title: str, text: str, place: str, tip: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "question")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # words that break over more lines need more of them
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            translate("First", "{text} Place: {place}").format(text=text, place=place)
        )
        self._text = label(text, look="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _PAD, _PAD, 8)
        layout.setSpacing(4)
        head = label(title, look="heading")
        for each in (head, self._text):
            each.setWordWrap(True)
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(each)
        layout.addStretch(1)
        layout.addLayout(_foot(place))
        self.setToolTip(tip)

    def set_low(self, is_low: bool) -> None:
        """Leave out what it shows, for which there is no room."""
        self._text.setHidden(is_low)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalSizeHint()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, 0)


def _foot(place: str) -> QHBoxLayout:
    row = QHBoxLayout()
    where, arrow = label(place, look="place"), label("▸", look="place")
    for each in (where, arrow):
        each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.addWidget(where, 1)
    row.addWidget(arrow)
    return row
