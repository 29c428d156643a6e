"""The menu from which the outcomes of the comparison are chosen, in the groups of the model.

It stays open while outcomes are checked, so that several are chosen at once. Floor: views.
"""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.outcome import GROUPS, Group, Outcome
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Pair
from ui.widgets.menus.staying_menu import StayingMenu
from ui.wording.compared.cells import row_name


class RowsMenu(QToolButton):
    """A button with the menu; `toggled_row` carries an outcome and element, `reset` none."""

    toggled_row = Signal(object)
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(translate("RowsMenu", "Rows"))
        self.setToolTip(translate("RowsMenu", "Choose the outcomes that stand in the table"))
        self.setAccessibleName(self.toolTip())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._chosen: frozenset[Pair] = frozenset()
        self._actions: dict[Pair, QAction] = {}
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def show_chosen(self, chosen: Collection[Pair]) -> None:
        """Check these outcomes."""
        self._chosen = frozenset(chosen)
        for pair, action in self._actions.items():
            action.setChecked(pair in self._chosen)

    def _fill(self) -> None:
        """Make the menu when it is first wanted."""
        if self._actions:
            return
        for group, title in GROUPS.items():
            rows = [row for row in model().outcomes.values() if row.group == group]
            if rows:
                self._add_group(group, model_text(title), rows)
        self.menu().addSeparator()
        usual = self.menu().addAction(translate("RowsMenu", "Usual rows"))
        usual.setToolTip(translate("RowsMenu", "What the charts show, and the key figures"))
        usual.triggered.connect(self.reset)

    def _add_group(self, group: Group, title: str, rows: list[Outcome]) -> None:
        submenu = StayingMenu(title, self)
        submenu.setObjectName(group)
        for row in rows:
            if len(row.elements) == 1:
                self._add(submenu, (row.key, row.elements[0]), row_name(Request(row.key)))
                continue
            inside = StayingMenu(model_text(row.label), self)
            for element in row.elements:
                name = model_text(LABELS[element]) if element else translate("RowsMenu", "Total")
                self._add(inside, (row.key, element), name)
            submenu.addMenu(inside)
        self.menu().addMenu(submenu)

    def _add(self, menu: QMenu, pair: Pair, name: str) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(pair in self._chosen)
        action.setData(pair)
        action.triggered.connect(self._on_triggered)
        self._actions[pair] = action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggled_row.emit(tuple(action.data()))
