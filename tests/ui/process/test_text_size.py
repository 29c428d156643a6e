"""Text can be had up to twice as large; what then has no room scrolls and is not cut."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.some import some
from ui.process.display.text_size import SIZES, kept_size, next_size, text_enlarged
from ui.process.state.settings import Settings
from ui.views.page_scroll import LEAST_PAGE
from ui.wording.commands.command import Command
from ui.wording.commands.rows.text_sizes import TEXT_SIZES

SCALE, DOTS = "QT_SCALE_FACTOR", "QT_FONT_DPI"


@pytest.fixture
def settings(tmp_path, qapp) -> Settings:
    return Settings(path=tmp_path / "window.json")


def _right_of(card, page):
    return card.mapTo(page, QPoint(card.width(), 0)).x()


def test_that_each_size_has_a_command():
    rows = [row for row in TEXT_SIZES if isinstance(row, Command) and row.data]
    assert [row.data for row in rows] == list(SIZES)


def test_that_sizes_go_in_steps_and_end():
    assert [next_size(size, 1) for size in SIZES] == ["125", "150", "175", "200", "200"]
    assert [next_size(size, -1) for size in SIZES] == ["100", "100", "125", "150", "175"]


def test_that_a_kept_size_reaches_qt_alone_and_on_top_of_what_was_asked(settings, monkeypatch):
    monkeypatch.delenv(DOTS, raising=False)
    settings.keep("text_size", "150")
    for before, during in ((None, "1.5"), ("2", "3.0"), ("nonsense", "1.5")):
        monkeypatch.delenv(SCALE, raising=False)
        if before is not None:
            monkeypatch.setenv(SCALE, before)
        with text_enlarged(settings):
            assert os.environ[SCALE] == during
        assert os.environ.get(SCALE) == before


def test_that_fonts_that_the_system_enlarges_enlarge_the_window(settings, monkeypatch):
    monkeypatch.delenv(SCALE, raising=False)
    for dots, scale in (("192", "2.0"), ("960", "3.0"), ("96", None), ("48", None)):
        monkeypatch.setenv(DOTS, dots)
        with text_enlarged(settings):
            assert os.environ.get(SCALE) == scale


def test_that_what_is_kept_and_no_size_counts_as_the_usual_one(settings):
    for text in ("", "90", "200%", "[]"):
        settings.keep("text_size", text)
        assert kept_size(settings) == "100"


def test_that_keys_choose_a_size_which_is_kept_for_the_next_start(suanli):
    actions = suanli.window.actions_
    for key, size in (("text_larger", "125"), ("text_200", "200"), ("text_smaller", "175")):
        actions[key].trigger()
        assert kept_size(Settings()) == size
        assert actions[f"text_{size}"].isChecked()
    actions["text_usual"].trigger()
    assert kept_size(Settings()) == "100"


def test_that_parts_of_a_window_of_enlarged_text_scroll_and_are_not_cut(suanli, qtbot):
    window = suanli.window
    window.let_scroll()
    for size in ((720, 450), (512, 300)):
        window.resize(*size)
        assert (window.width(), window.height()) == size
        scroll = window.centralWidget()
        assert isinstance(scroll, QScrollArea)
        page = scroll.widget()
        assert page is not None
        assert page.width() >= LEAST_PAGE.width()
        assert page.height() >= LEAST_PAGE.height()
        bar, hidden = scroll.horizontalScrollBar(), page.width() - size[0]
        qtbot.waitUntil(lambda bar=bar, least=hidden: bar.maximum() >= least)
        assert window.center.head.isVisible()
        assert window.center.head.width() >= window.center.head.minimumSizeHint().width()
        for card in some(window.center.kpis.cards):
            qtbot.waitUntil(lambda card=card, page=page: _right_of(card, page) <= page.width())


def _place_in(scroll, widget):
    return QRect(widget.mapTo(scroll.viewport(), QPoint()), widget.size())


def test_that_parts_scroll_to_what_has_the_keys_but_not_under_the_pointer(suanli, qtbot):
    window = suanli.window
    window.let_scroll()
    window.resize(720, 450)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    scroll, chart = window.centralWidget(), window.center.charts.views[0]
    qtbot.waitUntil(lambda: scroll.viewport().width() > 700)
    frame = scroll.viewport().rect()
    last = window.center.kpis.cards[-1]
    assert not frame.contains(_place_in(scroll, last))
    QTest.mousePress(last, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    last.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    assert not frame.contains(_place_in(scroll, last))
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=QPoint(-400, -400))
    window.side.tabs.setFocus()
    for stop in (last, window.side.levers.row("alibaba_plan").field, chart):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(lambda stop=stop: frame.contains(_place_in(scroll, stop).topLeft()))
    assert QApplication.focusWidget() is chart


SIZES_AT_START = """
from tests.screenshots.scenes import SCENES, on_stage
from PySide6.QtWidgets import QScrollArea
from ui.process.display.application import load_qt, windowed_application
load_qt()
app = windowed_application()
with on_stage((320, 300)) as stage:
    window, screen = stage.suanli.window, app.primaryScreen().availableSize()
    shown = [stage.suanli.window.centralWidget()]
    for name in ("dialog-help_bands", "dialog-help_commands", "history", "second-window"):
        shown.append(SCENES[name](stage).window())
    print(isinstance(shown[0], QScrollArea), window.minimumHeight() <= screen.height())
    print([type(each).__name__ for each in shown[1:] if each.height() > screen.height()])
"""


@pytest.mark.parametrize(("scale", "scrolls"), [("1", False), ("2", True)])
def test_that_all_scrolls_on_a_screen_that_the_desktop_enlarges(scale, scrolls, tmp_path):
    told = {"QT_QPA_PLATFORM": "offscreen", "SUANLI_STATE_FOLDER": str(tmp_path), SCALE: scale}
    command = [sys.executable, "-c", SIZES_AT_START]
    done = subprocess.run(
        command, env={**os.environ, **told}, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [f"{scrolls} True", "[]"], done.stderr
