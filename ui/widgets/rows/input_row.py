"""One input on screen, a lever or an assumption: name, typed values, slider, ends, notes, reset.

Made from a description; it shows a display record and reports what a hand does. It decides nothing
and knows no scenario. A number that is decided has one field beside its name, a range that is drawn
has three in a line of their own. Floor: widgets.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.quantities.shown import with_unit
from planner.quantities.spread import Part
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Role
from ui.accessibility.events import tell_changed
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.spread_slider import SpreadSlider
from ui.widgets.fields.told_number import text_of, told_number
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.label import WrappedLabel, label, set_look
from ui.widgets.rows.note_line import NoteLine
from ui.widgets.rows.path_button import PathButton
from ui.widgets.rows.reset_button import ResetButton
from ui.widgets.rows.row_parts import paint_marks, show_tip
from ui.wording.rows.accessible_names import sentences, state_of_value
from ui.wording.rows.described import Described
from ui.wording.rows.row_display import RowDisplay
from ui.wording.translate import unit_text

GUTTER: Final = 24
EDGE: Final = 6
SPACING: Final = 4
FIELD_WIDTH: Final = 62
LINE: Final = 22
_INNER: Final = 8
_UNDER: Final = 3
"""Pixels between a name on two lines and the fields below it."""
_LOW_WIDTH: Final = 20
_HIGH_WIDTH: Final = 96
_FOCUS: Final = {QEvent.Type.FocusIn, QEvent.Type.FocusOut}


class InputRow(QWidget):
    """A row that edits one number, or the three of a range.

    `moved` gives a part, its value and whether that is final; after some that are not, `settled`
    comes, or `canceled` where what moved is to be given back. `refused` gives a sentence, and an
    empty text once it no longer holds. `menu_wanted` gives the place on the screen where its
    commands are asked for.
    """

    moved = Signal(str, float, bool)
    settled = Signal()
    canceled = Signal()
    reset = Signal()
    refused = Signal(str)
    menu_wanted = Signal(QPoint)
    path_toggled = Signal(str, bool)

    def __init__(self, described: Described, tip: Callable[[], str]) -> None:
        """Make the row of an input; its tip is asked for when shown."""
        super().__init__()
        self.described = described
        self.tip = tip
        self._shown: RowDisplay | None = None
        self.name_label = WrappedLabel(described.name)
        self.reset_button = ResetButton(described.full_name)
        self.fields = {part: _field(described, part) for part in described.parts}
        self.path_button = PathButton(described.full_name, keeps_room=not self._is_range)
        self.slider = self._slider()
        self.note_line = NoteLine()
        self.outcome_line = NoteLine()
        self.refusal_line = NoteLine("refused")
        self.name_label.setBuddy(self.slider)
        if self._is_range:
            self.name_label.setContentsMargins(0, 0, 0, _UNDER)
            self.name_label.setMinimumHeight(LINE)  # as high as with a reset beside it
        self._lay_out()
        self._connect()

    @property
    def field(self) -> NumberField:
        """The field of the number, or of the central one of a range."""
        return self.fields["central"]

    def show_display(self, display: RowDisplay) -> None:
        """Show values and remarks; what has not changed is left alone."""
        if display == self._shown:
            return
        self._shown = display
        self._show_on_slider(display)
        for part, field in self.fields.items():
            field.show_value(display.values.part(part))
            self._tint(field)
        self.reset_button.set_active(display.is_changed)
        kind = "assumption" if self._is_range else "changed"
        set_look(self.name_label, kind if display.is_changed else "")
        self.note_line.show_notes(*display.notes)
        self.path_button.show_path(is_there=display.has_path, is_own=display.has_own_path)
        tell_changed(self.slider)
        self.update()

    def show_outcome(self, text: str) -> None:
        """Show what comes of the input; nothing if empty."""
        self.outcome_line.show_notes((text,))

    def event(self, event: QEvent) -> bool:
        return show_tip(self, event, self.tip) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOCUS:
            self.update()
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        role, palette = QPalette.ColorRole, self.palette()
        ring = palette.color(role.LinkVisited if self._is_range else role.Highlight)
        bar = ring if self._is_range else palette.color(role.WindowText)
        is_changed = self._shown is not None and self._shown.is_changed
        paint_marks(self, ring, bar, is_changed=is_changed)

    @property
    def _is_range(self) -> bool:
        return len(self.fields) > 1

    def _slider(self) -> ValueSlider | SpreadSlider:
        scale = self.described.scale
        made = SpreadSlider(scale) if self._is_range else ValueSlider(scale.steps)
        made.setAccessibleName(self.described.full_name)
        made.tell_as(self._told_slider)
        return made

    def _lay_out(self) -> None:
        is_inner = bool(self.described.element) and not self._is_range
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GUTTER + _INNER * is_inner, 2, EDGE, 1)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        if self._is_range:
            layout.addLayout(_line(*self.fields.values()))
        layout.addLayout(self._track())
        for line in (self.refusal_line, self.note_line, self.outcome_line):
            layout.addWidget(line)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.name_label)
        head.addWidget(self.reset_button)
        head.addStretch(1)
        if not self._is_range:
            head.addWidget(self.field)
        head.addSpacing(SPACING)
        head.addWidget(self.path_button)
        return head

    def _track(self) -> QHBoxLayout:
        """Return the slider between the ends of the soft range, the upper one with the unit."""
        scale = self.described.scale
        low = label(text_of(scale, scale.low), look="muted")
        unit = unit_text(scale.shown_unit)
        high = label(with_unit(text_of(scale, scale.high), unit), look="muted")
        low.setMinimumWidth(_LOW_WIDTH)
        high.setMinimumWidth(_HIGH_WIDTH)
        track = QHBoxLayout()
        track.setSpacing(SPACING)
        track.addWidget(low)
        track.addWidget(self.slider, 1)
        track.addWidget(high)
        return track

    def _connect(self) -> None:
        if isinstance(self.slider, SpreadSlider):
            self.slider.moved.connect(self._on_part_moved)
        else:
            self.slider.moved.connect(self._on_slider_moved)
        self.slider.typed.connect(self._on_key)
        self.slider.settled.connect(self.settled)
        self.slider.canceled.connect(self.canceled)
        for field in self.fields.values():
            field.moved.connect(self._on_typed)
            field.settled.connect(self.settled)
            field.refused.connect(self._on_refused)
        self.reset_button.clicked.connect(self._on_reset)
        self.path_button.toggled.connect(self._on_path_toggled)
        for part in (self.slider, self.path_button, self.reset_button, *self.fields.values()):
            part.installEventFilter(self)

    def _show_on_slider(self, display: RowDisplay) -> None:
        scale = self.described.scale
        if isinstance(self.slider, SpreadSlider):
            self.slider.show_spread(display.values, display.defaults)
        else:
            value, default = display.values.central, display.defaults.central
            self.slider.show_value(scale.position(value), scale.position(default))

    def _tint(self, field: NumberField) -> None:
        is_usual = self.described.scale.is_soft(field.kept)
        is_refused = bool(self.refusal_line.full_text)
        set_look(field, "" if is_usual and not is_refused else "beyond")

    def accessible(self) -> Accessible:
        """Return what holds fields and slider, each of which has the whole name."""
        return Accessible("", Role.Grouping, description=self._state())

    def _told_slider(self) -> Accessible:
        """Return what the slider is told as: of a range, the value of the handle at hand."""
        name, shown = _name_of(self.described, self._part_at_hand), self._shown
        if shown is None:
            return Accessible(name, Role.Slider)
        value = shown.values.part(self._part_at_hand)
        description = sentences((self._state(), self.described.doc))
        return told_number(name, self.described.scale, value, self.slider.take, description)

    def _state(self) -> str:
        """Return whether it is changed, and the notes under it, in full."""
        shown, scale = self._shown, self.described.scale
        if shown is None:
            return ""
        defaults = [text_of(scale, shown.defaults.part(part)) for part in self.fields]
        default = with_unit(" / ".join(defaults), unit_text(scale.shown_unit))
        state = state_of_value(default, is_changed=shown.is_changed)
        return sentences((state, self.note_line.full_text))

    @property
    def _part_at_hand(self) -> Part:
        return self.slider.active if isinstance(self.slider, SpreadSlider) else "central"

    def _on_part_moved(self, part: Part, value: float) -> None:
        self.moved.emit(part, value, False)

    def _on_slider_moved(self, position: int) -> None:
        scale = self.described.scale
        default = self._shown.defaults.central if self._shown else scale.low
        self.moved.emit("central", scale.value_at(position, default), False)

    def _on_key(self, event: QKeyEvent) -> None:
        """Let a number be typed that was begun while the slider has the focus."""
        self.fields[self._part_at_hand].take_key(event)

    def _on_typed(self, value: float, final: bool) -> None:
        part = next(part for part, field in self.fields.items() if field is self.sender())
        self.moved.emit(part, value, final)

    def _on_refused(self, sentence: str) -> None:
        self.refusal_line.show_notes((sentence,))
        field = self.sender()
        if isinstance(field, NumberField):
            self._tint(field)
        self.refused.emit(sentence)

    def _on_path_toggled(self, is_down: bool) -> None:
        self.path_toggled.emit(self.described.address, is_down)

    def _on_reset(self) -> None:
        self.reset.emit()


def _field(described: Described, part: Part) -> NumberField:
    """Return the field of one part, named by it where there are several."""
    field = NumberField(described.scale, _name_of(described, part))
    field.setAccessibleDescription(described.doc)
    field.setFixedHeight(LINE)
    field.hold_width(FIELD_WIDTH)
    return field


def _name_of(described: Described, part: Part) -> str:
    if len(described.parts) == 1:
        return described.full_name
    names = {
        "low": translate("InputRow", "{name}, low"),
        "central": translate("InputRow", "{name}, central"),
        "high": translate("InputRow", "{name}, high"),
    }
    return names[part].format(name=described.full_name)


def _line(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets in a line, at its beginning."""
    made = QHBoxLayout()
    made.setSpacing(SPACING)
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made
