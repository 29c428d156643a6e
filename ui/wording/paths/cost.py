"""What each enterprise costs that a path of vouchers adds. Floor: wording.

It is money paid more by enterprises more, future by future, with what was paid and added beside it.
Where futures differ in whether there are more at all, it is open.
"""

from typing import Final

from planner.ensemble.projection import ENTERPRISES, Request
from planner.model.graph import model
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import clauses
from planner.storage.sentences.catalog import translate
from ui.wording.figures.added_cost import (
    PAID,
    added_cost,
    added_cost_requests,
    beside_cost,
    cost_figure,
)
from ui.wording.figures.differences import Difference, difference_at
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals, signed, signed_fixed
from ui.wording.paths.effect_line import EffectLine, PathRun
from ui.wording.paths.subject import PathSubject
from ui.wording.translate import unit_text

_GROUP: Final = "vouchers"
_INDEX: Final = "area"


def cost_requests(subject: PathSubject) -> tuple[Request, ...]:
    """Return what the line needs from a run; nothing of a path that pays no vouchers."""
    lever, element = subject.lever, subject.element
    if (lever.group, lever.index) != (_GROUP, _INDEX):
        return ()
    return (
        Request(PAID, element, "difference"),
        Request(ENTERPRISES, element, "difference"),
        *added_cost_requests(element),
    )


def cost_line(run: PathRun, subject: PathSubject, year: int, style: Numerals) -> EffectLine | None:
    """Return what an added enterprise costs by the end of a year.

    None where nothing was paid more or less, and until futures tell whether any was added.
    """
    month, series = december(year), run.projection.series
    found = [difference_at(series.get(each), month, 1.0) for each in cost_requests(subject)[:2]]
    paid, added = found or (None, None)
    if paid is None or added is None or added.ends is None or not paid.median:
        return None
    cost, sign = added_cost(run.projection, subject.element, month), _sign(added)
    if cost is None or paid.median * sign <= 0:
        return EffectLine(translate("Path", "open"), translate("Path", "cost of each one added"))
    title = translate("Path", "for each one added")
    if sign < 0:
        title = translate("Path", "saved for each one lost")
    how = translate("Path", "{money} for {enterprises}").format(
        money=_signed_money(paid.median, style),
        enterprises=signed_fixed(added.median, 0, style),
    )
    return EffectLine(cost_figure(cost), title, clauses((how, beside_cost(cost))))


def _sign(added: Difference) -> int:
    """Return whether enterprises are more or fewer in 80% of futures; 0 where that is open."""
    low, high = added.ends or (0.0, 0.0)
    return int(low > 0) - int(high < 0)


def _signed_money(value: float, style: Numerals) -> str:
    form = form_of(model().outcomes[PAID].told_in).of_size(value)
    return with_unit(signed(value * form.factor, style), unit_text(form.shown))
