"""The real window, driven by a mouse and keys, with the real model behind it."""

import json
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from planner.model.scenario import Scenario, lever_value, with_lever

LEFT = Qt.MouseButton.LeftButton


def _place(slider, position):
    return slider.center_of(position).toPoint()


def _press(row, position):
    QTest.mousePress(row.slider, LEFT, pos=_place(row.slider, row.slider.value()))
    QTest.mouseMove(row.slider, _place(row.slider, position))


def _drag(row, position):
    _press(row, position)
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, position))


def _pictures(suanli):
    return [view.canvas.grab().toImage() for view in suanli.window.center.charts.views]


def _cards(suanli):
    shown = [card.shown for card in suanli.window.center.kpis.cards]
    return {each.title: (each.value, each.difference, each.span) for each in shown}


def _shows(suanli, address, value):
    """Tell whether the picture on screen is that of a value, whatever was asked since."""

    def check(answer):
        return lever_value(answer.projection.scenario, address) == value

    return check


def test_that_the_window_opens_on_the_baseline_with_all_charts_drawn(drawn):
    assert drawn.document.scenario == Scenario()
    for view in drawn.window.center.charts.views:
        assert view.picture is not None
        assert not view.picture.is_empty
        drawn_futures = (curve.bands is not None for curve in view.picture.curves)
        assert view.picture.panels or any(drawn_futures)
    assert all(value != "…" for value, _, _ in _cards(drawn).values())
    assert all(band for _, _, band in _cards(drawn).values())


def test_that_dragging_a_slider_moves_charts_and_cards_before_the_release(drawn, qtbot):
    row = drawn.window.side.levers.row("alibaba_plan")
    pictures, cards = _pictures(drawn), _cards(drawn)
    seen = _shows(drawn, "alibaba_plan", 1200)

    with qtbot.waitSignal(drawn.live.projected, check_params_cb=seen, timeout=20_000):
        _press(row, 120)

    assert row.slider.isSliderDown()
    assert drawn.document.is_moving
    moved = _pictures(drawn)
    assert [old != new for old, new in zip(pictures, moved, strict=True)] == [True] * 4
    changed = {key for key, card in _cards(drawn).items() if card != cards[key]}
    assert {"AI enterprises", "Used compute", "Utilization, centers"} <= changed
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, 120))
    assert not drawn.document.is_moving


def test_that_undo_brings_the_whole_picture_back(drawn, qtbot):
    window = drawn.window
    before = window.grab().toImage()
    row = window.side.levers.row("voucher_budget")
    _drag(row, 200)
    assert drawn.document.undo_stack.count() == 1
    assert lever_value(drawn.document.scenario, "voucher_budget.shanghai") > 600
    with qtbot.waitSignal(drawn.live.projected, check_params_cb=_is_baseline, timeout=20_000):
        drawn.document.undo_stack.undo()
    qtbot.waitUntil(lambda: drawn.live.state == "held")
    levers = window.side.levers
    qtbot.waitUntil(lambda: levers._told is levers._run, timeout=20_000)

    assert drawn.document.scenario == Scenario()
    window.center.setFocus()
    _same_but_for_status(before, window.grab().toImage(), window)


def _is_baseline(answer):
    return not answer.projection.scenario.levers


def _same_but_for_status(one, other, window):
    """Compare what stands above the status bar, which tells the time of the run."""
    for part in (window.side, window.center):
        area = part.rect().translated(part.mapTo(window, QPoint(0, 0)))
        assert one.copy(area) == other.copy(area), type(part).__name__


def test_that_a_drag_in_the_window_is_one_undo_step(drawn):
    row = drawn.window.side.levers.row("other_capex")
    _press(row, 80)
    for position in (85, 90, 100):
        QTest.mouseMove(row.slider, _place(row.slider, position))
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, 100))
    assert drawn.document.undo_stack.count() == 1
    assert lever_value(drawn.document.scenario, "other_capex") == pytest.approx(1000, abs=20)


@pytest.mark.parametrize("key", ["Escape", "Ctrl+Z"])
@pytest.mark.parametrize("is_changed", [False, True])
def test_that_a_key_in_a_drag_gives_the_value_back_and_leaves_no_step(suanli, key, is_changed):
    row, document = suanli.window.side.levers.row("alibaba_plan"), suanli.document
    if is_changed:
        document.edit("Set", with_lever(Scenario(title="Mine"), "alibaba_plan", 533.25))
    before, steps = document.scenario, document.undo_stack.count()
    _press(row, 120)
    assert document.scenario != before
    QTest.keySequence(row.slider, QKeySequence(key))
    assert document.scenario == before
    assert not document.is_moving
    QTest.mouseMove(row.slider, _place(row.slider, 60))
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, 60))
    assert document.scenario == before
    assert document.undo_stack.count() == steps
    _drag(row, 120)
    assert document.undo_stack.count() == steps + 1
    QTest.keySequence(suanli.window, QKeySequence("Ctrl+Z"))
    assert document.scenario == before


