"""Causes, signs and loops are those that runs of the model show."""

import itertools

import numpy as np
import pytest

from planner.engine.batch import single
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.model.graph import model
from planner.model.inputs import Lever
from planner.model.scenario import Scenario, with_lever
from planner.studies.inspect.causes import (
    AT_MOST,
    causes_of,
    first_opened,
    levers_behind,
    map_of,
    way_to,
)
from planner.studies.inspect.evidence import proof_of
from planner.studies.inspect.influence import product_of, sign_of
from planner.studies.inspect.inspection import inspect_node, used_by
from planner.studies.inspect.loops import AT_MOST as LOOPS_AT_MOST
from planner.studies.inspect.loops import loops_through
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import Node, node_at
from tests.some import some

MONTH = 47
BASELINE = course_of(Scenario(), MONTH)
CHENGDU = node_at("enterprises.chengdu")


def _signs(node, course=BASELINE):
    return {link.cause.address: link.sign for link in causes_of(node, course)}


def test_that_signs_are_those_of_the_trade():
    assert _signs(CHENGDU) == {
        "births.chengdu": "+",
        "deaths.chengdu": "-",
        "enterprises_2025.chengdu": "+",
    }


def test_that_what_does_not_bind_hands_nothing_on():
    money, chips = course_of(Scenario(), 47), course_of(Scenario(), 95)
    assert _signs(Node("chip_orders"), money) == {
        "wanted_spend": "+",
        "chip_price": "-",
        "chip_supply": "0",
    }
    assert _signs(Node("chip_orders"), chips) == {
        "wanted_spend": "0",
        "chip_price": "0",
        "chip_supply": "+",
    }


def test_that_a_sign_is_what_the_next_month_of_a_run_shows():
    """A lever that acts on an equation directly moves it in the month it is moved in."""
    clock = Clock(2030)
    names = ("network_work",)
    slow = with_lever(Scenario(), "network_build_time", 6.0)
    fast = with_lever(Scenario(), "network_build_time", 5.0)
    late, early = (interpret(single(s, clock), clock, names)[names[0]][12] for s in (slow, fast))
    assert late[0] < early[0]
    at = course_of(slow, 12)
    assert sign_of(Node("network_build_time"), Node("network_work"), at) == "-"


def test_that_what_is_summed_acts_through_all_its_elements():
    found = {link.cause for link in causes_of(Node("enterprises_total"), BASELINE)}
    assert found == {Node("enterprises", "*")}
    of_all = {link.cause for link in causes_of(Node("births", "*"), BASELINE)}
    assert Node("enterprises", "*") in of_all
    assert Node("churn") in of_all


def test_that_stocks_act_with_a_delay_and_their_first_values_at_the_start_alone():
    links = causes_of(CHENGDU, BASELINE)
    assert all(link.is_delayed for link in some(links))
    assert [link.cause.name for link in links if link.is_start] == ["enterprises_2025"]
    assert not any(link.is_delayed for link in some(causes_of(node_at("births.chengdu"), BASELINE)))


def test_that_a_map_holds_what_it_says_and_tells_what_it_hides():
    for text in ("enterprises.chengdu", "rent.cloud", "chip_price", "installed_compute"):
        root = node_at(text)
        found = map_of(root, BASELINE, first_opened(root, BASELINE))
        nodes = {placed.node: placed for placed in found.nodes}
        assert 1 < len(nodes) <= AT_MOST
        assert {link.cause for link in found.links} | {link.effect for link in found.links} <= set(
            nodes
        )
        for node, placed in nodes.items():
            shown = sum(link.effect == node for link in found.links)
            assert placed.hidden == len(causes_of(node, BASELINE)) - shown


def test_that_opening_a_node_shows_its_causes_and_closing_it_hides_them():
    closed = map_of(CHENGDU, BASELINE, ())
    births = node_at("births.chengdu")
    assert {placed.steps for placed in closed.nodes} == {0, 1}
    opened = map_of(CHENGDU, BASELINE, {births})
    assert {placed.node for placed in closed.nodes} < {placed.node for placed in opened.nodes}
    assert next(each.hidden for each in opened.nodes if each.node == births) == 0


def test_that_a_map_of_everything_keeps_to_its_most():
    everything = {Node(name, element) for name in model().equations for element in ("", "*")}
    found = map_of(CHENGDU, BASELINE, {*everything, node_at("births.chengdu")})
    assert len(found.nodes) == AT_MOST


