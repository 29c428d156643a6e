"""The list of all keys, searched by typing, to be copied and printed; it blocks nothing.

Floor: views.
"""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from ui.style.theme import TEXT_PIXELS, font
from ui.views.dialogs.shortcut_list import ShortcutGroup, as_text, found_in, shortcut_groups
from ui.views.dialogs.size import resize_within_screen
from ui.widgets.label import label
from ui.wording.literal import literal_tip

_SIZE = QSize(620, 640)


class ShortcutsDialog(QDialog):
    """Shows the groups that answer to what is typed; `told` says what was done."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Shortcuts", "Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._groups = shortcut_groups()
        self._found = self._groups
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Shortcuts", "Find what to do, or a key"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text_changed)
        self.tree = _tree()
        self.nothing: QLabel = label(translate("Shortcuts", "No key does that."), look="muted")
        self._lay_out()
        resize_within_screen(self, _SIZE)
        self._show_found()

    @property
    def text(self) -> str:
        """What is shown, as lines of text."""
        return as_text(self._found)

    def copy(self) -> None:
        """Put what is shown on the clipboard, to be pasted into a table or a text."""
        QGuiApplication.clipboard().setText(self.text)
        self.told.emit(translate("Shortcuts", "Copied the list of keys."))

    def print_out(self) -> None:
        """Print what is shown, after asking on which printer."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self)  # its own printer lasts as long as it does
        dialog.setWindowTitle(self.windowTitle())
        dialog.accepted.connect(self._on_printer_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.show()

    def html(self) -> str:
        """Return what is shown as a page to be printed."""
        tables = "".join(map(_table_of, self._found))
        return f"<h1>{escape(self.windowTitle())}</h1>{tables}"

    def _on_printer_chosen(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog

        dialog, document = self.sender(), QTextDocument()
        if isinstance(dialog, QPrintDialog):
            document.setHtml(self.html())
            document.print_(dialog.printer())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copying = QPushButton(translate("Shortcuts", "&Copy"))
        printing = QPushButton(translate("Shortcuts", "&Print…"))
        for button, slot in ((copying, self.copy), (printing, self.print_out)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (self.field, self.tree, self.nothing, buttons):
            layout.addWidget(part)

    def _on_text_changed(self, text: str) -> None:
        self._found = found_in(self._groups, text)
        self._show_found()

    def _show_found(self) -> None:
        self.tree.clear()
        self.tree.addTopLevelItems([_item_of(group) for group in self._found])
        self.tree.expandAll()
        self.tree.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setHeaderLabels([translate("Shortcuts", "Command"), translate("Shortcuts", "Keys")])
    tree.setAccessibleName(translate("Shortcuts", "Keyboard shortcuts"))
    tree.setRootIsDecorated(False)
    tree.setIndentation(12)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _item_of(group: ShortcutGroup) -> QTreeWidgetItem:
    heading = QTreeWidgetItem([group.title])
    heading.setFont(0, font(TEXT_PIXELS, bold=True))
    heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
    for row in group.rows:
        item = QTreeWidgetItem([row.does, row.keys])
        item.setToolTip(0, literal_tip(row.more or row.does))
        heading.addChild(item)
    return heading


def _table_of(group: ShortcutGroup) -> str:
    rows = "".join(
        f"<tr><td>{escape(row.does)}</td><td>{escape(row.keys)}</td></tr>" for row in group.rows
    )
    return f"<h3>{escape(group.title)}</h3><table width='100%' cellpadding='2'>{rows}</table>"
