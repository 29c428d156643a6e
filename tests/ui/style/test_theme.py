"""Both looks can be read by everyone."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QFileDialog, QListView, QPushButton, QToolButton, QTreeView

from ui.style.theme import (
    LIGHT,
    READABLE,
    THEMES,
    VISIBLE,
    apply_colors,
    contrast,
    faint,
    font,
    mixed,
    palette,
    readable,
    style_sheet,
    system_theme,
)
from ui.widgets.icon import icon

both = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def test_that_contrast_is_measured_as_the_web_guidelines_do():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.fixture(autouse=True)
def _no_colors_are_left(qapp):
    """Let whatever shows a window next give the program its colors anew."""
    yield
    apply_colors(qapp, LIGHT)
    for name in ("colors", "theme"):
        qapp.setProperty(name, "")


@both
def test_that_every_data_color_stands_out(theme):
    assert len(set(theme.data)) == len(theme.data) >= 7
    assert min(contrast(color, theme.panel) for color in theme.data) >= VISIBLE


@both
def test_that_every_text_can_be_read(theme):
    for color in (theme.text, theme.muted, theme.accent, theme.positive, theme.negative):
        assert contrast(color, theme.panel) >= READABLE
        assert contrast(color, theme.window) >= READABLE
    assert contrast(theme.on_accent, theme.accent) >= READABLE
    assert min(contrast(readable(color, theme), theme.panel) for color in theme.data) >= READABLE


@both
def test_that_levers_and_assumptions_differ_in_color(theme):
    assert theme.lever != theme.assumption
    assert contrast(theme.assumption, theme.panel) >= READABLE


@both
def test_that_the_style_sheet_has_no_gap(theme):
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in re.findall(r"#\w+", sheet))


@both
def test_that_qt_takes_the_style_sheet_and_the_palette(theme, qtbot, qapp):
    button = QPushButton("Press")
    qtbot.addWidget(button)
    apply_colors(qapp, theme)
    qapp.setStyleSheet(style_sheet(theme))
    button.ensurePolished()
    assert button.palette().color(QPalette.ColorRole.ButtonText).name() == theme.text
    assert palette(theme).color(QPalette.ColorRole.Window).name() == theme.window
    apply_colors(qapp, LIGHT)
    qapp.setStyleSheet(style_sheet(LIGHT))


@both
def test_that_a_default_button_without_use_does_not_look_ready(theme, qtbot, qapp):
    apply_colors(qapp, theme)
    qapp.setStyleSheet(style_sheet(theme))
    button = QPushButton("")
    qtbot.addWidget(button)
    button.resize(80, 28)
    button.setDefault(True)

    def ground():
        return button.grab().toImage().pixelColor(40, 14).name()

    assert ground() == theme.accent
    button.setEnabled(False)
    assert ground() == theme.panel
    apply_colors(qapp, LIGHT)
    qapp.setStyleSheet(style_sheet(LIGHT))


def test_that_a_dialog_for_files_cuts_none_of_its_places(qtbot, qapp):
    qapp.setStyleSheet(style_sheet(LIGHT))
    dialog = QFileDialog(None, "Open", "/")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    (places,) = dialog.findChildren(QListView, "sidebar")
    assert places.width() >= 130
    (files,) = dialog.findChildren(QTreeView, "treeView")
    assert not files.horizontalScrollBar().isVisible()
    (up,) = dialog.findChildren(QToolButton, "toParentButton")
    arrow = up.icon().pixmap(QSize(16, 16)).toImage()
    inks = {arrow.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert "#5f5e5a" in inks, "the arrow of the light look"


def test_that_dark_is_dark():
    assert {name: theme.is_dark for name, theme in THEMES.items()} == {"light": False, "dark": True}


def test_that_mixing_goes_from_one_color_to_the_other():
    assert [mixed("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#808080",
        "#ffffff",
    ]


def test_that_the_system_is_followed_with_a_theme_we_have(qapp):
    assert system_theme() in THEMES.values()


def test_that_figures_have_equal_width(qapp):
    assert font(20, bold=True).pixelSize() == 20
    assert font().featureTags()


def _ink(made, mode):
    """Return the color of an icon's darkest part on a light ground, of its lightest on a dark."""
    image = made.pixmap(QSize(20, 20), mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    return max(pixels, key=QColor.alpha).name()


@both
def test_that_icons_are_seen_where_they_work_and_where_they_are_disabled(theme, qapp):
    apply_colors(qapp, theme)
    for name in ("undo", "redo", "save"):
        made = icon(name, theme.text, faint(theme))
        assert contrast(_ink(made, QIcon.Mode.Normal), theme.window) >= VISIBLE
        disabled = contrast(_ink(made, QIcon.Mode.Disabled), theme.window)
        assert 2.2 < disabled < contrast(theme.text, theme.window) / 2
