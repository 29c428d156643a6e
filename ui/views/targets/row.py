"""One target in the section at the right: what is asked, a bar of the share that meets it.

A tick on the bar is the baseline's share. It paints itself, so that a new share lays nothing out
again, and tells what keys and hands want. Floor: views.
"""

from functools import cache
from math import isnan
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_changed
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, font
from ui.wording.literal import literal_tip
from ui.wording.targets.panel import TargetRow

HEIGHT: Final = 36
_SIDE: Final = 10
_TEXT_FOOT: Final = 15
_BAR_TOP: Final = 22
_BAR: Final = 5
_TICK: Final = 4
_APART: Final = 8
_SHARE_ROOM: Final = 40
_ROLE = QPalette.ColorRole
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2}


class TargetRowView(QAbstractButton):
    """Shows one row; of all targets together there is nothing to edit."""

    edit_wanted = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, row: TargetRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._color = QColor()
        self.row = row

    def show_row(self, row: TargetRow, color: QColor) -> None:
        """Show other shares, in the color of the scenario."""
        if row != self.row or color != self._color:
            self.row, self._color = row, color
            tell_changed(self)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def accessible(self) -> Accessible:
        """Return the target in full, and in how many futures it is met."""
        can_edit = self.row.target is not None
        return Accessible(
            self.row.sentence,
            Role.Button if can_edit else Role.StaticText,
            value=self.row.share_text,
            press=self.edit_wanted.emit if can_edit else None,
            show_menu=self._ask_for_menu,
        )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the target."""
        self.edit_wanted.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.edit_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            self.menu_wanted.emit(event.globalPos())

    def _ask_for_menu(self) -> None:
        """Ask for the menu below the row, where no pointer is."""
        self.menu_wanted.emit(self.mapToGlobal(QPoint(_SIDE, self.height())))

    def event(self, event: QEvent) -> bool:
        """Answer F2 here, before a shortcut of the window renames the scenario."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), literal_tip(self.row.sentence), self)
            return True
        is_focus = event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}
        if is_focus:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if self.underMouse() and self.row.target is not None:
            ground = palette.color(_ROLE.Text)
            ground.setAlphaF(0.05)
            painter.fillRect(self.rect(), ground)
        (small, metrics), (strong, wide) = _hands()
        room = self.width() - 2 * _SIDE
        when = metrics.horizontalAdvance(self.row.when)
        left = room - when - (_APART if when else 0)
        text = metrics.elidedText(self.row.text, Qt.TextElideMode.ElideRight, left)
        painter.setFont(small)
        painter.setPen(palette.color(_ROLE.Text))
        painter.drawText(_SIDE, _TEXT_FOOT, text)
        painter.setPen(palette.color(_ROLE.PlaceholderText))
        painter.drawText(self.width() - _SIDE - when, _TEXT_FOOT, self.row.when)
        painter.setPen(palette.color(_ROLE.Text))
        painter.setFont(strong)
        share = self.row.share_text
        width = wide.horizontalAdvance(share)
        painter.drawText(self.width() - _SIDE - width, _BAR_TOP + _BAR + 3, share)
        self._paint_bar(painter, room - _SHARE_ROOM)
        if self.hasFocus():
            painter.setPen(palette.color(_ROLE.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 0.5, -3.5, -0.5), 4, 4)
        painter.end()

    def _paint_bar(self, painter: QPainter, width: float) -> None:
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(_SIDE, _BAR_TOP, width, _BAR)
        painter.setBrush(palette.color(_ROLE.Mid))
        painter.drawRoundedRect(track, 2, 2)
        if not isnan(self.row.share):
            painter.setBrush(self._color if self._color.isValid() else palette.color(_ROLE.Accent))
            painter.drawRoundedRect(QRectF(_SIDE, _BAR_TOP, width * self.row.share, _BAR), 2, 2)
        if not isnan(self.row.below):
            x = round(_SIDE + width * self.row.below)
            tick = QRectF(x - 0.75, _BAR_TOP - _TICK, 1.5, _BAR + 2 * _TICK)
            painter.fillRect(tick, palette.color(_ROLE.Text))


@cache
def _hands() -> tuple[tuple[QFont, QFontMetrics], tuple[QFont, QFontMetrics]]:
    """Return the fonts of what is asked and of the share, each with its measures, asked once."""
    small, strong = font(SMALL_PIXELS), font(TEXT_PIXELS, bold=True)
    return (small, QFontMetrics(small)), (strong, QFontMetrics(strong))
