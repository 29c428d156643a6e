"""The edits a row of an input leads to, and what undo and redo call them.

Functions on a document. They do not know rows; `title` is the full name of the input.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from planner.model.scenario import Scenario, without_changes
from ui.current import Edited


def change(document: Edited, title: str, scenario: Scenario, key: str, *, final: bool) -> None:
    """Take over a scenario in which the input has moved; moves of one key are one step."""
    text = QCoreApplication.translate("RowEdits", "Change {name}").format(name=title)
    document.edit(text, scenario, key, final=final)


def reset(document: Edited, title: str, names: Iterable[str]) -> None:
    """Put the values with these addresses back to their defaults."""
    text = QCoreApplication.translate("RowEdits", "Reset {name}").format(name=title)
    document.edit(text, without_changes(document.scenario, names))


def reset_to_saved(document: Edited, title: str, scenario: Scenario) -> None:
    """Take over a scenario in which the input stands as in the saved one."""
    text = QCoreApplication.translate("RowEdits", "Reset {name} to saved").format(name=title)
    document.edit(text, scenario)
