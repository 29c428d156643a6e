"""What only a combination of scenarios gives, year by year, as a table of a report. Floor: print.

It is of the outcome that the sentence on the combination tells of. Medians do not add up: what
comes only from the combination is a median of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.combination import Combination
from planner.studies.comparison import Difference
from ui.print.report.parts import Cell, Cells, Combined, Table
from ui.style.theme import LIGHT
from ui.wording.compared.cells import row_name, unit_of_differences
from ui.wording.compared.together import shown_change, size_of, to_tell, together_sentence
from ui.wording.figures.differences import NOTHING, DifferenceText
from ui.wording.figures.units import form_of


def together_said(together: Combined, year: int, outcomes: Sequence[str]) -> str:
    """Return what only a combination gives in a year, in a sentence; empty where none is known."""
    told = to_tell(together.found, year, outcomes)
    return "" if told is None else together_sentence(told, together.titles, numerals())


def together_table(
    together: Combined, year: int, outcomes: Sequence[str] = ()
) -> tuple[Table, ...]:
    """Return a row for each year of what the sentence of a year is about; none where none is known.

    Years in which nothing changes are left out.
    """
    told = to_tell(together.found, year, outcomes)
    if told is None:
        return ()
    rows = [each for each in together.found if _subject(each) == _subject(told)]
    body = tuple(filter(None, map(_row, rows)))
    return (Table((_head(told, together.titles),), body, _rights(told)),) if body else ()


def together_title(together: Combined, year: int, outcomes: Sequence[str] = ()) -> str:
    """Return what the table is called, with its outcome and unit; empty where there is none."""
    told = to_tell(together.found, year, outcomes)
    if told is None:
        return ""
    request = Request(*told.pair)
    name, unit = row_name(request), unit_of_differences(request)
    text = translate("Report", "Apart and together by year: {outcome}")
    return text.format(outcome=in_turn((name, unit)))


def _subject(found: Combination) -> tuple[object, ...]:
    return found.combined, found.pair


def _head(told: Combination, titles: Sequence[str]) -> Cells:
    parts = [f"{shown_title(titles[part])}" for part in told.combined.parts]
    named = [*parts, shown_title(titles[told.combined.whole])]
    return (
        Cell(translate("Report", "December"), LIGHT.muted),
        *(Cell(each, strong=True) for each in named),
        Cell(translate("Report", "only together"), LIGHT.muted, strong=True),
        Cell(translate("Report", "80% range"), LIGHT.muted),
    )


def _rights(told: Combination) -> tuple[bool, ...]:
    return (False, *((True,) * (len(told.combined.parts) + 3)))


def _row(found: Combination) -> Cells:
    """Return the cells of a year; none where nothing can be told."""
    form = replace(_form(found), difference=_form(found).shown)
    texts = list(_texts(found, form))
    if all(each is NOTHING for each in texts):
        return ()
    changes = [Cell(each.change or "0") for each in texts]
    return (Cell(str(found.year)), *changes, Cell(texts[-1].span, LIGHT.muted))


def _texts(found: Combination, form: UnitForm) -> Iterator[DifferenceText]:
    for each in (*found.alone, found.together, found.only_together):
        yield _told(each, found, form)


def _told(each: Difference, found: Combination, form: UnitForm) -> DifferenceText:
    return shown_change(each, size_of(found, form), form, numerals())


def _form(found: Combination) -> UnitForm:
    return form_of(model().outcomes[found.pair[0]].told_in)
