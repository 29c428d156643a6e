"""The card of a planner's own numbers: attached from a CSV, scored, and what fitting them changes.

Fitting is one step of the scenario, as any change is: it can be undone, and compared with a copy.
It computes nothing: that does `planner.studies.calibrate`. Floor: views.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from planner.ensemble.projection import inputs_of
from planner.facts.record import EvidenceError, Figures
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own, without_own
from planner.model.scenario import Draws, Scenario
from planner.storage.sentences.file_error import FileError
from planner.studies.answers.about import About
from planner.studies.backtest import BacktestError
from planner.studies.calibrate.calibrating import Calibration, calibrating
from planner.studies.calibrate.scored import OwnNumbersError
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.ask.ranges import RangeRow, RangeRows, RangeView, paint_ranges
from ui.wording.answers.own.answer import KEY, answer_of
from ui.wording.answers.own.rows import OwnRow, point_rows, reach_of_points, shift_rows
from ui.wording.answers.own.sentences import effective_line, score_sentence
from ui.wording.own import own_text
from ui.wording.sentences.window import window_speech

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_ASPECT: Final = 0.45
_DEVIATIONS: Final = 2.6
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The two sides of the card: numbers against futures, and assumptions before and after."""

    points: RangeRows
    shifts: RangeRows


class NumbersCard(StudyCard):
    """Says what numbers of one's own make of the scenario on screen."""

    key = KEY

    def __init__(self, parts: AskParts) -> None:
        title = QCoreApplication.translate("NumbersCard", "What do my own numbers say?")
        super().__init__(title, parts)
        self.found: Calibration | None = None
        self._wanted: tuple[Scenario, About] | None = None
        self._shown: _Pictures | None = None
        refusals = (OwnNumbersError, BacktestError, EvidenceError, FileError)
        self._study = parts.studies.runner("live", self, *refusals)
        self._reading = parts.studies.runner("live", self, *refusals)
        self.points, self.shifts = RangeView(parts.theme), RangeView(parts.theme)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.points)
        row.addWidget(self.shifts)
        self.body.addLayout(row)
        attach_tip = self.tr("A CSV with the columns date, outcome, place, value and error")
        self.attach_link = self.add_link("attach", self.tr("Attach…"), attach_tip)
        self.fit_link = self.add_link("fit", self.tr("Fit"))
        self.remove_link = self.add_link("remove", self.tr("Remove"))
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for the run on screen, once the hand rests."""
        scenario = run.scenario
        self._show_links(scenario)
        if not scenario.own.points:
            self._show_none(scenario)
            return
        wanted = (_asked(scenario), about)
        if wanted == self._wanted or self.is_moving:
            return
        self._wanted = wanted
        self.show_progress(0.0)
        self._study.ask(partial(calibrating, scenario=scenario, about=about), cut=True)

    def answer(self) -> Answered | None:
        """Return what is shown."""
        if self.found is None or self._shown is None:
            return None
        return Answered(
            answer_of(self.found, window_speech()), partial(_paint, self._shown), _ASPECT
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.points.set_theme(theme)
        self.shifts.set_theme(theme)

    def attach(self, path: Path) -> None:
        """Read a CSV in the thread of studies, and put it into the scenario."""
        figures = self.parts.current.scenario.figures
        self._reading.ask(partial(_read, path=path, figures=figures))

    def _show_none(self, scenario: Scenario) -> None:
        self._wanted = None
        self._study.cancel()
        self._show_no_answer(
            self.tr(
                "Attach a CSV of what was counted since: date, outcome, place, value and error. "
                "It is scored, and the futures can be fitted to it."
            )
        )
        self.show_line(own_text(scenario.own) if scenario.own else "")

    def _show_no_answer(self, text: str) -> None:
        self.found = self._shown = None
        self.show_state("")
        self.show_blank(text)
        self.answer_changed.emit()

    def _show_links(self, scenario: Scenario) -> None:
        self.remove_link.setVisible(bool(scenario.own))
        self.fit_link.setVisible(bool(scenario.own.points))
        is_fitted = scenario.draws == "calibrated"
        self.fit_link.setText(self.tr("As before") if is_fitted else self.tr("Fit"))
        if self.found is not None and self.found.is_refused and not is_fitted:
            self.fit_link.setText(self.tr("Try these ranges"))

    def _on_computed(self, found: Calibration) -> None:
        if self._wanted is None:
            return
        self.found = found
        speech = window_speech()
        self._shown = _Pictures(self._points_of(found), self._shifts_of(found))
        self.show_blank("")
        self.show_state(self.tr("under 1 s"))
        own, agree = own_text(found.scenario.own), effective_line(found, speech)
        self.show_line(self.tr("{own}; {agree}").format(own=own, agree=agree))
        self.show_sentence(answer_of(found, speech).sentence)
        self.sentence.setToolTip(score_sentence(found.scores[0], speech))
        self.points.show_rows(self._shown.points)
        self.shifts.show_rows(self._shown.shifts)
        self._show_links(self.parts.current.scenario)
        self.answer_changed.emit()

    def _points_of(self, found: Calibration) -> RangeRows:
        rows = point_rows(found, window_speech())
        reach = reach_of_points(rows)
        heading = self.tr("80% of futures, before and fitted")
        return RangeRows(heading, _rows(rows), (-reach, reach), self.tr("your number"))

    def _shifts_of(self, found: Calibration) -> RangeRows:
        heading = self.tr("Assumptions, before and fitted")
        if found.is_refused:
            heading = self.tr("Ranges that would fit")
        ends, rows = (-_DEVIATIONS, _DEVIATIONS), shift_rows(found, window_speech())
        return RangeRows(heading, _rows(rows), ends, self.tr("before"), is_assumption=True)

    def _on_refused(self, why: str) -> None:
        self._show_no_answer(f"{why[:1].upper()}{why[1:]}.")

    def _on_unread(self, why: str) -> None:
        self.parts.tell(why)
        if self.found is None:
            self.show_blank(why)

    def _on_stopped(self) -> None:
        self._show_no_answer(self.tr("Not fitted: it was canceled."))

    def _on_read(self, own: OwnNumbers) -> None:
        scenario = with_own(self.parts.current.scenario, own)
        self.parts.current.edit(self.tr("Attach own numbers"), scenario)

    def _on_attach(self) -> None:
        title, words = self.tr("Attach numbers of your own"), self.tr("Tables (*.csv)")
        dialog = QFileDialog(self.window(), title, "", words)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.attach(Path(name))

    def _on_fit(self) -> None:
        """Fit the futures, or draw them as before; where they cannot be fitted, try the ranges."""
        scenario = self.parts.current.scenario
        draws: Draws = "conditioned" if scenario.draws == "calibrated" else "calibrated"
        smoothed = self.found.smoothed if self.found else None
        if smoothed is not None and draws == "calibrated":
            assumptions = smoothed.scenario.assumptions
            text = self.tr("Ranges that fit your numbers")
            self.parts.current.edit(text, replace(scenario, assumptions=assumptions))
            return
        text = self.tr("Fit your numbers") if draws == "calibrated" else self.tr("Fit 2025-26")
        self.parts.current.edit(text, replace(scenario, draws=draws))

    def _on_remove(self) -> None:
        scenario = without_own(self.parts.current.scenario)
        self.parts.current.edit(self.tr("Remove own numbers"), scenario)

    def _connect(self) -> None:
        self._study.computed.connect(self._on_computed)
        self._study.refused.connect(self._on_refused)
        self._study.progressed.connect(self.show_progress)
        self._study.stopped.connect(self._on_stopped)
        self._reading.computed.connect(self._on_read)
        self._reading.refused.connect(self._on_unread)
        self.canceled.connect(self._study.cancel)
        self.attach_link.clicked.connect(self._on_attach)
        self.fit_link.clicked.connect(self._on_fit)
        self.remove_link.clicked.connect(self._on_remove)


def _asked(scenario: Scenario) -> Scenario:
    """Return what the answer follows from: whether it is fitted by now changes nothing of it."""
    return replace(inputs_of(replace(scenario, draws="calibrated")), title=scenario.title)


def _read(_engine: "Projector", path: Path, figures: Figures) -> Generator[float, None, OwnNumbers]:
    from planner.files.own.numbers import own_numbers

    yield 0.0
    return own_numbers(path, figures)


def _rows(rows: tuple[OwnRow, ...]) -> tuple[RangeRow, ...]:
    return tuple(RangeRow(row.name, row.told, row.before, row.after) for row in rows)


def _paint(shown: _Pictures, painter: QPainter, place: QRectF, theme: Theme) -> None:
    half = (place.width() - _GAP) / 2
    left = QRectF(place.left(), place.top(), half, place.height())
    paint_ranges(painter, left, theme, shown.points)
    paint_ranges(painter, left.translated(half + _GAP, 0), theme, shown.shifts)
