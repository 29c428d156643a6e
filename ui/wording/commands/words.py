"""How a command is called where the menu around it is not seen, and what its tip says."""

import re
from typing import Final

from ui.wording.commands.command import Command, Menu
from ui.wording.translate import command_text

_MNEMONIC: Final = re.compile(r"&(.)")


def in_full(command: Command) -> str:
    """Return the words of a command by itself, without the letter that chooses it in a menu."""
    return _plain(command_text(command.full_text or command.text))


def title_of_menu(menu: Menu) -> str:
    """Return the title of a menu without the letter that opens it."""
    return _plain(command_text(menu.text))


def tip_of(command: Command) -> str:
    """Return what a button tells of its command."""
    return command_text(command.tip) if command.tip else in_full(command).rstrip("…")


def _plain(text: str) -> str:
    return _MNEMONIC.sub(r"\1", text)
