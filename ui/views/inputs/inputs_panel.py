"""A page of inputs in groups: the levers, or the assumptions, each a row that edits the document.

Rows that are folded away are made when they are first looked at: a window starts sooner. Which
rows there are and how they are grouped is told by `groups`. Floor: views.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.scenario import FIRST_YEAR, Scenario, parts_of
from planner.storage.sentences.catalog import translate
from ui.charts.contents.scopes import Areas
from ui.documents.current import Edited
from ui.documents.row_edits import AtHand, full_name
from ui.engine.shown_run import ShownRun
from ui.views.inputs.groups import Group
from ui.views.inputs.input_control import InputControl, touched
from ui.widgets.label import label
from ui.widgets.rows.captions import captions
from ui.widgets.rows.drawer import Drawer
from ui.widgets.rows.group_button import GroupButton
from ui.widgets.rows.input_row import InputRow
from ui.widgets.rows.section import Section
from ui.widgets.rows.tab_order import follow
from ui.wording.rows.beside import line_beside
from ui.wording.rows.described import Described, described, name_beside
from ui.wording.rows.tip import tip_of

Fold = Section | Drawer
PAUSE_MS: Final = 100
"""Between two changes of what comes of an input: a line of text lays out the page again."""


class InputsPanel(QScrollArea):
    """The rows of some groups; the page is made when it is first shown or asked for."""

    refused = Signal(str)
    menu_wanted = Signal(AtHand, QPoint)
    path_wanted = Signal(str, bool)

    def __init__(
        self, document: Edited, groups: Callable[[], tuple[Group, ...]], introduction: str = ""
    ) -> None:
        super().__init__()
        self._document = document
        self._make_groups = groups
        self._introduction = introduction
        self._controls: dict[str, InputControl] = {}
        self._unmade: dict[Fold, tuple[Lever | Assumption, ...]] = {}
        self._folded: dict[Section, frozenset[str]] = {}
        self._kept_folds: frozenset[str] | None = None
        self._groups: dict[GroupButton, Group] = {}
        self._shown = document.scenario
        self._year = FIRST_YEAR
        self._areas: Areas = ()
        self._drawers: list[Drawer] = []
        self._run: ShownRun | None = None
        self._told: ShownRun | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_outcomes)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tab key goes to the rows in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document.changed.connect(self.show_scenario)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The folds of rows under a heading."""
        self.make_page()
        return tuple(self._folded)

    @property
    def controls(self) -> dict[str, InputControl]:
        """What ties each row to the document, by the address of its value; makes all rows."""
        self.make_page()
        while self._unmade:
            self._fill(next(iter(self._unmade)))
        return self._controls

    def row(self, name: str) -> InputRow:
        """Return the row of an input (`alibaba_plan`) or of one value (`voucher_budget.henan`).

        Of a lever that moves in parts alone it is the row of the first of them.
        """
        lever = model().levers.get(name)
        parts = parts_of(lever) if lever else ()
        name = parts[0].key if parts else name
        controls = self._controls if name in self._controls else self.controls
        return controls[name].row

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the values of a scenario in every row that may show something else."""
        before, self._shown = self._shown, scenario
        for name in touched(before, self._shown, self._controls):
            self._controls[name].show_scenario(self._shown, self._year)
        self._count_changes()

    def show_year(self, year: int) -> None:
        """Show what inputs that change over time are at in December of a year."""
        if year == self._year:
            return
        self._year = year
        for control in self._controls.values():
            control.show_scenario(self._shown, year)
            self._show_outcome(control.row)

    def show_areas(self, areas: Areas) -> None:
        """Keep the rows of the window's places in view, under that of all places together."""
        self._areas = areas
        for drawer in self._drawers:
            self._let_areas_stand_out(drawer)

    def show_run(self, run: ShownRun) -> None:
        """Show what comes of inputs beside them, as often as a reader can follow."""
        self._run = run
        if not self._pause.isActive():
            self._show_outcomes()

    def _show_outcomes(self) -> None:
        """Show what comes of inputs in the latest run, and after a pause in a later one."""
        if self._run is self._told:
            return
        self._told = self._run
        self._pause.start()
        for lever in model().levers.values():
            if lever.told_beside and lever.key in self._controls:
                self._show_outcome(self._controls[lever.key].row)

    def make_page(self) -> None:
        """Make the page, unless it is there."""
        if self.widget() is not None:
            return
        page = QWidget()
        page.setObjectName("page")
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(0, 6, 0, 8)
        self._layout.setSpacing(0)
        if self._introduction:
            self._layout.addWidget(_paragraph(self._introduction))
        for group in self._make_groups():
            self._add_group(group)
        self._layout.addStretch(1)
        self.setWidget(page)
        follow(self, page)
        self._open_kept_folds()
        self._count_changes()

    def make_again(self) -> None:
        """Make the page again, folded and scrolled as it is: other units stand in its rows."""
        before, bar = self.takeWidget(), self.verticalScrollBar()
        if before is None:
            return
        self._kept_folds, place = frozenset(self.open_folds), bar.value()
        before.deleteLater()
        for kept in (self._controls, self._unmade, self._folded, self._groups, self._drawers):
            kept.clear()
        self._told = None
        self.make_page()
        self.show_areas(self._areas)
        bar.setValue(place)

    @property
    def open_folds(self) -> list[str]:
        """The folds that are open, each by a key of one of its inputs."""
        if self._kept_folds is not None:
            return sorted(self._kept_folds)
        return [min(keys) for fold, keys in self._folded.items() if not fold.body.isHidden()]

    def restore_folds(self, keys: Iterable[str]) -> None:
        """Have these folds open and no others, once the page is made.

        Those that are there no more are left out.
        """
        self._kept_folds = frozenset(keys)
        if self.widget() is not None:
            self._open_kept_folds()

    def _open_kept_folds(self) -> None:
        kept, self._kept_folds = self._kept_folds, None
        if kept is not None:
            for fold, inputs in self._folded.items():
                fold.set_open(min(inputs) in kept)

    def showEvent(self, event: QShowEvent) -> None:
        self.make_page()
        super().showEvent(event)

    def _add_group(self, group: Group) -> None:
        """Add a heading, the rows that are always in view, and a fold for the others."""
        button = GroupButton(group.title)
        button.menu_wanted.connect(self._on_group_menu)
        self._groups[button] = group
        if not group.top:
            section = Section(group.title, is_open=not self._folded)
            section.add_button(button)
            self._add_fold(section, group)
            return
        self._layout.addLayout(_heading(group.title, button))
        for row in group.top:
            for widget in self._widgets(row):
                self._layout.addWidget(widget)
        if group.rest:
            self._add_fold(Section(self._more(group), is_strong=False, is_open=False), group)

    def _more(self, group: Group) -> str:
        count = len(group.rest)
        text = (
            translate("InputsPanel", "{count} more levers")
            if count > 1
            else translate("InputsPanel", "1 more lever")
        )
        return text.format(count=count)

    def _add_fold(self, section: Section, group: Group) -> None:
        self._unmade[section] = group.rest
        self._folded[section] = frozenset(row.key for row in group.rest)
        section.opening.connect(self._on_opening)
        self._layout.addWidget(section)
        if not section.body.isHidden():
            self._fill(section)

    def _widgets(self, row: Lever | Assumption) -> Iterator[QWidget]:
        """Yield the widgets of an input: a row for each value, or one with a drawer of areas."""
        if row.index is None:
            yield self._row(described(row))
        elif isinstance(row, Assumption):
            yield from (self._row(described(row, each)) for each in elements_of(row))
        else:
            drawer = Drawer(self._row(described(row)))
            self._unmade[drawer] = (row,)
            drawer.opening.connect(self._on_opening)
            self._drawers.append(drawer)
            self._let_areas_stand_out(drawer)
            yield drawer

    def _row(self, input_: Described) -> InputRow:
        made = InputRow(input_, partial(self._tip, input_))
        made.refused.connect(self.refused)
        made.path_toggled.connect(self.path_wanted)
        made.menu_wanted.connect(self._on_row_menu)
        control = InputControl(self._document, made)
        control.show_scenario(self._shown, self._year)
        self._controls[input_.address] = control
        self._show_outcome(made)
        return made

    def _fill(self, fold: Fold) -> None:
        """Make the rows of a fold, unless they are there."""
        rows = self._unmade.pop(fold, ())
        match fold:
            case Drawer():
                for row in rows:
                    for element in elements_of(row):
                        fold.add(self._row(described(row, element)))
                start: QWidget = fold.arrow
            case Section():
                if rows and isinstance(rows[0], Assumption):
                    fold.add(captions())
                for row in rows:
                    for widget in self._widgets(row):
                        fold.add(widget)
                start = fold.heading
        if rows:
            follow(start, fold.body)

    def _let_areas_stand_out(self, drawer: Drawer) -> None:
        drawer.let_stand_out(self._areas, name_beside(drawer.master.described, self._areas))

    def _count_changes(self) -> None:
        """Say at each fold how many of its inputs are changed."""
        pairs = (*self._shown.levers, *self._shown.assumptions)
        changed = {split_address(name)[0] for name, _ in pairs}
        for section, keys in self._folded.items():
            section.show_changed(len(changed & keys))

    def _show_outcome(self, row: InputRow) -> None:
        if isinstance(row.described.row, Lever):
            projection = self._run.projection if self._run else None
            row.show_outcome(line_beside(row.described.row, projection, self._year))

    def _tip(self, input_: Described) -> str:
        return tip_of(input_, self._document.scenario)

    def _on_opening(self) -> None:
        opened = self.sender()
        if isinstance(opened, (Section, Drawer)):
            self._fill(opened)

    def _on_group_menu(self, place: QPoint) -> None:
        button = self.sender()
        if isinstance(button, GroupButton):
            group = self._groups[button]
            self.menu_wanted.emit(AtHand(group.titled, group.names), place)

    def _on_row_menu(self, place: QPoint) -> None:
        row = self.sender()
        if isinstance(row, InputRow):
            title = partial(full_name, row.described)
            self.menu_wanted.emit(AtHand(title, row.described.names), place)


def _heading(title: str, button: GroupButton) -> QHBoxLayout:
    """Return the heading of a group, with the button that puts all its inputs back."""
    made = QHBoxLayout()
    made.setContentsMargins(10, 8, 6, 2)
    made.addWidget(label(title, look="title"), 1)
    made.addWidget(button)
    return made


def _paragraph(text: str) -> QWidget:
    made = label(text, look="muted")
    made.setWordWrap(True)
    made.setContentsMargins(10, 2, 10, 6)
    return made
