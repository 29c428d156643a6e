"""What is to be read can be read, in each theme and state, on screen and not in theory alone.

WCAG 2.2: 4.5 for text, 3.0 for marks that matter. What is disabled is excepted there; here it has
3.0, as its words tell what there would be to do. Nothing is told by color alone.
"""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from tests.some import some
from tests.ui.style.inked import (
    ENLARGED,
    change_in,
    colors_of,
    contrast_in,
    grayest,
    part_of,
    picture_of,
    seen,
)
from ui.charts.layout.look import Look
from ui.style.theme import READABLE, THEMES, VISIBLE, contrast, faint, mixed, readable

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QTabBar)
both = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def _grounds(theme):
    return theme.window, theme.panel, theme.field, mixed(theme.panel, theme.text, 0.06)


@both
def test_that_every_text_color_can_be_read_on_every_ground_it_stands_on(theme):
    inks = theme.text, theme.muted, theme.accent, theme.assumption, theme.positive, theme.negative
    for ground in some(_grounds(theme)):
        for ink in inks:
            assert contrast(ink, ground) >= READABLE, (ink, ground)
    assert contrast(theme.on_accent, theme.accent) >= READABLE


@both
def test_that_what_is_pressed_chosen_or_tinted_can_be_read(theme):
    grounds = (
        mixed(theme.panel, theme.text, 0.12),
        mixed(theme.panel, theme.accent, 0.16),
    )
    for ground in grounds:
        assert contrast(theme.text, ground) >= READABLE
        assert contrast(theme.accent, ground) >= READABLE


@both
def test_that_names_of_scenarios_can_be_read_in_their_colors(theme):
    for color in some(theme.data):
        for ground in (theme.panel, theme.window):
            assert contrast(readable(color, theme), ground) >= READABLE, (color, ground)
            assert contrast(color, ground) >= VISIBLE


@both
def test_that_what_is_disabled_can_still_be_read(theme):
    assert contrast(faint(theme), theme.window) >= VISIBLE
    assert contrast(faint(theme), theme.panel) >= VISIBLE
    assert contrast(faint(theme), theme.window) < contrast(theme.muted, theme.window)


@pytest.mark.parametrize("name", THEMES)
def test_that_each_control_in_the_window_can_be_read(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    for state in ("at rest", "hovered", "pressed"):
        controls = _controls(drawn.window)
        for control in some(controls):
            _put(control, state)
        picture = picture_of(drawn.window)
        for control in some(controls):
            least = READABLE if control.isEnabled() else VISIBLE
            found = contrast_in(part_of(picture, control))
            assert found >= least, (name, state, found, control, _text(control))
            _put(control, "at rest")


def _put(control, state):
    """Let a control look as it does under a pointer, or held down by one."""
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state != "at rest")
    if isinstance(control, QAbstractButton) and control.isEnabled():
        control.setDown(state == "pressed")


@pytest.mark.parametrize("name", THEMES)
def test_that_the_rim_of_a_field_stands_out_from_the_page(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    drawn.window.center.setFocus()
    field = drawn.window.side.levers.row("alibaba_plan").field
    image = seen(field)
    rim = image.pixelColor(0, image.height() // 2).name()
    theme = THEMES[name]
    for ground in (theme.window, theme.panel, theme.field):
        assert contrast(rim, ground) >= VISIBLE, ground


@both
def test_that_every_cause_of_a_limit_stands_out_from_its_card(theme):
    look, states = Look(theme), model().outcomes["limit"].states
    shades = {look.color(each.color) for each in some(states)}
    for shade in some(shades):
        assert contrast(shade, theme.panel) >= VISIBLE, shade
    assert len(shades) == len(states), "no two causes share a color"


@pytest.mark.parametrize("name", THEMES)
def test_that_the_focus_is_seen(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    window = drawn.window
    window.activateWindow()
    buttons = window.center.views.buttons.values()
    row = window.side.levers.row("alibaba_plan")
    for control in some([*buttons, row.field, window.center.kpis.cards[0]]):
        window.center.setFocus()
        before = seen(control)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        after = seen(control)
        assert change_in(before, after) >= VISIBLE, (control, _text(control))


@pytest.mark.parametrize("name", THEMES)
def test_that_a_choice_is_seen_without_its_color(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    segments = list(drawn.window.center.views.buttons.values())
    before = [grayest(seen(each)) for each in segments[:2]]
    segments[1].click()
    after = [grayest(seen(each)) for each in segments[:2]]
    changes = [change_in(was, now) for was, now in zip(before, after, strict=True)]
    assert min(changes) >= VISIBLE


@pytest.mark.parametrize("name", THEMES)
def test_that_a_changed_lever_is_seen_without_its_color(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    row = drawn.window.side.levers.row("network_build_time")
    before = grayest(seen(row))
    width = row.name_label.fontMetrics().horizontalAdvance(row.name_label.text())
    drawn.document.edit("Move", with_lever(Scenario(), "network_build_time", 9))
    drawn.window.center.setFocus()
    after = grayest(seen(row))
    assert change_in(before, after) >= VISIBLE
    assert row.name_label.fontMetrics().horizontalAdvance(row.name_label.text()) != width


@pytest.mark.parametrize("name", THEMES)
def test_that_the_mark_of_a_changed_lever_has_the_color_of_no_scenario(drawn, qtbot, name):
    _dress(drawn, qtbot, name)
    row = drawn.window.side.levers.row("network_build_time")
    drawn.document.edit("Move", with_lever(Scenario(), "network_build_time", 9))
    drawn.window.center.setFocus()
    theme, picture = THEMES[name], picture_of(drawn.window)
    scenarios = {readable(color, theme) for color in theme.data} | {*theme.data}
    name_seen = colors_of(part_of(picture, row.name_label))
    bar = part_of(picture, row).copy(6 * ENLARGED, 12 * ENLARGED, 3 * ENLARGED, 8)
    assert theme.text in name_seen
    assert scenarios.isdisjoint({*name_seen, *colors_of(bar)})
    assert colors_of(bar).most_common(1)[0][0] == theme.text


def test_that_a_difference_is_told_by_its_sign(drawn, qtbot):
    scenario = with_lever(Scenario(title="Slow"), "network_build_time", 9)
    drawn.workspace.open(scenario, anew=True)
    center = drawn.window.center
    center.show_table(True)
    qtbot.waitUntil(
        lambda: all(each.shown.difference for each in center.kpis.cards), timeout=20_000
    )
    told = [each.shown.difference for each in center.kpis.cards]
    assert all(re.match("[+−]", text) for text in some(told)), told
    assert any(text.startswith("−") for text in told)


def _dress(suanli, qtbot, name):
    suanli.appearance.choose(name)
    qtbot.waitUntil(lambda: suanli.window.center.charts.theme.name == name)


def _controls(window):
    found = window.findChildren(QWidget)
    return [
        each
        for each in found
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and not each.visibleRegion().isEmpty()
        and (_text(each) or not isinstance(each, QLabel))
    ]


def _text(control):
    return control.text() if hasattr(control, "text") else ""
