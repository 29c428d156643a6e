"""Longer words fit into menus, lists of choices, questions, and the dialogs that are Qt's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu

from tests.lengthening import longer_words  # noqa: F401 - a fixture
from tests.screenshots.cut import cut_texts
from tests.screenshots.scenes import SCENES, on_stage
from tests.some import some
from ui.views.commands.menus import context_menu
from ui.views.dialogs.shortcuts import ShortcutsDialog
from ui.widgets.question import Question

SCREEN = (1024, 600)
MENU_AT_MOST = 620
"""So that a menu and one that opens from it stand beside each other, or nearly."""
OF_QT = ("dialog-open", "dialog-save_as", "dialog-export_png", "dialog-export_numbers")
WITH_CHOICES = (
    *("compare-years", "ask", "target-editor", "inspect"),
    *("dialog-picture_size", "dialog-help_bands", "dialog-open", "dialog-export_numbers"),
)
pytestmark = pytest.mark.usefixtures("longer_words")


def test_that_no_menu_is_wider_than_what_a_small_screen_has_room_for():
    with on_stage(SCREEN) as stage:
        window = stage.suanli.window
        at_parts = [context_menu(name, window.actions_, window) for name in ("chart", "step")]
        menus = [*window.findChildren(QMenu), *at_parts]
        assert len(menus) > 20
        for menu in some(menus):
            menu.aboutToShow.emit()
            menu.ensurePolished()
            assert menu.sizeHint().width() <= MENU_AT_MOST, menu.title()
            for action in menu.actions():
                words = menu.fontMetrics().horizontalAdvance(action.text())
                assert menu.actionGeometry(action).width() >= words, action.text()


@pytest.mark.parametrize("scene", OF_QT)
def test_that_a_dialog_for_files_cuts_nothing_and_has_room(scene):
    with on_stage(SCREEN) as stage:
        dialog = SCENES[scene](stage).window()
        assert isinstance(dialog, QDialog)
        _assert_whole(dialog)


def test_that_questions_and_the_dialog_of_a_printer_cut_nothing():
    with on_stage(SCREEN) as stage:
        keys = SCENES["dialog-help_commands"](stage).window()
        assert isinstance(keys, ShortcutsDialog)
        keys.print_out()
        stage.suanli.window.close()
        boxes = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        asked = [each for each in boxes if isinstance(each, Question)]
        printers = [each for each in boxes if isinstance(each, QPrintDialog)]
        for dialog in some([*some(asked), *some(printers)]):
            _assert_whole(dialog)
            dialog.close()


def _assert_whole(dialog):
    assert cut_texts(dialog) == []
    assert dialog.width() <= SCREEN[0]
    assert dialog.minimumSizeHint().height() <= SCREEN[1]


@pytest.mark.parametrize("scene", WITH_CHOICES)
def test_that_lists_of_choices_cut_no_choice(scene):
    with on_stage(SCREEN) as stage:
        seen = SCENES[scene](stage).window()
        boxes = [each for each in seen.findChildren(QComboBox) if each.isVisible()]
        for box in some([each for each in boxes if each.count()]):
            assert _cut_choices(box) == [], box.accessibleName()


def _cut_choices(box):
    """Open the list of a box; return its choices that are wider than it and have no tip."""
    box.showPopup()
    view, model = box.view(), box.model()
    indices = [model.index(row, box.modelColumn()) for row in range(box.count())]
    room = view.viewport().width()
    wide = [each for each in indices if view.sizeHintForIndex(each).width() > room]
    cut = [each.data() for each in wide if not each.data(Qt.ItemDataRole.ToolTipRole)]
    box.hidePopup()
    return cut
