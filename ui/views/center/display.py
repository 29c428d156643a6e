"""What the middle of the window says: a pure function of the run on screen and the wished year.

No widgets: what is derived here is tested without a window, and `ui.views.center.panel` puts on
screen only what differs.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.studies.cards import GENERAL, Card, element_of, follows, requests_of_card
from planner.studies.key_figures import YEAR
from planner.studies.parts.reference import BASELINE
from ui.engine.shown_run import ShownRun
from ui.wording.figures.beliefs import belief_told
from ui.wording.figures.units import outcome_told
from ui.wording.key_figures import KpiDisplay, KpiHead, december, kpi_display, kpi_head
from ui.wording.numbers import Numerals
from ui.wording.targets.card import target_of_card, told_on_card

YEAR_AT_START: Final = YEAR
LAST_YEAR_AT_START: Final = YEAR_AT_START + 5
"""The last year that is offered before the first run."""


@dataclass(frozen=True, slots=True)
class CenterInputs:
    """What the middle of the window follows from: the cards, the run, the year and the areas.

    There is no run before the first; no areas stand for all.
    """

    cards: tuple[Card, ...] = GENERAL
    run: ShownRun | None = None
    wished_year: int = YEAR_AT_START
    areas: tuple[str, ...] = ()

    def has_years_beside(self, year: int) -> bool:
        """Tell whether a card is of another year than one."""
        return any(card.year not in (None, year) for card in self.cards)

    @property
    def requests(self) -> tuple[Request, ...]:
        """What the cards need from a run, in the order of the model, whatever their own order."""
        wanted = {(outcome_told(card.outcome), element_of(card, self.areas)) for card in self.cards}
        return tuple(
            request
            for row in model().outcomes.values()
            for key, element in sorted(wanted)
            if key == row.key
            for request in requests_of_card(row, element)
        )


@dataclass(frozen=True, slots=True)
class CenterDisplay:
    """The year of the window, the last one there is, and what each card says."""

    year: int = 0
    last_year: int = 0
    cards: tuple[KpiDisplay, ...] = ()


def center_display(inputs: CenterInputs, style: Numerals) -> CenterDisplay:
    """Return what to show; the year is the one wished for, as far as the run goes."""
    run = inputs.run
    last_year = LAST_YEAR_AT_START if run is None else run.scenario.last_year
    year = min(max(inputs.wished_year, FIRST_YEAR), last_year)
    projection = None if run is None else run.projection
    below = None if run is None else run.below
    reference = BASELINE if run is None else run.reference_of(run.projection)
    cards = (
        _with_target(
            _with_belief(
                kpi_display(head, projection, below, told, style, reference),
                head,
                run,
                told,
                style,
            ),
            head,
            run,
            told,
        )
        for card in inputs.cards
        for head in (head_of(card, inputs.areas),)
        for told in (_year_of(card, year, last_year),)
    )
    if run is not None and run.is_baseline:
        cards = (replace(card, difference="") for card in cards)
    return CenterDisplay(year, last_year, tuple(cards))


def _with_belief(
    display: KpiDisplay, head: KpiHead, run: ShownRun | None, year: int, style: Numerals
) -> KpiDisplay:
    """Return what a card says with what assumptions alone change, where they differ."""
    if run is None or run.default is None:
        return display
    found = belief_told(head, run.default, run.baseline, run.belief, december(year), style)
    return replace(display, belief=found.short, belief_sentence=found.sentence)


def _with_target(display: KpiDisplay, head: KpiHead, run: ShownRun | None, year: int) -> KpiDisplay:
    """Return what a card says with a target of its outcome, where the scenario has one."""
    targets = () if run is None else run.scenario.targets
    target = target_of_card(targets, head.key, head.element, year) if targets else None
    if run is None or target is None:
        return display
    said = told_on_card(target, run.projection.met, run.scenario.last_year)
    return replace(display, target=said[0], short_target=said[1], target_sentence=said[2])


def head_of(card: Card, areas: tuple[str, ...] = ()) -> KpiHead:
    """Return what a card says whatever the run, while the window shows some areas."""
    is_elsewhere = bool(areas) and card.element is None and not follows(card, areas)
    element = element_of(card, areas)
    return kpi_head(card.outcome, element, card.year, says_whole=is_elsewhere)


def _year_of(card: Card, year: int, last_year: int) -> int:
    """Return the year that a card tells of, as far as the run goes."""
    return year if card.year is None else min(card.year, last_year)
