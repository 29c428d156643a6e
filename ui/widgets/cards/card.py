"""One card of the row of key figures: level, difference from the baseline, each with its range.

The card paints itself, ground and texts: a label would lay out its neighbors again at every new
number, and a ground that shines through would have everything behind it painted as well. It knows
no outcome: what was done with it is told by signals. Floor: widgets.
"""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from planner.quantities.shown import with_unit
from planner.quantities.told.lists import in_turn, led_by
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_changed
from ui.accessibility.tips import show_below
from ui.widgets.cards.facts import GAP, LEFT, RIGHT, Facts, Measure
from ui.widgets.cards.painter import BOTTOM, ROUND, TOP, CardForm, CardPainter
from ui.wording.key_figures import KpiDisplay, differing, median_remark, ranged

USUAL_VALUE: Final = "0,000"
WIDE_VALUE: Final = "00,000"
_USUAL_SHARE: Final = "down in 00%"
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_NOTHING: Final = KpiDisplay("", "", "", "", "", "")


class KpiCard(QAbstractButton):
    """Shows one key figure and paints only what differs.

    `opened` tells of a click or Enter, `target_wanted` of a click on its target, `menu_wanted`
    where on the screen the menu is to open, `dragged` where on the screen a hand has the card,
    `stepped` by how many places keys move the focus, `shifted` the card itself; `removal_wanted`
    tells of Delete; `resized` that its width is another. It says the facts that its row has agreed
    on, without a row as many as it has room for.
    """

    opened = Signal()
    target_wanted = Signal()
    menu_wanted = Signal(QPoint)
    dragged = Signal(QPoint)
    shifted = Signal(int)
    removal_wanted = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.shown = _NOTHING
        self._painter = CardPainter(CardForm())
        self._color = QColor()
        self._pressed: QPoint | None = None
        self._is_dragged = False
        self._facts: Facts | None = None

    @property
    def measure(self) -> Measure:
        """How wide is what the card says."""
        return self._painter.measure

    def say(self, facts: Facts) -> None:
        """Say what all cards of its row have room for."""
        if facts != self._facts:
            self._facts = facts
            self.update()

    def show_color(self, color: str) -> None:
        """Write what differs in the color of the scenario."""
        if self._color != QColor(color):
            self._color = QColor(color)
            self.update()

    def set_form(self, *, is_low: bool, has_belief: bool) -> None:
        """Take three lines instead of four where it is low, or one more for what is assumed."""
        form = CardForm(is_low=is_low, has_belief=has_belief)
        if form != self._painter.form:
            self._painter = CardPainter(form)
            self.updateGeometry()
            self.update()

    def show_display(self, display: KpiDisplay) -> None:
        """Show a key figure; nothing is touched while it stays the same."""
        before, self.shown = self.shown, display
        if display == before:
            return
        if _heading(display) != _heading(before) or self._painter.form.is_low:
            self.update()
        elif _level(display) != _level(before):
            self.update(self._lines(1, 4))
        else:
            self.update(self._lines(2, 4))
        tell_changed(self)

    def accessible(self) -> Accessible:
        """Return all that the card says: a click opens its chart."""
        return Accessible(
            spoken(self.shown),
            Role.Button,
            value=with_unit(self.shown.value, self.shown.unit),
            description=self.shown.doc,
            press=self.opened.emit,
            show_menu=self._ask_for_menu,
        )

    def has_room(self) -> bool:
        """Tell whether the number itself is readable in full."""
        return self._painter.large.width(self.shown.value) <= self._lines(1, 1).width()

    def wanted_width(self) -> int:
        """Return what a low card takes: its name, or its value and the share beside it.

        It is the same for every value, so that cards rest while a lever moves.
        """
        name = in_turn((self.shown.title, self.shown.short_unit))
        small, large = self._painter.small, self._painter.large
        value = large.width(WIDE_VALUE) + 2 * GAP + small.width(_USUAL_SHARE)
        return LEFT + max(small.width(name), value) + RIGHT

    def sizeHint(self) -> QSize:
        name = self._painter.small.width(self.shown.title)
        return QSize(LEFT + name + RIGHT, self._painter.height)

    def minimumSizeHint(self) -> QSize:
        value = self._painter.large.width(WIDE_VALUE)
        return QSize(LEFT + value + RIGHT, self._painter.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_below(self, tip(self.shown))
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._update_name()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._update_name()

    def _update_name(self) -> None:
        """Paint the line of the name anew, which ends at the button of the menu or at the edge."""
        self.update(self._lines(0, 0).adjusted(0, -2, RIGHT, 2))

    def _has_dots(self) -> bool:
        return self.underMouse() and not self._is_dragged

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position().toPoint(), False
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance() or self._is_dragged:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._is_dragged
        self._pressed, self._is_dragged = None, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        place = event.position().toPoint()
        if pressed is None or dragged or not self.rect().contains(place):
            return
        if self._painter.dots(self.width()).contains(place):
            self.menu_wanted.emit(self.mapToGlobal(place))
        elif self._target_area().contains(place):
            self.target_wanted.emit()
        else:
            self.opened.emit()

    def _target_area(self) -> QRect:
        width = self.width()
        beside = self._painter.beside_dots(width) if self._has_dots() else width
        self._settle()
        return self._painter.target_area(self.shown, beside)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            self.menu_wanted.emit(event.globalPos())

    def _ask_for_menu(self) -> None:
        """Ask for the menu below the card, where no pointer is."""
        self.menu_wanted.emit(self.mapToGlobal(QPoint(LEFT, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, with_control = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier
        if key in _OPENING:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif key in _STEPS and event.modifiers() & with_control:
            self.shifted.emit(_STEPS[key])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), event.rect()
        self._paint_ground(painter, area)
        self._settle()
        room = QRect(0, area.top(), self.width(), area.height())
        has_dots, palette = self._has_dots(), self.palette()
        self._painter.paint(painter, self.shown, room, palette, self._color, has_dots=has_dots)
        if has_dots:
            self._painter.paint_dots(painter, self.width(), palette)
        painter.end()

    def _settle(self) -> None:
        """Let the painter write the facts that there is room for."""
        alone = ((self.shown, self.width()),)
        self._painter.facts = self._facts or self.measure.facts_of(alone)

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        """Paint a quiet box with round corners, inside it nothing but its color."""
        role = QPalette.ColorRole
        panel = self.palette().color(role.Button)
        if area.top() >= TOP and area.bottom() < self.height() - BOTTOM and area.left() >= LEFT:
            painter.fillRect(area, panel)
            return
        painter.fillRect(area, self.palette().color(role.Window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self.palette().color(role.Accent if self.hasFocus() else role.Mid))
        painter.setBrush(panel)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, ROUND, ROUND)

    def _lines(self, first: int, last: int) -> QRect:
        """Return where lines are: name, level, difference, share."""
        return self._painter.lines(first, last, self.width())


def _heading(display: KpiDisplay) -> tuple[str, ...]:
    return display.title, display.short_unit, display.target


def _level(display: KpiDisplay) -> tuple[str, str]:
    return display.value, display.span


def spoken(display: KpiDisplay) -> str:
    """Return a card for a screen reader."""
    value = with_unit(display.value, display.unit)
    parts = (display.full_title or display.title, value, *_said(display))
    return in_turn(parts)


def tip(display: KpiDisplay) -> str:
    """Return the tip as markup in which every text is escaped; name and unit are in full there."""
    name = display.full_title or display.title
    value = with_unit(display.value, display.unit)
    head = led_by(name, value) if value else name
    lines = [head, *_said(display), median_remark(display), display.doc]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _said(display: KpiDisplay) -> tuple[str, ...]:
    """Return what is said of level, difference and target, each with its range or share."""
    level = display.shares if display.is_counted else ranged(display.span)
    change = differing(display), display.share
    return level, *change, display.belief_sentence, display.target_sentence
