"""The actions of the window, one for each row of a command: its words, its keys, its icon.

What an action calls is connected in `ui.controllers.commands.controller`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QIcon,
    QKeySequence,
    QPixmap,
    QUndoGroup,
)

from ui.style.theme import Theme, faint
from ui.views.commands.step_action import StepAction
from ui.widgets.fields.number_field import take_half_typed
from ui.widgets.icon import icon
from ui.wording.commands.command import Command
from ui.wording.commands.table import COMMANDS
from ui.wording.commands.words import tip_of
from ui.wording.translate import command_text

Actions = dict[str, QAction]
"""By the key of the command."""

_ROLES = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}


def make_actions(owner: QObject, undo_group: QUndoGroup) -> Actions:
    """Return the actions of a window; undo and redo follow the active stack of the group."""
    made = {row.key: _action(row, owner, undo_group) for row in COMMANDS}
    for check in dict.fromkeys(row.checked_by for row in COMMANDS if row.is_choice):
        group = QActionGroup(owner)
        for row in COMMANDS:
            if row.checked_by == check:
                group.addAction(made[row.key])
    return made


def show_icons(actions: Actions, theme: Theme) -> None:
    """Draw the icons in the colors of the theme."""
    for row in COMMANDS:
        if row.icon:
            actions[row.key].setIcon(icon(row.icon, theme.text, faint(theme)))


def show_swatches(actions: Actions, colors: Sequence[str]) -> None:
    """Show beside each command that chooses a color what it looks like."""
    for row in COMMANDS:
        if row.checked_by == "color":
            swatch = QPixmap(12, 12)
            swatch.fill(QColor(colors[int(row.data)]))
            actions[row.key].setIcon(QIcon(swatch))


def keys_of(command: Command) -> list[QKeySequence]:
    """Return the shortcuts of a command on this system, that of the system first."""
    own = [QKeySequence(text) for text in command.shortcuts]
    if not command.standard_key:
        return own
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey[command.standard_key])
    return [*keys, *(key for key in own if key not in keys)]


def _action(row: Command, owner: QObject, undo_group: QUndoGroup) -> QAction:
    text = command_text(row.text)
    made: QAction
    match row.key:
        case "undo":
            made = StepAction("undo", text, undo_group, owner)
        case "redo":
            made = StepAction("redo", text, undo_group, owner)
        case _:
            made = QAction(text, owner)
            made.setToolTip(tip_of(row))
            made.triggered.connect(take_half_typed)
    made.setObjectName(row.key)
    made.setShortcuts(keys_of(row))
    made.setCheckable(row.is_checkable)
    made.setIconVisibleInMenu(not row.is_checkable or row.checked_by == "color")
    if row.role:
        made.setMenuRole(_ROLES[row.role])
    return made
