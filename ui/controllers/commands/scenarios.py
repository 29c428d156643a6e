"""The commands on one scenario: show, save, copy, close it, its title, color, place.

They act on the scenario at hand: the row whose menu is open, else the one on screen. What cannot
be done with the baseline is said. Floor: controllers.
"""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from planner.model.scenario import Scenario
from planner.model.targets.faults import TargetError
from planner.storage.sentences.catalog import translate
from planner.studies.parts.joining import ClashError, joined
from ui.controllers.closing import CloseController
from ui.controllers.files.saving import Saving
from ui.documents.current import Current
from ui.documents.document import Document, Place
from ui.documents.typed import Typed
from ui.documents.workspace import Workspace
from ui.views.dialogs.properties import PropertiesDialog, Typing
from ui.views.main_window import MainWindow
from ui.views.scenario_list import copy_of
from ui.wording.compared.joining import clash_sentence, joined_title
from ui.wording.translate import sentence_of

ColorName = Literal["0", "1", "2", "3", "4", "5", "6", "7"]
"""The number of a data color, as a row of a command holds it."""


class ScenarioController(QObject):
    """What the list of open scenarios and the commands on a whole scenario do."""

    refused = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        current: Current,
        saving: Saving,
        closing: CloseController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._saving = saving
        self._closing = closing
        self._list = window.shelf.scenarios
        model = self._list.model
        model.renamed.connect(self.rename)
        model.refused.connect(self.refused)

    def save(self) -> None:
        """Save the scenario at hand; the baseline too may be put in a file, to start from."""
        document = self._list.at_hand or self._workspace.baseline
        if document is not None:
            self._saving.save(document)
        else:
            self._refuse_baseline()

    def close(self) -> None:
        """Close the scenario at hand, after asking what becomes of its changes."""
        document = self._list.at_hand
        if document is None:
            self._refuse_baseline()
        else:
            self._closing.close(document)

    def duplicate(self) -> None:
        """Put a copy of the scenario on screen; a copy of the baseline is a new scenario."""
        document = self._list.at_hand
        if document is None:
            self._workspace.begin()
            return
        title = copy_of(document, self._workspace)
        copy = replace(document.scenario, title=title)
        self._workspace.open(anew=True).restore(copy, Scenario(), Place())

    def combine(self) -> None:
        """Open a scenario that makes the changes of all that are checked; say why it cannot."""
        documents = [
            each
            for each in self._workspace.scenarios
            if self._workspace.is_drawn(each) and each.scenario.levers
        ]
        if len(documents) < 2:  # noqa: PLR2004 - one alone is no combination
            self.refused.emit(
                translate("ScenarioController", "Check two scenarios or more that change levers")
            )
            return
        names = [self._workspace.name(each) for each in documents]
        named = [
            replace(each.scenario, title=name) for each, name in zip(documents, names, strict=True)
        ]
        try:
            made = joined(named, joined_title(names))
        except ClashError as error:
            self.refused.emit(clash_sentence(error))
        except TargetError:
            self.refused.emit(
                translate(
                    "ScenarioController", "Together they have more targets than a scenario can hold"
                )
            )
        else:
            self._open_combined(made, documents)

    def _open_combined(self, made: Scenario, parts: list[Document]) -> None:
        """Put a combination on screen: the one that is open already, if there is one."""
        twin = next((each for each in parts if each.scenario.levers == made.levers), None)
        if twin is None:
            self._workspace.open(anew=True).restore(made, Scenario(), Place())
        else:
            self._workspace.show(twin)

    def paint(self, color: ColorName) -> None:
        """Give the scenario at hand a color; one that has it takes the color given up."""
        document = self._list.at_hand
        if document is None:
            self.refused.emit(
                translate(
                    "ScenarioController",
                    "The baseline is drawn thin and in no color, as on all charts",
                )
            )
        else:
            self._workspace.paint(document, int(color))

    def move_up(self) -> None:
        """Put the scenario at hand one place higher in the list, legends and tables."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the scenario at hand one place lower."""
        self._move(1)

    def show_only(self) -> None:
        """Bring the scenario at hand on screen, and let charts draw no other one."""
        self._workspace.draw_only(self._list.at_hand)

    def rename_in_list(self) -> None:
        """Let the title of the scenario at hand be typed, in its place in the list."""
        self._window.shelf.setVisible(True)
        self._list.rename(self._list.at_hand)

    def _move(self, step: int) -> None:
        document = self._list.at_hand
        if document is None:
            self.refused.emit(translate("ScenarioController", "The baseline always stands first"))
        else:
            place = self._workspace.scenarios.index(document) + step
            self._workspace.move(document, place)

    def _refuse_baseline(self) -> None:
        self.refused.emit(self._list.model.why_baseline_stays())

    def rename(self, document: Document, title: str) -> None:
        """Give a scenario another title, unless it could not be saved under it."""
        from planner.files.format.plain_text import check_title
        from planner.storage.sentences.file_error import FileError

        title = title.strip()
        if not title or title == document.scenario.title:
            return
        try:
            check_title(title, document.file_name)
        except FileError as error:
            self.refused.emit(sentence_of(error.message))
            return
        document.rename(title)

    def show_properties(self) -> None:
        """Let the texts of the scenario be typed."""
        self.type_on(self._current.document, {})

    def type_on(self, document: Document, typed: Typed) -> None:
        """Let somebody go on typing texts for a scenario."""
        dialog = PropertiesDialog(document.scenario, self._window, typed)
        Typing(document, dialog)
        dialog.open()

    def show_next(self) -> None:
        """Put the next open scenario on screen."""
        self._walk(1)

    def show_previous(self) -> None:
        """Put the previous open scenario on screen."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        """Go to another row of the list, the baseline's among them."""
        rows = (None, *self._workspace.scenarios)
        current = self._workspace.current
        row = rows.index(current) if current in rows else 0
        self._workspace.show(rows[(row + step) % len(rows)])
