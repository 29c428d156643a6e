"""The answers that are kept, at the right of the window beside the charts. Floor: views.

It takes no room while none are. What is wanted of one is told by signals.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from ui.widgets.ask.foot import link
from ui.widgets.label import label
from ui.wording.literal import literal_tip

_LINES: Final = 2
_PADDING: Final = 6
_ROWS_AT_ONCE: Final = 4


class KeptSection(QWidget):
    """A heading and a list; signals carry the place of an answer, counted from 0."""

    opened = Signal(int)
    removal_wanted = Signal(int)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("KeptSection", "Answers"))
        self.list = QListWidget()
        self.list.setProperty("look", "quiet")
        self.list.setAccessibleName(
            translate("KeptSection", "Answers for report, workbook and session")
        )
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remove_link = link(translate("KeptSection", "Remove"))
        self.remove_link.setToolTip(translate("KeptSection", "Keep this answer no longer"))
        self.clear_link = link(translate("KeptSection", "Remove all"))
        self.report_link = link(translate("ReportContents", "Contents of reports"))
        self.report_link.setToolTip(
            translate("KeptSection", "Choose what a report tells, and in which order")
        )
        self._lay_out()
        self.list.itemActivated.connect(self._on_opened)
        self.list.itemClicked.connect(self._on_opened)
        self.remove_link.clicked.connect(self._on_remove)
        self.clear_link.clicked.connect(self.clear_wanted)
        self.show_answers(())

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """List answers by what was asked and what is said."""
        self.list.clear()
        height = _LINES * self.fontMetrics().lineSpacing() + _PADDING
        for answer in answers:
            about = answer.about
            item = QListWidgetItem(f"{answer.title}\n{shown_title(answer.scenario)}, {about.year}")
            item.setToolTip(literal_tip(answer.sentence or answer.title))
            item.setSizeHint(QSize(0, height))
            self.list.addItem(item)
        if answers:
            self.list.setCurrentRow(len(answers) - 1)
        self.list.setFixedHeight(min(len(answers), _ROWS_AT_ONCE) * height + 2)
        self.setVisible(bool(answers))

    def _on_opened(self, item: QListWidgetItem) -> None:
        self.opened.emit(self.list.row(item))

    def _on_remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removal_wanted.emit(self.list.currentRow())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 10, 0)
        head.setSpacing(8)
        head.addWidget(label(translate("KeptSection", "Answers"), look="title"), 1)
        head.addWidget(self.remove_link)
        head.addWidget(self.clear_link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(self.report_link)
        foot.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addLayout(foot)
