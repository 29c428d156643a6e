"""Which charts there are and what a user selects; no Qt, no numbers, no words.

A chart shows one outcome or a composite of several. What it needs from a run follows from the
setting alone (`requests_for`), so that only what is on screen gets computed.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from planner.ensemble.projection import Request, View, requests_of
from planner.model.graph import model
from planner.model.outcome import GROUPS, Group, Outcome
from ui.wording.figures.units import follows_units, outcome_told

EVERY: Final = "*"
"""The element that stands for all areas or segments, side by side."""
BESIDE: Final = ","
"""Stands between elements that a chart shows side by side, each of which may be a sum."""

Limits = tuple[float, float, float, float]

AT_FIRST: Final = ("enterprises", "compute_supply", "utilization", "rent")


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """One chart: the outcomes it draws, their unit, and the elements to choose from.

    The first element is the one shown unless the user chooses. `title` is its name in English;
    the window shows it translated.
    """

    key: str
    title: str
    outcomes: tuple[str, ...]
    unit: str
    elements: tuple[str, ...]
    with_budget: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether it shows shares of futures by state."""
        return model().outcomes[self.outcomes[0]].is_counted


@dataclass(frozen=True, slots=True)
class ChartSetting:
    """What a user selects: a chart, an element of it (empty: the whole), a view, its axes.

    `has_strip` tells whether the effect strip stands under it, where it has one. `limits` are
    pinned: the first and last year, the lowest and highest value; of a logarithmic axis, its
    powers of ten. `hidden` are keys of entries of its legend. `pins` are limits that were pinned in
    other views and on the other kind of axis.
    """

    chart: str
    element: str = ""
    view: View = "absolute"
    log: bool = False
    limits: Limits | None = None
    has_strip: bool = True
    hidden: frozenset[str] = frozenset()
    pins: tuple[tuple[tuple[View, bool], Limits], ...] = ()


def seen_as(
    setting: ChartSetting, *, view: View | None = None, log: bool | None = None
) -> ChartSetting:
    """Return a setting in a view or on an axis, with the limits that were pinned there."""
    here = setting.view, setting.log
    there = view or setting.view, setting.log if log is None else log
    if here == there:
        return setting
    pins = dict(setting.pins)
    if setting.limits is not None:
        pins[here] = setting.limits
    limits = pins.pop(there, None)
    return replace(
        setting, view=there[0], log=there[1], limits=limits, pins=tuple(sorted(pins.items()))
    )


@cache
def charts() -> dict[str, ChartSpec]:
    """Return every chart by its key: those of a first start, then one per other outcome.

    All curves of a chart are in one unit: supply is realized compute throughout, and nameplate has
    a chart of its own.
    """
    composites = (
        _of_outcome("enterprises"),
        replace(
            _of_outcome("realized_compute"),
            key="compute_supply",
            title="Compute supply",
            outcomes=("realized_compute", "deliverable_compute", "used_compute"),
            elements=model().outcomes["realized_compute"].elements,
        ),
        replace(_of_outcome("utilization"), elements=_every_first("utilization")),
        _of_outcome("rent"),
        replace(
            _of_outcome("voucher_spend"),
            key="voucher_money",
            title="Voucher money",
            with_budget=True,
        ),
    )
    shown = {spec.key: spec for spec in composites}
    covered = {*shown, "voucher_spend"}
    others = (_of_outcome(key) for key in model().outcomes if key not in covered)
    return shown | {spec.key: spec for spec in others}


def spec_of(setting: ChartSetting) -> ChartSpec:
    """Return the chart of a setting. Raises KeyError for a chart that does not exist.

    One of a single outcome shows what tells it in the chosen units.
    """
    spec = charts()[setting.chart]
    told = outcome_told(spec.outcomes[0])
    if len(spec.outcomes) > 1 or told == spec.outcomes[0]:
        return spec
    return replace(spec, outcomes=(told,), unit=model().outcomes[told].told_in)


@cache
def chart_of(outcome: str) -> str | None:
    """Return the chart that an outcome stands in: its own, else the first that draws it."""
    if outcome in charts():
        return outcome
    return next((key for key, spec in charts().items() if outcome in spec.outcomes), None)


def default_setting(chart: str, view: View = "absolute") -> ChartSetting:
    """Return a chart as it is first shown."""
    return ChartSetting(chart, charts()[chart].elements[0], view)


def other_chart(setting: ChartSetting, chart: str) -> ChartSetting:
    """Return another chart in place of one: its view and strip stay, its axes are new."""
    return replace(default_setting(chart, setting.view), has_strip=setting.has_strip)


def default_settings() -> tuple[ChartSetting, ...]:
    """Return the four charts of a first start."""
    return tuple(default_setting(chart) for chart in AT_FIRST)


@cache
def charts_by_group() -> dict[Group, tuple[ChartSpec, ...]]:
    """Return every chart under the group of its first outcome; a group without any is left out."""
    found: dict[Group, list[ChartSpec]] = {group: [] for group in GROUPS}
    for spec in charts().values():
        found[model().outcomes[spec.outcomes[0]].group].append(spec)
    return {group: tuple(specs) for group, specs in found.items() if specs}


@follows_units
@cache
def parts(setting: ChartSetting) -> tuple[tuple[str, str], ...]:
    """Return the outcome and the element of every curve a setting draws, in order."""
    spec = spec_of(setting)
    return tuple(
        (key, element)
        for key in spec.outcomes
        for element in _elements(model().outcomes[key], setting.element)
    )


@follows_units
@cache
def asked_part(setting: ChartSetting) -> int:
    """Return the number of the part that a chart is about: its last outcome, else the first."""
    return len(parts(setting)) - 1 if len(spec_of(setting).outcomes) > 1 else 0


@follows_units
@cache
def shows_areas(setting: ChartSetting) -> bool:
    """Tell whether a chart is about areas, and so about their vouchers."""
    return model().outcomes[spec_of(setting).outcomes[0]].index == "area"


@cache
def is_about_vouchers(setting: ChartSetting) -> bool:
    """Tell whether a chart shows what vouchers cost or do, and so whether their budgets matter."""
    return model().outcomes[spec_of(setting).outcomes[0]].group == "vouchers"


@follows_units
@cache
def requests_for(setting: ChartSetting) -> tuple[Request, ...]:
    """Return what a chart needs from the scenario's run and from the baseline's."""
    return tuple(
        request
        for key, element in parts(setting)
        for request in requests_of(model().outcomes[key], element, setting.view)
    )


@cache
def names_elements(setting: ChartSetting) -> bool:
    """Tell whether the curves of a chart are told apart by their areas or segments."""
    return setting.element == EVERY or BESIDE in setting.element


def _elements(outcome: Outcome, element: str) -> tuple[str, ...]:
    if element != EVERY:
        return tuple(element.split(BESIDE))
    if outcome.index == "area" or outcome.is_counted:
        return tuple(part for part in outcome.elements if part)
    return outcome.elements


def _of_outcome(key: str) -> ChartSpec:
    outcome = model().outcomes[key]
    elements = outcome.elements
    if outcome.each:
        last = outcome.whole and not outcome.is_counted
        elements = (*elements, EVERY) if last else (EVERY, *elements)
    return ChartSpec(key, outcome.label, (key,), outcome.told_in, elements)


def _every_first(key: str) -> tuple[str, ...]:
    return (EVERY, *model().outcomes[key].elements)
