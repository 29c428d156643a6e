"""The words of a chart as one frozen value: English here, translated in `words`; no Qt.

What is drawn from a run is decided without Qt, so the words it needs are handed in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from planner.ensemble.projection import View
from planner.model.indices import LABELS
from planner.model.outcomes import OUTCOMES
from planner.model.sums import COUNTS, is_sum, members
from planner.quantities.told.months import month_of_time
from planner.studies.events import Event
from planner.studies.parts.reference import called
from ui.charts.contents.specs import EVERY, charts
from ui.wording.figures.units import form_of

_KEPT: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Every word a chart may show, by key; `{chart}` and the like stand for other words.

    `said` returns the words of a unit in the language of the others. Words are the same where they
    are the same object: what is made of them is kept by that. Differences are `against` the
    scenario of this name, or the baseline where it is empty.
    """

    charts: Mapping[str, str] = field(
        default_factory=lambda: {spec.key: spec.title for spec in charts().values()}
    )
    outcomes: Mapping[str, str] = field(
        default_factory=lambda: {row.key: row.curve_label for row in OUTCOMES}
    )
    elements: Mapping[str, str] = field(
        default_factory=lambda: LABELS | {"": "Total", EVERY: "All places"}
    )
    short: Mapping[str, str] = field(
        default_factory=lambda: {"cloud": "Clouds", "centers": "Centers"}
    )
    states: Mapping[str, str] = field(
        default_factory=lambda: {
            state.label: state.label for row in OUTCOMES for state in row.states
        }
    )
    country: str = "All of China"
    places: Mapping[str, str] = field(
        default_factory=lambda: {
            "nation": "all of China",
            "all_areas": "all seven places",
            "each_area": "place by place",
            "each_segment": "clouds and centers",
        }
    )
    listed: str = "{first}, {rest}"
    both: str = "{first} and {last}"
    others: str = "the other {count} places"
    counts: tuple[str, ...] = COUNTS
    of_scenario: str = "{unit}, {scenario}"
    of_country: str = "All of China: {parts}"
    segments: str = "Both segments"
    whole_and_segments: str = "Total and parts"
    baseline: str = "Baseline"
    of_baseline: str = "{part}, baseline"
    default_baseline: str = "Baseline, default assumptions"
    beliefs_alone: str = "Assumptions alone"
    otherwise: str = "{scenario} (other assumptions)"
    reference: str = "Baseline, for reference"
    scenario: str = "This scenario"
    budget: str = "Sum of budgets"
    said: Callable[[str], str] = str
    difference: str = "difference from the baseline, {unit}"
    effect: str = "difference"
    effect_of: str = "{part}, difference"
    percent: str = "% difference from the baseline"
    against: str = ""
    difference_from: str = "difference from {scenario}, {unit}"
    effect_from: str = "difference from {scenario}"
    effect_of_from: str = "{part}, difference from {scenario}"
    percent_from: str = "% difference from {scenario}"
    told_from: str = "Differences from {scenario}"
    index: str = "index, first month = 100"
    log: str = "log scale"
    events: Mapping[str, str] = field(
        default_factory=lambda: {
            "budget_exhausted": "{area}: budget fully used",
            "vouchers_end": "Vouchers end",
            "plan_starts": "Alibaba's plan starts",
            "plan_ends": "Alibaba's plan ends",
        }
    )
    extrapolated: tuple[str, ...] = ("after 2030: extrapolated", "extrapolated")
    or_later: str = "{month} or later"
    dated: str = "{event}, {month}"
    small: str = "Change too small to see at this scale"
    little: str = "Change hard to see at this scale"
    show_difference: str = "Show difference"
    unmoved: str = "Does not move here."
    show_chart: str = "Show {chart}"
    limits_heading: str = "What limits compute, mean over the year"
    mean_of_year: str = "Mean over the year"
    counted_later: str = "counted when the lever rests"
    hides: str = "{name}: click, or press {key}, to hide or show it"
    range: str = "{low} to {high}"
    readout: str = "Values at one month"
    pinned: str = "{month}, pinned"
    dispute: str = "In dispute: {other}"
    central: str = "Central values"

    def element(self, element: str) -> str:
        """Return the name of an area, of a segment, of the whole, or of several together."""
        if not is_sum(element):
            return self.elements[element]
        return self.others.format(count=self.counts[len(members(element))])

    def side_by_side(self, elements: Sequence[str]) -> str:
        """Return the names of elements in one phrase."""
        *names, last = map(self.element, elements)
        if not names:
            return last
        first, *rest = names
        for name in rest:
            first = self.listed.format(first=first, rest=name)
        return self.both.format(first=first, last=last)

    def month(self, time: float) -> str:
        """Return a month as `Mar 2029`."""
        return month_of_time(time)

    def dated_event(self, event: Event) -> str:
        """Return what stands beside the mark of an event, with its date."""
        name = self.event(event.kind, event.element)
        return self.dated.format(event=name, month=self.month(event.time))

    def part(self, element: str) -> str:
        """Return what an element is called among others of a chart, as short as it is clear."""
        return self.short.get(element) or self.element(element)

    def event(self, kind: str, element: str) -> str:
        """Return what an event is called."""
        return self.events[kind].format(area=self.elements[element])

    def unit(self, unit: str, view: View) -> str:
        """Return what the numbers of a chart are, in words."""
        match view:
            case "absolute":
                return self.said(form_of(unit).words)
            case "difference":
                return self.difference.format(unit=self.said(form_of(unit).difference_words))
            case "percent":
                return self.percent
            case "index":
                return self.index


@lru_cache(maxsize=_KEPT)
def held_against(words: Wording, title: str) -> Wording:
    """Return words that name the scenario which differences are from; as they are of no title."""
    if not title:
        return words
    name = called(title)
    plain = name.replace("{", "{{").replace("}", "}}")
    return replace(
        words,
        against=name,
        difference=words.difference_from.format(scenario=plain, unit="{unit}"),
        effect=words.effect_from.format(scenario=name),
        effect_of=words.effect_of_from.format(scenario=plain, part="{part}"),
        percent=words.percent_from.format(scenario=name),
    )


ENGLISH = Wording()
