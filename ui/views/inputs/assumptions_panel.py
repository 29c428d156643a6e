"""The assumptions, sector by sector: what nobody decides and nobody knows exactly.

The page is made when it is first shown, and the rows of a sector when it is first opened.
"""

from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.model.graph import model
from planner.model.indices import LABELS, address
from planner.model.inputs import Assumption, default_spread, elements_of
from planner.model.scenario import (
    Scenario,
    assumption_default,
    assumption_spread,
    with_assumption,
)
from planner.quantities.spread import Spread
from ui.documents import row_edits
from ui.documents.current import Edited
from ui.widgets.label import label
from ui.widgets.rows.assumption_row import AssumptionRow, SpreadDisplay
from ui.widgets.rows.group_button import GroupButton
from ui.widgets.rows.lever_row import FIELD_WIDTH, GUTTER, SPACING, RowSpec
from ui.widgets.rows.section import Section
from ui.widgets.rows.tab_order import follow
from ui.wording.scale import scale_of_assumption
from ui.wording.tip import input_tip, is_disputed
from ui.wording.translate import model_text


class AssumptionControl(QObject):
    """Ties one row to the document."""

    def __init__(self, document: Edited, name: str, row: AssumptionRow) -> None:
        super().__init__(row)
        self._document = document
        self.name = name
        self.row = row
        row.moved.connect(self._on_moved)
        row.settled.connect(self._on_settled)
        row.reset.connect(self._on_reset)

    def show_scenario(self, scenario: Scenario, saved: Scenario) -> bool:
        """Show the range of a scenario; return whether it is changed."""
        spread = assumption_spread(scenario, self.name)
        default = assumption_default(self.name, scenario.figures)
        differs = spread != assumption_spread(saved, self.name)
        differs_from_baseline = spread != assumption_default(self.name)
        self.row.show_display(SpreadDisplay(spread, default, differs, differs_from_baseline))
        return spread != default

    def _on_moved(self, spread: Spread, final: bool) -> None:
        scenario = with_assumption(self._document.scenario, self.name, spread)
        row_edits.change(self._document, self.row.spec.full_name, scenario, self.name, final=final)

    def _on_settled(self) -> None:
        row_edits.settle(self._document)

    def _on_reset(self, target: str) -> None:
        row_edits.put_back(self._document, self.row.spec.full_name, [self.name], target)


