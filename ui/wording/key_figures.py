"""The key figures above the charts: what a card says of each. First floor of ui; no widgets."""

from dataclasses import dataclass, replace
from functools import cache
from math import isfinite, nan
from typing import Final

from planner.ensemble.projection import Projection, Request, Series, View
from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.model.scenario import FIRST_YEAR
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.shown import with_unit, words_of, words_of_difference
from planner.quantities.telling import ends_told, level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn, sentences, spanning
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import CARDS, RENTS
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.compared.reference import as_it, short_name, why_unknown
from ui.wording.elements import name_within, place_name
from ui.wording.figures.differences import NOTHING, Difference, difference_at, told
from ui.wording.figures.states import StateTold, state_told
from ui.wording.figures.units import follows_units, form_of, outcome_told
from ui.wording.figures.values import value_text
from ui.wording.numbers import Numerals, fixed
from ui.wording.translate import unit_text

_VIEWS: Final[tuple[View, ...]] = ("absolute", "difference")
_LOW, _HIGH = 0, 4
Whisker = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class KpiHead:
    """What a card says whatever the run: asked once, since words need looking up.

    `title` is short, for the card itself; `full_title` says where and when as well.
    """

    key: str
    title: str
    unit: str
    form: UnitForm
    doc: str
    no_number: str = ""
    element: str = ""
    full_title: str = ""

    @property
    def request(self) -> Request:
        """The level that it tells of."""
        return Request(self.key, self.element)

    @property
    def outcome(self) -> Outcome:
        """The outcome that it tells of."""
        return model().outcomes[self.key]

    def of_size(self, *values: float) -> "KpiHead":
        """Return what it says of values of the model that are read together: in a unit of them."""
        form = self.form.of_size(*values)
        return self if form is self.form else replace(self, form=form, unit=unit_text(form.shown))

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
    """What one card says; what there is nothing to say of is empty.

    The value is the median of the futures and `span` the range of 80% of them; the difference is
    that of each future from the same one of the baseline, with a range of its own, and `share`
    tells in how many futures it goes this way. `whisker` holds the ends of that range and the
    median between them. `short_unit` and `short_share` stand where room is small. Of an outcome
    that `is_counted` the value is a state, `span` the share of futures in it, and `shares` those
    in each state.
    `belief` is what assumptions alone change, where they are not those by default. `target` is what
    the outcome is to be and in how many futures it is.
    """

    title: str
    value: str
    unit: str
    difference: str
    span: str
    doc: str
    short_unit: str = ""
    difference_span: str = ""
    share: str = ""
    short_share: str = ""
    whisker: Whisker | None = None
    full_title: str = ""
    is_counted: bool = False
    shares: str = ""
    belief: str = ""
    belief_sentence: str = ""
    target: str = ""
    short_target: str = ""
    target_sentence: str = ""

    @property
    def is_moved(self) -> bool:
        """Whether the figure differs from that of the baseline by more than nothing."""
        return self.difference[:1] in {"+", "−"}


@cache
def kpi_requests() -> tuple[Request, ...]:
    """Return what report and files tell of every run: key figures and rents, their differences."""
    pairs = (*((key, "") for key in CARDS), *RENTS)
    return tuple(Request(*pair, view) for view in _VIEWS for pair in pairs)


def december(year: int) -> int:
    """Return the index of the last month of a year."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + MONTHS_PER_YEAR - 1


def title_of(key: str) -> str:
    """Return the short title of an outcome's card."""
    return model_text(model().outcomes[key].short_label)


@follows_units
@cache
def kpi_head(
    key: str, element: str = "", year: int | None = None, *, says_whole: bool = False
) -> KpiHead:
    """Return what the card of an outcome says whatever the run.

    A `year` is told where the card has one of its own, the whole where the window shows a part.
    """
    outcome, told = model().outcomes[key], model().outcomes[outcome_told(key)]
    where = name_within(element) if element else place_name(outcome) if says_whole else ""
    parts = [title_of(key), where, "" if year is None else str(year)]
    full = [title_of(key), where or place_name(outcome), parts[-1]]
    form = form_of(told.told_in)
    return KpiHead(
        told.key,
        in_turn(parts),
        unit_text(form.shown),
        form,
        model_text(outcome.doc),
        model_text(outcome.no_number) if outcome.no_number else "",
        element,
        in_turn(full),
    )


