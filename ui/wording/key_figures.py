"""The key figures above the charts: what a card says of each; no widgets here."""

from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.projection import Projection, Request, Series, View
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.shown import (
    in_range,
    with_unit,
    words_of,
    words_of_difference,
)
from planner.quantities.unit_forms import UnitForm, unit_form
from planner.studies.key_figures import CARDS
from ui.wording.numbers import Numerals
from ui.wording.translate import model_text, unit_text
from ui.wording.values import change_text, value_text

_VIEWS: Final[tuple[View, ...]] = ("absolute", "difference")
_LOW, _HIGH = 0, 4


@dataclass(frozen=True, slots=True)
class KpiHead:
    """What a card says whatever the run: asked once, since words need looking up."""

    key: str
    title: str
    unit: str
    form: UnitForm
    doc: str
    no_number: str = ""

    @property
    def unit_beside(self) -> str:
        """The unit beside a value; where things are counted the title says it."""
        return "" if self.form.is_count else self.unit

    @property
    def short_unit_beside(self) -> str:
        """The same as short as it is in the table of units."""
        return "" if self.form.is_count else unit_text(self.form.short)


@dataclass(frozen=True, slots=True)
class KpiDisplay:
    """What one card says; `difference` and `band` are empty while there is nothing to say.

    The value is the median of the futures, the difference that of each future from the same one
    of the baseline; `change` is the difference by itself, without the word for the baseline.
    `short_unit` stands in the card itself, where room is small; `unit` is in full.
    """

    title: str
    value: str
    unit: str
    difference: str
    band: str
    doc: str
    short_unit: str = ""
    change: str = ""


@cache
def kpi_requests() -> tuple[Request, ...]:
    """Return what the cards need from a run."""
    return tuple(Request(key, "", view) for view in _VIEWS for key in CARDS)


def december(year: int) -> int:
    """Return the index of the last month of a year."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + MONTHS_PER_YEAR - 1


def july(year: int) -> int:
    """Return the index of the month that begins at the middle of a year."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + MONTHS_PER_YEAR // 2


def title_of(key: str) -> str:
    """Return the short title of an outcome's card."""
    return model_text(model().outcomes[key].short_label)


def kpi_head(key: str) -> KpiHead:
    """Return what the card of an outcome says whatever the run."""
    outcome = model().outcomes[key]
    no_number = model_text(outcome.no_number) if outcome.no_number else ""
    form, doc = unit_form(outcome.told_in), model_text(outcome.doc)
    return KpiHead(key, title_of(key), unit_text(form.shown), form, doc, no_number)


def kpi_display(
    head: KpiHead,
    projection: Projection | None,
    baseline: Projection | None,
    year: int,
    style: Numerals,
) -> KpiDisplay:
    """Return what a card says for the end of a year, dots where there is no such run yet."""
    request, month = Request(head.key), december(year)
    series = None if projection is None else projection.series.get(request)
    below = None if baseline is None else baseline.series.get(request)
    if series is None or below is None or month >= min(len(series.line), len(below.line)):
        unit, short_unit = head.unit_beside, head.short_unit_beside
        return KpiDisplay(head.title, "…", unit, "", "", head.doc, short_unit)
    value = float(series.line[month]) * head.form.factor
    before = float(below.line[month]) * head.form.factor
    paired = (
        None if projection is None else projection.series.get(request._replace(view="difference"))
    )
    change = value - before if paired is None else float(paired.line[month]) * head.form.factor
    is_number = isfinite(value)
    change_text = _change(value, before, change, head, style)
    return KpiDisplay(
        title=head.title,
        value=number_of(value, head, style),
        unit=head.unit_beside if is_number else "",
        difference=_difference(value, before, change_text, head, style),
        band=_band(series, month, head, style),
        doc=head.doc if is_number else f"{head.doc} {head.no_number}".rstrip(),
        short_unit=head.short_unit_beside if is_number else "",
        change=change_text,
    )


def number_of(value: float, head: KpiHead, style: Numerals) -> str:
    """Return a value, in the unit that is shown, as the card says it."""
    return value_text(value, head.form, style)


def _change(value: float, before: float, change: float, head: KpiHead, style: Numerals) -> str:
    """Return a change as a card tells it, empty where it tells none."""
    if not (isfinite(value) and isfinite(before) and isfinite(change)):
        return ""
    shown = change_text(change, max(abs(value), abs(before)), head.form, style)
    is_other_unit = bool(shown) and head.form.difference != head.form.shown
    return with_unit(shown, unit_text(head.form.difference)) if is_other_unit else shown


def _difference(value: float, before: float, change: str, head: KpiHead, style: Numerals) -> str:
    """Return what a card says of a change: beside which value, where its unit does not tell."""
    if not (isfinite(value) and isfinite(before)):
        return _no_difference(value, before, head, style)
    if not change:
        return QCoreApplication.translate("Kpi", "as the baseline")
    if head.form.difference != head.form.shown:
        return change
    return QCoreApplication.translate("Kpi", "{change} vs baseline").format(change=change)


def _no_difference(value: float, before: float, head: KpiHead, style: Numerals) -> str:
    """Return what stands in place of a difference where one of the two is no number."""
    if words_of(value) == words_of(before):
        return QCoreApplication.translate("Kpi", "as the baseline")
    if isfinite(before):
        text = QCoreApplication.translate("Kpi", "baseline {value}")
        return text.format(value=with_unit(number_of(before, head, style), head.unit_beside))
    return words_of_difference(value, before, QCoreApplication.translate("Kpi", "baseline"))


def _band(series: Series, month: int, head: KpiHead, style: Numerals) -> str:
    if series.bands is None:
        return ""
    low = float(series.bands[_LOW, month]) * head.form.factor
    high = float(series.bands[_HIGH, month]) * head.form.factor
    ends = (number_of(end, head, style) for end in (low, high))
    text = QCoreApplication.translate("Kpi", "80%: {range}")
    return text.format(range=in_range("{low} – {high}", *ends))
