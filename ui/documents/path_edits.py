"""The edits of a path that a document takes, and what undo and redo call them. Floor: documents.

Functions on a document and on whose path it is. They know no widgets.
"""

from PySide6.QtCore import QCoreApplication

from planner.model.lever_settings import path_mates
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever, without_changes
from ui.documents.current import Edited
from ui.wording.paths.subject import PathSubject


def with_path(scenario: Scenario, subject: PathSubject, path: LeverPath) -> Scenario:
    """Return the scenario on a path, in place of all it sets of it. Raises ScenarioError."""
    others = without_changes(scenario, path_mates(subject.address))
    return with_lever(others, subject.address, path)


def change_path(
    document: Edited, subject: PathSubject, path: LeverPath, *, final: bool = True, step: str = ""
) -> None:
    """Take over a path; moves that are not final are one step with the one that is.

    `step` is what undo calls it, "Change the path of ..." unless given.
    """
    text = step or QCoreApplication.translate("PathEdits", "Change the path of {name}")
    scenario = with_path(document.scenario, subject, path)
    document.edit(text.format(name=subject.name), scenario, f"path {subject.address}", final=final)


def back_to_published(document: Edited, subject: PathSubject) -> None:
    """Put the published path back."""
    text = QCoreApplication.translate("PathEdits", "Put the published path of {name} back")
    scenario = without_changes(document.scenario, path_mates(subject.address))
    document.edit(text.format(name=subject.name), scenario)
