"""Sentences on a fixed number of lines; what does not fit is in the tip. Floor: widgets.

It paints itself: a label would lay out its neighbors again at every new number.
"""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_changed
from ui.style.theme import TEXT_PIXELS
from ui.widgets.cards.painter import Hand

_MOST: Final = 2


class Sentences(QWidget):
    """Two lines of text, or one where it is low, the last one ending in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text = ""
        self.lines: tuple[str, ...] = ()
        self._most = _MOST
        self._hand = Hand.of(TEXT_PIXELS)

    def show_text(self, text: str) -> None:
        """Show other sentences; nothing is touched while they stay the same."""
        if text != self.text:
            self.text = text
            self.setAccessibleDescription(text)
            tell_changed(self)
            self._break()

    def accessible(self) -> Accessible:
        """Return all of the sentences, also what does not fit."""
        return Accessible(self.text or self.accessibleName(), Role.StaticText)

    def set_low(self, is_low: bool) -> None:
        """Take one line, or two."""
        self._most = 1 if is_low else _MOST
        self.updateGeometry()
        self._break()

    def sizeHint(self) -> QSize:
        return QSize(0, self._most * self._hand.metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._hand = Hand.of(TEXT_PIXELS)
            self.updateGeometry()
            self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self._hand.metrics
        painter.setFont(self._hand.written)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = metrics.lineSpacing()
        top = (self.height() - height * len(self.lines)) / 2
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(0, top + number * height + metrics.ascent()), line)
        painter.end()

    def _break(self) -> None:
        """Break the text into lines, as many as there may be."""
        self.lines = self._broken(self.width())
        is_whole = " ".join(self.lines) == self.text
        self.setToolTip("" if is_whole else f"<p>{escape(self.text)}</p>")
        self.update()

    def _broken(self, width: int) -> tuple[str, ...]:
        if not self.text or width <= 0:
            return ()
        if self._hand.metrics.horizontalAdvance(self.text) <= width:
            return (self.text,)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self.text, self._hand.written)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < self._most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self.text)]
        rows = [self.text[a:b].rstrip() for a, b in zip(starts, ends, strict=True)]
        metrics, mode = self._hand.metrics, Qt.TextElideMode.ElideRight
        return (*rows[:-1], metrics.elidedText(rows[-1], mode, width))
