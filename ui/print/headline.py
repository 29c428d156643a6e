"""What one chart on paper answers: its title as a sentence, and how sure that is in the foot.

It is told of what the chart is about, in December of the year that is shown or of the last year.
A scenario whose title is a list of its settings is not named. Where nothing is compared there is
nothing to answer. Floor: print.
"""

from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import as_sentence
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import (
    Column,
    Row,
    by_outcome,
    column_from_baseline,
    column_of_run,
    comparison,
)
from ui.charts.contents.specs import ChartSetting, asked_part, parts, spec_of
from ui.engine.shown_run import ShownRun
from ui.print.report.answer import is_moved
from ui.wording.compared.cells import (
    CellWords,
    cell_words,
    row_name,
    unit_of_differences,
)
from ui.wording.compared.reference import in_sentence

_TITLE_AT_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer of a chart in a line, and in a sentence its range and share of futures."""

    title: str
    difference: str


def headline(setting: ChartSetting, run: ShownRun) -> Headline | None:
    """Return what a chart answers; None where its scenario is what it would be held against."""
    row = None if spec_of(setting).is_counted else _row(setting, run)
    if row is None:
        return None
    words = cell_words(row, 1, numerals(), in_sentence(run.against))
    if row.cells[1].difference is None or not words.difference:
        return None
    return Headline(_title(row, words, run), _difference(words))


def _row(setting: ChartSetting, run: ShownRun) -> Row | None:
    pair, below = parts(setting)[asked_part(setting)], run.below
    request = Request(*pair)
    runs = (run.projection, below)
    known = (
        all(request in each.series for each in runs) and not model().outcomes[pair[0]].is_counted
    )
    if not known or run.projection is below or not run.has_other_levers:
        return None
    held = column_from_baseline if run.reference is None else column_of_run
    year = min(run.year, *(each.scenario.last_year for each in runs))
    columns = (Column(below), held(run.projection, (request,)))
    return comparison(columns, by_outcome((pair,), year), reference=0).rows[0]


def _title(row: Row, words: CellWords, run: ShownRun) -> str:
    text = translate("Sheet", "{name} {change} by {year}")
    if not is_moved(words):
        text = translate("Sheet", "{name} as {reference} in {year}")
    answer = text.format(
        name=row_name(row.request),
        change=with_unit(words.difference, unit_of_differences(row.request)),
        reference=in_sentence(run.against),
        year=row.year,
    )
    title = run.scenario.title
    if len(title) > _TITLE_AT_MOST:
        return answer
    named = translate("Sheet", "{scenario}: {answer}")
    return named.format(scenario=shown_title(title), answer=answer)


def _difference(words: CellWords) -> str:
    """Return the range of the difference and in how many futures it goes that way, if it moved.

    Ends that read the same are no range, and left out.
    """
    if not is_moved(words):
        return ""
    if not words.ends:
        return as_sentence(words.told_share)
    text = translate("Sheet", "Difference: {ends} in 80% of futures, {share}.")
    return text.format(ends=words.ends, share=words.told_share)
