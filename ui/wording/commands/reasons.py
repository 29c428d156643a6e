"""Why a command cannot be given at present, in a sentence. No Qt."""

from planner.storage.sentences.catalog import translate
from ui.wording.commands.command import Command, Condition


def why_not(command: Command) -> str:
    """Return why a command is not offered that is offered at other times."""
    if command.checked_by == "area":
        return translate(
            "Finder", "As many places are on screen as have room beside each other. Take one away."
        )
    if not command.handler:
        return translate("Finder", "There is no such step in the history of the scenario.")
    return _unmet()[command.enabled_when]


def _unmet() -> dict[Condition, str]:
    """Return what is not so where a command cannot be given."""
    at_hand = translate("Finder", "The input at hand stands there already.")
    return {
        "always": translate("Finder", "This cannot be done at present."),
        "saved": translate("Finder", "The scenario was never saved: there is no state to go to."),
        "writable": translate("Finder", "The file may only be read. Save the scenario as another."),
        "targets": translate("Finder", "The scenario has no targets."),
        "inspected": translate("Finder", "Open “How is this computed?” first."),
        "off_default": at_hand,
        "off_baseline": at_hand,
        "off_saved": at_hand,
    }
