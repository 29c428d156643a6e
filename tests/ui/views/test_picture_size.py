"""The dialog that asks how large exported charts are speaks of width, height and sharpness."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from ui.print.size import PictureSize
from ui.views.dialogs.picture_size import PictureSizeDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[PictureSizeDialog]:
    made = PictureSizeDialog(PictureSize())
    yield made
    made.close()
    made.deleteLater()


def test_that_a_size_is_asked_for_without_points(dialog):
    names = [each.text().replace("&", "") for each in dialog.findChildren(QLabel) if each.buddy()]
    assert names == ["Shape", "Width", "Height", "Sharpness"]
    assert dialog.scale_field.text() == "× 2.0"
    assert dialog.scale_field.toolTip() == "Pixels per unit of width and height"


def test_that_the_pixels_that_result_are_told(dialog):
    assert dialog.result_label.text() == "3,200 × 2,000 pixels"
    dialog.scale_field.setValue(1.5)
    dialog.width_field.setValue(800)
    assert dialog.result_label.text() == "1,200 × 1,500 pixels"
    assert dialog.size_chosen() == PictureSize(800, 1000, 1.5)


def test_that_a_size_no_picture_can_have_is_not_taken(dialog):
    dialog.width_field.setValue(9000)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    assert "320 to 8000 pixels" in dialog.result_label.text()
