"""A list with check boxes that opens as a popup and is narrowed by typing; a few may be checked.

It knows nothing of what is chosen from: what is said of a word that no entry has is asked for. The
field keeps the keyboard: arrows go through the list, Enter checks, Escape closes. Floor: widgets.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.label import set_look
from ui.wording.finding.ranking import rank, sought_by, typed

_KEY: Final = Qt.ItemDataRole.UserRole
_SOUGHT: Final = Qt.ItemDataRole.UserRole + 1
_WIDTH: Final = 320
_LINES: Final = 4
"""Lines that say what stands for a word, or how many may be checked."""
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHECKING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Option:
    """What can be checked: its key, its text, and other names by which it is found."""

    key: str
    text: str
    names: tuple[str, ...] = ()


class PlaceList(QFrame):
    """The popup; `toggled` carries the key of an entry that a hand or a key has hit."""

    toggled = Signal(str)
    closed = Signal()

    def __init__(
        self,
        options: Sequence[Option],
        asked: str,
        hint: str,
        answer: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        """Show `asked` in the empty field and `hint` below; `answer` tells of other words."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._hint = hint
        self._answer = answer
        self.setProperty("look", "chooser")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = _list_of(options, asked)
        self.said = QLabel(hint, self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setFixedHeight(_LINES * self.said.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for part in (self.field, self.list, self.said):
            layout.addWidget(part)
        self.field.textChanged.connect(self._on_text_changed)
        self.list.itemClicked.connect(self._on_item)

    def show_checked(self, checked: Collection[str], *, is_full: bool = False) -> None:
        """Check these entries; where it `is_full` no other can be checked beside them."""
        for item in self._items():
            key = item.data(_KEY)
            state = Qt.CheckState.Checked if key in checked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            can_be_hit = not is_full or key in checked or item is self.list.item(0)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if can_be_hit else Qt.ItemFlag.NoItemFlags)

    def open_beside(self, button: QWidget) -> None:
        """Open under a button, within the screen."""
        self.field.clear()
        self._on_text_changed("")
        size = QSize(_WIDTH, self.sizeHint().height())
        room = button.screen().availableGeometry()
        place = button.mapToGlobal(QPoint(0, button.height()))
        left = min(place.x(), room.right() - size.width())
        top = min(place.y(), room.bottom() - size.height())
        self.setGeometry(max(room.left(), left), max(room.top(), top), size.width(), size.height())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows and Enter act on the list, and Space while nothing is typed."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _CHECKING or (key == Qt.Key.Key_Space and not self.field.text()):
            self._on_item(self.list.currentItem())
            return True
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    @property
    def shown_keys(self) -> list[str]:
        """The keys of the entries that answer to what is typed."""
        return [item.data(_KEY) for item in self._items() if not item.isHidden()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _step(self, by: int) -> None:
        shown = [item for item in self._items() if not item.isHidden()]
        if shown:
            current = self.list.currentItem()
            place = shown.index(current) if current in shown else -1
            self.list.setCurrentItem(shown[max(0, min(len(shown) - 1, place + by))])

    def _on_text_changed(self, text: str) -> None:
        """Show what answers to a text; where nothing does, what stands for it."""
        asked = typed(text)
        for item in self._items():
            item.setHidden(rank(asked, item.data(_SOUGHT)) is None)
        shown = [item for item in self._items() if not item.isHidden()]
        self.list.setCurrentRow(self.list.row(shown[0]) if shown else -1)
        answer = self._answer(text.strip()) if asked.words else ""
        set_look(self.said, "" if answer else "muted")
        self.said.setText(answer or self._hint)

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.toggled.emit(item.data(_KEY))


def _list_of(options: Sequence[Option], name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setProperty("look", "chooser")
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for option in options:
        item = QListWidgetItem(option.text, made)
        item.setData(_KEY, option.key)
        item.setData(_SOUGHT, sought_by((option.text, *option.names), ""))
        item.setCheckState(Qt.CheckState.Unchecked)
    height = sum(made.sizeHintForRow(row) for row in range(made.count()))
    made.setFixedHeight(height + 2)
    return made
