"""The values behind a chart on paper, laid out side by side on as many lines as they need.

A value is not broken but where it alone is wider than the room. Floor: print.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from planner.quantities.told.lists import led_by
from ui.print.values.told import ChartValues
from ui.style.lettering import Paragraph
from ui.style.theme import Theme

_BETWEEN: Final = "  ·  "
_APART: Final = 0.8
"""Room between two values, of the height of their letters."""


class ValuesLine:
    """What the values are, behind the unit of the axis if any, and behind it each in its color."""

    def __init__(
        self,
        values: ChartValues | None,
        written: QFont,
        room: float,
        theme: Theme,
        unit: str = "",
    ) -> None:
        metrics = QFontMetricsF(written)
        said = "" if values is None else led_by(values.about, "").rstrip()
        about = _BETWEEN.join(filter(None, (unit, said)))
        texts = [(about, theme.muted)] if about else []
        texts += [(each.text, each.color) for each in ([] if values is None else values.each)]
        wide = [min(room, metrics.horizontalAdvance(text) + 1.0) for text, _ in texts]
        made = [Paragraph(text, written, room) for text, _ in texts]
        self.places: list[tuple[float, float, Paragraph, str]] = []
        self.height = 0.0
        for (x, is_new), paragraph, (_, color) in zip(
            _spread(wide, _APART * metrics.height(), room), made, texts, strict=True
        ):
            top = self.height if is_new else self.places[-1][1]
            self.places.append((x, top, paragraph, color))
            self.height = max(self.height, top + paragraph.height)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the values from a corner on."""
        for x, y, paragraph, color in self.places:
            painter.setPen(QColor(color))
            paragraph.paint(painter, left + x, top + y)


def _spread(wide: list[float], apart: float, room: float) -> Iterator[tuple[float, bool]]:
    """Yield where each text begins, and whether on a new line."""
    reached = room + 1.0
    for width in wide:
        is_new = reached + width > room
        x = 0.0 if is_new else reached
        reached = x + width + apart
        yield x, is_new
