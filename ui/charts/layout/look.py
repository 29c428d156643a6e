"""The hand that draws charts: theme, fonts and line widths at one size."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.charts.contents.picture import Dash
from ui.charts.contents.wording import ENGLISH, Wording
from ui.style.theme import LIGHT, SMALL_PIXELS, Theme, font, readable
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals

FILL, FILL_NEUTRAL = 0.56, 0.32


@dataclass(frozen=True, eq=False)
class Look:
    """How a chart is drawn: `scale` enlarges text and lines for a picture on paper."""

    theme: Theme = LIGHT
    words: Wording = ENGLISH
    numerals: Numerals = ENGLISH_NUMERALS
    scale: float = 1.0
    small: QFont = field(init=False)
    bold: QFont = field(init=False)
    metrics: QFontMetricsF = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", font(round(SMALL_PIXELS * self.scale)))
        object.__setattr__(self, "bold", font(round(SMALL_PIXELS * self.scale), bold=True))
        object.__setattr__(self, "metrics", QFontMetricsF(self.small))

    @property
    def line(self) -> float:
        """Height of a line of small text in pixels."""
        return self.metrics.height()

    def color(self, role: str | int) -> str:
        """Return the color of a curve's role."""
        match role:
            case int():
                return self.theme.data[role % len(self.theme.data)]
            case "limit":
                return self.theme.muted
            case "neutral":
                return self.theme.axis
            case _:
                return self.theme.baseline

    def fill(self, role: str | int) -> QColor:
        """Return the color of a role as it fills an area, under which the grid is seen."""
        made = QColor(self.color(role))
        made.setAlphaF(FILL_NEUTRAL if role == "neutral" else FILL)
        return made

    def text_color(self, role: str | int) -> str:
        """Return the color of a curve's role as text may have it."""
        return readable(self.color(role), self.theme)

    def pen(self, color: str, width: float = 1.0, dash: Dash = None) -> QPen:
        """Return a pen of this scale."""
        made = QPen(QColor(color), width * self.scale)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash is not None:
            made.setDashPattern([length / width for length in dash])
        return made


def paint_area(painter: QPainter, place: QRectF, role: str | int, look: Look) -> None:
    """Paint a piece of an area with a rim that stands out from the card where its fill does not."""
    painter.fillRect(place, look.fill(role))
    rim = look.scale
    painter.setPen(look.pen(look.color(role)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2))
