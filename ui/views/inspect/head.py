"""The head of the inspection: where one came from, the place, the month, the run, four buttons.

It shows what it is given and tells what is chosen; it changes nothing itself. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.node import Node
from ui.views.inspect.table_menu import TableButton
from ui.widgets.elided_button import ElidedButton
from ui.widgets.fields.choice_box import ChoiceBox
from ui.wording.inspect.names import elements_offered, month_name, node_name

CRUMBS: Final = 2
"""Values of the way back that are named."""
ONE_ROW_FROM: Final = 800
"""Pixels from which way, choices and buttons stand in one row."""
_WIDEST: Final = 176
RANKS: Final = (None, 0.1, 0.5, 0.9)
"""The futures that are offered by their rank, the run at central values first."""


class InspectHead(QWidget):
    """The choices; each signal carries what was chosen.

    `gone` carries how many steps to go in the way, below zero for back; `element_chosen` the
    element, `month_chosen` the month of the year from 0, `share_chosen` a rank or None.
    """

    gone = Signal(int)
    element_chosen = Signal(str)
    month_chosen = Signal(int)
    share_chosen = Signal(object)
    copied = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = _arrow("←", translate("Inspect", "Back (Alt+Left)"))
        self.forward = _arrow("→", translate("Inspect", "Forward (Alt+Right)"))
        self.crumbs = [_crumb() for _ in range(CRUMBS)]
        self.element = _box(translate("Inspect", "Place or segment"))
        self.month = _box(translate("Inspect", "Month"))
        self.run = _box(translate("Inspect", "Run"))
        self.copy = QPushButton(translate("Inspect", "Copy as text"))
        self.table = TableButton()
        self.close_button = QPushButton(translate("Inspect", "Back to charts"))
        self._elements: tuple[str, ...] = ()
        self._year = 0
        self.run.addItems(list(_run_names()))
        self._lay_out()
        self._connect()

    def show_way(self, way: Sequence[Node], place: int) -> None:
        """Show where one came from: the last values before the one that is shown."""
        before = list(way[:place])[-CRUMBS:]
        for crumb, node in zip(self.crumbs, [*before, *[None] * CRUMBS], strict=False):
            crumb.setVisible(node is not None)
            if node is not None:
                crumb.show_text(node_name(node), has_choice=False)
        self._steps = [number - len(before) for number in range(CRUMBS)]
        self.back.setEnabled(place > 0)
        self.forward.setEnabled(place < len(way) - 1)

    def show_element(self, node: Node) -> None:
        """Offer the elements of a value, where it has several."""
        offered = elements_offered(node)
        self._elements = tuple(offered)
        with QSignalBlocker(self.element):
            self.element.clear()
            self.element.addItems(list(offered.values()))
            if node.element in self._elements:
                self.element.setCurrentIndex(self._elements.index(node.element))
        self.element.setVisible(bool(self._elements))

    def show_month(self, month: int) -> None:
        """Offer the months of a year, counted from January 2025."""
        first = month - month % MONTHS_PER_YEAR
        with QSignalBlocker(self.month):
            self.month.clear()
            self.month.addItems([month_name(first + each) for each in range(MONTHS_PER_YEAR)])
            self.month.setCurrentIndex(month - first)

    def show_share(self, share: float | None, *, may_rank: bool) -> None:
        """Show which run is shown; a future by its rank only where there is an outcome to rank."""
        with QSignalBlocker(self.run):
            self.run.setCurrentIndex(RANKS.index(share))
        self.run.setEnabled(may_rank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside the way where there is room for both."""
        super().resizeEvent(event)
        way, choices = self._rows
        is_one = way.indexOf(self.month) >= 0
        if is_one == (self.width() >= ONE_ROW_FROM):
            return
        first, at = (choices, 0) if is_one else (way, way.indexOf(self.copy))
        for number, box in enumerate((self.element, self.month, self.run)):
            first.insertWidget(at + number, box)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.element.activated.connect(self._on_element)
        self.month.activated.connect(self.month_chosen)
        self.run.activated.connect(self._on_run)
        self.copy.clicked.connect(self.copied)
        self.close_button.clicked.connect(self.closed)
        for crumb in self.crumbs:
            crumb.clicked.connect(self._on_crumb)

    def _on_back(self) -> None:
        self.gone.emit(-1)

    def _on_forward(self) -> None:
        self.gone.emit(1)

    def _on_crumb(self) -> None:
        for crumb, steps in zip(self.crumbs, self._steps, strict=True):
            if crumb is self.sender():
                self.gone.emit(steps)

    def _on_element(self, number: int) -> None:
        self.element_chosen.emit(self._elements[number])

    def _on_run(self, number: int) -> None:
        self.share_chosen.emit(RANKS[number])

    def _lay_out(self) -> None:
        self._steps = [0] * CRUMBS
        self._rows = QHBoxLayout(), QHBoxLayout()
        for row in self._rows:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
        way, choices = self._rows
        for part in (self.back, self.forward, *self.crumbs):
            way.addWidget(part)
        way.addStretch(1)
        for button in (self.copy, self.table, self.close_button):
            way.addWidget(button)
        for box in (self.element, self.month, self.run):
            choices.addWidget(box)
        choices.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(6)
        layout.addLayout(way)
        layout.addLayout(choices)


def _run_names() -> tuple[str, ...]:
    return (
        translate("Inspect", "Central run"),
        translate("Inspect", "Future at P10"),
        translate("Inspect", "Future at the median"),
        translate("Inspect", "Future at P90"),
    )


def _arrow(text: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    return made


def _crumb() -> ElidedButton:
    made = ElidedButton("row link")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _box(name: str) -> QComboBox:
    made = ChoiceBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaximumWidth(_WIDEST)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
