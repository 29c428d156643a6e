"""One window for all pages of help: choose, search, go back, follow a link to a control.

It blocks nothing and opens no page of the web by itself. Floor: views.
"""

from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.storage.sentences.catalog import translate
from ui.charts.contents.specs import chart_of
from ui.views.dialogs.size import resize_within_screen
from ui.views.help.pages import found, sections, titles
from ui.views.help.spacing import MARGIN, part_paragraphs
from ui.views.help.text_page import TextPage
from ui.widgets.fields.choice_box import ChoiceBox
from ui.wording.help.page import Section, markdown, plain

_SIZE: Final = QSize(760, 680)
_SNIPPET: Final = 160
SEARCH: Final = "search:"
PAGE: Final = "help:"


class HelpViewer(QDialog):
    """Shows pages; `control_wanted` carries an address, `chart_wanted` the key of a chart."""

    control_wanted = Signal(str)
    chart_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past: list[str] = []
        self.place = ""
        self.back = QToolButton()
        self.back.setText(translate("Help", "Back"))
        self.back.setToolTip(translate("Help", "Back to the page before (Alt+Left)"))
        self.back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(translate("Help", "Page"))
        self.choice.setToolTip(translate("Help", "Choose a page of help"))
        for key, title in titles().items():
            self.choice.addItem(title, key)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Help", "Search all pages"))
        self.field.setAccessibleName(translate("Help", "Search all pages"))
        self.field.setClearButtonEnabled(True)
        self.browser = TextPage()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(translate("Help", "Page of help"))
        self._lay_out()
        self.back.clicked.connect(self.go_back)
        self.choice.activated.connect(self._on_page_chosen)
        self.field.textEdited.connect(self._on_typed)
        self.browser.anchorClicked.connect(self._on_link)

    def show_page(self, key: str, head: str = "") -> None:
        """Show a page, at a heading of it where one is named."""
        self.go(f"{PAGE}{key}#{head}" if head else f"{PAGE}{key}")

    def go(self, place: str) -> None:
        """Show a page or what was found, and remember where that leads back to."""
        if self.place and place != self.place:
            self._past.append(self.place)
        self._show(place)

    def go_back(self) -> None:
        """Show what was shown before."""
        if self._past:
            self._show(self._past.pop())

    def _show(self, place: str) -> None:
        self.place = place
        self.back.setEnabled(bool(self._past))
        if place.startswith(SEARCH):
            self._set_text(_found_text(place.removeprefix(SEARCH)))
            return
        key, _, head = place.removeprefix(PAGE).partition("#")
        self.choice.setCurrentIndex(self.choice.findData(key))
        self.setWindowTitle(self.choice.currentText())
        self._set_text(markdown(sections(key)))
        self._scroll_to(head)

    def _set_text(self, text: str) -> None:
        self.browser.setMarkdown(text)
        part_paragraphs(self.browser.document())
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)

    def _scroll_to(self, head: str) -> None:
        """Bring a heading to the top of the page."""
        block = self.browser.document().begin()
        while head and block.isValid():
            if block.blockFormat().headingLevel() and block.text() == head:
                area = self.browser.document().documentLayout().blockBoundingRect(block)
                self.browser.verticalScrollBar().setValue(round(area.top()) - MARGIN)
                return
            block = block.next()

    def _on_page_chosen(self) -> None:
        self.go(f"{PAGE}{self.choice.currentData()}")

    def _on_typed(self, word: str) -> None:
        """Show where a word stands; while it is typed on there is one step back for all of it."""
        if not word.strip():
            self.go_back()
        elif self.place.startswith(SEARCH):
            self._show(SEARCH + word)
        else:
            self.go(SEARCH + word)

    def _on_link(self, address: QUrl) -> None:
        scheme, _, rest = address.toString(QUrl.ComponentFormattingOption.FullyDecoded).partition(
            ":"
        )
        match scheme:
            case "help":
                self.go(f"{PAGE}{rest}")
            case "control":
                self.control_wanted.emit(rest)
            case "outcome":
                self.chart_wanted.emit(chart_of(rest) or rest)
            case "http" | "https":
                QDesktopServices.openUrl(address)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.choice)
        top.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.browser, 1)
        resize_within_screen(self, _SIZE)


def _found_text(word: str) -> str:
    """Return what was found as a page: heading, page, and the words around."""
    places = found(word)
    title = translate("Help", "Found: {count}").format(count=len(places))
    names = titles()
    lines = (
        f"[{each.head}]({_link(each.page, each.head)}) ({names[each.page]})\n\n"
        f"{plain(_around(each.text, word))}"
        for each in places
    )
    nothing = translate("Help", "Nothing was found. Another word, or fewer letters, may do.")
    return markdown([Section(title, "\n\n".join(lines) or nothing, 1)])


def _link(page: str, head: str) -> str:
    named = quote(head.replace("\\", ""))
    return f"{PAGE}{page}#{named}"


def _around(text: str, word: str) -> str:
    """Return the words of a section around what was found, without marks of links."""
    told = " ".join(text.split())
    place = max(0, told.casefold().find(word.casefold().strip()) - _SNIPPET // 2)
    cut = told[place : place + _SNIPPET]
    return f"{'…' if place else ''}{cut}{'…' if len(told) > place + _SNIPPET else ''}"
