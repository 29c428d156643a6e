"""A caption of a form has room for the letter that is drawn apart from the rest."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.fields.form import Caption, Form


@pytest.mark.parametrize(
    "parts", [("", "T", "erritorio"), ("Risultat", "o", ""), ("", "V", "alore")]
)
def test_that_a_caption_is_as_wide_as_its_parts_drawn_one_by_one(qtbot, parts):
    page = QWidget()
    qtbot.addWidget(page)
    form, field = Form(page), QLineEdit()
    before, letter, after = parts
    form.add(f"{before}&{letter}{after}", field)
    page.show()
    (caption,) = page.findChildren(Caption)
    assert caption.buddy() is field
    assert caption.width() >= sum(map(caption.fontMetrics().horizontalAdvance, parts))
