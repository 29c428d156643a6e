"""The window: it assembles parts and passes on what they report; it decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.readable import readable
from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.engine.effects import Effects
from ui.style.theme import Theme
from ui.views.bars.document_bars import DocumentBars
from ui.views.bars.message_layer import MessageLayer
from ui.views.bars.warning_bars import WarningBars
from ui.views.bars.written_bar import WrittenBar
from ui.views.body import Body
from ui.views.center.panel import Center
from ui.views.commands.actions import make_actions
from ui.views.commands.menus import context_menu, fill_menu_bar
from ui.views.commands.toolbar import Toolbar
from ui.views.help.pointing import explain_at
from ui.views.inputs.side import Side
from ui.views.page_scroll import LEAST_WINDOW, PageScroll
from ui.views.shelf import Shelf
from ui.views.status import StatusBar
from ui.widgets.drops import addresses_in, take_as_copy
from ui.widgets.focus.order import follow_each_other
from ui.widgets.focus.ring import FocusRing
from ui.widgets.focus.splitter_keys import SplitterKeys
from ui.widgets.notice_bar import NoticeBar
from ui.wording.commands.command import Menu, Place
from ui.wording.commands.table import menu_in, offered_in

LEAST_SIZE = QSize(900, 540)
USUAL_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Menus, toolbar, side, center, shelf and status bar.

    `escaped` tells that Escape was pressed where nothing had a use for it.
    """

    close_asked = Signal()
    escaped = Signal()
    painted_first = Signal()
    dropped = Signal(object)

    def __init__(
        self, workspace: Workspace, current: Current, effects: Effects, theme: Theme
    ) -> None:
        super().__init__()
        self.setObjectName("main")
        self._workspace = workspace
        self._current = current
        self._may_close = False
        self._session = ""
        self.is_closed = False
        self._reasons_to_stay: list[Callable[[], bool]] = [self._has_changes]
        self._is_painted = False
        self.actions_ = make_actions(self, workspace.undo_group)
        self.side = Side(current)
        self.center = Center(theme)
        self.shelf = Shelf(workspace, current, effects, theme)
        self.notice = NoticeBar()
        self.written = WrittenBar()
        self.warnings = WarningBars()
        self.bars = DocumentBars(workspace)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._lay_out()
        self.messages = self._lay_messages()
        self.menus = fill_menu_bar(self.menuBar(), self.actions_)
        self.toolbar = Toolbar(self.actions_, self.center.head)
        self.addToolBar(self.toolbar)
        self.ring = FocusRing(self)
        self._offer_commands()
        self._order_stops()
        self._tie_parts()
        self.setAcceptDrops(True)
        self.setAnimated(False)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        workspace.listed.connect(self._show_name)
        current.place_changed.connect(self._on_place_changed)
        current.dirty_changed.connect(self.setWindowModified)
        self._show_name()

    def let_scroll(self) -> None:
        """Scroll the parts where they have no room, under two rows of tools: text is enlarged."""
        page = self.takeCentralWidget()
        if page is not None:
            self.setCentralWidget(PageScroll(page))
        self.addToolBarBreak()
        below = self.toolbar.split_off()
        self.addToolBar(below)
        below.show()
        self.setMinimumSize(LEAST_WINDOW)

    def show_band(self, band: QWidget) -> None:
        """Show a band over everything but menus and toolbar, which gives way to it."""
        self._page.insertWidget(0, band)
        band.show()

    def show_message(self, bar: QWidget) -> None:
        """Show a bar over all other messages."""
        self.messages.add(bar, 0)
        bar.show()

    def name_session(self, name: str) -> None:
        """Tell in the title which session is open, none with an empty name."""
        self._session = name
        self._show_name()

    def allow_close(self) -> None:
        """Close, all questions being answered."""
        self._may_close = True
        self.close()

    def stay_while(self, is_reason: Callable[[], bool]) -> None:
        """Ask before closing while this is so, as while there are unsaved changes."""
        self._reasons_to_stay.append(is_reason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.setFocus()  # what is half typed in a field is taken before anything is asked
        if self._may_close or not any(is_reason() for is_reason in self._reasons_to_stay):
            self.is_closed = True
            event.accept()
            return
        event.ignore()
        self.close_asked.emit()

    def event(self, event: QEvent) -> bool:
        """Tell what a word means that is pointed at, where no part has told it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return explain_at(self, event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted_first.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_as_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if take_as_copy(event):
            self.dropped.emit(addresses_in(event))

    def _has_changes(self) -> bool:
        return any(each.is_dirty for each in self._workspace.documents)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(self.center)
        self.splitter.setStretchFactor(1, 1)
        page = QWidget()
        layout = self._page = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.body = Body(self.splitter, self.shelf)
        layout.addWidget(self.body, 1)
        self.setCentralWidget(page)

    def _lay_messages(self) -> MessageLayer:
        """Let messages lie over the charts, so that nothing gives way to them."""
        layer = MessageLayer(self.center, self, self.status.messages)
        for bar in (self.notice, self.written, self.warnings, self.bars):
            layer.add(bar)
        return layer

    def _order_stops(self) -> None:
        """Let the tab key go from the toolbar over inputs, cards and charts to the lists."""
        name = translate("MainWindow", "Edge between inputs and charts: arrows move it")
        edge = SplitterKeys(self.splitter, name).handle
        shelf = self.shelf.in_order()
        parts = (self.toolbar, self.side, edge, self.center, self.body.grip, *shelf, self.status)
        follow_each_other(parts)

    def _offer_commands(self) -> None:
        """Give the lists of the shelf and the charts the commands that stand there."""
        shelf, offered = self.shelf, self._offered
        shelf.scenarios.offer(offered("scenarios"), self._menu_of_scenario())
        shelf.history.offer(*offered("steps"))
        find, button = self.actions_["find"], self.side.find_button
        button.show_keys(find.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        button.clicked.connect(find.trigger)
        self.center.offer([*self.actions_.values()])
        self.center.charts.menu_wanted.connect(self._on_chart_menu)
        shelf.history.menu_wanted.connect(self._on_step_menu)
        self.side.menu_wanted.connect(self._on_input_menu)

    def _menu_of_scenario(self) -> list[QAction | QMenu]:
        """Return the commands on one scenario, and the menus of such."""
        return [
            self.menus[row.key] if isinstance(row, Menu) else self.actions_[row.key]
            for row in menu_in("scenario")
        ]

    def _offered(self, place: Place) -> list[QAction]:
        return [self.actions_[command.key] for command in offered_in(place)]

    def _on_chart_menu(self, place: QPoint) -> None:
        context_menu("chart", self.actions_, self.center.grid_at_hand).popup(place)

    def _on_step_menu(self, place: QPoint) -> None:
        context_menu("step", self.actions_, self).popup(place)

    def _on_input_menu(self, place: QPoint) -> None:
        context_menu("input", self.actions_, self).popup(place)

    def _tie_parts(self) -> None:
        """Let the parts follow the year, and lead from one to the other."""
        center, shelf, levers = self.center, self.shelf, self.side.levers
        for show_year in (levers.show_year, shelf.history.show_year):
            show_year(center.year)
            center.year_chosen.connect(show_year)
        for show_areas in (levers.show_areas, shelf.history.show_areas):
            show_areas(center.areas.chosen)
            center.areas.changed.connect(show_areas)
        shelf.history.control_wanted.connect(self.side.show_control)
        shelf.left.connect(self.escaped)
        center.compare.report_asked.connect(self.actions_["export_report_pdf"].trigger)

    def _show_name(self) -> None:
        name, session = (
            shown_title(each).replace("[*]", "[*][*]")
            for each in (self._current.name, self._session)
        )
        text = (
            translate("MainWindow", "{name}[*] – {session} – Suanli")
            if session
            else translate("MainWindow", "{name}[*] – Suanli")
        )
        self.setWindowTitle(text.format(name=name, session=session))

    def _on_place_changed(self) -> None:
        path = self._current.document.path
        self.setWindowFilePath(readable(path) if path else "")
        self._show_name()
