"""The menu from which the levers of the matrix are chosen, in the groups of the side.

It stays open while levers are checked. Those in which scenarios differ are always there. Floor:
views.
"""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.model.indices import LABELS, address
from planner.model.inputs import Lever, elements_of
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.views.inputs.groups import lever_groups
from ui.widgets.menus.staying_menu import StayingMenu
from ui.wording.literal import literal_action
from ui.wording.rows.described import described


class LeversMenu(QToolButton):
    """A button with the menu; `toggled_lever` carries the address of a lever, `reset` nothing."""

    toggled_lever = Signal(str)
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(translate("LeversMenu", "Levers"))
        self.setToolTip(translate("LeversMenu", "Choose the levers that stand in the table"))
        self.setAccessibleName(self.toolTip())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._chosen: frozenset[str] = frozenset()
        self._differing: frozenset[str] = frozenset()
        self.actions_: dict[str, QAction] = {}
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def show_chosen(self, chosen: Collection[str], differing: Collection[str]) -> None:
        """Check these levers; those that differ cannot be left out."""
        self._chosen, self._differing = frozenset(chosen), frozenset(differing)
        for name in self.actions_:
            self._mark(name)

    def _fill(self) -> None:
        """Make the menu when it is first wanted."""
        if self.actions_:
            return
        for group in lever_groups():
            submenu = StayingMenu(literal_action(group.title), self)
            for lever in (*group.top, *group.rest):
                if isinstance(lever, Lever):
                    self._add_lever(submenu, lever)
            self.menu().addMenu(submenu)
        self.menu().addSeparator()
        usual = self.menu().addAction(translate("LeversMenu", "Usual levers"))
        usual.setToolTip(
            translate("LeversMenu", "Those that differ, and those always in view at the left")
        )
        usual.triggered.connect(self.reset)

    def _add_lever(self, menu: QMenu, lever: Lever) -> None:
        if lever.index is None:
            self._add(menu, lever.key, described(lever).name)
            return
        inside = StayingMenu(literal_action(model_text(lever.label)), self)
        self._add(inside, lever.key, translate("LeversMenu", "All places together"))
        for element in elements_of(lever):
            self._add(inside, address(lever.key, element), model_text(LABELS[element]))
        menu.addMenu(inside)

    def _add(self, menu: QMenu, name: str, text: str) -> None:
        action = menu.addAction(literal_action(text))
        action.setCheckable(True)
        action.setData(name)
        action.triggered.connect(self._on_triggered)
        self.actions_[name] = action
        self._mark(name)

    def _mark(self, name: str) -> None:
        action, differs = self.actions_[name], name in self._differing
        action.setChecked(differs or name in self._chosen)
        action.setEnabled(not differs)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggled_lever.emit(action.data())