class AssumptionsPanel(QScrollArea):
    """Every assumption of the model as a row that edits the document."""

    refused = Signal(str)

    def __init__(self, document: Edited, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controls: dict[str, AssumptionControl] = {}
        self._sections: dict[str, Section] = {}
        self._unmade: dict[str, list[Assumption]] = {}
        self._groups: dict[GroupButton, tuple[str, str]] = {}
        self._names: dict[str, list[str]] = {}
        self._shown: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document.changed.connect(self.show_scenario)

    @property
    def sections(self) -> dict[str, Section]:
        """The folds of the sectors by key; makes the page."""
        self._make_page()
        return self._sections

    @property
    def controls(self) -> dict[str, AssumptionControl]:
        """What ties each row to the document, by the address of its value; makes all rows."""
        for sector in self.sections:
            self._fill(sector)
        return self._controls

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the ranges of a scenario in every row; nothing is done while they are the same."""
        saved = self._document.saved
        ranges = (scenario.assumptions, scenario.figures, saved.assumptions, saved.figures)
        if ranges == self._shown or not self._sections:
            return
        self._shown = ranges
        for control in self._controls.values():
            control.show_scenario(scenario, saved)
        changed = {name for name, _ in scenario.assumptions}
        for sector, section in self._sections.items():
            section.show_changed(len(changed.intersection(self._names[sector])))

    def row(self, name: str) -> AssumptionRow:
        """Return the row of one assumption."""
        return self.controls[name].row

    def showEvent(self, event: QShowEvent) -> None:
        self._make_page()
        super().showEvent(event)

    def _make_page(self) -> None:
        if self._sections:
            return
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self._introduction())
        rows = model().assumptions.values()
        for sector, members in groupby(rows, key=_sector_of):
            layout.addWidget(self._section(sector, list(members)))
        layout.addStretch(1)
        self.setWidget(page)
        follow(self, page)
        self.show_scenario(self._document.scenario)

    def _introduction(self) -> QWidget:
        text = self.tr(
            "Nobody decides these and nobody knows them exactly: every future draws its own value "
            "between low and high. Changing one also moves the baseline."
        )
        made = label(text, look="muted")
        made.setWordWrap(True)
        made.setContentsMargins(8, 0, 8, 6)
        return made

    def _section(self, sector: str, rows: list[Assumption]) -> Section:
        title = sector_titles().get(sector, sector)
        section = Section(title, is_open=not self._sections)
        self._sections[sector] = section
        self._names[sector] = [address(row.key, each) for row in rows for each in elements_of(row)]
        self._unmade[sector] = rows
        button = GroupButton(title)
        button.reset.connect(self._on_group_reset)
        section.add_button(button)
        self._groups[button] = (title, sector)
        section.opening.connect(self._on_opening)
        if len(self._sections) == 1:
            self._fill(sector)
        return section

    def _on_group_reset(self, target: str) -> None:
        button = self.sender()
        if isinstance(button, GroupButton):
            title, sector = self._groups[button]
            row_edits.put_back(self._document, title, self._names[sector], target)

    def _on_opening(self) -> None:
        for sector, section in self._sections.items():
            if section is self.sender():
                self._fill(sector)

    def _fill(self, sector: str) -> None:
        """Make the rows of a sector, unless they are there."""
        rows, section = self._unmade.pop(sector, []), self._sections[sector]
        if rows:
            section.add(self._captions())
        for row in rows:
            for element in elements_of(row):
                name = address(row.key, element)
                control = self._control(row, element, name)
                control.show_scenario(self._document.scenario, self._document.saved)
                self._controls[name] = control
                section.add(control.row)
        if rows:
            follow(section.heading, section.body)

    def _captions(self) -> QWidget:
        """Return the words over the three fields of the rows."""
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(GUTTER, 0, 4, 0)
        layout.setSpacing(SPACING)
        for text in (self.tr("low"), self.tr("central"), self.tr("high")):
            caption = label(text, look="muted")
            caption.setFixedWidth(FIELD_WIDTH)
            caption.setAlignment(Qt.AlignmentFlag.AlignRight)
            layout.addWidget(caption)
        layout.addStretch(1)
        return made

    def _control(self, row: Assumption, element: str, name: str) -> AssumptionControl:
        title = model_text(row.label)
        if element:
            part = model_text(LABELS[element])
            title = self.tr("{assumption}, {part}").format(assumption=title, part=part)
        spec = RowSpec(
            name=title,
            full_name=title,
            doc=model_text(row.doc),
            scale=scale_of_assumption(row, default_spread(row, element)),
            tip=partial(self._tip, row, element, title),
            is_disputed=is_disputed(row, element),
        )
        made = AssumptionRow(spec)
        made.refused.connect(self.refused)
        return AssumptionControl(self._document, name, made)

    def _tip(self, row: Assumption, element: str, name: str) -> str:
        return input_tip(row, element, name, self._document.scenario.figures)


def sector_titles() -> dict[str, str]:
    """Return the titles of the sectors by key."""
    return {
        "investment": QCoreApplication.translate("Sectors", "Investment"),
        "chips": QCoreApplication.translate("Sectors", "Chips"),
        "data_centers": QCoreApplication.translate("Sectors", "Data centers"),
        "market": QCoreApplication.translate("Sectors", "Compute market"),
        "vouchers": QCoreApplication.translate("Sectors", "Vouchers"),
        "enterprises": QCoreApplication.translate("Sectors", "Enterprises"),
        "industry": QCoreApplication.translate("Sectors", "Industry"),
        "energy": QCoreApplication.translate("Sectors", "Energy"),
        "alibaba": QCoreApplication.translate("Sectors", "Alibaba's case"),
    }


def _sector_of(row: Assumption) -> str:
    return row.sector
