"""Draws beside a step of a story the scenarios that it keeps, as they were. Floor: controllers.

As long as a story is played other documents stand in for those that are open beside the one on
screen: nothing of these changes, and they are drawn again as they were at its end.
"""

from collections.abc import Mapping, Sequence

from planner.model.scenario import Scenario
from planner.model.story.states import BesideStep, with_state
from ui.controllers.kept.titles import title_that_fits
from ui.documents.document import Document
from ui.documents.workspace import Workspace


class BesideStage:
    """Knows who stands in for whom from `begin` to `leave`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stand_ins: dict[Document, Document] = {}
        self._drawn: dict[Document, bool] = {}

    def begin(self) -> None:
        """Let other documents stand in for all scenarios but that on screen."""
        workspace = self._workspace
        others = [each for each in workspace.scenarios if each is not workspace.current]
        self._drawn = {each: workspace.is_drawn(each) for each in others}
        self._stand_ins = {each: workspace.stand_in(each, on_screen=False) for each in others}

    def show(self, beside: Sequence[BesideStep] | None) -> tuple[str, ...]:
        """Draw scenarios in their states, and no others; return the titles of those not open.

        Where it is not known which were drawn, all is drawn as before the story.
        """
        if beside is None:
            for document, made in self._stand_ins.items():
                made.replace(document.scenario)
            self._draw({made: self._drawn[each] for each, made in self._stand_ins.items()})
            return ()
        wanted = {each.title: each.state for each in beside}
        names = {each: self._name(made) for each, made in self._stand_ins.items()}
        for document, made in self._stand_ins.items():
            made.replace(_as_kept(document.scenario, wanted.get(names[document])))
        self._draw({made: names[each] in wanted for each, made in self._stand_ins.items()})
        return tuple(title for title in wanted if title not in names.values())

    def leave(self) -> None:
        """Put all documents back in their places, drawn as they were."""
        for document, made in self._stand_ins.items():
            self._workspace.stand_back(made, document)
        self._stand_ins = {}
        self._draw(self._drawn)
        self._drawn = {}

    def _name(self, document: Document) -> str:
        return title_that_fits(self._workspace.name(document))

    def _draw(self, marks: Mapping[Document, bool]) -> None:
        """Draw documents or not; first those go that give their colors to others."""
        for document, is_drawn in sorted(marks.items(), key=_is_drawn):
            self._workspace.draw(document, drawn=is_drawn)


def _is_drawn(mark: tuple[Document, bool]) -> bool:
    return mark[1]


def _as_kept(scenario: Scenario, state: Scenario | None) -> Scenario:
    return scenario if state is None else with_state(scenario, state)
