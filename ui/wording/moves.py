"""What a step of the history moved, in words: which control, from what to what; no widgets.

Values are worded as the row of the control shows them. Pure functions on two scenarios.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, assert_never

from planner.facts.record import FIGURES_IN_WORDS
from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.model.inputs import Lever
from planner.model.lever_settings import has_knots, lever_texts_apart
from planner.model.moving import is_scaled
from planner.model.path_words import KNOTS_NAMED, texts_apart
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    addresses,
    assumption_at,
    assumption_default,
    assumption_spread,
    lever_at,
    lever_path,
    lever_value,
)
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.spread import Spread
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses
from planner.storage.sentences.catalog import translate
from planner.studies.differing_inputs import Setting, differing_settings, set_otherwise
from ui.wording.figures.units import follows_units
from ui.wording.own import own_text
from ui.wording.paths.all_areas import told_of_all
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.rows.path_display import knot_in, number_in
from ui.wording.rows.row_display import values_of
from ui.wording.scale import Scale, scale_of_assumption, scale_of_lever
from ui.wording.sharing import is_mean, whole
from ui.wording.targets.told import change_text
from ui.wording.translate import unit_text

FIGURES = "figures"
KEPT = 256
NAMED_AT_MOST = 3
TOLD_IN_FULL = 2
_TOLD_FIRST: Final[tuple[Setting, ...]] = ("draws", "own", "futures", "seed", "last_year")


@dataclass(frozen=True, slots=True)
class Move:
    """One step in words; `address` is that of its control, empty where there is no single one."""

    title: str
    change: str
    address: str = ""


@follows_units
@lru_cache(maxsize=KEPT)
def move_of(text: str, old: Scenario, new: Scenario) -> Move:
    """Return what led from one scenario to the other; `text` names the step where many moved."""
    if old.figures != new.figures:
        return _figures(old, new)
    if old.own != new.own:  # levers in force come and go with them
        return _setting("own", old, new)
    names = set_otherwise(old, new)
    keys = {split_address(name)[0] for name in names}
    if len(names) == 1:
        return _one(names[0], old, new)
    if len(keys) == 1 and next(iter(keys)) in model().levers:
        return _whole(next(iter(keys)), old, new)
    if names:
        count = translate("Moves", "{count} values").format(count=len(names))
        return Move(text, count)
    return _heading(text, old, new)


def every_move(old: Scenario, new: Scenario, most: int = KNOTS_NAMED) -> tuple[Move, ...]:
    """Return each value that two scenarios set otherwise, and which figures where they differ.

    Of paths with more knots than `most` some are left out.
    """
    figures = (_figures(old, new),) if old.figures != new.figures else ()
    return (*figures, *(_one(name, old, new, most) for name in set_otherwise(old, new)))


def title_of(name: str) -> str:
    """Return the name of a lever or assumption value as its row has it."""
    key, element = split_address(name)
    row = model().levers.get(key) or model().assumptions[key]
    title = model_text(row.label)
    if not element:
        return title
    text = translate("Moves", "{name}, {part}")
    return text.format(name=title, part=model_text(LABELS[element]))


def _one(name: str, old: Scenario, new: Scenario, most: int = KNOTS_NAMED) -> Move:
    if split_address(name)[0] in model().levers:
        return _lever(name, old, new, most)
    row, _ = assumption_at(name)
    scale = scale_of_assumption(row, assumption_default(name, new.figures))
    before, after = _parts(scale, assumption_spread(old, name), assumption_spread(new, name))
    return Move(title_of(name), _arrow(before, after, unit=scale.shown_unit), name)


def _lever(name: str, old: Scenario, new: Scenario, most: int) -> Move:
    """Return the move of one lever: from number to number, or from path to path."""
    row, _ = lever_at(name)
    scale = scale_of_lever(row)
    if has_knots(name, old, new) and is_scaled(row, lever_path(old, name), lever_path(new, name)):
        texts = [number_in(scale, lever_value(each, name)) for each in (old, new)]
        text = translate("Moves", "path, {change}")
        change = text.format(change=_arrow(*texts, unit=scale.shown_unit))
        return Move(title_of(name), change, name)
    is_path = has_knots(name, old, new)
    number = partial(knot_in if is_path else number_in, scale)
    texts = lever_texts_apart(name, (old, new), number, most)
    unit = scale.shown_unit
    if is_path and unit:
        return Move(title_of(name), named_with_unit(_arrow(*texts), unit_text(unit)), name)
    return Move(title_of(name), _arrow(*texts, unit=unit), name)


def _whole(key: str, old: Scenario, new: Scenario) -> Move:
    """Return the move of a lever in several areas at once."""
    lever = model().levers[key]
    title = translate("Moves", "{name}, all places")
    if is_mean(lever):
        title = translate("Moves", "{name}, mean of the places")
    title, scale = title.format(name=model_text(lever.label)), scale_of_lever(lever)
    if not any(has_knots(name, old, new) for name in addresses([lever])):
        values = (number_in(scale, whole(lever, values_of(each, lever))) for each in (old, new))
        return Move(title, _arrow(*values, unit=scale.shown_unit), key)
    paths = [_path_of_all(lever, each) for each in (old, new)]
    texts = texts_apart(paths, lever.over_time, partial(knot_in, scale))
    change = _arrow(*texts)
    return Move(title, named_with_unit(change, unit_text(scale.shown_unit)), key)


def _path_of_all(lever: Lever, scenario: Scenario) -> LeverPath:
    """Return the path of all areas of a lever together, as it is told."""
    return told_of_all(lever, [lever_path(scenario, name) for name in addresses([lever])])


def _figures(old: Scenario, new: Scenario) -> Move:
    before, after = (model_text(FIGURES_IN_WORDS[each.figures]) for each in (old, new))
    title = translate("Moves", "Beijing's figures")
    return Move(title, _arrow(before, after), FIGURES)


def _heading(text: str, old: Scenario, new: Scenario) -> Move:
    """Return the move of a property: seed, number of futures, horizon, texts."""
    found = differing_settings((old, new))
    setting = next((each for each in _TOLD_FIRST if each in found), None)
    if setting is None:
        return Move(text, change_text(old.targets, new.targets))
    return _setting(setting, old, new)


def _setting(setting: Setting, old: Scenario, new: Scenario) -> Move:
    match setting:
        case "figures":
            return _figures(old, new)
        case "draws":
            words = {
                "conditioned": translate("Moves", "Fit 2025–26"),
                "as drawn": translate("Moves", "As drawn"),
                "calibrated": translate("Moves", "Fit your numbers"),
            }
            title = translate("Moves", "Futures")
            return Move(title, _arrow(words[old.draws], words[new.draws]))
        case "futures":
            title = translate("Moves", "Futures")
            return Move(title, _arrow(str(old.futures), str(new.futures)))
        case "own":
            title = translate("Moves", "Your own numbers")
            return Move(title, _arrow(*(own_text(each.own) for each in (old, new))))
        case "seed":
            title = translate("Moves", "Seed")
            return Move(title, _arrow(str(old.seed), str(new.seed)))
        case "last_year":
            title = translate("Moves", "Final year of the charts")
            return Move(title, _arrow(str(old.last_year), str(new.last_year)))
        case _:
            assert_never(setting)


def _parts(scale: Scale, old: Spread, new: Spread) -> tuple[str, str]:
    """Return the parts of a range that moved: one, or all three."""
    words = (
        translate("Moves", "low {value}"),
        translate("Moves", "central {value}"),
        translate("Moves", "high {value}"),
    )
    moved = [part for part in range(3) if old.parts[part] != new.parts[part]]
    if len(moved) == 1:
        before = words[moved[0]].format(value=number_in(scale, old.parts[moved[0]]))
        return before, number_in(scale, new.parts[moved[0]])
    both = (" / ".join(number_in(scale, part) for part in each.parts) for each in (old, new))
    return next(both), next(both)


def _arrow(before: str, after: str, *, unit: str = "") -> str:
    return with_unit(f"{before} → {after}", unit_text(unit))


def difference_in_words(scenario: Scenario, saved: Scenario) -> str:
    """Return how two scenarios differ: a few values from what to what, more by count and name."""
    moves = every_move(saved, scenario)
    if not moves and scenario.targets != saved.targets:
        return translate("Moves", "targets")
    if not moves:
        return translate("Moves", "title, notes or settings")
    if len(moves) <= TOLD_IN_FULL:
        return clauses(f"{move.title} {move.change}" for move in moves)
    titles = list(dict.fromkeys(move.title for move in moves))
    return clauses([*_counts(moves), listed(titles, most=NAMED_AT_MOST)])


def _counts(moves: tuple[Move, ...]) -> list[str]:
    """Return how many of the moves are of levers, and how many of assumptions."""
    keys = [split_address(move.address)[0] for move in moves]
    levers = sum(key in model().levers for key in keys)
    assumptions = sum(key in model().assumptions for key in keys)
    words = []
    if levers:
        text = translate("Moves", "changed levers: {count}")
        words.append(text.format(count=levers))
    if assumptions:
        text = translate("Moves", "changed assumptions: {count}")
        words.append(text.format(count=assumptions))
    return words
