"""Where an outcome is shown that somebody asks for."""

from planner.model.graph import model
from ui.charts.contents.specs import ChartSetting, charts, default_settings, parts
from ui.charts.placing import chart_of, placed

USUAL = default_settings()
ALL = range(len(USUAL))


def test_that_a_chart_that_shows_it_already_is_the_one():
    for asked, number in ((("used_compute", ("",)), 1), (("enterprises", ("",)), 0)):
        found = placed(USUAL, ALL, asked)
        assert (found.number, found.setting) == (number, USUAL[number])


def test_that_another_takes_the_place_of_the_first_that_no_card_stands_for():
    beside = ("enterprises", "used_compute", "rent", "jobs")
    found = placed(USUAL, ALL, ("jobs", ("",)), beside)
    assert found.number == 2
    assert ("jobs", "") in parts(found.setting)
    assert placed(USUAL, ALL, ("jobs", ("",)), (*beside, "utilization")).number == 0


def test_that_an_enlarged_chart_is_the_place_and_hidden_ones_are_not_looked_at():
    found = placed(USUAL, (3,), ("enterprises", ("chengdu",)))
    assert (found.number, found.setting) == (3, ChartSetting("enterprises", "chengdu"))


def test_that_every_outcome_has_a_chart():
    assert all(key in charts()[chart_of(key)].outcomes for key in model().outcomes)
    assert chart_of("voucher_spend") == "voucher_money"


def test_that_several_places_are_shown_side_by_side():
    found = placed(USUAL, ALL, ("enterprises", ("shanghai", "chengdu")))
    assert [part for _, part in parts(found.setting)] == ["shanghai", "chengdu"]
