"""A planner's own points as they are drawn on charts."""

from dataclasses import replace

from planner.model.counted.drawn import points_on
from planner.model.counted.own import OwnNumbers
from tests.own_points import counted

HERE = counted("enterprises", "chengdu", 2027.0, 1200, 0.1)


def test_that_a_point_is_drawn_where_its_outcome_and_place_are_shown() -> None:
    own = OwnNumbers((HERE, replace(HERE, id="b", reading="growth")))
    (point,) = points_on(own, (("enterprises", "chengdu"),), "firm", "Your own number")
    assert (point.time, point.value, point.fact_id) == (2027.0, 1200, "")
    assert (point.low, point.high) == (1080, 1320)
    assert point.source == "Your own number"
    assert points_on(own, (("enterprises", ""),), "firm", "") == ()


def test_that_a_mean_stands_in_the_middle_and_in_the_unit_asked() -> None:
    mean = replace(HERE, outcome="voucher_spend", end=2028.0, unit="bn CNY/yr", central=0.2)
    (point,) = points_on(OwnNumbers((mean,)), (("voucher_spend", "chengdu"),), "M CNY/yr", "")
    assert point.time == 2027.5
    assert abs(point.value - 200) < 1e-9