def test_that_a_key_in_a_drag_gives_a_range_back_and_other_commands_wait(suanli):
    row, document = suanli.window.side.assumptions.row("crowd_in"), suanli.document
    before, slider = document.scenario, row.slider
    place = QPoint(round(slider.x_of(row.fields["central"].value())), slider.height() // 2)
    QTest.mousePress(slider, LEFT, pos=place)
    QTest.mouseMove(slider, place + QPoint(30, 0))
    moved = document.scenario
    assert moved != before
    QTest.keySequence(slider, QKeySequence("Ctrl+2"))
    assert suanli.window.center.charts.view == "absolute"
    assert document.scenario == moved
    QTest.keySequence(slider, QKeySequence("Escape"))
    QTest.mouseRelease(slider, LEFT, pos=place + QPoint(50, 0))
    assert document.scenario == before
    assert document.undo_stack.count() == 0


def test_that_the_reset_button_brings_the_default_back(drawn):
    row = drawn.window.side.levers.row("other_capex")
    _drag(row, 100)
    assert row.reset_button.isEnabled()
    QTest.mouseClick(row.reset_button, LEFT)
    assert drawn.document.scenario == Scenario()
    assert not row.reset_button.isEnabled()


def test_that_keys_move_a_lever_and_a_run_of_taps_is_one_step(drawn):
    row = drawn.window.side.levers.row("network_build_time")
    row.slider.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageUp):
        QTest.keyClick(row.slider, key)
    assert drawn.document.undo_stack.count() == 1
    assert lever_value(drawn.document.scenario, "network_build_time") == 5.5
    QTest.keyClick(row.slider, Qt.Key.Key_Home)
    assert lever_value(drawn.document.scenario, "network_build_time") == 1
    assert row.slider.accessible().value == "1 years"


def _type(row, text):
    row.field.selectAll()
    QTest.keyClicks(row.field, text)
    QTest.keyClick(row.field, Qt.Key.Key_Return)


def test_that_a_typed_percentage_is_a_share(drawn):
    row = drawn.window.side.levers.row("center_sellable_target")
    _type(row, "60")
    assert lever_value(drawn.document.scenario, "center_sellable_target") == 0.6
    _type(row, "37,5 %")
    assert lever_value(drawn.document.scenario, "center_sellable_target") == 0.375


def test_that_a_value_beyond_the_soft_range_is_taken_and_tinted(drawn):
    row = drawn.window.side.levers.row("alibaba_plan")
    _type(row, "2000")
    assert lever_value(drawn.document.scenario, "alibaba_plan") == 2000
    assert row.field.property("look") == "beyond"
    assert row.note_line.text() == "beyond the usual range"
    assert row.slider.value() == row.slider.maximum()
    _type(row, "400")
    assert row.field.property("look") == ""
    assert not row.note_line.isVisibleTo(row)


def test_that_a_value_beyond_the_hard_range_is_refused_with_a_sentence(drawn, qtbot):
    row = drawn.window.side.levers.row("alibaba_plan")
    with qtbot.waitSignal(row.refused) as told:
        _type(row, "99999")
    assert "allowed are 0 to 10,000 bn CNY" in told.args[0]
    assert drawn.document.scenario == Scenario()
    assert row.field.value() == 380
    assert drawn.window.status.told == told.args[0]
    assert row.refusal_line.isVisible()
    assert row.refusal_line.text() == told.args[0]
    assert row.field.property("look") == "beyond"
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert not row.refusal_line.isVisible()
    assert row.field.property("look") == ""


def test_that_what_is_no_number_is_refused_and_the_value_stays(drawn, qtbot):
    row = drawn.window.side.levers.row("alibaba_plan")
    with qtbot.waitSignal(row.refused) as told:
        _type(row, "many")
    assert "many" in told.args[0]
    assert drawn.document.scenario == Scenario()
    assert row.field.text() == "380"


def test_that_the_master_slider_scales_all_areas_in_proportion(drawn):
    row = drawn.window.side.levers.row("voucher_budget")
    before = [lever_value(Scenario(), f"voucher_budget.{area}") for area in ("shanghai", "henan")]
    _type(row, "3020")
    after = [
        lever_value(drawn.document.scenario, f"voucher_budget.{area}")
        for area in ("shanghai", "henan")
    ]
    assert after == [2 * value for value in before]
    assert drawn.document.undo_stack.count() == 1


