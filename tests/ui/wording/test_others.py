"""The line on all other places: its numbers are those of the run, future by future."""

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.model.scenario import Scenario
from planner.model.sums import others_of
from ui.wording.figures.others import each_of_others, others_line, others_requests
from ui.wording.numbers import ENGLISH_NUMERALS

MINUS = "\N{MINUS SIGN}"
REQUEST = Request("enterprises", others_of(("chengdu",)), "difference")


def _line(median: float, low: float, high: float, lower: float, year: int = 2030) -> str:
    bands = np.repeat(np.array([[low], [low], [median], [high], [high]]), 132, axis=1)
    shares = (np.full(132, 1 - lower), np.full(132, lower))
    series = Series(bands[2], bands, None, *shares)
    run = Projection(Scenario(), np.zeros(132), {REQUEST: series}, 100, 0.0)
    return others_line(run, ("chengdu",), year, ENGLISH_NUMERALS)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            (-2.1, -4.2, -0.9, 0.972),
            f"{MINUS}2 AI enterprises ({MINUS}4 to {MINUS}1), lower in 97%",
        ),
        ((-8.8, -16, -5, 1.0), f"{MINUS}9 AI enterprises ({MINUS}16 to {MINUS}5), lower in all"),
        ((3.2, -1.4, 8.0, 0.16), f"+3 AI enterprises ({MINUS}1 to +8), higher in 84%"),
        ((-9.0, -9.3, -8.8, 1.0), f"{MINUS}9 AI enterprises, lower in all"),
        ((0.0, 0.0, 0.0, 0.0), "AI enterprises as the baseline"),
    ],
)
def test_that_the_line_tells_median_range_and_share(numbers, said):
    line = _line(*numbers)
    assert line.startswith(f"Other six places: {said}")
    assert line.endswith(("futures", "baseline"))


def test_that_nothing_is_told_of_all_places_or_without_a_run():
    assert others_requests(()) == ()
    assert others_line(None, ("chengdu",), 2030, ENGLISH_NUMERALS) == ""
    assert _line(-2, -4, -1, 1, year=2040) == ""
    assert others_requests(("chengdu",))[0] == REQUEST


def test_that_the_line_tells_public_money_and_what_cards_are_about_where_it_moves():
    cards = ("used_compute", "industry_output", "sme_compute_spend", "enterprises")
    requests = others_requests(("chengdu",), cards)
    assert [request.outcome for request in requests] == [
        "enterprises",
        "voucher_spend",
        "industry_output",
    ]
    numbers = ((-2.1, -4.2, -0.9), (30.0, 10.0, 42.0), (0.0, 0.0, 0.0))
    series = {
        request: Series(bands[2], bands, None, np.full(132, 0.1), np.full(132, 0.9))
        for request, (median, low, high) in zip(requests, numbers, strict=True)
        for bands in (np.repeat(np.array([[low], [low], [median], [high], [high]]), 132, axis=1),)
    }
    run = Projection(Scenario(), np.zeros(132), series, 100, 0.0)
    line = others_line(run, ("chengdu",), 2030, ENGLISH_NUMERALS, outcomes=cards)
    assert line == (
        f"Other six places: {MINUS}2 AI enterprises ({MINUS}4 to {MINUS}1), lower in 90% of "
        "futures; voucher money paid +30.0 M CNY/yr (+10.0 to +42.0), higher in 10% of futures"
    )


def test_that_each_place_is_told_behind_the_sum_where_it_is_known():
    losses = {"shanghai": -6.2, "beijing": -3.0, "henan": 0.0, "ningbo": 1.4}
    whole = {REQUEST: _constant(-8.0)} | {
        Request("enterprises", place, "difference"): _constant(change)
        for place, change in losses.items()
    }
    run = Projection(Scenario(), np.zeros(132), whole, 100, 0.0)
    assert "by place" not in others_line(run, ("chengdu",), 2030, ENGLISH_NUMERALS)
    line = others_line(run, ("chengdu",), 2030, ENGLISH_NUMERALS, by_place=True)
    assert line.endswith(f"; medians by place: Shanghai {MINUS}6, Beijing {MINUS}3, Ningbo +1")


def test_that_each_other_place_is_asked_for():
    places = [each.element for each in each_of_others(("chengdu", "henan"))]
    assert sorted(places) == ["beijing", "ningbo", "shandong", "shanghai", "shenzhen"]
    assert each_of_others(()) == ()


def _constant(change: float) -> Series:
    bands = np.full((5, 132), change)
    return Series(bands[2], bands, None, np.full(132, 0.0), np.full(132, 1.0))
