"""Boxes of assumptions in which a scenario misses: which part of each range, and how well it tells.

Drawn by one painter, for the window and for paper. A bar is all futures by the rank of one
assumption; its filled part is what the box keeps. Floor: charts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from planner.storage.sentences.catalog import translate
from planner.studies.discover.discovery import Limit, MissBox
from ui.charts.worlds.picture import RIGHT, Stop, paint_box, paint_text, text_width
from ui.style.theme import SMALL_PIXELS, Theme, mixed
from ui.wording.answers.discover import (
    assumption_text,
    bounds_text,
    box_figures,
    box_sentence,
)
from ui.wording.figures.differences import share_text

_HEAD: Final = 22.0
_ROW: Final = 38.0
_LOW_ROW: Final = 21.0
"""Pixels of a limit on two lines, and on one where there is less room."""
_NAME: Final = 18.0
_GAP: Final = 10.0
_BAR: Final = 10.0
_BOUNDS: Final = 0.36
_LOW_NAME: Final = 0.42
_LOW_BOUNDS: Final = 0.3
"""Shares of the width that bounds take, and on one line the name and the bounds."""
_PLOT: Final = QSizeF(190.0, 150.0)
"""Pixels of the plot of coverage against density, which stands where there is room for it."""
_WIDEST_PLOT: Final = 420.0
_LOWEST: Final = 84.0
_WIDEST: Final = 560.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a limit stands."""

    limit: Limit
    row: QRectF


class Boxed(Protocol):
    """What has boxes: a result of one scenario, or of a sweep in a world."""

    @property
    def boxes(self) -> tuple[MissBox, ...]:
        """The boxes, the first one found first."""


@dataclass(frozen=True, slots=True)
class MissBoxes:
    """The boxes of a result."""

    found: Boxed

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""
        painter.save()
        painter.setClipRect(rect)
        for box, head in self._heads(rect):
            line = QRectF(head.topLeft(), QSizeF(self._title_width(rect), head.height()))
            paint_text(painter, line, self._title(box), theme.text, pixels=12, bold=True)
        for place in self._places(rect):
            (_paint_limit if place.row.height() == _ROW else _paint_low)(painter, place, theme)
        if (room := self._plot(rect)) is not None:
            _paint_peeling(painter, room, self.found.boxes[0], theme)
        painter.restore()

    def tip_at(self, rect: QRectF, point: QPointF) -> str:
        """Return the limit at a point, with the share of futures it keeps."""
        for place in self._places(rect):
            if place.row.contains(point):
                return _limit_in_words(place.limit)
        return ""

    def address_at(self, rect: QRectF, point: QPointF) -> str:
        """Return the address of the assumption at a point."""
        found = (each.limit.address for each in self._places(rect) if each.row.contains(point))
        return next(found, "")

    def stops(self, rect: QRectF) -> tuple[Stop, ...]:
        """Return the limits, each of which leads to its assumption."""
        return tuple(
            Stop(each.row, _limit_in_words(each.limit), each.limit.address)
            for each in self._places(rect)
        )

    def in_words(self) -> str:
        """Return each box as a sentence."""
        return "\n".join(map(box_sentence, self.found.boxes))

    def _title(self, box: MissBox) -> str:
        if len(self.found.boxes) == 1:
            return box_figures(box)
        text = translate("Discover", "{number}: {figures}")
        return text.format(number=self.found.boxes.index(box) + 1, figures=box_figures(box))

    def _heads(self, rect: QRectF) -> Iterator[tuple[MissBox, QRectF]]:
        top, width = rect.top(), self._width(rect)
        for box in self.found.boxes:
            yield box, QRectF(rect.left(), top, width, _HEAD)
            top += _HEAD + self._row(rect) * len(box.limits) + _GAP

    def _places(self, rect: QRectF) -> Iterator[_Place]:
        height = self._row(rect)
        for box, head in self._heads(rect):
            for number, limit in enumerate(box.limits):
                top = head.bottom() + number * height
                yield _Place(limit, QRectF(rect.left(), top, head.width(), height))

    @property
    def height(self) -> float:
        """How high it wants to be, in pixels, with the plot of its first peeling."""
        return self._high(_ROW) + _PLOT.height()

    @property
    def height_beside(self) -> float:
        """How high it wants to be where the plot has room beside the boxes."""
        return max(self._high(_ROW), _PLOT.height())

    def least_in(self, width: float) -> float:
        """Return how high it has to be in a width: its boxes, and the plot where it is below."""
        is_beside = width - min(_WIDEST, width) > _PLOT.width() + _GAP
        return self._high(_LOW_ROW) + (0.0 if is_beside else _LOWEST)

    def _high(self, row: float) -> float:
        rows = sum(len(each.limits) for each in self.found.boxes)
        return rows * row + len(self.found.boxes) * (_HEAD + _GAP)

    def _row(self, rect: QRectF) -> float:
        return _ROW if self._high(_ROW) <= rect.height() + _GAP else _LOW_ROW

    def _width(self, rect: QRectF) -> float:
        return min(_WIDEST, rect.width())

    def _title_width(self, rect: QRectF) -> float:
        """Return how long a heading may be: as far as the plot that stands beside the boxes."""
        beside = rect.width() - _PLOT.width() - _GAP
        return beside if beside > self._width(rect) else rect.width()

    def _plot(self, rect: QRectF) -> QRectF | None:
        """Return where the plot of the peeling stands: beside the boxes, or under them."""
        if not self.found.boxes:
            return None
        bottom = rect.top() + self._high(self._row(rect))
        if rect.width() - self._width(rect) > _PLOT.width() + _GAP:
            return QRectF(QPointF(rect.right() - _PLOT.width(), rect.top()), _PLOT)
        height = min(_PLOT.height(), rect.bottom() - bottom)
        if height < _LOWEST:
            return None
        return QRectF(rect.left(), bottom, min(rect.width(), _WIDEST_PLOT), height)


