"""The edits of a path that a document takes, and what undo and redo call them. Floor: documents.

Functions on a document and on whose path it is. They know no widgets.
"""

from functools import partial

from planner.model.lever_settings import path_mates
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, with_lever, without_changes
from planner.storage.sentences.catalog import translate
from ui.documents.current import Edited
from ui.wording.paths.all_areas import paths_of_all
from ui.wording.paths.subject import PathSubject


def with_path(
    scenario: Scenario, subject: PathSubject, path: LeverPath, held: Scenario | None = None
) -> Scenario:
    """Return the scenario on a path, in place of all it sets of it. Raises ScenarioError.

    All areas together keep the proportions they have, or had when a hand took `held`.
    """
    if not subject.is_whole:
        return with_lever(without_path(scenario, subject), subject.address, path)
    before = [lever_path(held or scenario, name) for name in subject.names]
    paths = paths_of_all(subject.lever, path, before)
    for name, each in zip(subject.names, paths, strict=True):
        if each != lever_path(scenario, name):
            scenario = with_lever(without_changes(scenario, path_mates(name)), name, each)
    return scenario


def without_path(scenario: Scenario, subject: PathSubject) -> Scenario:
    """Return the scenario on the published path."""
    mates = {mate for name in subject.names for mate in path_mates(name)}
    return without_changes(scenario, mates)


def change_path(
    document: Edited,
    subject: PathSubject,
    path: LeverPath,
    *,
    final: bool = True,
    held: Scenario | None = None,
) -> None:
    """Take over a path; moves that are not final are one step with the one that is.

    A hand that moves tells what it took `held` of.
    """
    scenario = with_path(document.scenario, subject, path, held)
    key = f"path {subject.address}"
    document.edit(partial(_change, subject), scenario, key, final=final)


def back_to_published(document: Edited, subject: PathSubject) -> None:
    """Put the published path back."""
    document.edit(partial(_way_back, subject), without_path(document.scenario, subject))


def _change(subject: PathSubject) -> str:
    return translate("PathEdits", "Change the path of {name}").format(name=subject.name)


def _way_back(subject: PathSubject) -> str:
    text = translate("PathEdits", "Put the published path of {name} back")
    return text.format(name=subject.name)
