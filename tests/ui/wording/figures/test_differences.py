"""Parts of a difference that are shown together never contradict each other."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.ensemble.projection import Series
from planner.quantities.unit_forms import unit_form
from ui.wording.figures.differences import NO_CHANGE, Difference, difference_at, share_text, told
from ui.wording.numbers import ENGLISH_NUMERALS

COUNT, SHARE = unit_form("firms"), unit_form("share")
SIZES = st.floats(1e-3, 1e7)
PARTS = st.floats(-2.0, 2.0)


def _number(text):
    return float(re.sub("[^-0-9.]", "", text.replace("−", "-").replace(NO_CHANGE, "0")))


@given(SIZES, st.tuples(PARTS, PARTS, PARTS), st.floats(0, 1), st.sampled_from((COUNT, SHARE)))
def test_that_a_difference_lies_within_its_range_as_both_are_printed(size, parts, share, form):
    low, median, high = sorted(size * part for part in parts)
    higher = share if (median > 0) == (share >= 0.5) else 1 - share
    text = told(Difference(median, (low, high), higher, 1 - higher), size, form, ENGLISH_NUMERALS)
    if not text.change:
        assert (text.span, text.share) == ("", "")
        return
    if low == high:
        assert text.span == "", "one number is no range"
        return
    first, last = map(_number, text.span.split(" to "))
    assert first <= _number(text.change) <= last
    assert not (text.change.startswith("+") and text.share.startswith("lower"))
    assert not (text.change.startswith("−") and text.share.startswith("higher"))


@pytest.mark.parametrize(
    ("form", "size", "change", "text"),
    [
        (COUNT, 9000.0, 6.69, "+7"),
        (COUNT, 139.0, 0.23, ""),
        (COUNT, 9000.0, 0.02, ""),
        (SHARE, 45.7, 0.04, ""),
        (SHARE, 45.7, 0.06, "+0.1 points"),
        (SHARE, 45.7, 0.0003, ""),
        (COUNT, 1509.0, -1509.0, "−1,509"),
    ],
)
def test_that_a_difference_is_told_no_finer_than_its_level_can(form, size, change, text, qapp):
    assert told(Difference(change), size, form, ENGLISH_NUMERALS).change == text


def test_that_a_median_of_nothing_in_a_range_of_something_says_so(qapp):
    found = Difference(0.0, (-300.0, 500.0), 0.48, 0.43)
    text = told(found, 9000.0, COUNT, ENGLISH_NUMERALS)
    assert (text.change, text.span) == (NO_CHANGE, "−300 to +500")
    assert text.share == "higher in 48% of futures"


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0%"), (0.0004, "1%"), (0.5, "50%"), (0.9996, "99%"), (1.0, "100%")]
)
def test_that_all_and_none_are_said_only_of_all_and_none(share, text):
    assert share_text(share) == text


def test_that_all_futures_are_said_in_words_and_only_when_it_is_all(qapp):
    def said(higher, lower):
        found = Difference(5.0 if higher > lower else -5.0, (-9.0, 9.0), higher, lower)
        return told(found, 100.0, COUNT, ENGLISH_NUMERALS)

    assert said(1.0, 0.0).share == "higher in all futures"
    assert said(0.999, 0.0).share == "higher in 99% of futures"
    assert said(0.0, 1.0).short_share == "down in all"
    assert said(0.1, 0.84).share == "lower in 84% of futures"


def test_that_a_difference_that_is_no_number_is_none():
    line = np.array((np.nan, 1.0))
    series = Series(line, np.tile(line, (5, 1)))
    assert difference_at(series, 0, 1.0) is None
    assert difference_at(series, 2, 1.0) is None
    assert difference_at(None, 0, 1.0) is None
    assert difference_at(series, 1, 100.0) == Difference(100.0), "no range"
