"""Help pages and the about box, shown without a web browser.

They are read from resources/help, but for the page of commands, which follows from their rows.
"""

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from planner.facts.record import Source
from planner.storage.places import resources_folder
from planner.storage.sentences.catalog import translate
from ui.views.commands.actions import keys_of
from ui.wording.commands.command import Command, Menu
from ui.wording.commands.table import COMMANDS, MENUS, commands_of
from ui.wording.commands.words import in_full, tip_of, title_of_menu

_SIZE = QSize(680, 640)
_MARGIN = 12
_ABOVE_HEADING = 10
_BELOW = 8
_BELOW_ITEM = 4


class Help(QObject):
    """Opens pages; each in a window of its own that blocks nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def show_bands(self) -> None:
        """Show how to read the bands."""
        self._open(translate("Help", "How to read the bands"), page("bands"))

    def show_glossary(self) -> None:
        """Show the glossary."""
        self._open(translate("Help", "Glossary"), page("glossary"))

    def show_commands(self) -> None:
        """Show every command with its shortcuts."""
        self._open(translate("Help", "Commands and shortcuts"), commands_text())

    def show_about(self) -> None:
        """Show the versions and the sources."""
        self._open(translate("Help", "About Suanli"), about_text())

    def _open(self, title: str, text: str) -> None:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser = QTextBrowser()
        browser.setOpenExternalLinks(False)
        browser.setOpenLinks(False)
        browser.setMarkdown(text)
        _space(browser.document())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.close)
        layout = QVBoxLayout(dialog)
        layout.addWidget(browser)
        layout.addWidget(buttons)
        dialog.resize(_SIZE)
        dialog.show()


def _space(document: QTextDocument) -> None:
    """Part the paragraphs and headings of a page, which Markdown sets without any room."""
    document.setDocumentMargin(_MARGIN)
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        shape.setTopMargin(_ABOVE_HEADING if shape.headingLevel() > 1 else 0)
        shape.setBottomMargin(_BELOW_ITEM if block.textList() is not None else _BELOW)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def page(name: str) -> str:
    """Return a help page, in the language that the window speaks."""
    folder = resources_folder() / "help"
    return (folder / f"{name}.md").read_text("utf-8")


def commands_text() -> str:
    """Return the page of commands: each menu as a table of what it holds, with shortcuts."""
    find = next(row for row in COMMANDS if row.handler == "finder.open")
    lead = translate("Help", "{key} finds any command, lever, assumption or outcome by typing.")
    tables = (_table_of(menu) for menu in MENUS if not menu.inside)
    return "\n\n".join([lead.format(key=_keys_in_words(find)[0]), *tables])


def _table_of(menu: Menu) -> str:
    """Return the commands of a menu of the bar, those of the menus inside it among them."""
    head = (title_of_menu(menu), translate("Help", "Shortcut"))
    rows = [(_plain(_told(row)), ", ".join(_keys_in_words(row))) for row in commands_of(menu)]
    lines = [f"| {left} | {right} |" for left, right in (head, (":--", ":--"), *rows)]
    return "\n".join(lines)


def _told(command: Command) -> str:
    words = in_full(command).rstrip("…")
    return f"{words}: {tip_of(command)}" if command.tip else words


def _keys_in_words(command: Command) -> list[str]:
    """Return the shortcuts but those on keys that few keyboards have, such as one that saves."""
    native = QKeySequence.SequenceFormat.NativeText
    usual = (key for key in keys_of(command) if _last_key(key) < Qt.Key.Key_F13)
    return [_plain(key.toString(native)) for key in usual]


def _last_key(keys: QKeySequence) -> Qt.Key:
    held: QKeyCombination = keys[keys.count() - 1]  # type: ignore[index]  # Qt's stubs lack it
    return held.key()


def about_text() -> str:
    """Return the about page: versions, whose data are passed on, every source of the evidence."""
    from importlib.metadata import PackageNotFoundError, version

    from planner.facts.load import evidence
    from planner.model.graph import model

    try:
        program = version("suanli")
    except PackageNotFoundError:
        program = "–"
    sources = evidence().sources.values()
    licensed = (_named(each, each.url, each.license) for each in sources if each.license)
    return page("about").format(
        program=program,
        model=model().version,
        credits=_listed(licensed),
        sources=_listed(_named(each) for each in sources),
    )


def _named(source: Source, *more: str) -> str:
    return ", ".join(filter(None, (source.title, source.publisher, source.date, *more)))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(line)}" for line in sorted(lines))


def _plain(text: str) -> str:
    """Return a text whose marks Markdown does not read."""
    return "".join(f"\\{mark}" if mark in r"\`*_{}[]<>#|" else mark for mark in text)
