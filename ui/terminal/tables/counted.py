"""The lines of `suanli run` on what is counted: shares of futures by state, on 1 July of years."""

from collections.abc import Sequence

from planner.ensemble.projection import Projection, requests_of
from planner.model.graph import model
from planner.model.indices import ELEMENTS, LABELS
from planner.model.outcome import Outcome
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from ui.terminal.tables.columns import aligned_left
from ui.terminal.tables.figures import month_place, part_of
from ui.wording.numbers import fixed
from ui.wording.translate import unit_text

_LEAST = 0.005
"""A share below half a percent is not told."""


def counted_rows(projection: Projection, months: list[str]) -> str:
    """Return a table of years and elements for each outcome that is counted."""
    years = [month.partition("-")[0] for month in months]
    counted = (row for row in model().outcomes.values() if row.is_counted and row.index)
    return "\n\n".join(_table(projection, row, years) for row in counted)


def counted_side_by_side(projections: Sequence[Projection], year: int) -> list[list[str]]:
    """Return a row for each element of an outcome that is counted, a column per run."""
    month = f"{year}-07"
    return [
        [
            translate("Terminal", "{outcome}, {segment}, 1 July {year}").format(
                outcome=model_text(row.label), segment=part_of(row, element), year=year
            ),
            *(_shares(each, row, element, month) for each in projections),
        ]
        for row in model().outcomes.values()
        if row.is_counted and row.index
        for element in ELEMENTS[row.index]
    ]


def _table(projection: Projection, row: Outcome, years: list[str]) -> str:
    elements = ELEMENTS[row.index] if row.index else ()
    head = ["", *(model_text(LABELS[element]) for element in elements)]
    body = [
        [f"  {year}", *(_shares(projection, row, each, f"{year}-07") for each in elements)]
        for year in years
    ]
    title = translate("Terminal", "{outcome}, share of futures on 1 July")
    if projection.is_one_future:
        title = translate("Terminal", "{outcome} on 1 July")
    said = title.format(outcome=model_text(row.label))
    return f"{said}\n{aligned_left([head, *body])}"


def _shares(projection: Projection, row: Outcome, element: str, month: str) -> str:
    """Return the states and their shares, the largest first: chips 83%, demand 14%.

    Of one future, the state that it is in.
    """
    place, form = month_place(projection, month), unit_form(row.told_in)
    found = (
        (
            float(projection.series[request].line[place]),
            model_text(row.state(request.state).label).lower(),
        )
        for request in requests_of(row, element)
    )
    told = sorted((each for each in found if each[0] >= _LEAST), reverse=True)
    if projection.is_one_future:
        return in_a_row([name for _, name in told])
    text = translate("Terminal", "{state} {share}")
    shares = (fixed(share * form.factor, 0, numerals()) for share, _ in told)
    return in_a_row(
        [
            text.format(state=name, share=with_unit(share, unit_text(form.shown)))
            for share, (_, name) in zip(shares, told, strict=True)
        ]
    )
