"""What own numbers say, in sentences: how the futures did, and what fitting them changes.

Pure functions on results, in the language that is handed in. Floor: wording, no Qt.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals
from planner.quantities.told.labels import model_text, within_a_line
from planner.quantities.told.lists import as_sentence, clauses, in_turn, sentences
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.scored import EXPECTED, OwnScores
from planner.studies.calibrate.shifts import Range, Shift
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed
from ui.wording.sentences.names import name_within, percent
from ui.wording.translate import unit_text

_NO_BIAS: Final = 0.005
"""A mean bias below half a percent is none."""
_MOST: Final = 1000.0
"""What is off by more is told as off by so much."""
_MOVED: Final = 0.5
"""An assumption is named from half a standard deviation on."""


def score_sentence(found: OwnScores) -> str:
    """Return how many numbers lie inside, and to which side medians lean."""
    count, inside = len(found.rows), found.score.inside
    if count == 1:
        form = translate("Own", "Your number lies within the 80% range; {bias}.")
        if not inside:
            form = translate("Own", "Your number lies outside the 80% range; {bias}.")
    else:
        form = translate(
            "Own", "{inside} of your {count} numbers lie within the 80% range; {bias}."
        )
        if inside == count:
            form = translate("Own", "All {count} of your numbers lie within the 80% range; {bias}.")
        elif inside == 1:
            form = translate(
                "Own", "One of your {count} numbers lies within the 80% range; {bias}."
            )
        elif not inside:
            form = translate(
                "Own", "None of your {count} numbers lies within the 80% range; {bias}."
            )
    return form.format(inside=inside, count=count, bias=_bias(found.bias))


def figures_line(found: OwnScores) -> str:
    """Return how many lie in the 80% range and the mean miss, each source counting once."""
    text = translate(
        "Own", "within the 80% range: {share}% ({expected}% expected), mean miss (CRPS) {crps}%"
    )
    return text.format(
        share=round(100 * found.coverage),
        expected=round(100 * EXPECTED),
        crps=fixed(100 * min(found.score.crps_by_group, _MOST), 1, numerals()),
    )


def scores_text(found: Calibration) -> str:
    """Return how the futures did against the numbers, and how they do once they are fitted."""
    before, after = found.scores
    line = figures_line(before)
    said = sentences((score_sentence(before), f"{line[:1].upper()}{line[1:]}"))
    if found.is_refused:
        return as_sentence(said)
    fitted = translate("Own", "fitted: {figures}")
    return as_sentence(clauses((said, fitted.format(figures=figures_line(after)))))


def calibration_sentence(found: Calibration) -> str:
    """Return what fitting the numbers makes of the outcome asked about, or why they do not fit."""
    if found.is_refused:
        return _refusal(found)
    text = translate(
        "Own", "Fitted to your numbers, {name} in {year}: {after} instead of {before}."
    )
    said = text.format(
        name=name_within(model().outcomes[found.about.outcome], found.about.element),
        year=found.about.year,
        after=range_text(found, found.outcome[1]),
        before=range_text(found, found.outcome[0]),
    )
    return sentences((said, _most_moved(found)))


def range_text(found: Calibration, ends: Range) -> str:
    """Return median and 80% range of the outcome asked about, as `2,083 (1,866 to 2,325)`."""
    form = form_of(model().outcomes[found.about.outcome].told_in)
    low, middle, high = (each * form.factor for each in ends)
    decimals = level_decimals(abs(middle), form)
    texts = [fixed(each, decimals, numerals()) for each in (low, middle, high)]
    unit = "" if form.is_count else unit_text(form.shown)
    if low == high:  # of one future no range is told
        return with_unit(texts[1], unit)
    beside = translate("Own", "{middle} ({low} to {high})")
    return beside.format(low=texts[0], middle=with_unit(texts[1], unit), high=texts[2])


def effective_line(found: Calibration) -> str:
    """Return how many futures agree, as many as equally weighted ones would tell as much."""
    text = translate("Own", "{effective} of {pool} futures agree with them")
    return text.format(effective=fixed(found.effective, 0), pool=fixed(found.pool, 0))


def name_of_shift(shift: Shift) -> str:
    """Return what an assumption is called within a sentence."""
    key, element = split_address(shift.address)
    label = model_text(model().assumptions[key].label)
    return in_turn((label, model_text(LABELS[element]))) if element else label


def _bias(bias: float) -> str:
    if abs(bias) < _NO_BIAS:
        return translate("Own", "medians lean to neither side")
    if bias >= 1:
        form = translate("Own", "medians are {times} times as high on average")
        return form.format(times=fixed(min(1 + bias, _MOST), 1, numerals()))
    form = translate("Own", "medians are {share}% above them on average")
    if bias < 0:
        form = translate("Own", "medians are {share}% below them on average")
    return form.format(share=percent(abs(bias)))


def _most_moved(found: Calibration) -> str:
    first = next(iter(found.told), None)
    if first is None or abs(first.moved) < _MOVED:
        return translate("Own", "No assumption moves by much.")
    form = translate("Own", "{name} moves up most.")
    if first.moved < 0:
        form = translate("Own", "{name} moves down most.")
    return form.format(name=name_of_shift(first))


def _refusal(found: Calibration) -> str:
    shifts = found.smoothed.shifts if found.smoothed else ()
    text = translate("Own", "Not used: {agree}, and 50 are needed.")
    said = text.format(agree=effective_line(found))
    if not shifts:
        return said
    also = translate("Own", "They would need other ranges, of {name} first.")
    return sentences((said, also.format(name=within_a_line(name_of_shift(shifts[0])))))
