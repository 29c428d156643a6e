"""What the comparison asks beyond the runs on screen: what comes only from a combination."""

from dataclasses import replace

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from planner.studies.combination import Combined
from ui.engine.shown_run import ShownRun
from ui.views.compare.asking import combinations_in

PLAIN = Scenario(futures=64, last_year=2031)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2)
SALES = with_lever(replace(PLAIN, title="Sales\n again"), "center_sellable_target", 0.8)
BOTH = with_lever(replace(NETWORK, title="Both"), "center_sellable_target", 0.8)


def _shown(*scenarios: Scenario) -> ShownRun:
    requests = [Request("used_compute")]
    first, *others = (Projector().project(each, requests) for each in scenarios)
    below = Projector().project(PLAIN, requests)
    return ShownRun(first, below, tuple((each, n) for n, each in enumerate(others, 1)))


def test_that_what_scenarios_on_screen_combine_is_worked_out_where_nobody_has():
    found, titles = to_the_end(combinations_in(_shown(NETWORK, SALES, BOTH)))
    assert titles == ("Baseline", "Network", "Sales again", "Both")
    assert {each.combined for each in found} == {Combined(3, (1, 2))}
    assert {each.year for each in found} == set(range(2025, 2032))
    used = next(e for e in found if e.pair == ("used_compute", "") and e.year == 2030)
    assert used.together.median > sum(each.median for each in used.alone) > 0


def test_that_scenarios_that_combine_nothing_are_not_run_again():
    assert to_the_end(combinations_in(_shown(NETWORK, SALES))) == ((), ())
