"""Scenarios are held against each other in several worlds, future by future."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble import many
from planner.ensemble.bands import stream
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    baseline_under,
    with_assumption,
    with_lever,
)
from planner.model.targets.target import Target
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.robustness import Asked, effect_in
from planner.studies.survive import surviving as survive_module
from planner.studies.survive.survival import Outcome, Row, Survival
from planner.studies.survive.survival_table import survival_table
from planner.studies.survive.surviving import (
    SurviveError,
    best_shares,
    levels,
    sets_money,
    surviving,
)
from planner.studies.survive.worlds import DEMAND, own_worlds, worlds
from tests.own_points import counted
from tests.some import some

BASE = Scenario(futures=48)
ALIBABA = with_lever(replace(BASE, title="Alibaba doubled"), "alibaba_plan", 760.0)
VOUCHERS = with_lever(replace(BASE, title="More vouchers"), "voucher_budget.shanghai", 3000.0)
NETWORK = with_lever(Scenario(title="Network", futures=1000), "network_build_time", 2.0)
CENTERS = with_lever(Scenario(title="Centers", futures=1000), "center_sellable_target", 0.8)
ABOUT = About("enterprises", "", 2030)
TARGET = Target("used_compute", "at least", 3000.0, year=2030)
BUDGET = ("voucher_budget.chengdu", LeverPath(((2026.0, 120.0), (2027.0, 90.0))))
POINT = counted("enterprises", "chengdu", 2027.0, 1200, 0.05)
TWO = tuple(each for each in worlds() if each.key in ("licensed_chips", "cost_rents"))


@pytest.fixture(scope="module")
def used():
    made = Projector()
    made.warm_up()
    return made


@pytest.fixture(scope="module")
def found(used):
    steps = surviving(used, (ALIBABA, VOUCHERS), ABOUT, targets=(TARGET,), among=TWO)
    return to_the_end(steps)


def test_that_a_difference_is_that_of_the_variant(found):
    for row in some(found.rows):
        effect = effect_in(row.world.variant, ALIBABA, Asked("enterprises", "", 2030))
        own = row.outcomes[0]
        assert (own.change, own.low, own.high) == pytest.approx(
            (effect.p50, effect.p10, effect.p90), rel=1e-4, abs=1e-2
        )
        assert (own.up, own.down) == pytest.approx((effect.above, effect.below))


def test_that_the_best_has_no_regret_and_shares_add_up(found):
    for row in some(found.rows):
        choices = (row.baseline, *row.outcomes)
        changes = [each.change for each in choices]
        assert choices[int(np.argmax(changes))].regret == 0
        assert min(each.regret for each in choices) == 0
        assert sum(each.best for each in choices) == pytest.approx(1)
        assert row.best == (int(np.argmax(changes)) - 1 if np.argmax(changes) else None)


def test_that_regret_is_the_median_by_which_a_scenario_stays_behind(used, found):
    world, row = TWO[0], found.rows[0]
    own, best = (
        to_the_end(levels(used, world.applied(each), ABOUT))
        for each in (ALIBABA, (ALIBABA, VOUCHERS)[row.best])
    )
    assert row.outcomes[0].regret == pytest.approx(max(0, np.median(best - own)))


def test_that_targets_are_judged_in_every_world(used, found):
    for row in some(found.rows):
        run = used.project(row.world.applied(VOUCHERS), (), targets=(TARGET,))
        assert row.outcomes[1].met == run.met.all_met


def test_that_an_outcome_says_which_side_of_it_is_better(used, found):
    assert found.better == "more"
    paid = About("rent", "cloud", ABOUT.year)
    told = to_the_end(surviving(used, (ALIBABA, VOUCHERS), paid, among=TWO))
    assert told.better == "less"
    assert to_the_end(surviving(used, (ALIBABA,), paid, better="more", among=TWO)).better == "more"


def test_that_less_may_be_better(used, found):
    steps = surviving(used, (ALIBABA, VOUCHERS), ABOUT, better="less", among=TWO)
    turned = to_the_end(steps)
    for row, other in zip(some(turned.rows), some(found.rows), strict=True):
        assert [each.change for each in row.outcomes] == [each.change for each in other.outcomes]
        best = min((row.baseline, *row.outcomes), key=lambda each: each.change)
        assert best.regret == 0


def test_that_a_scenario_of_own_ranges_brings_its_world(used):
    few = replace(ALIBABA, draws="as drawn", futures=8)
    own = with_assumption(few, "cost_pull", fixed(0.3))
    found = to_the_end(surviving(used, (own, VOUCHERS), ABOUT))
    keys = [row.world.key for row in found.rows]
    assert keys == [*(each.key for each in worlds()), "own_1"]
    assert found.rows[-1].world.name == "Ranges of Alibaba doubled"


def test_that_in_one_world_all_scenarios_have_its_ranges():
    own = with_assumption(ALIBABA, "cost_pull", fixed(0.3))
    (world,) = own_worlds((own, VOUCHERS, ALIBABA))
    assert assumption_spread(world.applied(VOUCHERS), "cost_pull") == fixed(0.3)
    assert worlds()[0].applied(own) == replace(own, assumptions=())


def test_that_own_numbers_that_weigh_futures_bring_their_world():
    own = replace(with_own(ALIBABA, OwnNumbers((POINT,), (BUDGET,))), draws="calibrated")
    (world,) = own_worlds((own, VOUCHERS))
    placed = world.applied(VOUCHERS)
    assert world.name == "Own numbers of Alibaba doubled"
    assert (placed.draws, placed.own.points) == ("calibrated", (POINT,))
    assert placed.levers == VOUCHERS.levers


def test_that_levers_in_force_are_no_advice_and_stand_in_the_baseline(used):
    own = OwnNumbers((), (BUDGET,))
    first = with_own(ALIBABA, own)
    found = to_the_end(surviving(used, (first, with_own(BASE, own)), ABOUT, among=TWO[:1]))
    assert found.scenarios == ("Alibaba doubled",)
    base = to_the_end(levels(used, TWO[0].applied(baseline_under(first)), ABOUT))
    assert found.rows[0].baseline.median == pytest.approx(np.median(base))
    other = to_the_end(levels(used, TWO[0].applied(BASE), ABOUT))
    assert not np.array_equal(base, other)


def test_that_the_best_is_the_one_whose_shown_difference_is_the_best(used):
    steps = surviving(used, (NETWORK, CENTERS), ABOUT)
    rows = some(to_the_end(steps).rows)
    for row in rows:
        changes = [each.change for each in row.outcomes]
        assert row.best == int(np.argmax(changes))
    leading_by_level = [int(np.argmax([each.median for each in row.outcomes])) for row in rows]
    assert leading_by_level != [row.best for row in rows]


def test_that_demand_is_low_and_high_at_the_ends_of_its_ranges():
    low, high = (
        next(each for each in worlds() if each.key == key).applied(BASE)
        for key in ("low_demand", "high_demand")
    )
    for name in some(DEMAND):
        ends = assumption_spread(BASE, name)
        assert assumption_spread(low, name) == fixed(ends.low)
        assert assumption_spread(high, name) == fixed(ends.high)


def test_that_choices_as_good_as_each_other_share_a_future():
    values = np.array([[1.0, 2.0, 3.0, 0.0], [1.0, 1.0, 4.0, 5.0]])
    assert best_shares(values) == pytest.approx([(0.5 + 1) / 4, (0.5 + 1 + 1) / 4])


def test_that_a_sum_of_areas_is_each_futures_own(used):
    *parts, both = (
        to_the_end(levels(used, BASE, replace(ABOUT, element=each)))
        for each in ("beijing", "henan", "beijing+henan")
    )
    assert both == pytest.approx(np.sum(parts, axis=0))


@pytest.mark.parametrize(
    ("effects", "verdict"),
    [
        (((0.95, 0.0), (0.9, 0.1)), "holds"),
        (((0.95, 0.0), (0.6, 0.4)), "weak"),
        (((0.95, 0.0), (0.3, 0.7)), "open"),
        (((0.95, 0.0), (0.5, 0.5)), "open"),
        (((0.0, 0.95), (0.1, 0.85)), "holds"),
        (((0.95, 0.0), (0.0, 0.0)), "holds"),
        (((0.0, 0.0), (0.0, 0.0)), "nothing"),
    ],
)
def test_that_a_verdict_says_whether_the_sign_survives(effects, verdict):
    assert _survival(effects).verdict(0) == verdict


def test_that_the_worst_regret_is_the_largest_over_the_worlds():
    found = _survival(((0.9, 0.0), (0.9, 0.0)), regrets=(3.0, 7.0))
    assert found.worst_regret(0) == 7
    assert found.least_regret == 0
    assert found.best_counts == (2,)
    assert found.best_share(0) == pytest.approx(0.5)


def test_that_the_table_has_a_row_for_each_world_and_scenario(found):
    table = survival_table(found)
    assert len(table.rows) == 2 * 3
    assert [row[1] for row in table.rows[:3]] == ["Baseline", "Alibaba doubled", "More vouchers"]
    assert table.rows[1][3] == found.rows[0].outcomes[0].change


@pytest.mark.parametrize(
    ("scenarios", "about", "said"),
    [
        ((BASE,), ABOUT, "nothing is changed"),
        ((ALIBABA,), replace(ABOUT, year=2040), "ends in 2035"),
        ((ALIBABA,), About("public_cost_per_added_enterprise", "", 2025), "no future has a number"),
    ],
)
def test_that_a_question_without_an_answer_is_refused(used, scenarios, about, said):
    with pytest.raises(SurviveError, match=said):
        to_the_end(surviving(used, scenarios, about, among=TWO[:1]))


def _survival(effects, regrets=(0.0, 0.0)):
    rows = tuple(
        Row(TWO[0], (_outcome(up, down, regret),), _outcome(0, 0, 0), 0, 48)
        for (up, down), regret in zip(effects, regrets, strict=True)
    )
    return Survival(ABOUT, "more", ("One",), rows, stamp_of(BASE))


def _outcome(up, down, regret):
    return Outcome(10.0, 1.0, 0.0, 2.0, up, down, regret, 0.5, None)


def test_that_money_is_set_by_budgets_plans_and_shares_of_them_and_not_by_a_network():
    sooner = with_lever(Scenario(title="Network"), "network_build_time", 2)
    assert not sets_money(sooner)
    assert sets_money(with_lever(sooner, "alibaba_plan", 480))
    assert sets_money(with_lever(Scenario(), "subsidy_rate.chengdu", 0.9))
    assert not sets_money(Scenario())


def test_that_no_more_futures_are_held_than_are_said(used, monkeypatch):
    monkeypatch.setattr(survive_module, "FUTURES_AT_MOST", 40)
    found = to_the_end(surviving(used, (ALIBABA,), ABOUT, among=TWO))
    assert found.stamp.futures == 40
    assert [row.futures for row in some(found.rows)] == [40, 40]


def test_that_worlds_of_many_futures_are_run_in_pieces_with_the_same_numbers(
    used, found, monkeypatch
):
    monkeypatch.setattr(many, "ONE_STEP", 16)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 16)
    steps = surviving(used, (ALIBABA, VOUCHERS), ABOUT, targets=(TARGET,), among=TWO)
    shares, told = noted(steps)
    assert len(shares) > 3 * 3 * len(TWO)
    assert shares == sorted(shares)
    for own, other in zip(some(found.rows), told.rows, strict=True):
        assert own.outcomes == other.outcomes


def noted(steps):
    """Return the shares that work yields, and what it gives."""
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            return shares, end.value
