"""The history of the scenario on screen: its steps and what they did, bookmarks, replay.

A click on a step goes to its state and leads to its control. What the steps did to the
chosen key figure is computed elsewhere and only looked up here.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.model.scenario import Scenario
from planner.model.story.states import state_of
from planner.quantities.told.lists import in_turn, led_by
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import HISTORY, YEAR
from ui.accessibility.tips import set_tip
from ui.documents.current import Current
from ui.engine.effects import Effects, effect_text
from ui.items.history import History
from ui.widgets.label import label
from ui.widgets.lists.history_rows import HistoryRows
from ui.widgets.lists.still_list import StillList
from ui.wording.elements import name_within
from ui.wording.key_figures import title_of
from ui.wording.literal import literal_action

SETTLES_AFTER_MS: Final = 120


class _Rows(StillList):
    """Rows of the history; Return goes to a state, the space bar stars it."""

    entered_state = Signal(QModelIndex)
    starred = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_state.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self.starred.emit(index)
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """A heading, the choice of the key figure, and the list.

    `control_wanted` gives an address, `menu_wanted` where the menu of the step at hand is to open.
    `star_wanted` gives a state to be starred or let go, and what led to it; `bookmark_wanted` which
    bookmark is to be gone back to, counted from 0.
    """

    control_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    star_wanted = Signal(object, str)
    bookmark_wanted = Signal(int)

    def __init__(self, current: Current, effects: Effects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._effects = effects
        self._year = YEAR
        self._kpi = HISTORY[0]
        self._on_story: tuple[QAction, ...] = ()
        self.model = History(current.document, self)
        self.view = self._make_view()
        self.kpi = self._make_choice()
        self.bookmarks = self._make_bookmarks()
        self._head = QHBoxLayout()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLES_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.refresh()

    def offer(self, *actions: QAction) -> None:
        """Show commands as buttons over the list."""
        for number, action in enumerate(actions):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("look", "flat")
            button.setIconSize(QSize(16, 16))
            self._head.insertWidget(1 + number, button)

    def offer_on_story(self, *actions: QAction) -> None:
        """Offer commands on all bookmarks, below them."""
        self._on_story = actions

    def show_year(self, year: int) -> None:
        """Tell the effects on the key figure at the end of another year."""
        self._year = year
        self._show_choice()
        self._show_effects()

    def show_areas(self, areas: tuple[str, ...]) -> None:
        """Tell the effects on other places: the key figure of these areas, or of all."""
        self._effects.tell_of(areas)
        self._show_choice()
        self.refresh()

    def star_current(self) -> None:
        """Star the state on screen, or let it go."""
        self.refresh()
        self._star(self.model.current())

    def refresh(self) -> None:
        """Show the steps as they are now, and ask for what is not known of them."""
        self.model.refresh()
        here = self.model.current()
        self.view.setCurrentIndex(here)
        self.view.scrollTo(here)
        self._show_bookmarks()
        if not self._current.document.is_moving:
            self._effects.want(self._steps())
            self._show_effects()

    def _connect(self) -> None:
        current = self._current
        current.changed.connect(self._on_changed)
        current.replaced.connect(self._on_replaced)
        current.settled.connect(self.refresh)
        current.story_changed.connect(self.refresh)
        self._effects.opened.connect(self.refresh)
        self._effects.computed.connect(self._show_effects)
        self.kpi.menu().triggered.connect(self._on_kpi)
        self.view.clicked.connect(self._on_clicked)
        self.view.entered_state.connect(self._go_to)
        self.view.starred.connect(self._star)
        self._rows.starred.connect(self._star)
        self.view.customContextMenuRequested.connect(self._on_menu)

    def _steps(self) -> list[tuple[Scenario, Scenario]]:
        steps = (self.model.step(self.model.index(row)) for row in range(self.model.rowCount()))
        return [(step.old, step.new) for step in steps if step is not None]

    def _show_effects(self) -> None:
        key, style = self._kpi, numerals()
        found = {}
        for row in range(self.model.rowCount()):
            step = self.model.step(self.model.index(row))
            if step is None:
                continue
            effect = self._effects.effect(step.old, step.new, key, self._year)
            if effect is not None:
                found[step.old, step.new] = effect_text(key, effect, style)
        self.model.show_effects(found)

    def _star(self, index: QModelIndex) -> None:
        state = self.model.state(index)
        self.star_wanted.emit(state, self._led_to(index) or shown_title(state.title))

    def _led_to(self, index: QModelIndex) -> str:
        """Return what led to a state; empty of a step that changed nothing but its bookmarks."""
        step, move = self.model.step(index), self.model.move(index)
        if step is not None and state_of(step.old) == state_of(step.new):
            return ""
        return led_by(move.title, move.change) if move.change else move.title

    def _go_to(self, index: QModelIndex) -> None:
        self._current.document.go_to(self.model.position(index))

    def _show_bookmarks(self) -> None:
        count = len(self._current.document.story)
        self.bookmarks.setVisible(bool(count))
        self.bookmarks.setText(f"★ {count}")

    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_replaced(self) -> None:
        self.model.show_document(self._current.document)
        self._on_changed()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Go to the state of a step, and lead to what it moved."""
        self._go_to(index)
        self._lead_to(index)

    def _lead_to(self, index: QModelIndex) -> None:
        address = self.model.move(index).address
        if address:
            self.control_wanted.emit(address)

    def _on_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))

    def show_control(self) -> None:
        """Lead to the control of the step at hand."""
        self._lead_to(self.view.currentIndex())

    def go_to_step(self) -> None:
        """Go to the state after the step at hand."""
        self._go_to(self.view.currentIndex())

    def star_step(self) -> None:
        """Star the state after the step at hand, or let it go."""
        self._star(self.view.currentIndex())

    def _fill_bookmarks(self) -> None:
        menu = self.bookmarks.menu()
        menu.clear()
        for number, step in enumerate(self._current.document.story):
            menu.addAction(f"{number + 1}  {literal_action(step.title)}").setData(number)
        menu.addSeparator()
        menu.addActions(self._on_story)

    def _on_bookmark(self, action: QAction) -> None:
        """Want a bookmark back; commands that stand below them do what they do."""
        if action not in self._on_story:
            self.bookmark_wanted.emit(int(action.data()))

    def _make_view(self) -> _Rows:
        view = _Rows()
        self._rows = HistoryRows(view)
        view.setModel(self.model)
        view.setItemDelegate(self._rows)
        view.setProperty("look", "quiet")
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(translate("HistoryPanel", "History"))
        return view

    def _make_choice(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "small")
        menu = QMenu(made)
        group = QActionGroup(menu)
        for key in HISTORY:
            action = menu.addAction(literal_action(title_of(key)))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self._kpi)
            group.addAction(action)
        made.setMenu(menu)
        made.setAccessibleName(
            translate("HistoryPanel", "Key figure whose changes the history tells")
        )
        return made

    def _make_bookmarks(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "flat")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(QMenu(made))
        made.setToolTip(
            translate("HistoryPanel", "Bookmarks: go back to one, present them or edit them")
        )
        made.setAccessibleName(translate("HistoryPanel", "Bookmarks"))
        made.menu().aboutToShow.connect(self._fill_bookmarks)
        made.menu().triggered.connect(self._on_bookmark)
        return made

    def _show_choice(self) -> None:
        text = translate("HistoryPanel", "Effects on: {kpi}, Dec {year}")
        element = self._effects.element_of(self._kpi)
        kpi = in_turn((title_of(self._kpi), name_within(element) if element else ""))
        text = text.format(kpi=kpi, year=self._year)
        set_tip(self.kpi, text)
        if element:
            text = translate("HistoryPanel", "{kpi}, Dec {year}")
            text = text.format(kpi=kpi, year=self._year)
        self.kpi.setText(f"{literal_action(text)} \N{BLACK DOWN-POINTING SMALL TRIANGLE}")

    def show_figure(self, key: str) -> None:
        """Tell the effects on one of the figures it knows; of another nothing changes."""
        for action in self.kpi.menu().actions():
            if action.data() == key:
                action.setChecked(True)
                self._on_kpi(action)

    def _on_kpi(self, action: QAction) -> None:
        self._kpi = str(action.data())
        self._show_choice()
        self._show_effects()

    def _lay_out(self) -> None:
        self._head.setContentsMargins(10, 0, 4, 0)
        self._head.setSpacing(0)
        self._head.addWidget(label(translate("HistoryPanel", "History"), look="title"), 1)
        self._head.addWidget(self.bookmarks)
        choice = QHBoxLayout()
        choice.setContentsMargins(9, 0, 8, 2)
        choice.addWidget(self.kpi)
        choice.addStretch(1)
        self._show_choice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head)
        layout.addLayout(choice)
        layout.addWidget(self.view, 1)
