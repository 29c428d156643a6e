"""Cells of the clipboard: a spreadsheet takes none of them for a formula."""

import pytest

from ui.items.clipboard_text import as_html, plain_text, tab_separated


@pytest.mark.parametrize(
    "text", ["=A1", "@SUM(A1)", "-A1", "+A1", "-1+1", "+1*A1", "-2|cmd", "-(1)", "= 1"]
)
def test_that_what_begins_a_formula_is_marked_as_text(text):
    assert plain_text(text) == f"'{text}"
    assert tab_separated([["a", text]]) == f"a\t'{text}\n"
    assert "<td>&#x27;" in as_html([["a"], [text]])


@pytest.mark.parametrize("text", ["-5", "+1,234.5 M CNY/yr", "-3.5%", "+12 %", "-", "−5", "A-1"])
def test_that_numbers_with_a_sign_and_other_texts_stay_as_they_are(text):
    assert plain_text(text) == text


def test_that_a_cell_ends_neither_its_cell_nor_its_row():
    assert tab_separated([["a\tb", "c\nd"]]) == "a b\tc d\n"
