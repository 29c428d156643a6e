"""One card of the row of key figures: value, difference from the baseline, 80% range.

The card paints itself, ground and texts: a label would lay out its neighbors again at every new
number, and a ground that shines through would have everything behind it painted as well.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.quantities.shown import with_unit
from ui.style.theme import SMALL_PIXELS, font
from ui.wording.key_figures import KpiDisplay

LEFT, TOP, RIGHT, BOTTOM = 9, 5, 5, 5
GAP: Final = 5
ROUND: Final = 6.0
VALUE_PIXELS: Final = 20
LOW_PIXELS: Final = 16
USUAL_VALUE: Final = "0,000"
WIDE_VALUE: Final = "00,000"
OF_TITLE: Final = 0.5
DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """A font with its measures, asked once."""

    written: QFont
    metrics: QFontMetrics

    @classmethod
    def of(cls, pixels: int, *, bold: bool = False) -> "Hand":
        """Return the hand of a size."""
        written = font(pixels, bold=bold)
        return cls(written, QFontMetrics(written))

    def width(self, text: str) -> int:
        """Return the width of a text; figures are of equal width, so a new number costs nothing."""
        return _width(self, DIGIT.sub("0", text))


@lru_cache(maxsize=512)
def _width(hand: Hand, text: str) -> int:
    return hand.metrics.horizontalAdvance(text)


class KpiCard(QWidget):
    """Shows one key figure and paints only what differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shown = KpiDisplay("", "", "", "", "", "")
        self._small = Hand.of(SMALL_PIXELS)
        self._strong = Hand.of(SMALL_PIXELS, bold=True)
        self._is_low = False
        self._color = QColor()
        self._take_form()

    def show_color(self, color: str) -> None:
        """Write what differs in the color of the scenario."""
        if self._color != QColor(color):
            self._color = QColor(color)
            self.update()

    def set_low(self, is_low: bool) -> None:
        """Take three lines instead of four: the range stands beside the difference, with room."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._take_form()
            self.updateGeometry()
            self.update()

    def _take_form(self) -> None:
        self._large = Hand.of(LOW_PIXELS if self._is_low else VALUE_PIXELS, bold=True)
        small, large = self._small.metrics.height(), self._large.metrics.height()
        last = 2 * small + large
        self._tops = (0, small, small + large, last, last + (0 if self._is_low else small))

    def show_display(self, display: KpiDisplay) -> None:
        """Show a key figure; nothing is touched while it stays the same."""
        before, self.shown = self.shown, display
        if display == before:
            return
        if display.title != before.title:
            self.update()
        elif (display.value, display.short_unit) != (before.value, before.short_unit):
            self.update(self._lines(1, 3))
        else:
            self.update(self._lines(2, 3))
        self.setAccessibleName(spoken(display))

    def has_room(self) -> bool:
        """Tell whether the number itself is readable in full."""
        return self._large.width(self.shown.value) <= self._lines(1, 1).width()

    def wanted_width(self) -> int:
        """Return what a value with its unit takes, and a part of what a longer title does.

        It is the same for every value, so that cards rest while a lever moves.
        """
        unit = self._small.width(self.shown.short_unit)
        value = self._large.width(USUAL_VALUE) + (GAP + unit if unit else 0)
        longer = max(0, self._small.width(self.shown.title) - value)
        return LEFT + value + round(OF_TITLE * longer) + RIGHT

    def sizeHint(self) -> QSize:
        return QSize(LEFT + self._small.width(self.shown.title) + RIGHT, self._height())

    def minimumSizeHint(self) -> QSize:
        value = self._large.width(WIDE_VALUE) if self._is_low else 24
        return QSize(LEFT + value + RIGHT, self._height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.shown), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), self.shown
        self._paint_ground(painter, event.rect())
        palette, top = self.palette(), event.rect().top()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(quiet)
        if top < self._lines(1, 1).top():
            self._paint_text(painter, 0, shown.title, self._small)
        if top < self._lines(2, 2).top():
            indent = self._large.width(shown.value) + GAP
            self._paint_text(painter, 1, shown.short_unit, self._small, indent)
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            self._paint_text(painter, 1, shown.value, self._large)
        moved = is_moved(shown)
        hand = self._strong if moved else self._small
        difference = shown.change or shown.difference if self._is_low else shown.difference
        painter.setPen(self._color if moved else quiet)
        if moved or not self._is_low or hand.width(difference) <= self._lines(2, 2).width():
            self._paint_text(painter, 2, difference, hand)
        painter.setPen(quiet)
        if self._is_low:
            self._paint_band_beside(painter, hand.width(difference))
        else:
            self._paint_text(painter, 3, shown.band, self._small)
        painter.end()

    def _paint_band_beside(self, painter: QPainter, taken: int) -> None:
        """Write the range at the right of the last line, whole or not at all."""
        room, needed = self._lines(2, 2).width(), self._small.width(self.shown.band)
        if self.shown.band and taken + 2 * GAP + needed <= room:
            self._paint_text(painter, 2, self.shown.band, self._small, room - needed)

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        """Paint a quiet box with round corners, inside it nothing but its color."""
        panel = self.palette().color(QPalette.ColorRole.Button)
        if area.top() >= TOP and area.bottom() < self.height() - BOTTOM and area.left() >= LEFT:
            painter.fillRect(area, panel)
            return
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(panel)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, ROUND, ROUND)

    def _paint_text(
        self, painter: QPainter, line: int, text: str, hand: Hand, indent: int = 0
    ) -> None:
        """Write a text on the foot of a line, shortened where there is no room."""
        place = self._lines(line, line)
        room = place.width() - indent
        if hand.width(text) > room:
            text = hand.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        foot = place.bottom() + 1 - (self._large if line == 1 else hand).metrics.descent()
        painter.setFont(hand.written)
        painter.drawText(QPointF(place.left() + indent, foot), text)

    def _lines(self, first: int, last: int) -> QRect:
        """Return where lines are: title, value, difference, band."""
        tops, width = self._tops, self.width() - LEFT - RIGHT
        return QRect(LEFT, TOP + tops[first], width, tops[last + 1] - tops[first])

    def _height(self) -> int:
        return TOP + self._lines(0, 3).height() + BOTTOM


def is_moved(display: KpiDisplay) -> bool:
    """Tell whether a figure differs from that of the baseline."""
    return display.difference[:1] in {"+", "−"}


def spoken(display: KpiDisplay) -> str:
    """Return a card for a screen reader."""
    value = with_unit(display.value, display.unit)
    parts = (display.title, value, display.difference, display.band)
    return ", ".join(part for part in parts if part)


def tip(display: KpiDisplay) -> str:
    """Return the tip as markup in which every text is escaped; the unit is in full there."""
    value = with_unit(display.value, display.unit)
    lines = [display.doc, value, display.difference, display.band]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
