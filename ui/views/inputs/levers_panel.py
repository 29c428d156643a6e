"""The levers: three groups, the twelve that matter most on top, the rest one click away.

Rows that are one click away are made when they are first looked at: a window starts sooner.
"""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.ensemble.projection import Projection
from planner.model.graph import model
from planner.model.indices import LABELS, address, split_address
from planner.model.inputs import Lever, elements_of
from planner.model.lever_settings import path_mates
from planner.model.scenario import FIRST_YEAR, Scenario, addresses, parts_of
from ui.documents.current import Edited
from ui.documents.row_edits import put_back
from ui.engine.shown_run import ShownRun
from ui.views.inputs.lever_controls import LeverControl, MasterControl
from ui.widgets.label import label
from ui.widgets.rows.drawer import Drawer
from ui.widgets.rows.group_button import GroupButton
from ui.widgets.rows.lever_row import LeverRow, RowSpec
from ui.widgets.rows.section import Section
from ui.widgets.rows.tab_order import follow
from ui.wording.beside import line_beside
from ui.wording.scale import Scale, scale_of_area, scale_of_lever
from ui.wording.sharing import is_mean
from ui.wording.tip import is_disputed, lever_tip, whole_tip
from ui.wording.translate import model_text

ON_TOP: Final = (
    "voucher_budget",
    "subsidy_rate",
    "alibaba_plan",
    "alibaba_later",
    "other_capex",
    "local_fund",
    "center_sellable_target",
    "center_share",
    "network_build_time",
    "domestic_chip_growth",
    "legal_imports",
    "smuggled_imports",
    "power_connections",
)
_TOTAL_OVER_ONE: Final = 2

Shown = tuple[Scenario, Scenario]
"""The scenario on screen, and the one last saved."""


