"""The points of a sweep in their worlds: a row for each setting, with the worst world told.

Floor: views.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.sweep.summary.worlds import InWorlds
from ui.engine.studies import Studies
from ui.engine.study.thread import StudyWork
from ui.engine.sweeps.points import Opened
from ui.engine.sweeps.worlds import AskingWorlds
from ui.items.sweep_table import SweepTable
from ui.items.sweep_told import TableTold, worlds_told
from ui.items.sweep_worlds import columns_of_worlds
from ui.views.sweeps.question_page import QuestionPage
from ui.views.sweeps.table_view import SweepTableView
from ui.widgets.label import label
from ui.wording.sweeps.worlds import enough_text, worst_text

_GAP: Final = 6


class WorldsPage(QuestionPage):
    """Settings against worlds: medians, and shares where there is a level."""

    def __init__(self, opened: Opened, studies: Studies) -> None:
        super().__init__(studies, translate("Sweeps", "Worlds"), has_rows=True)
        self._folder = opened.folder
        self._points = opened.folder.plan.points
        self.shown: InWorlds | None = None
        self._point = 0
        self.said = label("")
        self.said.setWordWrap(True)
        self.model = SweepTable((), 0, self)
        self.table = SweepTableView(self.model, translate("Sweeps", "Settings in worlds"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _GAP, 0, 0)
        above = QHBoxLayout()
        above.addWidget(self.said, 1)
        above.addWidget(self.buttons)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        self.table.row_chosen.connect(self._on_row)
        self.table.taken.connect(self.scenario_wanted)
        self.table.copy_wanted.connect(self.copy_wanted)

    @property
    def told(self) -> TableTold | None:
        shown, columns = self.shown, self.model.columns
        return None if shown is None else worlds_told(self._folder, columns, shown)

    def lines(self) -> Iterator[tuple[str, ...]]:
        return self.table.lines()

    def need(self, share: float) -> None:
        super().need(share)
        self._say()

    def work(self) -> StudyWork | None:
        return None if self.found is None else AskingWorlds(self.found).steps

    def show_result(self, result: object) -> None:
        if isinstance(result, InWorlds):
            self.shown = result
            columns = tuple(columns_of_worlds(self._points, result))
            self.model.show_columns(columns, len(result.points))
            self.table.fit_columns()
            self._say()
            self.choose(self._point)

    def choose(self, point: int) -> None:
        """Select the setting of a point, now or once settings are shown."""
        self._point = point
        if self.shown is not None and point:
            found = (self.shown.points == point).any(axis=1).nonzero()[0]
            if len(found):
                self.table.select(self.model.row_of(int(found[0])))

    def _say(self) -> None:
        shown = self.shown
        if shown is None:
            return
        met = ""
        if shown.level is not None:
            enough, count = int(shown.meeting(self.needed).sum()), len(shown.points)
            met = enough_text(shown.column, shown.level, enough, count, self.needed)
        said = sentences(filter(None, (met, worst_text(self._points.worlds, shown.worst))))
        self.said.setText(said)
        self.said.setAccessibleName(said)

    def _on_row(self, current: QModelIndex) -> None:
        """Choose the point of a setting in its worst world."""
        if self.shown is None:
            return
        setting = self.model.place_at(current.row())
        worst = int(self.shown.worst[setting])
        if worst >= 0:
            self.chosen.emit(int(self.shown.points[setting, worst]))
