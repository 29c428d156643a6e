"""The window: it assembles parts and passes on what they report; it decides nothing."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
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

from ui.actions import Actions, make_actions
from ui.document import Document
from ui.theme import Theme
from ui.views.center import Center
from ui.views.side import Side
from ui.views.status import StatusBar
from ui.widgets.notice_bar import NoticeBar

LEAST_SIZE = QSize(960, 620)
USUAL_SIZE = QSize(1440, 900)
_TABLE_HEIGHT = 170


class MainWindow(QMainWindow):
    """Menus, toolbar, side, center and status bar."""

    close_asked = Signal()
    painted_first = Signal()
    file_dropped = Signal(object)

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main")
        self._document = document
        self._may_close = False
        self._is_painted = False
        self.actions_ = make_actions(self, document.undo_stack)
        self.side = Side(document)
        self.center = Center(theme)
        self.notice = NoticeBar()
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._lay_out()
        self.examples_menu = QMenu(self.tr("Open e&xample"), self)
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self._fill_menus(self.actions_)
        self._fill_toolbar(self.actions_)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        document.title_changed.connect(self._on_title_changed)
        document.dirty_changed.connect(self.setWindowModified)
        self._on_title_changed(document.name)

    def allow_close(self) -> None:
        """Close, all questions being answered."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or not self._document.is_dirty:
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
        if _file_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(self.center)
        self.splitter.setStretchFactor(1, 1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(page)
        self.center.splitter.setSizes([USUAL_SIZE.height(), _TABLE_HEIGHT])

    def _fill_menus(self, actions: Actions) -> None:
        bar = self.menuBar()
        file_menu = bar.addMenu(self.tr("&File"))
        _add(file_menu, actions.new, actions.open, self.examples_menu, self.recent_menu, None)
        _add(file_menu, actions.save, actions.save_as, actions.properties, None)
        _add(file_menu, actions.export_png, actions.export_svg, actions.export_all)
        _add(file_menu, actions.export_csv, actions.copy_chart, None, actions.quit)
        edit = bar.addMenu(self.tr("&Edit"))
        _add(edit, actions.undo, actions.redo, None, actions.reset_levers)
        _add(edit, actions.reset_assumptions, actions.reset_to_saved, None, actions.copy_table)
        view = bar.addMenu(self.tr("&View"))
        _add(view, actions.view_absolute, actions.view_difference)
        _add(view, actions.view_percent, actions.view_index, None)
        _add(view, actions.enlarge, actions.table, None)
        _add(view, actions.theme_system, actions.theme_light, actions.theme_dark)
        help_menu = bar.addMenu(self.tr("&Help"))
        _add(help_menu, actions.help_bands, actions.help_glossary, None, actions.about)

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
        self.toolbar = bar
        self.addToolBar(bar)

    def _on_title_changed(self, name: str) -> None:
        plain = name.replace("[*]", "[*][*]")
        self.setWindowTitle(self.tr("{name}[*] – Suanli").format(name=plain))
        path = self._document.path
        self.setWindowFilePath(str(path) if path else "")


def _add(menu: QMenu, *parts: QAction | QMenu | None) -> None:
    for part in parts:
        match part:
            case None:
                menu.addSeparator()
            case QMenu():
                menu.addMenu(part)
            case QAction():
                menu.addAction(part)


def _file_of(event: QDropEvent) -> Path | None:
    """Return the one local file that is dragged, if it is one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
