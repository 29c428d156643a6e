"""The table of an answer on a card, to be read and selected. Floor: widgets."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.studies.answers.table import AnswerTable
from ui.wording.answers.table_text import readable_table


class AnswerTableView(QTableWidget):
    """Shows one table with its notes as tips of the headings; `first` columns are left out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()

    def show_table(self, table: AnswerTable, first: int = 0) -> None:
        """Show a table without its `first` columns, which are keys for files."""
        shown = readable_table(table, numerals(), model_text)
        self.setColumnCount(len(shown.headings) - first)
        self.setRowCount(len(shown.rows))
        self.setHorizontalHeaderLabels(list(shown.headings[first:]))
        for row, texts in enumerate(shown.rows):
            for column, text in enumerate(texts[first:]):
                item = QTableWidgetItem(text)
                if shown.are_numbers[column + first]:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(row, column, item)
        self.setToolTip("\n".join(table.notes))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
