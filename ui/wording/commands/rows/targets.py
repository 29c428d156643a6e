"""The rows of the menu of targets, which stands inside the menu Edit."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

TARGETS: Final = (
    Menu(key="targets", text=marked("Commands", "&Targets"), inside="edit", is_apart=True),
    Command(
        key="add_target",
        text=marked("Commands", "&Add a target…"),
        tip=marked("Commands", "Say what an outcome is to be, at least or at most"),
        handler="targets.add",
        menu="targets",
        icon="add",
    ),
    Command(
        key="add_target_here",
        text=marked("Commands", "Add a target &here…"),
        full_text=marked("Commands", "Add a target here…"),
        handler="targets.add_here",
        menu="targets",
        places=("chart",),
    ),
    Command(
        key="remove_targets",
        text=marked("Commands", "&Remove all targets"),
        handler="targets.remove_all",
        menu="targets",
        enabled_when="targets",
    ),
)
