"""How large the text of a note is: narrow at first, wider where it would be too tall.

In pixels of the plot. A folded note is the beginning of its text in one line. Floor: charts.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from ui.charts.layout.look import Look

PAD: Final = 5.0
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_WIDEST: Final = 150.0
_OF_PLOT: Final = 0.45
"""Of the width of a plot, which a note takes at most as long as it has room."""
_WIDER: Final = (1.0, 1.4, 1.9, 2.5, 3.2)
_AT_MOST: Final = 0.92
"""Of the width of a plot, which the widest note takes."""
_FOLDED: Final = 70.0
_TALL: Final = 10_000.0


def sizes(text: str, room: QRectF, look: Look) -> Iterator[QSizeF]:
    """Yield the sizes of a note, each wider and lower than the one before."""
    usual = min(_WIDEST * look.scale, _OF_PLOT * room.width())
    lowest = _TALL
    for wider in _WIDER:
        made = _size(text, min(wider * usual, _AT_MOST * room.width()), look)
        if made.height() < lowest:
            lowest = made.height()
            yield made


def opened_size(text: str, room: QRectF, look: Look) -> QSizeF:
    """Return the narrowest size that is no taller than the plot, else the lowest."""
    every = list(sizes(text, room, look))
    return next((size for size in every if size.height() <= room.height()), every[-1])


def folded_size(text: str, room: QRectF, look: Look) -> QSizeF:
    """Return the size of the beginning of a text in one line."""
    whole = QFontMetricsF(look.small).horizontalAdvance(one_line(text))
    widest = min(_FOLDED * look.scale, _OF_PLOT * room.width())
    pad = 2 * PAD * look.scale
    return QSizeF(min(whole + pad + 1.0, widest), QFontMetricsF(look.small).height() + pad / 2)


def folded(text: str, width: float, look: Look) -> str:
    """Return the beginning of a text that fits into a folded note of a width."""
    room = width - 2 * PAD * look.scale + 1.0
    metrics = QFontMetricsF(look.small)
    return metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, room)


def one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def _size(text: str, widest: float, look: Look) -> QSizeF:
    pad = 2 * PAD * look.scale
    around = QFontMetricsF(look.small).boundingRect(
        QRectF(0, 0, max(widest - pad, 1.0), _TALL), WRAPPED, text
    )
    return QSizeF(around.width() + pad + 1.0, around.height() + pad / 2)
