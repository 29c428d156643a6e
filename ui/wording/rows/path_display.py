"""What a row shows of a lever that changes over time: its value in one year, all its knots.

Floor: wording.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final

from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import Lever, default_path, elements_of
from planner.model.lever_settings import has_knots, moves_alike, path_mates
from planner.model.moving import moved
from planner.model.path_words import path_text, texts_apart
from planner.model.paths import LeverPath, value_at
from planner.model.scenario import Scenario, lever_at, lever_path, lever_value
from planner.quantities.shown import with_unit
from planner.quantities.told.months import date_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.wording.field_numbers import number_text
from ui.wording.figures.units import follows_units
from ui.wording.numbers import trimmed
from ui.wording.paths.all_areas import told_of_all
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.scale import Scale, scale_of_lever
from ui.wording.sharing import whole
from ui.wording.translate import unit_text

_DECEMBER: Final = 11 / 12
_KNOTS_IN_TIP: Final = 24


def follows_paths(lever: Lever) -> bool:
    """Tell whether a lever may follow a path, or moves a part of one."""
    return lever.part is not None or lever.over_time != "constant"


def number_in(scale: Scale, value: float) -> str:
    """Return a value of the model as its field has it."""
    return number_text(scale.shown(value), grouped=scale.is_grouped, most=scale.decimals)


def knot_in(scale: Scale, value: float) -> str:
    """Return a value of a path for reading: three digits that tell, no zeros after its last one."""
    return trimmed(scale.shown(value), numerals())


def value_in(scenario: Scenario, names: Sequence[str], year: int) -> float | None:
    """Return what the values of these addresses are in December of a year, areas taken together.

    None of a constant, and of a row that moves a part of another lever's path.
    """
    lever, _ = lever_at(names[0])
    paths = [lever_path(scenario, name) for name in names]
    if lever.part or all(path.is_constant for path in paths):
        return None
    values = tuple(value_at(path, lever.over_time, year + _DECEMBER) for path in paths)
    return whole(lever, values) if len(values) > 1 else values[0]


def has_own_path(scenario: Scenario, names: Sequence[str]) -> bool:
    """Tell whether the scenario gives one of these levers knots of its own.

    A part of a path has none where they are as by default in its stretch.
    """
    default = Scenario(figures=scenario.figures)
    return any(
        has_knots(mate, scenario) for name in names for mate in path_mates(name)
    ) and not all(lever_at(name)[0].part and moves_alike(scenario, default, name) for name in names)


def path_line(scenario: Scenario, name: str) -> str:
    """Return every knot of a lever in the scenario in one line; empty for a constant."""
    lever, _ = lever_at(name)
    return knots_line(lever, lever_path(scenario, name))


def default_line(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return every knot of a lever's default in one line; empty for a constant."""
    return knots_line(lever, default_path(lever, element, scenario.figures))


def whole_line(scenario: Scenario, lever: Lever) -> str:
    """Return all areas of a lever together over time in one line; empty for a constant."""
    paths = [lever_path(scenario, address(lever.key, each)) for each in elements_of(lever)]
    return knots_line(lever, told_of_all(lever, paths))


def apart_line(scenario: Scenario, name: str) -> str:
    """Return the knots in which a path departs from the default one moved to its number.

    Empty where it departs in none.
    """
    lever, element = lever_at(name)
    row = lever.part.of if lever.part else lever
    path = lever_path(scenario, name)
    plain = moved(lever, default_path(row, element, scenario.figures), lever_value(scenario, name))
    return "" if plain == path else _apart(row.key, plain, path)


@follows_units
@lru_cache(maxsize=256)
def _apart(key: str, plain: LeverPath, path: LeverPath) -> str:
    """Return the knots in which one path of a lever departs from another."""
    row = model().levers[key]
    number = partial(knot_in, scale_of_lever(row))
    return texts_apart([plain, path], row.over_time, number)[1]


def end_of_path(lever: Lever, path: LeverPath) -> str:
    """Return where a path ends, for where there is no room for all of it."""
    date, value = path.knots[-1]
    scale = scale_of_lever(lever.part.of if lever.part else lever)
    said = with_unit(knot_in(scale, value), unit_text(scale.shown_unit))
    text = translate("Row", "Path to {value} in {date}")
    return text.format(value=said, date=date_text(date))


def knots_line(lever: Lever, path: LeverPath, most: int = _KNOTS_IN_TIP) -> str:
    """Return a path in one line with its unit, a few knots where there are more than `most`.

    Empty for a constant.
    """
    row = lever.part.of if lever.part else lever
    return "" if path.is_constant else _line(row.key, path, most)


@follows_units
@lru_cache(maxsize=256)
def _line(key: str, path: LeverPath, most: int) -> str:
    """Return the path of a lever in one line; the rows of its parts tell the same one."""
    row = model().levers[key]
    scale = scale_of_lever(row)
    said = path_text(path, row.over_time, partial(knot_in, scale), most)
    return named_with_unit(said, unit_text(scale.shown_unit))
