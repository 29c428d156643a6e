"""What ties a row to the document: a row moves, the document changes, the row shows it.

Floor: views. Which edit a move means is `row_edits`.
"""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject

from planner.model.indices import split_address
from planner.model.lever_settings import path_mates
from planner.model.scenario import Scenario
from planner.quantities.spread import Part
from ui.documents import row_edits
from ui.documents.current import Edited
from ui.widgets.rows.input_row import InputRow
from ui.wording.rows.row_display import row_display


class InputControl(QObject):
    """Edits one input of a document from where it was when a hand took hold."""

    def __init__(self, document: Edited, row: InputRow) -> None:
        super().__init__(row)
        self._document = document
        self._held: Scenario | None = None
        self.row = row
        row.moved.connect(self._on_moved)
        row.settled.connect(self._on_settled)
        row.canceled.connect(self._on_canceled)
        row.reset.connect(self._on_reset)

    def show_scenario(self, scenario: Scenario, year: int) -> None:
        """Show what a scenario has, in a year where that matters."""
        self.row.show_display(row_display(self.row.described, scenario, year))

    def _on_moved(self, part: Part, value: float, final: bool) -> None:
        described, scenario = self.row.described, self._document.scenario
        held = self._held or scenario
        self._held = None if final else held
        moved = row_edits.moved(scenario, described, part, value, held)
        row_edits.change(self._document, described, moved, final=final)

    def _on_settled(self) -> None:
        self._held = None
        row_edits.settle(self._document)

    def _on_canceled(self) -> None:
        """Give back what a hand took hold of: a step that leads nowhere is none."""
        held, self._held = self._held, None
        if held is not None:
            described = self.row.described
            row_edits.change(self._document, described, held, final=True)

    def _on_reset(self) -> None:
        described = self.row.described
        title = partial(row_edits.full_name, described)
        row_edits.put_back(self._document, title, described.names, "default")


def touched(before: Scenario, now: Scenario, names: Collection[str]) -> Collection[str]:
    """Return which of the named rows may show something else than before."""
    if before.figures != now.figures:
        return names
    levers = {name for name, _ in set(before.levers) ^ set(now.levers)}
    ranges = {name for name, _ in set(before.assumptions) ^ set(now.assumptions)}
    mates = {mate for name in levers for mate in path_mates(name)}
    wholes = {split_address(name)[0] for name in mates}
    return (mates | wholes | ranges).intersection(names)
