"""The open scenarios as a list: the baseline first, then each with its mark, name and changes."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from planner.quantities.told.lists import in_turn
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.style.theme import Theme
from ui.wording.compared.scenario_words import (
    changes_in_short,
    color_name,
    differing_inputs_in_words,
)
from ui.wording.literal import literal_tip

if TYPE_CHECKING:
    from collections.abc import Callable

Index = QModelIndex | QPersistentModelIndex
DIRTY: Final = "• "

_ROLE = Qt.ItemDataRole
SECOND_LINE: Final = _ROLE.UserRole + 1
IS_BASELINE: Final = _ROLE.UserRole + 2
MET: Final = _ROLE.UserRole + 3
"""The share of futures that meet all targets of the scenario on screen, in short."""


class OpenScenarios(QAbstractListModel):
    """Follows the workspace; the first row is the baseline, which is no document.

    `renamed` tells what a hand wants, `refused` why something cannot be, `toggled` that a check
    mark was clicked.
    """

    renamed = Signal(object, str)
    toggled = Signal()
    refused = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._rows: tuple[Document | None, ...] = (None, *workspace.scenarios)
        self._told: dict[Document, str] = {}
        self._met: dict[str, str] = {}
        self._met_below = ""
        workspace.listed.connect(self._on_listed)
        workspace.opened.connect(self._follow)
        for document in workspace.documents:
            self._follow(document)

    def set_theme(self, theme: Theme) -> None:
        """Show the swatches in the colors of a theme."""
        self._theme = theme
        self._tell_all()

    def show_met(self, below: str, shares: dict[str, str]) -> None:
        """Show in how many futures targets are met: of the baseline, and of scenarios by name."""
        before = self._shares_met()
        self._met_below, self._met = below, shares
        for row, (was, now) in enumerate(zip(before, self._shares_met(), strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row), [MET])

    def _shares_met(self) -> list[str]:
        """Return what is shown of each row."""
        return [self._met_below if each is None else self._share_met(each) for each in self._rows]

    def document(self, index: Index) -> Document | None:
        """Return the document of a row, None for the baseline."""
        return self._rows[index.row()]

    def index_of(self, document: Document) -> QModelIndex:
        """Return the row of a document; that of the baseline where it stands for that."""
        return self.index(self._rows.index(document) if document in self._rows else 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        document, flags = self.document(index), super().flags(index)
        if document is None:
            return flags
        flags |= Qt.ItemFlag.ItemIsEditable
        return flags if self._must_be_drawn(document) else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - of Qt
        if not index.isValid():
            return None
        document = self.document(index)
        return self._of_baseline(role) if document is None else self._of(document, role)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - of Qt
        role: int = _ROLE.EditRole,
    ) -> bool:
        document = self.document(index)
        if document is None:
            self.refused.emit(self.why_baseline_stays())
            return False
        if role == _ROLE.EditRole:
            self.renamed.emit(document, str(value))
            return True
        return role == _ROLE.CheckStateRole and self._check(
            document, Qt.CheckState(value) == Qt.CheckState.Checked
        )

    def why_baseline_stays(self) -> str:
        """Return why the baseline is neither renamed, closed nor unchecked."""
        return translate(
            "OpenScenarios",
            "The baseline holds the published levers: it cannot be changed, renamed, hidden or "
            "closed. The first change opens a scenario.",
        )

    def _check(self, document: Document, drawn: bool) -> bool:
        self.toggled.emit()
        if not drawn and self._must_be_drawn(document):
            self.refused.emit(self._why_drawn(document))
            return False
        if self._workspace.draw(document, drawn):
            return True
        self.refused.emit(
            translate(
                "OpenScenarios", "No more scenarios can be told apart on the charts; uncheck one"
            )
        )
        return False

    def _of_baseline(self, role: int) -> Any:  # noqa: ANN401 - of Qt
        name, line = (
            translate("OpenScenarios", "Baseline"),
            translate("OpenScenarios", "published levers, cannot be edited"),
        )
        by_role: dict[int, Any] = {
            _ROLE.DisplayRole: name,
            SECOND_LINE: line,
            IS_BASELINE: True,
            MET: self._met_below,
            _ROLE.DecorationRole: QColor(self._theme.baseline),
            _ROLE.ToolTipRole: literal_tip(f"{name}\n{self.why_baseline_stays()}"),
            _ROLE.AccessibleTextRole: f"{name}, {line}",
        }
        return by_role.get(role)

    def _of(self, document: Document, role: int) -> Any:  # noqa: ANN401 - of Qt
        by_role: dict[int, Callable[[Document], Any]] = {
            _ROLE.DisplayRole: self._shown_name,
            _ROLE.EditRole: _title,
            SECOND_LINE: self._second_line,
            MET: self._share_met,
            _ROLE.CheckStateRole: self._mark,
            _ROLE.DecorationRole: self._color,
            _ROLE.ToolTipRole: self._tip,
            _ROLE.AccessibleTextRole: self._spoken,
        }
        return by_role[role](document) if role in by_role else None

    def _mark(self, document: Document) -> Qt.CheckState:
        is_drawn = self._workspace.is_drawn(document)
        return Qt.CheckState.Checked if is_drawn else Qt.CheckState.Unchecked

    def _color(self, document: Document) -> QColor:
        return QColor(self._theme.data[self._workspace.color(document)])

    def _share_met(self, document: Document) -> str:
        return self._met.get(self._workspace.name(document), "")

    def _second_line(self, document: Document) -> str:
        line = changes_in_short(document.scenario)
        if document.outgrew_its_title:
            line = in_turn((line, translate("OpenScenarios", "edited since it was opened")))
        if document is self._workspace.compared:
            return translate("OpenScenarios", "{changes}; compared with").format(changes=line)
        return line

    def _must_be_drawn(self, document: Document) -> bool:
        return document in (self._workspace.current, self._workspace.compared)

    def _why_drawn(self, document: Document) -> str:
        if document is self._workspace.current:
            return translate(
                "OpenScenarios", "The scenario whose levers you see is always on the charts"
            )
        return translate(
            "OpenScenarios", "The scenario that others are compared with is always on the charts"
        )

    def _tip(self, document: Document) -> str:
        lines = [shown_title(self._workspace.name(document))]
        lines += differing_inputs_in_words(document.scenario) or (
            translate("OpenScenarios", "as the baseline"),
        )
        if document.path is None:
            lines.append(translate("OpenScenarios", "not in a file yet"))
        else:
            lines.append(shown_path(document.path))
        if document.place.read_only:
            lines.append(
                translate("OpenScenarios", "read-only: {reason}").format(
                    reason=document.place.read_only
                )
            )
        if document.is_dirty:
            lines.append(translate("OpenScenarios", "unsaved changes"))
        if self._must_be_drawn(document):
            lines.append(self._why_drawn(document))
        return literal_tip("\n".join(lines))

    def _shown_name(self, document: Document) -> str:
        """Return a name on one line, with the mark of unsaved changes before it."""
        name = shown_title(" ".join(self._workspace.name(document).split()))
        return f"{DIRTY}{name}" if document.is_dirty else name

    def _spoken(self, document: Document) -> str:
        name = shown_title(self._workspace.name(document))
        if document.is_dirty:
            name = translate("OpenScenarios", "{title}, unsaved changes").format(title=name)
        color = color_name(self._workspace.color(document))
        told = translate("OpenScenarios", "{title}, {color}, {changes}")
        return told.format(title=name, color=color, changes=self._second_line(document))

    def _follow(self, document: Document) -> None:
        document.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """Show how much a scenario changes, where that is something else than before."""
        document = self.sender()
        if not isinstance(document, Document) or document not in self._rows:
            return
        line = self._second_line(document)
        if self._told.get(document) != line:
            self._told[document] = line
            index = self.index_of(document)
            self.dataChanged.emit(index, index)

    def _on_listed(self) -> None:
        rows = (None, *self._workspace.scenarios)
        if self._rows == rows:
            self._tell_all()
            return
        self.beginResetModel()
        self._rows = rows
        self._told = {each: self._told[each] for each in self._told if each in rows}
        self.endResetModel()

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _title(document: Document) -> str:
    return document.scenario.title
