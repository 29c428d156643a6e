"""Every command and menu of the window, one row each, in the order in which the menus show them.

Adding a command is adding its row, in the file of its menu, and the method that its `handler`
names. Menus, toolbar, context menus, shortcuts, the list of them in the help and what Find finds
follow from here.
"""

from itertools import chain
from typing import Final, get_args

from ui.wording.answers.questions import ASK
from ui.wording.commands.command import Command, Menu, Place, ToolbarGroup
from ui.wording.commands.rows.edits import EDIT
from ui.wording.commands.rows.files import FILE
from ui.wording.commands.rows.help import HELP
from ui.wording.commands.rows.inputs import INPUT
from ui.wording.commands.rows.scenarios import SCENARIO
from ui.wording.commands.rows.steps import STEP
from ui.wording.commands.rows.views import VIEW

ROWS: Final[tuple[Command | Menu, ...]] = (
    *FILE,
    *EDIT,
    *VIEW,
    *SCENARIO,
    *ASK,
    *HELP,
    *STEP,
    *INPUT,
)
COMMANDS: Final = tuple(row for row in ROWS if isinstance(row, Command))
MENUS: Final = tuple(row for row in ROWS if isinstance(row, Menu))


def rows_of(menu: Menu) -> tuple[Command | Menu, ...]:
    """Return the commands of a menu and the menus inside it, in order."""
    return tuple(row for row in ROWS if menu.key == _around(row))


def commands_of(menu: Menu) -> tuple[Command, ...]:
    """Return the commands of a menu and of the menus inside it, in order."""
    parts = ((row,) if isinstance(row, Command) else commands_of(row) for row in rows_of(menu))
    return tuple(chain.from_iterable(parts))


def offered_in(place: Place) -> tuple[Command, ...]:
    """Return the commands that a part of the window offers, in order."""
    return tuple(row for row in COMMANDS if place in row.places)


def menu_in(place: Place) -> tuple[Command | Menu, ...]:
    """Return the commands that a part of the window offers and its menus of them, in order."""
    return tuple(row for row in ROWS if place in row.places)


def on_toolbar() -> tuple[tuple[Command, ...], ...]:
    """Return the commands of the toolbar, group by group."""
    groups = get_args(ToolbarGroup)
    return tuple(tuple(row for row in COMMANDS if row.toolbar == group) for group in groups)


def _around(row: Command | Menu) -> str:
    return row.menu if isinstance(row, Command) else row.inside
