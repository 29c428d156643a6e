"""What a hand does in the matrix: each act is one undo step of the scenario that it moves.

It knows documents, no widget. Undo and redo act on the document that was moved last; what was done
is told with the scenario's name, since that need not be the one on screen. Floor: views.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from planner.model.scenario import Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.documents import row_edits
from ui.documents.commands import Saying
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.wording.moves import difference_in_words
from ui.wording.rows.described import Described


class MatrixHand(QObject):
    """Edits documents; `told` gives a sentence on what was done."""

    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._held: tuple[Document, Described, Scenario] | None = None
        self._is_acting = False

    @property
    def is_acting(self) -> bool:
        """Whether what changes now is changed by this hand."""
        return self._is_acting or self._held is not None

    def move(self, document: Document, input_: Described, value: float, *, final: bool) -> None:
        """Move a lever from where it was when the hand took hold of it."""
        if self._held is None or self._held[:2] != (document, input_):
            self.settle()
            self._held = (document, input_, document.scenario)
            self._workspace.undo_in(document)
        held = self._held[2]
        moved = row_edits.moved(document.scenario, input_, "central", value, held)
        row_edits.change(document, input_, moved, final=final)
        if final:
            self._end(document, held)

    def settle(self) -> None:
        """End the step that is open: the hand has come to rest."""
        if self._held is not None:
            document, _, held = self._held
            row_edits.settle(document)
            self._end(document, held)

    def cancel(self) -> None:
        """Give back what the hand took hold of: a step that leads nowhere is none."""
        if self._held is not None:
            document, input_, held = self._held
            row_edits.change(document, input_, held, final=True)
            self._held = None

    def put(self, changes: Mapping[Document, Scenario], saying: Saying) -> None:
        """Change several scenarios, each as one step of its own."""
        self.settle()
        self._is_acting = True
        before = {document: document.scenario for document in changes}
        for document, scenario in changes.items():
            self._workspace.undo_in(document)
            document.edit(saying, scenario)
        self._is_acting = False
        if len(changes) == 1:
            document, scenario = next(iter(before.items()))
            self._tell(document, scenario)

    def tell_change(self, document: Document, before: Scenario) -> None:
        """Tell what somebody else changed beside the scenario on screen: undo, for one."""
        text = translate("MatrixHand", "“{scenario}”: {change}.")
        change = difference_in_words(document.scenario, before)
        self.told.emit(
            text.format(scenario=shown_title(self._workspace.name(document)), change=change)
        )

    def _end(self, document: Document, before: Scenario) -> None:
        self._held = None
        if document.scenario != before:
            self._tell(document, before)

    def _tell(self, document: Document, before: Scenario) -> None:
        text = translate("MatrixHand", "“{scenario}”: {change}. {keys} takes that back.")
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        said = text.format(
            scenario=shown_title(self._workspace.name(document)),
            change=difference_in_words(document.scenario, before),
            keys=keys.toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.told.emit(said)
