"""Scales of the rows of places: their own ends and steps, as far as their defaults suggest."""

from typing import get_args

import pytest

from planner.facts.record import Figures
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.inputs import default_value
from tests.some import some
from ui.wording.scale import scale_of_area, scale_of_lever

BY_AREA = some(row for row in model().levers.values() if row.index == "area")


@pytest.mark.parametrize(
    ("lever", "area", "high", "step"),
    [
        ("voucher_budget", "chengdu", 400, 2),
        ("voucher_budget", "shanghai", 2400, 10),
        ("voucher_budget", "ningbo", 120, 1),
        ("subsidy_rate", "henan", 0.8, 0.005),
        ("subsidy_rate", "shanghai", 1, 0.01),
        ("institute_share", "chengdu", 1, 0.01),
        ("institute_share", "shanghai", 1, 0.01),
        ("local_fund", "shanghai", 20_000, 50),
        ("local_fund", "shandong", 2400, 20),
    ],
)
def test_that_a_row_ends_at_four_times_its_default(lever: str, area: str, high: float, step: float):
    scale = scale_of_area(model().levers[lever], area)
    assert (scale.low, scale.high) == (0, high)
    assert scale.step == pytest.approx(step)


@pytest.mark.parametrize("lever", BY_AREA, ids=lambda row: row.key)
def test_that_no_row_is_coarser_or_longer_than_its_lever(lever):
    usual = scale_of_lever(lever)
    for area in some(AREAS):
        scale = scale_of_area(lever, area)
        assert scale.high <= usual.high
        assert scale.step <= usual.step
        assert (scale.least, scale.most) == (usual.least, usual.most)
        for figures in get_args(Figures):
            value = default_value(lever, area, figures)
            assert scale.is_soft(value), area
            assert scale.value_at(scale.position(value), value) == value


def test_that_an_end_is_a_round_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ui.wording.scale.default_value", lambda *_: 33.4)
    assert scale_of_area(model().levers["voucher_budget"], "ningbo").high == 140
