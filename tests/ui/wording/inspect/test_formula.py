"""Equations are written with each number below what it is the number of."""

import re

import pytest

from planner.facts.load import evidence
from planner.model.graph import model
from planner.model.indices import ELEMENTS
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import speaking
from planner.studies.inspect.evidence import accounts_of, proof_of
from planner.studies.inspect.inspection import inspect_node
from planner.studies.inspect.loops import loops_through
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import Node, node_at, node_of
from planner.studies.inspect.term import flow_of
from tests.some import some
from ui.wording.figures.units import telling_in
from ui.wording.inspect.about import (
    WhichRun,
    difference_line,
    kind_line,
    range_lines,
    run_line,
    unit_line,
    value_line,
    when_line,
)
from ui.wording.inspect.evidence import evidence_lines
from ui.wording.inspect.formula import cells_of, equation_text, written
from ui.wording.inspect.loops import delays_text, loop_kind, loop_text
from ui.wording.inspect.names import function_words, month_name, node_name
from ui.wording.inspect.numbers import (
    by_itself,
    change_by_itself,
    in_equation,
    span_by_itself,
    unit_in_equation,
)
from ui.wording.inspect.page import WIDTH, page_text
from ui.wording.inspect.steps import steps_of

PLANNED = with_lever(Scenario(title="Planned"), "voucher_budget.chengdu", 2000.0)
COURSE, AGAINST = course_of(PLANNED, 47), course_of(baseline_under(PLANNED), 47)


def _found(text):
    return inspect_node(node_at(text), COURSE, AGAINST)


def _cells(text):
    return [(cell.text, cell.result) for cell in cells_of(_found(text))]


def test_that_each_operation_has_its_result_below_it():
    assert _cells("enterprises.chengdu") == [
        ("AI enterprises (Chengdu), a month before", "1,525 enterprises"),
        ("+", "= 1,543 enterprises"),
        ("One month", "0.08333 years"),
        ("×", "= 17.77 enterprises"),
        ("(", ""),
        ("Births of enterprises (Chengdu)", "328.3 enterprises/yr"),
        ("−", "= 213.2 enterprises/yr"),
        ("Deaths of enterprises (Chengdu)", "115 enterprises/yr"),
        (")", ""),
    ]


def test_that_every_value_and_operation_has_one_cell_with_a_result():
    every = [
        inspect_node(node_of(name, element), COURSE, AGAINST)
        for name in model().equations
        for element in ELEMENTS[model().indices[name]][:1]
    ]
    for found in some(every):
        assert found.term is not None
        cells = cells_of(found)
        told = [cell for cell in cells if cell.result]
        inside = [
            term
            for sum_ in found.term.walk()
            if sum_.kind == "sum"
            for part in sum_.parts
            for term in [*part.walk()][1:]
        ]
        numbered = [term for term in found.term.walk() if term.kind != "number"]
        assert len(told) == len(numbered) - sum(term.kind != "number" for term in inside)
        opened = sum(cell.text.count("(") for cell in cells if cell.kind == "bracket")
        closed = sum(cell.text.count(")") for cell in cells if cell.kind == "bracket")
        assert opened == closed


def test_that_what_differs_is_marked_and_nothing_else():
    changed = {cell.text for cell in cells_of(_found("births.chengdu")) if cell.is_changed}
    assert "Effect of prices on births (Chengdu)" in changed
    assert "Enterprises that close each year" not in changed
    same = inspect_node(node_at("births.chengdu"), AGAINST, AGAINST)
    assert not any(cell.is_changed for cell in some(cells_of(same)))


def test_that_names_open_what_they_name():
    nodes = {cell.node for cell in cells_of(_found("births.chengdu")) if cell.node}
    assert {Node("churn"), Node("room_left", "chengdu")} <= nodes


def test_that_brackets_stand_only_where_they_are_needed():
    assert equation_text(_found("chip_orders")) == (
        "Chip orders = the smaller of (Spending on chips if there were enough ÷ Price of chips, "
        "Chips on offer)"
    )
    assert written(_found("room_left.chengdu").term) == (
        "(1 − AI enterprises (Chengdu) ÷ (Room for enterprises × Enterprises in 2025 (Chengdu))) "
        "÷ (1 − 1 ÷ Room for enterprises)"
    )


