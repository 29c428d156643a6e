"""The targets of the scenario on screen, with the share of futures that meets each and all.

Live: it follows every run. What is wanted of a target is told by signals. Floor: views.
"""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.model.targets.target import Target
from planner.storage.sentences.catalog import translate
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.targets.row import HEIGHT, TargetRowView
from ui.widgets.label import label
from ui.wording.targets.panel import TargetRow, target_rows

ROWS_AT_ONCE: Final = 5
"""Rows that are seen at once; others are scrolled to."""


class TargetSection(QWidget):
    """A heading with a button, rows, and what the tick means."""

    edit_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = 0
        self._at_hand: Target | None = None
        self.rows: list[TargetRowView] = []
        self._head = QHBoxLayout()
        self._head.setContentsMargins(10, 4, 4, 0)
        self._head.setSpacing(0)
        self._head.addWidget(label(translate("TargetSection", "Targets"), look="title"), 1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        page = QWidget()
        page.setAutoFillBackground(False)
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroll.setWidget(page)
        self._note = label(translate("TargetSection", "tick: the baseline"), look="muted")
        self._note.setContentsMargins(10, 0, 0, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head)
        layout.addWidget(self._scroll)
        layout.addWidget(self._note)
        self.setAccessibleName(translate("TargetSection", "Targets"))
        self._fit()

    def offer(self, button: QAction) -> None:
        """Give the heading the button that adds a target."""
        made = QToolButton()
        made.setDefaultAction(button)
        made.setProperty("look", "flat")
        made.setIconSize(QSize(16, 16))
        self._head.addWidget(made)

    def set_theme(self, theme: Theme) -> None:
        """Paint bars in the colors of a theme."""
        self._theme = theme
        for row in self.rows:
            row.show_row(row.row, self._bar_color())

    def show_run(self, run: ShownRun) -> None:
        """Show the targets of a run, and in how many of its futures they are met."""
        scenario = run.scenario
        self._color = run.own
        met, below = run.projection.met, run.baseline.met
        self._show(target_rows(scenario.targets, scenario.last_year, met, below))

    def _bar_color(self) -> QColor:
        return QColor(self._theme.data[self._color % len(self._theme.data)])

    def _show(self, rows: tuple[TargetRow, ...]) -> None:
        has_other_count = len(rows) != len(self.rows)
        while len(self.rows) > len(rows):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(rows):
            self.rows.append(self._new_row(rows[len(self.rows)]))
        for view, row in zip(self.rows, rows, strict=True):
            view.show_row(row, self._bar_color())
        if has_other_count:
            self._fit()

    def _new_row(self, row: TargetRow) -> TargetRowView:
        view = TargetRowView(row)
        view.edit_wanted.connect(self._on_edit_wanted)
        view.removal_wanted.connect(self._on_removal_wanted)
        view.menu_wanted.connect(self._on_menu_wanted)
        self._list.insertWidget(self._list.count() - 1, view)
        return view

    def _fit(self) -> None:
        """Take room for what there is."""
        self._scroll.setVisible(bool(self.rows))
        self._note.setVisible(bool(self.rows))
        self._scroll.setFixedHeight(min(ROWS_AT_ONCE, len(self.rows)) * HEIGHT)

    def _target(self) -> Target | None:
        """Return the target of the row that tells something; None for that of all."""
        view = self.sender()
        return view.row.target if isinstance(view, TargetRowView) else None

    def _on_edit_wanted(self) -> None:
        target = self._target()
        if target is not None:
            self.edit_wanted.emit(target)

    def _on_removal_wanted(self) -> None:
        target = self._target()
        if target is not None:
            self.removal_wanted.emit(target)

    def _on_menu_wanted(self, place: QPoint) -> None:
        self._at_hand = self._target()
        if self._at_hand is None:
            return
        menu = QMenu(self)
        menu.addAction(translate("TargetSection", "&Edit…")).triggered.connect(self._on_edit_chosen)
        menu.addAction(translate("TargetSection", "&Remove")).triggered.connect(
            self._on_removal_chosen
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_edit_chosen(self) -> None:
        self.edit_wanted.emit(self._at_hand)

    def _on_removal_chosen(self) -> None:
        self.removal_wanted.emit(self._at_hand)
