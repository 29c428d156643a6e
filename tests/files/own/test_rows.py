"""Rows of a planner's own table: plainly written, in the units of the model or others."""

import pytest

from planner.facts.record import EvidenceError
from planner.files.own.rows import OwnRow, rows_of
from planner.files.own.table import table_in


def _rows(text: str) -> list[OwnRow]:
    return list(rows_of(table_in(text, "a.csv")))


def test_that_a_row_of_an_italian_spreadsheet_says_what_an_english_one_does() -> None:
    (italian,) = _rows("Data;Indicatore;Luogo;Valore;Errore\n06/2026;Imprese;Chengdu;1.250,5;4%\n")
    (english,) = _rows("date,outcome,place,value,error\n2026-06,enterprises,chengdu,1250.5,4%\n")
    assert italian == english
    assert italian.error == pytest.approx(50.02)


@pytest.mark.parametrize(
    ("outcome", "value", "unit", "kept"),
    [
        ("used_compute", "1000000", "PFLOPS", (1_000_000.0, "PFLOPS realized")),
        ("voucher_budget,chengdu", "1.5", "亿元", (150.0, "M CNY/yr")),
        ("industry_output", "3800", "亿元", (380.0, "bn CNY/yr")),
        ("enterprises", "0.9", "万家", (9000.0, "firm")),
        ("utilization", "60%", "", (0.6, "share")),
        ("算力券预算\uff08亿元\uff09,chengdu", "1.5", "", (150.0, "M CNY/yr")),
    ],
)
def test_that_units_are_those_of_whoever_counts(
    outcome: str, value: str, unit: str, kept: tuple[float, str]
) -> None:
    key, _, place = outcome.partition(",")
    (row,) = _rows(f"date,outcome,place,value,unit\n2026-06,{key},{place},{value},{unit}\n")
    assert row.value == pytest.approx(kept[0])
    assert row.fields["unit"] == kept[1]


def test_that_several_values_of_a_row_are_rows_of_their_own() -> None:
    rows = _rows("年份,地区,企业数,算力券预算\uff08亿元\uff09\n2026,成都,1250,1.5\n2027,成都,,2\n")
    assert [(row.key, row.value, row.line) for row in rows] == [
        ("enterprises", 1250, 2),
        ("voucher_budget", 150, 2),
        ("voucher_budget", 200, 3),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",enterprises,,9000,", "date is empty"),
        ("2026,,,9000,", "outcome is empty"),
        ("2026,voucher_budgets,chengdu,9,", "did you mean voucher_budget"),
        ("2026,enterprises,,-9000,", "value must be above zero"),
        ("2026,enterprises,,0,", "value must be above zero"),
        ("2026,enterprises,,9000,-5%", "error cannot be"),
        ("2026,enterprises,,9000,9000", "error cannot be"),
        ("2026,enterprises,,5 km,", "value must be a number"),
    ],
)
def test_that_what_a_row_cannot_say_is_one_sentence(row: str, why: str) -> None:
    with pytest.raises(EvidenceError, match=f"a.csv: row 2: .*{why}") as refused:
        _rows(f"date,outcome,place,value,error\n{row}\n")
    assert "\n" not in str(refused.value)
