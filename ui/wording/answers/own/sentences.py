"""What own numbers say, in sentences: how the futures did, and what fitting them changes.

Pure functions on results, in the language that is handed in. Floor: wording, no Qt.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.model.targets.words import within_a_line
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.scored import EXPECTED, OwnScores
from planner.studies.calibrate.shifts import Range, Shift
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed
from ui.wording.sentences.speech import ENGLISH, Speech, percent

_NO_BIAS: Final = 0.005
"""A mean bias below half a percent is none."""
_MOST: Final = 1000.0
"""What is off by more is told as off by so much."""
_MOVED: Final = 0.5
"""An assumption is named from half a standard deviation on."""


def score_sentence(found: OwnScores, speech: Speech = ENGLISH) -> str:
    """Return how many numbers lie inside, and to which side medians lean."""
    count, inside = len(found.rows), found.score.inside
    if count == 1:
        form = speech.translate("Own", "Your number lies within the 80% range; {bias}.")
        if not inside:
            form = speech.translate("Own", "Your number lies outside the 80% range; {bias}.")
    else:
        form = speech.translate(
            "Own", "{inside} of your {count} numbers lie within the 80% range; {bias}."
        )
        if inside == count:
            form = speech.translate(
                "Own", "All {count} of your numbers lie within the 80% range; {bias}."
            )
        elif inside == 1:
            form = speech.translate(
                "Own", "One of your {count} numbers lies within the 80% range; {bias}."
            )
        elif not inside:
            form = speech.translate(
                "Own", "None of your {count} numbers lies within the 80% range; {bias}."
            )
    return form.format(inside=inside, count=count, bias=_bias(found.bias, speech))


def figures_line(found: OwnScores, speech: Speech = ENGLISH) -> str:
    """Return how many lie in the 80% range and the mean miss, each source counting once."""
    text = speech.translate(
        "Own", "within the 80% range: {share}% ({expected}% expected), mean miss (CRPS) {crps}%"
    )
    return text.format(
        share=round(100 * found.coverage),
        expected=round(100 * EXPECTED),
        crps=fixed(100 * min(found.score.crps_by_group, _MOST), 1, speech.numerals),
    )


def scores_text(found: Calibration, speech: Speech = ENGLISH) -> str:
    """Return how the futures did against the numbers, and how they do once they are fitted."""
    before, after = found.scores
    line = figures_line(before, speech)
    said = f"{score_sentence(before, speech)} {line[:1].upper()}{line[1:]}"
    if found.is_refused:
        return f"{said}."
    fitted = speech.translate("Own", "fitted: {figures}")
    return f"{said}; {fitted.format(figures=figures_line(after, speech))}."


def calibration_sentence(found: Calibration, speech: Speech = ENGLISH) -> str:
    """Return what fitting the numbers makes of the outcome asked about, or why they do not fit."""
    if found.is_refused:
        return _refusal(found, speech)
    text = speech.translate(
        "Own", "Fitted to your numbers, {name} in {year}: {after} instead of {before}."
    )
    said = text.format(
        name=speech.name(model().outcomes[found.about.outcome], found.about.element),
        year=found.about.year,
        after=range_text(found, found.outcome[1], speech),
        before=range_text(found, found.outcome[0], speech),
    )
    return f"{said} {_most_moved(found, speech)}"


def range_text(found: Calibration, ends: Range, speech: Speech = ENGLISH) -> str:
    """Return median and 80% range of the outcome asked about, as `2,083 (1,866 to 2,325)`."""
    form = form_of(model().outcomes[found.about.outcome].told_in)
    low, middle, high = (each * form.factor for each in ends)
    decimals = level_decimals(abs(middle), form)
    texts = [fixed(each, decimals, speech.numerals) for each in (low, middle, high)]
    unit = "" if form.is_count else speech.unit(form.shown)
    if low == high:  # of one future no range is told
        return with_unit(texts[1], unit)
    beside = speech.translate("Own", "{middle} ({low} to {high})")
    return beside.format(low=texts[0], middle=with_unit(texts[1], unit), high=texts[2])


def effective_line(found: Calibration, speech: Speech = ENGLISH) -> str:
    """Return how many futures agree, as many as equally weighted ones would tell as much."""
    text = speech.translate("Own", "{effective} of {pool} futures agree with them")
    return text.format(effective=f"{found.effective:,.0f}", pool=f"{found.pool:,}")


def name_of_shift(shift: Shift, speech: Speech = ENGLISH) -> str:
    """Return what an assumption is called within a sentence."""
    key, element = split_address(shift.address)
    label = speech.label(model().assumptions[key].label)
    return f"{label}, {speech.label(LABELS[element])}" if element else label


def _bias(bias: float, speech: Speech) -> str:
    if abs(bias) < _NO_BIAS:
        return speech.translate("Own", "medians lean to neither side")
    if bias >= 1:
        form = speech.translate("Own", "medians are {times} times as high on average")
        return form.format(times=fixed(min(1 + bias, _MOST), 1, speech.numerals))
    form = speech.translate("Own", "medians are {share}% above them on average")
    if bias < 0:
        form = speech.translate("Own", "medians are {share}% below them on average")
    return form.format(share=percent(abs(bias)))


def _most_moved(found: Calibration, speech: Speech) -> str:
    first = next(iter(found.told), None)
    if first is None or abs(first.moved) < _MOVED:
        return speech.translate("Own", "No assumption moves by much.")
    form = speech.translate("Own", "{name} moves up most.")
    if first.moved < 0:
        form = speech.translate("Own", "{name} moves down most.")
    return form.format(name=name_of_shift(first, speech))


def _refusal(found: Calibration, speech: Speech) -> str:
    shifts = found.smoothed.shifts if found.smoothed else ()
    text = speech.translate("Own", "Not used: {agree}, and 50 are needed.")
    said = text.format(agree=effective_line(found, speech))
    if not shifts:
        return said
    also = speech.translate("Own", "They would need other ranges, of {name} first.")
    return f"{said} {also.format(name=within_a_line(name_of_shift(shifts[0], speech)))}"
