"""Dates are read as people write and paste them, and refused where they mean nothing."""

import pytest

from planner.quantities.dates import year_of_spoken_date
from planner.quantities.typed.digits import ReadingError

ITALIAN = (
    *("gen", "feb", "mar", "apr", "mag", "giu"),
    *("lug", "ago", "set", "ott", "nov", "dic"),
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2027", 2027.0),
        ("2027.5", 2027.5),
        ("2027-01", 2027.0),
        ("2027-07-01", 2027.5),
        ("Jan 2027", 2027.0),
        ("july 2027", 2027.5),
        ("Sept. 2027", 2027 + 8 / 12),
        ("1 Jul 2027", 2027.5),
        ("2027/7/1", 2027.5),
        ("2027年", 2027.0),
        ("2027年7月", 2027.5),
        ("2027 年 7 月 1 日", 2027.5),
        ("\uff12\uff10\uff12\uff17", 2027.0),
        ("lug 2027", 2027.5),
        ("luglio 2027", 2027.5),
    ],
)
def test_that_a_date_is_read_as_it_is_said(text, date):
    months = (*ITALIAN[:6], "luglio", *ITALIAN[7:]) if text == "luglio 2027" else ITALIAN
    assert year_of_spoken_date(text, months) == pytest.approx(date)


@pytest.mark.parametrize(
    "text", ["", "soon", "27", "Ju 2027", "Xyz 2027", "2027-13", "31 Feb 2027"]
)
def test_that_what_is_no_date_is_refused(text):
    with pytest.raises(ReadingError):
        year_of_spoken_date(text)
