"""Nothing in the window moves by itself: it slides, fades or rolls nowhere."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QStyle,
    QTreeView,
    QWidget,
)

from tests.some import some
from ui.style.theme import LIGHT, apply_colors

ROOT = Path(__file__).parents[3]
MOVES = re.compile(r"Q\w*(Animation|TimeLine|Transition|Movie)\w*|setAnimated")
DURATION = QStyle.StyleHint.SH_Widget_Animation_Duration
MOVING = (QLineEdit, QComboBox, QAbstractItemView)


def test_that_no_code_of_the_window_animates_anything():
    found = [
        f"{path.name}: {ast.unparse(node)}"
        for path in some(sorted((ROOT / "ui").rglob("*.py")))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if MOVES.fullmatch(_named(node))
    ]
    assert found == ["main_window.py: self.setAnimated"], "which turns animation off"
    style = (ROOT / "resources/style/suanli.qss").read_text("utf-8")
    assert set(re.findall(r"animation[\w-]*: *(\w+)", style)) == {"0"}


def _named(node):
    """Return the name that a piece of code uses or imports; empty where it has none."""
    names = (getattr(node, key, None) for key in ("attr", "id", "name"))
    return next(filter(None, names), "")


def test_that_an_animation_would_be_noticed():
    for name in ("QPropertyAnimation", "QTimeLine", "QVariantAnimation", "QMovie", "setAnimated"):
        assert MOVES.fullmatch(name), name
    assert not MOVES.fullmatch("QTimer")


@pytest.fixture
def lively(qapp):
    """Let Qt move what it can, as on a system that asks for it."""
    for effect in Qt.UIEffect:
        QApplication.setEffectEnabled(effect, True)
    return qapp


def test_that_menus_boxes_and_tips_neither_slide_nor_fade(lively):
    assert any(QApplication.isEffectEnabled(each) for each in Qt.UIEffect)
    apply_colors(lively, LIGHT)
    assert not any(QApplication.isEffectEnabled(each) for each in some(Qt.UIEffect))


def test_that_no_widget_takes_time_to_change(drawn):
    window = drawn.window
    assert not window.isAnimated()
    found = [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, MOVING) and not isinstance(each.parent(), QAbstractSpinBox)
    ]
    for each in some(found):
        assert each.style().styleHint(DURATION, None, each) == 0, each
        assert not isinstance(each, QTreeView) or not each.isAnimated()


def test_that_nothing_runs_while_panels_menus_and_charts_come_and_go(drawn):
    window = drawn.window
    for key in ("table", "panel", "enlarge", "side"):
        window.actions_[key].trigger()
        assert not _running(window), key
    menu = window.menus["view"]
    menu.popup(window.pos())
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    assert not _running(window)
    menu.close()


def _running(window):
    found = window.findChildren(QAbstractAnimation)
    return [each for each in found if each.state() == QAbstractAnimation.State.Running]
