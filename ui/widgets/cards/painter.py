"""Paints a card: where its texts stand, high or low, and the whisker of a difference.

It is told what to say, which `facts` of it have room, and the state of the widget. Floor: widgets.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS
from ui.widgets.cards.facts import (
    GAP,
    LEFT,
    RIGHT,
    RING,
    WHISKER,
    Facts,
    Measure,
    named,
    named_within,
)
from ui.widgets.cards.hand import Hand
from ui.wording.key_figures import KpiDisplay, Whisker

TOP, BOTTOM = 6, 6
ROUND: Final = 6.0
VALUE_PIXELS: Final = 20
LOW_PIXELS: Final = 16
ABOVE_RULE: Final = 4
BELOW_RULE: Final = 4
_DOTS_GAP: Final = 2
ROLE = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class CardForm:
    """Whether a card is low, and else whether it has a line for what assumptions alone change."""

    is_low: bool = False
    has_belief: bool = False


class CardPainter:
    """The fonts of a card, and where its lines stand: name, value, difference, share, belief."""

    def __init__(self, form: CardForm) -> None:
        self.form = form
        self.is_low = is_low = form.is_low
        self.small = Hand.of(SMALL_PIXELS)
        self.large = Hand.of(LOW_PIXELS if is_low else VALUE_PIXELS, bold=True)
        self.strong = Hand.of(SMALL_PIXELS if is_low else TEXT_PIXELS, bold=True)
        self.measure = Measure(self.small, self.large, self.strong, is_low)
        self.facts = Facts()
        small, large, strong = (h.metrics.height() for h in (self.small, self.large, self.strong))
        rule = 0 if is_low else ABOVE_RULE + 1 + BELOW_RULE
        self.rule = TOP + small + large + ABOVE_RULE
        third = TOP + small + large + rule
        fourth = third + strong
        fifth = fourth + (0 if is_low else small)
        last = fifth + (small if form.has_belief and not is_low else 0)
        self.tops = (TOP, TOP + small, third, fourth, fifth, last)

    @property
    def height(self) -> int:
        """The height of a card."""
        return self.tops[-1] + BOTTOM

    def lines(self, first: int, last: int, width: int) -> QRect:
        """Return where some lines of a card of this width are."""
        top = self.tops[first]
        return QRect(LEFT, top, width - LEFT - RIGHT, self.tops[last + 1] - top)

    def dots(self, width: int) -> QRect:
        """Return where the button of the menu stands, at the right of the name."""
        size = self.small.metrics.height() + 2
        return QRect(width - RIGHT - size + 4, TOP - 2, size + 2, size)

    def beside_dots(self, width: int) -> int:
        """Return how wide a card is whose line of the name ends at the button of the menu."""
        return self.dots(width).left() + RIGHT - _DOTS_GAP

    def paint(
        self,
        painter: QPainter,
        shown: KpiDisplay,
        room: QRect,
        palette: QPalette,
        color: QColor,
        *,
        has_dots: bool = False,
    ) -> None:
        """Paint the lines that lie in a room as wide as the card."""
        width, top, bottom = room.width(), room.top(), room.bottom()
        if top < self.tops[1]:
            self._paint_name(
                painter, shown, self.beside_dots(width) if has_dots else width, palette
            )
        if top < self.tops[2] and bottom >= self.tops[1]:
            self._paint_value(painter, shown, width, palette)
        if bottom >= self.tops[2]:
            self._paint_difference(painter, shown, width, palette, color)

    def paint_dots(self, painter: QPainter, width: int, palette: QPalette) -> None:
        """Paint the button of the menu, beside which the line of the name ends."""
        place = self.dots(width)
        painter.fillRect(place, palette.color(ROLE.Button))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(ROLE.WindowText))
        for step in (-4, 0, 4):
            painter.drawEllipse(QPointF(place.center()) + QPointF(step, 0), 1.3, 1.3)

    def _paint_name(
        self, painter: QPainter, shown: KpiDisplay, width: int, palette: QPalette
    ) -> None:
        painter.setPen(palette.color(ROLE.PlaceholderText))
        name, taken = named(shown, self.facts), 0
        if shown.target:
            taken = self._paint_target(painter, shown, width, palette)
        elif self.is_low and self.facts.has_span:
            used = self.small.width(name) + GAP
            taken = self._paint_right(painter, 0, shown.span, self.small, width, used)
        painter.setPen(palette.color(ROLE.PlaceholderText))
        room = self.lines(0, 0, width).width() - taken
        name = named_within(shown, self.facts, self.small, room)
        self._paint_left(painter, 0, name, self.small, width, taken)

    def _paint_target(
        self, painter: QPainter, shown: KpiDisplay, width: int, palette: QPalette
    ) -> int:
        """Write a target at the right of the name; return the room it takes."""
        painter.setPen(palette.color(ROLE.WindowText))
        text = self._target_text(shown)
        taken = self._paint_right(painter, 0, text, self.small, width, 0)
        left = width - RIGHT - self.small.width(text) - GAP - RING
        ring = QRectF(left, self.lines(0, 0, width).center().y() + 1 - RING / 2, RING, RING)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setBrush(palette.color(ROLE.WindowText))
        painter.drawEllipse(ring.adjusted(3, 3, -3, -3))
        return taken + GAP + int(RING)

    def target_area(self, shown: KpiDisplay, width: int) -> QRect:
        """Return where a target stands; empty without one."""
        if not shown.target:
            return QRect()
        taken = self.small.width(self._target_text(shown)) + 2 * GAP + int(RING)
        line = self.lines(0, 0, width)
        return QRect(width - RIGHT - taken, line.top() - GAP, taken + RIGHT, line.height() + GAP)

    def _target_text(self, shown: KpiDisplay) -> str:
        return shown.target if self.facts.has_target else shown.short_target

    def _paint_value(
        self, painter: QPainter, shown: KpiDisplay, width: int, palette: QPalette
    ) -> None:
        value = self.large.width(shown.value) + GAP
        painter.setPen(palette.color(ROLE.PlaceholderText))
        facts = self.facts
        unit = "" if facts.unit_at_name else shown.short_unit
        used = value + (self.small.width(unit) + GAP if unit else 0)
        if self.is_low:
            painter.setPen(palette.color(ROLE.WindowText))
        is_told = facts.has_share if self.is_low else facts.has_span
        said = (shown.short_share if self.is_low else shown.span) if is_told else ""
        taken = self._paint_right(painter, 1, said, self.small, width, used)
        if unit:
            place = self.lines(1, 1, width).adjusted(value, 0, 0, 0)
            self._write(painter, place, unit, self.small, taken, self._foot(1))
        painter.setPen(palette.color(ROLE.WindowText))
        self._paint_left(painter, 1, shown.value, self.large, width, 0)

    def _paint_difference(
        self, painter: QPainter, shown: KpiDisplay, width: int, palette: QPalette, color: QColor
    ) -> None:
        quiet, text = palette.color(ROLE.PlaceholderText), palette.color(ROLE.WindowText)
        hand = self.strong if shown.is_moved else self.small
        used = hand.width(shown.difference) + GAP
        span = shown.difference_span if self.facts.has_change_span else ""
        painter.setPen(quiet)
        if self.is_low:
            self._paint_right(painter, 2, span, self.small, width, used)
        elif span:
            place = self.lines(2, 2, width).adjusted(used + 3, 0, 0, 0)
            self._write(painter, place, span, self.small, 0, self._foot(2))
        painter.setPen(color if shown.is_moved else quiet)
        self._paint_left(painter, 2, shown.difference, hand, width, 0)
        if not self.is_low:
            painter.setPen(text)
            taken = WHISKER + GAP if shown.whisker else 0
            share = shown.share if self.facts.has_share else shown.short_share
            self._paint_left(painter, 3, share, self.small, width, taken)
            self._paint_rule(painter, width, palette)
            if self.form.has_belief:
                painter.setPen(quiet)
                self._paint_left(painter, 4, shown.belief, self.small, width, 0)
        if shown.whisker and not self.is_low:
            line = QRectF(self.lines(3, 3, width))
            line.setLeft(line.right() - WHISKER)
            paint_whisker(painter, line, shown.whisker, palette, color)

    def _paint_rule(self, painter: QPainter, width: int, palette: QPalette) -> None:
        painter.fillRect(QRect(LEFT, self.rule, width - LEFT - RIGHT, 1), palette.color(ROLE.Mid))

    def _paint_left(
        self, painter: QPainter, line: int, text: str, hand: Hand, width: int, taken: int
    ) -> None:
        """Write a text at the left of a line, shortened where it would reach what is taken."""
        self._write(painter, self.lines(line, line, width), text, hand, taken, self._foot(line))

    def _paint_right(
        self, painter: QPainter, line: int, text: str, hand: Hand, width: int, used: int
    ) -> int:
        """Write a text at the right of a line, whole or not at all; return the room it takes."""
        place, needed = self.lines(line, line, width), hand.width(text)
        if not text or used + needed > place.width():
            return 0
        painter.setFont(hand.written)
        left = place.right() + 1 - needed
        painter.drawText(QPointF(left, self._foot(line)), text)
        return needed + 2 * GAP

    def _write(
        self, painter: QPainter, place: QRect, text: str, hand: Hand, taken: int, foot: float
    ) -> None:
        room = place.width() - taken
        if room <= 0 or not text:
            return
        if hand.width(text) > room:
            text = hand.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(hand.written)
        painter.drawText(QPointF(place.left(), foot), text)

    def _foot(self, line: int) -> float:
        """Return the baseline of a line, the same for all its texts."""
        hand = (self.small, self.large, self.strong, self.small, self.small)[line]
        return self.tops[line] + hand.metrics.ascent()


def paint_whisker(
    painter: QPainter, place: QRectF, whisker: Whisker, palette: QPalette, color: QColor
) -> None:
    """Paint a tick at zero, a line over the range, and a dot at the median."""
    low, median, high = whisker
    first, last = min(low, 0.0), max(high, 0.0)
    if last <= first:
        return
    inner = place.adjusted(3, 0, -3, 0)
    middle = place.center().y()

    def at(value: float) -> float:
        return inner.left() + inner.width() * (value - first) / (last - first)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(palette.color(ROLE.Dark), 1))
    painter.drawLine(QPointF(at(0), middle - 4), QPointF(at(0), middle + 4))
    band = QColor(color)
    band.setAlphaF(0.5)
    painter.setPen(QPen(band, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(at(low), middle), QPointF(at(high), middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(at(median), middle), 3, 3)
