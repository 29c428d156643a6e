"""The words of charts in the language that the window speaks."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from planner.model.graph import model
from ui.charts.contents.specs import EVERY, charts
from ui.charts.contents.wording import Wording
from ui.wording.elements import element_names, number_words, short_names
from ui.wording.translate import language, model_text, unit_text


def wording() -> Wording:
    """Return every word a chart may show, translated."""
    return replace(
        _curve_words(),
        charts={spec.key: model_text(spec.title) for spec in charts().values()},
        outcomes={row.key: model_text(row.curve_label) for row in model().outcomes.values()},
        elements=element_names() | {EVERY: QCoreApplication.translate("Chart", "All areas")},
        said=unit_text,
        short=short_names(),
        states={
            state.label: model_text(state.label)
            for row in model().outcomes.values()
            for state in row.states
        },
        listed=QCoreApplication.translate("Chart", "{first}, {rest}"),
        both=QCoreApplication.translate("Chart", "{first} and {last}"),
        others=QCoreApplication.translate("Chart", "the other {count} places"),
        counts=number_words(),
        of_scenario=QCoreApplication.translate("Chart", "{unit}, {scenario}"),
        country=QCoreApplication.translate("Chart", "All of China"),
        places=_places(),
        of_country=QCoreApplication.translate("Chart", "All of China: {parts}"),
        segments=QCoreApplication.translate("Chart", "Both segments"),
        whole_and_segments=QCoreApplication.translate("Chart", "Total and parts"),
        of_baseline=QCoreApplication.translate("Chart", "{part}, baseline"),
        log=QCoreApplication.translate("Chart", "log scale"),
        events=_events(),
        extrapolated=_extrapolated(),
        or_later=QCoreApplication.translate("Chart", "{month} or later"),
        dated=QCoreApplication.translate("Chart", "{event}, {month}"),
        small=QCoreApplication.translate("Chart", "Change too small to see at this scale"),
        little=QCoreApplication.translate("Chart", "Change hard to see at this scale"),
        show_difference=QCoreApplication.translate("Chart", "Show difference"),
        unmoved=QCoreApplication.translate("Chart", "Does not move here."),
        show_chart=QCoreApplication.translate("Chart", "Show {chart}"),
        limited=_limited(),
        counted_later=QCoreApplication.translate("Chart", "counted when the lever rests"),
        hides=QCoreApplication.translate(
            "Chart", "{name}: click, or press {key}, to hide or show it"
        ),
        range=QCoreApplication.translate("Chart", "{low} to {high}"),
        readout=QCoreApplication.translate("Chart", "Values at one month"),
        pinned=QCoreApplication.translate("Chart", "{month}, pinned"),
        dispute=QCoreApplication.translate("Chart", "In dispute: {other}"),
        central=QCoreApplication.translate("Chart", "Central values"),
        months=_months(),
    )


def _curve_words() -> Wording:
    """Return what curves and their numbers are called, beside the words of everything else."""
    return Wording(
        baseline=QCoreApplication.translate("Chart", "Baseline"),
        default_baseline=QCoreApplication.translate("Chart", "Baseline, default assumptions"),
        beliefs_alone=QCoreApplication.translate("Chart", "Assumptions alone"),
        otherwise=QCoreApplication.translate("Chart", "{scenario} (other assumptions)"),
        reference=QCoreApplication.translate("Chart", "Baseline, for reference"),
        scenario=QCoreApplication.translate("Chart", "This scenario"),
        budget=QCoreApplication.translate("Chart", "Sum of budgets"),
        difference=QCoreApplication.translate("Chart", "difference from the baseline, {unit}"),
        effect=QCoreApplication.translate("Chart", "difference"),
        effect_of=QCoreApplication.translate("Chart", "{part}, difference"),
        percent=QCoreApplication.translate("Chart", "% difference from the baseline"),
        difference_from=QCoreApplication.translate("Chart", "difference from {scenario}, {unit}"),
        effect_from=QCoreApplication.translate("Chart", "difference from {scenario}"),
        effect_of_from=QCoreApplication.translate("Chart", "{part}, difference from {scenario}"),
        percent_from=QCoreApplication.translate("Chart", "% difference from {scenario}"),
        told_from=QCoreApplication.translate("Chart", "Differences from {scenario}"),
        index=QCoreApplication.translate("Chart", "index, first month = 100"),
    )


def _places() -> dict[str, str]:
    """Return what a title says of the places of a chart that shows more than one area."""
    return {
        "nation": QCoreApplication.translate("Chart", "all of China"),
        "all_areas": QCoreApplication.translate("Chart", "all seven areas"),
        "each_area": QCoreApplication.translate("Chart", "area by area"),
        "each_segment": QCoreApplication.translate("Chart", "clouds and centers"),
    }


def _limited() -> str:
    """Return what the tip of a year of a segment says."""
    return QCoreApplication.translate(
        "Chart", "{segment}, {year}: {state} limits compute in {share} of futures"
    )


def _events() -> dict[str, str]:
    """Return what is said beside the mark of each kind of event."""
    return {
        "budget_exhausted": QCoreApplication.translate("Chart", "{area}: budget fully used"),
        "vouchers_end": QCoreApplication.translate("Chart", "Vouchers end"),
        "plan_starts": QCoreApplication.translate("Chart", "Alibaba's plan starts"),
        "plan_ends": QCoreApplication.translate("Chart", "Alibaba's plan ends"),
    }


def _extrapolated() -> tuple[str, ...]:
    """Return what is said of years after the last figure, from the longest to the shortest."""
    return (
        QCoreApplication.translate("Chart", "after 2030: extrapolated"),
        QCoreApplication.translate("Chart", "extrapolated"),
    )


def _months() -> tuple[str, ...]:
    """Return the short names of the months."""
    name, short = language().standaloneMonthName, QLocale.FormatType.ShortFormat
    return tuple(name(month, short) for month in range(1, 13))
