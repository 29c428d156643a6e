"""A step of the tour beside the control it is about: a frame with a pointer, and no veil.

It knows neither the steps nor when they are done. Esc closes it, Enter and arrows turn it; it
stays beside its control while the window changes. Floor: views.
"""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.quantities.told.lists import as_sentences, led_by
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import announce
from ui.views.first.tour_place import POINTER, Side, beside
from ui.widgets.label import label

_WIDTH: Final = 340
_PAD: Final = 14
_RADIUS: Final = 6.0
_FOLLOWED: Final = frozenset(
    {
        QEvent.Type.Resize,
        QEvent.Type.Move,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
    }
)
_NEXT: Final = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TourFrame(QWidget):
    """`turned` carries 1 for the next step and -1 for the one before, `closed` ends the tour."""

    turned = Signal(int)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._side: Side = "none"
        self._is_below = False
        self._tip = QPoint()
        self.mark = TourMark(window)
        self.title = label("", look="heading")
        self.text = label("")
        for each in (self.title, self.text):
            each.setWordWrap(True)
        self.count = label("", look="muted")
        self.closer = QPushButton(translate("First", "Close tour"))
        self.closer.setToolTip(translate("First", "Help > Tour starts it again"))
        self.next = QPushButton()
        self.next.setDefault(True)
        for button in (self.closer, self.next):
            button.installEventFilter(self)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.place)
        self.closer.clicked.connect(self.closed)
        self.next.clicked.connect(self._on_next)
        self._lay_out()
        self.hide()

    def show_step(self, title: str, text: str, number: int, count: int) -> None:
        """Show a step, numbered from 1, and tell it to a screen reader."""
        self.title.setText(title)
        self.text.setText(text)
        form = translate("First", "{number} of {count}")
        self.count.setText(form.format(number=number, count=count))
        is_last = number == count
        self.next.setText(translate("First", "Done") if is_last else translate("First", "Next"))
        self.setAccessibleName(title)
        self.next.setAccessibleDescription(text)
        self.show()
        announce(self, led_by(self.count.text(), as_sentences((title, text))))

    def accessible(self) -> Accessible:
        """Return the step as it is told."""
        return Accessible(self.accessibleName(), Role.Dialog, description=self.text.text())

    def point_at(self, target: QWidget | None, *, is_below: bool = False) -> None:
        """Stand beside a control from now on; in the middle where there is none."""
        for each in self._followed:
            each.removeEventFilter(self)
        self._is_below = is_below
        self._target, self._followed = target, _with_all_around(target, self.window())
        for each in self._followed:
            each.installEventFilter(self)
        self.place()

    def end(self) -> None:
        """Go, and follow nothing."""
        self.point_at(None)
        self.hide()
        self.mark.hide()

    def place(self) -> None:
        """Find the place beside the control as the window is now."""
        room, target = self.window().rect(), self._target_rect()
        self.mark.show_around(target if self.isVisible() else QRect())
        self.adjustSize()
        rect, self._side, self._tip = beside(target, self.sizeHint(), room, is_below=self._is_below)
        self.setGeometry(rect)
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        layout, width = self.layout(), _WIDTH + 2 * POINTER
        high = 0 if layout is None else layout.totalHeightForWidth(width)
        return QSize(width, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched in (self.closer, self.next) and self._take_key(watched, event.key())
        if event.type() in _FOLLOWED and self.isVisible():
            self._again.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel, and the pointer at the side of the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawPath(self._outline())
        painter.end()

    def _take_key(self, watched: QObject, key: int) -> bool:
        """Turn the tour or close it; Enter on the button that closes closes."""
        if key == Qt.Key.Key_Escape or (watched is self.closer and key in _NEXT[1:]):
            self.closed.emit()
        elif key in _NEXT:
            self.turned.emit(1)
        elif key == Qt.Key.Key_Left:
            self.turned.emit(-1)
        else:
            return False
        return True

    def _on_next(self) -> None:
        self.turned.emit(1)

    def _target_rect(self) -> QRect:
        """Return where the control is seen in the window; empty where it is not."""
        target = self._target
        if target is None or not target.isVisible():
            return QRect()
        seen = target.visibleRegion().boundingRect()
        return QRect(target.mapTo(self.window(), seen.topLeft()), seen.size())

    def _outline(self) -> QPainterPath:
        panel, outline = QRectF(self.rect()), QPainterPath()
        panel.adjust(POINTER, POINTER, -POINTER - 1, -POINTER - 1)
        outline.addRoundedRect(panel.translated(0.5, 0.5), _RADIUS, _RADIUS)
        pointer, tip = QPainterPath(), QPointF(self.mapFrom(self.window(), self._tip))
        ends = {
            "right": (panel.left() + 1, 0.0),
            "left": (panel.right() - 1, 0.0),
            "below": (0.0, panel.top() + 1),
            "above": (0.0, panel.bottom() - 1),
        }
        if self._side in ends:
            x, y = ends[self._side]
            pointer.moveTo(tip)
            for shift in (-POINTER, POINTER):
                pointer.lineTo(x or tip.x() + shift, y or tip.y() + shift)
            pointer.closeSubpath()
        return outline.united(pointer)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.closer)
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        edge = POINTER + _PAD
        layout.setContentsMargins(edge, edge - 2, edge, edge - 2)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(row)


class TourMark(QWidget):
    """A line around the control that a step is about; hands reach through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def accessible(self) -> Accessible:
        """Return the line, which says nothing: the step tells what it is around."""
        return Accessible("", Role.Border)

    def show_around(self, rect: QRect) -> None:
        """Stand around a part of the window; around nothing, go."""
        self.setVisible(not rect.isEmpty())
        self.setGeometry(rect.adjusted(-4, -3, 4, 3))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
        painter.end()


def _with_all_around(target: QWidget | None, window: QWidget) -> list[QWidget]:
    """Return a widget and all that it lies in: it moves with each of them."""
    found: list[QWidget] = []
    while target is not None:
        found.append(target)
        target = None if target is window else target.parentWidget()
    return found
