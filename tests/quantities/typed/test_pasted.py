"""Columns copied from a spreadsheet are read whole or refused with the line that was not."""

import pytest

from planner.quantities.dates import year_of_spoken_date
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.pasted import LONGEST, PastedColumn, read_pasted
from planner.quantities.typed.reading import read_quantity


def read(text, unit="M CNY/yr"):
    return read_pasted(text, year_of_spoken_date, lambda each: read_quantity(each, unit))


@pytest.mark.parametrize(
    ("text", "dates", "values"),
    [
        ("100\n200\n300\n", None, (100, 200, 300)),
        ("Budget\n100\n200", None, (100, 200)),
        ("2027\t100\n2028\t200\n", (2027, 2028), (100, 200)),
        ("2027\t100\r\n2028\t200\r\n", (2027, 2028), (100, 200)),
        ("Year\tM CNY a year\n2027\t100\n2028\t200\n", (2027, 2028), (100, 200)),
        ("2027;12,5\n2028;1.234,5\n", (2027, 2028), (12.5, 1234.5)),
        ("Jan 2027\t1亿\n2027年7月\t2 bn\n", (2027, 2027.5), (100, 2000)),
        ("2027\t2028\t2029\n1\t2\t3\n", (2027, 2028, 2029), (1, 2, 3)),
        ("\n2027\t100\t\n\n2028\t200\t\n", (2027, 2028), (100, 200)),
        ("7", None, (7,)),
    ],
)
def test_that_a_column_is_read(text, dates, values):
    assert read(text) == PastedColumn(dates, values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing was copied"),
        ("Year\tBudget\n", "a heading and no value"),
        ("2027\t100\n2028\tmuch\n", '"much" cannot be taken'),
        ("2027\t100\nlater\t200\n", '"later" cannot be taken'),
        ("2027\t100\n2028\n", '"2028" is no date with one value'),
        ("2027\t100\t1\n2028\t200\t1\n2029\t1\t1", '"2027 100 1" is no date with one value'),
        ("1\n" * LONGEST, "too long"),
    ],
)
def test_that_what_is_no_column_is_refused_with_its_line(text, said):
    with pytest.raises(ReadingError, match=said):
        read(text)