class LeversPanel(QScrollArea):
    """Every lever of the model as a row that edits the document."""

    refused = Signal(str)

    def __init__(self, document: Edited, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controls: dict[str, LeverControl | MasterControl] = {}
        self._unmade: dict[Section | Drawer, tuple[Lever, ...]] = {}
        self._groups: dict[GroupButton, tuple[str, tuple[str, ...]]] = {}
        self._folded: list[tuple[Section, list[str]]] = []
        self._shown: Shown = (document.scenario, document.saved)
        self._year = FIRST_YEAR
        self._run: ShownRun | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("page")
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(0, 6, 0, 8)
        self._layout.setSpacing(0)
        for group, title in group_titles().items():
            self._add_group(group, title)
        self._layout.addStretch(1)
        self.setWidget(page)
        document.changed.connect(self.show_scenario)
        self.show_scenario(document.scenario)

    @property
    def controls(self) -> dict[str, LeverControl | MasterControl]:
        """What ties each row to the document, by the address of its value; makes all rows."""
        while self._unmade:
            self._fill(next(iter(self._unmade)))
        return self._controls

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the values of a scenario in every row that may show something else."""
        before, self._shown = self._shown, (scenario, self._document.saved)
        for name in _touched(before, self._shown, self._controls):
            self._controls[name].show_scenario(*self._shown, self._year)
        changed = {split_address(name)[0] for name, _ in scenario.levers}
        for section, names in self._folded:
            section.show_changed(len(changed.intersection(names)))

    def show_year(self, year: int) -> None:
        """Show what levers that change over time are at in December of a year."""
        if year == self._year:
            return
        self._year = year
        for control in self._controls.values():
            control.show_scenario(*self._shown, year)
        self._show_outcomes()

    def show_run(self, run: ShownRun) -> None:
        """Show what comes of levers beside them."""
        self._run = run
        self._show_outcomes()

    @property
    def _projection(self) -> Projection | None:
        return None if self._run is None else self._run.projection

    def _show_outcomes(self) -> None:
        for lever in model().levers.values():
            if lever.told_beside and lever.key in self._controls:
                line = line_beside(lever, self._projection, self._year)
                self._controls[lever.key].row.show_outcome(line)

    def row(self, name: str) -> LeverRow:
        """Return the row of a lever (`alibaba_plan`) or of one value (`voucher_budget.henan`).

        Of a lever that moves in parts alone it is the row of the first of them.
        """
        parts = parts_of(model().levers[name]) if name in model().levers else ()
        name = parts[0].key if parts else name
        controls = self._controls if name in self._controls else self.controls
        return controls[name].row

    def _keep(self, name: str, control: LeverControl | MasterControl) -> None:
        control.show_scenario(*self._shown, self._year)
        self._controls[name] = control

    def _add_group(self, group: str, title: str) -> None:
        levers = [lever for lever in model().levers.values() if lever.group == group]
        self._layout.addLayout(self._heading(title, levers))
        moved = [lever for lever in levers if not parts_of(lever)]
        for lever in moved:
            if lever.key in ON_TOP:
                self._layout.addWidget(self._widget(lever))
        rest = [lever for lever in moved if lever.key not in ON_TOP]
        if rest:
            more = Section(self.tr("More levers"), is_strong=False, is_open=False)
            self._unmade[more] = tuple(rest)
            more.opening.connect(self._on_opening)
            self._folded.append((more, [lever.key for lever in rest]))
            self._layout.addWidget(more)

    def _heading(self, title: str, levers: list[Lever]) -> QHBoxLayout:
        """Return the heading of a group, with the button that puts all its levers back."""
        button = GroupButton(title)
        self._groups[button] = (title, addresses(levers))
        button.reset.connect(self._on_group_reset)
        made = QHBoxLayout()
        made.setContentsMargins(4, 6, 4, 0)
        made.addWidget(label(title, look="title"), 1)
        made.addWidget(button)
        return made

    def _on_group_reset(self, target: str) -> None:
        button = self.sender()
        if isinstance(button, GroupButton):
            title, names = self._groups[button]
            put_back(self._document, title, names, target)

    def _on_opening(self) -> None:
        opened = self.sender()
        if isinstance(opened, (Section, Drawer)):
            self._fill(opened)

    def _fill(self, fold: Section | Drawer) -> None:
        """Make the rows of a fold, unless they are there."""
        levers = self._unmade.pop(fold, ())
        if isinstance(fold, Drawer):
            for lever in levers:
                self._fill_drawer(fold, lever)
        else:
            for lever in levers:
                fold.add(self._widget(lever))
        if levers:
            follow(fold.arrow if isinstance(fold, Drawer) else fold.heading, fold.body)

    def _widget(self, lever: Lever) -> QWidget:
        if lever.index is None:
            return self._single(lever)
        return self._drawer(lever)

    def _single(self, lever: Lever) -> LeverRow:
        name = model_text(lever.label)
        row = self._row(lever, "", name, name, scale_of_lever(lever))
        self._keep(lever.key, LeverControl(self._document, lever.key, row))
        row.show_outcome(line_beside(lever, self._projection, self._year))
        return row

    def _drawer(self, lever: Lever) -> Drawer:
        name = model_text(lever.label)
        whole = _of_all(lever, name)
        master = self._row(lever, "", name, whole, _scale_of_all(lever))
        self._keep(lever.key, MasterControl(self._document, lever, master))
        drawer = Drawer(master)
        self._unmade[drawer] = (lever,)
        drawer.opening.connect(self._on_opening)
        return drawer

    def _fill_drawer(self, drawer: Drawer, lever: Lever) -> None:
        name = model_text(lever.label)
        for element in elements_of(lever):
            area = model_text(LABELS[element])
            full = self.tr("{lever}, {area}").format(lever=name, area=area)
            scale = scale_of_area(lever, element)
            row = self._row(lever, element, area, full, scale, is_compact=True)
            where = address(lever.key, element)
            self._keep(where, LeverControl(self._document, where, row))
            drawer.add(row)

    def _row(
        self,
        lever: Lever,
        element: str,
        name: str,
        full_name: str,
        scale: Scale,
        *,
        is_compact: bool = False,
    ) -> LeverRow:
        tip = partial(self._tip, lever, element, full_name)
        spec = RowSpec(
            name=name,
            full_name=full_name,
            doc=model_text(lever.doc),
            scale=scale,
            tip=tip,
            is_disputed=any(is_disputed(lever, each) for each in _elements(lever, element)),
            is_compact=is_compact,
        )
        row = LeverRow(spec)
        row.refused.connect(self.refused)
        return row

    def _tip(self, lever: Lever, element: str, name: str) -> str:
        if lever.index is not None and not element:
            return whole_tip(lever, name, self._document.scenario)
        return lever_tip(lever, element, name, self._document.scenario)


def _touched(before: Shown, now: Shown, names: Collection[str]) -> Collection[str]:
    """Return which of the named rows may show something else than before."""
    if before[0].figures != now[0].figures or before[1] is not now[1]:
        return names
    moved = set(before[0].levers) ^ set(now[0].levers)
    mates = {mate for name, _ in moved for mate in path_mates(name)}
    addresses = mates | {split_address(name)[0] for name in mates}
    return addresses.intersection(names)


def group_titles() -> dict[str, str]:
    """Return the groups of levers in the order of the rows, with their titles."""
    titles = {
        "vouchers": QCoreApplication.translate("Levers", "Vouchers"),
        "investment": QCoreApplication.translate("Levers", "Investment"),
        "supply": QCoreApplication.translate("Levers", "Compute supply"),
        "demand": QCoreApplication.translate("Levers", "Demand"),
    }
    groups = dict.fromkeys(str(row.group) for row in model().levers.values())
    return {group: titles.get(group, group.capitalize()) for group in groups}


def _elements(lever: Lever, element: str) -> tuple[str, ...]:
    """Return which elements of a lever a row stands for: one, or all of them."""
    return (element,) if element else elements_of(lever)


def _of_all(lever: Lever, name: str) -> str:
    """Return the name of the row that moves all areas at once."""
    if is_mean(lever):
        return QCoreApplication.translate("Levers", "{lever}, mean of all areas").format(lever=name)
    return QCoreApplication.translate("Levers", "{lever}, all areas together").format(lever=name)


def _scale_of_all(lever: Lever) -> Scale:
    """Return the scale of a whole lever: that of one area for a mean, wider for a sum."""
    one = scale_of_lever(lever)
    if is_mean(lever):
        return one
    count = len(elements_of(lever))
    return replace(
        one,
        high=one.high * _TOTAL_OVER_ONE,
        step=one.step * _TOTAL_OVER_ONE,
        least=one.least * count,
        most=one.most * count,
    )
