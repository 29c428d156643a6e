"""What a path has done so far: a few figures, and a small chart of the difference. Floor: views."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Pair
from planner.studies.events import events
from ui.charts.canvas import Canvas
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, charts
from ui.charts.contents.wording import held_against
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.widgets.label import ElidedLabel, label
from ui.wording.compared.reference import in_sentence
from ui.wording.paths.effect import effect_lines, effect_pair, effect_requests, pair_text
from ui.wording.paths.effect_line import EffectLine, PathRun
from ui.wording.paths.knots import PathPage
from ui.wording.paths.subject import PathSubject

LINES: Final = 5
CHART_HEIGHT: Final = 172


class EffectPanel(QWidget):
    """Shows what a run tells of a path; figures it does not know are left out."""

    def __init__(
        self, subject: PathSubject, asked: Pair, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self.pair = effect_pair(subject, asked)
        self.requests = effect_requests(subject)
        self.setting = _setting(self.pair)
        self._look = Look(theme, wording(), numerals())
        self._run: ShownRun | None = None
        self._figures: list[QLabel] = []
        self._titles: list[ElidedLabel] = []
        self._details: list[ElidedLabel] = []
        self._is_held = False
        self.lines: tuple[EffectLine, ...] = ()
        self.canvas = Canvas(self._look)
        self.canvas.setFixedHeight(CHART_HEIGHT)
        self.canvas.zooms_by_wheel = False
        self._against = ElidedLabel("", look="muted")
        self._title = ElidedLabel("", look="muted")
        self._nothing = label("", look="muted")
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._look = Look(theme, wording(), numerals())
        self.canvas.set_look(self._look)

    def freeze(self, frozen: bool) -> None:
        """Hold the axes still while a hand moves, once there is anything on them."""
        if frozen != self._is_held:
            self._is_held = frozen
            self.canvas.freeze(frozen and bool(self.lines))

    def show_run(self, run: ShownRun, page: PathPage, year: int) -> None:
        """Show what a run says at the end of a year."""
        alone = replace(run, others=(), events=())
        against = translate("EffectPanel", "against {reference}, with 80% ranges")
        self._against.set_full_text(against.format(reference=in_sentence(run.against)))
        title = held_against(self._look.words, run.against).effect_of
        self._title.set_full_text(title.format(part=pair_text(self.pair)))
        self.canvas.show_picture(chart_picture(self.setting, alone, self._look.words))
        self._nothing.setText(self._why_nothing(run))
        self.show_lines(self._lines_of(run, page, year))

    def _lines_of(self, run: ShownRun, page: PathPage, year: int) -> tuple[EffectLine, ...]:
        """Return what a run tells, nothing where it is what it would be held against."""
        reference = run.reference_of(run.projection)
        if reference.is_itself or not (run.has_other_levers or reference.name):
            return ()
        below = run.below
        told = PathRun(run.projection, below, run.events, events(below), reference)
        return effect_lines(told, self._subject, page.path, self.pair, year, numerals())

    def _why_nothing(self, run: ShownRun) -> str:
        if run.is_reference(run.projection):
            return translate("EffectPanel", "Nothing: others are compared with this scenario.")
        return translate("EffectPanel", "Nothing yet: the path is as in the baseline.")

    def show_lines(self, lines: tuple[EffectLine, ...]) -> None:
        """Show some figures; only what differs is put on screen."""
        if lines == self.lines and not self._nothing.isVisibleTo(self):
            return
        self.lines = lines
        self._nothing.setVisible(not lines)
        for number in range(LINES):
            line = lines[number] if number < len(lines) else EffectLine("", "")
            self._figures[number].setText(line.figure)
            self._titles[number].set_full_text(line.title)
            self._details[number].set_full_text(line.detail)

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(12)
        figures.setVerticalSpacing(0)
        figures.setColumnMinimumWidth(0, 72)
        figures.setColumnStretch(1, 1)
        for number in range(LINES):
            self._figures.append(label("", look="title" if number else "changed"))
            self._titles.append(ElidedLabel(""))
            self._details.append(ElidedLabel("", look="muted"))
            top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            figures.addWidget(self._figures[-1], 2 * number, 0, top)
            figures.addWidget(self._titles[-1], 2 * number, 1)
            figures.addWidget(self._details[-1], 2 * number + 1, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(translate("EffectPanel", "Effect so far"), look="title"))
        head.addWidget(self._against, 1)
        left.addLayout(head)
        left.addWidget(self._nothing)
        left.addLayout(figures)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self._title)
        right.addWidget(self.canvas)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addLayout(left, 7)
        layout.addLayout(right, 6)


def _setting(pair: Pair) -> ChartSetting:
    """Return the chart of an outcome's difference."""
    outcome, element = pair
    own = {spec.key: spec for spec in charts().values() if spec.outcomes == (outcome,)}
    key = outcome if outcome in own else next(iter(own), outcome)
    return ChartSetting(key, element, "difference", has_strip=False)
