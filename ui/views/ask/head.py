"""The head of Ask: what is asked about, in which year, of which scenario, against which other one.

It shows what the window has and tells what is chosen; it changes nothing itself. Floor: views.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.model.sums import with_sums
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.accessibility.tips import set_tip, set_tip_with_terms
from ui.documents.workspace import Workspace
from ui.style.theme import Theme
from ui.views.ask.outcome_choice import OutcomeChoice
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.elements import element_name, place_name

if TYPE_CHECKING:
    from ui.documents.document import Document

_SWATCH: Final = 11
_LETTERS: Final = 6
"""Letters that a box has room for at least."""
_WIDEST: Final = 190
_BETWEEN: Final = 8
_LINES: Final = 3


class AskHead(QWidget):
    """The choices and two buttons; each signal carries what was chosen.

    `document_chosen` and `against_chosen` carry a Document, None for the baseline.
    """

    about_chosen = Signal(object)
    year_chosen = Signal(int)
    document_chosen = Signal(object)
    against_chosen = Signal(object)

    def __init__(self, workspace: Workspace, about: About, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._about = about
        self._documents: tuple[Document | None, ...] = ()
        self._count = 0
        self.outcome = OutcomeChoice()
        self.element = _box(translate("AskHead", "Place or part"))
        self.year = _box(translate("AskHead", "Year"))
        self.document = _box(translate("AskHead", "Scenario"))
        self.against = _box(translate("AskHead", "Against"))
        self.back_button = QPushButton(translate("AskHead", "Back to charts"))
        self.report_button = QPushButton(translate("AskHead", "Add all to report"))
        self.report_button.setToolTip(
            translate(
                "AskHead",
                "All answers shown go into report, workbook and session; a card's menu adds one",
            )
        )
        self._captions = [
            label(text, look="muted")
            for text in (
                translate("AskHead", "about"),
                translate("AskHead", "in"),
                translate("AskHead", "of"),
                translate("AskHead", "against"),
            )
        ]
        self._lay_out()
        self._connect()
        self.show_documents()
        self.show_about(about)

    def show_about(self, about: About) -> None:
        """Show what is asked about; the year is one of those offered."""
        self._about = about
        self.outcome.show_outcome(about.outcome)
        row = model().outcomes[about.outcome]
        elements = with_sums(row, (about.element,))
        with QSignalBlocker(self.element):
            self.element.clear()
            for each in elements:
                name = (
                    element_name(each) if each else place_name(row) or translate("AskHead", "total")
                )
                self.element.addItem(name[:1].upper() + name[1:], each)
            self.element.setCurrentIndex(self.element.findData(about.element))
        set_tip(self.element, self.element.currentText())
        self.element.setVisible(len(elements) > 1)
        with QSignalBlocker(self.year):
            self.year.setCurrentIndex(self.year.findData(about.year))
        set_tip(self.year, self.year.currentText())

    def show_horizon(self, last_year: int) -> None:
        """Offer the years up to the last one."""
        if self.year.itemData(self.year.count() - 1) == last_year:
            return
        with QSignalBlocker(self.year):
            self.year.clear()
            for year in range(FIRST_YEAR, last_year + 1):
                self.year.addItem(translate("AskHead", "Dec {year}").format(year=year), year)
            self.year.setCurrentIndex(self.year.findData(self._about.year))
        set_tip(self.year, self.year.currentText())

    def show_documents(self) -> None:
        """Offer what is open, the baseline first, in its colors."""
        workspace = self._workspace
        self._documents = (None, *workspace.scenarios)
        names = [
            translate("AskHead", "Baseline"),
            *map(shown_title, map(workspace.name, workspace.scenarios)),
        ]
        colors = [self._theme.baseline] + [
            self._theme.data[workspace.color(each) % len(self._theme.data)]
            for each in workspace.scenarios
        ]
        current = None if workspace.current is workspace.baseline else workspace.current
        _fill(self.document, names, colors, self._documents.index(current))
        _fill(self.against, names, colors, self._documents.index(workspace.compared))

    def set_theme(self, theme: Theme) -> None:
        """Draw swatches in the colors of a theme."""
        self._theme = theme
        self.show_documents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the choices have lines of their own where there is little room."""
        super().resizeEvent(event)
        self._arrange(self._lines_needed())

    def _lines_needed(self) -> int:
        """Return how many lines all of it takes, three at most."""
        choices, buttons = self._groups, (self._title, self.back_button, self.report_button)
        if _width((*buttons, *choices)) <= self.width():
            return 1
        return 2 if _width(choices) <= self.width() else 3

    def _arrange(self, count: int) -> None:
        """Put the two groups of choices behind the title, on a line below it, or on two."""
        if count == self._count:
            return
        self._count = count
        first, second = self._groups
        match count:
            case 1:
                self._lines[0].insertWidget(1, first)
                self._lines[0].insertWidget(2, second)
            case 2:
                self._lines[1].insertWidget(0, first)
                self._lines[1].insertWidget(1, second)
            case _:
                self._lines[1].insertWidget(0, first)
                self._lines[2].insertWidget(0, second)

    def _connect(self) -> None:
        self.outcome.chosen.connect(self._on_outcome)
        self.element.activated.connect(self._on_element)
        self.year.activated.connect(self._on_year)
        self.document.activated.connect(self._on_document)
        self.against.activated.connect(self._on_against)
        self._workspace.listed.connect(self.show_documents)

    def _on_outcome(self, key: str) -> None:
        elements = model().outcomes[key].elements
        element = self._about.element if self._about.element in elements else elements[0]
        self.about_chosen.emit(About(key, element, self._about.year))

    def _on_element(self, row: int) -> None:
        about = self._about
        self.about_chosen.emit(About(about.outcome, self.element.itemData(row), about.year))

    def _on_year(self, row: int) -> None:
        self.year_chosen.emit(self.year.itemData(row))

    def _on_document(self, row: int) -> None:
        self.document_chosen.emit(self._documents[row])

    def _on_against(self, row: int) -> None:
        self.against_chosen.emit(self._documents[row])
        self.show_documents()

    def _lay_out(self) -> None:
        about, in_, of, against = self._captions
        self._groups = (
            _side_by_side(about, self.outcome, self.element, in_, self.year),
            _side_by_side(of, self.document, against, self.against),
        )
        self._title = label(translate("AskHead", "Ask"), look="page")
        self._lines = tuple(QHBoxLayout() for _ in range(_LINES))
        page = QVBoxLayout(self)
        page.setContentsMargins(4, 0, 4, 0)
        page.setSpacing(_BETWEEN // 2)
        for line in self._lines:
            line.setSpacing(_BETWEEN)
            line.addStretch(1)
            page.addLayout(line)
        self._lines[0].insertWidget(0, self._title)
        self._arrange(1)  # first, since keys go through what stands here in the order it came
        self._lines[0].addWidget(self.back_button)
        self._lines[0].addWidget(self.report_button)


def _side_by_side(*parts: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for part in parts:
        layout.addWidget(part)
    return made


def _width(parts: Sequence[QWidget]) -> int:
    return sum(part.sizeHint().width() + _BETWEEN for part in parts)


def _box(name: str) -> QComboBox:
    made = ChoiceBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMinimumContentsLength(_LETTERS)
    made.setMaximumWidth(_WIDEST)
    return made


def _fill(box: QComboBox, names: Sequence[str], colors: Sequence[str], current: int) -> None:
    with QSignalBlocker(box):
        box.clear()
        for name, color in zip(names, colors, strict=True):
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(color))
            box.addItem(QIcon(swatch), name)
        box.setCurrentIndex(current)
    set_tip_with_terms(box, names[current])
