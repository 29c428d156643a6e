"""The bar over the comparison: what its rows are, from what differences are, what leaves it.

Where it is narrow, words that explain go first, then buttons, which a menu at its end offers.
Floor: views.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from planner.studies.compare import Pair
from ui.views.compare.choice import Kind
from ui.views.compare.overflow import OverflowButton
from ui.views.compare.rows_menu import RowsMenu
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.widgets.segmented import Segmented

_MARGIN: Final = 12
_GAP: Final = 8
_LEAST_COMBO: Final = 64
"""Pixels of a choice, which gives way before a word beside it is cut: its list has the whole."""
_COMBO_CHARACTERS: Final = 8
_RUN_KINDS: Final = ("outcomes", "years")
"""The kinds of the bar that hold the most."""


_Parts = Sequence[QWidget]


class CompareBar(QWidget):
    """Tells what is chosen; it knows no run."""

    kind_chosen = Signal(str)
    outcome_chosen = Signal(object)
    reference_chosen = Signal(object)
    ranges_toggled = Signal(bool)
    copy_asked = Signal()
    workbook_asked = Signal()
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(translate("CompareBar", "Compare"), look="title")
        kinds = {
            "outcomes": translate("CompareBar", "Outcomes"),
            "years": translate("CompareBar", "By year"),
            "inputs": translate("CompareBar", "Levers"),
        }
        self.kinds = Segmented(kinds, translate("CompareBar", "What the table shows"))
        for each in self.kinds.buttons.values():
            each.setToolTip(each.accessibleName())
        self._levers: QWidget | None = None
        self._in = label(translate("CompareBar", "in"), look="muted")
        self.year = label("", look="title")
        self.outcomes = _combo(translate("CompareBar", "Outcome by year"))
        self.outcomes.hide()
        self._from = label(translate("CompareBar", "differences from"), look="muted")
        self.references = _combo(translate("CompareBar", "Differences from"))
        self.references.setToolTip(
            translate("CompareBar", "Scenario from which all differences of the table are counted")
        )
        self.ranges = QCheckBox(translate("CompareBar", "80% ranges"))
        self.ranges.setChecked(True)
        self.rows = RowsMenu()
        self.copy_button = QPushButton(translate("CompareBar", "Copy"))
        self.workbook_button = QPushButton(translate("CompareBar", "Workbook"))
        self.report_button = QPushButton(translate("CompareBar", "Report"))
        self.more = OverflowButton()
        self._lay_out()
        self._connect()

    def show_year(self, year: int) -> None:
        """Tell which December the rows are at."""
        self.year.setText(translate("CompareBar", "Dec {year}").format(year=year))

    def show_outcomes(self, choices: Sequence[tuple[Pair, str]], chosen: Pair) -> None:
        """Offer outcomes to be shown by year."""
        self._fill(self.outcomes, choices, chosen)

    def show_references(
        self, choices: Sequence[tuple[int | None, str]], chosen: int | None
    ) -> None:
        """Offer what differences are from: the baseline under None, scenarios by their color."""
        self._fill(self.references, choices, chosen)

    def put_levers(self, button: QWidget) -> None:
        """Take the button that chooses levers; it stands there while levers do."""
        self._levers = button
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(layout.indexOf(self.copy_button), button)
        button.setVisible(self.kinds.choice == "inputs")

    def show_kind(self, kind: Kind) -> None:
        """Show what is asked for of outcomes, of years, or of levers."""
        self.kinds.choose(kind)
        self.outcomes.setVisible(kind == "years")
        about_outcomes: tuple[QWidget, ...] = (self._in, self.year, self.rows)
        about_runs: tuple[QWidget, ...] = (self._from, self.references, self.ranges)
        for part in about_outcomes:
            part.setVisible(kind == "outcomes")
        for part in about_runs:
            part.setVisible(kind != "inputs")
        if self._levers is not None:
            self._levers.setVisible(kind == "inputs")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for: words first, then what menus hold as well.

        The title stands over all kinds or over none: what chooses a kind never moves by a choice.
        """
        rooms = [self._room((self._title, *chain(*self._parts(kind)))) for kind in _RUN_KINDS]
        self._title.setVisible(min(rooms) >= 0)
        kept, words, buttons = self._parts(self.kinds.choice)
        room = self._room((*kept, *words, *buttons))
        for each in words:
            each.setVisible(room >= 0)
            room += 0 if room >= 0 else _with_gap(each)
        room -= 0 if room >= 0 else _with_gap(self.more)
        for each in buttons:
            each.setVisible(room >= 0)
            room += 0 if room >= 0 else _with_gap(each)
        self.more.offer([each for each in buttons if each.isHidden()])

    def _room(self, parts: Iterable[QWidget]) -> int:
        """Return what is left of the bar beside some parts, below nothing where they are wider."""
        return self.width() - 2 * _MARGIN - sum(map(_with_gap, parts))

    def _parts(self, kind: str) -> tuple[_Parts, _Parts, Sequence[QAbstractButton]]:
        """Return what always stands there, words, and buttons, in the order in which they go."""
        match kind:
            case "outcomes":
                kept: _Parts = (self.kinds, self.references, self.rows)
                return kept, (self._in, self.year, self._from), self._leaving()
            case "years":
                return (
                    (self.kinds, self.outcomes, self.references),
                    (self._from,),
                    self._leaving(),
                )
            case _:
                levers = () if self._levers is None else (self._levers,)
                return (self.kinds, *levers), (), self._leaving()[:-1]

    def _leaving(self) -> tuple[QAbstractButton, ...]:
        """Return the buttons that go where there is no room, in that order."""
        return (self.report_button, self.workbook_button, self.copy_button, self.ranges)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 5, _MARGIN, 5)
        layout.setSpacing(_GAP)
        about_rows = (self._title, self.kinds, self._in, self.year, self.outcomes)
        about_cells = (self._from, self.references, self.ranges)
        leaving = (self.copy_button, self.workbook_button, self.report_button)
        parts: tuple[QWidget, ...] = (*about_rows, *about_cells, self.rows, *leaving, self.more)
        for part in parts:
            layout.addWidget(part)
        layout.insertStretch(len(about_rows) + len(about_cells), 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.copy_button.setToolTip(
            translate("CompareBar", "Copy the table, or what is selected, as plain numbers")
        )

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        self.outcomes.activated.connect(self._on_outcome)
        self.references.activated.connect(self._on_reference)
        self.ranges.toggled.connect(self.ranges_toggled)
        self.copy_button.clicked.connect(self.copy_asked)
        self.workbook_button.clicked.connect(self.workbook_asked)
        self.report_button.clicked.connect(self.report_asked)

    def _fill(
        self, combo: QComboBox, choices: Sequence[tuple[object, str]], chosen: object
    ) -> None:
        known = [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())]
        if [*choices] != [(tuple(d) if isinstance(d, list) else d, t) for d, t in known]:
            combo.clear()
            for value, text in choices:
                combo.addItem(text, value)
        values = [value for value, _ in choices]
        if chosen in values:
            combo.setCurrentIndex(values.index(chosen))

    def _on_kind(self, key: str) -> None:
        self.kind_chosen.emit(key)

    def _on_outcome(self, number: int) -> None:
        self.outcome_chosen.emit(tuple(self.outcomes.itemData(number)))

    def _on_reference(self, number: int) -> None:
        self.reference_chosen.emit(self.references.itemData(number))


def _with_gap(part: QWidget) -> int:
    """Return the pixels that a part takes in the bar."""
    return part.sizeHint().width() + _GAP


def _combo(name: str) -> QComboBox:
    made = ChoiceBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_COMBO_CHARACTERS)
    made.setMinimumWidth(_LEAST_COMBO)
    return made
