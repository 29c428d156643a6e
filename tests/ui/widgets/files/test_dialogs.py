"""Dialogs for files say what they are for: one looks for a file, one saves it."""

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.files.dialogs import opening_dialog, saving_dialog

FILTERS = ["Scenarios (*.scenario.json)"]
FOLDER_LABEL = QFileDialog.DialogLabel.LookIn


def test_that_a_dialog_that_saves_does_not_say_that_it_looks(qtbot, tmp_path):
    over = QWidget()
    qtbot.addWidget(over)
    saving = saving_dialog(over, "Save", f"{tmp_path}", FILTERS, "a.scenario.json", ".json")
    looking = opening_dialog(over, "Open", f"{tmp_path}", FILTERS)
    assert saving.labelText(FOLDER_LABEL) == "Save &in:"
    assert "Look in" in looking.labelText(FOLDER_LABEL).replace("&", "")
    assert saving.selectedFiles() == [f"{tmp_path / 'a.scenario.json'}"]
