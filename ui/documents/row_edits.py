"""The edits a row of an input leads to, and what undo and redo call them.

Functions on a document. They do not know rows; `title` is the full name of the input.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from planner.model.scenario import Scenario
from ui.documents.current import Edited
from ui.documents.resets import reset


def change(document: Edited, title: str, scenario: Scenario, key: str, *, final: bool) -> None:
    """Take over a scenario in which the input has moved; moves of one key are one step."""
    text = QCoreApplication.translate("RowEdits", "Change {name}").format(name=title)
    document.edit(text, scenario, key, final=final)


def settle(document: Edited) -> None:
    """End the step that is open: the hand has come to rest."""
    document.edit("", document.scenario)


def put_back(document: Edited, title: str, names: Iterable[str], target: str) -> None:
    """Put the values with these addresses back: to `default`, to `baseline` or to `saved`."""
    match target:
        case "baseline":
            text = QCoreApplication.translate("RowEdits", "Reset {name} to the baseline")
            scenario = reset(document.scenario, names, "baseline", document.saved)
        case "saved":
            text = QCoreApplication.translate("RowEdits", "Reset {name} to saved")
            scenario = reset(document.scenario, names, "saved", document.saved)
        case _:
            text = QCoreApplication.translate("RowEdits", "Reset {name}")
            scenario = reset(document.scenario, names, "default", document.saved)
    document.edit(text.format(name=title), scenario)
