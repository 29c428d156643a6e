"""The rows of the menu of targets, which stands inside the menu Edit."""

from typing import Final

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

TARGETS: Final = (
    Menu(
        key="targets", text=QT_TRANSLATE_NOOP("Commands", "&Targets"), inside="edit", is_apart=True
    ),
    Command(
        key="add_target",
        text=QT_TRANSLATE_NOOP("Commands", "&Add a target…"),
        tip=QT_TRANSLATE_NOOP("Commands", "Say what an outcome is to be, at least or at most"),
        handler="targets.add",
        menu="targets",
        icon="add",
    ),
    Command(
        key="add_target_here",
        text=QT_TRANSLATE_NOOP("Commands", "Add a target &here…"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Add a target here…"),
        handler="targets.add_here",
        menu="targets",
        places=("chart",),
    ),
    Command(
        key="remove_targets",
        text=QT_TRANSLATE_NOOP("Commands", "&Remove all targets"),
        handler="targets.remove_all",
        menu="targets",
        enabled_when="targets",
    ),
)