def kpi_display(
    head: KpiHead,
    projection: Projection | None,
    baseline: Projection | None,
    year: int,
    style: Numerals,
    reference: Reference = BASELINE,
) -> KpiDisplay:
    """Return what a card says for the end of a year, dots where there is no such run yet.

    Levels are held against those of the baseline, or of the `reference` where that is another one.
    """
    if head.outcome.states:
        counted = state_told(head.request, projection, baseline, year, reference)
        return _state_display(head, counted)
    month, unknown = december(year), why_unknown(reference, year)
    series, below = (_series(each, head.request, month) for each in (projection, baseline))
    if series is None or projection is None or (below is None and not unknown):
        return _waiting(head)
    levels = [nan if each is None else float(each.line[month]) for each in (series, below)]
    head = head.of_size(*levels)
    value, before = (each * head.form.factor for each in levels)
    is_number = isfinite(value)
    found = difference_at(
        projection.series.get(head.request._replace(view="difference")), month, head.form.factor
    )
    size = max((abs(each) for each in (value, before) if isfinite(each)), default=0.0)
    text = told(found, size, head.form, style) if found and is_number else NOTHING
    return KpiDisplay(
        title=head.title,
        value=number_of(value, head, style),
        unit=head.unit_beside if is_number else "",
        difference=text.change
        or unknown
        or _no_difference((value, before), head, style, reference, is_paired=bool(found)),
        span=_span(series, month, value, head, style),
        doc=head.doc if is_number else sentences((head.doc, head.no_number)),
        short_unit=head.short_unit_beside if is_number else "",
        difference_span=text.span,
        share=text.share,
        short_share=text.short_share,
        whisker=_whisker(found) if text.span else None,
        full_title=head.full_title,
    )


def _series(projection: Projection | None, request: Request, month: int) -> Series | None:
    """Return a series that reaches a month, None where there is none."""
    found = None if projection is None else projection.series.get(request)
    return None if found is None or month >= len(found.line) else found


def _waiting(head: KpiHead) -> KpiDisplay:
    """Return what a card says before there is a run for it."""
    return KpiDisplay(
        title=head.title,
        value="…",
        unit=head.unit_beside,
        difference="",
        span="",
        doc=head.doc,
        short_unit=head.short_unit_beside,
        full_title=head.full_title,
    )


def _state_display(head: KpiHead, told_of: StateTold | None) -> KpiDisplay:
    """Return what a card says of an outcome that is counted."""
    if told_of is None:
        return replace(_waiting(head), unit="", short_unit="")
    return KpiDisplay(
        title=head.title,
        value=told_of.state,
        unit="",
        difference=told_of.difference,
        span=told_of.share,
        short_share=told_of.short_share,
        doc=head.doc,
        full_title=head.full_title,
        is_counted=True,
        shares=told_of.shares,
    )


def number_of(value: float, head: KpiHead, style: Numerals) -> str:
    """Return a value, in the unit that is shown, as the card says it."""
    return value_text(value, head.form, style)


def _no_difference(
    values: tuple[float, float],
    head: KpiHead,
    style: Numerals,
    reference: Reference,
    *,
    is_paired: bool,
) -> str:
    """Return what stands in place of a difference that is nothing, or no number.

    Empty where it is not known yet. The second value is that of the reference.
    """
    value, before = values
    if isfinite(value) and isfinite(before):
        return as_it(reference) if is_paired else ""
    if words_of(value) == words_of(before):
        return as_it(reference)
    name = short_name(reference)
    if isfinite(before):
        text = translate("Kpi", "{reference} {value}")
        number = with_unit(number_of(before, head, style), head.unit_beside)
        return text.format(reference=name, value=number)
    return words_of_difference(value, before, name)


def _span(series: Series, month: int, value: float, head: KpiHead, style: Numerals) -> str:
    """Return the range of 80% of the futures, as exactly as the value between its ends."""
    if series.bands is None:
        return ""
    ends = ends_told(*(float(series.bands[row, month]) for row in (_LOW, _HIGH)))
    if ends is None:
        return ""
    places = level_decimals(value, head.form)
    return spanning(*(fixed(end * head.form.factor, places, style) for end in ends))


def _whisker(found: Difference | None) -> Whisker | None:
    if found is None or found.ends is None:
        return None
    return found.ends[0], found.median, found.ends[1]


def ranged(span: str) -> str:
    """Return a range named as such, for where nothing around it says what it is; empty for none."""
    text = translate("Kpi", "80% range {range}")
    return text.format(range=span) if span else ""


def median_remark(display: KpiDisplay) -> str:
    """Return why levels need not differ by the change beside them; empty where it has no range."""
    if not display.difference_span:
        return ""
    return translate(
        "Cards",
        "Each future is held against itself: the change is the median of their changes, which need "
        "not be what the two medians differ by.",
    )


def differing(display: KpiDisplay) -> str:
    """Return a difference in words with its range, where nothing around it says what it is."""
    if not display.is_moved:
        return display.difference
    text = translate("Kpi", "difference {change}")
    if display.difference_span:
        text = translate("Kpi", "difference {change}, 80% range {range}")
    return text.format(change=display.difference, range=display.difference_span)
