"""The baseline's center line meets what was published."""

import pytest

from planner.facts.published import intervals
from planner.studies.backtest import Row, backtest


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return backtest()


def test_that_every_published_interval_is_tested(rows: tuple[Row, ...]) -> None:
    assert len(rows) == len(intervals()) == 9


@pytest.mark.parametrize("number", range(9))
def test_that_the_center_line_lies_in_the_published_interval(
    rows: tuple[Row, ...], number: int
) -> None:
    row = rows[number]
    assert row.met, f"{row.interval.label}: {row.value:.4g}"


def test_that_a_value_outside_is_noticed(rows: tuple[Row, ...]) -> None:
    assert not Row(rows[0].interval, 700.0).met
    assert not Row(rows[0].interval, float("nan")).met
