"""Two numbers of a sweep against each other: which ones, what is better of them, and the picture.

Floor: views.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from planner.sweep.summary.tradeoffs import Tradeoff, better_of
from ui.charts.sweeps.shown import Painted
from ui.charts.sweeps.tradeoff import TradeoffPicture, side_of
from ui.charts.sweeps.view import PointsView
from ui.engine.studies import Studies
from ui.engine.study.thread import StudyWork
from ui.engine.sweeps.points import Opened, PointsFound
from ui.engine.sweeps.tradeoff import Weighed, Weighing
from ui.items.sweep_told import TableTold, tradeoff_told
from ui.style.theme import Theme
from ui.views.sweeps.question_page import QuestionPage
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.fields.told_choice import ToldChoice
from ui.widgets.label import ElidedLabel, label
from ui.wording.answers.tradeoff import better_text
from ui.wording.sweeps.head import front_text
from ui.wording.sweeps.numbers import column_text

_SIDES: Final[tuple[Better, ...]] = ("more", "less")
_GAP: Final = 6
_LEAST: Final = 120


class TradeoffPage(QuestionPage):
    """The number that is looked at against a second one."""

    def __init__(self, opened: Opened, studies: Studies, theme: Theme) -> None:
        super().__init__(studies, translate("Sweeps", "Trade-offs"))
        self._folder = opened.folder
        self._columns = opened.numbers
        self._weighed: Weighed | None = None
        self.first_side, self.second_side = _side_box(), _side_box()
        self.first = ElidedLabel("", is_greedy=False)
        self.second = ToldChoice()
        self.second.setMinimumWidth(_LEAST)
        self.second.setAccessibleName(translate("Sweeps", "Second number"))
        self.second.addItems([column_text(each) for each in self._columns])
        self.second.setCurrentIndex(len(self._columns) - 1)
        self.said = label("", look="muted")
        self.said.setWordWrap(True)
        self.view = PointsView(theme)
        self.view.setAccessibleName(translate("Sweeps", "Two numbers against each other"))
        self._show_side(self.second_side, self.column)
        self._lay_out()
        self.second.activated.connect(self._on_second)
        self.first_side.activated.connect(self.ask)
        self.second_side.activated.connect(self.ask)
        self.view.chosen.connect(self.chosen)
        self.view.taken.connect(self.scenario_wanted)

    @property
    def column(self) -> Column:
        """The second number."""
        return self._columns[self.second.currentIndex()]

    @property
    def sides(self) -> tuple[Better, Better]:
        """Which side of each number is better."""
        return self.first_side.currentData(), self.second_side.currentData()

    @property
    def picture(self) -> Painted | None:
        return self.view.picture

    @property
    def told(self) -> TableTold | None:
        weighed = self._weighed
        return None if weighed is None else tradeoff_told(self._folder, weighed.found)

    def show_found(self, found: PointsFound) -> None:
        if self.found is None or self.found.asked.column != found.asked.column:
            self.first.set_full_text(column_text(found.asked.column))
            self._show_side(self.first_side, found.asked.column)
        super().show_found(found)

    def choose(self, point: int) -> None:
        self.view.choose(point)

    def work(self) -> StudyWork | None:
        if self.found is None:
            return None
        columns = self.found.asked.column, self.column
        known = None if self._weighed is None else self._weighed.summary
        return Weighing(self._folder, columns, self.sides, known).steps

    def show_result(self, result: object) -> None:
        if isinstance(result, Weighed):
            self._weighed, found = result, result.found
            across, up = (
                side_of(column, found.medians[:, place])
                for place, column in enumerate((found.first, found.second))
            )
            free, known = len(found.front), int(found.is_known.sum())
            has_worlds = bool(self._folder.plan.points.worlds)
            self.said.setText(front_text(free, known, has_worlds=has_worlds))
            picture = TradeoffPicture(across, up, self._fronts(found))
            self.view.show_picture(picture, self.said.text())

    def _fronts(self, found: Tradeoff) -> tuple[NDArray[np.int64], ...]:
        """Return the places of points that are not beaten, for each world by itself."""
        places = found.front - 1
        worlds = self._folder.plan.points.world[places]
        return tuple(places[worlds == each] for each in np.unique(worlds))

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    def _show_side(self, box: ChoiceBox, column: Column) -> None:
        box.setCurrentIndex(box.findData(better_of(column)))

    def _on_second(self) -> None:
        self._show_side(self.second_side, self.column)
        self.ask()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(_GAP)
        for part in (self.first_side, self.first, self.second_side, self.second):
            above.addWidget(part)
            if part is self.first:
                above.addWidget(label(translate("Sweeps", "against"), look="muted"))
        above.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _GAP, 0, 0)
        layout.addLayout(above)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.buttons)
        layout.addLayout(below)
        layout.addWidget(self.view, 1)


def _side_box() -> ChoiceBox:
    made = ChoiceBox()
    made.setAccessibleName(translate("Sweeps", "What is better"))
    for each in _SIDES:
        made.addItem(better_text(each), each)
    return made
