"""Which runs a report holds beside each other, in which colors, and which outcomes it tells.

Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.model.sums import can_be_asked, others_of
from planner.studies.cards import elements_of
from planner.studies.comparison import (
    Column,
    Comparison,
    by_outcome,
    column_from_baseline,
    column_of_run,
    comparison,
)
from planner.studies.differing_inputs import differing_inputs
from planner.studies.key_figures import CARDS, RENTS
from ui.charts.contents.scopes import Areas
from ui.engine.shown_run import ShownRun
from ui.print.report.parts import Asked
from ui.style.theme import LIGHT, readable
from ui.wording.figures.beliefs import baseline_name
from ui.wording.figures.others import others_levels, others_requests
from ui.wording.figures.units import outcome_told
from ui.wording.sentences.paragraph import paragraph_requests

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A run, and the color that its scenario is written in."""

    run: Projection
    color: str

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario


def columns_of(run: ShownRun) -> tuple[Beside, ...]:
    """Return what others are held against, and behind it each scenario that differs from it."""
    below = run.below
    differing = (
        Beside(each, readable(LIGHT.data[color % len(LIGHT.data)], LIGHT))
        for each, color in run.in_order
        if each is not below and _differs(below.scenario, each.scenario)
    )
    return (Beside(_named(below, run), LIGHT.text), *differing)


def _named(below: Projection, run: ShownRun) -> Projection:
    """Return the baseline called by whose assumptions it rests on; another scenario as it is."""
    if run.reference is not None or below is run.projection:
        return below
    return replace(below, scenario=replace(below.scenario, title=baseline_name(run.scenario)))


def _differs(first: Scenario, other: Scenario) -> bool:
    found = differing_inputs((first, other))
    return bool(found.levers or found.assumptions or "figures" in found.settings)


def comparison_of(run: ShownRun, asked: Asked) -> Comparison:
    """Return what the runs hold of the outcomes that are asked for, at the year."""
    beside = columns_of(run)
    base = beside[0].run
    pairs = [pair for pair in pairs_asked(asked) if Request(*pair) in base.series]
    requests = tuple(Request(*pair) for pair in pairs)
    held = column_from_baseline if run.reference is None else column_of_run
    columns = [Column(base), *(held(each.run, requests) for each in beside[1:])]
    year = asked.year_within(min(each.scenario.last_year for each in beside))
    return comparison(columns, by_outcome(pairs, year), reference=0)


def rows_asked(table: Comparison, asked: Asked) -> int:
    """Return how many rows are those of cards and places; rents and key figures stand behind."""
    pairs = {*_shown(asked)}
    return sum(row.request[:2] in pairs for row in table.rows)


def pairs_asked(asked: Asked) -> tuple[Pair, ...]:
    """Return the outcomes and elements of cards, rents, and those of key figures, each once."""
    whole = ((outcome_told(key), "") for key in CARDS)
    pairs = dict.fromkeys((*_shown(asked), *RENTS, *whole))
    outcomes = model().outcomes
    return tuple(
        (key, element)
        for key, element in pairs
        if not outcomes[key].is_counted and can_be_asked(outcomes[key], element)
    )


def _shown(asked: Asked) -> Iterator[Pair]:
    """Yield what cards tell of, and all other places."""
    for card in asked.cards:
        for element in elements_of(card, asked.areas):
            yield outcome_told(card.outcome), element
    yield from _others(asked.areas)


def _others(areas: Areas) -> Iterator[Pair]:
    """Yield the enterprises of all other places together: people ask what these lose."""
    if areas:
        yield "enterprises", others_of(areas)


def report_requests(asked: Asked) -> tuple[Request, ...]:
    """Return what the tables of a report, and its line on other places, need from each run."""
    pairs, cards = pairs_asked(asked), [card.outcome for card in asked.cards]
    tables = (Request(*pair, view) for view in ("absolute", "difference") for pair in pairs)
    line = (*others_levels(asked.areas, cards), *others_requests(asked.areas, cards))
    return tuple(dict.fromkeys((*tables, *line, *paragraph_requests(asked.areas))))


def scenarios_of(beside: Sequence[Beside]) -> tuple[Scenario, ...]:
    """Return the scenarios of columns."""
    return tuple(each.scenario for each in beside)
