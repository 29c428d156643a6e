"""What is to be read with care: signs that are open, disputed figures that act, years beyond.

Floor: print.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.ensemble.projection import Request
from planner.facts.calibration import calibration
from planner.facts.defaults import CHOSEN, explain
from planner.facts.record import Dispute
from planner.model.graph import model
from planner.model.indices import AREAS, LABELS, address
from planner.model.inputs import Assumption, Lever, evidence_of
from planner.model.scenario import Scenario, assumption_at, lever_at
from planner.quantities.listed import listed
from planner.quantities.told.labels import evidence_text, model_text
from planner.quantities.told.lists import sentence_mark, sentences, with_more
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Comparison
from planner.studies.differing_inputs import differing_inputs
from ui.charts.contents.picture import EXTRAPOLATED_FROM
from ui.charts.contents.scopes import Areas
from ui.print.report.answer import is_moved, is_open
from ui.print.report.columns import Beside, scenarios_of
from ui.wording.compared.cells import cell_words, place_of_row, row_name
from ui.wording.elements import place_name
from ui.wording.figures.beliefs import beliefs_sentence

_DISPUTES_TOLD: Final = 2
_OPEN_NAMED: Final = 4


def care(
    table: Comparison, beside: Sequence[Beside], areas: Areas, missed: str = ""
) -> tuple[str, ...]:
    """Return the sentences, the ones that concern this report alone first.

    `missed` tells of the published figures on its charts that the model's band misses.
    """
    scenarios = scenarios_of(beside)
    return (
        *_open(table),
        *filter(None, _beliefs(scenarios)),
        *disputes(scenarios, areas),
        *filter(None, (missed,)),
        sentences((*_beyond(scenarios), _calibration())),
    )


def _open(table: Comparison) -> Iterator[str]:
    """Yield which signs are open: 80% of futures hold a rise as well as a fall."""
    names = [
        _name_and_place(row.request)
        for row in table.rows
        for number, cell in enumerate(row.cells)
        if cell.difference
        and is_open(cell.difference)
        and is_moved(cell_words(row, number, numerals(), ""))
    ]
    if names:
        text = translate(
            "Report", "Whether it rises or falls is open, 80% of futures hold both: {names}."
        )
        yield text.format(names=listed(list(dict.fromkeys(names)), most=_OPEN_NAMED))


def _name_and_place(request: Request) -> str:
    """Return the name of a row and where it is, of the whole too: a list of names has commas."""
    if request.state:
        return row_name(request)
    outcome = model().outcomes[request.outcome]
    place = place_of_row(request) if request.element else place_name(outcome)
    return with_more(model_text(outcome.label), place)


def _beliefs(scenarios: Sequence[Scenario]) -> Iterator[str]:
    """Yield what scenarios assume otherwise than by default, and which do where not all do."""
    sharing: dict[tuple[object, ...], list[Scenario]] = {}
    for each in scenarios:
        sharing.setdefault((each.figures, each.assumptions), []).append(each)
    for some in sharing.values():
        titles = [shown_title(each.title) for each in some] if len(sharing) > 1 else []
        yield beliefs_sentence(some[0], titles)


def disputes(scenarios: Sequence[Scenario], areas: Areas) -> Iterator[str]:
    """Yield the disputes over figures behind what differs, and behind budgets of the places."""
    acting = _acting(scenarios, areas)
    told: dict[str, str] = {}
    for label, evidence_id in acting:
        for dispute in _disputes_of(evidence_id):
            told.setdefault(dispute.id, _line_on(dispute, label))
    if told:
        text = translate("Report", "In dispute and acting here: {disputes}")
        yield text.format(
            disputes=listed(list(told.values()), sentence_mark(), most=_DISPUTES_TOLD)
        )


def _line_on(dispute: Dispute, label: str) -> str:
    text = translate("Report", "{label}: {account} ({id})")
    account = sentences(map(evidence_text, (dispute.stated, dispute.others)))
    return text.format(label=label, account=account, id=dispute.id)


def _acting(scenarios: Sequence[Scenario], areas: Areas) -> Iterator[tuple[str, str]]:
    """Yield the name and the evidence of each input that differs, or that the places have."""
    found = differing_inputs(scenarios)
    budgets = (address("voucher_budget", each) for each in AREAS if each in areas)
    for name in dict.fromkeys((*found.levers, *budgets)):
        yield _named(*lever_at(name))
    for name in found.assumptions:
        yield _named(*assumption_at(name))


def _named(row: Lever | Assumption, element: str) -> tuple[str, str]:
    source = row.part.of if isinstance(row, Lever) and row.part else row
    place = model_text(LABELS[element]) if element else ""
    return with_more(model_text(row.label), place), evidence_of(source, element)


def _disputes_of(evidence_id: str) -> Iterator[Dispute]:
    """Yield the disputes behind a figure that is itself in dispute, not weighed from some."""
    found = explain(evidence_id)
    if found.kind not in CHOSEN:
        yield from found.disputes


def _beyond(scenarios: Sequence[Scenario]) -> Iterator[str]:
    if max(each.last_year for each in scenarios) >= EXTRAPOLATED_FROM:
        yield translate(
            "Report", "After 2030 nothing is planned or measured: the bands are extrapolated there."
        )


def _calibration() -> str:
    """Return how the bands of the baseline have come out against what was measured."""
    found = calibration()
    text = translate(
        "Report",
        "The baseline's bands are held against {points} measured points of 2025-26, "
        "{inside} of which lie inside. It is no forecast: it says what follows from the inputs.",
    )
    return text.format(points=found.points, inside=found.inside)
