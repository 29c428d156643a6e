"""The comparison under the charts: its bar, its table, and a line for what there is to say.

It asks for nothing itself: what a run has to hold is told by `requests`, what a hand wants by
signals. Floor: views.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, get_args

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.ensemble.projection import Request
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.combination import Combination, rows_of_only_together
from planner.studies.compare import Pair, is_paired
from ui.charts.contents.specs import chart_of
from ui.engine.comparing import ComparingAnswer, Question
from ui.engine.shown_run import ShownRun
from ui.items.clipboard_text import as_html, tab_separated
from ui.items.comparison_sheet import ComparisonSheet, Shown
from ui.items.sheet_columns import SheetColumn, columns_as_run, reference_in, sheet_columns
from ui.items.sheet_text import sheet_table
from ui.style.theme import Theme
from ui.views.compare.asking import columns_against, question_of, titles_of
from ui.views.compare.bar import CompareBar
from ui.views.compare.choice import Kind, SheetChoice, choice_in
from ui.views.compare.table import SheetTable
from ui.widgets.label import label
from ui.wording.compared.cells import row_name
from ui.wording.compared.together import to_tell, together_sentence
from ui.wording.figures.beliefs import other_beliefs

_BELOW: Final = 6
"""Pixels between the table and the lower edge."""


class ComparePanel(QWidget):
    """Shows runs beside each other.

    `wants_changed` tells that a run has to hold other series, `asked` carries what no run holds and
    is answered by `show_answer`, `chart_wanted` carries the chart of
    an outcome, `workbook_asked` and `report_asked` tell that the table is to leave. In the place
    of the table levers may stand, which somebody else puts here once `inputs_shown` tells that they
    are to be seen; `inputs_copy_asked` tells that these are to be copied.
    """

    wants_changed = Signal()
    asked = Signal(object)
    chart_wanted = Signal(str)
    inspection_wanted = Signal(object)
    workbook_asked = Signal()
    report_asked = Signal()
    inputs_shown = Signal(bool)
    levers_chosen = Signal(str)
    inputs_copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levers = "usual"
        self.sheet = ComparisonSheet(self)
        self.table = SheetTable(self.sheet, theme)
        self.bar = CompareBar()
        self.note = label("", look="muted")
        self.note.setWordWrap(True)
        self.note.setMargin(6)
        self.choice = SheetChoice()
        self._charted: tuple[Request, ...] = ()
        self._run: ShownRun | None = None
        self._year = 0
        self._reference: tuple[int | None] | None = None
        self._question: Question | None = None
        self._answer: ComparingAnswer | None = None
        self._waits_to_copy = False
        self._inputs: QWidget | None = None
        self._lay_out()
        self._connect()

    @property
    def text(self) -> str:
        """What is chosen, to be kept."""
        return self.choice.text()

    @property
    def on_together(self) -> str:
        """The sentence on what only a combination gives, while it is to be seen."""
        run = self._run
        if run is None or self.isHidden() or self.choice.inputs:
            return ""
        return self._on_together(sheet_columns(run))

    @property
    def combined(self) -> tuple[tuple[Combination, ...], tuple[str, ...]]:
        """What only a combination gives in all years, and all titles, while that is to be seen."""
        run = self._run
        if run is None or not self.on_together:
            return (), ()
        columns = sheet_columns(run)
        return self._combinations(columns), titles_of(columns)

    @property
    def enough_height(self) -> int:
        """The height from which the table tells what it is for; it is the same of levers."""
        return self.bar.sizeHint().height() + self.table.enough_height + _BELOW

    def restore(self, text: str) -> None:
        """Choose what was kept."""
        self.choice = choice_in(text)
        self._show_kind()
        self.bar.ranges.setChecked(self.choice.ranges)
        self.table.cells.shows_ranges = self.choice.ranges

    @property
    def levers(self) -> str:
        """Which levers of all scenarios were chosen, as a text that is kept."""
        return self._levers

    def choose_levers(self, text: str) -> None:
        """Choose levers by such a text."""
        if text and text != self._levers:
            self._levers = text
            self.levers_chosen.emit(text)

    @property
    def shows_inputs(self) -> bool:
        """Whether the levers of scenarios are to be seen in place of outcomes."""
        return self.choice.inputs and not self.isHidden()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.inputs_shown.emit(self.shows_inputs)

    def put_inputs(self, inputs: QWidget, button: QWidget) -> None:
        """Take what shows the levers, and the button that chooses them."""
        self._inputs = inputs
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(inputs, 1)
        self.bar.put_levers(button)
        self._show_kind()

    def choose_kind(self, kind: Kind) -> None:
        """Show outcomes, years of one outcome, or levers."""
        self._choose(self.choice.of_kind(kind))

    def show_years(self, pair: Pair, year: int) -> None:
        """Show an outcome by year, with the focus on one of the years."""
        self._choose(replace(self.choice.of_kind("years"), outcome=pair))
        self.table.choose_year(year)

    def requests(self, charted: Iterable[Request]) -> tuple[Request, ...]:
        """Return what a run has to hold, beside charts that show these series."""
        return self.choice.requests(charted)

    def show_year(self, year: int) -> None:
        """Show the rows at another December."""
        self._year = year
        self.bar.show_year(year)
        self._show()
        if self.choice.by_year and not self.isHidden():
            self.table.bring_in_sight(year)

    def show_run(self, run: ShownRun, charted: tuple[Request, ...]) -> None:
        """Show a run beside its baseline, and the other scenarios; what charts show has rows."""
        self._run, self._charted = run, charted
        self._show()
        if self._waits_to_copy and run.is_whole:
            self._waits_to_copy = False
            self.copy()

    def show_answer(self, answer: ComparingAnswer) -> None:
        """Show what was asked for."""
        self._answer = answer
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self.table.set_theme(theme)

    def copy_when_whole(self) -> None:
        """Copy the table as soon as all of it is there."""
        is_whole = self._run is not None and self._run.is_whole and self._has_all(self._run)
        self._waits_to_copy = not is_whole
        if is_whole:
            self.copy()

    def copy(self) -> None:
        """Copy the table, or what is selected of it, for a spreadsheet."""
        if self.choice.inputs:
            self.inputs_copy_asked.emit()
            return
        lines, columns = self.table.selected_parts()
        table = sheet_table(self.sheet, lines, columns)
        content = QMimeData()
        content.setText(tab_separated(table))
        content.setHtml(as_html(table))
        QGuiApplication.clipboard().setMimeData(content)

    def _has_all(self, run: ShownRun) -> bool:
        return set(self.requests(self._charted)) <= run.projection.series.keys()

    def _show(self) -> None:
        run = self._run
        if run is None or not self._year or self.isHidden() or self.choice.inputs:
            return
        columns = sheet_columns(run)
        shown = self._shown(run, columns)
        is_other = self.sheet.show(shown)
        self._ask(run, columns, shown)
        self._offer(columns, shown)
        if is_other or run.is_whole:
            self.table.fit(anew=is_other)
        self._say(columns, shown)

    def follow_window(self) -> None:
        """Take differences from what the window compares with, whatever was chosen here."""
        self._reference = None
        self._show()

    def _reference_in(self, columns: tuple[SheetColumn, ...], usual: int | None) -> int | None:
        """Return the column that differences are from: the `usual` one unless chosen otherwise.

        None of the baseline, where runs hold their differences from that.
        """
        colors = [each.color for each in columns]
        if self._reference is None or self._reference[0] not in colors:
            return usual
        chosen = colors.index(self._reference[0])
        return None if chosen == 0 and usual is None else chosen

    def _ask(self, run: ShownRun, columns: tuple[SheetColumn, ...], shown: Shown) -> None:
        """Ask for what the runs do not hold, once."""
        if not run.projection.futures:
            return
        reference = None if shown.is_as_run else shown.reference
        asked = (columns, shown.places, reference)
        question = question_of(*asked, is_whole=run.is_whole)
        if question != self._question and not question.is_empty:
            self._question = question
            self.asked.emit(question)

    def _shown(self, run: ShownRun, columns: tuple[SheetColumn, ...]) -> Shown:
        last_year = max(each.scenario.last_year for each in columns)
        places = self.choice.places(self._charted, self._year, last_year)
        requests = dict.fromkeys(request for request, _ in places)
        titles = titles_of(columns)
        usual = reference_in(columns, run)
        reference = self._reference_in(columns, usual)
        is_as_run = reference == usual and (reference is None or _are_paired(columns, reference))
        name = translate("ComparePanel", "the baseline")
        if reference:
            name = translate("ComparePanel", "“{title}”").format(title=titles[reference])
        if is_as_run:
            found = columns_as_run(columns, requests, reference)
        else:
            found = columns_against(columns, reference or 0, self._answer)
        known = self._combinations(columns)
        return Shown(
            columns=found,
            colors=tuple(each.color for each in columns),
            titles=titles,
            current=next((n for n, each in enumerate(columns) if each.is_current), 0),
            places=places,
            reference=reference,
            reference_name=name,
            is_as_run=is_as_run,
            by_year=self.choice.by_year,
            together=rows_of_only_together(found, known) if known else None,
        )

    def _offer(self, columns: tuple[SheetColumn, ...], shown: Shown) -> None:
        references = [
            (each.color, title) for each, title in zip(columns, shown.titles, strict=True)
        ]
        self.bar.show_references(references, columns[shown.reference or 0].color)
        pairs = self.choice.pairs(self._charted)
        self.bar.rows.show_chosen(pairs)
        chosen = self.choice.outcome_of_years(self._charted)
        offered = dict.fromkeys((*pairs, chosen))
        names = [(pair, row_name(Request(*pair))) for pair in offered]
        self.bar.show_outcomes(names, chosen)

    def _say(self, columns: tuple[SheetColumn, ...], shown: Shown) -> None:
        """Tell what comes only from doing things together, or what there is to compare."""
        alone = translate(
            "ComparePanel", "Move a lever or open a scenario: it stands here beside the baseline."
        )
        is_own = shown.is_as_run and shown.reference is None
        beliefs = other_beliefs(shown.scenarios, shown.titles, has_own_baselines=is_own)
        told = (self._on_together(columns), beliefs)
        text = alone if len(columns) == 1 else "\n".join(filter(None, told))
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _on_together(self, columns: tuple[SheetColumn, ...]) -> str:
        """Return the sentence on a combination."""
        found = to_tell(self._combinations(columns), self._year)
        titles = titles_of(columns)
        return "" if found is None else together_sentence(found, titles, numerals())

    def _combinations(self, columns: tuple[SheetColumn, ...]) -> tuple[Combination, ...]:
        """Return what is known of a combination, while it is about what stands there."""
        scenarios = tuple(each.scenario for each in columns)
        answer = self._answer
        is_now = answer is not None and answer.question.scenarios == scenarios
        return answer.combinations if answer is not None and is_now else ()

    def _choose(self, choice: SheetChoice) -> None:
        self.choice = choice
        self._show_kind()
        self._show()
        self.wants_changed.emit()

    def _show_kind(self) -> None:
        """Show the table, or the levers in its place."""
        inputs = self.choice.inputs
        self.bar.show_kind(self.choice.kind)
        self.table.setHidden(inputs)
        self.note.setHidden(inputs or not self.note.text())
        if self._inputs is not None:
            self._inputs.setVisible(inputs)
        self.inputs_shown.emit(self.shows_inputs)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, _BELOW)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        bar = self.bar
        bar.kind_chosen.connect(self._on_kind)
        bar.outcome_chosen.connect(self._on_outcome)
        bar.reference_chosen.connect(self._on_reference)
        bar.ranges_toggled.connect(self._on_ranges)
        bar.rows.toggled_row.connect(self._on_row)
        bar.rows.reset.connect(self._on_reset)
        bar.copy_asked.connect(self.copy)
        bar.workbook_asked.connect(self.workbook_asked)
        bar.report_asked.connect(self.report_asked)
        self.table.copy_asked.connect(self.copy)
        self.table.row_opened.connect(self._on_row_opened)
        self.table.inspection_wanted.connect(self.inspection_wanted)

    def _on_row_opened(self, request: Request) -> None:
        """Want the chart of an outcome."""
        key = chart_of(request.outcome)
        if key is not None:
            self.chart_wanted.emit(key)

    def _on_kind(self, key: str) -> None:
        for kind in get_args(Kind):
            if kind == key:
                self.choose_kind(kind)

    def _on_outcome(self, pair: Pair) -> None:
        self._choose(replace(self.choice, outcome=pair))

    def _on_reference(self, color: int | None) -> None:
        self._reference = (color,)
        self._show()

    def _on_ranges(self, shown: bool) -> None:
        self.choice = replace(self.choice, ranges=shown)
        self.table.show_ranges(shown)

    def _on_row(self, pair: Pair) -> None:
        self._choose(self.choice.toggled(pair, self._charted))

    def _on_reset(self) -> None:
        self._choose(replace(self.choice, rows=None))


def _are_paired(columns: tuple[SheetColumn, ...], reference: int) -> bool:
    """Tell whether all columns have the futures of one of them."""
    other = columns[reference].scenario
    return all(is_paired(each.scenario, other) for each in columns)
