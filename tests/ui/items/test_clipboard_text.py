"""Cells of the clipboard: a spreadsheet takes none of them for a formula."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from planner.studies.answers.table import AnswerColumn, AnswerTable
from ui.controllers.ask.tables import table_as_text
from ui.items.clipboard_text import as_html, plain_text, tab_separated

if TYPE_CHECKING:
    from planner.studies.answers.answer import Answer


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


def test_that_the_table_of_an_answer_holds_no_formula_when_it_is_copied(qapp):
    columns = AnswerColumn("scenario", "Scenario"), AnswerColumn("share", "Share", "share")
    table = AnswerTable("A table", columns, (("=A1", 0.5), ("-1+1", 0.25)))
    copied = table_as_text(cast("Answer", SimpleNamespace(table=table)))
    assert [line.split("\t")[0] for line in copied.splitlines()] == ["Scenario", "'=A1", "'-1+1"]
