"""The menu bar and the context menus, made of the rows of commands and menus."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.views.commands.actions import Actions
from ui.widgets.menus.menu_tips import MenuTips
from ui.wording.commands.command import Command, Menu, Place
from ui.wording.commands.table import MENUS, offered_in, rows_of
from ui.wording.commands.words import in_full
from ui.wording.literal import literal_action
from ui.wording.translate import command_text


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Fill a menu bar with every menu; return them by key."""
    made = {menu.key: QMenu(command_text(menu.text), bar) for menu in MENUS}
    for each in made.values():
        MenuTips(each)
    for menu in MENUS:
        for row in rows_of(menu):
            _add(made[menu.key], row, made, actions)
        if not menu.inside:
            bar.addMenu(made[menu.key])
    return made


def context_menu(place: Place, actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of a part of the window, in full words; it is gone when it closes."""
    menu = QMenu(parent)
    MenuTips(menu)
    for row in offered_in(place):
        _add_in_full(menu, row, actions[row.key])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, row: Command | Menu, menus: dict[str, QMenu], actions: Actions) -> None:
    if row.is_apart:
        menu.addSeparator()
    match row:
        case Menu():
            menu.addMenu(menus[row.key])
        case Command():
            menu.addAction(actions[row.key])


def _add_in_full(menu: QMenu, row: Command, action: QAction) -> None:
    """Add an entry that gives a command; its own action has the short words of the menu bar."""
    entry = menu.addAction(literal_action(in_full(row)))
    entry.setToolTip(action.toolTip())
    entry.setCheckable(action.isCheckable())
    entry.setChecked(action.isChecked())
    entry.setEnabled(action.isEnabled())
    entry.triggered.connect(action.trigger)
