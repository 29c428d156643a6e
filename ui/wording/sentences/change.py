"""Sentences on one outcome in one year: what a scenario changes, or the level of a baseline.

A change is a median of futures each held against itself, with its range and in how many futures it
goes that way; it is called open where 80% of futures hold both signs. Floor: wording, no Qt.
"""

from math import isfinite

from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Difference, Level, Row
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed, has_digits, signed_fixed
from ui.wording.sentences.names import futures_text, name_within, percent, reference_text
from ui.wording.translate import unit_text


def change_sentence(row: Row, reference: str) -> str:
    """Return what the last cell of a row changes against the first; empty where it is no number.

    `reference` is its name, empty for the baseline.
    """
    clause = change_clause(row)
    if not clause:
        return ""
    text = translate("Sentences", "By December {year}: {change} than in {reference}{beside}.")
    if not is_moved(row):
        text = translate("Sentences", "By December {year}: {change} in {reference}{beside}.")
    found = row.cells[-1].difference
    beside = "" if found is None else beside_change(row, found)
    name = reference_text(reference)
    return text.format(year=row.year, change=clause, reference=name, beside=beside)


def short_change_sentence(row: Row) -> str:
    """Return what the last cell of a row changes, but not against what; empty where nothing moves.

    It stands where a window tells elsewhere what is compared.
    """
    found = row.cells[-1].difference
    if found is None or not is_moved(row):
        return ""
    text = translate("Sentences", "December {year}: {change}{beside}.")
    return text.format(year=row.year, change=change_clause(row), beside=beside_change(row, found))


def change_clause(row: Row) -> str:
    """Return by how much more or less there is, without its range; empty where it is no number."""
    found, form = row.cells[-1].difference, _form(row)
    if found is None or not isfinite(found.median):
        return ""
    name = _name(row)
    if not is_moved(row):
        text = translate("Sentences", "{name} as") if not found.told else ""
        text = text or translate("Sentences", "{name} at the median as")
        return text.format(name=name)
    size, is_more = size_of_change(row), found.median > 0
    if form.is_count:
        text = translate("Sentences", "{change} more {name}")
        text = text if is_more else translate("Sentences", "{change} fewer {name}")
        return text.format(change=size, name=name)
    text = translate("Sentences", "{name} {change} higher")
    text = text if is_more else translate("Sentences", "{name} {change} lower")
    return text.format(change=with_unit(size, unit_text(form.difference)), name=name)


def is_moved(row: Row) -> bool:
    """Tell whether the median of a change is more than nothing as it is printed."""
    found = row.cells[-1].difference
    if found is None or not found.told or not isfinite(found.median):
        return False
    return has_digits(_signed(row, found.median))


def size_of_change(row: Row) -> str:
    """Return the size of a change without sign and unit."""
    found = row.cells[-1].difference
    return "" if found is None else _signed(row, found.median).lstrip("+−")


def beside_change(row: Row, found: Difference) -> str:
    """Return range and share behind a change; empty where neither is known or nothing is told."""
    return f"{range_beside(row, found)}{_share(found)}" if found.told else ""


def range_beside(row: Row, found: Difference) -> str:
    """Return the 80% range of a change, without signs where both ends have that of the median.

    Empty where both ends are said like the median.
    """
    if found.low is None or found.high is None or not found.told:
        return ""
    ends = [found.low, found.high]
    texts = [_signed(row, end) for end in ends]
    if len({*texts, _signed(row, found.median)}) == 1:
        return ""
    if found.median < 0 and max(ends) < 0:
        texts = [text.lstrip("−") for text in reversed(texts)]
    elif found.median > 0 and min(ends) > 0:
        texts = [text.lstrip("+") for text in texts]
    span = between(*texts)
    return translate("Sentences", " (80%: {range})").format(range=span)


def is_open(found: Difference) -> bool:
    """Tell whether 80% of futures hold rises as well as falls."""
    return found.low is not None and found.high is not None and found.low < 0 < found.high


def level_sentence(row: Row) -> str:
    """Return the level of the last cell of a row with its range; empty where it is no number."""
    level, form = row.cells[-1].level, _form(row)
    if level is None or not isfinite(level.median):
        return ""
    name = _name(row)
    places = level_decimals(level.median * form.factor, form)
    value = fixed(level.median * form.factor, places, numerals())
    said = translate("Sentences", "{value} {name}")
    if not form.is_count:
        said = translate("Sentences", "{name} {value}")
        value = with_unit(value, unit_text(form.shown))
    text = translate("Sentences", "December {year}: {level}{range}.")
    span = _span(level, form, places)
    return text.format(year=row.year, level=said.format(value=value, name=name), range=span)


def _span(level: Level, form: UnitForm, places: int) -> str:
    if level.low is None or level.high is None:
        return ""
    ends = [fixed(end * form.factor, places, numerals()) for end in (level.low, level.high)]
    if ends[0] == ends[1]:
        return ""
    span = between(*ends)
    return translate("Sentences", " (80%: {range})").format(range=span)


def _share(found: Difference) -> str:
    if found.higher is None or found.lower is None or not isfinite(found.higher + found.lower):
        return ""
    if is_open(found):
        text = translate("Sentences", "; open: higher in {higher}% of futures, lower in {lower}%")
        return text.format(higher=percent(found.higher), lower=percent(found.lower))
    share = found.higher if found.median > 0 else found.lower
    return (
        translate("Sentences", ", in {futures}").format(futures=futures_text(share))
        if share
        else ""
    )


def _signed(row: Row, change: float) -> str:
    """Return a change as exactly as the larger of the levels it lies between."""
    form, levels = _form(row), (row.cells[-1].level, row.reference[-1])
    sizes = (abs(level.median) for level in levels if level is not None)
    size = max((each for each in sizes if isfinite(each)), default=0.0) * form.factor
    return signed_fixed(change * form.factor, level_decimals(size, form), numerals())


def _name(row: Row) -> str:
    return name_within(model().outcomes[row.request.outcome], row.request.element)


def _form(row: Row) -> UnitForm:
    """Return the form in which the levels of a row, and what differs, are told together."""
    form = form_of(model().outcomes[row.request.outcome].told_in)
    return form.of_size(*(cell.level.median for cell in row.cells if cell.level is not None))
