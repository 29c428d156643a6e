"""The drawer in which one path is edited: its table, its chart, ready paths, what they did so far.

It stands in the place of the charts and blocks nothing: sliders, cards and undo work on. It edits
the document through `path_edits` and shows what the document has; all of it is live, and a drag is
one step. Floor: views.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.model.indices import LABELS, address
from planner.model.paths import FIRST_DATE
from planner.model.scenario import Scenario
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Pair
from planner.studies.parts.reference import called
from ui.accessibility.events import announce
from ui.charts.paths.path_chart import DrawnPath, PathChart
from ui.documents.current import Edited
from ui.engine.shown_run import ShownRun
from ui.items.path_knots import PathKnots
from ui.style.theme import Theme
from ui.views.paths.drawer_body import DrawerBody
from ui.views.paths.effect_panel import EffectPanel
from ui.views.paths.hand import PathHand
from ui.views.paths.knot_table import KnotTable
from ui.views.paths.move_row import MoveRow
from ui.views.paths.ready_row import ReadyRow
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, label
from ui.wording.paths.knots import PathPage, number_of, path_in, path_page
from ui.wording.paths.subject import PathSubject

_TABLE_WIDTH: Final = 330
_NARROW: Final = 250
"""Pixels of the table: usually, and where the window is narrow."""
_TABLE_HEIGHT: Final = 170
_LOW_BELOW: Final = 440
"""Pixels of the drawer, below which table and chart leave height to what changes them."""
_LOW_CHART: Final = 136
_ANY_HEIGHT: Final = 16_777_215
"""As Qt has it for a widget that may be of any height."""


class PathDrawer(QFrame):
    """`closed` tells that it is done with, `place_wanted` carries the address of another path."""

    closed = Signal()
    place_wanted = Signal(str)

    def __init__(
        self,
        document: Edited,
        subject: PathSubject,
        asked: Pair,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self._document = document
        self._year = int(FIRST_DATE)
        self._run: ShownRun | None = None
        self.setProperty("look", "card")
        self.setAccessibleName(translate("PathDrawer", "Path of {name}").format(name=subject.name))
        self.page: PathPage = path_page(subject, document.scenario)
        self.model = PathKnots(self)
        self.hand = PathHand(document, subject, self)
        self.table = KnotTable(self.model, self.hand.why_not)
        self.chart = PathChart(theme)
        self.move_row = MoveRow(subject.input_)
        self.ready = ReadyRow(theme)
        self.effect = EffectPanel(subject, asked, theme)
        self.refusal = label("", look="refused")
        self.places = ChoiceBox()
        self.close_button = QPushButton(translate("PathDrawer", "Close"))
        self.back_button = QPushButton(translate("PathDrawer", "Back to published"))
        self.buttons = self._make_buttons()
        self._lay_out()
        self._order_tabs()
        self._connect()
        self.show_scenario(document.scenario)
        self._choose(self.hand.place_in_force(self.page.path))

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the path that a scenario has."""
        subject, before = self.subject, self.page
        self.page = page = path_page(subject, scenario)
        self.model.show_rows(page.rows, subject.short_unit)
        usual = number_of(subject, Scenario(figures=scenario.figures))
        self.move_row.show_value(number_of(subject, scenario), usual)
        self.chart.show_path(self._drawn(scenario), self.accessibleName())
        if len(page.rows) != len(before.rows) or not self.table.places:
            self._choose(self.hand.place_after(before.path, page.path, self.chart.place))
        self.back_button.setEnabled(page.is_own)
        self._offer()

    def show_run(self, run: ShownRun) -> None:
        """Show what a run says of the path, and what that is held against."""
        self._run = run
        drawn = self._drawn(self._document.scenario)
        if drawn != self.chart.drawn:
            self.chart.show_path(drawn, self.accessibleName())
        self.effect.show_run(run, self.page, self._year)

    def show_year(self, year: int) -> None:
        """Tell what was done until the end of another year."""
        self._year = year
        if self._run is not None:
            self.show_run(self._run)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.chart.set_theme(theme)
        self.ready.set_theme(theme)
        self.effect.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep ready paths and the whole change in sight where there is little height."""
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW_BELOW
        self.table.setMaximumHeight(_TABLE_HEIGHT if is_low else _ANY_HEIGHT)
        self.chart.setMinimumHeight(_LOW_CHART if is_low else 0)
        self.chart.setMaximumHeight(_LOW_CHART if is_low else _ANY_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape: all that was done stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.table.choose(place)
        self.chart.choose(place)

    def _drawn(self, scenario: Scenario) -> DrawnPath:
        page, subject, run = self.page, self.subject, self._run
        other = None if run is None or run.reference is None else run.reference.scenario
        return DrawnPath(
            path=page.path,
            below=page.published if other is None else path_in(subject, other),
            name_below="" if run is None else called(run.against),
            over_time=subject.lever.over_time,
            scale=subject.scale,
            past=self.hand.past,
            last=scenario.last_year + 1.0,
            mark=self.hand.mark_of(page.path),
        )

    def _offer(self) -> None:
        """Offer what can be done to what is chosen."""
        places = self.table.places
        self.buttons["remove"].setEnabled(bool(places) and len(self.page.rows) > 1)
        self.buttons["fill"].setEnabled(bool(places))
        self.buttons["clear"].setEnabled(len(self.page.rows) > 1)

    def _connect(self) -> None:
        hand, table, chart = self.hand, self.table, self.chart
        self.model.typed.connect(hand.take_typed)
        table.delegate.refused.connect(self._on_refused)
        table.chosen.connect(chart.choose)
        table.selectionModel().selectionChanged.connect(self._offer)
        table.copy_requested.connect(self._on_copy)
        table.paste_requested.connect(self._on_paste)
        table.remove_requested.connect(self._on_remove)
        chart.chosen.connect(table.choose)
        chart.moved.connect(hand.drag)
        chart.settled.connect(hand.settle)
        chart.added.connect(hand.add)
        chart.remove_requested.connect(self._on_point_removed)
        self.move_row.moved.connect(hand.move_whole)
        self.move_row.settled.connect(hand.settle)
        self.move_row.refused.connect(self._on_refused)
        self.ready.wanted.connect(self._on_ready)
        hand.refused.connect(self._on_refused)
        self.back_button.clicked.connect(hand.put_back)
        self.close_button.clicked.connect(self.closed)
        self.places.activated.connect(self._on_place)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: what is typed, what moves, what is drawn, what ends."""
        parts: tuple[QWidget, ...] = (
            *(self.places, self.table, *self.buttons.values()),
            *(self.move_row.slider, self.move_row.field, self.chart),
            *(*self.ready.buttons.values(), self.back_button, self.close_button),
        )
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)

    def _on_refused(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        announce(self, sentence)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.hand.as_columns(self.table.places))

    def _on_paste(self) -> None:
        self.hand.paste(QGuiApplication.clipboard().text(), self.table.places)

    def _on_remove(self) -> None:
        self.hand.remove(self.table.places)

    def _on_point_removed(self, place: int) -> None:
        self.hand.remove((place,))

    def _on_fill(self) -> None:
        self.hand.fill(self.table.places)

    def _on_ready(self, key: str) -> None:
        self.hand.make_ready(key, self.table.places)

    def _on_place(self, number: int) -> None:
        self.place_wanted.emit(str(self.places.itemData(number)))

    def _make_buttons(self) -> dict[str, QToolButton]:
        texts = {
            "add": (
                translate("PathDrawer", "Add"),
                translate("PathDrawer", "Add a date (Insert)"),
                self.table.add,
            ),
            "paste": (
                translate("PathDrawer", "Paste by year"),
                translate(
                    "PathDrawer",
                    "Paste dates and values, or values alone from the chosen date on (Ctrl+V)",
                ),
                self._on_paste,
            ),
            "fill": (
                translate("PathDrawer", "Fill"),
                translate(
                    "PathDrawer",
                    "Several dates: the first value for all, or a straight line between the "
                    "first and the last. One date: each 1 January until the next.",
                ),
                self._on_fill,
            ),
            "remove": (
                translate("PathDrawer", "Remove"),
                translate("PathDrawer", "Remove the chosen dates (Delete)"),
                self._on_remove,
            ),
            "clear": (
                translate("PathDrawer", "Clear"),
                translate("PathDrawer", "Remove all dates: one value for all years"),
                self.hand.clear,
            ),
        }
        made = {}
        for key, (text, tip, done) in texts.items():
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setProperty("look", "act")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(done)
            made[key] = button
        return made

    def _lay_out(self) -> None:
        self._body = DrawerBody(self._left(), self._right(), self.effect)
        self._body.setAccessibleName(self.accessibleName())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 6)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addWidget(self._body, 1)
        layout.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(10)
        title = label(model_text(self.subject.lever.label), look="heading")
        top.addWidget(title)
        self._fill_places()
        top.addWidget(self.places)
        top.addWidget(label(self.subject.unit, look="muted"))
        top.addStretch(1)
        close = QToolButton()
        close.setText("\N{MULTIPLICATION X}")
        close.setProperty("look", "flat")
        close.setToolTip(translate("PathDrawer", "Close (Esc); what was done stays"))
        close.setAccessibleName(translate("PathDrawer", "Close"))
        close.clicked.connect(self.closed)
        top.addWidget(close)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.setSpacing(0)
        head.addLayout(top)
        head.addWidget(ElidedLabel(self._sentence(), look="muted"))
        return head

    def _sentence(self) -> str:
        kept = translate("PathDrawer", "Published dates stay unless you change them.")
        return sentences((self.subject.reading, kept))

    def _fill_places(self) -> None:
        if self.subject.places:
            self.places.addItem(
                translate("PathDrawer", "All places together"), self.subject.lever.key
            )
        for place in self.subject.places:
            self.places.addItem(model_text(LABELS[place]), address(self.subject.lever.key, place))
        self.places.setCurrentIndex(self.places.findData(self.subject.address))
        self.places.setAccessibleName(translate("PathDrawer", "Place"))
        self.places.setVisible(bool(self.subject.places))

    def _left(self) -> QVBoxLayout:
        self.table.setMinimumSize(_NARROW, _TABLE_HEIGHT)
        self.table.setMaximumWidth(_TABLE_WIDTH)
        self.table.setAccessibleName(
            translate("PathDrawer", "Dates and values of {name}").format(name=self.subject.name)
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in self.buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        note = label(
            translate("PathDrawer", "A pasted column of years makes a date on each 1 January."),
            look="muted",
        )
        note.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(self.refusal)
        left.addLayout(buttons)
        left.addWidget(note)
        left.addWidget(self.move_row)
        return left

    def _right(self) -> QVBoxLayout:
        hint = label(
            translate(
                "PathDrawer",
                "Drag a point; Shift for fine steps; double-click adds one, Delete removes it",
            ),
            look="muted",
        )
        hint.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(hint)
        right.addWidget(self.chart, 1)
        right.addWidget(label(translate("PathDrawer", "Ready paths"), look="title"))
        right.addWidget(self.ready)
        return right

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.setSpacing(8)
        text = translate(
            "PathDrawer", "Everything moves live; closing keeps it; Ctrl+Z takes back one drag."
        )
        said = label(text, look="muted")
        said.setWordWrap(True)
        foot.addWidget(said, 1)
        foot.addWidget(self.back_button)
        self.close_button.setDefault(True)
        foot.addWidget(self.close_button)
        return foot
