"""What a row of a command or of a menu holds; no Qt.

Texts are marked here and translated where they are shown. What a command does stands elsewhere, in
the method that its `handler` names.
"""

from dataclasses import dataclass
from typing import Literal

Check = Literal[
    "view",
    "theme",
    "language",
    "text_size",
    "money",
    "compute",
    "arrangement",
    "area",
    "enlarged",
    "log",
    "pinned",
    "strips",
    "anonymous",
    "table",
    "matrix",
    "ask",
    "side",
    "panel",
    "color",
]
"""What a check mark shows. Of a choice, such as the view, each row carries one value as `data`."""
Condition = Literal[
    "always",
    "saved",
    "writable",
    "targets",
    "inspected",
    "off_default",
    "off_baseline",
    "off_saved",
]
"""When a command can be given: always, once a file is saved, where the file may be written, where
there are targets, while it is told how a value is computed, or where the input at hand is off what
the command puts it back to."""
ToolbarGroup = Literal["files", "steps", "charts", "panels"]
Place = Literal["chart", "scenarios", "scenario", "steps", "step", "input"]
"""A part of the window that offers commands of its own: a chart, the list of scenarios and one
scenario of it, the history and one step of it, a lever or an assumption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A menu of the menu bar, or of the menu it is `inside`.

    `is_apart` puts a line above it; `places` have it in their own menus, too.
    """

    key: str
    text: str
    inside: str = ""
    is_apart: bool = False
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: what it is called, where it stands, and which handler it calls.

    `handler` names an attribute of `ui.controllers.commands.handlers.Handlers` and a method of it,
    such as `files.new`. It is called with `data` where there is any, with the new state where there
    is a check mark, else with nothing. Empty, Qt's undo group acts.

    `standard_key` is a name in Qt's `QKeySequence.StandardKey`, which differs from system to
    system; `shortcuts` are the same everywhere. `full_text` says what is meant where the menu
    around it is not seen; `tip` adds what neither says.
    """

    key: str
    text: str
    handler: str
    menu: str = ""
    is_apart: bool = False
    full_text: str = ""
    tip: str = ""
    standard_key: str = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    data: str = ""
    checked_by: Check | None = None
    enabled_when: Condition = "always"
    toolbar: ToolbarGroup | None = None
    places: tuple[Place, ...] = ()
    role: Literal["", "quit", "about"] = ""

    @property
    def is_checkable(self) -> bool:
        """Whether a check mark stands before it."""
        return self.checked_by is not None

    @property
    def is_choice(self) -> bool:
        """Whether it is one of several of which exactly one is checked; areas may be several."""
        return self.is_checkable and bool(self.data) and self.checked_by != "area"
