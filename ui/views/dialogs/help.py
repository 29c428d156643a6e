"""Help: the viewer of its pages, and the list of commands, which follows from their rows.

Nothing of it is shown by a web browser. Floor: views.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.views.commands.actions import keys_of
from ui.views.help.spacing import part_paragraphs
from ui.wording.commands.command import Command, Menu
from ui.wording.commands.table import COMMANDS, MENUS, commands_of
from ui.wording.commands.words import in_full, tip_of, title_of_menu
from ui.wording.help.page import plain

if TYPE_CHECKING:
    from ui.views.help.viewer import HelpViewer

_SIZE = QSize(680, 640)


class Help(QObject):
    """Opens pages in one window that blocks nothing, and the list of commands in another.

    `control_wanted` carries the address of a control, `chart_wanted` the key of a chart.
    """

    control_wanted = Signal(str)
    chart_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.viewer: HelpViewer | None = None

    def show_bands(self) -> None:
        """Show how to read the bands."""
        self.show_page("bands")

    def show_glossary(self) -> None:
        """Show the glossary."""
        self.show_page("glossary")

    def show_model(self) -> None:
        """Show what the model is made of."""
        self.show_page("model")

    def show_about(self) -> None:
        """Show the versions and the sources."""
        self.show_page("about")

    def show_page(self, key: str) -> None:
        """Show a page of help."""
        from ui.views.help.viewer import HelpViewer  # no start needs it

        if self.viewer is None:
            self.viewer = HelpViewer(self._window)
            self.viewer.control_wanted.connect(self.control_wanted)
            self.viewer.chart_wanted.connect(self.chart_wanted)
        self.viewer.show_page(key)
        self.viewer.show()
        self.viewer.raise_()
        self.viewer.activateWindow()
        self.viewer.field.setFocus()

    def show_commands(self) -> None:
        """Show every command with its shortcuts."""
        self._open(translate("Help", "Commands and shortcuts"), commands_text())

    def _open(self, title: str, text: str) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser = QTextBrowser()
        browser.setOpenExternalLinks(False)
        browser.setOpenLinks(False)
        browser.setMarkdown(text)
        part_paragraphs(browser.document())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.close)
        layout = QVBoxLayout(dialog)
        layout.addWidget(browser)
        layout.addWidget(buttons)
        dialog.resize(_SIZE)
        dialog.show()


def commands_text() -> str:
    """Return the page of commands: each menu as a table of what it holds, with shortcuts."""
    find = next(row for row in COMMANDS if row.handler == "finder.open")
    lead = translate("Help", "{key} finds any command, lever, assumption or outcome by typing.")
    tables = (_table_of(menu) for menu in MENUS if not menu.inside)
    return "\n\n".join([lead.format(key=_keys_in_words(find)[0]), *tables])


def _table_of(menu: Menu) -> str:
    """Return the commands of a menu of the bar, those of the menus inside it among them."""
    head = (title_of_menu(menu), translate("Help", "Shortcut"))
    rows = [(plain(_told(row)), ", ".join(_keys_in_words(row))) for row in commands_of(menu)]
    lines = [f"| {left} | {right} |" for left, right in (head, (":--", ":--"), *rows)]
    return "\n".join(lines)


def _told(command: Command) -> str:
    words = in_full(command).rstrip("…")
    return f"{words}: {tip_of(command)}" if command.tip else words


def _keys_in_words(command: Command) -> list[str]:
    """Return the shortcuts but those on keys that few keyboards have, such as one that saves."""
    native = QKeySequence.SequenceFormat.NativeText
    usual = (key for key in keys_of(command) if _last_key(key) < Qt.Key.Key_F13)
    return [plain(key.toString(native)) for key in usual]


def _last_key(keys: QKeySequence) -> Qt.Key:
    held: QKeyCombination = keys[keys.count() - 1]  # type: ignore[index]  # Qt's stubs lack it
    return held.key()
