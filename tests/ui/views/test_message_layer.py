"""Messages lie over the charts: nothing moves as they come and go, no key is covered."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.some import some
from ui.controllers.waiting import display_of
from ui.engine.file_tasks import Wait
from ui.widgets.action_bar import ActionBar

LONG = "The file “budget of the city.scenario.json” cannot be read: it is not valid JSON. " * 3


def _places(window):
    """Return where everything is that a message may not move."""
    center, shelf = window.center, window.shelf
    parts = (
        window.side,
        window.side.levers,
        center.kpis,
        center.answer,
        *center.charts.views,
        shelf.history.view,
    )
    return [QRect(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts]


def _tell_all(suanli):
    """Tell a message of every kind."""
    window = suanli.window
    window.notice.tell(LONG, "Traceback")
    window.written.tell(Path("/tmp/a.png"), "AI enterprises")  # noqa: S108 - only told
    window.warnings.hold("disk", "Unsaved work is not kept: the disk is full.")
    window.bars.remark(suanli.document, "remark", LONG)
    window.show_message(ActionBar(display_of((Wait("Reading a file", None),))))


def _area(widget):
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())


def test_that_nothing_moves_as_messages_of_every_kind_come_and_go(drawn, qtbot):
    window = drawn.window
    QApplication.processEvents()
    before = some(_places(window))
    _tell_all(drawn)
    qtbot.waitUntil(window.bars.bars["remark"].isVisible)
    QApplication.processEvents()
    assert window.messages.isVisible()
    assert _places(window) == before
    window.notice.clear()
    window.written.clear()
    window.warnings.lift("disk")
    QApplication.processEvents()
    assert _places(window) == before


def test_that_messages_are_whole_and_stay_over_the_charts(drawn, qtbot):
    window = drawn.window
    _tell_all(drawn)
    qtbot.waitUntil(window.bars.bars["remark"].isVisible)
    QApplication.processEvents()
    layer = window.messages
    assert _area(window.center).contains(_area(layer))
    sentences = (window.notice.sentence, window.bars.bars["remark"].sentence)
    for sentence in some(sentences):
        assert sentence.height() >= sentence.heightForWidth(sentence.width())
        assert _area(layer).contains(_area(sentence))


def test_that_a_message_does_not_cover_the_chart_that_has_the_keys(drawn, qtbot, subtests):
    window = drawn.window
    for number, view in enumerate(some(window.center.charts.views)):
        with subtests.test(number):
            window.notice.clear()
            view.setFocus()
            qtbot.waitUntil(view.hasFocus)
            window.notice.tell("One sentence.")
            qtbot.waitUntil(lambda at=view: not _area(window.messages).intersects(_area(at)))
            assert window.messages.isVisible()


def test_that_a_message_gives_way_to_the_keys_as_they_come_under_it(drawn, qtbot):
    window = drawn.window
    window.notice.tell("One sentence.")
    low = window.center.charts.views[3]
    assert _area(window.messages).intersects(_area(low)), "else there is nothing to give way to"
    low.setFocus()
    qtbot.waitUntil(lambda: not _area(window.messages).intersects(_area(low)))


def test_that_messages_fold_into_the_status_bar_and_a_new_one_opens_them(drawn, qtbot):
    window = drawn.window
    layer, opener = window.messages, window.status.messages
    window.notice.tell("One sentence.")
    window.bars.remark(drawn.document, "remark", "Another one.")
    QApplication.processEvents()
    assert not opener.isVisible()
    layer.folder.click()
    assert not layer.isVisible()
    assert opener.isVisible()
    assert opener.text() == "Messages: 2"
    opener.click()
    assert layer.isVisible()
    assert not opener.isVisible()
    assert layer.isAncestorOf(QApplication.focusWidget())
    layer.folder.click()
    window.notice.tell("One sentence.")
    assert layer.isVisible()
    layer.folder.click()
    window.bars.remark(drawn.document, "failed", "A third one.")
    qtbot.waitUntil(layer.isVisible)


def test_that_nothing_is_left_of_messages_that_are_gone(drawn):
    window = drawn.window
    window.notice.tell("One sentence.")
    window.messages.folder.click()
    window.notice.clear()
    assert not window.messages.isVisible()
    assert not window.status.messages.isVisible()
