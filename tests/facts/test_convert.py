"""Units convert where they measure the same thing, and nowhere else."""

import pytest

from planner.facts.convert import convert, factor
from planner.facts.record import EvidenceError


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        (70.0, "k CNY/PFLOPS/yr", "bn CNY/EFLOPS/yr", 0.07),
        (0.27, "M CNY/PFLOPS", "bn CNY/EFLOPS", 0.27),
        (24.6, "bn CNY/quarter", "bn CNY/yr", 98.4),
        (300.0, "bn CNY/yr", "M CNY/yr", 300_000.0),
        (75.0, "k CNY/month", "k CNY/yr", 900.0),
        (80.0, "%", "share", 0.8),
        (4.15, "CNY/CNY", "share", 4.15),
        (1.5, "1", "share", 1.5),
        (989.0, "PFLOPS", "EFLOPS", 0.989),
        (9.0, "%/yr", "1/yr", 0.09),
        (0.5, "firm/(M CNY/yr)", "firm*yr/M CNY", 0.5),
    ],
)
def test_that_a_figure_keeps_its_meaning_in_another_unit(value, unit, into, expected):
    assert convert(value, unit, into) == pytest.approx(expected, rel=1e-12)
    assert factor(unit, into) * factor(into, unit) == pytest.approx(1.0)


def test_that_an_unknown_unit_is_named():
    with pytest.raises(EvidenceError, match='unknown unit "furlong"'):
        convert(1.0, "furlong", "yr")


@pytest.mark.parametrize(
    ("unit", "into"),
    [("year", "yr"), ("bn CNY", "bn CNY/yr"), ("bn USD", "bn CNY"), ("M CNY/firm/yr", "M CNY/yr")],
)
def test_that_different_things_do_not_convert(unit, into):
    with pytest.raises(EvidenceError, match="cannot convert"):
        convert(1.0, unit, into)
