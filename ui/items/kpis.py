"""The key figures above the charts: which they are, and what a card says; no widgets here."""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.engine.clock import MONTHS_PER_YEAR
from planner.ensemble.projection import Projection, Request, Series
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.quantities.shown import (
    in_range,
    shown_unit,
    unit_of_difference,
    with_unit,
    words_of,
    words_of_difference,
)
from ui.charts.numbers import MINUS, Numerals, fixed, readable, signed
from ui.translate import model_text, unit_text

KPIS: Final = (
    "enterprises",
    "enterprises_added_by_vouchers",
    "public_cost_per_added_enterprise",
    "deliverable_compute",
    "utilization",
    "voucher_spend",
    "alibaba_payback",
)
_LOW, _HIGH = 0, 4
_WHOLE_FROM: Final = 10


@dataclass(frozen=True, slots=True)
class KpiHead:
    """What a card says whatever the run: asked once, since words need looking up.

    `factor` leads from the model's unit to the one shown.
    """

    key: str
    title: str
    unit: str
    factor: float
    model_unit: str
    doc: str
    no_number: str = ""

    @property
    def unit_beside(self) -> str:
        """The unit beside a value; the title says it where firms are counted."""
        return "" if self.model_unit == "firm" else self.unit


@dataclass(frozen=True, slots=True)
class KpiDisplay:
    """What one card says; `difference` and `band` are empty while there is nothing to say."""

    title: str
    value: str
    unit: str
    difference: str
    band: str
    doc: str


def kpi_requests() -> tuple[Request, ...]:
    """Return what the cards need from a run."""
    return tuple(Request(key) for key in KPIS)


def december(year: int) -> int:
    """Return the index of the last month of a year."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + MONTHS_PER_YEAR - 1


def titles() -> dict[str, str]:
    """Return the short titles of the cards."""
    return {
        "enterprises": QCoreApplication.translate("Kpi", "AI enterprises"),
        "enterprises_added_by_vouchers": QCoreApplication.translate("Kpi", "Added by vouchers"),
        "public_cost_per_added_enterprise": QCoreApplication.translate(
            "Kpi", "Cost per added firm"
        ),
        "deliverable_compute": QCoreApplication.translate("Kpi", "Deliverable compute"),
        "utilization": QCoreApplication.translate("Kpi", "Utilization"),
        "voucher_spend": QCoreApplication.translate("Kpi", "Vouchers drawn"),
        "alibaba_payback": QCoreApplication.translate("Kpi", "Alibaba's payback"),
    }


def kpi_head(key: str) -> KpiHead:
    """Return what the card of an outcome says whatever the run."""
    outcome = model().outcomes[key]
    unit, factor = shown_unit(outcome.unit)
    title, doc = titles()[key], model_text(outcome.doc)
    no_number = model_text(outcome.no_number) if outcome.no_number else ""
    return KpiHead(key, title, unit_text(unit), factor, outcome.unit, doc, no_number)


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
    if series is None or below is None or month >= min(len(series.center), len(below.center)):
        return KpiDisplay(head.title, "…", head.unit, "", "", head.doc)
    value = float(series.center[month]) * head.factor
    before = float(below.center[month]) * head.factor
    is_number = isfinite(value)
    return KpiDisplay(
        title=head.title,
        value=number_of(value, head, style),
        unit=head.unit_beside if is_number else "",
        difference=_difference(value, before, head, style),
        band=_band(series, month, head, style),
        doc=head.doc if is_number else f"{head.doc} {head.no_number}".rstrip(),
    )


def number_of(value: float, head: KpiHead, style: Numerals) -> str:
    """Return a value, in the unit that is shown, as the card says it."""
    if isfinite(value) and head.model_unit == "firm":
        return fixed(value, 0, style)
    return readable(value, style)


def _difference(value: float, before: float, head: KpiHead, style: Numerals) -> str:
    if not (isfinite(value) and isfinite(before)):
        return _no_difference(value, before, head, style)
    unit, change = head.model_unit, value - before
    if abs(change) <= 1e-9 * max(1.0, abs(before)):
        return QCoreApplication.translate("Kpi", "as the baseline")
    shown = signed(change, style, value)
    if shown[:1] not in {"+", MINUS}:
        shown = signed(change, style)
    if unit == "firm" and abs(change) >= _WHOLE_FROM:
        shown = ("+" if change > 0 else "") + fixed(change, 0, style)
    if unit == "share":
        return with_unit(shown, unit_of_difference(head.unit))
    return QCoreApplication.translate("Kpi", "{change} vs baseline").format(change=shown)


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
    low = float(series.bands[_LOW, month]) * head.factor
    high = float(series.bands[_HIGH, month]) * head.factor
    ends = (number_of(end, head, style) for end in (low, high))
    text = QCoreApplication.translate("Kpi", "80 %: {range}")
    return text.format(range=in_range("{low} – {high}", *ends))
