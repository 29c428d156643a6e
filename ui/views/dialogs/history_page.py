"""The page that holds the model against history: every measured point, and what is missed.

A window of its own that blocks nothing; `ui.controllers.history` opens and fills it.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.backtest import Backtest
from planner.studies.misses import misses, summary_of
from ui.charts.history_chart import HistoryChart
from ui.charts.history_rows import history_rows
from ui.style.theme import Theme
from ui.views.dialogs.size import resize_within_screen

_SIZE = QSize(1180, 780)
_MARGIN = 16


class HistoryPage(QDialog):
    """What the points say as a whole, the chart, and a sentence for each point outside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("HistoryPage", "Model against history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._summary = _text(translate("HistoryPage", "Running the model over 2025 and 2026…"))
        self._legend = _text(
            translate(
                "HistoryPage",
                "Dot: what was measured, line: range of the source, triangle: a floor. Bar: P10 to "
                "P90 of the model, mark: median; a filled green bar holds the dot, a hollow orange "
                "one misses it. Slim gray bar: model 1.0. At the right: what was measured | P10 to "
                "P90.",
            )
        )
        self._legend.setProperty("look", "muted")
        self.chart = HistoryChart(theme)
        self._misses = _text("")
        self._lay_out()
        resize_within_screen(self, _SIZE)

    def show_backtest(self, found: Backtest) -> None:
        """Show what was found."""
        self._summary.setText("\n".join(summary_of(found)))
        self.chart.show_rows(history_rows(found.rows, numerals()))
        self.chart.show()
        said = [f"• {each.sentence}" for each in misses(found.rows)]
        head = translate("HistoryPage", "Outside P10 to P90, the farthest first:")
        self._misses.setText("\n".join([head, *said]) if said else "")

    def show_failure(self) -> None:
        """Say that there is nothing to show."""
        self._summary.setText(
            translate("HistoryPage", "The model could not be run over 2025 and 2026.")
        )

    @property
    def text(self) -> str:
        """All that the page says in sentences."""
        return f"{self._summary.text()}\n{self._misses.text()}"

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for part in (self._summary, self._legend, self.chart, self._misses):
            column.addWidget(part)
        column.addStretch(1)
        self.chart.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)


def _text(said: str) -> QLabel:
    label = QLabel(said)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
