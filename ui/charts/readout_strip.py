"""The strip under a chart that tells its values at one month; it never lies over the plot.

Told are the month that a pointer or a key is on, a pinned one, else that of the shown year. What
has no room in the line is in the tip. A click on it lets a pinned month go. Floor: charts.
"""

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.charts.contents.picture import BASELINE
from ui.charts.contents.readout import Readout, Row, spoken, written
from ui.charts.layout.look import Look, paint_area
from ui.charts.layout.readout_cells import DETAILS, SWATCH, Line, detail_for, line_of
from ui.style.lettering import level_in, paint_line
from ui.wording.literal import literal_tip

HEIGHT: Final = 24
LETS_GO: Final = "×"
"""Behind a pinned month: a click lets it go."""
_INDENT: Final = 2
_SQUARE: Final = 9.0
_SHORTER: Final = SWATCH / 18
"""Of a dash: two of them are seen in a swatch."""
_DIGITS: Final = re.compile("[1-9]")


class ReadoutStrip(QWidget):
    """One line: a month, then a swatch, the value and the range of each curve.

    `let_go` tells a click on it while the month is pinned.
    """

    let_go = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all behind it is painted
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self._told: Readout | None = None
        self._is_pinned = False
        self._detail = DETAILS[0]
        self._line = Line()
        self.setAccessibleName(look.words.readout)

    def accessible(self) -> Accessible:
        """Return the line as it is told, with all that has no room in it."""
        said = self.accessibleDescription()
        return Accessible(self.accessibleName(), Role.StaticText, value=said, description=said)

    @property
    def told(self) -> Readout | None:
        """What is told; None where there is nothing to tell."""
        return self._told

    @property
    def line(self) -> Line:
        """What has found room."""
        return self._line

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def show_readout(
        self, told: Readout | None, look: Look, *, pinned: bool = False, moving: bool = False
    ) -> None:
        """Tell of a month; while a hand moves a lever, no more and no less is told of each curve.

        A screen reader and the tip are told at rest.
        """
        if (told, look, pinned, moving) == (self._told, self._look, self._is_pinned, True):
            return
        self._told, self._look = told, look
        self._show_pinned(pinned)
        self._fit(keep_detail=moving)
        if not moving:
            self.setAccessibleDescription(spoken(told) if told else "")
            self.setToolTip(literal_tip(self._tip(told)) if told else "")

    def _show_pinned(self, pinned: bool) -> None:
        """Let the pointer show whether a click does something."""
        if pinned != self._is_pinned:
            self._is_pinned = pinned
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(hand if pinned else arrow)

    def _tip(self, told: Readout) -> str:
        how = translate("Chart", "This month is pinned. Click here, or press Esc, to let it go.")
        return f"{how}\n{written(told)}" if self._is_pinned else written(told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a pinned month go by a click."""
        is_click = event.button() == Qt.MouseButton.LeftButton
        if self._is_pinned and is_click and self.rect().contains(event.position().toPoint()):
            self.let_go.emit()
        else:
            super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(keep_detail=False)

    def _fit(self, *, keep_detail: bool) -> None:
        told, room = self._told, float(self.width() - 2 * _INDENT)
        self._line = Line()
        if told is not None:
            look = self._look
            month = told.month
            if self._is_pinned:
                month = f"{look.words.pinned.format(month=month)} {LETS_GO}"

            def advance(text: str, bold: bool) -> float:
                return _advance(_DIGITS.sub("0", text), bold, look)

            if not keep_detail:
                self._detail = detail_for(told, month, room, advance)
            self._line = line_of(told, month, self._detail, room, advance)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.setPen(look.pen(theme.grid))
        painter.drawLine(QLineF(0.0, 0.5, self.width(), 0.5))
        level = level_in(self.rect(), look.small)
        for x, row in self._line.swatches:
            _paint_swatch(painter, _INDENT + x, self.height() / 2, row, look)
        for text in self._line.texts:
            painter.setPen(QColor(theme.muted if text.is_muted else theme.text))
            font = look.bold if text.is_bold else look.small
            if text.is_name:
                paint_line(painter, font, _INDENT + text.x, level, text.text)
                continue
            painter.setFont(font)
            painter.drawText(QPointF(_INDENT + text.x, level), text.text)
        painter.end()


def _paint_swatch(painter: QPainter, x: float, middle: float, row: Row, look: Look) -> None:
    """Paint a piece of the line of a row's curve, or of its area."""
    if row.is_area:
        square = QRectF(x, middle - _SQUARE / 2, _SQUARE, _SQUARE)
        paint_area(painter, square, row.color, look)
        return
    is_thin = row.is_thin or row.color == BASELINE
    dash = row.dash and (_SHORTER * row.dash[0], _SHORTER * row.dash[1])
    painter.setPen(look.pen(look.color(row.color), 1.0 if is_thin else 2.6, dash))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_thin)
    middle = round(middle) + (0.5 if is_thin else 0.0)
    painter.drawLine(QLineF(x, middle, x + SWATCH, middle))


@lru_cache(maxsize=1024)
def _advance(text: str, bold: bool, look: Look) -> float:
    """Return the width of a text whose digits are all alike, as figures are all one width."""
    return QFontMetricsF(look.bold if bold else look.small).horizontalAdvance(text)
