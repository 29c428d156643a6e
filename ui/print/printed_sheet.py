"""A sheet laid out and painted: head, charts, and below them all that says where they are from.

Charts are painted by the items that the screen shows, in units of the sheet, with any painter: of
a bitmap or of a vector file. What the texts say stands in `sheet`. Floor: print.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from planner.storage.sentences.catalog import translate
from ui.charts.contents.picture import ChartPicture
from ui.charts.layout.look import Look
from ui.charts.printed import PrintedChart, align
from ui.print.figures_column import APART, SCALE_BESIDE, column_beside
from ui.print.sheet import Sheet
from ui.print.values.line import ValuesLine
from ui.print.values.told import ChartValues
from ui.style.lettering import Paragraph
from ui.style.theme import font

MARGIN: Final = 56.0
COLUMNS: Final = 2
_CROWDED: Final = 3
GUTTER: Final = 28.0
_TRIES, _KEPT = 3, 0.7
"""Times that notes are told below charts, which are lower then and may fold more of them, and the
share of their height that charts keep at least."""
TITLE_PIXELS, SUBTITLE_PIXELS, VALUE_PIXELS, NOTE_PIXELS = 36, 20, 18, 15


class PrintedSheet:
    """A sheet laid out, its charts between head and foot; `look` has the scale of its sheet.

    Several charts stand in two columns, each under its title, unit and values; one alone has its
    values under the title of the sheet, and its figures at the right, where there is room. It is
    made in the thread of the window, and painted and closed in any.
    """

    def __init__(self, sheet: Sheet, look: Look) -> None:
        self.sheet, self._look = sheet, look
        width, height = sheet.size
        room = width - 2 * MARGIN
        self._head = _head(sheet, look, room)
        self.values = _values_below(sheet, look, room)
        self._foot = _foot(sheet, look, room)
        self.top = MARGIN + sum(note.height + 4 for note, _ in self._head) + 14
        self.top += self.values.height if self.values is not None else 0.0
        self.bottom = height - 0.7 * MARGIN - 8 - sum(note.height + 5 for note, _ in self._foot)
        area = QRectF(MARGIN, self.top, room, self.bottom - self.top - MARGIN / 2)
        self.column = column_beside(sheet.figures, area, look) if sheet.figures else None
        if self.column is not None:
            area.setRight(self.column.place.left() - APART)
            look = replace(look, scale=min(look.scale, SCALE_BESIDE))
        is_named = len(sheet.pictures) > 1
        self.charts = [
            _Cell(picture, place, look, values, named=is_named)
            for (picture, place), values in zip(
                _shared(area, sheet.pictures), _values_of_each(sheet), strict=True
            )
        ]
        for column in range(COLUMNS):
            align([each.chart for each in self.charts[column::COLUMNS]])

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet, a painter's unit being one of the sheet."""
        width, height = self.sheet.size
        painter.fillRect(QRectF(0, 0, width, height), QColor(self._look.theme.panel))
        self._paint_head(painter)
        self._paint_foot(painter)
        for chart in self.charts:
            chart.paint(painter)
        if self.column is not None:
            self.column.paint(painter)

    @property
    def is_crowded(self) -> bool:
        """Whether what is said leaves less than a third of the height to charts."""
        return any(each.place.height() < self.sheet.size[1] / _CROWDED for each in self.charts[:1])

    @property
    def height_of_charts(self) -> float:
        """The height that charts share."""
        return self.bottom - self.top

    @property
    def folded_notes(self) -> tuple[str, ...]:
        """The texts of notes of which charts have room for the beginning alone, each once."""
        folded = (text for each in self.charts for text in each.chart.folded_notes)
        return tuple(dict.fromkeys(folded))

    @property
    def shows_strips(self) -> bool:
        """Whether any chart is high enough for the strip that belongs to it."""
        return any(each.chart.plot.strip.isVisible() for each in self.charts)

    @property
    def shows_limits(self) -> bool:
        """Whether any chart is high enough for its rows of what limits compute."""
        return any(each.chart.plot.limits.isVisible() for each in self.charts)

    def close(self) -> None:
        """Give back what was made for painting."""
        for chart in self.charts:
            chart.chart.close()

    def _paint_head(self, painter: QPainter) -> None:
        """Paint the accent, title and subtitle, and the values of a chart that is alone."""
        painter.fillRect(QRectF(MARGIN, MARGIN - 20, 56, 7), QColor(self._look.theme.accent))
        y = MARGIN
        for paragraph, color in self._head:
            painter.setPen(QColor(color))
            paragraph.paint(painter, MARGIN, y)
            y += paragraph.height + 4
        if self.values is not None:
            self.values.paint(painter, MARGIN, y)

    def _paint_foot(self, painter: QPainter) -> None:
        """Paint the notes under a thin rule."""
        y, width = self.bottom, self.sheet.size[0]
        painter.setPen(self._look.pen(self._look.theme.border, 0.5))
        painter.drawLine(QLineF(MARGIN, y, width - MARGIN, y))
        y += 8
        for paragraph, color in self._foot:
            y += 5
            painter.setPen(QColor(color))
            paragraph.paint(painter, MARGIN, y)
            y += paragraph.height


