"""Every key of the window in groups: those of commands, menu by menu, and those of its parts.

What is shown, searched, copied and printed is made of these rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from ui.views.commands.actions import keys_of
from ui.wording.commands.command import Command
from ui.wording.commands.part_keys import part_keys
from ui.wording.commands.table import MENUS, commands_of
from ui.wording.commands.words import in_full, tip_of, title_of_menu
from ui.wording.finding.ranking import rank, sought_by, typed

_APART: Final = "   "


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What is done, by which keys, none where there are none, and what else is told of it."""

    does: str
    keys: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """The shortcuts of a menu, or of a part of the window."""

    title: str
    rows: tuple[Shortcut, ...]


def shortcut_groups() -> tuple[ShortcutGroup, ...]:
    """Return every group: the menus in their order, then the parts."""
    menus = [
        ShortcutGroup(title_of_menu(menu), tuple(map(_of_command, commands_of(menu))))
        for menu in MENUS
        if not menu.inside
    ]
    parts = [
        ShortcutGroup(title, tuple(Shortcut(row.does, _native(row.keys)) for row in rows))
        for title, rows in part_keys().items()
    ]
    return (*menus, *parts)


def found_in(groups: Sequence[ShortcutGroup], text: str) -> tuple[ShortcutGroup, ...]:
    """Return the rows that answer to a text by what they do, by their keys or by their group."""
    asked = typed(text)
    if not asked.words:
        return tuple(groups)
    kept = (
        ShortcutGroup(
            group.title,
            tuple(
                row
                for row in group.rows
                if rank(asked, sought_by((row.does,), f"{row.keys} {row.more} {group.title}"))
            ),
        )
        for group in groups
    )
    return tuple(group for group in kept if group.rows)


def as_text(groups: Sequence[ShortcutGroup]) -> str:
    """Return groups as lines of text: what is done, a tab, the keys."""
    parts = (
        "\n".join([group.title, *(f"{row.does}\t{row.keys}".rstrip() for row in group.rows)])
        for group in groups
    )
    return "\n\n".join(parts) + "\n"


def _of_command(row: Command) -> Shortcut:
    more = tip_of(row) if row.tip else ""
    return Shortcut(in_full(row).rstrip("…"), _APART.join(_keys_in_words(row)), more)


def _keys_in_words(command: Command) -> list[str]:
    """Return the shortcuts but those on keys that few keyboards have, such as one that saves."""
    native = QKeySequence.SequenceFormat.NativeText
    usual = (key for key in keys_of(command) if _last_key(key) < Qt.Key.Key_F13)
    return [key.toString(native) for key in usual]


def _native(keys: str) -> str:
    """Return keys as this system names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return _APART.join(QKeySequence(key).toString(native) or key for key in keys.split())


def _last_key(keys: QKeySequence) -> Qt.Key:
    held: QKeyCombination = keys[keys.count() - 1]  # type: ignore[index]  # Qt's stubs lack it
    return held.key()