def test_that_a_master_drag_to_zero_and_back_keeps_the_proportions(drawn):
    row = drawn.window.side.levers.row("voucher_budget")
    start = row.slider.value()
    _press(row, start)
    QTest.mouseMove(row.slider, QPoint(-20, row.slider.height() // 2))
    assert sum(dict(drawn.document.scenario.levers).values()) == 0
    QTest.mouseMove(row.slider, _place(row.slider, start))
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, start))
    assert drawn.document.scenario == Scenario()
    assert drawn.document.undo_stack.count() == 0


def test_that_unknown_budgets_are_shown_as_unknown_beside_their_assumption(drawn):
    levers = drawn.window.side.levers
    assert "Ningbo (30 M CNY/yr assumed)" in levers.row("voucher_budget").note_line.full_text
    area = levers.row("voucher_budget.ningbo")
    assert "No published figure" in area.note_line.full_text
    assert area.field.text() == "30"
    assert "No published figure" in area.slider.accessible().description
    assert not levers.row("voucher_budget.shanghai").note_line.full_text
    alike = levers.row("subsidy_rate").note_line.full_text
    assert "Beijing, Ningbo, Shandong (50% assumed)" in alike


def test_that_the_use_of_centers_stands_beside_what_they_can_sell_and_follows_the_hand(
    drawn, qtbot
):
    row = drawn.window.side.levers.row("center_sellable_target")
    before = row.outcome_line.text()
    assert row.outcome_line.isVisible()
    assert before.startswith("Utilization, centers, 2030: ")
    seen = _shows(drawn, "center_sellable_target", 0.8)
    with qtbot.waitSignal(drawn.live.projected, check_params_cb=seen, timeout=20_000):
        _press(row, row.described.scale.position(0.8))
    qtbot.waitUntil(lambda: row.outcome_line.text() != before)
    during = row.outcome_line.text()
    assert "%" in during
    assert "–" in during
    QTest.mouseRelease(row.slider, LEFT, pos=_place(row.slider, row.described.scale.position(0.8)))
    drawn.window.center.choose_year(2035)
    assert row.outcome_line.text().startswith("Utilization, centers, 2035: ")
    assert not drawn.window.side.levers.row("center_share").outcome_line.text()


def test_that_futures_as_drawn_are_a_choice_that_is_shown_and_undone(drawn, qtbot):
    side, status = drawn.window.side, drawn.window.status
    assert side.draws.choice == "conditioned"
    QTest.mouseClick(side.draws.buttons["as drawn"], LEFT)
    assert drawn.document.scenario.draws == "as drawn"
    qtbot.waitUntil(lambda: status.futures.text() == "1,000 futures as drawn", timeout=20_000)
    drawn.document.undo_stack.undo()
    assert side.draws.choice == "conditioned"


def test_that_figures_as_printed_change_the_default_and_undo_changes_it_back(drawn):
    side = drawn.window.side
    QTest.mouseClick(side.figures.buttons["as_stated"], LEFT)
    assert drawn.document.scenario.figures == "as_stated"
    assert side.levers.row("local_fund.beijing").field.value() == 20_000
    assert "as printed" in drawn.window.status.figures.text()
    drawn.document.undo_stack.undo()
    assert side.figures.choice == "corroborated"
    assert side.levers.row("local_fund.beijing").field.value() == 2_000


def test_that_an_assumption_moves_by_its_fields_and_its_handles(drawn):
    panel = drawn.window.side.assumptions
    drawn.window.side.tabs.setCurrentWidget(panel)
    row = panel.row("crowd_in")
    row.fields["high"].setValue(6)
    spread = dict(drawn.document.scenario.assumptions)["crowd_in"]
    assert spread.parts == (3, 4.15, 6)
    middle = row.slider.height() // 2
    QTest.mousePress(row.slider, LEFT, pos=QPoint(int(row.slider.x_of(3)), middle))
    QTest.mouseMove(row.slider, QPoint(int(row.slider.x_of(3.5)), middle))
    QTest.mouseRelease(row.slider, LEFT, pos=QPoint(int(row.slider.x_of(3.5)), middle))
    spread = dict(drawn.document.scenario.assumptions)["crowd_in"]
    assert spread.low == pytest.approx(3.5, abs=0.05)
    assert drawn.document.undo_stack.count() == 2
    drawn.document.undo_stack.undo()
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario == Scenario()


def test_that_the_view_switch_asks_for_other_series(drawn, qtbot):
    center = drawn.window.center
    with qtbot.waitSignal(drawn.live.projected, timeout=20_000):
        QTest.mouseClick(center.views.buttons["difference"], LEFT)
    assert center.charts.view == "difference"
    assert {one.view for one in center.chart_requests() if not one.state} == {"difference"}
    assert drawn.window.actions_["view_difference"].isChecked()


def test_that_another_year_changes_the_cards_at_once(drawn):
    before = _cards(drawn)
    drawn.window.center.year_slider.setFocus()
    QTest.keyClick(drawn.window.center.year_slider, Qt.Key.Key_End)
    assert drawn.window.center.year == 2035
    assert drawn.window.center.year_label.text() == "December 2035"
    assert _cards(drawn) != before