def test_that_a_way_leads_from_a_lever_to_the_value_link_by_link():
    lever = Node("voucher_budget", "chengdu")
    assert lever in levers_behind(CHENGDU, BASELINE)
    way = way_to(lever, CHENGDU, BASELINE)
    assert (way[0].cause, way[-1].effect) == (lever, CHENGDU)
    assert all(one.effect == two.cause for one, two in itertools.pairwise(way))
    assert product_of(link.sign for link in way) == "+"
    assert way_to(CHENGDU, Node("stage_time"), BASELINE) == ()


def test_that_levers_behind_a_value_are_levers():
    found = levers_behind(Node("chip_price"), BASELINE)
    assert all(isinstance(model().inputs[node.name], Lever) for node in some(found))
    assert "supernode_share" in {node.name for node in found}


def test_that_products_of_signs_follow_from_how_often_they_turn():
    assert product_of(("+", "-", "-")) == "+"
    assert product_of(("+", "-")) == "-"
    assert product_of(("-", "mixed")) == "mixed"
    assert product_of(("mixed", "0")) == "0"


def test_that_loops_close_and_no_variable_stands_in_one_twice():
    for name in ("enterprises", "rent", "order_backlog", "used"):
        found = loops_through(name, BASELINE)
        assert 1 < len(found) <= LOOPS_AT_MOST
        assert len({loop.names for loop in found}) == len(found)
        for loop in found:
            assert loop.names[0] == name
            assert len(set(loop.names)) == len(loop.names)
            for cause, effect in zip(loop.names, (*loop.names[1:], name), strict=True):
                assert cause in model().equations[effect].needs


def test_that_known_loops_are_found_with_their_signs():
    found = {loop.names: loop for loop in loops_through("enterprises", BASELINE)}
    crowding = found["enterprises", "room_left", "births"]
    assert (crowding.sign, crowding.signs) == ("-", ("-", "+", "+"))
    assert crowding.delays == ("enterprises",)
    assert found["enterprises", "births"].sign == "+"


def test_that_loops_that_act_come_before_those_that_rest():
    signs = [loop.sign == "0" for loop in loops_through("enterprises", BASELINE)]
    assert signs == sorted(signs)


def test_that_a_balancing_loop_pulls_a_pushed_stock_back():
    """The rent's own loop: started higher, it comes down to where it would have been."""
    rent = {loop.names: loop.sign for loop in loops_through("rent", BASELINE)}
    assert rent["rent", "rent_pressure", "log_rent"] == "-"


@pytest.mark.parametrize("name", ["churn", "cost_per_added_total"])
def test_that_nothing_loops_through_inputs_and_ends(name):
    assert loops_through(name, BASELINE) == ()


def test_that_an_inspection_holds_both_runs_side_by_side():
    scenario = with_lever(Scenario(), "voucher_budget.chengdu", 2000.0)
    node = node_at("births.chengdu")
    found = inspect_node(node, course_of(scenario, MONTH), BASELINE)
    assert found.value == course_of(scenario, MONTH).value(node)
    assert found.against_value == BASELINE.value(node)
    assert found.is_changed
    changed = {given.node.name for given in found.given if given.is_changed}
    assert {"entry_response", "drawn_institutes"} <= changed
    assert "churn" not in changed
    same = inspect_node(node, BASELINE, BASELINE)
    assert not same.is_changed
    assert not any(given.is_changed for given in some(same.given))


def test_that_an_inspection_tells_its_sentence_and_who_uses_it():
    found = inspect_node(Node("churn"), BASELINE, BASELINE)
    assert found.doc == model().assumptions["churn"].doc
    assert set(found.used_by) == {"births", "deaths"}
    assert "enterprises" in used_by("enterprises_2025")
    births = inspect_node(node_at("births.chengdu"), BASELINE, BASELINE)
    assert births.doc.startswith("New enterprises.")


def test_that_an_input_shows_the_evidence_of_its_default():
    (proof,) = inspect_node(Node("churn"), BASELINE, BASELINE).proofs
    assert (proof.id, proof.kind) == ("J:churn", "judgement")
    assert proof.text
    assert all(fact.sources for fact in some(proof.leans_on))


def test_that_every_input_has_evidence_that_can_be_told():
    known = {*model().levers, *model().assumptions, *model().constants}
    for name in some(known & model().inputs.keys()):
        for element in some(Node(name).elements):
            found = inspect_node(Node(name, element), BASELINE, BASELINE)
            assert all(proof == proof_of(proof.id) for proof in some(found.proofs))


def test_that_an_outcome_shows_what_was_published():
    assert inspect_node(node_at("installed_compute"), BASELINE, BASELINE).points
    assert np.isfinite(inspect_node(CHENGDU, BASELINE, BASELINE).value)
