"""The card of a planner's own numbers: attached, scored, and what fitting them changes.

Fitting is one step of the scenario, as any change is: it can be undone, and compared with a copy.
It computes nothing: that does `planner.studies.calibrate`. Floor: views.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.ensemble.projection import inputs_of
from planner.files.format.schema import NAME_AT_MOST
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own, without_own
from planner.model.scenario import Draws, Scenario
from planner.quantities.told.lists import as_sentence
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.backtest import BacktestError
from planner.studies.calibrate.calibrating import Calibration, calibrating
from planner.studies.calibrate.scored import OwnNumbersError
from ui.documents.document import Place
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.ask.own.attaching import Attaching
from ui.views.ask.own.pictures import ASPECT, GAP, Pictures, paint, pictures_of
from ui.views.ask.own.start import StartPage
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.ask.ranges import RangeView, height_of
from ui.widgets.label import label
from ui.wording.answers.own.answer import KEY, answer_of
from ui.wording.answers.own.sentences import effective_line, scores_text
from ui.wording.own import own_text


class NumbersCard(StudyCard):
    """Says what numbers of one's own make of the scenario on screen."""

    key = KEY
    CHOSEN = ("_attached_to",)
    FOUND = ("found", "_wanted")

    def __init__(self, parts: AskParts) -> None:
        title = translate("NumbersCard", "What do my own numbers say?")
        super().__init__(title, parts)
        self.found: Calibration | None = None
        self._wanted: tuple[Scenario, About] | None = None
        self._shown: Pictures | None = None
        self._attached_to = parts.current.document
        self._study = parts.studies.runner("live", self, OwnNumbersError, BacktestError)
        self.attaching = Attaching(parts.studies, self)
        self.fault = label("", look="refused")
        self.start = StartPage()
        self.score = label("", look="muted")
        self.points, self.shifts = RangeView(parts.theme), RangeView(parts.theme)
        self._sides = self._make_sides()
        self._fill_body()
        self.attach_link = self.add_link("attach", translate("NumbersCard", "Attach…"))
        self.fit_link = self.add_link("fit", translate("NumbersCard", "Fit"))
        self.compare_link = self.add_link("compare", translate("NumbersCard", "Compare"))
        self.remove_link = self.add_link("remove", translate("NumbersCard", "Remove"))
        self.attach_link.setToolTip(translate("NumbersCard", "Other numbers, in place of these"))
        self.compare_link.setToolTip(
            translate("NumbersCard", "Open a copy that is fitted, or is not, beside this")
        )
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
        told = answer_of(self.found)
        return Answered(told, partial(paint, pictures_of(self.found)), ASPECT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.points.set_theme(theme)
        self.shifts.set_theme(theme)

    def take_over(self, before: StudyCard) -> None:
        super().take_over(before)
        self.start.setHidden(self.found is not None)
        self._sides.setVisible(self.found is not None)

    def tell_again(self) -> None:
        if self.found is not None:
            self._show(self.found)

    def attach(self, path: Path) -> None:
        """Read a file, and put its numbers into the scenario."""
        self._begin()
        self.attaching.attach(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste numbers with the usual keys."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste()
        else:
            super().keyPressEvent(event)

    def _show_none(self, scenario: Scenario) -> None:
        self._wanted = None
        self._study.cancel()
        self._show_no_answer("")
        self._sides.hide()
        self.start.show()
        self.show_line(own_text(scenario.own) if scenario.own else "")

    def _show_no_answer(self, text: str) -> None:
        self.found = self._shown = None
        self.show_state("")
        self.show_sentence("")
        self.show_blank(text)
        self.foot.show_actions(True)  # numbers that give no answer can be taken away
        self.answer_changed.emit()

    def _show_links(self, scenario: Scenario) -> None:
        has_points = bool(scenario.own.points)
        self.attach_link.setVisible(has_points)
        self.remove_link.setVisible(bool(scenario.own))
        self.fit_link.setVisible(has_points)
        self.compare_link.setVisible(self.found is not None and has_points)
        is_fitted = scenario.draws == "calibrated"
        self.fit_link.setText(
            translate("NumbersCard", "As before") if is_fitted else translate("NumbersCard", "Fit")
        )
        if self.found is not None and self.found.is_refused and not is_fitted:
            self.fit_link.setText(translate("NumbersCard", "Try these ranges"))

    def _on_computed(self, found: Calibration) -> None:
        if self._wanted is None:
            return
        self.found = found
        self.show_blank("")
        self.start.hide()
        self._sides.show()
        self.show_state(translate("NumbersCard", "under 1 s"))
        self._show(found)

    def _show(self, found: Calibration) -> None:
        self._shown = pictures_of(found, every=True)
        own, agree = own_text(found.scenario.own), effective_line(found)
        self.show_line(translate("NumbersCard", "{own}; {agree}").format(own=own, agree=agree))
        self.show_sentence(answer_of(found).sentence)
        self.score.setText(scores_text(found))
        self.points.show_rows(self._shown.points)
        self.shifts.show_rows(self._shown.shifts)
        self.shifts.setMinimumHeight(height_of(len(self._shown.shifts.rows)))
        self._show_links(self.parts.current.scenario)
        self.answer_changed.emit()

    def _on_refused(self, why: str) -> None:
        self._show_no_answer(as_sentence(why))

    def _on_unread(self, why: str) -> None:
        self.fault.setText(why)
        self.fault.show()
        self.parts.tell(why)

    def _on_stopped(self) -> None:
        self._show_no_answer(translate("NumbersCard", "Not fitted: it was canceled."))

    def _on_read(self, own: OwnNumbers) -> None:
        self.fault.hide()
        document = self._attached_to
        if document not in self.parts.workspace.documents:
            self.parts.tell(
                translate("NumbersCard", "Not attached: the scenario was closed meanwhile")
            )
            return
        scenario = with_own(document.scenario, own)
        document.edit(_attached, scenario)

    def _begin(self) -> None:
        """Remember whose numbers are read: another scenario may be on screen when they are."""
        self._attached_to = self.parts.current.document
        self.attaching.use_figures(self._attached_to.scenario.figures)

    def _on_paste(self) -> None:
        self._begin()
        self.attaching.paste()

    def _on_example(self) -> None:
        self._begin()
        self.attaching.attach_example()

    def _on_attach(self) -> None:
        self._begin()
        self.attaching.ask_file()

    def _on_fit(self) -> None:
        """Fit the futures, or draw them as before; where they cannot be fitted, try the ranges."""
        scenario = self.parts.current.scenario
        saying = _fitted
        if scenario.draws == "calibrated":
            saying = _fitted_to_facts
        elif self.found is not None and self.found.smoothed is not None:
            saying = _ranged
        self.parts.current.edit(saying, self._other_way(scenario))

    def _on_compare(self) -> None:
        """Open a copy that is drawn the other way: both are on the charts then."""
        scenario = self.parts.current.scenario
        form = translate("NumbersCard", "{title}, fitted")
        if scenario.draws == "calibrated":
            form = translate("NumbersCard", "{title}, not fitted")
        room = NAME_AT_MOST - len(form.format(title=""))
        title = form.format(title=scenario.title[:room])
        made = replace(self._other_way(scenario), title=title)
        self.parts.workspace.open(anew=True).restore(made, Scenario(), Place())
        self.parts.tell(translate("NumbersCard", "A copy is open: “{title}”").format(title=title))

    def _other_way(self, scenario: Scenario) -> Scenario:
        """Return the scenario with its futures fitted, or as they are without; else with ranges."""
        draws: Draws = "conditioned" if scenario.draws == "calibrated" else "calibrated"
        smoothed = self.found.smoothed if self.found else None
        if smoothed is not None and draws == "calibrated":
            return replace(scenario, assumptions=smoothed.scenario.assumptions)
        return replace(scenario, draws=draws)

    def _on_remove(self) -> None:
        scenario = without_own(self.parts.current.scenario)
        self.parts.current.edit(_removed, scenario)

    def _make_sides(self) -> QWidget:
        """Return what stands beside each other: numbers, and assumptions that scroll."""
        sides, row = QWidget(), QHBoxLayout()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.shifts)
        for part in (scroll.viewport(), self.shifts):
            part.setAutoFillBackground(False)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.addWidget(self.points, 1)
        left.addWidget(self.score)
        row.addLayout(left, 1)
        row.addWidget(scroll, 1)
        sides.setLayout(row)
        return sides

    def _fill_body(self) -> None:
        for text in (self.fault, self.score):
            text.setWordWrap(True)
        self.fault.hide()
        self._sides.hide()
        for part in (self.fault, self.start):
            self.body.addWidget(part)
        self.body.addWidget(self._sides, 1)

    def _connect(self) -> None:
        self._study.computed.connect(self._on_computed)
        self._study.refused.connect(self._on_refused)
        self._study.progressed.connect(self.show_progress)
        self._study.stopped.connect(self._on_stopped)
        self.canceled.connect(self._study.cancel)
        self.attaching.read.connect(self._on_read)
        self.attaching.refused.connect(self._on_unread)
        self.attaching.told.connect(self.parts.tell)
        self.start.attach_wanted.connect(self._on_attach)
        self.start.paste_wanted.connect(self._on_paste)
        self.start.example_wanted.connect(self._on_example)
        self.start.save_wanted.connect(self.attaching.ask_where)
        self.attach_link.clicked.connect(self._on_attach)
        self.fit_link.clicked.connect(self._on_fit)
        self.compare_link.clicked.connect(self._on_compare)
        self.remove_link.clicked.connect(self._on_remove)


def _asked(scenario: Scenario) -> Scenario:
    """Return what the answer follows from: whether it is fitted by now changes nothing of it."""
    return replace(inputs_of(replace(scenario, draws="calibrated")), title=scenario.title)


def _attached() -> str:
    return translate("NumbersCard", "Attach own numbers")


def _removed() -> str:
    return translate("NumbersCard", "Remove own numbers")


def _fitted() -> str:
    return translate("NumbersCard", "Fit your numbers")


def _fitted_to_facts() -> str:
    return translate("NumbersCard", "Fit 2025–26")


def _ranged() -> str:
    return translate("NumbersCard", "Ranges that fit your numbers")
