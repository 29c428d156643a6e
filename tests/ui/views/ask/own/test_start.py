"""What the card of own numbers shows before there are any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.some import some
from ui.views.ask.own.start import StartPage


def test_that_every_button_tells_that_it_was_pressed(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    for button, wanted in some(
        [
            (page.attach_button, page.attach_wanted),
            (page.paste_button, page.paste_wanted),
            (page.example_button, page.example_wanted),
            (page.save_button, page.save_wanted),
        ]
    ):
        with qtbot.waitSignal(wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_the_example_stands_there_as_a_table(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    texts = [each.text() for each in page.findChildren(QLabel)]
    for text in some(["date", "outcome", "voucher_budget", "150"]):
        assert text in texts
