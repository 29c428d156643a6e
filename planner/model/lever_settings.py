"""What a scenario sets a lever to, seen as a path: compared, copied, moved as a whole.

Third floor of planner. Levers that move a part of another's path are taken together with it here,
so that whoever resets, compares or drags one need not know which rows are such parts.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from planner.model.graph import model
from planner.model.inputs import reference_value
from planner.model.moving import moved, stretch_of
from planner.model.path_words import KNOTS_NAMED, path_texts, texts_apart
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath, OverTime, value_at
from planner.model.scenario import (
    LeverSetting,
    Scenario,
    check_setting,
    lever_at,
    lever_default,
    lever_path,
    lever_value,
    parts_of,
    with_lever,
    without_changes,
)
from planner.quantities.dates import MONTHS_PER_YEAR

Number = Callable[[float], str]

Stretch = tuple[float, float | None]
"""A first moment, and the one before which a stretch ends; None where it does not."""

_MONTHS: Final = tuple(
    FIRST_DATE + month / MONTHS_PER_YEAR
    for month in range(round((LAST_DATE - FIRST_DATE) * MONTHS_PER_YEAR))
)


def setting_of(scenario: Scenario, name: str) -> LeverSetting | None:
    """Return what the scenario sets one lever to, None where it is as by default."""
    return dict(scenario.levers).get(name)


def path_mates(name: str) -> tuple[str, ...]:
    """Return the addresses that set the same path: a lever and the rows that move a part of it."""
    row, _ = lever_at(name)
    whole = row.part.of if row.part else row
    parts = parts_of(whole)
    return (whole.key, *(part.key for part in parts)) if parts else (name,)


def settings_of_path(name: str, *scenarios: Scenario) -> tuple[str, ...]:
    """Return the addresses to put back together with one: all of its path where that has knots."""
    mates = path_mates(name)
    return mates if any(has_knots(each, *scenarios) for each in mates) else (name,)


def has_knots(name: str, *scenarios: Scenario) -> bool:
    """Tell whether one of the scenarios sets a lever to a path of its own."""
    return any(isinstance(setting_of(scenario, name), LeverPath) for scenario in scenarios)


def lever_texts(
    name: str,
    scenarios: Sequence[Scenario],
    number: Number,
    most: int = KNOTS_NAMED,
) -> list[str]:
    """Return what each scenario has a lever at: a number, or a path in one line for all of them.

    They are paths where one of the scenarios has knots of its own; of more knots than `most` some
    are left out.
    """
    paths = _paths_told(name, scenarios)
    if not paths:
        return [number(lever_value(each, name)) for each in scenarios]
    return path_texts(paths, lever_at(name)[0].over_time, number, most)


def lever_texts_apart(
    name: str,
    scenarios: Sequence[Scenario],
    number: Number,
    most: int = KNOTS_NAMED,
) -> list[str]:
    """Return what each scenario has a lever at, of paths only as far as these differ."""
    paths = _paths_told(name, scenarios)
    if not paths:
        return lever_texts(name, scenarios, number)
    return texts_apart(paths, lever_at(name)[0].over_time, number, most)


def _paths_told(name: str, scenarios: Sequence[Scenario]) -> list[LeverPath]:
    """Return the paths of a lever where one scenario has knots of its own; none where none does."""
    if lever_at(name)[0].part or not has_knots(name, *scenarios):
        return []
    return [lever_path(each, name) for each in scenarios]


def acting_within(scenario: Scenario, name: str) -> Stretch:
    """Return from when on another number of a lever is another input, and before when it was.

    None where it is to the last month of any run. Where the path is zero a number moves nothing,
    as of vouchers after their last year.
    """
    row, _ = lever_at(name)
    return _acting(row.key, lever_path(scenario, name))


@lru_cache(maxsize=256)
def _acting(key: str, path: LeverPath) -> Stretch:
    row = model().levers[key]
    number = reference_value(row, path)
    other = moved(row, path, row.high if number < row.high else row.low)
    over_time = (row.part.of if row.part else row).over_time
    acts = [month for month in _MONTHS if _differs(path, other, over_time, month)]
    acts = acts or list(_MONTHS)  # what lasts less than a month
    return acts[0], None if acts[-1] == _MONTHS[-1] else acts[-1] + 1 / MONTHS_PER_YEAR


def _differs(path: LeverPath, other: LeverPath, over_time: OverTime, month: float) -> bool:
    return value_at(path, over_time, month) != value_at(other, over_time, month)


def moves_alike(first: Scenario, second: Scenario, name: str) -> bool:
    """Tell whether a lever takes the same course in two scenarios; a part, over its stretch."""
    one, other = lever_path(first, name), lever_path(second, name)
    part = lever_at(name)[0].part
    return one == other or bool(part and stretch_of(part, one) == stretch_of(part, other))


def with_lever_of(scenario: Scenario, name: str, source: Scenario) -> Scenario:
    """Return the scenario with one lever as another scenario has it.

    What is default there is so here, at the figures of the other.
    """
    names = settings_of_path(name, scenario, source)
    scenario = without_changes(scenario, names)
    for each in names:
        setting = setting_of(source, each)
        if setting is None and not parts_of(lever_at(each)[0]):
            setting = lever_default(each, source.figures)
        if setting is not None:
            scenario = with_lever(scenario, each, setting)
    return scenario


def with_lever_moved(scenario: Scenario, name: str, number: float) -> Scenario:
    """Return the scenario with the path it has for a lever moved to a number: a slider's move.

    Raises ScenarioError as `with_lever`.
    """
    row, _ = lever_at(name)
    whole = row.part.of.key if row.part else name
    own = dict(scenario.levers).get(whole)
    if not isinstance(own, LeverPath):
        return with_lever(scenario, name, number)
    check_setting(name, row, number)
    return with_lever(scenario, whole, moved(row, own, number))


def with_lever_dragged(scenario: Scenario, name: str, number: float, held: Scenario) -> Scenario:
    """Return the scenario with a lever moved from where it was when a hand took hold of it.

    So a drag through zero, or to an end of the range, loses no shape of a path.
    """
    if any(has_knots(each, held) for each in path_mates(name)):
        scenario = with_lever_of(scenario, name, held)
    return with_lever_moved(scenario, name, number)
