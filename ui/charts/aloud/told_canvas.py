"""What a chart draws, as a screen reader goes through it: curves, targets, limits, events, figures.

Whatever an item of the plot paints is a part here, in its words. Floor: charts.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QGraphicsItem

from planner.quantities.told.lists import clauses, in_turn
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Part, Role
from ui.charts.aloud.walk import name_in
from ui.charts.contents.limits import LimitRow, run_text
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.readout import Readout
from ui.charts.layout.look import Look
from ui.charts.plot.chart_plot import ChartPlot
from ui.charts.published.point_text import point_text


def told_canvas(plot: ChartPlot, told: Readout | None, look: Look) -> Accessible:
    """Return the drawing of a chart with what it shows at the month that is told."""
    picture = plot.picture
    if picture is None or told is None:
        return Accessible(translate("Chart", "Drawing, still empty"), Role.Graphic)
    name = translate("Chart", "Drawing of “{chart}”").format(chart=picture.title)
    return Accessible(name, Role.Graphic, value=told.month, parts=tuple(_parts(plot, told, look)))


def _parts(plot: ChartPlot, told: Readout, look: Look) -> Iterator[Part]:
    picture, area = plot.picture, plot.area.toRect()
    if picture is None:
        return
    yield from _curves(told, area)
    yield from _effect(picture, told, _place(plot, plot.strip))
    yield from (Part(line.sentence, place=area) for line in picture.targets)
    yield from _notes(plot, look)
    yield from _limits(picture.limits or (), _place(plot, plot.limits))
    lane = _place(plot, plot.lane)
    yield from (Part(mark.label, place=lane) for mark in picture.events)
    for point in picture.points:
        lines = point_text(point, picture, look.words, look.numerals).splitlines()
        yield Part(lines[0], in_turn(lines[1:]), area)


def _place(plot: ChartPlot, item: QGraphicsItem) -> QRect:
    """Return where a part of a chart lies; all of the plot where it is not to be seen."""
    if not item.isVisible():
        return plot.area.toRect()
    place: QRectF = plot.mapRectFromItem(item, item.boundingRect())
    return place.toAlignedRect()


def _curves(told: Readout, area: QRect) -> Iterator[Part]:
    for row in told.rows:
        text = translate("Chart", "{value}, 80%: {range}") if row.span else "{value}"
        yield Part(name_in(row), text.format(value=row.value, range=row.span), area)


def _effect(picture: ChartPicture, told: Readout, area: QRect) -> Iterator[Part]:
    """Yield the strip under the plot: by how much each scenario differs at the month."""
    changes = [f"{name_in(row)} {row.change}" for row in told.rows if row.change]
    if picture.effect and changes:
        yield Part(picture.effect_name, clauses(changes), area)


def _notes(plot: ChartPlot, look: Look) -> Iterator[Part]:
    """Yield each note with what it is about."""
    corner = plot.area.topLeft()
    for each in plot.notes.notes:
        date = each.mark.note.date
        about = "" if date is None else look.words.month(date)
        name = translate("Chart", "Note: {text}").format(text=each.mark.note.text)
        yield Part(name, about, each.box.translated(corner).toAlignedRect())


def _limits(rows: tuple[LimitRow, ...], area: QRect) -> Iterator[Part]:
    """Yield the years in a row in which one thing limits compute."""
    text = translate("Chart", "{segment}, {first} to {last}")
    for row in rows:
        for run in row.runs:
            years = {"first": run[0].year, "last": run[-1].year}
            yield Part(text.format(segment=row.name, **years), run_text(run), area)
