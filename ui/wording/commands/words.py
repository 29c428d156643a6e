"""How a command is called where the menu around it is not seen, and what its tip says."""

import re
from typing import Final

from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import called
from ui.wording.commands.command import Command, Menu
from ui.wording.commands.rows.views import VIEW
from ui.wording.literal import literal_action
from ui.wording.translate import command_text

_MNEMONIC: Final = re.compile(r"\(&.\)|&(?P<letter>.)")
"""A letter that chooses a command: in brackets behind words that have no letters."""
_VIEW: Final = "view_"
_COMPARING: Final = ("difference", "percent")


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
    return _MNEMONIC.sub(lambda found: found["letter"] or "", text)


def view_names(against: str) -> dict[str, str]:
    """Return what views that compare are called in a menu, by their keys.

    They are named after what all is `against`, and as their commands are where it is the baseline.
    """
    if not against:
        texts = {row.key.removeprefix(_VIEW): row.text for row in VIEW}
        return {key: command_text(texts[key]) for key in _COMPARING}
    name = literal_action(called(against))
    return {
        "difference": translate("Commands", "&Difference from {scenario}").format(scenario=name),
        "percent": translate("Commands", "Difference from {scenario} in &percent").format(
            scenario=name
        ),
    }


def view_name(view: str) -> str:
    """Return what a view is called where the baseline is what all is held against."""
    texts = {row.key.removeprefix(_VIEW): row.text for row in VIEW}
    return _plain(command_text(texts[view]))


def view_tips(against: str) -> dict[str, str]:
    """Return what the buttons of these views tell: nothing of the baseline."""
    names = view_names(against)
    return {key: _plain(text) if against else "" for key, text in names.items()}
