"""Notes on charts: written, moved and removed by hand and keys, drawn beside the data, kept."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.presented.note import NOTES_AT_MOST, TEXT_AT_MOST, PinnedNote
from planner.model.scenario import Scenario, with_lever
from planner.model.story.states import with_pinned
from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.layout.look import Look
from ui.charts.notes.marks import main_curve, marks_of, value_on
from ui.charts.printed import PrintedChart
from ui.controllers.notes.editing import Notes
from ui.style.theme import DARK, LIGHT
from ui.views.notes.editor import NoteEditor

A_MINUTE = 60_000
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ON_CURVE = PinnedNote("Chips arrive late", "enterprises", date=2029.0)
ON_POINT = PinnedNote("Half of the plan", "enterprises", date=2027.5, value=15_000.0)
ON_CHART = PinnedNote("All of China", "enterprises")
EVERY = (ON_CURVE, ON_POINT, ON_CHART)


def _chart(suanli, number: int = 0):
    return suanli.window.center.charts.views[number]


def _notes(suanli):
    return _chart(suanli).canvas.plot.notes


def _pinned(suanli) -> tuple[PinnedNote, ...]:
    return suanli.document.scenario.presented.pinned


def _editor(suanli) -> NoteEditor:
    (controller,) = suanli.window.findChildren(Notes)
    assert controller.editor is not None
    return controller.editor


def _write(editor: NoteEditor, text: str) -> None:
    editor.text.setPlainText(text)
    (buttons,) = editor.findChildren(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()


@pytest.fixture
def noted(drawn, qtbot):
    """Pin three notes to the first chart, and wait until they are drawn."""
    drawn.workspace.open(with_pinned(Scenario(title="Noted"), EVERY))
    qtbot.waitUntil(lambda: len(_notes(drawn).notes) == len(EVERY), timeout=A_MINUTE)
    return drawn


def _place(suanli, note: PinnedNote) -> QPoint:
    """Return the middle of a note's text on its canvas."""
    canvas = _chart(suanli).canvas
    found = next(each for each in canvas.plot.notes.notes if each.mark.note == note)
    return (found.box.center() + canvas.plot.area.topLeft()).toPoint()


def test_that_notes_lie_within_the_plot_and_not_over_the_curve_or_each_other(noted):
    item, plot = _notes(noted), _chart(noted).canvas.plot
    curve, pixels = main_curve(plot.picture), plot.box.pixels
    assert curve is not None
    xs, ys = pixels.x(curve.times), pixels.y(curve.line)
    boxes = [each.box for each in item.notes]
    for number, box in enumerate(some(boxes)):
        assert plot.box.rect().contains(box)
        assert not any(box.contains(QPointF(x, y)) for x, y in zip(xs, ys, strict=True))
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    on_curve, on_point, on_chart = item.notes
    assert on_curve.about.y() == pytest.approx(pixels.y_of(value_on(curve, 2029.0)))
    assert on_point.about.y() == pytest.approx(pixels.y_of(15_000.0))
    assert (on_chart.about, on_chart.leader) == (None, None)
    assert on_curve.leader.p1() == on_curve.about


def _is_index(suanli) -> bool:
    picture = _chart(suanli).picture
    return picture.view == "index" and main_curve(picture) is not None


def test_that_a_value_holds_for_levels_and_the_curve_stands_for_it_elsewhere(noted, qtbot):
    setting = _chart(noted).picture.setting
    noted.window.center.choose_view("index")
    qtbot.waitUntil(partial(_is_index, noted), timeout=A_MINUTE)
    run, picture = noted.published.run, _chart(noted).picture
    _, value = marks_of(picture)[1].about or (0.0, 0.0)
    assert value == pytest.approx(value_on(main_curve(picture), 2027.5))
    assert value != 15_000.0
    assert marks_of(chart_picture(setting, run))[1].about == (2027.5, 15_000.0)
    assert marks_of(chart_picture(replace(setting, element="beijing"), run)) == ()


def test_that_n_writes_a_note_about_the_curve_at_the_month_that_is_told(drawn):
    chart = _chart(drawn)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_N)
    editor = _editor(drawn)
    texts = [editor.about.itemText(n) for n in range(editor.about.count())]
    assert texts == ["The curve in Dec 2030", "The whole chart"]
    _write(editor, "Look here")
    (note,) = _pinned(drawn)
    assert (note.text, note.chart, note.value) == ("Look here", "enterprises", None)
    assert note.date == pytest.approx(2030 + 11 / 12, abs=1e-6)
    assert from_bytes(to_bytes(drawn.document.scenario), "a") == drawn.document.scenario
    drawn.window.actions_["undo"].trigger()
    assert _pinned(drawn) == ()


def test_that_a_double_click_with_ctrl_writes_a_note_about_a_point(drawn):
    canvas = _chart(drawn).canvas
    place = canvas.plot.pixel_of(2028.0, 20_000.0).toPoint()
    QTest.mouseDClick(canvas.viewport(), LEFT, CONTROL, place)
    _write(_editor(drawn), "A point")
    (note,) = _pinned(drawn)
    assert note.date == pytest.approx(2028.0, abs=0.2)
    assert note.value == pytest.approx(20_000.0, rel=0.05)
    assert drawn.window.center.charts.enlarged is None


