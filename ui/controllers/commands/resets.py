"""The commands that put values of the scenario on screen back, each as one step of its history."""

from dataclasses import replace
from functools import partial

from planner.model.scenario import assumption_addresses, lever_addresses
from planner.storage.sentences.catalog import translate
from ui.documents.commands import Saying
from ui.documents.current import Current
from ui.documents.resets import Target, reset


class Resets:
    """Ways back for all levers, all assumptions, or everything."""

    def __init__(self, current: Current) -> None:
        self._current = current

    def reset_levers(self, target: Target) -> None:
        """Put every lever back."""
        self._reset(partial(_of_levers, target), lever_addresses(), target)

    def reset_assumptions(self, target: Target) -> None:
        """Put every assumption back."""
        self._reset(partial(_of_assumptions, target), assumption_addresses(), target)

    def reset_to_saved(self) -> None:
        """Put everything but the title back to what was saved."""
        saved = replace(self._current.saved, title=self._current.scenario.title)
        self._current.edit(lambda: translate("Resets", "Reset to saved"), saved)

    def _reset(self, text: Saying, names: tuple[str, ...], target: Target) -> None:
        current = self._current
        current.edit(text, reset(current.scenario, names, target, current.saved))


def _of_levers(target: Target) -> str:
    match target:
        case "default":
            return translate("Resets", "Reset all levers")
        case "baseline":
            return translate("Resets", "Reset all levers to the baseline")
        case "saved":
            return translate("Resets", "Reset all levers to saved")


def _of_assumptions(target: Target) -> str:
    match target:
        case "default":
            return translate("Resets", "Reset all assumptions")
        case "baseline":
            return translate("Resets", "Reset all assumptions to the baseline")
        case "saved":
            return translate("Resets", "Reset all assumptions to saved")
