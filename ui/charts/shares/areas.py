"""Shares over the years as areas on each other: what they show, and how they are painted.

The same strokes serve a card and a report; no painter is opened. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.quantities.told.lists import led_by
from planner.studies.matters.first_order import Matters, Share
from ui.style.lettering import paint_line
from ui.style.theme import SMALL_PIXELS, Theme, font, mixed
from ui.wording.answers.matters import name_of, percent_text, years_note

MOST: Final = 5
"""Areas that have a name; all others stay white."""
_LIGHTER: Final = (0.0, 0.35, 0.55, 0.7, 0.82)
_MARKS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_GAP: Final = 6.0
_NAME_SHARE: Final = 0.45
_FOOT_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its name, and its lower and upper edge in each year, 0 to 1."""

    address: str
    name: str
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class AreaPicture:
    """Areas from the bottom up, the years under them, and the year that is asked about."""

    areas: tuple[Area, ...]
    years: tuple[int, ...]
    asked: int
    foot: str


def areas_of(found: Matters) -> AreaPicture:
    """Return the largest shares over the years; a year in which nothing varies has none."""
    told = sorted(found.shares, key=lambda each: -max(_known(each)))[:MOST]
    told.sort(key=lambda each: -each.share)
    areas, below = list[Area](), [0.0] * len(found.years)
    for each in told:
        above = [low + share for low, share in zip(below, _known(each), strict=True)]
        name = name_of(each.lead)
        areas.append(Area(each.lead, name, tuple(below), tuple(above), _tip(name, found, each)))
        below = above
    return AreaPicture(tuple(areas), found.years, found.about.year, years_note())


class AreasPainter:
    """The fonts of areas, and how they are laid out."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._small = font(SMALL_PIXELS)

    def plot(self, shown: AreaPicture, place: QRectF) -> QRectF:
        """Return where the areas stand, between shares at the left and names at the right."""
        letters = QFontMetricsF(self._small)
        left = letters.horizontalAdvance("100%") + _GAP
        widest = max((letters.horizontalAdvance(each.name) for each in shown.areas), default=0.0)
        right = min(widest + 2 * _GAP, _NAME_SHARE * place.width())
        height = place.height() - letters.height() * (1 + _FOOT_LINES) - 3 * _GAP
        top = place.top() + _GAP
        return QRectF(place.left() + left, top, place.width() - left - right, max(1.0, height))

    def paint(self, painter: QPainter, shown: AreaPicture, place: QRectF) -> None:
        """Paint areas, axes and names."""
        painter.save()
        plot, top = self.plot(shown, place), _top(shown)
        self._paint_axis(painter, shown, plot, top)
        for number, area in enumerate(shown.areas):
            painter.setPen(QPen(QColor(self._theme.panel), 1))
            painter.setBrush(self._color(number))
            painter.drawPolygon(_polygon(area, plot, top))
        self._paint_asked(painter, shown, plot)
        self._paint_names(painter, shown, plot, top, place.right())
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self._small)
        letters = QFontMetricsF(self._small)
        under = plot.bottom() + letters.height() + _GAP
        foot = QRectF(place.left(), under, place.width(), _FOOT_LINES * letters.height())
        painter.drawText(foot, Qt.TextFlag.TextWordWrap, shown.foot)
        painter.restore()

    def _color(self, number: int) -> QColor:
        share = _LIGHTER[min(number, len(_LIGHTER) - 1)]
        return QColor(mixed(self._theme.assumption, self._theme.panel, share))

    def _paint_axis(self, painter: QPainter, shown: AreaPicture, plot: QRectF, top: float) -> None:
        letters = QFontMetricsF(self._small)
        for mark in (each for each in _MARKS if each <= top):
            y = plot.bottom() - plot.height() * mark / top
            painter.setPen(QPen(QColor(self._theme.grid), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(QColor(self._theme.muted))
            text = percent_text(mark)
            x = plot.left() - _GAP - letters.horizontalAdvance(text)
            paint_line(painter, self._small, x, y + letters.capHeight() / 2, text)
        for x, year in self._years(shown, plot):
            text = str(year)
            width = letters.horizontalAdvance(text)
            paint_line(
                painter, self._small, x - width / 2, plot.bottom() + 4 + letters.ascent(), text
            )

    def _years(self, shown: AreaPicture, plot: QRectF) -> list[tuple[float, int]]:
        """Return the years that have room for their names, each with its place."""
        room = plot.width() / max(1, len(shown.years) - 1)
        step = 1
        while room * step < QFontMetricsF(self._small).horizontalAdvance("2030 "):
            step += 1
        return [
            (_x(shown, number, plot), year)
            for number, year in enumerate(shown.years)
            if number % step == 0
        ]

    def _paint_asked(self, painter: QPainter, shown: AreaPicture, plot: QRectF) -> None:
        if shown.asked in shown.years:
            x = _x(shown, shown.years.index(shown.asked), plot)
            painter.setPen(QPen(QColor(self._theme.text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _paint_names(
        self, painter: QPainter, shown: AreaPicture, plot: QRectF, top: float, right: float
    ) -> None:
        """Write names beside the last year, where their areas end, none over another."""
        letters = QFontMetricsF(self._small)
        painter.setPen(QColor(self._theme.text))
        lowest = plot.bottom()
        for area in shown.areas:
            middle = (area.lower[-1] + area.upper[-1]) / 2
            base = min(
                plot.bottom() - plot.height() * middle / top + letters.capHeight() / 2, lowest
            )
            width = right - plot.right() - _GAP
            text = letters.elidedText(area.name, Qt.TextElideMode.ElideRight, width)
            paint_line(painter, self._small, plot.right() + _GAP, base, text)
            lowest = base - letters.height()


def area_at(shown: AreaPicture, plot: QRectF, point: QPointF) -> int | None:
    """Return the number of the area under a point, by the year that is nearest to it."""
    if not plot.contains(point) or len(shown.years) < 1:
        return None
    share = (plot.bottom() - point.y()) / plot.height() * _top(shown)
    place = round((point.x() - plot.left()) / plot.width() * (len(shown.years) - 1))
    found = (
        number
        for number, area in enumerate(shown.areas)
        if area.lower[place] <= share < area.upper[place]
    )
    return next(found, None)


def _known(share: Share) -> Sequence[float]:
    return [each if each == each else 0.0 for each in share.by_year]  # noqa: PLR0124 - NaN


def _tip(name: str, found: Matters, share: Share) -> str:
    years = (
        led_by(str(year), percent_text(each))
        for year, each in zip(found.years, _known(share), strict=True)
    )
    return f"{name}\n{', '.join(years)}"


def _top(shown: AreaPicture) -> float:
    """Return where the axis ends: at all of the spread, or beyond where shares overlap."""
    return max((1.0, *(max(each.upper) for each in shown.areas)))


def _x(shown: AreaPicture, number: int, plot: QRectF) -> float:
    return plot.left() + plot.width() * number / max(1, len(shown.years) - 1)


def _polygon(area: Area, plot: QRectF, top: float) -> QPolygonF:
    count = len(area.upper)
    places = [plot.left() + plot.width() * number / max(1, count - 1) for number in range(count)]
    heights = [plot.bottom() - plot.height() * each / top for each in (*area.upper, *area.lower)]
    above = [QPointF(x, y) for x, y in zip(places, heights[:count], strict=True)]
    below = [QPointF(x, y) for x, y in zip(places, heights[count:], strict=True)]
    return QPolygonF([*above, *reversed(below)])
