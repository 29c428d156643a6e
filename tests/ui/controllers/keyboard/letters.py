"""The letters that lead by the menus to a command, in the language that is spoken."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt

from ui.wording.commands.command import Command, Menu
from ui.wording.commands.table import MENUS, rows_of
from ui.wording.translate import command_text


def letter_of(text: str) -> Qt.Key:
    """Return the key of the letter that is underlined in a text of a menu."""
    key: Qt.Key = getattr(Qt.Key, f"Key_{re.findall('&([^&])', command_text(text))[0].upper()}")
    return key


def ways() -> Iterator[tuple[list[Menu], Command]]:
    """Go through the commands, each with the menus that lead to it, from the bar on."""
    around = {menu.key: menu for menu in MENUS}
    for menu in MENUS:
        above = [menu]
        while above[0].inside:
            above.insert(0, around[above[0].inside])
        for row in rows_of(menu):
            if isinstance(row, Command):
                yield above, row
