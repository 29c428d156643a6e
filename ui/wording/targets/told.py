"""How the window says a target and how many futures meet it; first floor of ui.

Numbers stand in the units that the window tells, with the decimals they were given. What terminal
and files say of a target is told in `planner.model.targets.words`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import isnan, nan
from typing import Final

from planner.ensemble.met import Met
from planner.model.graph import model
from planner.model.path_words import at_text, since_text
from planner.model.paths import LeverPath
from planner.model.targets.target import Target, is_of_years, years_judged
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses, comma, in_turn, led_by
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from ui.wording.elements import name_within
from ui.wording.field_numbers import number_text
from ui.wording.figures.units import follows_units, form_of
from ui.wording.translate import unit_text

_SHORT_OF_ALL: Final = 99
_KNOTS_NAMED: Final = 4
_PAIR: Final = 2
_DECIMALS: Final = 4
_DIGITS: Final = 4
_KEPT: Final = 256
UNKNOWN: Final = "–"


@follows_units
@lru_cache(maxsize=_KEPT)
def form_of_target(target: Target) -> UnitForm:
    """Return how numbers of the outcome of a target are shown."""
    return form_of(model().outcomes[target.outcome].told_in)


def mark_text(target: Target, name: str = "") -> str:
    """Return what stands in the lane of events for a target that is not drawn as a line.

    It names the outcome or place where a chart shows several.
    """
    text = translate("Targets", "target {target}")
    if isinstance(target.level, LeverPath):
        text = translate("Targets", "target {target} along a path")
    elif target.year is None:
        text = translate("Targets", "target {target}, every year")
    named = f"{_within_a_line(name)} {short_text(target)}" if name else short_text(target)
    return text.format(target=named)


def sign_of(target: Target) -> str:
    """Return the sign of a target."""
    return "≥" if target.sense == "at least" else "≤"


def sense_text(target: Target) -> str:
    """Return the sense of a target as a sentence begins with it."""
    if target.sense == "at least":
        return translate("Targets", "At least")
    return translate("Targets", "At most")


def number_to_edit(target: Target, value: float) -> str:
    """Return a level with all its digits, in the shown unit."""
    form = form_of_target(target)
    return number_text(value * form.factor, most=form.decimals(_DECIMALS))


def number_of(target: Target, value: float, *, has_unit: bool = False) -> str:
    """Return a level as it was given, in the shown unit; with that where it is asked for.

    Told in another unit than it was given in, it has no more digits than mean something.
    """
    form = form_of_target(target)
    shown = value * form.factor
    if _digits(shown) > max(_digits(value), _DIGITS):
        shown = float(f"{shown:.{_DIGITS}g}")
    text = number_text(shown, most=form.decimals(_DECIMALS))
    if form.is_count or not (has_unit or form.beside):
        return text
    return with_unit(text, unit_text(form.short))


def level_text(target: Target, *, has_unit: bool = False) -> str:
    """Return the level of a target in short: a number, the last of a path, or an outcome."""
    match target.level:
        case str() as key:
            return _within_a_line(model_text(model().outcomes[key].short_label))
        case LeverPath(values=values):
            return number_of(target, values[-1], has_unit=has_unit)
        case number:
            return number_of(target, number, has_unit=has_unit)


@follows_units
@lru_cache(maxsize=_KEPT)
def short_text(target: Target) -> str:
    """Return a target as a card has room for it: `≥ 12,500`."""
    return f"{sign_of(target)} {level_text(target)}"


@follows_units
@lru_cache(maxsize=_KEPT)
def asked_text(target: Target) -> str:
    """Return what a target asks where outcome, unit and year are seen: `At least 12,500`."""
    text = f"{sense_text(target)} {level_text(target)}"
    if isinstance(target.level, LeverPath):
        form = translate("Targets", "{target} along a path")
        return form.format(target=text)
    if target.year is None:
        return translate("Targets", "{target}, every year").format(target=text)
    return text


def asked_at(target: Target, number: int) -> str:
    """Return what one knot of a path asks for: `At least 8,200 in Jan 2028`."""
    if not isinstance(target.level, LeverPath):
        return asked_text(target)
    date, value = target.level.knots[number]
    say = since_text if target.between == "step" else at_text
    told = say(number_of(target, value), date)
    return f"{sense_text(target)} {told}"


def not_a_level() -> str:
    """Return why a view of differences draws no line for a target."""
    return translate("Targets", "A target is a level: its line is drawn in the view Levels.")


def not_along(target: Target) -> str:
    """Return why a target along another outcome is not drawn."""
    text = translate("Targets", "Its line is that of {outcome}, not known yet.")
    return text.format(outcome=level_text(target))


def not_in_power() -> str:
    """Return why a chart of power draws no line for a target of compute."""
    return translate(
        "Targets",
        "It asks for compute, and the power that compute takes changes from month to month: "
        "its line is drawn in other units than MW.",
    )


def asked_of(target: Target, name: str) -> str:
    """Return what a target asks, of one of several that stand together where there is a name."""
    asked = asked_text(target)
    return led_by(name, _within_a_line(asked)) if name else asked


@follows_units
@lru_cache(maxsize=_KEPT)
def when_text(target: Target) -> str:
    """Return in which years a target is judged."""
    match target:
        case Target(year=int() as year):
            if is_of_years(target.outcome):
                text = translate("Targets", "in {year}")
                return text.format(year=year)
            return translate("Targets", "Dec {year}").format(year=year)
        case Target(level=LeverPath(dates=dates)):
            text = translate("Targets", "from {year} on")
            return text.format(year=int(dates[0]))
    return translate("Targets", "every year")


@follows_units
@lru_cache(maxsize=_KEPT)
def name_text(target: Target) -> str:
    """Return the outcome of a target and where it is."""
    name = model_text(model().outcomes[target.outcome].short_label)
    return in_turn((name, name_within(target.element))) if target.element else name


@follows_units
@lru_cache(maxsize=_KEPT)
def row_text(target: Target) -> str:
    """Return a target in one short line, without its year: `≥ 12,500 AI enterprises`."""
    level, name = level_text(target, has_unit=True), name_text(target)
    text = translate("Targets", "{name} {sign} {level}")
    if not isinstance(target.level, str):
        text = translate("Targets", "{sign} {level} {name}")
        name = _within_a_line(name)
    return text.format(sign=sign_of(target), level=level, name=name)


@follows_units
@lru_cache(maxsize=_KEPT)
def full_text(target: Target) -> str:
    """Return a target in full: `AI enterprises: at least 12,500, Dec 2030`."""
    text = translate("Targets", "{name}: {sense} {level}, {when}")
    level = level_text(target, has_unit=True)
    if isinstance(target.level, LeverPath):
        text = translate("Targets", "{name}: {sense} {level}")
        say = since_text if target.between == "step" else at_text
        knots = [
            say(number_of(target, value, has_unit=True), date) for date, value in target.level.knots
        ]
        level = listed(knots, comma(), most=_KNOTS_NAMED)
    return text.format(
        name=name_text(target),
        sense=_within_a_line(sense_text(target)),
        level=level,
        when=when_text(target),
    )


def change_text(old: Sequence[Target], new: Sequence[Target]) -> str:
    """Return which target came, moved or went from one scenario to another; several as a number.

    Of a path of which one knot moved, it tells that knot.
    """
    gone = [each for each in old if each not in new]
    changed = [each for each in new if each not in old] or gone
    if len(changed) == 1:
        knot = _knot_moved(gone[0], changed[0]) if len(gone) == 1 else None
        if knot is not None:
            return led_by(name_text(changed[0]), _within_a_line(asked_at(changed[0], knot)))
        return in_turn((row_text(changed[0]), when_text(changed[0])))
    text = translate("Targets", "{count} targets")
    return text.format(count=len(changed)) if changed else ""


def _knot_moved(old: Target, new: Target) -> int | None:
    """Return which knot of a path moved; None where more did, or something else."""
    before, after = old.level, new.level
    if not (isinstance(before, LeverPath) and isinstance(after, LeverPath)):
        return None
    if len(before.knots) != len(after.knots) or replace(old, level=after) != new:
        return None
    pairs = enumerate(zip(before.knots, after.knots, strict=True))
    moved = [number for number, (one, other) in pairs if one != other]
    return moved[0] if len(moved) == 1 else None


def share_text(share: float) -> str:
    """Return a share of futures in short; all and none are said only of all and none."""
    if isnan(share):
        return UNKNOWN
    if share in (0, 1):
        every = translate("Targets", "all")
        return every if share else translate("Targets", "none")
    return f"{min(_SHORT_OF_ALL, max(1, round(100 * share)))}%"


def met_text(share: float) -> str:
    """Return in how many futures a target is met; empty where that is not known."""
    if isnan(share):
        return ""
    if share in (0, 1):
        every = translate("Targets", "met in all futures")
        return every if share else translate("Targets", "met in no future")
    text = translate("Targets", "met in {share}")
    return text.format(share=share_text(share))


def all_title(targets: Sequence[Target]) -> str:
    """Return what all targets of a scenario are called."""
    if len(targets) == _PAIR:
        return translate("Targets", "Both targets")
    text = translate("Targets", "All {count} targets")
    return text.format(count=len(targets))


def met_heading(targets: Sequence[Target]) -> str:
    """Return what stands over a column with the share of futures that meet all targets."""
    if not targets:
        return ""
    if len(targets) == 1:
        return translate("Targets", "target met")
    if len(targets) == _PAIR:
        return translate("Targets", "both targets met")
    return translate("Targets", "all targets met")


def beyond_text(target: Target, last_year: int) -> str:
    """Return why a target cannot be judged in a run to a year; empty where it can."""
    if years_judged(target, last_year):
        return ""
    text = translate(
        "Targets", "Cannot be judged: the run ends in {last}. Move the target or the last year."
    )
    return text.format(last=last_year)


def beyond_in_short(target: Target) -> str:
    """Return what a label says of a target for a year that no run here reaches."""
    text = translate("Targets", "not judged, {when} is beyond the run")
    return text.format(when=when_text(target))


def sentence_of(target: Target, share: float, last_year: int) -> str:
    """Return a target in full with how many futures meet it, or why that is not known."""
    told = beyond_text(target, last_year) or met_text(share)
    return led_by(full_text(target), told) if told else full_text(target)


def caption_of(targets: Sequence[Target], met: Met | None, last_year: int) -> str:
    """Return under a picture what is wanted of what it shows, and in how many futures it is so."""
    if not targets:
        return ""
    share = {target: nan if met is None else met.each.get(target, nan) for target in targets}
    told = clauses(sentence_of(each, share[each], last_year) for each in targets)
    told = told.rstrip(".\N{IDEOGRAPHIC FULL STOP}")
    if len(targets) == 1:
        return translate("Targets", "Target: {target}.").format(target=told)
    text = translate("Targets", "Targets: {targets}.")
    return text.format(targets=told)


def fence_text() -> str:
    """Return how the line of a target is read."""
    return translate("Targets", "Line with ticks: a target; ticks are on the side that misses it.")


def _within_a_line(label: str) -> str:
    """Return a label as it stands within a line: no capital but that of an abbreviation."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def _digits(value: float) -> int:
    """Return how many digits a number has from its first to its last that is not zero."""
    return len(f"{abs(value):.9e}".partition("e")[0].replace(".", "").strip("0"))
