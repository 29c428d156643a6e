"""The middle of the window: year and view, key figures, charts, and the table under them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ensemble.projection import VIEWS, Request, View
from planner.model.scenario import FIRST_YEAR
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.cards import Card, elements_of
from ui.accessibility.accessible import Accessible
from ui.accessibility.events import tell_changed
from ui.charts.at_hand import has_focus, number_at_hand
from ui.charts.contents.scopes import Areas
from ui.charts.contents.specs import ChartSetting
from ui.charts.grid import ChartGrid
from ui.charts.room import Arrangement
from ui.charts.second_window import SecondWindow
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme, readable
from ui.views.area_choice import AreaChoice
from ui.views.area_switch import AreaSwitch
from ui.views.cards.answer import AnswerLines
from ui.views.cards.row import KpiRow
from ui.views.center.chart_place import ChartPlace
from ui.views.center.chart_table import ChartTable
from ui.views.center.display import CenterDisplay, CenterInputs, center_display
from ui.views.center.table_room import TableRoom
from ui.views.center.told_year import told_year
from ui.views.center.wanted import Wanted, chart_requests
from ui.views.compare.panel import ComparePanel
from ui.views.cover import Cover
from ui.views.dialogs.event_list import EventList
from ui.views.first.place import FirstPlace
from ui.views.tool_head import ToolHead, view_texts
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.label import label
from ui.widgets.segmented import Segmented
from ui.wording.key_figures import december

_LOW_BELOW: Final = 700
"""Pixels of the middle, without menus and bars, below which its cards are low."""


class Center(QWidget):
    """Everything that shows a run."""

    wants_changed = Signal()
    year_chosen = Signal(int)
    table_shown = Signal(bool)
    theme_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kpis = KpiRow()
        self.charts = ChartGrid(theme)
        self.place = ChartPlace(self.charts)
        self.compare = ComparePanel(theme)
        self.compare.hide()
        self.views = Segmented(view_texts(), translate("Center", "View"))
        self.year_slider = ValueSlider(1, has_baseline=False)
        self.year_label = label("", look="title")
        self._inputs = CenterInputs()
        self._display = CenterDisplay()
        self._events: EventList | None = None
        self.areas = AreaChoice(self)
        self.places = AreaSwitch(self.areas)
        self.answer = AnswerLines(self.areas)
        self.others = self.answer.others
        self.head = ToolHead(self.places, self.year_slider, self.year_label, self.views)
        self.second: SecondWindow | None = None
        self._offered: list[QAction] = []
        self._lay_out()
        self.chart_table = ChartTable(self, self.charts, self.compare)
        self.cover.changed.connect(self._on_covered)
        self.place.changed.connect(self._on_covered)
        self.place.back_wanted.connect(self.see_charts)
        for follower in (self.charts, self.answer):
            self.year_chosen.connect(follower.show_year)
        self._show(self._inputs)
        self.year_slider.moved.connect(self._on_year_moved)
        self.year_slider.tell_as(self._told_year)
        self.views.chosen.connect(self._on_view_chosen)
        self.charts.settings_changed.connect(self._on_settings_changed)
        self.areas.changed.connect(self._on_areas_changed)
        self.charts.events_requested.connect(self.show_events)
        self.kpis.changed.connect(self._on_cards_changed)
        self.kpis.opened.connect(self.show_card)
        self.compare.wants_changed.connect(self.wants_changed)
        self.compare.chart_wanted.connect(self.show_chart)

    def requests(self) -> tuple[Request, ...]:
        """Return every series that is on screen."""
        return self._wanted().all()

    def seen(self) -> tuple[Request, ...]:
        """Return the series whose futures are on screen: cards, levers, charts, the table."""
        return self._wanted().seen()

    def yearly(self) -> frozenset[Request]:
        """Return those seen in Decembers alone: what no chart on screen draws month by month."""
        return self._wanted().yearly()

    def december(self) -> int | None:
        """Return the month that is told of those seen yearly; None where several are."""
        shows_years = self.shows_table and self.compare.choice.by_year
        is_one = not shows_years and not self._inputs.has_years_beside(self.year)
        return december(self.year) if is_one else None

    def _wanted(self) -> Wanted:
        """Return the parts that want series: a drag pays for no table that is not to be seen."""
        return Wanted(
            self._inputs.requests,
            self.charts.settings,
            self._visible_settings(),
            self.answer,
            self.cover,
            self.compare if self.shows_table else None,
        )

    def _visible_settings(self) -> tuple[ChartSetting, ...]:
        own = self.charts.visible_settings if self._has_charts else ()
        return (*own, *self._settings_beside())

    @property
    def _has_charts(self) -> bool:
        """Whether charts are to be seen: nothing covers them, and they have room."""
        return not self.cover.is_on and self.place.has_charts

    def _settings_beside(self) -> tuple[ChartSetting, ...]:
        """Return what is selected in the second window, where it is open."""
        is_open = self.second is not None and self.second.isVisible()
        return self.second.visible_settings if self.second is not None and is_open else ()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Take the commands, whose keys a second window answers to as well."""
        self._offered = list(actions)

    def open_second(self) -> None:
        """Show four more charts in a window of their own."""
        if self.second is None:
            self.second = SecondWindow(self.charts)
            self.second.addActions(self._offered)
            self.second.settings_changed.connect(self.wants_changed)
            self.second.seen.connect(self.wants_changed)
            self.second.show_year(self.year)
            self.year_chosen.connect(self.second.show_year)
        self.second.show()
        self.second.raise_()

    def chart_requests(self) -> tuple[Request, ...]:
        """Return the series of all charts, an enlarged one's neighbors included."""
        return chart_requests(self.charts.settings)

    def show_waiting(self) -> None:
        """Let cards tell nothing: what they told was of another scenario than the one on screen."""
        self._show(replace(self._inputs, run=None))
        self.answer.show_run(None)

    def show_run(self, run: ShownRun) -> None:
        """Show a run beside its baseline, and the other scenarios."""
        self._show(replace(self._inputs, run=run))
        self.answer.show_run(run)
        self._color_cards(run)
        if self._has_charts:
            self.charts.show_run(run)
        if self._events is not None and self._events.isVisible() and run.is_whole:
            self._events.show_run(run)
        if self.shows_table:
            self.compare.show_run(run, self._wanted().compared())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.charts.set_theme(theme)
        self.compare.set_theme(theme)
        if self._inputs.run is not None:
            self._color_cards(self._inputs.run)
        self.theme_changed.emit(theme)

    def _color_cards(self, run: ShownRun) -> None:
        theme = self.charts.theme
        self.kpis.show_color(readable(theme.data[run.own % len(theme.data)], theme))

    @property
    def wished_year(self) -> int:
        """The year the key figures are wished for, also where what is shown ends before it."""
        return self._inputs.wished_year

    @property
    def year(self) -> int:
        """The year of the key figures: the one wished for, as far as what is shown goes."""
        return self._display.year

    def choose_year(self, year: int) -> None:
        """Wish for the key figures at the end of another year."""
        self._show(replace(self._inputs, wished_year=year))

    def _show(self, inputs: CenterInputs) -> None:
        """Put on screen what differs under these inputs."""
        self._inputs = inputs
        before, display = self._display, center_display(inputs, numerals())
        self._display = display
        self.kpis.show_displays(display.cards)
        if display.last_year != before.last_year:
            self._show_horizon(display.last_year)
        if (display.year, display.last_year) != (before.year, before.last_year):
            self._show_year(display.year)

    def _show_horizon(self, last_year: int) -> None:
        """Offer the years up to the last one."""
        self.year_slider.blockSignals(True)
        self.year_slider.setRange(0, max(1, last_year - FIRST_YEAR))
        self.year_slider.blockSignals(False)
        self.kpis.years = range(FIRST_YEAR, last_year + 1)

    def _show_year(self, year: int) -> None:
        self.year_slider.show_value(year - FIRST_YEAR, 0)
        text = translate("Center", "December {year}").format(year=year)
        self.year_label.setText(text)
        tell_changed(self.year_slider)
        self.compare.show_year(year)
        self.year_chosen.emit(year)

    def choose_view(self, view: View) -> None:
        """Draw all charts in another view."""
        self.views.choose(view)
        self.charts.set_view(view)

    def show_chart(self, key: str) -> None:
        """Show another chart in the first place, or in that of an enlarged one."""
        self.see_charts()
        self.charts.show_chart(self.charts.enlarged or 0, key)

    def show_card(self, card: Card) -> None:
        """Show the chart of a card, in the place of one whose outcome has no card of its own."""
        self.see_charts()
        told = [each.outcome for each in self.kpis.rows]
        self.charts.show_outcome((card.outcome, elements_of(card, self.areas.chosen)), told)

    @property
    def grid_at_hand(self) -> ChartGrid:
        """The charts of the window with the focus: of the second one, else of this."""
        second = self.second
        return second if second is not None and has_focus(second) else self.charts

    def chart_at_hand(self) -> int:
        """Return the number of the chart that is enlarged or has the focus, else the first.

        Charts of the second window are counted on behind those of this one.
        """
        grid = self.grid_at_hand
        return number_at_hand(grid) + (0 if grid is self.charts else len(self.charts.settings))

    @property
    def all_settings(self) -> tuple[ChartSetting, ...]:
        """What each chart shows, those of a second window behind those of this one."""
        beside = () if self.second is None else self.second.settings
        return (*self.charts.settings, *beside)

    @property
    def setting_at_hand(self) -> ChartSetting:
        """What the chart at hand shows."""
        return self.all_settings[self.chart_at_hand()]

    def enlarge(self, enlarged: bool) -> None:
        """Show the chart at hand alone, or all charts."""
        grid = self.grid_at_hand
        grid.enlarge(number_at_hand(grid) if enlarged else None)

    def view_all(self) -> None:
        """Show all years and values in every chart, as before any zoom."""
        self.charts.view_all()

    def reset_charts(self) -> None:
        """Show the usual charts as at a first start, without zoom, pins or hidden curves."""
        self.charts.reset()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show four charts, three in a row, or the chart at hand alone."""
        grid = self.grid_at_hand
        grid.arrange(arrangement, number_at_hand(grid))

    def show_events(self) -> None:
        """List all events of the scenario with their dates, beside what is going on."""
        if self._events is None:
            self._events = EventList(self)
        self._events.bring_up(self._inputs.run)

    def show_strips(self, shown: bool) -> None:
        """Show the effects of levers under the charts, or leave them out."""
        self.charts.show_strips(shown)

    def show_log(self, log: bool) -> None:
        """Count in powers of ten in the chart at hand, or in values."""
        grid = self.grid_at_hand
        number = number_at_hand(grid)
        grid.choose(number, grid.views[number].with_log(log))

    def pin_limits(self, pinned: bool) -> None:
        """Keep the limits of the axes of the chart at hand as they are seen, or free them."""
        grid = self.grid_at_hand
        number = number_at_hand(grid)
        grid.choose(number, grid.views[number].with_limits(pinned))

    @property
    def shows_table(self) -> bool:
        """Whether the table is to be seen, be the window itself seen or not."""
        return not self.compare.isHidden()

    def show_table(self, shown: bool) -> None:
        """Show or hide the comparison."""
        self.compare.setVisible(shown)
        self.place.set_beside(shown)
        self._fit_cards()
        self.splitter.share()
        if shown and self._inputs.run is not None:
            self.compare.show_run(self._inputs.run, self._wanted().compared())
        self.table_shown.emit(shown)
        self.wants_changed.emit()

    def see_charts(self) -> None:
        """Close the table where it leaves charts no room."""
        if not self.place.has_charts:
            self.show_table(False)

    def copy_table(self) -> None:
        """Copy the table, to be pasted into a spreadsheet; it is shown for that."""
        self.show_table(True)
        self.compare.copy_when_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.place.frame.wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cards low before the charts have to be."""
        self._fit_cards()
        super().resizeEvent(event)

    def _on_covered(self) -> None:
        """Show as much as there is room for now, and want what is seen."""
        self._fit_cards()
        if self._inputs.run is not None:
            self.show_run(self._inputs.run)
        self.wants_changed.emit()

    def _fit_cards(self) -> None:
        """Make the cards low where there is little room for charts, or something beside them."""
        has_other = self.shows_table or self.cover.is_on
        is_low = has_other or self.height() < _LOW_BELOW
        self.kpis.set_low(is_low)
        self.answer.set_low(is_low)
        self.first.questions.set_low(is_low)

    def _lay_out(self) -> None:
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.kpis)
        layout.addWidget(self.answer)
        layout.addWidget(self.place, 1)
        self.first = FirstPlace(layout, (self.kpis, self.answer))
        self.cover = Cover(layout, self.place, self)
        self.splitter = TableRoom(top, self.place, self.compare)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _told_year(self) -> Accessible:
        return told_year(self.year, self._display.last_year, self.choose_year)

    def _on_year_moved(self, position: int) -> None:
        self.choose_year(FIRST_YEAR + position)

    def _on_view_chosen(self, key: str) -> None:
        for view in VIEWS:
            if view == key:
                self.charts.set_view(view)

    def _on_areas_changed(self, areas: Areas) -> None:
        self._show(replace(self._inputs, areas=areas))
        self.charts.set_areas(areas)
        self.wants_changed.emit()

    def _on_cards_changed(self) -> None:
        self._show(replace(self._inputs, cards=self.kpis.rows))
        self.answer.show_cards(self.kpis.rows)
        self.wants_changed.emit()

    def _on_settings_changed(self) -> None:
        self.views.choose(self.charts.view)
        self.wants_changed.emit()
