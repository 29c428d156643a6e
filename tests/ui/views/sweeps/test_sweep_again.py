"""A sweep that is open stays so in another language, in other units and in another theme."""

from collections.abc import Iterator

import pytest

from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import spoken
from ui.app import build
from ui.program import Program, speak_in
from ui.style.theme import DARK, LIGHT
from ui.wording.figures.units import tell_in

A_MINUTE = 60_000


@pytest.fixture
def program(qtbot, qapp) -> Iterator[Program]:
    """Show the window of a program in English."""
    made = Program(build(patience=60.0))
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()
    made.suanli.take_down()
    speak_in("en")


def test_that_another_language_opens_it_anew_with_what_was_read(program, sweep, qtbot):
    shown = program.suanli.sweeps.open_path(sweep)
    qtbot.waitUntil(lambda: shown.found is not None, timeout=A_MINUTE)
    shown.points.table.selectRow(3)
    point, found = shown.point, shown.found
    shown.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(program.rebuilt, timeout=A_MINUTE):
        program.window.actions_["language_zh_cn"].trigger()
    assert spoken() == "zh_CN"
    (again,) = program.suanli.sweeps.windows.values()
    assert again is not shown
    assert again.isVisible()
    assert again.found is found
    assert (again.point, again.tabs.currentIndex()) == (point, 1)
    assert again.bar.number.currentText().endswith("2027年12月")


def test_that_other_units_are_told_of_what_was_read(open_sweep, sweep, suanli):
    shown = open_sweep(sweep)
    shown.points.table.selectRow(1)
    found = shown.found
    heading = shown.points.model.columns[2].heading
    tell_in(UnitSystem(money="USD"))
    try:
        shown.tell_again()
        assert shown.found is found
        assert shown.point == 2
        assert shown.points.model.columns[2].heading != heading
    finally:
        tell_in(UnitSystem())


def test_that_its_pictures_follow_the_theme(open_sweep, sweep, suanli):
    shown = open_sweep(sweep)
    light = shown.points.view.grab().toImage()
    for theme in (DARK, LIGHT):
        suanli.window.center.theme_changed.emit(theme)
        is_same = shown.points.view.grab().toImage() == light
        assert is_same == (theme is LIGHT)


def test_that_reading_is_left_when_it_is_canceled(suanli, sweep, qtbot):
    shown = suanli.sweeps.open_path(sweep)
    shown.task.canceled.emit()
    qtbot.waitUntil(lambda: bool(shown.notice.text()), timeout=A_MINUTE)
    assert "Reading was canceled" in shown.notice.text()
    shown.head.again.click()
    qtbot.waitUntil(lambda: shown.found is not None, timeout=A_MINUTE)
