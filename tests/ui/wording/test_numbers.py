"""Numbers on charts: grouped, with a real minus, with as many decimals as tell something."""

from math import inf, nan

import pytest

from ui.wording.numbers import Numerals, decimals_for, fixed, readable, signed, trimmed

ENGLISH = Numerals()
ITALIAN = Numerals(".", ",")


@pytest.mark.parametrize(
    ("value", "decimals", "numerals", "text"),
    [
        (12345.678, 1, ENGLISH, "12,345.7"),
        (12345.678, 1, ITALIAN, "12.345,7"),
        (-1234, 0, ENGLISH, "−1,234"),
        (-0.0001, 1, ENGLISH, "0.0"),
        (0, 2, ENGLISH, "0"),
        (1e12, 0, ENGLISH, "1,000,000,000,000"),
        (inf, 0, ENGLISH, "unbounded"),
        (-inf, 0, ENGLISH, "unbounded below"),
        (nan, 0, ENGLISH, "undefined"),
    ],
)
def test_that_a_number_is_written_as_people_read_it(value, decimals, numerals, text):
    assert fixed(value, decimals, numerals) == text


@pytest.mark.parametrize(
    ("step", "decimals"), [(1000, 0), (5, 0), (2.5, 1), (0.5, 1), (0.25, 2), (0.025, 3)]
)
def test_that_a_scale_has_the_decimals_its_steps_need(step, decimals):
    assert decimals_for(step) == decimals


def test_that_three_digits_tell_a_value():
    texts = [readable(value, ENGLISH) for value in (12345.6, 123.4, 12.34, 1.234, 0.1234)]
    assert texts == ["12,346", "123", "12.3", "1.23", "0.123"]


def test_that_a_number_that_was_set_has_no_zeros_that_nobody_set():
    texts = [trimmed(value, ENGLISH) for value in (80.0, 7.5, 22.5, 100.0, 1500.0, 0.0, 380 / 3)]
    assert texts == ["80", "7.5", "22.5", "100", "1,500", "0", "127"]
    assert trimmed(7.5, ITALIAN) == "7,5"


def test_that_a_range_has_the_decimals_of_its_value():
    assert readable(9.876, ENGLISH, 123) == "10"


def test_that_a_rise_carries_a_plus_and_nothing_carries_none():
    texts = [signed(value, ENGLISH, 100) for value in (12, -12, 0, 0.2)]
    assert texts == ["+12", "−12", "0", "0"]
