"""The foot of a card: its answer in one sentence, and the links to what can be done with it.

Links stand beside the sentence, or below it where it would run on too long beside them. It knows no
study. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.widgets.label import label

_SIDE: Final = 10
_GAP: Final = 10
_MOST_BESIDE: Final = 3
"""Lines of a sentence beside links; they stand below a longer one."""
_ENDLESS: Final = 1 << 15
"""Pixels that no sentence is high."""


class CardFoot(QFrame):
    """Holds `sentence`, `waiting` in its place while another card is answered, and `links`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card foot")
        self.sentence = label("")
        self.waiting = label("", look="muted")
        self.links: dict[str, QToolButton] = {}
        self._actions = QWidget()
        self._links = QHBoxLayout(self._actions)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    @property
    def has_links_below(self) -> bool:
        """Whether links stand below the sentence."""
        return self._rows.direction() == QBoxLayout.Direction.TopToBottom

    def show_sentence(self, text: str, *, is_moving: bool) -> None:
        """Say the answer; while a hand moves its room grows but never shrinks."""
        room = self.sentence.height() if is_moving else 0
        self.sentence.setMinimumHeight(max(room, self._least_room))
        self.sentence.setText(text)
        self._fit(may_rise=not is_moving)

    def show_waiting(self, text: str) -> None:
        """Say in place of the sentence what is waited for; an empty text shows it again."""
        self.waiting.setText(text)
        self.waiting.setVisible(bool(text))
        self.sentence.setVisible(not text)

    def show_actions(self, shown: bool) -> None:
        """Show the links, or none where there is nothing to be done with."""
        self._actions.setVisible(shown and bool(self.links))

    def add_link(self, key: str, text: str, tip: str) -> QToolButton:
        """Add an action and return it, to be connected."""
        made = self.links[key] = link(text)
        made.setToolTip(tip)
        self._links.addWidget(made)
        self._actions.show()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(may_rise=True)

    def _fit(self, *, may_rise: bool) -> None:
        """Put links where the sentence has room."""
        margins, beside = self._rows.contentsMargins(), self._links.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - beside - self._rows.spacing()
        most = (_MOST_BESIDE + 0.5) * self.sentence.fontMetrics().lineSpacing()  # it is rounded
        is_below = beside > 0 and _height(self.sentence, room) > most
        if is_below or may_rise:
            way = QBoxLayout.Direction
            self._rows.setDirection(way.TopToBottom if is_below else way.LeftToRight)

    @property
    def _least_room(self) -> int:
        """Two lines of a sentence, in pixels."""
        return 2 * self.sentence.fontMetrics().lineSpacing()

    def _lay_out(self) -> None:
        self._rows.setContentsMargins(_SIDE, 6, _SIDE, 6)
        self._rows.setSpacing(_GAP)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for said in (self.sentence, self.waiting):
            said.setWordWrap(True)
            said.setMinimumHeight(self._least_room)
            said.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(said, 1)
        self._links.setSpacing(_GAP)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._actions.hide()
        at = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        self._rows.addWidget(self._actions, 0, at)


def link(text: str) -> QToolButton:
    """Return a button that looks like a link."""
    made = QToolButton()
    made.setText(text)
    made.setProperty("look", "link")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def _height(said: QLabel, width: int) -> int:
    """Return how high the text of a label is in a width, without the room it is kept."""
    flags = Qt.TextFlag.TextWordWrap
    return (
        said.fontMetrics().boundingRect(0, 0, max(1, width), 1 << 15, flags, said.text()).height()
    )
