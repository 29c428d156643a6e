"""The status bar: one text in one place, whenever it is told and however narrow the window is."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMainWindow

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from ui.views.status import TOLD_FOR_MS, StatusBar
from ui.wording.compared.reference import compared_with

NOTE = "Compared with: default levers and assumptions"


@pytest.fixture
def bar(qtbot) -> Iterator[StatusBar]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = StatusBar()
    window.setStatusBar(made)
    window.resize(900, 100)
    made.show_figures("corroborated", compared_with("", assumptions_changed=False))
    yield made
    window.close()


def shown_apart(bar: StatusBar) -> list[str]:
    """Return the texts on screen from left to right, of which none lies over another."""
    labels = [one for one in bar.findChildren(QLabel) if one.isVisible() and one.text()]
    places = [(one.mapTo(bar, QPoint()).x(), one) for one in labels]
    places.sort(key=lambda place: place[0])
    for (x, one), (after, _) in pairwise(places):
        assert x + one.width() <= after, one.text()
    assert bar.currentMessage() == ""  # Qt would paint it over what is not hidden yet
    return [one.text() for _, one in places]


def test_that_what_is_told_before_the_window_is_shown_takes_the_place_of_the_note(bar, qtbot):
    bar.tell("Opened a file")
    with qtbot.waitExposed(bar.window()):
        bar.window().show()
    bar.show_figures("corroborated", compared_with("", assumptions_changed=False))
    texts = shown_apart(bar)
    assert texts[0] == "Opened a file"
    assert NOTE not in texts


def test_that_a_file_named_at_the_start_is_told_in_place_of_the_note(suanli, tmp_path, qtbot):
    path = tmp_path / "a.scenario.json"
    write(path, Scenario(title="A"))
    suanli.files.open_all([path])
    qtbot.waitUntil(lambda: suanli.window.status.told == f"Opened {path.name}")
    assert shown_apart(suanli.window.status)[0] == f"Opened {path.name}"


def test_that_the_note_comes_back_after_a_while_and_stays_away_while_more_is_told(bar, qtbot):
    with qtbot.waitExposed(bar.window()):
        bar.window().show()
    bar._telling.setInterval(50)
    bar.tell("One")
    bar.tell("Two")
    assert shown_apart(bar)[0] == "Two"
    qtbot.waitUntil(lambda: bar.told == "")
    assert shown_apart(bar)[0] == NOTE
    assert TOLD_FOR_MS > 1000


def test_that_a_long_text_is_cut_before_what_stands_beside_it(bar, qtbot):
    with qtbot.waitExposed(bar.window()):
        bar.window().show()
    bar.tell("Opened " + "a very long name " * 30)
    qtbot.waitUntil(lambda: bar.note.text().endswith("…"))
    texts = shown_apart(bar)
    assert texts[0].startswith("Opened a very long name")
    assert texts[-1] == "figures: checked"
    assert bar.window().width() == 900


def test_that_the_first_touch_of_the_baseline_says_which_scenario_it_opens(suanli):
    status = suanli.window.status
    moved = with_lever(suanli.document.scenario, "alibaba_plan", 500)
    assert not status.told
    suanli.document.edit("Move", moved)
    assert suanli.document.scenario.title == "My scenario"
    assert status.told == "Opened “My scenario”. The baseline stays as it is."
    status.forget()
    suanli.document.edit("Move", with_lever(suanli.document.scenario, "alibaba_plan", 600))
    assert not status.told
