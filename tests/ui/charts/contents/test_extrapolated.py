"""What charts say beside their curves: which years are extrapolated, where a shortage begins."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from planner.studies.events import Event
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.layout.look import Look
from ui.charts.plot.chart_plot import ChartPlot
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT

ENDS = Event(2031.0, "vouchers_end")
STARTS, STOPS = Event(2025.25, "plan_starts"), Event(2028.25, "plan_ends")

Plotted = Callable[..., ChartPlot]


@pytest.fixture
def plotted(qapp, baseline, doubled) -> Plotted:
    """Lay out a chart in a size."""

    def made(chart, size=(400.0, 300.0), happens=()):
        plot = ChartPlot(Look())
        shown = ShownRun(doubled, baseline, events=happens)
        plot.show_picture(chart_picture(default_setting(chart), shown))
        plot.resize_to(size)
        return plot

    return made


def _labels(plot):
    return [mark.label for mark, *_, start in plot.lane.labels() if start is not None]


def test_that_extrapolated_years_are_named_at_the_right_over_themselves(plotted):
    plot = plotted("enterprises", (700.0, 300.0))
    note = plot.lane.note
    assert note.text == "after 2030: extrapolated"
    assert note.left >= plot.box.pixel_of(2031.0, 0.0).x()
    assert plot.lane.size().height() > 10


def test_that_a_label_of_an_event_gives_way_but_is_never_dropped_for_it(plotted):
    plot = plotted("enterprises", (700.0, 300.0), (ENDS,))
    ((_, x, _, start),) = plot.lane.labels()
    assert start < x < plot.lane.note.left
    for width in range(240, 700, 20):
        plot = plotted("compute_supply", (float(width), 300.0), (STARTS, STOPS))
        assert len(_labels(plot)) == 2, width
        note = plot.lane.note
        for mark, x, row, start in plot.lane.labels():
            if note is None or row:
                continue
            end = start + plot.look.metrics.horizontalAdvance(mark.label)
            assert max(x, end) < note.left, (width, mark)


def test_that_it_is_shorter_and_then_left_out_where_there_is_no_room(plotted):
    plots = [plotted("enterprises", (float(width), 300.0)) for width in range(700, 100, -20)]
    said = [plot.lane.note and plot.lane.note.text for plot in plots]
    assert list(dict.fromkeys(said)) == ["after 2030: extrapolated", "extrapolated", None]


def test_that_nothing_is_extrapolated_where_earlier_years_alone_are_seen(plotted):
    plot = plotted("enterprises", (700.0, 300.0))
    plot.see_years((2026.0, 2030.0))
    plot.settle()
    assert plot.lane.note is None


def test_that_a_shortage_has_a_line_where_as_much_is_wanted_as_is_on_offer(baseline):
    shown = ShownRun(baseline, baseline)
    for setting, line in (
        (ChartSetting("chip_shortage"), 1.0),
        (ChartSetting("chip_shortage", view="difference"), None),
        (default_setting("enterprises"), None),
    ):
        assert chart_picture(setting, shown).line_at == line


@pytest.mark.parametrize("is_log", [False, True])
def test_that_the_line_is_drawn_at_its_value(qapp, plotted, is_log):
    plot = plotted("chip_shortage", (400.0, 300.0))
    plot.values.show_log(is_log)
    plot.values.setRange(*((-1.0, 1.0) if is_log else (0.0, 2.5)))
    size = plot.values.size()
    image = QImage(700, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(LIGHT.panel))
    _draw(plot, image)
    y = round((0.5 if is_log else 0.6) * size.height())
    place = int(size.width() + plot.values.depth / 2)
    found = [row for row in range(y - 3, y + 4) if _is(image, place, row)]
    assert found == [y]


def _draw(plot, image):
    painter = QPainter(image)
    plot.values.draw(painter)
    painter.end()


def _is(image, x, y):
    return image.pixelColor(x, y) == QColor(LIGHT.muted)


def test_that_a_sheet_says_it_too(qapp, baseline, doubled):
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline))
    printed = PrintedChart(picture, Look(scale=2.0), (1600.0, 900.0))
    note = printed.plot.lane.note
    assert note is not None
    assert note.text == "after 2030: extrapolated"
    printed.close()
