"""The card of a value: what it is, how it differs, its equation with numbers. Floor: views."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.model.graph import model
from planner.model.scenario import parts_of
from planner.quantities.told.lists import as_sentences
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import Inspection
from planner.studies.inspect.node import Node
from ui.style.theme import Theme
from ui.widgets.inspect.formula_view import LINE_PIXELS, FormulaView
from ui.widgets.label import label
from ui.wording.inspect.about import (
    WhichRun,
    difference_line,
    doc_text,
    kind_line,
    run_line,
    title_of,
    unit_line,
    value_line,
    when_line,
)
from ui.wording.inspect.formula import cells_of, equation_text
from ui.wording.inspect.page import equation_lines

_SIDE = 12


class EquationCard(QScrollArea):
    """Shows one value.

    `chosen` carries the node of a name in the equation that was opened, `copied` the equation as
    text, `control_wanted` the address of the lever or assumption that is shown.
    """

    chosen = Signal(object)
    copied = Signal(str)
    control_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", look="page")
        self.kind = label("", look="muted")
        self.value = label("", look="value")
        self.difference = label("")
        self.doc = label("")
        self.formula = FormulaView(theme, translate("Inspect", "Equation"))
        self.when = label("", look="muted")
        self.control = QToolButton()
        self.control.setText(translate("Inspect", "Show its slider"))
        self.control.setProperty("look", "link")
        self._address = ""
        self._found: Inspection | None = None
        self.unit = label("", look="muted")
        self.run = label("", look="muted")
        self._page = QFrame()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.formula.chosen.connect(self.chosen)
        self.formula.copied.connect(self._on_copied)
        self.control.clicked.connect(self._on_control)

    def show_found(self, found: Inspection, which: WhichRun) -> None:
        """Show a value of a run."""
        self._found = found
        self.title.setText(title_of(found))
        self.setAccessibleName(self.title.text())
        self.kind.setText(kind_line(found.node))
        self.value.setText(value_line(found))
        self.difference.setText(difference_line(found, which.against))
        self.doc.setText(doc_text(found))
        self.when.setText(when_line(found))
        self.when.setVisible(bool(when_line(found)))
        self.unit.setText(unit_line(found))
        self.run.setText(run_line(which))
        self._address = _control_of(found.node)
        self.control.setVisible(bool(self._address))
        cells = cells_of(found)
        told = " ".join(f"{cell.text} {cell.result}".strip() for cell in cells)
        self.formula.show_cells(cells, as_sentences((equation_text(found), told)))
        self.formula.setVisible(bool(cells))

    def set_theme(self, theme: Theme) -> None:
        """Show in the colors of a theme."""
        self.formula.set_theme(theme)

    def needed(self, width: int) -> int:
        """Return the height in which all of it is seen at a width, without a scroll bar."""
        layout = self._page.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width) + 2

    def cut_at(self, height: int) -> int:
        """Return a height, or less of it where it would cut a line of the equation in two."""
        layout = self._page.layout()
        if layout is None or height >= self.needed(self.width()):
            return height
        layout.activate()
        top = self.formula.geometry().top()
        lines = min((height - top) // LINE_PIXELS, self.formula.height() // LINE_PIXELS)
        is_cut = height < self.formula.geometry().bottom()
        return top + lines * LINE_PIXELS if lines > 0 and is_cut else height

    def _on_copied(self) -> None:
        if self._found is not None:
            self.copied.emit("\n".join(equation_lines(self._found)))

    def _on_control(self) -> None:
        self.control_wanted.emit(self._address)

    def _lay_out(self) -> None:
        self._page.setProperty("look", "card")
        head, values = QHBoxLayout(), QHBoxLayout()
        head.addWidget(_wrapped(self.title), 1)
        head.addWidget(self.kind)
        values.setSpacing(12)
        values.addWidget(self.value)
        values.addWidget(self.control)
        values.addStretch(1)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(_SIDE, 9, _SIDE, 9)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addLayout(values)
        layout.addWidget(_wrapped(self.difference))
        layout.addWidget(_wrapped(self.doc))
        layout.addSpacing(4)
        layout.addWidget(self.formula)
        for line in (self.when, self.unit, self.run):
            layout.addWidget(_wrapped(line))
        layout.addStretch(1)


def _control_of(node: Node) -> str:
    """Return the address of the row that moves an input; empty where none does."""
    lever = model().levers.get(node.name)
    if lever is not None:
        parts = parts_of(lever)
        return parts[0].key if parts else node.address
    return node.address if node.name in model().assumptions else ""


def _wrapped(text: QLabel) -> QLabel:
    text.setWordWrap(True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text
