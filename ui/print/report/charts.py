"""The charts of a report: each under its title and unit, the same items as on the screen.

A change that is too small to be seen among levels is seen in the strip below them; a single chart
is shown as level and as difference. Floor: print.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter

from planner.files.exports.xml_text import xml_bytes
from planner.quantities.told.lists import as_sentences, led_by
from planner.quantities.told.numerals import numerals
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.readout import readout, spoken
from ui.charts.contents.specs import ChartSetting, parts, requests_for, seen_as, spec_of
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.charts.notes.marks import notes_on
from ui.charts.printed import PrintedChart, align
from ui.engine.shown_run import ShownRun
from ui.print.export import picture_of
from ui.print.printed_sheet import notes_line
from ui.print.sheet_files import ExportError, memory
from ui.print.svg_fonts import with_font_lists
from ui.style.lettering import Paragraph
from ui.style.theme import LIGHT, font

CHART_SIZE: Final = (520.0, 330.0)
"""The size of a chart on a page of the web."""
_TITLE_PIXELS, _UNIT_PIXELS = 12, 11


def font_of_text(pixels: int, *, bold: bool = False) -> QFont:
    """Return a font without ligatures: a reader of PDF would not find their letters."""
    chosen = font(pixels, bold=bold)
    chosen.setFeature(QFont.Tag.fromString("liga"), 0)
    return chosen


class ReportChart:
    """A chart laid out in a place of a page; made in the thread of the window, painted in any."""

    def __init__(self, picture: ChartPicture, look: Look, size: tuple[float, float]) -> None:
        width, height = size
        self.title, self._size = picture.title, size
        bold, plain = font_of_text(_TITLE_PIXELS, bold=True), font_of_text(_UNIT_PIXELS)
        self._notes = [(Paragraph(picture.title, bold, width), LIGHT.text)]
        if picture.axis_words:
            self._notes.append((Paragraph(picture.axis_words, plain, width), LIGHT.muted))
        self._top = sum(note.height for note, _ in self._notes)
        self.told = _told(picture, look)
        self.chart = PrintedChart(picture, look, (width, max(10.0, height - self._top)))

    @property
    def height(self) -> float:
        """How high it is, with its title."""
        return self._size[1]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint title, unit and chart from a corner on."""
        painter.save()
        painter.translate(x, y)
        top = 0.0
        for note, color in self._notes:
            painter.setPen(QColor(color))
            note.paint(painter, 0.0, top)
            top += note.height
        painter.translate(0.0, self._top)
        self.chart.paint(painter)
        painter.restore()

    def close(self) -> None:
        """Give back what was made for painting."""
        self.chart.close()

    def svg(self) -> bytes:
        """Paint it as an SVG of its size, once."""
        from PySide6.QtSvg import QSvgGenerator

        data, buffer = memory()
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(*(round(side) for side in self._size)))
        generator.setViewBox(QRectF(0, 0, *self._size))
        generator.setTitle(self.title)
        generator.setDescription(self.told)
        painter = QPainter()
        try:
            if not painter.begin(generator):
                raise ExportError(f"the picture of {self.title} could not be made")
            self.paint(painter, 0.0, 0.0)
        finally:
            painter.end()
            self.close()
        return with_font_lists(xml_bytes(bytes(data.data())))


def _told(picture: ChartPicture, look: Look) -> str:
    """Return what a chart shows for those who cannot see it: its values at the end, its notes."""
    parts = [led_by(picture.title, picture.axis_words) if picture.axis_words else picture.title]
    if picture.months:
        told = readout(picture, picture.months - 1, look.words, look.numerals)
        parts.append(spoken(told))
    return as_sentences((*parts, *(note.text for note in notes_on(picture))))


def notes_below(charts: Iterable[ReportChart]) -> str:
    """Return what is told below charts of notes that have no room on them; empty for none."""
    folded = (text for each in charts for text in each.chart.folded_notes)
    return notes_line(tuple(dict.fromkeys(folded)))


def line_up(charts: Sequence[ReportChart]) -> None:
    """Let the years of charts in a column line up."""
    align([each.chart for each in charts])


def report_look() -> Look:
    """Return the hand that draws charts of a report, at the size of its text."""
    return Look(LIGHT, wording(), numerals(), 1.0)


def report_pictures(
    settings: Sequence[ChartSetting], run: ShownRun, look: Look
) -> tuple[ChartPicture, ...]:
    """Return what the charts show. Raises ExportError where there is nothing to draw."""
    shown = run.first_drawn
    found = [picture_of(each, shown, look) for each in settings]
    if len(found) == 1 and (difference := _difference(settings[0], shown, look)) is not None:
        return (replace(found[0], effect=(), effect_name=""), difference)
    return tuple(found)


def asked_first(
    pictures: Sequence[ChartPicture], outcomes: Sequence[str]
) -> tuple[ChartPicture, ...]:
    """Return the pictures that show most of some outcomes first, then those that move most.

    A picture moves by how far scenarios are from the baseline.
    """

    def rank(picture: ChartPicture) -> tuple[float, float]:
        held = {key for key, _ in parts(picture.setting)}
        return -sum(key in held for key in outcomes), -_moved_share(picture)

    return tuple(sorted(pictures, key=rank))


def _moved_share(picture: ChartPicture) -> float:
    """Return the largest difference as a part of the largest level."""
    moved = max((_largest(each.line) for each in picture.effect), default=picture.moved or 0.0)
    level = max((_largest(each.line) for each in picture.curves), default=0.0)
    return moved / level if level else 0.0


def _largest(values: NDArray[np.float64]) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0


def _difference(setting: ChartSetting, run: ShownRun, look: Look) -> ChartPicture | None:
    """Return the chart as a difference, None where there is none or the runs do not hold it."""
    view = seen_as(setting, view="difference")
    held = all(each in run.projection.series for each in requests_for(view))
    if setting.view != "absolute" or spec_of(setting).is_counted or not held:
        return None
    if not run.has_other_levers:
        return None
    return picture_of(view, run, look)