def test_that_the_wheel_moves_no_slider_without_focus(drawn):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    row = drawn.window.side.levers.row("alibaba_plan")
    drawn.window.center.setFocus()
    place = QPointF(row.slider.rect().center())
    for target in (row.slider, row.field):
        event = QWheelEvent(
            place,
            place,
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
    assert drawn.document.scenario == Scenario()


def test_that_every_control_has_a_name_for_a_screen_reader(suanli):
    levers, assumptions = suanli.window.side.levers, suanli.window.side.assumptions
    assert len(levers.controls) > 30
    for control in levers.controls.values():
        assert control.row.slider.accessible().name
        assert control.row.field.accessibleName()
        assert control.row.name_label.buddy() is control.row.slider
    for control in assumptions.controls.values():
        assert all(field.accessibleName() for field in control.row.fields.values())


def test_that_the_status_bar_tells_how_the_picture_was_drawn(drawn):
    text = " ".join(part.text() for part in drawn.window.status.labels())
    assert "1,000 futures consistent with 2025-26" in text
    tip = drawn.window.status.futures.toolTip()
    assert "kept from 16,384" in tip
    assert re.search("Seed 2025; computed in [0-9,]+ ms", tip)
    assert not re.search("seed|run [0-9]| ms|live", text), "nobody but a developer asks for these"
    assert "● up to date" in text
    assert "figures: checked" in text
    assert "Compared with: default levers and assumptions" in text


def test_that_a_fault_of_the_program_is_told_and_nothing_is_lost(drawn):
    drawn.conductor.on_fault("ValueError: x <b>", "Traceback")
    notice = drawn.window.notice
    assert notice.isVisible()
    assert "x <b>" in notice.sentence.text()
    assert notice.sentence.textFormat() == Qt.TextFormat.PlainText


def test_that_the_default_state_writes_nothing_into_a_file(drawn, tmp_path):
    path = tmp_path / "a.scenario.json"
    assert drawn.saving.save_to(path)
    fields = json.loads(path.read_text("utf-8"))
    assert not fields.get("levers")


def test_that_no_two_entries_of_a_menu_share_a_letter(suanli):
    menus = [suanli.window.menuBar(), *suanli.window.menuBar().findChildren(QMenu)]
    menus += [menu for menu in suanli.window.findChildren(QMenu) if menu not in menus]
    lettered = [letters for menu in menus if (letters := _letters(menu))]
    assert {"&File", "E&xport", "&View"} <= {menu.title() for menu in menus[1:]}
    assert len(lettered) >= 8
    assert all(len(letters) == len(set(letters)) for letters in lettered), lettered


def _letters(menu):
    """Return the letters by which the entries of a menu are chosen, as they come."""
    sequences = (QKeySequence.mnemonic(action.text()) for action in menu.actions())
    return [sequence.toString() for sequence in sequences if not sequence.isEmpty()]


def test_that_every_export_has_a_letter_in_a_menu_of_its_own(suanli):
    actions = suanli.window.actions_
    export = next(menu for menu in suanli.window.findChildren(QMenu) if menu.title() == "E&xport")
    charts = ("png", "svg", "pdf", "csv", "xlsx")
    others = ("all", "sheet", "numbers", "scenarios", "report_pdf", "report")
    stories = ("story", "story_pictures")
    exports = [actions[f"export_{name}"] for name in (*charts, *others, *stories)]
    entries = [action for action in export.actions() if not action.isSeparator()]
    exports.insert(len(charts) + len(others), actions["report_contents"])
    assert entries == [*exports, actions["picture_size"], actions["anonymous"]]
    assert len(_letters(export)) == len(entries)
    assert actions["export_png"].shortcut().toString() == "Ctrl+E"
    assert actions["export_png"].toolTip() == "Export chart as PNG"


def test_that_the_widget_with_the_focus_is_seen_to_have_it(suanli, qtbot):
    window = suanli.window
    window.shelf.show()
    shelf = window.shelf
    switches = (window.center.views, window.side.figures, window.side.draws)
    every = [button for switch in switches for button in switch.buttons.values()]
    buttons = [button for button in every if not button.isHidden()]
    assert len(buttons) >= 8
    accent = QColor(suanli.appearance.theme.accent)
    for widget in (shelf.scenarios.view, shelf.history.view, *buttons):
        window.center.setFocus()
        without = _frame(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus()
        assert without != {accent.rgb()}
        assert _frame(widget) == {accent.rgb()}, widget.accessibleName()


def _frame(widget):
    """Return the colors half way along each edge of a widget."""
    seen = widget.grab().toImage()
    right, bottom = seen.width() - 1, seen.height() - 1
    ends = ((0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom))
    return {seen.pixel(x, y) for x, y in ends}
