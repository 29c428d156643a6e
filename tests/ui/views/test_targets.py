"""Targets in the real window: added, dragged, edited, taken away; kept in files and pictures."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.ensemble.met import Met
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever, with_targets
from planner.model.targets.target import Target
from planner.studies.cards import Card
from ui.charts.targets.item import TargetMove
from ui.charts.targets.lines import DECEMBER
from ui.charts.targets.strokes import Chip
from ui.documents.recovery import Entry, Session, bytes_of
from ui.items.open_scenarios import MET
from ui.views.targets.editor import TargetEditor
from ui.views.targets.row import HEIGHT, TargetRowView
from ui.views.targets.section import ROWS_AT_ONCE, TargetSection
from ui.wording.commands.command import Command
from ui.wording.commands.rows.targets import TARGETS

A_MINUTE = 60_000
LEFT = Qt.MouseButton.LeftButton
ENOUGH = Target("enterprises", "at least", 12_500.0, year=2030)
USED = Target("used_compute", "at least", 3000.0, year=2030)


def _met(suanli) -> Met:
    found = suanli.published.run.projection.met
    assert found is not None
    return found


def _wait_for(suanli, qtbot, *targets):
    def is_judged():
        run = suanli.published.run
        met = None if run is None else run.projection.met
        return run is not None and run.is_whole and (met.targets if met else ()) == targets

    qtbot.waitUntil(is_judged, timeout=A_MINUTE)


def _with(suanli, qtbot, *targets):
    suanli.document.edit("Targets", with_targets(suanli.document.scenario, targets))
    _wait_for(suanli, qtbot, *targets)


def _editor(suanli) -> TargetEditor:
    editor = suanli.targets.editor
    assert editor is not None
    return editor


def _canvas(suanli, number=0):
    return suanli.window.center.charts.views[number].canvas


def _handle(canvas, target) -> QPoint:
    return canvas.plot.pixel_of(target.year + DECEMBER, target.level).toPoint()


def _move(viewport, place):
    at, there = QPointF(place), QPointF(viewport.mapToGlobal(place))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        there,
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def _hold(canvas, qtbot, start, *ways):
    """Press on a place and go on from there, without letting go.

    Moves are as far apart as pyqtgraph asks for: it drops a move 10 ms after another.
    """
    viewport = canvas.viewport()
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, LEFT, pos=start)
    for way in ways:
        _move(viewport, start + way)
        qtbot.wait(30)
    return start + ways[-1]


def test_that_the_button_asks_for_a_target_and_enter_adds_it_as_one_step(drawn, qtbot):
    section = drawn.window.shelf.targets
    assert section.rows == []
    drawn.window.actions_["add_target"].trigger()
    editor = _editor(drawn)
    assert editor.isVisible()
    assert not editor.isModal()
    assert editor.outcome.text() == "AI enterprises"
    editor.value.setText("12,500")
    QTest.keyClick(editor.value, Qt.Key.Key_Return)
    assert drawn.document.scenario.targets == (ENOUGH,)
    assert drawn.targets.editor is None or not drawn.targets.editor.isVisible()
    assert drawn.document.undo_stack.count() == 1
    assert drawn.document.undo_stack.text(0) == "Add target"
    _wait_for(drawn, qtbot, ENOUGH)
    (row,) = section.rows
    share = _met(drawn).each[ENOUGH]
    assert row.row.share == share
    assert "in the baseline" in row.accessible().name
    drawn.document.undo_stack.undo()
    _wait_for(drawn, qtbot)
    assert section.rows == []


def test_that_what_is_no_target_is_refused_in_the_editor_and_nothing_is_lost(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    drawn.targets.add()
    editor = _editor(drawn)
    for text, said in (("many", "is no level"), ("12,500", "There is such a target")):
        editor.value.setText(text)
        editor.accept()
        assert said in editor.refusal.text()
        assert editor.isVisible()
    assert drawn.document.scenario.targets == (ENOUGH,)


def test_that_a_target_can_be_of_every_year_along_a_path_or_of_another_outcome(drawn, qtbot):
    drawn.targets.add()
    editor = _editor(drawn)
    editor.year.setCurrentIndex(editor.year.findText("Every year"))
    editor.value.setText("9,000")
    editor.accept()
    drawn.targets.add()
    editor = _editor(drawn)
    editor.year.setCurrentIndex(editor.year.findText("Along a path, in steps"))
    editor.value.setText("2026: 9,000; 2030: 12,500")
    editor.accept()
    drawn.targets._open(USED, None)
    editor = _editor(drawn)
    editor.against.setCurrentIndex(editor.against.findData("deliverable_compute"))
    editor.sense.choose("at most")
    editor.year.setCurrentIndex(0)
    editor.accept()
    path = LeverPath(((2026.0, 9000.0), (2030.0, 12_500.0)))
    assert drawn.document.scenario.targets == (
        Target("enterprises", "at least", 9000.0),
        Target("enterprises", "at least", path),
        Target("used_compute", "at most", "deliverable_compute"),
    )
    _wait_for(drawn, qtbot, *drawn.document.scenario.targets)
    assert len(_canvas(drawn).plot.targets.lines) == 2
    assert len(_canvas(drawn, 1).plot.targets.lines) == 1
    assert _met(drawn).each[drawn.document.scenario.targets[2]] == 1.0


def test_that_a_sentence_is_typed_on_a_card_and_the_fields_follow_it(drawn, qtbot):
    kpis = drawn.window.center.kpis
    kpis.target_wanted.emit(Card("used_compute"))
    editor = _editor(drawn)
    QTest.keyClicks(editor.value, "within deliverable every year")
    assert editor.sense.choice == "at most"
    assert editor.against.currentData() == "deliverable_compute"
    assert editor.year.currentText() == "Every year"
    QTest.keyClick(editor.value, Qt.Key.Key_Return)
    kpis.target_wanted.emit(Card("enterprises"))
    QTest.keyClicks(_editor(drawn).value, "at least 9,000 enterprises in 2029")
    _editor(drawn).year.setCurrentIndex(_editor(drawn).year.findData(2031))
    _editor(drawn).year.activated.emit(_editor(drawn).year.currentIndex())
    QTest.keyClick(_editor(drawn).value, Qt.Key.Key_Return)
    kpis.target_wanted.emit(Card("voucher_spend"))
    QTest.keyClicks(_editor(drawn).value, "at most 2 bn CNY a year")
    QTest.keyClick(_editor(drawn).value, Qt.Key.Key_Return)
    drawn.targets.add()
    QTest.keyClicks(_editor(drawn).value, "2026: 9,000; 2030: 12,500")
    assert _editor(drawn).year.currentText() == "Along a path, straight"
    QTest.keyClick(_editor(drawn).value, Qt.Key.Key_Return)
    path = LeverPath(((2026.0, 9000.0), (2030.0, 12_500.0)))
    assert drawn.document.scenario.targets == (
        Target("used_compute", "at most", "deliverable_compute"),
        Target("enterprises", "at least", 9000.0, year=2031),
        Target("voucher_spend", "at most", 2000.0),
        Target("enterprises", "at least", path, between="linear"),
    )


def test_that_a_click_on_the_target_of_a_card_edits_it(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    card = drawn.window.center.kpis.cards[0]
    chip = card._painter.target_area(card.shown, card.width())
    QTest.mouseClick(card, LEFT, pos=QPoint(chip.left() + 4, chip.center().y()))
    assert _editor(drawn).old == ENOUGH
    _editor(drawn).reject()


def test_that_a_drag_of_the_handle_is_live_one_step_and_counts_all_futures(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    canvas, before = _canvas(drawn), drawn.published.run.projection
    years = canvas.plot.box.years
    start = _handle(canvas, ENOUGH)
    end = _hold(canvas, qtbot, start, QPoint(0, -10), QPoint(0, -25), QPoint(0, -40))
    (now,) = drawn.document.scenario.targets
    qtbot.waitUntil(lambda: _met(drawn).targets == (now,), timeout=A_MINUTE)
    assert drawn.document.is_moving
    assert now.level > 13_000
    assert now.year == 2030
    during = drawn.published.run.projection
    assert during.futures == before.futures
    assert during.series is before.series
    assert during.met.each[now] < before.met.each[ENOUGH]
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert not drawn.document.is_moving
    assert canvas.plot.box.years == years
    assert drawn.document.undo_stack.count() == 2
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario.targets == (ENOUGH,)


def test_that_a_drag_sideways_moves_the_year_and_escape_gives_it_back(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    canvas = _canvas(drawn)
    start, steps = _handle(canvas, ENOUGH), drawn.document.undo_stack.count()
    end = _hold(canvas, qtbot, start, QPoint(20, 0), QPoint(50, 0), QPoint(80, 0))
    (now,) = drawn.document.scenario.targets
    assert now.year is not None
    assert now.year > 2030
    assert now.level == ENOUGH.level
    QTest.keyClick(drawn.window.center.charts.views[0], Qt.Key.Key_Escape)
    assert drawn.document.scenario.targets == (ENOUGH,)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert drawn.document.scenario.targets == (ENOUGH,)
    assert drawn.document.undo_stack.count() == steps


def test_that_a_knot_of_a_path_is_dragged_by_itself_as_one_step(drawn, qtbot):
    path = LeverPath(((2026.0, 9000.0), (2028.0, 10_000.0), (2031.0, 12_500.0)))
    along = Target("enterprises", "at least", path, between="linear")
    _with(drawn, qtbot, along)
    canvas, steps = _canvas(drawn), drawn.document.undo_stack.count()
    start = canvas.plot.pixel_of(2028.0, 10_000.0).toPoint()
    end = _hold(canvas, qtbot, start, QPoint(0, -10), QPoint(0, -25), QPoint(0, -40))
    (now,) = drawn.document.scenario.targets
    _wait_for(drawn, qtbot, now)
    (chip,) = canvas.plot.targets.chips
    assert re.fullmatch(r"At least 1\d,\d00 in 2028: ", chip.asked)
    assert [row.row.share for row in drawn.window.shelf.targets.rows] == [_met(drawn).each[now]]
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)
    (chip,) = canvas.plot.targets.chips
    assert chip.asked == "At least 12,500 along a path: "
    assert now.level.knots[1][1] > 10_000
    assert (now.level.knots[0], now.level.knots[2]) == (path.knots[0], path.knots[2])
    assert drawn.document.undo_stack.count() == steps + 1
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario.targets == (along,)


def test_that_a_mark_in_the_lane_tells_in_a_tip_why_there_is_no_line(drawn, qtbot):
    _with(drawn, qtbot, replace(ENOUGH, year=None))
    center, lane = drawn.window.center, _canvas(drawn).plot.lane
    center.choose_view("difference")
    qtbot.waitUntil(lambda: any(mark.why for mark in lane.events), timeout=A_MINUTE)
    left, row = next((left, row) for mark, _, row, left in lane.labels() if mark.why)
    told = lane.text_at(QPointF(left + 2, row * lane.look.line + 2))
    assert told == (
        "AI enterprises: at least 12,500, every year\n"
        "A target is a level: its line is drawn in the view Levels."
    )
    assert lane.text_at(QPointF(-5, 2)) == ""
    center.choose_view("absolute")


def test_that_a_label_covers_no_curve_and_says_the_share(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH, USED)
    for number in (0, 1):
        plot = _canvas(drawn, number).plot
        (chip,) = plot.targets.chips
        assert isinstance(chip, Chip)
        assert "met in" in chip.met
        pixels = plot.box.pixels
        for curve in plot.picture.curves:
            xs, ys = pixels.x(curve.times), pixels.y(curve.line)
            inside = [chip.area.contains(x, y) for x, y in zip(xs, ys, strict=True)]
            assert not any(inside)
        item = plot.targets
        assert item.boundingRect().width() > 0
        assert item.line_at(chip.area.center()).target in (ENOUGH, USED)


def test_that_a_double_click_edits_a_target_and_removes_it(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH, USED)
    canvas = _canvas(drawn)
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=_handle(canvas, ENOUGH))
    editor = _editor(drawn)
    assert editor.old == ENOUGH
    editor.value.setText("13,000")
    editor.accept()
    assert drawn.document.scenario.targets == (replace(ENOUGH, level=13_000.0), USED)
    assert drawn.window.center.charts.enlarged is None
    _wait_for(drawn, qtbot, *drawn.document.scenario.targets)
    row = drawn.window.shelf.targets.rows[0]
    assert isinstance(row, TargetRowView)
    QTest.mouseDClick(row, LEFT)
    QTest.mouseClick(_editor(drawn).remove, LEFT)
    assert drawn.document.scenario.targets == (USED,)
    _wait_for(drawn, qtbot, USED)
    QTest.keyClick(drawn.window.shelf.targets.rows[0], Qt.Key.Key_Delete)
    assert drawn.document.scenario.targets == ()


def test_that_many_targets_scroll_and_leave_the_history_its_room(drawn, qtbot):
    targets = tuple(replace(ENOUGH, level=9000.0 + 100 * number) for number in range(20))
    _with(drawn, qtbot, *targets)
    section = drawn.window.shelf.targets
    assert isinstance(section, TargetSection)
    assert len(section.rows) == 21
    assert section.height() < (ROWS_AT_ONCE + 2) * HEIGHT
    assert drawn.window.shelf.history.height() > 100


def test_that_palette_and_menu_know_the_commands_of_targets(suanli):
    keys = [row.key for row in TARGETS if isinstance(row, Command)]
    inside = [action.objectName() for action in suanli.window.menus["targets"].actions()]
    assert inside == keys


def test_that_a_click_on_the_handle_pins_no_month(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    canvas = _canvas(drawn)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=_handle(canvas, ENOUGH))
    assert drawn.window.center.charts.pinned is None


def test_that_cards_list_and_section_follow_a_drag_of_a_lever(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH, USED)
    center, model = drawn.window.center, drawn.window.shelf.scenarios.model
    before = center.kpis.cards[0].shown.target
    assert before.startswith("≥ 12,500: ")
    scenario = with_lever(drawn.document.scenario, "network_build_time", 1)
    drawn.document.edit("Change", scenario, "network_build_time", final=False)
    qtbot.waitUntil(lambda: center.kpis.cards[0].shown.target != before, timeout=A_MINUTE)
    drawn.document.edit("", drawn.document.scenario)
    _wait_for(drawn, qtbot, ENOUGH, USED)
    met, below = _met(drawn), drawn.published.run.baseline.met
    assert met.all_met > below.all_met
    rows = drawn.window.shelf.targets.rows
    assert [row.row.share for row in rows] == [*met.each.values(), met.all_met]
    shares = [model.index(row).data(MET) for row in range(2)]
    assert shares == [f"{round(100 * share.all_met)}%" for share in (below, met)]
    assert "met in" in center.kpis.cards[0].accessible().name


def test_that_a_card_offers_a_target_and_edits_its_own(drawn, qtbot):
    kpis = drawn.window.center.kpis
    kpis.target_wanted.emit(Card("rent", "centers"))
    editor = _editor(drawn)
    assert editor.old is None
    assert editor.outcome.text() == "Compute rent"
    assert editor.place.currentData() == "centers"
    editor.reject()
    _with(drawn, qtbot, ENOUGH)
    kpis.target_wanted.emit(Card("enterprises"))
    assert _editor(drawn).old == ENOUGH


def test_that_a_target_is_asked_for_where_the_menu_of_a_chart_was_opened(drawn):
    view = drawn.window.center.charts.views[0]
    view.menu_place = QPointF(2029.4, 14_000.0)
    view.setFocus()
    drawn.window.actions_["add_target_here"].trigger()
    editor = _editor(drawn)
    editor.accept()
    (target,) = drawn.document.scenario.targets
    assert (target.outcome, target.year) == ("enterprises", 2029)
    assert target.level == pytest.approx(14_000, rel=0.02)


def test_that_a_target_dragged_onto_one_like_it_waits_there(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH, replace(ENOUGH, level=13_000.0))
    charts, before = drawn.window.center.charts, drawn.document.scenario.targets
    for level, final in ((12_800.0, False), (13_000.0, False), (13_200.0, True)):
        old = before[0] if level == 12_800 else replace(ENOUGH, level=12_800.0)
        charts.target_moved.emit(TargetMove(old, replace(ENOUGH, level=level), final))
    assert [each.level for each in drawn.document.scenario.targets] == [13_200.0, 13_000.0]
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario.targets == before


def test_that_all_targets_go_in_one_step(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH, USED)
    drawn.window.actions_["remove_targets"].trigger()
    assert drawn.document.scenario.targets == ()
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario.targets == (ENOUGH, USED)


def test_that_targets_are_saved_opened_again_and_read_from_a_picture(drawn, qtbot, tmp_path):
    _with(drawn, qtbot, ENOUGH, USED)
    shares = _met(drawn).each
    assert drawn.saving.save_to(tmp_path / "own.scenario.json")
    shutil.copy(tmp_path / "own.scenario.json", tmp_path / "copy.scenario.json")
    assert drawn.exports.write_chart(0, tmp_path / "own.png")
    for name in ("copy.scenario.json", "own.png"):
        drawn.document.replace(Scenario())
        _wait_for(drawn, qtbot)
        drawn.files.open_all([tmp_path / name])
        assert drawn.document.scenario.targets == (ENOUGH, USED), name
        _wait_for(drawn, qtbot, ENOUGH, USED)
        assert _met(drawn).each == shares
        assert len(drawn.window.shelf.targets.rows) == 3


def test_that_targets_made_here_are_recovered(suanli):
    wanted = with_targets(Scenario(title="Mine"), (ENOUGH, USED))
    left = Session(suanli.autosave.session.root, "left")
    left.write("0", bytes_of(Entry(None, "", datetime.now(UTC), wanted, Scenario())))
    left.release()
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert suanli.document.scenario.targets == (ENOUGH, USED)


def test_that_another_scenario_on_screen_closes_the_editor(drawn, qtbot):
    _with(drawn, qtbot, ENOUGH)
    drawn.targets.edit(ENOUGH)
    drawn.window.actions_["new"].trigger()
    qtbot.waitUntil(
        lambda: drawn.targets.editor is None or not drawn.targets.editor.isVisible(),
        timeout=A_MINUTE,
    )
    assert drawn.document.scenario.targets == ()
