"""When two pictures of a chart are the same: all words and all numbers are."""

from dataclasses import replace

import numpy as np
import pytest

from planner.studies.events import events
from ui.charts.contents.picture import ChartPicture, is_same
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.contents.wording import ENGLISH
from ui.engine.shown_run import ShownRun


@pytest.fixture
def drawn(made, doubled):
    """Return pictures of one scenario, each of numbers of its own."""

    def draw() -> ChartPicture:
        run = ShownRun(replace(doubled), made(), events=events(doubled))
        return chart_picture(default_setting("enterprises"), run, ENGLISH)

    return draw


def _with_first(picture, **changes):
    first, *rest = picture.curves
    return replace(picture, curves=(replace(first, **changes), *rest))


def test_that_pictures_of_equal_numbers_are_the_same(drawn):
    one, other = drawn(), drawn()
    assert one.curves[-1].line is not other.curves[-1].line
    assert is_same(one, other)


def test_that_years_without_a_number_are_the_same(drawn):
    first = drawn().curves[0]
    gaps = [_with_first(drawn(), line=np.full_like(first.line, np.nan)) for _ in range(2)]
    assert is_same(*gaps)


def test_that_any_other_number_or_word_makes_another_picture(drawn):
    picture = drawn()
    first = picture.curves[0]
    line = first.line.copy()
    line[-1] += 1
    others = (
        _with_first(picture, line=line),
        _with_first(picture, line=first.line[:-1]),
        _with_first(picture, bands=None),
        _with_first(picture, beside=line),
        _with_first(picture, name="Another"),
        replace(picture, curves=picture.curves[1:]),
        replace(picture, limits=None),
        replace(picture, title="Another"),
    )
    assert not any(is_same(picture, other) for other in others)
