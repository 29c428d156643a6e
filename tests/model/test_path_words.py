"""A path is said in one line, with dates as people write them."""

import pytest

from planner.model.lever_settings import lever_texts, lever_texts_apart
from planner.model.path_words import path_text, texts_apart
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.quantities.dates import date_of_year, year_of_date
from planner.quantities.told.months import date_text
from planner.quantities.typed.digits import ReadingError

SHANGHAI = LeverPath(((2025, 0), (2025.583, 600), (2028, 900), (2031, 0)))


def test_that_a_stepwise_path_says_until_when_and_from_when() -> None:
    said = "0 until Aug 2025, 600 from Aug 2025, 900 from 2028, 0 from 2031"
    assert path_text(SHANGHAI, "step") == said


def test_that_a_straight_path_says_its_value_at_each_date() -> None:
    path = LeverPath(((2025, 0.2), (2028.5, 0.45)))
    assert path_text(path, "linear", "{:.0%}".format) == "20% in 2025, 45% in Jul 2028"


def test_that_a_path_of_one_knot_is_a_number() -> None:
    assert path_text(LeverPath(((2030, 7),)), "step") == "7"


def test_that_a_long_path_is_shortened_in_the_middle() -> None:
    path = LeverPath(tuple((2025 + year, float(year)) for year in range(12)))
    said = "0 in 2025, 1 in 2026, 2 in 2027, 8 more, 11 in 2036"
    assert path_text(path, "linear") == said


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (2028.0, "2028"),
        (2025 + 7 / 12, "Aug 2025"),
        (2025.583, "Aug 2025"),
        (2025.25, "Apr 2025"),
        (2025.6, "7 Aug 2025"),
        (2025.9999, "2026"),
        (2027 + 1 / 12 + 14 / 28 / 12, "15 Feb 2027"),
    ],
)
def test_that_a_date_is_said_to_the_day(date: float, said: str) -> None:
    assert date_text(date) == said


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025", 2025.0),
        ("2025.583", 2025.583),
        ("2025-08", 2025 + 7 / 12),
        (" 2025-8 ", 2025 + 7 / 12),
        ("2025-08-01", 2025 + 7 / 12),
        ("2028-02-29", 2028 + (1 + 28 / 29) / 12),
        ("\uff12\uff10\uff12\uff15-08", 2025 + 7 / 12),
    ],
)
def test_that_a_date_is_read_as_a_year_a_month_or_a_day(text: str, date: float) -> None:
    assert year_of_date(text) == pytest.approx(date, abs=1e-12)


@pytest.mark.parametrize(
    "text", ["", "25", "2025-13", "2025-00", "2027-02-29", "08/2025", "2025,5"]
)
def test_that_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match=r"no date|no such date"):
        year_of_date(text)


def test_that_every_day_is_said_as_it_was_read() -> None:
    for text in ("2025-01-01", "2026-12-31", "2028-02-29", "2030-07-04", "2031-03-31"):
        year, month, day = date_of_year(year_of_date(text))
        assert f"{year}-{month:02}-{day:02}" == text


def test_that_both_are_paths_where_one_of_two_scenarios_has_knots() -> None:
    name = "voucher_budget.shanghai"
    path = with_lever(Scenario(), name, LeverPath(((2025, 0), (2026, 700))))
    number = with_lever(Scenario(), name, 900)
    assert lever_texts(name, (number, path), "{:g}".format) == [
        "0 until Aug 2025, 900 from Aug 2025, 0 from 2031",
        "0 until 2026, 700 from 2026",
    ]
    assert lever_texts_apart(name, (number, path), "{:g}".format) == [
        "900 from Aug 2025, 0 from 2031",
        "0 from Aug 2025, 700 from 2026",
    ]


def _plan(*knots):
    return LeverPath(((2025, 98.4), *knots, (2028.25, 140), (2029.25, 150)))


def test_that_paths_that_differ_in_the_middle_are_said_there_alone() -> None:
    paths = [_plan((2025.25, 127)), _plan((2025.25, 127), (2027, 90), (2028, 170))]
    assert texts_apart(paths, "step") == [
        "127 from 2027, later dates alike",
        "90 from 2027, 170 from 2028, later dates alike",
    ]


def test_that_a_number_beside_a_path_stays_a_number_and_alike_paths_are_said_in_full() -> None:
    even, late = LeverPath(((2025, 0.65),)), LeverPath(((2025, 0.65), (2027, 0.8)))
    assert texts_apart([even, late], "linear") == ["0.65", "0.65 in 2025, 0.8 in 2027"]
    assert texts_apart([late, late], "linear") == [path_text(late, "linear")] * 2


def test_that_dates_of_one_day_are_no_difference() -> None:
    rounded, exact = 2025.667, 2025 + 8 / 12
    paths = [_plan((rounded, 127)), _plan((exact, 127), (2027, 90))]
    assert texts_apart(paths, "step") == [
        "127 from 2027, later dates alike",
        "90 from 2027, later dates alike",
    ]
    twice = _plan((exact, 127), (rounded, 128))
    assert (
        texts_apart([twice, _plan()], "step")[0]
        == "127 from Sep 2025, 128 from Sep 2025, later dates alike"
    )


def test_that_of_many_knots_apart_some_are_counted() -> None:
    first = LeverPath(((2025, 0), *((2026 + year, float(year)) for year in range(8))))
    other = LeverPath(((2025, 0), *((2026 + year, 9.0) for year in range(8))))
    said = texts_apart([first, other], "step")
    assert said[0] == "0 from 2026, 1 from 2027, 2 from 2028, 4 more, 7 from 2033"
