"""What of a picture is open already: documents without a file that hold what drew it."""

from typing import TYPE_CHECKING

from planner.model.scenario import Scenario
from ui.documents.document import Document
from ui.documents.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.files.scenario.scenario_file import Opened


def unsaved_with(workspace: Workspace, scenario: Scenario) -> Document | None:
    """Return the document without a file that holds a scenario, None where there is none."""
    found = (each for each in workspace.documents if each.path is None)
    return next((each for each in found if each.scenario == scenario), None)


def not_open(workspace: Workspace, found: "Sequence[Opened]") -> "list[Opened]":
    """Return those scenarios of a picture that no document without a file holds."""
    return [each for each in found if unsaved_with(workspace, each.scenario) is None]
