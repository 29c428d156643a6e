"""The title of a chart on paper is its answer, with the numbers of the run."""

from dataclasses import replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from planner.quantities.unit_system import UnitSystem
from ui.charts.contents.specs import ChartSetting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_image
from ui.print.headline import headline
from ui.print.size import PictureSize
from ui.wording.figures.units import telling_in

PAID = ChartSetting("voucher_money", element="chengdu")
DOUBLED = with_lever(Scenario(title="Doubled", futures=32), "voucher_budget.chengdu", 200.0)


@pytest.fixture(scope="module")
def shown():
    level = Request("voucher_spend", "chengdu")
    requests = (level, level._replace(view="difference"))
    projector = Projector()
    changed = projector.project(DOUBLED, requests)
    return ShownRun(changed, projector.project(Scenario(futures=32), requests))


def _december(run, request):
    return float(run.series[request].line[71])


def test_that_a_title_tells_the_difference_and_the_foot_how_sure_it_is(qapp, shown):
    found = headline(PAID, shown)
    assert found is not None
    request = Request("voucher_spend", "chengdu")
    changed = _december(shown.projection, request._replace(view="difference"))
    assert found.title == f"Doubled: Voucher money paid, Chengdu +{changed:.0f} M CNY/yr by 2030"
    assert found.difference == "Higher in all futures."  # both ends of its range read the same


def test_that_a_title_follows_the_units(qapp, shown):
    with telling_in(UnitSystem("USD")):
        found = headline(PAID, shown)
    assert found is not None
    assert "M USD/yr by 2030" in found.title


def test_that_a_title_tells_the_year_that_is_shown(qapp, shown):
    found = headline(PAID, replace(shown, year=2028))
    assert found is not None
    assert found.title.endswith(" by 2028")


def test_that_a_scenario_named_by_its_settings_is_left_out(qapp, shown):
    listed = "Baseline with voucher_budget.chengdu=2025:10,2025.667:100,2027:200"
    scenario = replace(shown.scenario, title=listed)
    run = replace(shown, projection=replace(shown.projection, scenario=scenario))
    found = headline(PAID, run)
    assert found is not None
    assert found.title.startswith("Voucher money paid, Chengdu +")


def test_that_a_baseline_has_nothing_to_answer(qapp, shown):
    alone = ShownRun(shown.baseline, shown.baseline)
    assert headline(PAID, alone) is None


def test_that_what_the_run_does_not_hold_is_not_told(qapp, shown):
    assert headline(ChartSetting("electricity"), shown) is None


def test_that_a_picture_stands_under_its_answer(qapp, shown):
    picture = chart_image(PAID, shown, size=PictureSize(400, 400, 1))
    assert picture.text("Title").startswith("Doubled: Voucher money paid, Chengdu +")
    assert "Voucher money, Chengdu" in picture.text("Title")
