"""What is asked of a sweep: which number, and the level it is to be at in how many futures.

It reads nothing: `asked` tells that something else is asked, `needed_chosen` that another share is
enough. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from planner.model.graph import model
from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from ui.accessibility.events import announce
from ui.accessibility.tips import set_tip
from ui.engine.sweeps.points import Asked
from ui.widgets.ask.typed_field import TypedField
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.fields.told_choice import ToldChoice
from ui.widgets.label import label
from ui.wording.figures.differences import share_text
from ui.wording.paths.typed import Refused
from ui.wording.sweeps.numbers import column_text, level_read, level_to_edit, unit_of_column

SHARES: Final = (0.5, 0.8, 0.9, 0.95, 1.0)
_USUAL: Final = SHARES.index(0.9)
_GAP: Final = 6
_FIELD: Final = 90
_LEAST: Final = 120


class AskedBar(QWidget):
    """A row of choices above the pages."""

    asked = Signal()
    needed_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._level: Level | None = None
        self.number = ToldChoice()
        self.number.setAccessibleName(translate("Sweeps", "Number that is looked at"))
        self.number.setMinimumWidth(_LEAST)
        self.number.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sense = ChoiceBox()
        self.sense.setAccessibleName(translate("Sweeps", "Sense of the level"))
        self.sense.addItem(translate("Sweeps", "at least"), "at least")
        self.sense.addItem(translate("Sweeps", "at most"), "at most")
        self.level = TypedField(translate("Sweeps", "Level"))
        self.level.hold_width(_FIELD)
        self.level.setPlaceholderText(translate("Sweeps", "a level"))
        set_tip(
            self.level,
            translate("Sweeps", "Type a number to see in how many futures each point meets it"),
        )
        self.unit = label("", look="muted")
        self.needed = ChoiceBox()
        self.needed.setAccessibleName(translate("Sweeps", "Share of futures that is enough"))
        self.needed.addItems([share_text(each) for each in SHARES])
        self.needed.setCurrentIndex(_USUAL)
        self._lay_out()
        self.number.activated.connect(self._on_number)
        self.sense.activated.connect(self._on_sense)
        self.level.typed.connect(self._on_typed)
        self.needed.activated.connect(self.needed_chosen)

    @property
    def column(self) -> Column:
        """The number that is looked at."""
        return self._columns[self.number.currentIndex()]

    @property
    def now(self) -> Asked:
        """What is asked."""
        return Asked(self.column, self._level)

    @property
    def share_needed(self) -> float:
        """The share of futures that is enough."""
        return SHARES[self.needed.currentIndex()]

    def offer(self, columns: Sequence[Column]) -> None:
        """Offer the numbers of a sweep; the one that is looked at stays so where it is there."""
        before = self.now if self._columns else None
        self._columns = tuple(columns)
        self.number.clear()
        self.number.addItems([column_text(each) for each in columns])
        if before is not None and before.column in self._columns:
            self.choose(before)
        else:
            self._show_column()

    def choose(self, asked: Asked) -> None:
        """Ask this, and tell nobody."""
        self.number.setCurrentIndex(self._columns.index(asked.column))
        self._show_column()
        self._level = asked.level
        if asked.level is not None:
            self.sense.setCurrentIndex(self.sense.findData(asked.level.sense))
            self.level.show_text(level_to_edit(asked.column, asked.level.value))

    def tell_again(self) -> None:
        """Show the level in the units that are told now."""
        if self._columns:
            self.choose(self.now)

    def _show_column(self) -> None:
        """Ask for no level yet, on the side that is better of the number."""
        self._level = None
        better = model().outcomes[self.column.outcome].better
        side = "at least" if better == "more" else "at most"
        self.sense.setCurrentIndex(self.sense.findData(side))
        self.level.show_text("")
        self.unit.setText(unit_of_column(self.column))

    def _on_number(self) -> None:
        self._show_column()
        self.asked.emit()

    def _on_sense(self) -> None:
        if self._level is not None:
            self._level = Level(self.column.name, self.sense.currentData(), self._level.value)
            self.asked.emit()

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._level = None
            self.level.show_text("")
            self.asked.emit()
            return
        try:
            self._level = level_read(self.column, self.sense.currentData(), text)
        except Refused as error:
            self._refuse(str(error))
            return
        self.level.show_text(level_to_edit(self.column, self._level.value))
        self.asked.emit()

    def _refuse(self, why: str) -> None:
        self.level.refuse()
        QToolTip.showText(self.level.mapToGlobal(self.level.rect().bottomLeft()), why, self.level)
        announce(self.level, why)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.number, 1)
        layout.addWidget(self.sense)
        layout.addWidget(self.level)
        layout.addWidget(self.unit)
        layout.addWidget(label(translate("Sweeps", "in at least"), look="muted"))
        layout.addWidget(self.needed)
        layout.addWidget(label(translate("Sweeps", "of futures"), look="muted"))
        layout.addStretch(1)
