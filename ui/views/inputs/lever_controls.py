"""What ties a row to the document: a row moves, the document changes, the row shows it."""

from PySide6.QtCore import QObject

from planner.model.indices import address
from planner.model.inputs import Lever, elements_of
from planner.model.lever_settings import with_lever_dragged
from planner.model.scenario import Scenario
from ui.documents import row_edits
from ui.documents.current import Edited
from ui.widgets.rows.lever_row import LeverRow
from ui.wording.row_display import lever_display, master_display, values_of
from ui.wording.sharing import shared


class LeverControl(QObject):
    """Edits one lever value, or the path it follows, from where it was when a hand took hold."""

    def __init__(self, document: Edited, name: str, row: LeverRow) -> None:
        super().__init__(row)
        self._document = document
        self._held: Scenario | None = None
        self.name = name
        self.row = row
        row.moved.connect(self._on_moved)
        row.settled.connect(self._on_settled)
        row.reset.connect(self._on_reset)

    def show_scenario(self, scenario: Scenario, saved: Scenario, year: int) -> bool:
        """Show the value of a scenario; return whether it is changed."""
        display = lever_display(scenario, saved, self.name, year)
        self.row.show_display(display)
        return display.is_changed

    def _on_moved(self, value: float, final: bool) -> None:
        held = self._held or self._document.scenario
        self._held = None if final else held
        scenario = with_lever_dragged(self._document.scenario, self.name, value, held)
        row_edits.change(self._document, self.row.spec.full_name, scenario, self.name, final=final)

    def _on_settled(self) -> None:
        self._held = None
        row_edits.settle(self._document)

    def _on_reset(self, target: str) -> None:
        row_edits.put_back(self._document, self.row.spec.full_name, [self.name], target)


class MasterControl(QObject):
    """Edits all areas of a lever at once, in the proportions they had when the hand took hold."""

    def __init__(self, document: Edited, lever: Lever, row: LeverRow) -> None:
        super().__init__(row)
        self._document = document
        self._lever = lever
        self._names = [address(lever.key, each) for each in elements_of(lever)]
        self._held: Scenario | None = None
        self.row = row
        row.moved.connect(self._on_moved)
        row.settled.connect(self._on_settled)
        row.reset.connect(self._on_reset)

    def show_scenario(self, scenario: Scenario, saved: Scenario, year: int) -> bool:
        """Show the whole of a scenario's lever; return whether any part is changed."""
        display = master_display(scenario, saved, self._lever, year)
        self.row.show_display(display)
        return display.is_changed

    def _on_moved(self, value: float, final: bool) -> None:
        held = self._held or self._document.scenario
        self._held = None if final else held
        values = shared(self._lever, values_of(held, self._lever), value)
        scenario = self._with(held, values)
        row_edits.change(
            self._document, self.row.spec.full_name, scenario, self._lever.key, final=final
        )

    def _on_settled(self) -> None:
        self._held = None
        row_edits.settle(self._document)

    def _on_reset(self, target: str) -> None:
        row_edits.put_back(self._document, self.row.spec.full_name, self._names, target)

    def _with(self, held: Scenario, values: tuple[float, ...]) -> Scenario:
        scenario = self._document.scenario
        for name, value in zip(self._names, values, strict=True):
            scenario = with_lever_dragged(scenario, name, value, held)
        return scenario
