"""The lines of `suanli run` on what is counted: shares of futures by state, as means of years."""

from collections.abc import Sequence

from planner.ensemble.projection import Projection
from planner.model.graph import model
from planner.model.indices import LABELS, SEGMENTS
from planner.model.outcome import Outcome
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import OUTCOME, limits_in
from ui.terminal.tables.columns import aligned_left
from ui.terminal.tables.figures import part_of
from ui.wording.figures.limits import shares_text


def counted_rows(projection: Projection, months: list[str]) -> str:
    """Return a table of years and segments with what limits compute."""
    head = ["", *(model_text(LABELS[element]) for element in SEGMENTS)]
    years = (int(month.partition("-")[0]) for month in months)
    rows = ((year, [_shares(projection, each, year) for each in SEGMENTS]) for year in years)
    body = [[f"  {year}", *shares] for year, shares in rows]
    title = translate("Terminal", "{outcome}, share of futures (mean over the year)")
    if projection.is_one_future:
        title = translate("Terminal", "{outcome}, share of the year")
    said = title.format(outcome=model_text(_outcome().label))
    return f"{said}\n{aligned_left([head, *body])}"


def counted_side_by_side(projections: Sequence[Projection], year: int) -> list[list[str]]:
    """Return a row for each segment with what limits its compute, a column per run."""
    text = translate("Terminal", "{outcome}, {segment}, mean over {year}")
    row = _outcome()
    return [
        [
            text.format(outcome=model_text(row.label), segment=part_of(row, each), year=year),
            *(_shares(run, each, year) for run in projections),
        ]
        for each in SEGMENTS
    ]


def _outcome() -> Outcome:
    return model().outcomes[OUTCOME]


def _shares(projection: Projection, element: str, year: int) -> str:
    return shares_text(limits_in(projection, element, year))