def test_that_a_sum_names_what_it_adds_up():
    cells = _cells("enterprises")
    assert cells[0] == ("sum of", "= 10,137 enterprises")
    names = [text for text, result in cells if result and text not in ("sum of", "+")]
    assert names[:2] == ["AI enterprises (Beijing)", "AI enterprises (Shanghai)"]
    assert len(names) == len(ELEMENTS["area"])


def test_that_steps_show_the_same_results():
    found = _found("enterprises.chengdu")
    assert found.term is not None
    steps = steps_of(found.term, found.node)
    assert [(step.depth, step.value) for step in steps[:3]] == [
        (0, "1,543 enterprises"),
        (1, "1,525 enterprises"),
        (1, "17.77 enterprises"),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.65, "share", "65%"),
        (0.215, "1/yr", "21.5%/yr"),
        (1542.63, "firm", "1,543 enterprises"),
        (0.108, "bn CNY/EFLOPS/yr", "0.108 bn CNY/EFLOPS/yr"),
        (2028.9583, "year", "2028.96"),
        (3.2e-7, "1", "3.2×10⁻⁷"),
        (-12.345, "M CNY", "−12.35 M CNY"),
        (float("inf"), "M CNY/firm", "unbounded"),
        (0.0, "GW", "0 GW"),
    ],
)
def test_that_numbers_of_equations_keep_the_units_of_the_model(value, unit, text):
    assert in_equation(value, unit) == text


def test_that_units_of_equations_are_in_the_language_and_leave_their_numbers():
    with speaking("it"):
        assert in_equation(0.138, "bn CNY/EFLOPS/yr") == "0,138 mld CNY/EFLOPS/anno"
        assert in_equation(3.0, "bn CNY/yr/M person") == "3 mld CNY/anno/mln posti"
    with speaking("zh_CN"):
        assert in_equation(0.138, "bn CNY/EFLOPS/yr") == "0.138 十亿元/EFLOPS/年"
        assert in_equation(12.5, "GW") == "12.5 吉瓦"
        assert in_equation(3.0, "firm*yr/M CNY") == "3 家·年/百万元"


def test_that_no_english_is_left_in_a_unit_of_any_operation_in_chinese():
    nodes = [node_of(name, ELEMENTS[model().indices[name]][0]) for name in model().equations]
    units = {term.unit for node in some(nodes) for term in flow_of(node, COURSE).walk()}
    kept = re.compile("[EP]FLOPS|H100")
    with speaking("zh_CN"):
        left = {unit: kept.sub("", unit_in_equation(unit)) for unit in some(units)}
    assert {unit: text for unit, text in left.items() if re.search("[A-Za-z]", text)} == {}


def test_that_a_value_by_itself_is_told_in_the_chosen_units():
    assert by_itself(72.0, "bn CNY") == "72 bn CNY"
    with telling_in(UnitSystem("USD")):
        assert by_itself(72.0, "bn CNY") == "10 bn USD"
        assert in_equation(72.0, "bn CNY") == "72 bn CNY"


def test_that_names_say_where_and_in_which_world():
    assert node_name(Node("enterprises", "chengdu")) == "AI enterprises (Chengdu)"
    assert node_name(Node("rent", "*")) == "Compute rent (each segment)"
    assert (
        node_name(Node("births", "*", without=True))
        == "Births of enterprises (each place), without vouchers"
    )
    assert node_name(Node("legal_imports")) == "Legal chip imports (lever)"
    assert node_name(Node("legal_supply")) == "Legal chip imports"
    assert node_name(Node("churn")) == model().assumptions["churn"].label
    assert month_name(47) == "Dec 2028"


def test_that_every_function_has_words_for_each_of_its_parts():
    nodes = [node_of(name, ELEMENTS[model().indices[name]][0]) for name in model().equations]
    trees = [flow_of(node, COURSE) for node in some(nodes)]
    terms = [term for tree in trees for term in tree.walk() if term.kind == "function"]
    assert len(terms) > 50
    for term in terms:
        assert len(function_words(term.symbol)) == len(term.parts)


