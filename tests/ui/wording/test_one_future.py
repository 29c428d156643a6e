"""Of one future no range and no share of futures is told, wherever its numbers are said."""

import re
from dataclasses import replace
from functools import cache

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_spread,
    baseline_under,
    is_one_future,
    with_assumption,
    with_lever,
    without_changes,
)
from planner.quantities.spread import fixed
from planner.studies.cards import GENERAL, element_of
from planner.studies.comparison import Column, by_outcome, column_from_baseline, comparison
from planner.studies.events import events
from tests.some import some
from ui.charts.contents.words import wording
from ui.engine.shown_run import ShownRun
from ui.terminal.tables.in_words import in_words, told_of
from ui.terminal.tables.summary import summary, summary_requests
from ui.views.dialogs.event_list import event_lines
from ui.wording.compared.cells import cell_words
from ui.wording.figures.others import others_levels, others_line, others_requests
from ui.wording.key_figures import kpi_display, kpi_head
from ui.wording.numbers import ENGLISH_NUMERALS
from ui.wording.sentences.paragraph import Told, paragraph, paragraph_requests

AREAS = ("chengdu",)
PAIRS = tuple(
    (card.outcome, element_of(card, ()))
    for card in GENERAL
    if not model().outcomes[card.outcome].is_counted
)
SAID_OF_MANY = re.compile(r"\d%?(?: to |–)[+−]?\d|80%|of futures|all futures|in all\b")


def _fixed() -> Scenario:
    """Return a scenario each of whose assumptions is fixed."""
    scenario = Scenario(futures=16, last_year=2031)
    for name in assumption_addresses():
        scenario = with_assumption(scenario, name, fixed(assumption_spread(scenario, name).central))
    return scenario


SINGLE = (Scenario(futures=1, last_year=2031), _fixed())


@cache
def _both(scenario: Scenario) -> tuple[Projection, Projection]:
    """Return the runs of a scenario with more vouchers in Chengdu, and of its baseline."""
    changed = with_lever(scenario, "voucher_budget.chengdu", 400)
    asked = (
        *(Request(*pair, view) for pair in PAIRS for view in ("absolute", "difference")),
        *(*paragraph_requests(AREAS), *summary_requests(AREAS)),
        *(*others_requests(AREAS), *others_levels(AREAS)),
        *(each._replace(view="absolute") for each in summary_requests(AREAS) if not each.state),
    )
    runs = (changed, baseline_under(changed))
    run, below = (Projector().project(each, tuple(dict.fromkeys(asked))) for each in runs)
    return run, below


def _said(scenario: Scenario) -> str:
    """Return all that sentences, cards, table, terminal and the line on others say of a run."""
    run, below = _both(scenario)
    told = paragraph(Told(run, below, pairs=PAIRS, areas=AREAS))
    others = others_line(run, AREAS, 2030, ENGLISH_NUMERALS)
    cards = [
        repr(kpi_display(kpi_head(*pair), run, below, 2030, ENGLISH_NUMERALS)) for pair in PAIRS
    ]
    requests = [Request(*pair) for pair in PAIRS]
    columns = (Column(below), column_from_baseline(run, requests))
    rows = comparison(columns, by_outcome(PAIRS, 2030), reference=0).rows
    cells = [repr(cell_words(row, n, ENGLISH_NUMERALS, "")) for row in rows for n in (0, 1)]
    printed = summary(run, in_words(told_of(run, below, AREAS)), AREAS)
    return "\n".join((*told, others, *cards, *cells, printed))


def test_that_one_future_is_told_from_many():
    assert all(is_one_future(each) for each in SINGLE)
    assert not is_one_future(replace(SINGLE[0], futures=2))
    assert not is_one_future(without_changes(SINGLE[1], ["crowd_in"]))


@pytest.mark.parametrize("scenario", SINGLE)
def test_that_no_range_and_no_share_is_said_of_one_future(qapp, scenario):
    said = _said(scenario)
    assert "more AI enterprises than in the baseline." in said
    assert "one future, seed 2025" in said
    assert not SAID_OF_MANY.findall(said)


def test_that_they_are_said_of_sixteen(qapp):
    said = _said(Scenario(futures=16, last_year=2031))
    assert {"80%", "of futures", "in all"} <= {*SAID_OF_MANY.findall(said)}


def test_that_an_event_of_one_future_has_one_date(qapp):
    run, below = _both(SINGLE[1])
    lines = event_lines(ShownRun(run, below, events=events(run)), wording())
    assert some(line for line in lines if "budget" in line[0])
    assert {line[-1] for line in lines} == {""}
