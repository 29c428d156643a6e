"""Numbers and dates of any region: read where they can mean one thing, else refused."""

import pytest

from planner.files.own.typed import date_in, decimal_mark, number_in
from planner.quantities.typed.digits import ReadingError


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026", 2026),
        ("2026-06", 2026 + 5 / 12),
        ("2026年6月", 2026 + 5 / 12),
        ("2026/6", 2026 + 5 / 12),
        ("06/2026", 2026 + 5 / 12),
        ("202606", 2026 + 5 / 12),
        ("giugno 2026", 2026 + 5 / 12),
        ("June 2026", 2026 + 5 / 12),
        ("2026/6/1", 2026 + 5 / 12),
        ("2026-06-01T00:00:00", 2026 + 5 / 12),
        ("20260601", 2026 + 5 / 12),
        ("01.06.2026", 2026 + 5 / 12),
        ("6/16/2026", 2026 + 5.5 / 12),
        ("16/6/2026", 2026 + 5.5 / 12),
        ("2026.583", 2026.583),
    ],
)
def test_that_dates_are_read_as_spreadsheets_write_them(text: str, year: float) -> None:
    assert date_in(text) == pytest.approx(year)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026.06", "write 2026-06"),
        ("05/06/2026", "day or month may stand first, write 2026-06-05"),
        ("2026-13", "no such date"),
        ("31/02/2026", "no such date"),
        ("soon", "it is no date"),
    ],
)
def test_that_a_date_that_may_mean_two_is_refused(text: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        date_in(text)


@pytest.mark.parametrize(
    ("texts", "separator", "mark"),
    [
        (("1,385", "12.5"), ",", "."),
        (("1.385", "12,5%"), ";", ","),
        (("1.385,5",), ",", ","),
        (("1.385",), ";", ""),
        (("1385", "5%"), ",", "."),
        (("1,5", "2.5"), ",", ""),
    ],
)
def test_that_a_file_tells_its_decimal_mark(texts: tuple[str], separator: str, mark: str) -> None:
    assert decimal_mark(texts, separator) == mark


def test_that_numbers_are_read_with_the_mark_of_their_file() -> None:
    assert number_in("1.385", "firm", ",") == 1385
    assert number_in("1.385", "firm", ".") == 1.385
    assert number_in("1,385", "firm", ".") == 1385
    assert number_in("12,5", "firm", ",") == 12.5
    assert number_in("0,35", "share", ",") == 0.35
    assert number_in("60 %", "share", ".") == 0.6
    assert number_in("1,5 亿元", "M CNY/yr", ",") == 150
    assert number_in("1385家", "firm", "") == 1385


def test_that_a_number_that_may_mean_two_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"may mean 1385 or 1\.385, write it without a mark"):
        number_in("1.385", "firm", "")
    with pytest.raises(ReadingError):
        number_in("many", "firm", ".")