def printed_sheet(sheet: Sheet, look: Look) -> PrintedSheet:
    """Lay a sheet out; texts of notes that have no room on its charts stand below them.

    They take no more than a share of the height of the charts; others stay folded.
    """
    printed = _with_what_fits(sheet, look)
    least = _KEPT * printed.height_of_charts
    for _ in range(_TRIES):
        missing = [text for text in printed.folded_notes if text not in printed.sheet.notes]
        told = replace(printed.sheet, notes=(*printed.sheet.notes, *missing))
        tried = _with_what_fits(told, look) if missing else printed
        if tried is printed or tried.height_of_charts < least:
            break
        printed.close()
        printed = tried
    if tried is not printed:
        tried.close()
    return printed


def _with_what_fits(sheet: Sheet, look: Look) -> PrintedSheet:
    """Lay a sheet out, without strips that no chart has room for, and what is said of them.

    Where a chart that is alone would be left too low, the line above it tells no differences.
    """
    printed = PrintedSheet(sheet, look)
    if printed.is_crowded and sheet.has_changes:
        printed.close()
        sheet = sheet.with_levels_alone()
        printed = PrintedSheet(sheet, look)
    strips = sheet.has_strips and not printed.shows_strips
    limits = sheet.has_limits and not printed.shows_limits
    if not (strips or limits):
        return printed
    printed.close()
    return PrintedSheet(sheet.without(strips=strips, limits=limits), look)


class _Cell:
    """One chart of a sheet in its place, under its own title where there are several."""

    def __init__(
        self,
        picture: ChartPicture,
        area: QRectF,
        look: Look,
        values: ChartValues | None,
        *,
        named: bool,
    ) -> None:
        self._area, self._look = area, look
        self._notes = [Paragraph(picture.title, look.bold, area.width())] if named else []
        self.values = (
            ValuesLine(values, look.small, area.width(), look.theme, picture.axis_words)
            if named
            else None
        )
        self._top = sum(note.height for note in self._notes)
        self._top += self.values.height if self.values is not None else 0.0
        self.place = area.adjusted(0, self._top, 0, 0)
        size = area.width(), max(10.0, area.height() - self._top)
        self.chart = PrintedChart(picture, look, size)

    def paint(self, painter: QPainter) -> None:
        """Paint the caption and the chart."""
        y = self._area.top()
        painter.setPen(QColor(self._look.theme.text))
        for paragraph in self._notes:
            paragraph.paint(painter, self._area.left(), y)
            y += paragraph.height
        if self.values is not None:
            self.values.paint(painter, self._area.left(), y)
            y += self.values.height
        painter.save()
        painter.translate(self._area.left(), y)
        self.chart.paint(painter)
        painter.restore()


def _shared(area: QRectF, pictures: Sequence[ChartPicture]) -> list[tuple[ChartPicture, QRectF]]:
    """Return the place of each picture: the whole area for one, else row by row."""
    columns = 1 if len(pictures) == 1 else COLUMNS
    rows = ceil(len(pictures) / columns)
    width = (area.width() - (columns - 1) * GUTTER) / columns
    height = max(10.0, (area.height() - (rows - 1) * GUTTER) / rows)
    return [
        (
            picture,
            QRectF(
                area.left() + (index % columns) * (width + GUTTER),
                area.top() + (index // columns) * (height + GUTTER),
                width,
                height,
            ),
        )
        for index, picture in enumerate(pictures)
    ]


def _head(sheet: Sheet, look: Look, room: float) -> list[tuple[Paragraph, str]]:
    """Return title and subtitle, on as many lines as they need."""
    return [
        (Paragraph(sheet.title, font(TITLE_PIXELS, bold=True), room), look.theme.text),
        (Paragraph(sheet.subtitle, font(SUBTITLE_PIXELS), room), look.theme.muted),
    ]


def _values_of_each(sheet: Sheet) -> tuple[ChartValues | None, ...]:
    return sheet.values or (None,) * len(sheet.pictures)


def _values_below(sheet: Sheet, look: Look, room: float) -> ValuesLine | None:
    """Return the values that stand below the title of a chart that is alone."""
    (values, *more) = _values_of_each(sheet)
    if more or values is None:
        return None
    return ValuesLine(values, font(VALUE_PIXELS), room, look.theme)


def notes_line(notes: Sequence[str]) -> str:
    """Return what is told below charts of notes that have no room on them; empty for none."""
    texts = "  ·  ".join(" ".join(text.split()) for text in notes)
    words = translate("Sheet", "Notes on charts: {notes}")
    return words.format(notes=texts) if texts else ""


def _foot(sheet: Sheet, look: Look, room: float) -> list[tuple[Paragraph, str]]:
    """Return the notes with their colors.

    What is missing from the chart stands first, behind it how sure its title is, and notes that
    had no room on charts, all as dark as the title.
    """
    made = font(NOTE_PIXELS)
    folded = notes_line(sheet.notes)
    notes = (
        sheet.breaches,
        sheet.difference,
        folded,
        sheet.reading,
        sheet.changes,
        sheet.disputes,
        sheet.provenance,
        sheet.sources,
    )
    return [
        (
            Paragraph(note, made, room),
            look.theme.text
            if note in {sheet.breaches, sheet.difference, folded}
            else look.theme.muted,
        )
        for note in notes
        if note
    ]
