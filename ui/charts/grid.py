"""The charts of a window: what each shows, of which run, and the month that all tell of.

Where they stand is `room`. Floor: charts.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ensemble.projection import View
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.numerals import numerals
from ui.charts.aloud.saying import say_pin
from ui.charts.chart_view import ChartView
from ui.charts.contents.scopes import Areas, chart_in, following, moved_on
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_settings, seen_as, spec_of
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.charts.placing import Asked, placed
from ui.charts.room import Arrangement, Room
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT, Theme

REST_MS = 100
"""How long a hand rests before every chart tells its values; while it moves, each takes its turn.

Nobody reads numbers that change with every frame, and telling all of them costs half a frame.
"""
STRIPS_EVERY = 2
"""Frames of a moving hand at which an effect strip follows, half of them at a time."""


class ChartGrid(QWidget):
    """The charts of the window.

    All charts tell the values of one month: a pinned one, else that of the pointer or the keys,
    else the last of the shown year.

    `settings_changed` tells that a chart, an element, the view or the enlarged chart changed, so
    that other series may be wanted. `menu_wanted` carries where on the screen the menu of the
    chart with the focus is to open. `target_moved` carries what a hand does to a target,
    `target_wanted` the target that is to be edited; `note_moved` and `note_wanted` are of notes.
    """

    settings_changed = Signal()
    menu_wanted = Signal(QPoint)
    at_hand_changed = Signal()
    years_chosen = Signal(object)
    events_requested = Signal()
    rows_changed = Signal()
    view_all_requested = Signal()
    target_moved = Signal(object)
    target_wanted = Signal(object)
    note_moved = Signal(object)
    note_wanted = Signal(object)

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(theme, wording(), numerals())
        self._usual = default_settings()
        self._settings = list(self._usual)
        self._run: ShownRun | None = None
        self._areas: Areas = ()
        self._frozen = False
        self._followers: list[ChartGrid] = []
        self._pinned: int | None = None
        self._turn = 0
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self._catch_up)
        self.views = [ChartView(self._look, self) for _ in self._settings]
        self._room = Room(self, self.views)
        self._connect()
        self._share_room()
        self._name()

    @property
    def settings(self) -> tuple[ChartSetting, ...]:
        """The setting of each chart, row by row."""
        return tuple(self._settings)

    @property
    def view(self) -> View:
        """The view all charts are in."""
        return self._settings[0].view

    @property
    def enlarged(self) -> int | None:
        """The number of the enlarged chart, None when all are shown."""
        return self._room.enlarged

    @property
    def theme(self) -> Theme:
        """The theme the charts are drawn in."""
        return self._look.theme

    def set_settings(self, settings: Sequence[ChartSetting]) -> None:
        """Select charts, as many as there are."""
        if tuple(settings) != self.settings:
            self._settings = list(settings)
            self._share_room()
            self._room.take_effect()
            self._refresh()
            if self._pinned is not None:
                self._show_month(self._pinned)
            self.settings_changed.emit()

    def show_chart(self, index: int, key: str) -> None:
        """Show another chart in one place, of the places that the window is about."""
        self.choose(index, chart_in(self._settings[index], key, self._areas))

    def set_view(self, view: View) -> None:
        """Select the view of all charts."""
        for grid in self._followers:
            grid.set_view(view)
        self.set_settings([seen_as(setting, view=view) for setting in self._settings])

    @property
    def areas(self) -> Areas:
        """The places that charts show unless one was chosen for them alone; none for all."""
        return self._areas

    def set_areas(self, areas: Areas) -> None:
        """Show these places in every chart that shows those of before."""
        before, self._areas = self._areas, areas
        for grid in self._followers:
            grid.set_areas(areas)
        for chart in self.views:
            chart.show_areas(areas)
        self.set_settings([moved_on(setting, before, areas) for setting in self._settings])

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme, in the words and numbers of the window."""
        self._look = Look(theme, wording(), numerals())
        for chart in self.views:
            chart.set_look(self._look)
        self._refresh()
        for grid in self._followers:
            grid.set_theme(theme)

    def show_run(self, run: ShownRun) -> None:
        """Draw a run in every chart that is visible."""
        self._run = run
        self._refresh()
        for grid in self._followers:
            grid.show_run(run)

    def show_year(self, year: int) -> None:
        """Tell the values of a year's last month while no other month is chosen."""
        for chart in self.views:
            chart.show_year((year - FIRST_YEAR + 1) * MONTHS_PER_YEAR - 1)

    @property
    def pinned(self) -> int | None:
        """The month that is told until it is let go, counted from the first."""
        return self._pinned

    def pin(self, month: int | None) -> None:
        """Tell of a month until it is let go by None."""
        self._pinned = month
        self._show_month(month)

    def freeze(self, frozen: bool) -> None:
        """Hold all axes still during a drag, or let them settle; those held stay as they are."""
        for grid in self._followers:
            grid.freeze(frozen)
        if frozen and self._frozen:
            return
        self._frozen = frozen
        for chart in self.views:
            chart.freeze(frozen)
        if not frozen:
            self._room.align()

    @property
    def arrangement(self) -> Arrangement:
        """How charts stand: one alone is the enlarged one."""
        return self._room.arrangement

    def arrange(self, arrangement: Arrangement, at_hand: int = 0) -> None:
        """Show four charts, the first three, or the one at hand."""
        if arrangement == "1 x 1":
            self.enlarge(at_hand)
            return
        self._room.arrange(arrangement)
        self._show_alone(None)

    @property
    def rows(self) -> int:
        """How many rows of charts there are to be seen."""
        return self._room.rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put charts one under the other where they would get too narrow."""
        super().resizeEvent(event)
        if self._room.wrap():
            self._share_room()
            self._room.align()

    @property
    def visible_settings(self) -> tuple[ChartSetting, ...]:
        """What is selected in the charts that are to be seen."""
        return tuple(self._settings[index] for index in self._room.visible)

    @property
    def has_strips(self) -> bool:
        """Whether each chart of levels has a strip with the difference from the baseline."""
        return self._settings[0].has_strip

    def show_strips(self, shown: bool) -> None:
        """Show or hide the strips, in the charts that follow as well."""
        for grid in self._followers:
            grid.show_strips(shown)
        self.set_settings([replace(each, has_strip=shown) for each in self._settings])

    def follow(self, other: "ChartGrid") -> None:
        """Let another grid show the run, view, theme and years of this one, and this one its years.

        What the other tells of its menu, its focus and its events is told by this one, too.
        """
        self._followers.append(other)
        other.years_chosen.connect(self.see_years)
        other.menu_wanted.connect(self.menu_wanted)
        other.at_hand_changed.connect(self.at_hand_changed)
        other.events_requested.connect(self.events_requested)
        other.view_all_requested.connect(self.view_all)
        other.target_moved.connect(self.target_moved)
        other.target_wanted.connect(self.target_wanted)
        other.note_moved.connect(self.note_moved)
        other.note_wanted.connect(self.note_wanted)
        other.set_areas(self._areas)
        self.years_chosen.connect(other.see_years)
        if self._run is not None:
            other.show_run(self._run)

    def see_years(self, years: tuple[float, float]) -> None:
        """Show these years in every chart that is not pinned."""
        for chart in self.views:
            chart.see_years(years)

    def choose(self, index: int, setting: ChartSetting | None) -> None:
        """Show another setting in one place; None for what a chart cannot do."""
        if setting is not None:
            self.set_settings([*self.settings[:index], setting, *self.settings[index + 1 :]])

    def show_outcome(self, asked: Asked, beside: Collection[str] = ()) -> None:
        """Show an outcome in the chart that `placed` finds for it, and give that the focus."""
        found = placed(self._settings, self._room.visible, asked, beside)
        self.choose(found.number, found.setting)
        self.views[found.number].setFocus(Qt.FocusReason.OtherFocusReason)

    def view_all(self) -> None:
        """Show all years and values in every chart, as before any zoom."""
        for chart in self.views:
            chart.view_all()
        self._room.align()
        for grid in self._followers:
            grid.view_all()

    def reset(self) -> None:
        """Show the usual charts as at a first start, but for the view."""
        usual = (following(setting, self._areas) for setting in self._usual)
        self.set_settings([seen_as(setting, view=self.view) for setting in usual])
        self.arrange("2 x 2")
        self.view_all()
        for grid in self._followers:
            grid.reset()

    def enlarge(self, index: int | None) -> None:
        """Show one chart alone, or all again."""
        if index == self.enlarged:
            return
        self._show_alone(index)

    def _show_alone(self, index: int | None) -> None:
        self._room.enlarged = index
        self.pin(None)
        self._share_room()
        self._refresh()
        self.settings_changed.emit()

    def _refresh(self) -> None:
        if self._run is None:
            self._name()
            return
        visible = self._room.visible
        self._turn += 1
        for number, index in enumerate(visible, self._turn):
            picture = chart_picture(self._settings[index], self._run, self._look.words)
            reads = not self._frozen or number % len(visible) == 0
            compares = not self._frozen or number % STRIPS_EVERY == 0
            self.views[index].show_picture(picture, reads=reads, compares=compares)
        if self._frozen:
            self._rested.start()
        else:
            self._room.align()

    def _name(self) -> None:
        """Say before the first run what each chart is going to show."""
        for chart, setting in zip(self.views, self._settings, strict=True):
            unit = self._look.words.unit(spec_of(setting).unit, setting.view)
            chart.header.show_setting(setting, unit)

    def _catch_up(self) -> None:
        """Tell and compare in every chart the values of what it shows."""
        for index in self._room.visible:
            self.views[index].catch_up()

    def _share_room(self) -> None:
        """Give each visible chart its part, and tell that there may be other rows."""
        self._room.share(self._settings)
        self.rows_changed.emit()

    def make_rows_alike(self, alike: bool) -> None:
        """Give all rows one height, or more to one that has more to tell."""
        self._room.make_rows_alike(alike, self._settings)

    def _connect(self) -> None:
        for chart in self.views:
            chart.setting_chosen.connect(self._on_setting_chosen)
            chart.enlarge_requested.connect(self._on_enlarge_requested)
            chart.menu_wanted.connect(self.menu_wanted)
            chart.month_hovered.connect(self._on_month_hovered)
            chart.month_clicked.connect(self._on_month_clicked)
            chart.events_requested.connect(self.events_requested)
            chart.month_stepped.connect(self._on_month_stepped)
            chart.zoomed.connect(self._on_zoomed)
            chart.at_hand.connect(self.at_hand_changed)
            chart.view_all_requested.connect(self._on_view_all_requested)
            chart.canvas.resized.connect(self._room.align)
            chart.canvas.plot.targets.moved.connect(self.target_moved)
            chart.canvas.target_wanted.connect(self.target_wanted)
            chart.canvas.plot.notes.moved.connect(self.note_moved)
            chart.canvas.note_wanted.connect(self.note_wanted)

    def _index(self) -> int:
        return self.views.index(self.sender())  # type: ignore[arg-type]

    def _on_setting_chosen(self, setting: ChartSetting) -> None:
        index = self._index()
        settings = [seen_as(old, view=setting.view) for old in self._settings]
        settings[index] = setting
        self.set_settings(settings)

    def _on_zoomed(self) -> None:
        """Let all charts show the years of the one that was zoomed."""
        years = self.views[self._index()].canvas.plot.box.years
        self.see_years(years)
        self._room.align()
        self.years_chosen.emit(years)

    def _on_view_all_requested(self) -> None:
        """Go back here, and in the window that shows the same years."""
        self.view_all()
        self.view_all_requested.emit()

    def _on_enlarge_requested(self) -> None:
        self.enlarge(self._index() if self.enlarged is None else None)

    def _on_month_hovered(self, month: int | None) -> None:
        if self._pinned is None:
            self._show_month(month)

    def _on_month_clicked(self, month: int) -> None:
        """Pin a month, or let go the one that is pinned."""
        self._pin_aloud(month if self._pinned is None else None)
        self._show_month(month)

    def _pin_aloud(self, month: int | None) -> None:
        """Pin a month, or let it go by None, and say so."""
        self.pin(month)
        told = self.views[self._room.visible[0]].readout.told
        say_pin(self, told, pinned=month is not None)

    def _on_month_stepped(self, month: int) -> None:
        """Go to a month by keys; a pin goes along."""
        if self._pinned is not None:
            self._pinned = month
        self._show_month(month)

    def _show_month(self, month: int | None) -> None:
        for chart in self.views:
            chart.show_month(month, pinned=self._pinned is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pinned is not None:
            self._pin_aloud(None)
        elif event.key() == Qt.Key.Key_Escape and self.enlarged is not None:
            self.enlarge(None)
        else:
            super().keyPressEvent(event)
