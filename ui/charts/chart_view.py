"""One chart: what is selected above, the drawing, its values at one month below; keys, menu."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.quantities.told.lists import as_sentences
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import announce, describe
from ui.charts.aloud.saying import say_entry
from ui.charts.aloud.told_canvas import told_canvas
from ui.charts.aloud.walk import A_MONTH, A_YEAR, ALL, led_by, step_text, walked
from ui.charts.canvas import Canvas
from ui.charts.contents.hiding import key_of, toggled
from ui.charts.contents.offer import offer_for
from ui.charts.contents.picture import ChartPicture, Curve, is_same
from ui.charts.contents.readout import readout, spoken
from ui.charts.contents.scopes import Areas
from ui.charts.contents.specs import ChartSetting, seen_as
from ui.charts.header import Header
from ui.charts.layout.look import Look
from ui.charts.notes.keys import NoteKeys
from ui.charts.notes.marks import main_curve, notes_on, value_on
from ui.charts.readout_strip import ReadoutStrip
from ui.widgets.fields.drag_keys import DragKeys

COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Held with a key of a command, which is never one of a chart."""
ZOOM_KEYS: Final = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
"""What a key makes of the years that are seen."""
WALK_KEYS: Final = {
    Qt.Key.Key_Left: (-A_MONTH, -A_YEAR),
    Qt.Key.Key_Right: (A_MONTH, A_YEAR),
    Qt.Key.Key_Home: (-ALL, -ALL),
    Qt.Key.Key_End: (ALL, ALL),
}
"""By how many months keys go, and with Ctrl."""
CURVE_KEYS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""Keys that go to another curve, which is told first; past the last one they scroll."""
PAN_KEYS: Final = {
    Qt.Key.Key_Left: (-0.1, 0.0),
    Qt.Key.Key_Right: (0.1, 0.0),
    Qt.Key.Key_Up: (0.0, 0.1),
    Qt.Key.Key_Down: (0.0, -0.1),
}
"""By which parts of what is seen a key with Shift goes to later years and higher values."""
ENTRY_KEYS: Final = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
"""Keys that hide or show what a name of a chart stands for, in their order."""

LEAST_WIDTH: Final = 220
LEAST_HEIGHT: Final = 280
"""Pixels of a chart whose plot and strip are 140 high at least: below that they cannot be read."""


class ChartView(QFrame):
    """Shows one picture; `menu_wanted` carries where on the screen its menu is to open."""

    setting_chosen = Signal(object)
    enlarge_requested = Signal()
    menu_wanted = Signal(QPoint)
    month_hovered = Signal(object)
    month_clicked = Signal(int)
    month_stepped = Signal(int)
    zoomed = Signal()
    view_all_requested = Signal()
    at_hand = Signal()
    events_requested = Signal()
    table_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._look = look
        self._picture: ChartPicture | None = None
        self._frozen = self._is_pinned = self._is_told = False
        self._month_of_year: int | None = None
        self._row = 0
        self.table: QWidget | None = None
        self.menu_place: QPointF | None = None
        self.header = Header(look.words, self)
        self.canvas = Canvas(look, self)
        self.readout = ReadoutStrip(look, self)
        self.readout.let_go.connect(self._on_let_go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 0)
        layout.setSpacing(2)
        layout.addWidget(self.header)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.readout)
        self.canvas.tell_as(self._told_canvas)
        self.header.setting_chosen.connect(self.setting_chosen)
        self.canvas.enlarge_requested.connect(self.enlarge_requested)
        self.canvas.month_hovered.connect(self.month_hovered)
        self.canvas.difference_requested.connect(self._on_difference)
        self.canvas.month_clicked.connect(self.month_clicked)
        self.canvas.events_requested.connect(self.events_requested)
        self.canvas.entry_clicked.connect(self._on_entry_clicked)
        self.canvas.plot.zoomed.connect(self.zoomed)
        keys, box = DragKeys(self), self.canvas.plot.box
        box.taken.connect(keys.hold)
        box.let_go.connect(keys.let_go)
        keys.given_back.connect(box.give_back)
        targets = self.canvas.plot.targets
        targets.taken.connect(keys.hold)
        targets.let_go.connect(keys.let_go)
        keys.given_back.connect(targets.give_back)
        self.header.view_all.clicked.connect(self.view_all_requested)
        self.note_keys = NoteKeys(self, self.canvas.plot.notes)
        self.note_keys.wanted.connect(self.canvas.note_wanted)
        self.note_keys.new_wanted.connect(self._on_note_key)

    @property
    def picture(self) -> ChartPicture | None:
        """What the chart shows."""
        return self._picture

    def show_picture(
        self, picture: ChartPicture, *, reads: bool = True, compares: bool = True
    ) -> None:
        """Show a picture; what only matters at rest is told when the axes are free.

        Unless it `reads`, the read-out is left as it is; unless it `compares`, the effect strip:
        both until they `catch_up`. One that is the same as is told at rest already is not drawn
        again: the run that brings the bands of other charts brings its own anew.
        """
        before, was_told = self._picture, self._is_told
        self._picture, self._is_told = picture, not self._frozen
        if before is not None and was_told and not self._frozen and is_same(before, picture):
            return
        said = picture.setting, picture.axis_words
        if before is None or (before.setting, before.axis_words) != said:
            self.header.show_setting(*said)
        self.canvas.show_picture(picture, compares=compares)
        if reads:
            self.read()
        if not self._frozen:
            self._tell()

    def show_areas(self, areas: Areas) -> None:
        """Know the places that the window is about, to tell an own choice from."""
        self.header.show_areas(areas)
        if self._picture is not None:
            self.header.show_setting(self._picture.setting, self._picture.unit)

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self._look, self._is_told = look, False
        self.canvas.set_look(look)
        self.read()

    @property
    def month(self) -> int | None:
        """The month whose values are told, counted from the first; None where there are none."""
        picture = self._picture
        if picture is None or picture.is_empty:
            return None
        if self.canvas.month is not None:
            return self.canvas.month
        last = picture.months - 1
        return last if self._month_of_year is None else min(last, self._month_of_year)

    def show_month(self, month: int | None, *, pinned: bool = False) -> None:
        """Tell the values of a month; None those of the shown year."""
        self._is_pinned = pinned
        self.canvas.show_month(month, pinned=pinned)
        self.read()

    def show_year(self, month: int) -> None:
        """Take a month, the last of the shown year, as the one that is told while no other is."""
        self._month_of_year = month
        self.canvas.plot.show_year(month)
        self.canvas.viewport().update()
        self.read()

    def catch_up(self) -> None:
        """Tell and compare the values of what is shown."""
        self.canvas.compare()
        self.read()

    def read(self) -> None:
        """Tell the values of the month, to a screen reader at rest alone."""
        picture, month, look = self._picture, self.month, self._look
        if picture is None or month is None:
            self.readout.show_readout(None, look)
            return
        told = led_by(readout(picture, month, look.words, look.numerals), self._row)
        is_pinned = self._is_pinned and self.canvas.month is not None
        self.readout.show_readout(told, look, pinned=is_pinned, moving=self._frozen)
        if not self._frozen:
            if picture.title != self.accessibleName():
                self.setAccessibleName(picture.title)
            wanted = (line.sentence for line in picture.targets)
            notes = (note.text for note in notes_on(picture))
            parts = (f"{picture.title}, {picture.axis_words}", spoken(told), *wanted, *notes)
            describe(self, as_sentences(parts))

    def accessible(self) -> Accessible:
        """Return the chart as it is told: the month and curve at hand, then all there is to it."""
        return Accessible(
            self.accessibleName(),
            Role.Chart,
            value=self.step_text,
            description=self.accessibleDescription(),
            press=self.enlarge_requested.emit,
            show_menu=self._ask_for_menu,
            leads_to=self.table,
        )

    @property
    def step_text(self) -> str:
        """What is said of the month and the curve at hand; empty before there is a picture."""
        told = self.readout.told
        return step_text(told, told.rows[0]) if told is not None and told.rows else ""

    def _told_canvas(self) -> Accessible:
        return told_canvas(self.canvas.plot, self.readout.told, self._look)

    def see_years(self, years: tuple[float, float]) -> None:
        """Show these years, as the charts beside do."""
        self.canvas.plot.see_years(years)
        self.canvas.viewport().update()
        self.header.show_view_all(self.canvas.plot.is_zoomed)

    def view_all(self) -> None:
        """Show all years and values, as before any zoom."""
        self.canvas.plot.view_all()
        self.canvas.viewport().update()
        self.header.show_view_all(False)

    def freeze(self, frozen: bool) -> None:
        """Hold the axes still during a drag, or let them settle."""
        self._frozen, self._is_told = frozen, False
        self.canvas.freeze(frozen)
        if not frozen:
            self.read()
            self._tell()

    def _tell(self) -> None:
        """Tell the remark."""
        picture = self._picture
        self.header.show_view_all(self.canvas.plot.is_zoomed)
        if picture is None or picture.is_empty:
            return
        plot, words = self.canvas.plot, self._look.words
        has_strip = plot.strip.isVisible()
        self.header.show_offer(offer_for(picture, plot.value_per_pixel, words, has_strip=has_strip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & COMMANDING
        if self._walks(event):
            return
        if held:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge_requested.emit()
        elif key in CURVE_KEYS and self._turn(CURVE_KEYS[key]):
            event.accept()
        elif key == Qt.Key.Key_T:
            self.table_wanted.emit()
        elif key == Qt.Key.Key_0:
            self.view_all_requested.emit()
        elif event.key() in ZOOM_KEYS:
            self.canvas.plot.zoom(ZOOM_KEYS[Qt.Key(event.key())])
        elif event.key() in ENTRY_KEYS:
            self._on_entry_number(ENTRY_KEYS.index(event.key()))
        elif event.key() == Qt.Key.Key_Space and self.month is not None:
            self.month_clicked.emit(self.month)
        else:
            super().keyPressEvent(event)

    def _walks(self, event: QKeyEvent) -> bool:
        """Go along the curves, or with Shift to other years and values, where a key says so."""
        key, held = Qt.Key(event.key()), event.modifiers() & COMMANDING
        with_control = held == Qt.KeyboardModifier.ControlModifier
        pans = key in PAN_KEYS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        walks = key in WALK_KEYS and (not held or with_control)
        if pans:
            self._pan(*PAN_KEYS[key])
        elif walks:
            self._step(WALK_KEYS[key][with_control])
        return pans or walks

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the month that keys have chosen; one under the pointer stays."""
        super().focusOutEvent(event)
        self._row = 0
        if not self.canvas.underMouse():
            self.month_hovered.emit(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the month: where the chart comes back, nobody points at it."""
        super().hideEvent(event)
        self.show_month(None)

    def _pan(self, later: float, higher: float) -> None:
        """See later years and higher values, unless the axes are pinned."""
        plot = self.canvas.plot
        if not plot.is_pinned:
            plot.see(*plot.box.beside(later, higher))

    def _step(self, months: int) -> None:
        month, picture = self.month, self._picture
        if month is not None and picture is not None:
            self.month_stepped.emit(walked(month, months, picture.months))
            announce(self, self.step_text)

    def _on_let_go(self) -> None:
        """Let go the month that is pinned, as a click on the plot does."""
        if self.canvas.month is not None:
            self.month_clicked.emit(self.canvas.month)

    def _turn(self, step: int) -> bool:
        """Tell another curve first, in the read-out and to a screen reader.

        Tell whether there is one: else the key scrolls what holds the charts.
        """
        told, row = self.readout.told, self._row + step
        if told is None or not 0 <= row < len(told.rows):
            return False
        self._row = row
        self.read()
        announce(self, self.step_text)
        return True

    def _ask_for_menu(self) -> None:
        """Open the menu of the chart in its middle, where no pointer is."""
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()))

    def _on_note_key(self) -> None:
        self.menu_place = None
        self.want_note()

    def want_note(self) -> None:
        """Want a note where the menu was opened, else about the curve at the month that is told."""
        place, self.menu_place = self.menu_place, None
        plot, month, picture = self.canvas.plot, self.month, self._picture
        if place is not None:
            self.canvas.want_note(plot.pixel_of(place.x(), place.y()))
        elif picture is not None and month is not None:
            time = picture.time_of(month)
            value = value_on(main_curve(picture), time)
            middle = sum(plot.box.values) / 2
            self.canvas.want_note(plot.pixel_of(time, middle if value is None else value))

    def _on_entry_number(self, number: int) -> None:
        entries = self.canvas.plot.entries
        if number < len(entries):
            self._on_entry_clicked(entries[number])

    def _on_entry_clicked(self, entry: Curve) -> None:
        """Hide what an entry of the legend stands for, or show it again."""
        if self._picture is not None:
            setting = self._picture.setting
            chosen = toggled(setting, key_of(entry, setting))
            self.setting_chosen.emit(chosen)
            say_entry(self, entry, chosen)

    def _on_difference(self) -> None:
        if self._picture is not None:
            self.setting_chosen.emit(seen_as(self._picture.setting, view="difference"))

    def with_log(self, log: bool) -> ChartSetting | None:
        """Return what is shown on a logarithmic axis or not, None where there are no levels."""
        picture = self._picture
        if picture is None or not picture.can_be_log:
            return None
        return seen_as(picture.setting, log=log)

    def with_limits(self, pinned: bool) -> ChartSetting | None:
        """Return what is shown with its axes pinned to what is seen, or free."""
        if self._picture is None:
            return None
        box = self.canvas.plot.box
        limits = (*box.years, *box.values) if pinned else None
        return replace(self._picture.setting, limits=limits)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the chart that commands are about."""
        super().focusInEvent(event)
        self.at_hand.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Be the chart at hand, which the commands of the menu are about."""
        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self.canvas.mapFrom(self, event.pos())
        self.menu_place = self.canvas.data_at(place) if is_pointed else None
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_wanted.emit(event.globalPos())
