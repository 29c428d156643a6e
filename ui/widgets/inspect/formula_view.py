"""An equation with the number of each name below it, and below each sign the result of it.

Names are links: a click opens one, Tab and the arrows go from one to the next, Enter opens it. Its
menu and the keys of copying give the equation as text. It knows no run: it is given cells. Floor:
widgets.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Part, Role
from ui.accessibility.events import announce
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font, mixed
from ui.widgets.inspect.flow import Piece, Spot, flowed
from ui.wording.inspect.formula import Cell
from ui.wording.literal import literal_tip

LINE_PIXELS: Final = 44
_TOP: Final = 4
_ON_NEXT: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_CLOSING: Final = (")", ",")


class FormulaView(QWidget):
    """Shows cells; `chosen` carries the node of the one that is opened, `copied` tells a copy."""

    chosen = Signal(object)
    copied = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._cells: tuple[Cell, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._widths: tuple[float, ...] = ()
        self._at_hand: int | None = None
        self._fonts = font(TEXT_PIXELS), font(SMALL_PIXELS), font(SMALL_PIXELS, bold=True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.copying = QAction(translate("Inspect", "Copy equation"), self)
        self.copying.triggered.connect(self.copied)
        self.addAction(self.copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_cells(self, cells: Sequence[Cell], sentence: str) -> None:
        """Show an equation; `sentence` is the whole of it with its numbers, to be read aloud."""
        if [each.text for each in cells] != [each.text for each in self._cells]:
            self._at_hand = None
        self._cells = tuple(cells)
        self.setAccessibleDescription(sentence)
        self._widths = tuple(map(self._width_of, self._cells))
        self._flow()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        spots = flowed(self._pieces(), width)
        return (spots[-1].line + 1) * LINE_PIXELS + _TOP if spots else 0

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, LINE_PIXELS if self._cells else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._cells)):
            place = self.place_of(number)
            if place.toAlignedRect().intersects(event.rect()):
                self._paint(painter, number, place)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(event.pos())
            tip = "" if number is None else self._cells[number].tip
            QToolTip.showText(event.globalPos(), literal_tip(tip), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and _copies(event):
            event.accept()  # before a shortcut of the window takes it
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        is_link = number is not None and self._cells[number].node is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._number_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ON_NEXT and self._links():
            self._go(_ON_NEXT[key])
        elif key in _OPENING:
            self._open(self._at_hand)
        elif _copies(event):
            self.copying.trigger()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at_hand is None and self._links():
            self._go(1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def accessible(self) -> Accessible:
        """Return the equation with a part for each name, sign and number."""
        parts = tuple(
            Part(cell.text, cell.result, self.place_of(number).toAlignedRect(), _role(cell))
            for number, cell in enumerate(self._cells)
        )
        said = "" if self._at_hand is None else self._cells[self._at_hand].tip
        return Accessible(
            self.accessibleName(),
            Role.Equation,
            value=said,
            description=self.accessibleDescription(),
            parts=parts,
        )

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is shown."""
        return self._cells

    def place_of(self, number: int) -> QRectF:
        """Return where a cell stands, in this widget."""
        spot = self._spots[number]
        return QRectF(
            spot.left, _TOP + spot.line * LINE_PIXELS, self._widths[number], LINE_PIXELS - 8
        )

    def _flow(self) -> None:
        self._spots = flowed(self._pieces(), self.width())
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
            self.updateGeometry()
        self.update()

    def _pieces(self) -> list[Piece]:
        found = []
        for number, cell in enumerate(self._cells):
            before = self._cells[number - 1] if number else None
            is_led = before is not None and (before.text == "(" or before.kind == "sign")
            found.append(Piece(self._widths[number], cell.text in _CLOSING or is_led))
        return found

    def _width_of(self, cell: Cell) -> float:
        words, numbers, bold = map(QFontMetricsF, self._fonts)
        below = bold if cell.is_changed else numbers
        return max(words.horizontalAdvance(cell.text), below.horizontalAdvance(cell.result)) + 2

    def _paint(self, painter: QPainter, number: int, place: QRectF) -> None:
        cell = self._cells[number]
        words, numbers, bold = self._fonts
        half = place.height() / 2
        if number == self._at_hand and self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-3, 0, 3, 1), 3, 3)
        painter.setFont(words)
        painter.setPen(QColor(self._color_of(cell)))
        middle = Qt.AlignmentFlag.AlignHCenter
        top = QRectF(place.left(), place.top(), place.width(), half)
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignVCenter, cell.text)
        painter.setFont(bold if cell.is_changed else numbers)
        is_result = cell.kind in ("sign", "function")
        quiet = mixed(self._theme.muted, self._theme.panel, 0.1)
        color = self._theme.accent if cell.is_changed else quiet if is_result else self._theme.text
        painter.setPen(QColor(color))
        below = QRectF(place.left(), place.top() + half, place.width(), half)
        painter.drawText(below, middle | Qt.AlignmentFlag.AlignTop, cell.result)

    def _color_of(self, cell: Cell) -> str:
        if cell.kind == "name" and cell.node is not None:
            return self._theme.accent
        return self._theme.muted if cell.kind in ("bracket", "function") else self._theme.text

    def _links(self) -> list[int]:
        return [number for number, cell in enumerate(self._cells) if cell.node is not None]

    def _go(self, step: int) -> None:
        links = self._links()
        here = links.index(self._at_hand) if self._at_hand in links else -1 if step > 0 else 0
        self._at_hand = links[(here + step) % len(links)]
        self.setAccessibleName(led_by(self._name, self._cells[self._at_hand].tip))
        announce(self, self._cells[self._at_hand].tip)
        self.update()

    def _open(self, number: int | None) -> None:
        if number is not None and self._cells[number].node is not None:
            self.chosen.emit(self._cells[number].node)

    def _number_at(self, point: QPoint) -> int | None:
        found = (n for n in range(len(self._cells)) if self.place_of(n).contains(point))
        return next(found, None)


def _copies(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)


def _role(cell: Cell) -> Role:
    return Role.StaticText if cell.node is None else Role.Link
