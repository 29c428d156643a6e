"""The window of one sweep: what its folder says, read off the window's thread and never changed.

It opens folders and reads numbers through study runners, of which the latest question wins. What
is to leave it, as a scenario or a file, it reports. Floor: views.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from planner.quantities.told.lists import as_sentence, sentences
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.sweep.reading.error import SweepError
from ui.accessibility.events import announce
from ui.accessibility.tips import set_tip
from ui.charts.sweeps.shown import Painted
from ui.engine.studies import Studies
from ui.engine.sweeps.points import Asked, Opened, Opening, PointsFound, Reading
from ui.style.theme import Theme
from ui.views.sweeps.asked import AskedBar
from ui.views.sweeps.head import SweepHead
from ui.views.sweeps.pages import question_pages
from ui.views.sweeps.points_page import PointsPage
from ui.views.sweeps.question_page import QuestionPage
from ui.widgets.label import label
from ui.widgets.task_line import TaskLine
from ui.wording.sweeps.head import answer_of, best_point, empty_text
from ui.wording.sweeps.inputs import settings_text

_USUAL_SIZE: Final = QSize(1080, 760)
_OF_SCREEN: Final = 0.92
_MARGIN: Final = 10
_GAP: Final = 6


class SweepWindow(QWidget):
    """Shows one folder.

    `scenario_wanted` carries the number of a point, `failed` the trace of a fault, `left` tells
    that the window was closed.
    """

    scenario_wanted = Signal(int)
    folder_wanted = Signal()
    help_wanted = Signal()
    copy_wanted = Signal()
    table_wanted = Signal()
    picture_wanted = Signal()
    failed = Signal(str)
    left = Signal()

    def __init__(self, path: Path, studies: Studies, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.path = path
        self.opened: Opened | None = None
        self.found: PointsFound | None = None
        self._theme = theme
        self._studies = studies
        self._wish: Asked | None = None
        self._is_wanted = True
        self.points: PointsPage | None = None
        self.questions: tuple[QuestionPage, ...] = ()
        self.tabs = QTabWidget()
        self.open = QPushButton(translate("Sweeps", "Open as scenario"))
        self.said = label("", look="muted")
        self.save_picture = QPushButton(translate("Sweeps", "Save picture…"))
        self.head = SweepHead(path)
        self.bar = AskedBar()
        self.answer = label("", look="heading")
        self.notice = label("", look="notice")
        self.task = TaskLine()
        self.setAccessibleName(shown_path(path.name))
        self._opening = studies.runner("long", self, SweepError)
        self._reading = studies.runner("long", self, SweepError)
        self._set_up()
        self._lay_out()
        self._connect()

    def read(self) -> None:
        """Open the folder and read what is asked, anew where that was done before."""
        self._tell("")
        self._is_wanted = True
        self.task.tell(translate("Sweeps", "Opening the sweep"), 0.0)
        self._opening.ask(Opening(self.path).steps, cut=True)

    def show_again(self, opened: Opened, found: PointsFound | None, asked: Asked) -> None:
        """Show what another window of the same folder has read and asks."""
        self._wish = asked
        self._show_opened(opened)
        if found is None or found.asked != asked:
            self._ask()
        else:
            self._on_found(found)

    def take_over(self, before: "SweepWindow") -> None:
        """Show what another window of the same folder shows, with what it has read."""
        if before.opened is None:
            self.read()
            return
        self.bar.needed.setCurrentIndex(before.bar.needed.currentIndex())
        self.show_again(before.opened, before.found, before.bar.now)
        self.tabs.setCurrentIndex(before.tabs.currentIndex())
        self._on_chosen(before.point)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self._theme = theme
        for each in self._all_pages:
            each.set_theme(theme)

    def tell_again(self) -> None:
        """Tell numbers in the units that are chosen now."""
        if self.opened is None or not self.opened.numbers:
            return
        asked, found, point = self.bar.now, self.found, self.point
        self.show_again(self.opened, found, asked)
        self._on_chosen(point)

    @property
    def point(self) -> int:
        """The number of the point that is chosen, 0 for none."""
        return 0 if self.points is None else self.points.point

    def tell(self, sentence: str) -> None:
        """Say a sentence in the window, until something else is said or read."""
        self._tell(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancel()
        super().closeEvent(event)
        self.left.emit()

    def _show_opened(self, opened: Opened) -> None:
        self.opened = opened
        plan = opened.folder.plan
        title = translate("Sweeps", "{title} – sweep – Suanli")
        self.setWindowTitle(title.format(title=shown_title(plan.title)))
        self.setAccessibleName(shown_title(plan.title))
        self.head.show_opened(opened)
        self.bar.offer(opened.numbers)
        if self._wish is not None and self._wish.column in opened.numbers:
            self.bar.choose(self._wish)
        self._wish = None
        self.bar.setEnabled(bool(opened.numbers))
        if self.bar.isEnabled():
            self.bar.number.setFocus()
        self._put_pages(opened)

    def _put_pages(self, opened: Opened) -> None:
        """Put pages in the place of those of the folder as it was before."""
        before = self.tabs.currentIndex()
        for question in self.questions:
            question.cancel()
        for each in self._all_pages:
            each.deleteLater()
        self.tabs.clear()
        self.points = PointsPage(opened, self._theme)
        self.questions = tuple(question_pages(opened, self._studies, self._theme))
        self.tabs.addTab(self.points, translate("Sweeps", "Points"))
        for each in self.questions:
            self.tabs.addTab(each, each.accessibleName())
        self.tabs.setCurrentIndex(max(0, before))
        self._connect_pages(self.points)

    def _connect_pages(self, points: PointsPage) -> None:
        points.scenario_wanted.connect(self._on_open)
        points.copy_wanted.connect(self.copy_wanted)
        points.table_wanted.connect(self.table_wanted)
        points.chosen.connect(self._on_chosen)
        for each in self.questions:
            each.chosen.connect(self._on_chosen)
            each.scenario_wanted.connect(self._on_open)
            each.copy_wanted.connect(self.copy_wanted)
            each.table_wanted.connect(self.table_wanted)
            each.progressed.connect(self._on_asked_further)
            each.ended.connect(self._on_answered)
            each.failed.connect(self.failed)
            each.need(self.bar.share_needed)

    @property
    def _all_pages(self) -> tuple[PointsPage | QuestionPage, ...]:
        return (*(() if self.points is None else (self.points,)), *self.questions)

    @property
    def picture(self) -> Painted | None:
        """The picture of the page that is seen."""
        return None if self.page is None else self.page.picture

    @property
    def page(self) -> PointsPage | QuestionPage | None:
        """The page that is seen, None before the sweep is open."""
        page = self.tabs.currentWidget()
        return page if isinstance(page, PointsPage | QuestionPage) else None

    @property
    def title(self) -> str:
        """What the sweep is called."""
        return self.accessibleName()

    def _ask(self) -> None:
        """Read the number that is asked, unless it is shown."""
        if self.opened is None or not self.opened.numbers:
            return
        self._tell("")
        self.task.tell(translate("Sweeps", "Reading the sweep"), 0.0)
        self._reading.ask(Reading(self.opened.folder, self.bar.now).steps, cut=True)

    def _say_answer(self) -> None:
        found = self.found
        if found is None:
            return
        asked = found.asked
        said = answer_of(
            asked.column, found.median, found.shares, asked.level, self.bar.share_needed
        )
        best = self._settings_of(best_point(asked.column, found.median))
        self.answer.setText(sentences((said, as_sentence(best), empty_text(found.empty))))
        self.answer.setAccessibleName(self.answer.text())

    def _on_opened(self, opened: Opened) -> None:
        before = self.bar.now if self.opened is not None else self._wish
        self._wish = before
        self._show_opened(opened)
        if self._is_wanted:
            self._ask()
        else:
            self._on_stopped()
        if not opened.numbers:
            self._end(translate("Sweeps", "The sweep keeps states alone, of which no number is."))

    def _on_found(self, found: PointsFound) -> None:
        self.task.clear()
        self.found = found
        self._say_answer()
        if self.points is not None:
            self.points.show_found(found, self.answer.text())
        for each in self.questions:
            each.show_found(found)
        self._offer()
        announce(self, self.answer.text())

    def _on_needed(self) -> None:
        self._say_answer()
        for each in self.questions:
            each.need(self.bar.share_needed)

    def _on_chosen(self, point: int) -> None:
        """Choose a point on every page."""
        if self.points is not None and self.points.point != point:
            self.points.choose(point)
        for each in self.questions:
            each.choose(point)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the page that is seen and the point that is chosen."""
        self.save_picture.setEnabled(self.picture is not None)
        self.open.setEnabled(bool(self.point))
        self.said.setText(self._settings_of(self.point))

    def _settings_of(self, point: int) -> str:
        """Return what a point sets; empty for none."""
        if self.opened is None or not point:
            return ""
        return settings_text(self.opened.folder.plan.points, point)

    def _on_open(self) -> None:
        if self.point:
            self.scenario_wanted.emit(self.point)

    def _on_asked_further(self, share: float) -> None:
        self.task.tell(translate("Sweeps", "Reading the sweep"), share)

    def _on_progress(self, share: float) -> None:
        self.task.tell(self.task.text.text(), share)

    def _on_refused(self, why: str) -> None:
        self._end(as_sentence(why))

    def _on_failed(self, trace: str) -> None:
        self._end(translate("Sweeps", "The sweep could not be read."))
        self.failed.emit(trace)

    def _cancel(self) -> None:
        self._is_wanted = False
        self._opening.cancel()
        self._reading.cancel()
        for each in self.questions:
            each.cancel()

    def _on_stopped(self) -> None:
        self._end(translate("Sweeps", "Reading was canceled; “Read again” begins anew."))

    def _on_waits(self, _before: str) -> None:
        self.task.tell(translate("Sweeps", "Waiting for another sweep to be read"), 0.0)

    def _on_answered(self, sentence: str) -> None:
        self._end(sentence)
        self._offer()

    def _end(self, sentence: str) -> None:
        self.task.clear()
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.setAccessibleName(sentence)
        self.notice.setVisible(bool(sentence))
        announce(self, sentence)

    def _set_up(self) -> None:
        title = translate("Sweeps", "{title} – sweep – Suanli")
        self.setWindowTitle(title.format(title=shown_path(self.path.name)))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize() * _OF_SCREEN))
        self.bar.setEnabled(False)
        for each in (self.answer, self.notice, self.said):
            each.setWordWrap(True)
        self.notice.hide()
        self.tabs.setDocumentMode(True)
        self.tabs.setCornerWidget(self.task)
        self.save_picture.setEnabled(False)
        self.open.setEnabled(False)
        tip = translate(
            "Sweeps",
            "Open the chosen point in the main window, with the futures and seed of the sweep",
        )
        set_tip(self.open, tip)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_GAP)
        for each in (self.head, self.bar, self.answer, self.notice):
            layout.addWidget(each)
        layout.addWidget(self.tabs, 1)
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self.open)
        below.addWidget(self.said, 1)
        below.addWidget(self.save_picture)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.head.folder_wanted.connect(self.folder_wanted)
        self.head.again_wanted.connect(self.read)
        self.head.help_wanted.connect(self.help_wanted)
        self.bar.asked.connect(self._ask)
        self.save_picture.clicked.connect(self.picture_wanted)
        self.open.clicked.connect(self._on_open)
        self.tabs.currentChanged.connect(self._offer)
        self.bar.needed_chosen.connect(self._on_needed)
        self.task.canceled.connect(self._cancel)
        self._opening.computed.connect(self._on_opened)
        self._reading.computed.connect(self._on_found)
        for runner in (self._opening, self._reading):
            runner.progressed.connect(self._on_progress)
            runner.refused.connect(self._on_refused)
            runner.failed.connect(self._on_failed)
            runner.stopped.connect(self._on_stopped)
            runner.waits.connect(self._on_waits)
        keys = {"Ctrl+W": self.close, "Esc": self.close, "F5": self.read, "F1": self.help_wanted}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)