def test_that_the_menu_of_a_chart_writes_a_note_where_it_was_opened(drawn):
    chart = _chart(drawn, 1)
    chart.setFocus()
    chart.menu_place = QPointF(2029.0, chart.canvas.plot.box.values[1] * 0.9)
    drawn.window.actions_["add_note"].trigger()
    _write(_editor(drawn), "From the menu")
    assert _pinned(drawn)[0].chart == "compute_supply"


def test_that_a_double_click_on_a_note_edits_it(noted):
    canvas = _chart(noted).canvas
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=_place(noted, ON_POINT))
    editor = _editor(noted)
    assert (editor.old, editor.text.toPlainText()) == (ON_POINT, ON_POINT.text)
    editor.about.setCurrentIndex(1)
    _write(editor, "Three quarters")
    assert _pinned(noted)[1] == replace(ON_POINT, text="Three quarters", value=None)


def test_that_a_drag_moves_a_note_as_one_step(noted, qtbot):
    canvas, steps = _chart(noted).canvas, noted.document.undo_stack.count()
    view, start = canvas.viewport(), _place(noted, ON_CHART)
    QTest.mousePress(view, LEFT, pos=start)
    for way in (QPoint(15, 10), QPoint(40, 30), QPoint(60, 40)):
        QTest.mouseMove(view, start + way)
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(60, 40))
    note = _pinned(noted)[2]
    area = canvas.plot.area
    assert note.x * area.width() == pytest.approx((start.x() + 60) - area.left(), abs=3)
    assert note.y * area.height() == pytest.approx((start.y() + 40) - area.top(), abs=3)
    assert noted.document.undo_stack.count() == steps + 1
    noted.document.undo_stack.undo()
    assert _pinned(noted) == EVERY


def test_that_keys_go_from_note_to_note_move_and_remove_them(noted, qtbot):
    chart, item = _chart(noted), _notes(noted)
    chart.setFocus()
    walked = []
    for _ in range(4):
        QTest.keyClick(chart, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        walked.append(item.chosen)
    assert walked == [*EVERY, None]
    QTest.keyClick(chart, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    before = item.notes[0].box.center()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(chart, key)
    moved = _pinned(noted)[0]
    assert item.chosen == moved
    assert moved.x * item._room.width() == pytest.approx(before.x() + 16.0, abs=0.5)
    assert moved.y * item._room.height() == pytest.approx(before.y() - 8.0, abs=0.5)
    qtbot.waitUntil(lambda: item.notes[0].mark.note == moved, timeout=A_MINUTE)
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    assert _pinned(noted) == EVERY[1:]
    noted.window.actions_["undo"].trigger()
    assert _pinned(noted) == (moved, *EVERY[1:])
    assert item.chosen is None


def test_that_arrows_walk_the_chart_again_once_a_note_is_left(noted):
    chart, item = _chart(noted), _notes(noted)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert item.chosen is None
    month = chart.month
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.month == month - 1
    assert _pinned(noted) == EVERY


def test_that_a_lever_moves_the_point_and_leaves_the_text_where_it_lies(noted, qtbot):
    item = _notes(noted)
    boxes, about = [each.box for each in item.notes], item.notes[0].about
    document = noted.document
    moved = with_lever(document.scenario, "voucher_budget.beijing", 9_000.0)
    document.edit("Move", moved, "lever", final=False)
    qtbot.waitUntil(lambda: item.notes[0].about != about, timeout=A_MINUTE)
    assert [each.box for each in item.notes] == boxes
    document.edit("Move", moved, "lever")


def test_that_a_screen_reader_is_told_of_notes(noted):
    chart = _chart(noted)
    names = [part.name for part in chart.canvas.accessible().parts]
    for note in some(EVERY):
        assert f"Note: {note.text}" in names
        assert note.text in chart.accessibleDescription()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_printed_chart_has_its_notes(noted, theme):
    picture = _chart(noted).picture
    bare = replace(picture, scenario=with_pinned(picture.scenario, ()))
    pictures = []
    for each in (picture, bare):
        chart = PrintedChart(each, Look(theme), (520.0, 330.0))
        pictures.append(_painted(chart))
        assert len(chart.plot.notes.notes) == (3 if each is picture else 0)
        chart.close()
    assert pictures[0] != pictures[1]


def _painted(chart: PrintedChart):
    from PySide6.QtGui import QImage, QPainter

    image = QImage(520, 330, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return image


def test_that_no_note_is_written_that_says_nothing_or_does_not_fit(drawn):
    chart = _chart(drawn)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_N)
    editor = _editor(drawn)
    (buttons,) = editor.findChildren(QDialogButtonBox)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    editor.text.setPlainText("x" * (TEXT_AT_MOST + 1))
    assert not ok.isEnabled()
    assert editor.remark.text() == "The note has 301 characters; at most 300 fit."
    editor.text.setPlainText("a\u200bb")
    assert ok.isEnabled()
    assert editor.edited().text == "ab"
    editor.reject()
    assert _pinned(drawn) == ()


def test_that_no_more_notes_are_written_than_a_file_holds(drawn):
    many = tuple(replace(ON_CHART, text=str(number)) for number in range(NOTES_AT_MOST))
    drawn.workspace.open(with_pinned(Scenario(title="Full"), many))
    (controller,) = drawn.window.findChildren(Notes)
    chart = _chart(drawn)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_N)
    assert controller.editor is None
    assert drawn.window.status.told == "A scenario has 60 notes on charts at most."
