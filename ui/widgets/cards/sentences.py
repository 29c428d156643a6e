"""Sentences on a fixed number of lines, opened to all of them; what does not fit is in the tip.

It paints itself: a label would lay out its neighbors again at every new number. Floor: widgets.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_changed
from ui.style.theme import TEXT_PIXELS
from ui.widgets.cards.cuts import MORE, clause_cuts, sentence_cuts
from ui.widgets.cards.hand import Hand

_MOST: Final = 2
_CUT: Final = re.compile(r"[+\N{MINUS SIGN}(]*\d[\d.,]*\N{HORIZONTAL ELLIPSIS}$")
_ALL: Final = 100
"""More lines than any sentences take."""


class Sentences(QWidget):
    """Lines of text, the last of those that have room ending in an ellipsis.

    There are `most` lines, or one where it is low; all of them while it is open. What has no room
    ends behind a sentence, else it is said in fewer words, else it ends behind a clause or a word.
    `fitted` tells that it has become, or is no longer, whole.
    """

    fitted = Signal()

    def __init__(self, most: int = _MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text = ""
        self._shorter: tuple[str, ...] = ()
        self.lines: tuple[str, ...] = ()
        self.is_whole = True
        self.is_open = False
        self._few = most
        self._most = most
        self._opened = most
        self._hand = Hand.of(TEXT_PIXELS)

    def show_text(self, text: str, *, moving: bool = False, shorter: Iterable[str] = ()) -> None:
        """Show other sentences; nothing is touched while they stay the same.

        While a hand moves, no more lines are taken than there are. `shorter` says the first of them
        in fewer words.
        """
        if text != self.text:
            self.text, self._shorter = text, tuple(filter(None, shorter))
            self.setAccessibleDescription(text)
            tell_changed(self)
            self._break(moving=moving)

    def accessible(self) -> Accessible:
        """Return all of the sentences, also what does not fit."""
        return Accessible(self.text or self.accessibleName(), Role.StaticText)

    def set_low(self, is_low: bool) -> None:
        """Take one line, or as many as usual."""
        self._most = 1 if is_low else self._few
        self.updateGeometry()
        self._break()

    def set_open(self, is_open: bool) -> None:
        """Take as many lines as the text needs, or no more than usual."""
        self.is_open = is_open
        self.updateGeometry()
        self._break()

    def sizeHint(self) -> QSize:
        return QSize(0, self._room * self._hand.metrics.lineSpacing())

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
        inside = self.contentsRect()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = metrics.lineSpacing()
        top = inside.top() + (inside.height() - height * len(self.lines)) / 2
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(inside.left(), top + number * height + metrics.ascent()), line)
        painter.end()

    @property
    def _room(self) -> int:
        """How many lines there are."""
        return self._opened if self.is_open else self._most

    def _break(self, *, moving: bool = False) -> None:
        """Break the text into lines, as many as there may be."""
        width = self.contentsRect().width()
        if self.is_open and not moving:
            needed = max(self._most, len(self._broken(width, _ALL)))
            if needed != self._opened:
                self._opened = needed
                self.updateGeometry()
        self.lines = self._broken(width, self._room)
        was_whole, self.is_whole = self.is_whole, _letters(self.lines) == _letters([self.text])
        self.setToolTip("" if self.is_whole else f"<p>{escape(self.text)}</p>")
        self.update()
        if was_whole != self.is_whole:
            self.fitted.emit()

    def _broken(self, width: int, most: int) -> tuple[str, ...]:
        """Return the lines of the text, or of as much of it as there is room for."""
        if not self.text or width <= 0:
            return ()
        rows = self._rows(self.text, width, most)
        if self._fits(rows[-1], width):
            return rows
        least = len("".join(self._cut(rows, width))) / 2
        clauses = (each for each in clause_cuts(self.text) if len(each) >= least)
        for each in (*sentence_cuts(self.text), *self._shorter, *clauses):
            rows = self._rows(each, width, most)
            if self._fits(rows[-1], width):
                return rows
        return self._cut(self._rows([self.text, *self._shorter][-1], width, most), width)

    def _cut(self, rows: tuple[str, ...], width: int) -> tuple[str, ...]:
        """Return lines of which the last ends in an ellipsis, where it has no room."""
        metrics, mode = self._hand.metrics, Qt.TextElideMode.ElideRight
        return (*rows[:-1], _whole_numbers(metrics.elidedText(rows[-1], mode, width)))

    def _fits(self, line: str, width: int) -> bool:
        return self._hand.metrics.horizontalAdvance(line) <= width

    def _rows(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Break a text into lines; the last of as many as there may be holds all that is left."""
        if self._fits(text, width):
            return (text,)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(text, self._hand.written)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        return tuple(text[a:b].rstrip() for a, b in zip(starts, ends, strict=True))


def _letters(lines: Iterable[str]) -> str:
    """Return what is written, without the spaces at which lines may break."""
    return "".join("".join(lines).split())


def _whole_numbers(line: str) -> str:
    """Return a line that is cut without the number that it is cut in: 203… is read as another."""
    return _CUT.sub(MORE, line)
