"""What each enterprise costs that a path of vouchers adds: money paid more by enterprises more.

Floor: wording. Medians do not divide into the median of what each future costs, so it is told what
was divided, and it has no range. Where futures differ in whether there are more at all, it is open.
"""

from math import inf, nan
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import clauses
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from ui.wording.compared.reference import short_name
from ui.wording.figures.differences import Difference, difference_at
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals, readable, signed, signed_fixed
from ui.wording.paths.effect_line import EffectLine, PathRun
from ui.wording.paths.subject import PathSubject
from ui.wording.translate import unit_text

_GROUP: Final = "vouchers"
_INDEX: Final = "area"
_PAID: Final = "voucher_spend_cumulative"
_ADDED: Final = "enterprises"
_AVERAGE: Final = "public_cost_per_added_enterprise"


def cost_requests(subject: PathSubject) -> tuple[Request, ...]:
    """Return what the line needs from a run; nothing of a path that pays no vouchers."""
    lever, element = subject.lever, subject.element
    if (lever.group, lever.index) != (_GROUP, _INDEX):
        return ()
    return (
        Request(_PAID, element, "difference"),
        Request(_ADDED, element, "difference"),
        Request(_AVERAGE, element),
    )


def cost_line(run: PathRun, subject: PathSubject, year: int, style: Numerals) -> EffectLine | None:
    """Return what an added enterprise costs by the end of a year.

    None where nothing was paid more or less, and until futures tell whether any was added.
    """
    requests, month = cost_requests(subject), december(year)
    series = run.projection.series
    found = [difference_at(series.get(each), month, 1.0) for each in requests[:2]]
    paid, added = found or (None, None)
    if paid is None or added is None or added.ends is None or not paid.median:
        return None
    average, sign = _average(run, requests[2], month, style), _sign(added)
    if paid.median * sign <= 0:
        return EffectLine(
            translate("Path", "open"), translate("Path", "cost of each one added"), average
        )
    title = translate("Path", "for each one added, about")
    if sign < 0:
        title = translate("Path", "saved for each one lost, about")
    how = translate("Path", "{money} for {enterprises}").format(
        money=_money(paid.median, style, is_signed=True),
        enterprises=signed_fixed(added.median, 0, style),
    )
    figure = _money(paid.median / added.median, style)
    return EffectLine(figure, title, clauses((how, average)))


def _sign(added: Difference) -> int:
    """Return whether enterprises are more or fewer in 80% of futures; 0 where that is open."""
    low, high = added.ends or (0.0, 0.0)
    return int(low > 0) - int(high < 0)


def _average(run: PathRun, request: Request, month: int, style: Numerals) -> str:
    """Return what an added enterprise costs on average in the reference."""
    series = run.below.series.get(request)
    value = nan if series is None or month >= len(series.line) else float(series.line[month])
    if not 0 < value < inf:
        return ""
    text = translate("Path", "{reference} {value} on average")
    number = readable(value * _form().factor, style)
    return text.format(reference=short_name(run.reference), value=number)


def _money(value: float, style: Numerals, *, is_signed: bool = False) -> str:
    number = value * _form().factor
    text = signed(number, style) if is_signed else readable(number, style)
    return with_unit(text, unit_text(_form().shown))


def _form() -> UnitForm:
    return form_of(model().outcomes[_PAID].told_in)
