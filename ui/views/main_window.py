"""The window: it assembles parts and passes on what they report; it decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.readable import readable
from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.engine.effects import Effects
from ui.style.theme import Theme
from ui.views.actions import Actions, make_actions
from ui.views.body import Body
from ui.views.center import Center
from ui.views.document_bars import DocumentBars
from ui.views.inputs.side import Side
from ui.views.shelf import Shelf
from ui.views.status import StatusBar
from ui.views.warning_bars import WarningBars
from ui.widgets.drops import addresses_in, take_as_copy
from ui.widgets.notice_bar import NoticeBar

LEAST_SIZE = QSize(960, 620)
USUAL_SIZE = QSize(1440, 900)
_TABLE_HEIGHT = 170


class MainWindow(QMainWindow):
    """Menus, toolbar, side, center, shelf and status bar."""

    close_asked = Signal()
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
        self.is_closed = False
        self._reasons_to_stay: list[Callable[[], bool]] = [self._has_changes]
        self._is_painted = False
        self.actions_ = make_actions(self, workspace.undo_group)
        self.side = Side(current)
        self.center = Center(theme)
        self.shelf = Shelf(workspace, current, effects, theme)
        self.notice = NoticeBar()
        self.warnings = WarningBars()
        self.bars = DocumentBars(workspace)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._lay_out()
        self.examples_menu = QMenu(self.tr("Open exa&mple"), self)
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self._fill_menus(self.actions_)
        self._fill_toolbar(self.actions_)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        current.title_changed.connect(self._on_title_changed)
        current.place_changed.connect(self._on_place_changed)
        current.dirty_changed.connect(self.setWindowModified)
        self._on_title_changed(current.document.name)

    def show_bar(self, bar: QWidget) -> None:
        """Show a bar over everything but menus and toolbar."""
        self._page.insertWidget(0, bar)
        bar.show()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted_first.emit()

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
        layout.addWidget(self.notice)
        layout.addWidget(self.warnings)
        layout.addWidget(self.bars)
        layout.addWidget(Body(self.splitter, self.shelf), 1)
        self.setCentralWidget(page)
        self.center.splitter.setSizes([USUAL_SIZE.height(), _TABLE_HEIGHT])

    def _fill_menus(self, actions: Actions) -> None:
        self._fill_file_menu(actions)
        self._fill_edit_menu(actions)
        self._fill_view_menu(actions)
        help_menu = self.menuBar().addMenu(self.tr("&Help"))
        _add(help_menu, actions.help_bands, actions.help_glossary, None, actions.about)

    def _fill_file_menu(self, actions: Actions) -> None:
        menu = self.menuBar().addMenu(self.tr("&File"))
        export = QMenu(self.tr("E&xport"), self)
        _add(export, actions.export_png, actions.export_svg, actions.export_pdf)
        _add(export, actions.export_all, actions.export_numbers, actions.export_report)
        _add(export, None, actions.picture_size)
        _add(menu, actions.new, actions.open, self.examples_menu, self.recent_menu, None)
        _add(menu, actions.save, actions.save_as, actions.duplicate, actions.rename)
        _add(menu, actions.properties, actions.close, None, export, None, actions.quit)

    def _fill_edit_menu(self, actions: Actions) -> None:
        menu = self.menuBar().addMenu(self.tr("&Edit"))
        levers = QMenu(self.tr("Reset all &levers"), self)
        _add(levers, actions.reset_levers, actions.reset_levers_to_baseline)
        _add(levers, actions.reset_levers_to_saved)
        assumptions = QMenu(self.tr("Reset all &assumptions"), self)
        _add(assumptions, actions.reset_assumptions, actions.reset_assumptions_to_baseline)
        _add(assumptions, actions.reset_assumptions_to_saved)
        _add(menu, actions.undo, actions.redo, actions.replay, actions.star, None)
        _add(menu, levers, assumptions, actions.reset_to_saved, None)
        _add(menu, actions.copy_chart, actions.copy_table)

    def _fill_view_menu(self, actions: Actions) -> None:
        menu = self.menuBar().addMenu(self.tr("&View"))
        _add(menu, actions.view_absolute, actions.view_difference)
        _add(menu, actions.view_percent, actions.view_index, None)
        _add(menu, actions.enlarge, actions.table, actions.panel, None)
        _add(menu, actions.history, None)
        _add(menu, actions.next_scenario, actions.previous_scenario, None)
        _add(menu, actions.theme_system, actions.theme_light, actions.theme_dark)

    def _fill_toolbar(self, actions: Actions) -> None:
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        for part in (actions.new, actions.open, actions.save, None, actions.undo, actions.redo):
            bar.addAction(part) if part else bar.addSeparator()
        bar.addSeparator()
        for part in (actions.export_png, actions.copy_chart, actions.table):
            bar.addAction(part)
        bar.addSeparator()
        bar.addWidget(self.center.head)
        bar.addAction(actions.panel)
        self.toolbar = bar
        self.addToolBar(bar)

    def _on_title_changed(self, name: str) -> None:
        plain = name.replace("[*]", "[*][*]")
        self.setWindowTitle(self.tr("{name}[*] – Suanli").format(name=plain))

    def _on_place_changed(self) -> None:
        path = self._current.document.path
        self.setWindowFilePath(readable(path) if path else "")
        self._on_title_changed(self._current.document.name)


def _add(menu: QMenu, *parts: QAction | QMenu | None) -> None:
    for part in parts:
        match part:
            case None:
                menu.addSeparator()
            case QMenu():
                menu.addMenu(part)
            case QAction():
                menu.addAction(part)
