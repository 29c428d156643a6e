"""The matrix under the charts: every open scenario, its levers, and a slider for each.

It follows the open scenarios while it is shown. What is refused and what is done are told by
`refused` and `told`; which levers were chosen, by `choice_changed`; `path_wanted` carries a lever
of the scenario on screen whose path is to be opened. Floor: views.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from planner.model.lever_settings import with_lever_of
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.storage.sentences.catalog import translate
from ui.charts.contents.scopes import Areas
from ui.documents.commands import Saying
from ui.documents.document import Document
from ui.documents.listing.listed import OpenScenario
from ui.documents.resets import reset
from ui.documents.row_edits import full_name
from ui.documents.workspace import Workspace
from ui.items.clipboard_text import as_html, tab_separated
from ui.items.matrix import Matrix, MatrixRow
from ui.style.theme import Theme
from ui.views.matrix.columns import (
    LeverChoice,
    columns_of,
    differing_levers,
    input_of,
)
from ui.views.matrix.copying import Copied, as_table, copied, pasted
from ui.views.matrix.hand import MatrixHand
from ui.views.matrix.levers_menu import LeversMenu
from ui.views.matrix.table import MatrixTable
from ui.widgets.label import label
from ui.wording.literal import literal_action
from ui.wording.paths.typed import Refused
from ui.wording.rows.described import Described


class MatrixPanel(QWidget):
    """Shows scenarios and levers; a slider moves the scenario of its row, wherever that is."""

    refused = Signal(str)
    told = Signal(str)
    choice_changed = Signal(str)
    path_wanted = Signal(str)

    def __init__(
        self, workspace: Workspace, theme: Theme, choice: LeverChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._choice = choice
        self._areas: Areas = ()
        self._year = FIRST_YEAR
        self._copied = Copied()
        self._asked = QModelIndex()
        self.matrix = Matrix(self)
        self.table = MatrixTable(self.matrix, theme)
        self.hand = MatrixHand(workspace, self)
        self.levers = LeversMenu()
        self.note = label("", look="muted")
        self.note.setWordWrap(True)
        self.note.setMargin(6)
        self._lay_out()
        self._connect()

    def show_all(self, areas: Areas, year: int, *, anew: bool = False) -> None:
        """Show every open scenario, in a year where that matters.

        Columns keep their places unless they are made `anew`.
        """
        anew = anew or areas != self._areas
        self._areas, self._year = areas, year
        rows = self._rows()
        scenarios = [each.scenario for each in rows]
        before = () if anew else self.matrix.names
        names = columns_of(scenarios, self._choice, areas, before)
        if anew:
            self.table.forget_editors()
        before_columns = self.matrix.columns
        known = {} if anew else {each.address: each for each in before_columns}
        columns = tuple(known.get(name) or input_of(name) for name in names)
        is_other = len(rows) != len(self.matrix.rows) or columns != before_columns
        self.matrix.show(rows, columns, year)
        if is_other:
            self.table.fit()
        self.table.scenarios.fit()
        self.levers.show_chosen(self._choice.chosen(areas), differing_levers(scenarios))
        self._say(has_scenarios=len(rows) > 1)

    def show_document(self, document: Document) -> None:
        """Show what a scenario has become: while a hand moves, its row alone."""
        rows = self.matrix.rows
        key = document.key
        now = [
            replace(each, scenario=document.scenario) if each.key == key else each for each in rows
        ]
        was = next((each.scenario for each in rows if each.key == key), None)
        if was is None or not document.is_moving:
            self.show_all(self._areas, self._year)
        else:
            self.matrix.show(now, self.matrix.columns, self._year)
        is_beside = document is not self._workspace.current
        if was is not None and is_beside and not (document.is_moving or self.hand.is_acting):
            self._tell_change(document, was)

    def choose(self, choice: LeverChoice) -> None:
        """Show other levers; nobody is told."""
        if choice != self._choice:
            self._choice = choice
            self.show_all(self._areas, self._year, anew=True)

    def take_keys(self) -> None:
        """Take the focus, at first to the scenario on screen."""
        if not self.table.currentIndex().isValid():
            rows = (number for number, row in enumerate(self.matrix.rows) if row.is_current)
            self.table.setCurrentIndex(self.matrix.index(next(rows, 0), 0))
        self.table.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme, and in the units that are chosen now."""
        self.table.set_theme(theme)
        self.show_all(self._areas, self._year, anew=True)

    def copy(self) -> None:
        """Copy the cells that are selected, the current one else, as plain numbers."""
        cells = self.table.chosen()
        if not cells:
            self.copy_all()
            return
        self._copied = copied(self.matrix, cells)
        QGuiApplication.clipboard().setText(self._copied.text)
        self.told.emit(
            translate("MatrixPanel", "Copied. Ctrl+V puts it in other cells, or in a spreadsheet.")
        )

    def copy_all(self) -> None:
        """Copy the whole table with its heads, for a spreadsheet."""
        table = as_table(self.matrix)
        content = QMimeData()
        content.setText(tab_separated(table))
        content.setHtml(as_html(table))
        QGuiApplication.clipboard().setMimeData(content)

    def paste(self) -> None:
        """Put what was copied in the cells from the selected ones on, or say why not."""
        targets = self.table.chosen()
        if not targets:
            self.refused.emit(
                translate("MatrixPanel", "Choose a cell first: what was copied goes there.")
            )
            return
        self.table.let_go()
        try:
            cells = self._copied.found(QGuiApplication.clipboard().text())
            found = pasted(self.matrix, cells, targets)
        except Refused as error:
            self.refused.emit(str(error))
            return
        self._put({self.matrix.rows[row].key: each for row, each in found.items()}, _pasted)

    def copy_to(self, index: QModelIndex, keys: tuple[str, ...]) -> None:
        """Give scenarios the levers of the column as the row of a cell has them."""
        source, input_ = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
        changes: dict[str, Scenario] = {}
        for row in self.matrix.rows:
            if row.key in keys and not row.why_fixed:
                changes[row.key] = row.scenario
                for name in input_.names:
                    changes[row.key] = with_lever_of(changes[row.key], name, source.scenario)
        self._put(changes, partial(_copied, input_, source.name))

    def reset(self) -> None:
        """Put the levers of the selected cells back to their defaults."""
        found: dict[str, Scenario] = {}
        for index in self.table.chosen():
            row, input_ = self.matrix.rows[index.row()], self.matrix.columns[index.column()]
            if row.why_fixed:
                self.refused.emit(row.why_fixed)
                return
            scenario = found.get(row.key, row.scenario)
            found[row.key] = reset(scenario, input_.names, "default", scenario)
        self._put(found, _reset)

    def menu_at(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell."""
        row = self.matrix.rows[index.row()]
        self._asked = index
        menu = QMenu(self)
        keys = QKeySequence.StandardKey
        self._add(menu, _with_keys(translate("MatrixPanel", "&Copy"), keys.Copy), self.copy)
        paste = _with_keys(translate("MatrixPanel", "&Paste"), keys.Paste)
        self._add(menu, paste, self.paste, on=not row.why_fixed)
        menu.addSeparator()
        others = [each for each in self.matrix.rows if each.key != row.key and not each.why_fixed]
        everywhere = self._add(
            menu, translate("MatrixPanel", "Copy to &all scenarios"), self._on_copy_to
        )
        everywhere.setData([each.key for each in others])
        everywhere.setEnabled(bool(others))
        inside = menu.addMenu(translate("MatrixPanel", "Copy &to"))
        inside.setEnabled(bool(others))
        for each in others:
            action = self._add(inside, literal_action(each.name), self._on_copy_to)
            action.setData([each.key])
        menu.addSeparator()
        is_changed = self.matrix.cell(index.row(), index.column()).row.is_changed
        can_reset = is_changed and not row.why_fixed
        self._add(menu, translate("MatrixPanel", "&Reset to the default"), self.reset, on=can_reset)
        return menu

    def _add(self, menu: QMenu, text: str, slot: Callable[[], None], *, on: bool = True) -> QAction:
        action = menu.addAction(text)
        action.setEnabled(on)
        action.triggered.connect(slot)
        return action

    def _rows(self) -> tuple[MatrixRow, ...]:
        listing, current = self._workspace.listing(), self._workspace.current
        figures = current.scenario.figures
        baseline = MatrixRow(
            "",
            translate("MatrixPanel", "Baseline"),
            Scenario(figures=figures),
            is_current=not listing.current,
            why_fixed=translate(
                "MatrixPanel", "The baseline stays as it is. Copy from it, or move a scenario."
            ),
        )
        return (baseline, *(self._row(each, listing.current) for each in listing.scenarios))

    def _row(self, listed: OpenScenario, current: str) -> MatrixRow:
        document = self._document(listed.key)
        why = "" if document is None else document.place.read_only
        text = translate(
            "MatrixPanel", "“{scenario}” cannot be changed here: {reason}. Save a copy first."
        )
        return MatrixRow(
            listed.key,
            listed.name,
            listed.scenario,
            listed.color,
            is_current=listed.key == current,
            is_drawn=listed.is_checked,
            why_fixed=text.format(scenario=listed.name, reason=why.rstrip(".")) if why else "",
        )

    def _document(self, key: str) -> Document | None:
        return next((each for each in self._workspace.documents if each.key == key), None)

    def _put(self, changes: dict[str, Scenario], saying: Saying) -> None:
        """Change scenarios by their keys, each as one step."""
        found = {
            document: changes[document.key]
            for document in self._workspace.documents
            if document.key in changes and changes[document.key] != document.scenario
        }
        if not found:
            self.told.emit(
                translate("MatrixPanel", "Nothing changed: it is the same there already.")
            )
            return
        self.hand.put(found, saying)
        if len(found) > 1:
            said = translate("MatrixPanel", "Changed {count} scenarios, each as a step of its own.")
            self.told.emit(said.format(count=len(found)))

    def _tell_change(self, document: Document, before: Scenario) -> None:
        if document.scenario.levers != before.levers:
            self.hand.tell_change(document, before)

    def _say(self, *, has_scenarios: bool) -> None:
        """Tell what to do where there is no scenario yet."""
        text = translate("MatrixPanel", "Move a lever or open a scenario: its sliders stand here.")
        self.note.setText("" if has_scenarios else text)
        self.note.setHidden(has_scenarios)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        table = self.table
        table.moved.connect(self._on_moved)
        table.settled.connect(self.hand.settle)
        table.canceled.connect(self.hand.cancel)
        table.refused.connect(self.refused)
        table.fixed.connect(self._on_fixed)
        table.path_wanted.connect(self._on_path_wanted)
        table.row_wanted.connect(self._on_row_wanted)
        table.copy_asked.connect(self.copy)
        table.paste_asked.connect(self.paste)
        table.reset_asked.connect(self.reset)
        table.menu_asked.connect(self._on_menu_asked)
        self.hand.told.connect(self.told)
        self.levers.toggled_lever.connect(self._on_toggled)
        self.levers.reset.connect(self._on_usual)

    def _on_moved(self, row: int, column: int, value: float, final: bool) -> None:
        document = self._document(self.matrix.rows[row].key)
        if document is not None:
            self.hand.move(document, self.matrix.columns[column], value, final=final)

    def _on_fixed(self, row: int) -> None:
        self.refused.emit(self.matrix.rows[row].why_fixed)

    def _on_path_wanted(self, row: int, column: int) -> None:
        """Put the scenario of a row on screen, and ask for the path of one of its levers."""
        name = self.matrix.columns[column].address
        self.table.let_go()
        self._on_row_wanted(row)
        self.path_wanted.emit(name)

    def _on_row_wanted(self, row: int) -> None:
        self._workspace.show(self._document(self.matrix.rows[row].key))

    def _on_menu_asked(self, place: QPoint) -> None:
        menu = self.menu_at(self.table.currentIndex())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_copy_to(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.copy_to(self._asked, tuple(action.data()))

    def _on_toggled(self, name: str) -> None:
        self._choose(self._choice.toggled(name, self._areas))

    def _on_usual(self) -> None:
        self._choose(LeverChoice())

    def _choose(self, choice: LeverChoice) -> None:
        self._choice = choice
        self.choice_changed.emit(choice.text())
        self.show_all(self._areas, self._year, anew=True)


def _with_keys(text: str, keys: QKeySequence.StandardKey) -> str:
    """Return the text of a menu entry with keys that the table answers itself."""
    return f"{text}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}"


def _pasted() -> str:
    return translate("MatrixPanel", "Paste levers")


def _reset() -> str:
    return translate("MatrixPanel", "Reset levers")


def _copied(input_: Described, scenario: str) -> str:
    text = translate("MatrixPanel", "Copy {name} from “{scenario}”")
    return text.format(name=full_name(input_), scenario=scenario)