def _limit_in_words(limit: Limit) -> str:
    text = translate("Discover", "{assumption}: {bounds}, {share} of all futures by itself")
    return text.format(
        assumption=assumption_text(limit),
        bounds=bounds_text(limit),
        share=share_text(limit.to_share - limit.from_share),
    )


def _paint_limit(painter: QPainter, place: _Place, theme: Theme) -> None:
    """Paint a limit on two lines: its name, and under it the bar with its bounds."""
    row = place.row
    name = QRectF(row.left(), row.top(), row.width(), _NAME)
    paint_text(painter, name, assumption_text(place.limit), theme.text, pixels=12)
    room = row.width() * _BOUNDS
    told = QRectF(row.right() - room, name.bottom() - 2, room, _NAME)
    _paint_bar(painter, row.left(), told, place.limit, theme)


def _paint_low(painter: QPainter, place: _Place, theme: Theme) -> None:
    """Paint a limit on one line: its name, the bar, its bounds."""
    row = place.row
    name = QRectF(row.left(), row.top(), row.width() * _LOW_NAME, row.height())
    paint_text(painter, name, assumption_text(place.limit), theme.text, pixels=12)
    room = row.width() * _LOW_BOUNDS
    told = QRectF(row.right() - room, row.top(), room, row.height())
    _paint_bar(painter, name.right() + 6, told, place.limit, theme)


def _paint_bar(painter: QPainter, left: float, told: QRectF, limit: Limit, theme: Theme) -> None:
    """Paint from the left the range with what is kept of it, and the bounds behind it."""
    paint_text(painter, told, bounds_text(limit), theme.text, flags=RIGHT, pixels=SMALL_PIXELS)
    ground = QRectF(left, told.center().y() - _BAR / 2, told.left() - 8 - left, _BAR)
    paint_box(painter, ground, mixed(theme.panel, theme.text, 0.07))
    kept = QRectF(
        left + limit.from_share * ground.width(),
        ground.top(),
        max(2.0, (limit.to_share - limit.from_share) * ground.width()),
        _BAR,
    )
    paint_box(painter, kept, theme.assumption)


def _paint_peeling(painter: QPainter, rect: QRectF, box: MissBox, theme: Theme) -> None:
    """Paint coverage against density of the boxes that were peeled, the one told filled."""
    small = SMALL_PIXELS
    plot = rect.adjusted(38, 20, -6, -20)
    head = QRectF(rect.left(), rect.top(), rect.width(), 15)
    paint_text(
        painter,
        head,
        translate("Discover", "share that misses, of each box that was tried"),
        theme.muted,
        pixels=small,
    )
    foot = QRectF(rect.left(), plot.bottom() + 3, rect.width() - 6, 15)
    told = translate("Discover", "share of all misses in it")
    paint_text(painter, foot, told, theme.muted, flags=RIGHT, pixels=small)
    for text, share in (("100%", 1.0), ("0%", 0.0)):
        label = QRectF(rect.left(), _at(plot, 0, share).y() - 7, 34, 14)
        paint_text(painter, label, text, theme.muted, flags=RIGHT, pixels=small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.grid), 1))
    painter.setBrush(QColor(theme.panel))
    painter.drawRect(plot)
    painter.setPen(QPen(QColor(theme.assumption), 1))
    for coverage, density in box.peeled:
        painter.drawEllipse(_at(plot, coverage, density), 1.6, 1.6)
    painter.setBrush(QColor(theme.assumption))
    here = _at(plot, box.coverage, box.density)
    painter.drawEllipse(here, 4.0, 4.0)
    name = translate("Discover", "this one")
    beside = QRectF(here.x() - text_width(name) - 12, here.y() + 3, text_width(name) + 4, 14)
    paint_text(painter, beside, name, theme.text, flags=RIGHT, pixels=small)


def _at(plot: QRectF, coverage: float, density: float) -> QPointF:
    return QPointF(plot.left() + coverage * plot.width(), plot.bottom() - density * plot.height())
