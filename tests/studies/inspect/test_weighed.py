"""What draws tell of causes and levers: shares of the spread, and the sign of the whole effect."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_default, with_lever
from planner.studies.answers.about import About
from planner.studies.inspect.causes import first_opened, levers_behind, map_of, way_to
from planner.studies.inspect.drawn import batch_of, values_of
from planner.studies.inspect.effect import AGREEING, Effect, effects_on
from planner.studies.inspect.influence import product_of
from planner.studies.inspect.inspection import inspect_node
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import ALL, Node, node_at
from planner.studies.inspect.weighed import Weighing, weighed, weighing_of
from planner.studies.inspect.weight import Weight, weights_of
from planner.studies.matters.first_order import matters
from tests.some import some

SCENARIO = Scenario(futures=512)
MONTH = 71
CHENGDU = node_at("enterprises.chengdu")
COURSE = course_of(SCENARIO, MONTH)


def _weighed(root=CHENGDU, scenario=SCENARIO, month=MONTH):
    course = course_of(scenario, month)
    shown = map_of(root, course, first_opened(root, course))
    found = inspect_node(root, course, course)
    return to_the_end(weighed(weighing_of(scenario, found, shown, levers_behind(root, course))))


@pytest.fixture(scope="module")
def chengdu():
    return _weighed()


def test_that_values_of_futures_are_those_of_the_whole_run():
    nodes = (
        CHENGDU,
        Node("births", ALL),
        Node("chip_price"),
        Node("births", "henan", without=True),
    )
    batch, clock = batch_of(SCENARIO, MONTH, 16)
    found = values_of(batch, clock, nodes)
    drawn = draw(SCENARIO, 16, Clock())
    trace = interpret(drawn, Clock(), ("enterprises", "births", "chip_price"))
    place = CHENGDU.elements.index("chengdu")
    assert found[CHENGDU] == pytest.approx(trace["enterprises"][MONTH, place, 1:])
    assert found[Node("births", ALL)] == pytest.approx(trace["births"][MONTH, :, 1:].mean(axis=0))
    assert found[Node("chip_price")] == pytest.approx(trace["chip_price"][MONTH, 1:])
    assert found[nodes[-1]].shape == (16,)


def test_that_an_effect_is_what_running_both_scenarios_gives(chengdu):
    """One lever, moved in a scenario as a hand does, in the same futures."""
    name = "voucher_budget.chengdu"
    effect = next(each for each in chengdu.effects if each.lever == node_at(name))
    moved = with_lever(SCENARIO, name, lever_default(name) + effect.push)
    before, after = (
        values_of(*batch_of(each, MONTH, 64), [CHENGDU])[CHENGDU] for each in (SCENARIO, moved)
    )
    change = after - before
    assert effect.change == pytest.approx(np.median(change), rel=1e-6)
    assert (effect.higher, effect.lower) == (np.sum(change > 0), np.sum(change < 0))
    assert effect.sign == "+"


def test_that_effects_tell_what_a_shortest_way_does_not(chengdu):
    """Supernodes take a long way to enterprises, of which the shortest turns the sign."""
    lever = Node("supernode_share")
    signs = {each.lever: each.sign for each in chengdu.effects}
    assert product_of(link.sign for link in way_to(lever, CHENGDU, COURSE)) == "-"
    assert signs[lever] == "+"


def test_that_the_strongest_stand_first_and_what_does_nothing_last(chengdu):
    moving = [abs(each.change) for each in chengdu.effects if each.sign != "0"]
    assert some(moving) == sorted(moving, reverse=True)
    assert len(chengdu.effects) == len(levers_behind(CHENGDU, COURSE))
    signs = [each.sign == "0" for each in chengdu.effects]
    assert signs == sorted(signs)


@pytest.mark.parametrize(
    ("higher", "lower", "sign"),
    [(8, 2, "+"), (2, 8, "-"), (7, 3, "open"), (0, 1, "0"), (5, 0, "open"), (10, 0, "+")],
)
def test_that_a_direction_holds_in_four_of_five_futures_or_is_open(higher, lower, sign):
    assert AGREEING == 0.8
    assert Effect(Node("center_share"), higher, lower, 10, 0.01, 1.0).sign == sign


@pytest.mark.parametrize("value", [0.65, 1.0])
def test_that_a_lever_at_its_limit_is_moved_down_and_told_as_if_up(value):
    lever = Node("center_sellable_target")
    scenario = with_lever(SCENARIO, lever.name, value)
    (found,) = to_the_end(effects_on(Node("used_total"), [lever], scenario, MONTH))
    assert found.push == pytest.approx(0.007)
    assert found.sign == "+"


def test_that_a_path_of_its_own_is_shifted_and_not_replaced():
    lever = node_at("voucher_budget.chengdu")
    path = LeverPath(((2025.0, 100.0), (2028.0, 900.0)))
    own = with_lever(SCENARIO, lever.address, path)
    (found,) = to_the_end(effects_on(CHENGDU, [lever], own, MONTH))
    assert found.sign == "+"
    assert 0 < found.change < 50


def test_that_shares_are_those_of_what_matters():
    """An assumption that is drawn alone explains the same as in the answer of that name."""
    about = About("enterprises", "chengdu", 2030)
    told = to_the_end(matters(Projector(), SCENARIO, about))
    alone = {each.lead: each for each in told.shares if not each.is_group}
    names = [name for name in alone if "." not in name]
    causes = tuple(map(Node, names))
    batch, clock = batch_of(SCENARIO, MONTH, SCENARIO.futures)
    found = weights_of(CHENGDU, values_of(batch, clock, (CHENGDU, *causes)))
    for name in some(names):
        weight = found[Node(name)]
        assert weight.share == pytest.approx(alone[name].share, abs=2e-3)
        assert weight.reach == pytest.approx(2 * alone[name].error, abs=2e-3)


def test_that_a_share_that_is_not_told_from_none_has_a_bound():
    assert Weight(0.3, 0.04).is_seen
    rare = Weight(0.01, 0.02)
    assert not rare.is_seen
    assert rare.bound == pytest.approx(0.03)


def test_that_what_does_not_vary_has_no_share(chengdu):
    assert Node("center_share") not in chengdu.weights
    assert node_at("births.chengdu") in chengdu.weights
    fixed = {CHENGDU: np.full(200, 3.0), Node("churn"): np.linspace(0, 1, 200)}
    assert weights_of(CHENGDU, fixed) == {}
    few = {CHENGDU: np.arange(20.0), Node("churn"): np.arange(20.0)}
    assert weights_of(CHENGDU, few) == {}


def test_that_nothing_is_told_of_inputs_and_of_states():
    for text in ("churn", "limit"):
        found = _weighed(node_at(text))
        assert (found.weights, found.effects) == ({}, ())


def test_that_one_future_has_effects_and_no_shares():
    found = _weighed(scenario=Scenario(futures=1))
    assert found.weights == {}
    assert {each.futures for each in some(found.effects)} == {1}


def test_that_the_world_without_vouchers_does_not_answer_to_them():
    root = Node("births", "chengdu", without=True)
    lever = node_at("voucher_budget.chengdu")
    asked = Weighing(replace(SCENARIO, futures=16), MONTH, root, (), (lever,))
    (effect,) = to_the_end(weighed(asked)).effects
    assert effect.sign == "0"
