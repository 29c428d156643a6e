"""The words of charts in the language that the window speaks."""

from dataclasses import replace

from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.charts.contents.specs import EVERY, charts
from ui.charts.contents.wording import Wording
from ui.wording.elements import element_names, number_words, short_names
from ui.wording.translate import unit_text


def wording() -> Wording:
    """Return every word a chart may show, translated."""
    return replace(
        _curve_words(),
        charts={spec.key: model_text(spec.title) for spec in charts().values()},
        outcomes={row.key: model_text(row.curve_label) for row in model().outcomes.values()},
        elements=element_names() | {EVERY: translate("Chart", "All places")},
        said=unit_text,
        short=short_names(),
        states={
            state.label: model_text(state.label)
            for row in model().outcomes.values()
            for state in row.states
        },
        listed=translate("Chart", "{first}, {rest}"),
        both=translate("Chart", "{first} and {last}"),
        others=translate("Chart", "the other {count} places"),
        counts=number_words(),
        of_scenario=translate("Chart", "{unit}, {scenario}"),
        country=translate("Chart", "All of China"),
        places=_places(),
        of_country=translate("Chart", "All of China: {parts}"),
        segments=translate("Chart", "Both segments"),
        whole_and_segments=translate("Chart", "Total and parts"),
        of_baseline=translate("Chart", "{part}, baseline"),
        log=translate("Chart", "log scale"),
        events=_events(),
        extrapolated=_extrapolated(),
        or_later=translate("Chart", "{month} or later"),
        dated=translate("Chart", "{event}, {month}"),
        small=translate("Chart", "Change too small to see at this scale"),
        little=translate("Chart", "Change hard to see at this scale"),
        show_difference=translate("Chart", "Show difference"),
        unmoved=translate("Chart", "Does not move here."),
        show_chart=translate("Chart", "Show {chart}"),
        limits_heading=translate("Chart", "What limits compute, mean over the year"),
        mean_of_year=translate("Chart", "Mean over the year"),
        counted_later=translate("Chart", "counted when the lever rests"),
        hides=translate("Chart", "{name}: click, or press {key}, to hide or show it"),
        range=translate("Chart", "{low} to {high}"),
        readout=translate("Chart", "Values at one month"),
        pinned=translate("Chart", "{month}, pinned"),
        dispute=translate("Chart", "In dispute: {other}"),
        central=translate("Chart", "Central values"),
    )


def _curve_words() -> Wording:
    """Return what curves and their numbers are called, beside the words of everything else."""
    return Wording(
        baseline=translate("Chart", "Baseline"),
        default_baseline=translate("Chart", "Baseline, default assumptions"),
        beliefs_alone=translate("Chart", "Assumptions alone"),
        otherwise=translate("Chart", "{scenario} (other assumptions)"),
        reference=translate("Chart", "Baseline, for reference"),
        scenario=translate("Chart", "This scenario"),
        budget=translate("Chart", "Sum of budgets"),
        difference=translate("Chart", "difference from the baseline, {unit}"),
        effect=translate("Chart", "difference"),
        effect_of=translate("Chart", "{part}, difference"),
        percent=translate("Chart", "% difference from the baseline"),
        difference_from=translate("Chart", "difference from {scenario}, {unit}"),
        effect_from=translate("Chart", "difference from {scenario}"),
        effect_of_from=translate("Chart", "{part}, difference from {scenario}"),
        percent_from=translate("Chart", "% difference from {scenario}"),
        told_from=translate("Chart", "Differences from {scenario}"),
        index=translate("Chart", "index, first month = 100"),
    )


def _places() -> dict[str, str]:
    """Return what a title says of the places of a chart that shows more than one area."""
    return {
        "nation": translate("Chart", "all of China"),
        "all_areas": translate("Chart", "all seven places"),
        "each_area": translate("Chart", "place by place"),
        "each_segment": translate("Chart", "clouds and centers"),
    }


def _events() -> dict[str, str]:
    """Return what is said beside the mark of each kind of event."""
    return {
        "budget_exhausted": translate("Chart", "{area}: budget fully used"),
        "vouchers_end": translate("Chart", "Vouchers end"),
        "plan_starts": translate("Chart", "Alibaba's plan starts"),
        "plan_ends": translate("Chart", "Alibaba's plan ends"),
    }


def _extrapolated() -> tuple[str, ...]:
    """Return what is said of years after the last figure, from the longest to the shortest."""
    return (
        translate("Chart", "after 2030: extrapolated"),
        translate("Chart", "extrapolated"),
    )
