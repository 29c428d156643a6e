"""What a cell of the comparison says: a level and its range, a difference, its range, its share.

Floor: wording. The one owner for the sheet in the window, its copies, the terminal and tables in
reports. Which change means something is told by the planner; here it gets words.
"""

from dataclasses import dataclass, replace
from math import isfinite
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.quantities.shown import words_of, words_of_difference
from planner.quantities.telling import level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn, spanning
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Difference, Level, Row
from ui.wording.elements import element_name, short_name
from ui.wording.figures.differences import Difference as ToldDifference
from ui.wording.figures.differences import share_text, share_texts, told
from ui.wording.figures.units import form_of
from ui.wording.numbers import Numerals, fixed
from ui.wording.translate import unit_text


@dataclass(frozen=True, slots=True)
class CellWords:
    """The texts of a cell, each empty where there is nothing to say.

    `difference` is a number where it `is_change`, else words in place of one. `told_share` is the
    share of futures as a sentence tells it.
    """

    level: str = ""
    range: str = ""
    difference: str = ""
    share: str = ""
    ends: str = ""
    is_change: bool = False
    told_share: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        parts = (self.level, self.range, self.difference, self.share, self.ends)
        return in_turn(parts)


WAITING: Final = CellWords(level="…")


def row_name(request: Request) -> str:
    """Return the name of a row: its outcome, area or segment, and state."""
    outcome = model().outcomes[request.outcome]
    name = model_text(outcome.label)
    if request.element:
        name = in_turn((name, place_of_row(request)))
    if request.state:
        text = translate("Table", "{name}, mean over the year: {state}")
        state = model_text(outcome.state(request.state).label).lower()
        return text.format(name=name, state=state)
    return name


def unit_of_row(request: Request) -> str:
    """Return the unit beside a row's name; what is counted says it in its name."""
    form = _form(request)
    return "" if form.is_count else unit_text(form.shown)


def short_unit_of_row(request: Request) -> str:
    """Return the same as short as it is in the table of units."""
    form = _form(request)
    return "" if form.is_count else unit_text(form.short)


def unit_of_differences(request: Request) -> str:
    """Return the unit of a row's differences: percents differ by points."""
    form = _form(request)
    return "" if form.is_count else unit_text(form.difference)


def cell_words(row: Row, column: int, style: Numerals, reference: str) -> CellWords:
    """Return what a cell says; `reference` is what the differences are from, in a word."""
    cell, form = row.cells[column], _form(row.request)
    if cell.level is None:
        return WAITING
    level = level_text(cell.level, form, style)
    span = range_text(cell.level, form, style)
    below = row.reference[column]
    if cell.difference is None or below is None:
        return CellWords(level, span)
    found = cell.difference
    if not found.told:
        return CellWords(level, span, _as_the(reference))
    if not isfinite(found.median):
        words = words_of_difference(cell.level.median, below.median, reference)
        return CellWords(level, span, words)
    size = max(abs(cell.level.median), abs(below.median)) * form.factor
    plain = replace(form, difference=form.shown)
    text = told(_in_shown_unit(found, form), size, plain, style)
    if not text.change:  # told in yuan it is, in dollars it is less than they tell
        return CellWords(level, span, _as_the(reference))
    return CellWords(
        level,
        span,
        text.change,
        share_of(found),
        text.span,
        is_change=True,
        told_share=share_texts(found.median, found.higher, found.lower)[0],
    )


def only_together_words(row: Row, style: Numerals) -> CellWords:
    """Return what the one cell of a row says of a combination: its difference without its level."""
    words = cell_words(row, 0, style, "")
    if words.is_change:
        return replace(words, level="", range="")
    nothing = translate("Table", "nothing")
    return CellWords(difference=nothing if words.difference else "")


def level_text(level: Level, form: UnitForm, style: Numerals) -> str:
    """Return a median as its unit is told; what is no number in words."""
    return _level(level.median * form.factor, level.median * form.factor, form, style)


def range_text(level: Level, form: UnitForm, style: Numerals) -> str:
    """Return P10 to P90 with the decimals of the median; empty without a range."""
    if level.low is None or level.high is None:
        return ""
    size = level.median * form.factor
    ends = (_level(end * form.factor, size, form, style) for end in (level.low, level.high))
    return spanning(*ends)


def share_of(found: Difference) -> str:
    """Return in how many futures a level is higher, or lower; empty where it is not known."""
    is_higher = found.median > 0 or (
        found.median == 0 and (found.higher or 0) >= (found.lower or 0)
    )
    share = found.higher if is_higher else found.lower
    if share is None:
        return ""
    if share >= 1:
        higher = translate("Table", "higher in all")
        lower = translate("Table", "lower in all")
        return higher if is_higher else lower
    higher = translate("Table", "higher in {share}")
    lower = translate("Table", "lower in {share}")
    return (higher if is_higher else lower).format(share=share_text(share))


def _in_shown_unit(found: Difference, form: UnitForm) -> ToldDifference:
    if found.low is None or found.high is None:
        return ToldDifference(found.median * form.factor)
    ends = found.low * form.factor, found.high * form.factor
    return ToldDifference(found.median * form.factor, ends)


def _as_the(reference: str) -> str:
    text = translate("Table", "as {reference}")
    return text.format(reference=reference)


def _level(value: float, size: float, form: UnitForm, style: Numerals) -> str:
    return words_of(value) or fixed(value, level_decimals(size, form), style)


def place_of_row(request: Request) -> str:
    """Return the name of the area of a row, or that of its segment in short."""
    if model().outcomes[request.outcome].index == "segment":
        return short_name(request.element).lower()
    return element_name(request.element)


def _form(request: Request) -> UnitForm:
    return form_of(model().outcomes[request.outcome].told_in)
