"""What is asked of money on a card: amounts, years, and what it may go to. Floor: views.

It tells what stands in its fields, and that something else does; it runs nothing.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import KINDS, Instrument, Kind, instruments_of
from planner.studies.spending.spent import USUAL_YEARS, Years
from ui.accessibility.tips import set_tip_with_terms
from ui.widgets.elided_button import ElidedButton
from ui.widgets.fields.number_field import NumberField
from ui.widgets.label import label
from ui.widgets.menus.staying_menu import StayingMenu
from ui.wording.figures.units import form_of
from ui.wording.scale import Scale, scale_of_years
from ui.wording.translate import unit_text

A_YEAR: Final = "M CNY/yr"
ONCE: Final = "M CNY"
_MOST: Final = 100_000.0
_WIDTH: Final = 58
_YEAR_WIDTH: Final = 54


class SpendingFields(QWidget):
    """Rows of fields; `changed` tells that another value stands in one.

    `refused` carries one sentence about what was typed, empty once that no longer holds.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[NumberField, float] = {}
        self._units: dict[NumberField, str] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        years = scale_of_years(FIRST_YEAR, LAST_YEAR_AT_MOST)
        self.first = self._field(years, translate("Spending", "First year"), USUAL_YEARS.first)
        self.last = self._field(years, translate("Spending", "Final year"), USUAL_YEARS.last)
        for each in (self.first, self.last):
            each.hold_width(_YEAR_WIDTH)

    @property
    def years(self) -> Years:
        """The years that the money is spent in. Raises SpendingError."""
        return Years(int(self.value(self.first)), int(self.value(self.last)))

    def value(self, field: NumberField) -> float:
        """Return what stands in a field, in base units."""
        return self._values[field]

    def tell_again(self) -> None:
        """Show the same amounts in the units that hold now."""
        for field, unit in self._units.items():
            field.show_scale(_scale_of(unit))

    def take_over(self, before: "SpendingFields") -> None:
        """Hold the values of fields that were made alike."""
        values = before._values.values()  # noqa: SLF001 - its own kind
        for field, value in zip(self._values, values, strict=True):
            self.put(field, value)

    def put(self, field: NumberField, value: float) -> None:
        """Let a field hold another value, without telling that it does."""
        self._values[field] = value
        field.show_value(value)

    def add_amount(self, name: str, value: float, unit: str = A_YEAR) -> NumberField:
        """Make a field for money."""
        made = self._field(_scale_of(unit), name, value)
        self._units[made] = unit
        return made

    def add_row(self, parts: Sequence[QWidget | str]) -> QWidget:
        """Add a row of fields with words between them, and return it."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for each in parts:
            row.addWidget(label(each, look="muted") if isinstance(each, str) else each)
        row.addStretch(1)
        self._rows.addWidget(made)
        return made

    def _field(self, scale: Scale, name: str, value: float) -> NumberField:
        made = NumberField(scale, name)
        made.hold_width(_WIDTH)
        made.show_value(value)
        self._values[made] = value
        made.moved.connect(self._on_moved)
        made.refused.connect(self.refused)
        return made

    def _on_moved(self, value: float, _is_final: bool) -> None:
        field = self.sender()
        if isinstance(field, NumberField) and self._values[field] != value:
            self._values[field] = value
            self.changed.emit()


class TotalBox(QComboBox):
    """Says whether an amount is that of each year or of all of them together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(_a_year_or_in_all())
        self.setAccessibleName(translate("Spending", "A year or in all"))

    def tell_again(self) -> None:
        """Say the same in the units that hold now."""
        for number, text in enumerate(_a_year_or_in_all()):
            self.setItemText(number, text)

    @property
    def is_total(self) -> bool:
        """Whether it is that of all years together."""
        return self.currentIndex() == 1


class KindButton(ElidedButton):
    """Says what money may go to, and opens the list to choose from; `chosen` tells of a change."""

    chosen = Signal()

    def __init__(self, kinds: Sequence[Kind], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(translate("Spending", "What money may go to"))
        menu = StayingMenu(self)
        self._actions = {kind: menu.addAction(_kind_name(kind)) for kind in KINDS}
        for kind, action in self._actions.items():
            action.setCheckable(True)
            action.setChecked(kind in kinds)
            action.toggled.connect(self._on_toggled)
        self.setMenu(menu)
        self._tell()

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """What money may go to, each place by itself."""
        return tuple(each for kind in self._kinds for each in instruments_of(kind))

    @property
    def _kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, action in self._actions.items() if action.isChecked())

    def take_over(self, before: "KindButton") -> None:
        """Let money go to what it goes to in a button that was made alike."""
        for kind, action in self._actions.items():
            action.setChecked(before._actions[kind].isChecked())  # noqa: SLF001 - its own kind

    def check(self, kind: Kind, on: bool) -> None:
        """Let money go to a kind, or no longer."""
        self._actions[kind].setChecked(on)

    def _on_toggled(self, _on: bool) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        names = [_kind_name(kind) for kind in self._kinds]
        nothing = translate("Spending", "nothing")
        text = in_a_row(names) or nothing
        self.show_text(text, has_choice=False)
        set_tip_with_terms(self, text)


def unit_a_year() -> str:
    """Return the unit of a yearly amount as words between fields have it."""
    text = translate("Spending", "{unit} a year")
    return text.format(unit=unit_text(form_of(ONCE).shown))


def _a_year_or_in_all() -> tuple[str, str]:
    unit = unit_text(form_of(ONCE).shown)
    text = translate("Spending", "{unit} in all")
    return unit_a_year(), text.format(unit=unit)


def _scale_of(unit: str) -> Scale:
    """Return how an amount of money in a base unit is shown and typed."""
    form = form_of(unit)
    return Scale(
        0.0,
        _MOST,
        10.0,
        0.0,
        _MOST,
        form.shown,
        form.factor,
        unit=unit,
        decimals=1,
        typed_as=form.typed,
    )


def _kind_name(kind: Kind) -> str:
    names: dict[Kind, str] = {
        "vouchers": translate("Spending", "vouchers"),
        "data": translate("Spending", "data vouchers"),
        "fund": translate("Spending", "AI funds"),
        "network": translate("Spending", "the network"),
    }
    return names[kind]
