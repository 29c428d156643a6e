"""Headers of tables: their ground, the swatch of a scenario, names cut where their room ends.

A row that is partly out of sight has its name in what is seen of it; a column has none until it is
whole. What stands in a section is painted by who inherits. Floor: widgets.
"""

from typing import ClassVar, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font
from ui.widgets.tables.whole_columns import is_cut

_SWATCH: Final = 11
_SWATCH_GAP: Final = 7
SWATCH_ROOM: Final = _SWATCH + _SWATCH_GAP
"""From the left edge of a swatch to the name behind it."""
_LEAST: Final = 120
_SCROLL_BAR: Final = 16


class TableHeader(QHeaderView):
    """A header of one theme, that gives each section its ground and a line below."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        self.plain, self.strong = font(TEXT_PIXELS), font(TEXT_PIXELS, bold=True)
        self.small = font(SMALL_PIXELS)
        self.setHighlightSections(False)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self.theme = theme
        self.viewport().update()

    def content(self, section: int, role: int) -> object:
        """Return what the model has for a section."""
        return self.model().headerData(section, self.orientation(), role)

    def text(self, section: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        """Return a text that the model has for a section, empty where it has none."""
        return str(self.content(section, role) or "")

    def ground(self, section: int) -> tuple[str, str]:
        """Return the colors of a section and of the line below it."""
        return self.theme.window, self.theme.border

    def paint_content(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint what stands in a section, on its ground, as far to the right as it is seen."""
        raise NotImplementedError

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        color, line = self.ground(section)
        painter.fillRect(rect, QColor(color))
        painter.setPen(QColor(line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        seen = self.viewport().width()
        edge = min(rect.right(), seen - 1)
        is_empty = self.orientation() == Qt.Orientation.Horizontal and is_cut(rect, seen)
        if not is_empty:
            self.paint_content(painter, QRect(rect.topLeft(), QPoint(edge, rect.bottom())), section)
        painter.restore()

    def paint_swatch(
        self,
        painter: QPainter,
        left: int,
        middle: int,
        color: int | None,
        *,
        is_hollow: bool = False,
    ) -> None:
        """Paint a square in a scenario's color, hollow off the charts; a line for the baseline."""
        if color is None:
            painter.setPen(QColor(self.theme.baseline))
            painter.drawLine(left, middle, left + _SWATCH, middle)
            return
        shown = QColor(self.theme.data[color % len(self.theme.data)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown, 1.5) if is_hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else shown)
        painter.drawRoundedRect(QRectF(left, middle - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class NameHeader(TableHeader):
    """Names the rows at the left, as wide as names want, within limits and a share of the table."""

    most: ClassVar[int] = 260
    share: ClassVar[float] = 0.3

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, parent)
        self._table = parent
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def wanted(self, section: int) -> int:
        """Return the room that a name wants with all that stands beside it."""
        raise NotImplementedError

    def fit(self, columns: int = 0) -> None:
        """Take the room that names want; what `columns` of this width leave free is theirs too."""
        widest = max(map(self.wanted, range(self.model().rowCount())), default=0)
        free = self._table.width() - columns - _SCROLL_BAR if columns else 0
        room = max(_LEAST, round(self.share * self._table.width()), free)
        self.setFixedWidth(min(self.most, room, max(_LEAST, widest)))

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def ground(self, section: int) -> tuple[str, str]:
        return self.theme.panel, self.theme.grid

    def paintEvent(self, event: QPaintEvent) -> None:
        """Give what is below the last row the ground of the table."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        below = self.viewport().rect()
        below.setTop(self.length() - self.offset())
        painter.fillRect(below, QColor(self.theme.panel))
        painter.end()


def width_of(used: QFont, text: str) -> int:
    """Return how wide a text is in a font."""
    return QFontMetrics(used).horizontalAdvance(text)


def paint_name(painter: QPainter, used: QFont, room: QRect, text: str) -> int:
    """Paint a text on one line, cut in the middle where it is too long; return where it ends.

    Names that begin alike differ by the place at their end.
    """
    shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
    paint_line(painter, used, room.left(), level_in(room, used), shown)
    return room.left() + width_of(used, shown)
