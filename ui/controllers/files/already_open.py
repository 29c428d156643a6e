"""What is open already: the document of a file, and those that hold what drew a picture."""

from typing import TYPE_CHECKING

from planner.model.scenario import Scenario
from ui.documents.document import Document, is_same_state
from ui.documents.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planner.files.scenario.scenario_file import Opened
    from planner.storage.identity import Identity
    from ui.documents.reading import Reading


def open_here(
    workspace: Workspace,
    path: "Path",
    target: "Path | None" = None,
    identity: "Identity | None" = None,
) -> Document | None:
    """Return the document of a file that is open in this window, None if there is none.

    No file is looked at: `target` is where the links of the path lead, and `identity` which file
    is there, as far as that is known.
    """
    wanted = {path.absolute(), target or path.absolute()}
    for document in workspace.documents:
        place = document.place
        if place.path is None:
            continue
        if wanted & {place.path.absolute(), place.target} or _is_one_file(identity, place.identity):
            return document
    return None


def _is_one_file(one: "Identity | None", other: "Identity | None") -> bool:
    """Tell whether two names are of one file, as two hard links are."""
    if one is None or other is None or not one.inode:
        return False
    return (one.device, one.inode) == (other.device, other.inode)


def unsaved_with(workspace: Workspace, scenario: Scenario) -> Document | None:
    """Return the document without a file that holds a scenario, None where there is none."""
    found = (each for each in workspace.documents if each.path is None)
    return next((each for each in found if _is_as_drawn(workspace, each, scenario)), None)


def _is_as_drawn(workspace: Workspace, document: Document, scenario: Scenario) -> bool:
    """Tell whether a document holds what was drawn, by its title or by its name."""
    titles = {document.scenario.title, workspace.name(document)}
    return scenario.title in titles and is_same_state(document.scenario, scenario)


def not_open(workspace: Workspace, found: "Sequence[Opened]") -> "list[Opened]":
    """Return those scenarios of a picture that no document without a file holds."""
    return [each for each in found if unsaved_with(workspace, each.scenario) is None]


def colors_of(
    reading: "Reading", workspace: Workspace, before: "Sequence[Document]"
) -> dict[Document, int]:
    """Return the colors in which a picture shows what was opened of it, not open `before`."""
    if not reading.colors:
        return {}
    scenarios = [each.scenario for each in (reading.found, *reading.others)]
    found = (unsaved_with(workspace, each) for each in scenarios)
    colors = zip(found, reading.colors, strict=True)
    return {each: color for each, color in colors if each is not None and each not in before}
