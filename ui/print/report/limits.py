"""What limits the compute of clouds and centers year by year, a row a scenario. Floor: print.

Years in a row that one state limits in most futures stand together, as in the strip under the chart
of supply, with the shares of all states as means over a year. Where scenarios do not differ in
them, a report leaves them out.
"""

from collections.abc import Sequence

from planner.model.indices import SEGMENTS
from planner.quantities.told.lists import clauses, spanning
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.charts.contents.limits import Cell as Limit
from ui.charts.contents.limits import rows_of, run_text
from ui.charts.contents.words import wording
from ui.print.report.columns import Beside
from ui.print.report.parts import Cell, Table
from ui.style.theme import LIGHT


def limits_tables(beside: Sequence[Beside]) -> tuple[Table, ...]:
    """Return a row for each scenario, a column for each segment; none where nothing differs."""
    texts = [_texts(each) for each in beside]
    told = [n for n, _ in enumerate(SEGMENTS) if all(row[n] for row in texts)]
    if not told or (len(beside) > 1 and all(row == texts[0] for row in texts)):
        return ()
    rows = tuple(
        (
            Cell(shown_title(each.scenario.title), each.color, strong=True),
            *(Cell(row[n], LIGHT.text if row[n] == texts[0][n] else each.color) for n in told),
        )
        for each, row in zip(beside, texts, strict=True)
    )
    names = (Cell(wording().short[SEGMENTS[n]], strong=True) for n in told)
    title = Cell(_title(beside), LIGHT.muted, span=1 + len(told))
    return (Table(((title,), (Cell(), *names)), rows, (False,) * title.span),)


def _title(beside: Sequence[Beside]) -> str:
    if all(each.run.is_one_future for each in beside):
        return translate("Report", "What limits compute, share of the year")
    return translate("Report", "What limits compute, share of futures (mean over the year)")


def _texts(beside: Beside) -> tuple[str, ...]:
    """Return what limits each segment in all years, empty where that has not been counted."""
    return tuple(clauses(map(_of_years, row.runs)) for row in rows_of(beside.run, wording()))


def _of_years(run: Sequence[Limit]) -> str:
    first, last = str(run[0].year), str(run[-1].year)
    years = first if first == last else spanning(first, last)
    return translate("Report", "{years}: {limit}").format(years=years, limit=run_text(run))
