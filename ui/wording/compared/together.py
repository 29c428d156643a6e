"""One sentence on a scenario that combines others: whether it is more or less than its parts.

Floor: wording. Medians do not add up, so what comes only from the combination is a median of its
own; where not even its sign is sure, the sentence says that it is open.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.quantities.told.lists import all_of, with_more
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.combination import Combination
from planner.studies.comparison import Difference
from ui.wording.compared.cells import row_name
from ui.wording.figures.differences import Difference as ToldDifference
from ui.wording.figures.differences import DifferenceText, change_or_none, told
from ui.wording.figures.units import form_of
from ui.wording.numbers import Numerals


def to_tell(
    found: Sequence[Combination], year: int, outcomes: Sequence[str] = ()
) -> Combination | None:
    """Return of a year the first of which more or less than the parts is sure, else the first.

    Those of the `outcomes` that are asked for come before others, in their order.
    """
    order = {key: number for number, key in reversed(list(enumerate(outcomes)))}
    of_year = [each for each in found if each.year == year]
    of_year.sort(key=lambda each: order.get(each.pair[0], len(outcomes)))
    return next(filter(is_sure, of_year), next(iter(of_year), None))


def is_sure(found: Combination) -> bool:
    """Tell whether what comes only from a combination has the same sign in 80% of futures."""
    low, high = found.only_together.low or 0.0, found.only_together.high or 0.0
    return low * high > 0


def together_sentence(found: Combination, titles: Sequence[str], style: Numerals) -> str:
    """Return the sentence; `titles` are those of all scenarios, by number."""
    form = form_of(model().outcomes[found.pair[0]].told_in)
    size = size_of(found, form)
    plain = replace(form, difference=form.shown)
    alone = [
        with_more(_change(each, size, plain, style), titles[part])
        for each, part in zip(found.alone, found.combined.parts, strict=True)
    ]
    whole, only = _change(found.together, size, plain, style), _told(found, size, plain, style)
    said = {
        "whole": titles[found.combined.whole],
        "outcome": row_name(Request(*found.pair)),
        "alone": all_of(alone),
        "together": whole,
        "only": only,
    }
    return _form_of(found, only).format(**said)


def size_of(found: Combination, form: UnitForm) -> float:
    """Return the size that says how exactly parts and whole are told, in the shown unit."""
    return max(abs(each.median) for each in (found.together, *found.alone)) * form.factor


def shown_change(found: Difference, size: float, form: UnitForm, style: Numerals) -> DifferenceText:
    """Return a difference in words, as exactly as a size is told."""
    return told(_shown(found, form), size, form, style)


def _form_of(found: Combination, only: str) -> str:
    if not only:
        return translate(
            "Table",
            "{whole} is as much as its parts. {outcome}: {alone} alone, {together} together.",
        )
    if not is_sure(found):
        return translate(
            "Table",
            "Whether {whole} is more than its parts is open. {outcome}: {alone} alone, {together} "
            "together; from the combination alone {only}.",
        )
    if found.only_together.median * found.together.median > 0:
        return translate(
            "Table",
            "{whole} is more than its parts. {outcome}: {alone} alone, {together} together; about "
            "{only} come only from the combination.",
        )
    return translate(
        "Table",
        "{whole} is less than its parts. {outcome}: {alone} alone, {together} together; about "
        "{only} come from the combination.",
    )


def _change(found: Difference, size: float, form: UnitForm, style: Numerals) -> str:
    return change_or_none(shown_change(found, size, form, style))


def _told(found: Combination, size: float, form: UnitForm, style: Numerals) -> str:
    """Return what comes only from a combination with its range; empty where that is nothing."""
    text = shown_change(found.only_together, size, form, style)
    if not text.span:
        return text.change
    said = translate("Table", "{change} ({range})")
    return said.format(change=text.change, range=text.span)


def _shown(found: Difference, form: UnitForm) -> ToldDifference:
    low, high = found.low or 0.0, found.high or 0.0
    return ToldDifference(found.median * form.factor, (low * form.factor, high * form.factor))
