"""The viewer of help: pages, search through all, the way back, and links to real controls."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.some import some
from ui.parts import Suanli
from ui.views.help.pages import found, pages, titles
from ui.views.help.spacing import MARGIN, part_paragraphs
from ui.views.help.viewer import HelpViewer


@pytest.fixture
def viewer(qtbot: QtBot) -> HelpViewer:
    made = HelpViewer()
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_every_page_has_a_title_and_is_shown(viewer: HelpViewer):
    assert list(pages()) == list(titles())
    for key in some(pages()):
        viewer.show_page(key)
        assert len(viewer.browser.toPlainText()) > 200
        assert viewer.windowTitle() == titles()[key]


def test_that_a_page_is_laid_out_once_however_many_paragraphs_are_parted(viewer: HelpViewer):
    document = viewer.browser.document()
    document.setDocumentMargin(MARGIN)
    viewer.browser.setMarkdown("# Head\n\nText\n\n## Next\n\n- Item\n\nMore")
    changes: list[int] = []
    document.contentsChanged.connect(partial(changes.append, 1))
    part_paragraphs(document)
    assert len(changes) == 1
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    shapes = [(block.text(), block.blockFormat()) for block in blocks]
    assert [(text, each.topMargin(), each.bottomMargin()) for text, each in shapes] == [
        ("Head", 0, 8),
        ("Text", 0, 8),
        ("Next", 10, 8),
        ("Item", 0, 4),
        ("More", 0, 8),
    ]


def test_that_typing_searches_all_pages_and_a_result_leads_to_its_section(viewer: HelpViewer):
    viewer.show_page("bands")
    QTest.keyClicks(viewer.field, "supernode")
    assert viewer.browser.toPlainText().startswith("Found: ")
    assert "Supernode (Glossary)" in viewer.browser.toPlainText()
    viewer.browser.anchorClicked.emit(QUrl("help:glossary#Supernode"))
    assert viewer.choice.currentData() == "glossary"
    assert viewer.browser.verticalScrollBar().value() > 0


def test_that_back_leads_to_the_page_before_and_no_further(viewer: HelpViewer):
    viewer.show_page("bands")
    assert not viewer.back.isEnabled()
    viewer.show_page("glossary")
    QTest.mouseClick(viewer.back, Qt.MouseButton.LeftButton)
    assert viewer.choice.currentData() == "bands"
    assert not viewer.back.isEnabled()


def test_that_clearing_the_search_leads_back(viewer: HelpViewer):
    viewer.show_page("bands")
    QTest.keyClicks(viewer.field, "pue")
    for _ in range(3):
        QTest.keyClick(viewer.field, Qt.Key.Key_Backspace)
    assert viewer.choice.currentData() == "bands"
    assert "Found" not in viewer.browser.toPlainText()


def test_that_what_is_nowhere_is_said(viewer: HelpViewer):
    viewer.show_page("bands")
    QTest.keyClicks(viewer.field, "zzzz")
    assert "Nothing was found" in viewer.browser.toPlainText()
    assert found("zzzz") == ()


def test_that_the_glossary_shows_three_languages_on_demand(viewer: HelpViewer):
    viewer.show_page("glossary")
    viewer.browser.anchorClicked.emit(QUrl("help:languages"))
    assert "Potenza di calcolo" in viewer.browser.toPlainText()
    assert "算力" in viewer.browser.toPlainText()


def test_that_a_link_of_a_lever_shows_its_control(suanli: Suanli):
    suanli.window.actions_["help_model"].trigger()
    viewer = suanli.window.findChild(HelpViewer)
    assert viewer is not None
    viewer.browser.anchorClicked.emit(QUrl("control:legal_imports"))
    assert suanli.window.focusWidget() is suanli.window.side.levers.row("legal_imports").slider
    viewer.browser.anchorClicked.emit(QUrl("control:crowd_in"))
    assert suanli.window.side.tabs.currentWidget() is suanli.window.side.assumptions
    viewer.browser.anchorClicked.emit(QUrl("outcome:voucher_spend"))
    assert suanli.window.center.charts.settings[0].chart == "voucher_money"


def test_that_pages_open_in_one_window(suanli: Suanli):
    for key in ("help_bands", "help_sweeps", "help_glossary", "help_model", "about"):
        suanli.window.actions_[key].trigger()
    assert len(suanli.window.findChildren(HelpViewer)) == 1
