"""In which futures of a sweep a level is missed: boxes of what was drawn and set, world by world.

Floor: views.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from planner.sweep.summary.misses import InWorld, Misses
from ui.charts.sweeps.misses import MissesPicture
from ui.charts.sweeps.shown import Painted
from ui.charts.worlds.miss_boxes import MissBoxes
from ui.charts.worlds.view import PictureView
from ui.engine.studies import Studies
from ui.engine.study.thread import StudyWork
from ui.engine.sweeps.misses import AskingMisses
from ui.engine.sweeps.points import Opened
from ui.items.sweep_told import TableTold, misses_told
from ui.style.theme import Theme
from ui.views.sweeps.question_page import QuestionPage
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.sweeps.misses import (
    misses_text,
    no_boxes_text,
    no_level_text,
    no_point_text,
    world_text,
)

_GAP: Final = 6


class MissesPage(QuestionPage):
    """Boxes for all points, or for the one that is chosen."""

    def __init__(self, opened: Opened, studies: Studies, theme: Theme) -> None:
        super().__init__(studies, translate("Sweeps", "Misses"))
        self._folder = opened.folder
        self._theme = theme
        self._point = 0
        self.shown: Misses | None = None
        self.views: list[PictureView] = []
        self.whose = ChoiceBox()
        self.whose.setAccessibleName(translate("Sweeps", "Points that are looked at"))
        self.whose.addItems(
            [translate("Sweeps", "all points"), translate("Sweeps", "the chosen point")]
        )
        self.said = label(no_level_text())
        self.said.setWordWrap(True)
        self._body = QVBoxLayout()
        self._lay_out()
        self.whose.activated.connect(self.ask)

    @property
    def picture(self) -> Painted | None:
        parts = [(world_text(each), MissBoxes(each)) for each in self._worlds if each.boxes]
        return MissesPicture(tuple(parts)) if parts else None

    @property
    def told(self) -> TableTold | None:
        return None if self.shown is None else misses_told(self.shown)

    def choose(self, point: int) -> None:
        is_other = point != self._point
        self._point = point
        if is_other and self._is_of_one:
            self.ask()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for each in self.views:
            each.set_theme(theme)

    def work(self) -> StudyWork | None:
        if self.found is None or self.found.asked.level is None:
            self._show_nothing(no_level_text())
            return None
        if self._is_of_one and not self._point:
            self._show_nothing(no_point_text())
            return None
        if self.shown is None:
            self._say("")
        point = self._point if self._is_of_one else None
        return AskingMisses(self._folder, self.found.asked.level, point).steps

    def show_result(self, result: object) -> None:
        if isinstance(result, Misses):
            self._clear()
            self.shown = result
            self._say(misses_text(self._folder.column(result.level.column), result))
            for each in result.worlds:
                self._add(each)
            self._body.addStretch(1)

    @property
    def _worlds(self) -> tuple[InWorld, ...]:
        return () if self.shown is None else self.shown.worlds

    @property
    def _is_of_one(self) -> bool:
        return self.whose.currentIndex() == 1

    def _add(self, found: InWorld) -> None:
        """Add a world: how often it is missed there, and where mostly."""
        if head := world_text(found):
            self._body.addWidget(label(head, look="heading"))
        if not found.boxes:
            if 0 < found.missed < 1:
                self._body.addWidget(label(no_boxes_text(), look="muted"))
            return
        name = world_text(found) or translate("Sweeps", "What misses have in common")
        view, boxes = PictureView(name, self._theme), MissBoxes(found)
        view.show_picture(boxes)
        view.setMinimumHeight(round(boxes.height_beside))
        self.views.append(view)
        self._body.addWidget(view)

    def _show_nothing(self, why: str) -> None:
        self._runner.cancel()
        self._clear()
        self.buttons.setEnabled(False)
        self._say(why)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)

    def _clear(self) -> None:
        self.shown = None
        self.views.clear()
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(_GAP)
        above.addWidget(label(translate("Sweeps", "Misses of"), look="muted"))
        above.addWidget(self.whose)
        above.addStretch(1)
        above.addWidget(self.buttons)
        body = QWidget()
        body.setLayout(self._body)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _GAP, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self.said)
        layout.addWidget(scroll, 1)
