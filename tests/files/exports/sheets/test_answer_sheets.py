"""Answers in a workbook: a list of them, and a sheet for the table of each."""

from dataclasses import replace

from planner.files.exports.sheets.answer_sheets import answer_sheets
from planner.files.exports.sheets.cells import Figure, Percent
from planner.quantities.unit_system import BASE, UnitSystem
from planner.studies.answers.table import AnswerColumn, AnswerTable
from tests.reliability.reading.corpus_sessions import ANSWER

COLUMNS = (
    AnswerColumn("input", "Input"),
    AnswerColumn("money", "Money", "M CNY/yr", is_difference=True),
    AnswerColumn("share", "Share", "share"),
)
MONEY = replace(
    ANSWER, table=AnswerTable("Money", COLUMNS, (("Vouchers", 720.0, 0.25), ("rest", None, None)))
)


def test_that_a_workbook_without_answers_has_no_sheet_of_them():
    assert list(answer_sheets((), BASE)) == []


def test_that_each_answer_stands_in_the_list_and_has_its_table():
    listed, first, second = answer_sheets((ANSWER, MONEY), BASE)
    assert (listed.name, first.name, second.name) == ("Answers", "Answer 1", "Answer 2")
    rows = [dict(zip(listed.head, row, strict=True)) for row in listed.rows]
    assert rows[0]["answer"] == ANSWER.sentence
    assert (rows[0]["place"], rows[0]["year"], rows[0]["against"]) == (
        "Beijing",
        2030.0,
        "Baseline",
    )
    assert (rows[0]["seed"], rows[0]["model"]) == (2025.0, "2.0")
    assert list(first.rows) == [("Alibaba's plan", Figure(12.5, 1)), ("rest", None)]


def test_that_the_numbers_of_a_table_are_told_in_the_chosen_units():
    _, sheet = answer_sheets((MONEY,), UnitSystem("USD"))
    (row, empty) = sheet.rows
    assert sheet.head[1] == "Money (M USD/yr)"
    assert isinstance(row[1], Figure)
    assert round(row[1].value, 6) == 100
    assert row[2] == Percent(0.25)
    assert empty == ("rest", None, None)