def test_that_enterprises_are_whole_and_ends_of_a_range_have_the_same_decimals():
    assert in_equation(822.1, "firm") == "822 enterprises"
    assert in_equation(17.77, "firm") == "17.77 enterprises"
    assert change_by_itself(1507.47, 1461.3, "firm") == "+46 enterprises"
    assert change_by_itself(1461.4, 1461.2, "firm") == "+0.2 enterprises"
    assert change_by_itself(12_521.6, 12_475.4, "firm") == "+47 enterprises", "12,522 less 12,475"
    assert span_by_itself(57.52, 631.74, "firm/yr") == "58–632 enterprises/yr"
    assert span_by_itself(0.0123, 631.74, "firm/yr") == "0.01–631.74 enterprises/yr"
    assert span_by_itself(309.5, 3961.2, "firm") == "310–3,961 enterprises"


def test_that_lines_say_which_run_which_month_and_what_differs():
    found = _found("enterprises.chengdu")
    assert value_line(found) == "1,543 enterprises in Dec 2028"
    assert difference_line(found, "Baseline") == ("+82 enterprises (Baseline: 1,461 enterprises)")
    assert when_line(found) == "It adds up: what flows in and out is that of Nov 2028"
    assert unit_line(found) == "Unit: enterprises; the units of all parts agree"
    assert difference_line(_found("churn"), "Baseline") == "The same as in: Baseline"
    assert "central value" in run_line(WhichRun("Planned", "Baseline"))
    told = run_line(WhichRun("Planned", "Baseline", 0.9, 12, "AI enterprises", 2030))
    assert told == (
        "Planned, future 12: at 90% of the futures by “AI enterprises” in December 2030"
    )


def test_that_a_state_is_told_by_its_name():
    assert value_line(_found("limit")).startswith("Chips in ")


def test_that_inputs_tell_kind_range_and_how_they_are_drawn():
    assert kind_line(Node("churn")).startswith("Assumption")
    assert kind_line(Node("voucher_budget", "chengdu")).startswith("Lever")
    assert kind_line(Node("million_per_billion")).startswith("Conversion")
    assert kind_line(Node("time")) == "The clock"
    lines = range_lines(Node("churn"), PLANNED)
    assert lines[0] == "Default: 8%/yr, between 5%/yr and 11%/yr"
    assert lines[1].startswith("Drawn by amount")
    assert range_lines(Node("births", "chengdu"), PLANNED) == ()
    assert range_lines(Node("voucher_budget", "chengdu"), PLANNED)[0].startswith("Default: ")


def test_that_evidence_tells_sources_with_addresses_and_disputes():
    lines = evidence_lines(_found("churn").proofs)
    assert lines[0].caption == "Judgement"
    assert any(line.url.startswith("https://") for line in lines if line.caption == "Source")
    assert any(line.is_disputed for line in some(lines))


def test_that_a_dispute_shows_both_figures_with_their_dates():
    lines = evidence_lines((proof_of("P001"),))
    place = next(number for number, line in enumerate(lines) if line.is_disputed)
    told = [line.text for line in lines[place + 1 :] if line.caption == "Figure"]
    assert any("as printed: 3,000 bn CNY" in text and "published" in text for text in told)
    assert len(told) == len(evidence().disputes["C1"].facts)
    assert lines[place + 1].depth > lines[place].depth


def test_that_every_figure_in_a_dispute_can_be_told():
    for dispute in some(evidence().disputes.values()):
        accounts = accounts_of(dispute)
        assert [each.id for each in accounts] == list(dispute.facts)


def test_that_a_path_is_called_as_its_lever():
    (first, *_) = evidence_lines((proof_of("path:voucher_budget.chengdu"),))
    assert first.text == "path:voucher_budget.chengdu: Voucher budget (Chengdu)"


def test_that_loops_are_named_by_their_variables_and_close():
    first = loops_through("enterprises", COURSE)[0]
    assert loop_kind(first) == "Balancing"
    assert loop_text(first) == "AI enterprises →+ Deaths of enterprises →− AI enterprises"
    assert delays_text(first) == "Delayed by: AI enterprises"
    third = next(loop for loop in loops_through("enterprises", COURSE) if len(loop.names) == 4)
    assert "AI enterprises (total)" in loop_text(third)


def test_that_a_page_holds_all_sections_in_lines_that_fit():
    text = page_text(_found("enterprises.chengdu"), WhichRun("Planned", "Baseline"))
    for head in ("Equation", "With its numbers", "Inputs", "Used in", "Feedback loops"):
        assert f"\n{head}\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH
    of_input = page_text(_found("churn"), WhichRun("Planned", "Baseline"))
    assert "\nEvidence\n" in of_input
    assert "\nEquation\n" not in of_input
