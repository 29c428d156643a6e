"""Help pages and the about box, read from resources/help and shown without a web browser."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from planner.facts.record import Source
from planner.storage.places import resources_folder

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
        self._open(self.tr("How to read the bands"), page("bands"))

    def show_glossary(self) -> None:
        """Show the glossary."""
        self._open(self.tr("Glossary"), page("glossary"))

    def show_about(self) -> None:
        """Show the versions and the sources."""
        self._open(self.tr("About Suanli"), about_text())

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
