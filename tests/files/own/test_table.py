"""Tables as spreadsheets save them: encodings, separators, and lines above the head."""

import pytest

from planner.facts.record import EvidenceError
from planner.files.own.table import decoded, table_in

TEXT = "日期,指标,数值\n2026-06,企业数,1250\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_that_a_text_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "a.csv") == TEXT


def test_that_western_windows_is_read_where_it_can_be_nothing_else() -> None:
    text = "data;unità;valore\n"
    assert decoded(text.encode("cp1252"), "a.csv") == text


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0", b"\xff\xfea"])
def test_that_what_is_no_text_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(EvidenceError, match="is no text; save the table as CSV"):
        decoded(data, "a.csv")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_that_the_head_tells_what_parts_fields(mark: str) -> None:
    text = f'date{mark}outcome{mark}value\n2026{mark}"a, b; c"{mark}1\n'
    table = table_in(text, "a.csv")
    assert (table.separator, table.head) == (mark, ["date", "outcome", "value"])
    assert list(table.rows()) == [(2, ["2026", "a, b; c", "1"])]


def test_that_rows_keep_their_numbers_below_a_title_and_a_line_of_the_spreadsheet() -> None:
    table = table_in("Counted in 2026,,\n,,\ndate,outcome,value,\n2026,jobs,1,\n,,,\n", "a.csv")
    assert list(table.rows()) == [(4, ["2026", "jobs", "1"])]
    said = table_in("sep=;\ndate;outcome;value\n2026;jobs;1\n", "a.csv")
    assert (said.separator, list(said.rows())) == (";", [(3, ["2026", "jobs", "1"])])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ('date,outcome,value\n2026,"jobs,1\n', "cannot be read as CSV"),
        ("date,outcome,value\n2026,jobs\n", "row 2 has more or fewer fields"),
        ("date,outcome,value\n2026,jobs,1,2\n", "row 2 has more or fewer fields"),
    ],
)
def test_that_a_broken_table_is_told_with_its_row(text: str, why: str) -> None:
    with pytest.raises(EvidenceError, match=why):
        list(table_in(text, "a.csv").rows())
