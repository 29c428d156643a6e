"""The entries of the finder that are commands, and among them the places of the model.

What cannot be given at present is found as well, and says why not. Floor: controllers.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QKeySequence

from planner.model.stand_ins import CHINESE_AREAS, ITALIAN_AREAS
from planner.storage.sentences.catalog import translate
from ui.controllers.commands.findable.kinds import Given
from ui.views.commands.actions import Actions
from ui.widgets.choosing.entry import Entry, Group
from ui.wording.commands.command import Command
from ui.wording.commands.reasons import why_not
from ui.wording.commands.table import COMMANDS, MENUS
from ui.wording.commands.words import in_full, title_of_menu
from ui.wording.finding.names import in_every_language
from ui.wording.finding.synonyms import synonyms_of


def commands(actions: Actions) -> Group:
    """Return the commands of the menus but those that choose a place."""
    rows = (row for row in COMMANDS if row.menu and row.checked_by != "area")
    return Group(translate("Finder", "Commands"), _entries(rows, actions))


def places(actions: Actions) -> Group:
    """Return the places that the window can be about."""
    rows = (row for row in COMMANDS if row.checked_by == "area")
    return Group(translate("Finder", "Places"), _entries(rows, actions))


def names_of(row: Command) -> tuple[str, ...]:
    """Return what a command is called in every language and by other people."""
    place = row.data if row.checked_by == "area" else ""
    areas = (names.get(place, "") for names in (CHINESE_AREAS, ITALIAN_AREAS))
    words = in_every_language(partial(in_full, row))
    return (*words, *filter(None, areas), *synonyms_of("commands", row.key))


def _entries(rows: Iterable[Command], actions: Actions) -> tuple[Entry, ...]:
    titles = {menu.key: title_of_menu(menu) for menu in MENUS}
    return tuple(_entry(row, actions, titles[row.menu]) for row in rows)


def _entry(row: Command, actions: Actions, menu: str) -> Entry:
    action = actions[row.key]
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    asked = action.toolTip() if row.menu == "ask" else ""
    text, *others = names_of(row)
    return Entry(
        value=Given(row.key),
        text=text,
        names=tuple(others),
        more=f"{menu} {row.key} {asked}",
        aside=keys or menu,
        tip=action.toolTip(),
        refusal="" if action.isEnabled() else why_not(row),
    )
