"""Paints a map of causes: boxes with a name and a number, curved links with their signs.

It decides nothing: which link is marked and which node is at hand it is told. Floor: charts.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from planner.studies.inspect.causes import Link, Placed
from planner.studies.inspect.node import Node
from ui.charts.causes.layers import Layout
from ui.style.theme import SMALL_PIXELS, Theme, font, mixed
from ui.wording.inspect.loops import SIGNS

_RADIUS: Final = 6
_PAD: Final = 8
_BADGE: Final = 15
_BADGE_WIDTH: Final = 25
_ARROW: Final = 7
_SIGN: Final = 7
_LINES: Final = 2
_HIGH: Final = 5
"""Lines of a box from which its value may take two."""
_LETTERS: Final = "\u2e80"
"""From here on in Unicode letters are words."""
_OPENING: Final = ("Ps", "Pi")
_CLOSING: Final = ("Pe", "Pf", "Po")
"""Categories of Unicode: what no line ends with, and what none begins with."""


@dataclass(frozen=True, slots=True)
class NodeText:
    """What stands in a box: name and value; `kind` is lever, assumption, constant or computed.

    `weight` is its share of the spread of what is explained, empty where it has none; `share` the
    same as bare numbers, for a box in which the words have no room.
    """

    name: str
    value: str
    kind: str
    is_changed: bool = False
    weight: str = ""
    share: str = ""
    tip: str = ""


class MapPainter:
    """Paints in the colors of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font, self._bold = font(SMALL_PIXELS), font(SMALL_PIXELS, bold=True)

    def paint_link(self, painter: QPainter, link: Link, layout: Layout, *, is_marked: bool) -> None:
        """Paint a link with its sign, and two bars across it where its effect is delayed."""
        path = link_path(link, layout)
        color = self._theme.accent if is_marked else self._theme.axis
        faint = mixed(self._theme.axis, self._theme.panel, 0.5)
        rests = link.sign == "0"
        pen = QPen(QColor(faint if rests and not is_marked else color), 2.0 if is_marked else 1.0)
        if rests or link.is_start:
            pen.setStyle(Qt.PenStyle.DotLine if rests else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._arrow(painter, path, pen.color())
        if link.is_delayed:
            self._bars(painter, path, pen.color())
        self._sign(painter, path, link, pen.color())

    def paint_node(
        self, painter: QPainter, place: QRectF, text: NodeText, *, is_root: bool, is_at_hand: bool
    ) -> None:
        """Paint a box."""
        border = self._border(text.kind)
        painter.setPen(
            QPen(
                QColor(self._theme.accent if is_at_hand else border),
                2 if is_at_hand or is_root else 1,
            )
        )
        ground = (
            mixed(self._theme.panel, self._theme.accent, 0.12) if is_root else self._theme.panel
        )
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        if text.is_changed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRect(QRectF(place.left() + 2, place.top() + 6, 3, place.height() - 12))
        self._words(painter, place, text)

    def paint_badge(self, painter: QPainter, place: QRectF, hidden: int) -> None:
        """Paint at a box that so many causes are not shown, or that they can be hidden."""
        painter.setPen(QPen(QColor(self._theme.axis), 1))
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(place, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(font(10))
        text = f"+{hidden}" if hidden else "−"
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _words(self, painter: QPainter, place: QRectF, text: NodeText) -> None:
        """Write the name in two lines, or in more where there is room, and the numbers below."""
        inner = place.adjusted(_PAD + 2, 4, -_PAD, -4)
        value = self._value_lines(inner, text)
        room = int(inner.height() / QFontMetricsF(self._font).lineSpacing())
        most = max(_LINES, room - len(value) - bool(text.weight))
        painter.setFont(self._bold if text.kind == "lever" else self._font)
        painter.setPen(QColor(self._theme.text))
        metrics, top = QFontMetricsF(painter.font()), Qt.AlignmentFlag.AlignTop
        for number, line in enumerate(lines_of(text.name, metrics, inner.width(), most)):
            below = inner.translated(0, number * metrics.lineSpacing())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | top, line)
        self._numbers(painter, inner, text, value)

    def _value_lines(self, inner: QRectF, text: NodeText) -> tuple[str, ...]:
        """Return the value in a line, or in two where only these have room for it."""
        metrics = QFontMetricsF(self._bold if text.is_changed else self._font)
        is_high = inner.height() >= _HIGH * metrics.lineSpacing()
        return lines_of(text.value, metrics, inner.width(), _LINES if is_high else 1)

    def _numbers(
        self, painter: QPainter, inner: QRectF, text: NodeText, value: Sequence[str]
    ) -> None:
        """Write the value at the bottom, above the share where there is one."""
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        painter.drawText(inner, bottom, _fitting((text.weight, text.share), metrics, inner.width()))
        up = metrics.lineSpacing() if text.weight else 0.0
        painter.setFont(self._bold if text.is_changed else self._font)
        painter.setPen(QColor(self._theme.accent if text.is_changed else self._theme.muted))
        for number, line in enumerate(reversed(value)):
            above = inner.translated(0, -up - number * metrics.lineSpacing())
            painter.drawText(above, bottom, line)

    def _border(self, kind: str) -> str:
        colors = {"lever": self._theme.lever, "assumption": self._theme.assumption}
        return colors.get(kind, self._theme.border)

    def _arrow(self, painter: QPainter, path: QPainterPath, color: QColor) -> None:
        tip, angle = path.pointAtPercent(1), path.angleAtPercent(1)
        painter.save()
        painter.translate(tip)
        painter.rotate(-angle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        half = _ARROW / 2
        painter.drawPolygon(
            QPolygonF([QPointF(0, 0), QPointF(-_ARROW, -half), QPointF(-_ARROW, half)])
        )
        painter.restore()

    def _bars(self, painter: QPainter, path: QPainterPath, color: QColor) -> None:
        """Mark a delay by two bars across the link, as stock and flow diagrams do."""
        share = path.percentAtLength(max(0.0, path.length() - 20))
        painter.save()
        painter.translate(path.pointAtPercent(share))
        painter.rotate(-path.angleAtPercent(share))
        painter.setPen(QPen(color, 1.5))
        for x in (-2, 2):
            painter.drawLine(QPointF(x, -5), QPointF(x, 5))
        painter.restore()

    def _sign(self, painter: QPainter, path: QPainterPath, link: Link, color: QColor) -> None:
        share = path.percentAtLength(min(26.0, path.length() / 2))
        middle = path.pointAtPercent(share)
        spot = QRectF(middle.x() - _SIGN, middle.y() - _SIGN, 2 * _SIGN, 2 * _SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(spot)
        painter.setPen(QColor(self._theme.text if link.sign != "0" else color))
        painter.setFont(self._bold)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, SIGNS[link.sign])


def lines_of(
    text: str, metrics: QFontMetricsF, width: float, most: int = _LINES
) -> tuple[str, ...]:
    """Return a text in so many lines at most; what has no room in the last is cut there."""
    lines, left = list[str](), text
    while left and len(lines) < most - 1:
        line = _beginning(left, metrics, width)
        lines.append(line)
        left = left[len(line) :]
    elide = Qt.TextElideMode.ElideRight
    cut = (metrics.elidedText(line.strip(), elide, width) for line in (*lines, left))
    return tuple(filter(None, cut))


def _beginning(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return what of a text has room in a line; all of it where not even a word has."""
    first, left = "", text
    while left and metrics.horizontalAdvance((first + _head(left)).rstrip()) <= width:
        first, left = first + _head(left), left[len(_head(left)) :]
    return first or text


def _fitting(texts: Sequence[str], metrics: QFontMetricsF, width: float) -> str:
    """Return the first text that has room, else the last."""
    return next((each for each in texts if metrics.horizontalAdvance(each) <= width), texts[-1])


def _head(text: str) -> str:
    """Return the first word with the space behind it; of letters that are words, the first.

    A bracket stands in the line of what it encloses; a number before such letters is a word.
    """
    word, space, _ = text.partition(" ")
    end = next((place for place, each in enumerate(word) if each >= _LETTERS), len(word))
    if end == len(word):
        return f"{word}{space}"
    if end:
        return word[:end]
    is_open, is_closed = category(text[0]) in _OPENING, category(text[1:2] or " ") in _CLOSING
    return text[: 1 + (is_open or is_closed)]


def box_of(node: Node, layout: Layout) -> QRectF:
    """Return the box of a node."""
    left, top = layout.places[node]
    return QRectF(left, top, layout.node_width, layout.node_height)


def badge_of(node: Node, layout: Layout) -> QRectF:
    """Return the place at the left of a box where its causes are shown or hidden."""
    box = box_of(node, layout)
    return QRectF(
        box.left() - _BADGE_WIDTH + 3, box.center().y() - _BADGE / 2, _BADGE_WIDTH, _BADGE
    )


def link_path(link: Link, layout: Layout) -> QPainterPath:
    """Return the curve of a link: to the right from column to column, else around the boxes."""
    cause, effect = box_of(link.cause, layout), box_of(link.effect, layout)
    if cause.right() < effect.left():
        start, end = (
            QPointF(cause.right(), cause.center().y()),
            QPointF(effect.left(), effect.center().y()),
        )
        reach = max(28.0, (end.x() - start.x()) / 2)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        return path
    start, end = (
        QPointF(cause.center().x(), cause.bottom()),
        QPointF(effect.center().x(), effect.bottom()),
    )
    if cause.left() == effect.left():
        start, end = (
            QPointF(cause.right(), cause.center().y()),
            QPointF(effect.right(), effect.center().y()),
        )
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(34, 0), end + QPointF(34, 0), end)
        return path
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0, 40), end + QPointF(0, 40), end)
    return path


def opens(placed: Placed, shown: Collection[Link]) -> bool:
    """Tell whether a node has causes that can be shown or hidden."""
    return bool(placed.hidden) or any(link.effect == placed.node for link in shown)
