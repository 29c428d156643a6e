"""The points that a plan asks for: a grid, a Sobol' sequence over ranges, or a list in a CSV.

Eighth floor of planner. Every value is tried while the plan is read, that of an assumption in each
world that it is put into, so that no batch can meet one that a point cannot have.
"""

from collections.abc import Callable, Sequence
from math import prod
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import SEED_AT_MOST, Scenario, ScenarioError
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.sweep.design.inputs import DesignError, Input, input_named
from planner.sweep.design.layouts import MOST_RANGES, Ends, evenly, grid, sobol
from planner.sweep.design.listed import WORLD, Listed
from planner.sweep.design.points import POINTS_AT_MOST, Points, world_keys, world_named
from planner.sweep.reading.error import SweepError
from planner.sweep.reading.fields import Fields, is_number

KINDS: Final = ("grid", "sobol", "list")
_KEYS: Final = {
    "grid": ("kind", "worlds"),
    "sobol": ("kind", "worlds", "points", "seed"),
    "list": ("kind", "worlds", "file"),
}
_OF_AN_INPUT: Final = {
    "grid": ("values", "from", "to", "steps", "fixed"),
    "sobol": ("from", "to", "fixed"),
    "list": ("fixed",),
}
_STEPS_AT_MOST: Final = 10_000
_POINTS: Final = 256

Read = Callable[[Path], str]
"""How the text of a file beside the plan is read."""
Worlds = tuple[str, ...]
NOWHERE: Final[Worlds] = ("",)
"""In place of worlds where there are none: the base as it is."""


class Beside(NamedTuple):
    """The folder of a plan, and how a file there is read."""

    folder: Path
    read: Read


def points_of(design: Fields, inputs: Fields, base: Scenario, folder: Path, read: Read) -> Points:
    """Return the points of a plan's two tables. Raises SweepError."""
    kind = design.choice("kind", KINDS, KINDS[0])
    design.check_known(_KEYS[kind])
    worlds = _worlds(design)
    match kind:
        case "list":
            points = _listed(design, inputs, base, worlds, Beside(folder, read))
        case "sobol":
            points = _sobol(design, inputs, base, worlds)
        case _:
            points = _grid(design, inputs, base, worlds)
    if worlds and points.worlds:
        said = translate("Planner", "the list already gives worlds, in its column {column}")
        raise design.fault(said.format(column=WORLD), "worlds")
    if points.count * max(1, len(worlds)) > POINTS_AT_MOST:
        raise _too_many(design)
    made = points.in_each(worlds)
    if not made.count:
        raise design.fault(translate("Planner", "there is no point"))
    _try_together(made, base, inputs)
    return made


def _worlds(design: Fields) -> Worlds:
    asked = design.held.get("worlds", [])
    if not isinstance(asked, list) or any(each not in world_keys() for each in asked):
        text = translate("Planner", "a list of some of {known}")
        raise design.wrong("worlds", asked, text.format(known=in_a_row(world_keys())))
    if len(set(asked)) < len(asked):
        raise design.wrong("worlds", asked, translate("Planner", "a list without repetitions"))
    return tuple(asked)


def _grid(design: Fields, inputs: Fields, base: Scenario, worlds: Worlds) -> Points:
    named = _named(inputs, "grid")
    values = [_values(inputs, each.name) for each in named]
    if prod(map(len, values)) > POINTS_AT_MOST:
        raise _too_many(design)
    for each, own in zip(named, values, strict=True):
        _try_each(inputs, each, own, base, worlds)
    return _points(named, grid(values))


def _sobol(design: Fields, inputs: Fields, base: Scenario, worlds: Worlds) -> Points:
    named = _named(inputs, "sobol")
    if not 0 < len(named) <= MOST_RANGES:
        text = translate("Planner", "sobol takes 1 to {most} inputs, not {count}")
        raise inputs.fault(text.format(most=MOST_RANGES, count=len(named)))
    ranges = [_ends(inputs.table(each.name)) for each in named]
    for each, ends in zip(named, ranges, strict=True):
        _try_each(inputs, each, ends, base, worlds)
    count = design.whole("points", 1, POINTS_AT_MOST, _POINTS)
    seed = design.whole("seed", 0, SEED_AT_MOST, base.seed)
    return _points(named, sobol(ranges, count, seed))


def _listed(
    design: Fields, inputs: Fields, base: Scenario, asked: Worlds, beside: Beside
) -> Points:
    name = design.text("file", "")
    if not name:
        said = translate("Planner", "{key} is missing; it must name a CSV with a column per input")
        raise design.fault(said.format(key=design.named("file")))
    table = Listed(beside.read(beside.folder / name), name)
    fixed = {each.name: each.is_fixed for each in _named(inputs, "list")}
    heads = [head for head in table.heads if head != WORLD]
    for key in fixed:
        if key not in heads:
            text = translate("Planner", "the list has no column {key}")
            raise inputs.fault(text.format(key=shown(key)), key)
    try:
        named = [input_named(head, is_fixed=fixed.get(head, False)) for head in heads]
    except (DesignError, ScenarioError) as error:
        raise table.fault(str(error), 1) from None
    if twice := _twice_set(named):
        raise table.fault(twice[1], 1)
    values = [table.numbers(head) for head in heads]
    worlds, world = table.worlds()
    rows_in = {key: np.flatnonzero(world == place) for place, key in enumerate(worlds)}
    rows_in = rows_in or dict.fromkeys(asked or NOWHERE, np.arange(len(world)))
    for each, own in zip(named, values, strict=True):
        for key, places in rows_in.items():
            _try_rows(table, each, own, places, _in_world(each, base, key))
    rows = np.stack(values, axis=1) if values else np.empty((len(world), 0))
    return Points(tuple(named), rows, worlds, world)


def _points(named: Sequence[Input], values: NDArray[np.float64]) -> Points:
    return Points(tuple(named), values, (), np.zeros(len(values), np.int64))


def _named(inputs: Fields, kind: str) -> tuple[Input, ...]:
    """Return the inputs that are named, each checked for what may be said of it."""
    found = []
    for key, held in inputs.held.items():
        is_fixed = False
        if isinstance(held, dict):
            own = inputs.table(key)
            own.check_known(_OF_AN_INPUT[kind])
            is_fixed = own.truth("fixed")
        elif kind != "grid" or not isinstance(held, list):
            raise inputs.wrong(key, held, _form(kind))
        try:
            found.append(input_named(key, is_fixed=is_fixed))
        except (DesignError, ScenarioError) as error:
            raise inputs.fault(str(error), key) from None
    if twice := _twice_set(found):
        raise inputs.fault(twice[1], twice[0])
    return tuple(found)


def _twice_set(named: Sequence[Input]) -> tuple[str, str] | None:
    """Return the name of an input that sets what another one does, and a sentence, or None."""
    seen: dict[str, str] = {}
    for each in named:
        for address in each.addresses:
            if address in seen:
                text = translate("Planner", "{first} and {second} both set {name}")
                said = text.format(first=seen[address], second=each.name, name=address)
                return each.name, said
            seen[address] = each.name
    return None


def _form(kind: str) -> str:
    match kind:
        case "grid":
            return translate("Planner", "a list of numbers, or a table with from, to and steps")
        case "sobol":
            return translate("Planner", "a table with from and to")
    return translate("Planner", "a table with fixed; its values stand in the list")


def _values(inputs: Fields, key: str) -> tuple[float, ...]:
    """Return the values of one input of a grid."""
    held = inputs.held[key]
    own = inputs.table(key) if isinstance(held, dict) else inputs
    listed = held.get("values") if isinstance(held, dict) else held
    if listed is None:
        return evenly(_ends(own), own.whole("steps", 2, _STEPS_AT_MOST, 2))
    place = "values" if isinstance(held, dict) else key
    if isinstance(held, dict) and len(held.keys() & {"values", "from", "to", "steps"}) > 1:
        raise own.fault(translate("Planner", "give either values, or from, to and steps"), place)
    if not isinstance(listed, list) or not listed or not all(map(is_number, listed)):
        raise own.wrong(place, listed, translate("Planner", "a list of numbers"))
    if len(set(listed)) < len(listed):
        raise own.wrong(place, listed, translate("Planner", "a list without repetitions"))
    return tuple(float(each) for each in listed)


def _ends(own: Fields) -> Ends:
    low, high = own.number("from"), own.number("to")
    if low >= high:
        text = translate("Planner", "from is {low} and to is {high}; from must be less")
        said = text.format(low=plain(low, is_grouped=False), high=plain(high, is_grouped=False))
        raise own.fault(said, "from")
    return low, high


def _in_world(each: Input, base: Scenario, world: str) -> Scenario:
    """Return what an input is applied to: a lever to the base, an assumption to it in a world."""
    return base if each.is_lever or not world else world_named(world).applied(base)


def _try_each(
    inputs: Fields, each: Input, values: Sequence[float], base: Scenario, worlds: Worlds
) -> None:
    try:
        for world in worlds or NOWHERE:
            present = _in_world(each, base, world)
            for value in values:
                each.applied(present, value)
    except (DesignError, ScenarioError) as error:
        raise inputs.fault(str(error), each.name) from None


def _try_rows(
    table: Listed,
    each: Input,
    values: NDArray[np.float64],
    places: NDArray[np.intp],
    base: Scenario,
) -> None:
    """Try the least and the most of a column's rows: what is allowed of an input is a range."""
    own = values[places]
    for place in (int(places[own.argmin()]), int(places[own.argmax()])):
        try:
            each.applied(base, float(values[place]))
        except (DesignError, ScenarioError) as error:
            raise table.fault(str(error), table.line_of(place)) from None


def _try_together(points: Points, base: Scenario, inputs: Fields) -> None:
    """Make the first point in each world: what fits one by one may not fit together."""
    firsts = np.unique(points.world, return_index=True)[1] + 1
    try:
        for number in firsts.tolist():
            points.scenario_at(base, number)
    except (DesignError, ScenarioError) as error:
        raise inputs.fault(str(error)) from None


def _too_many(design: Fields) -> SweepError:
    text = translate("Planner", "there are more than {most} points")
    return design.fault(text.format(most=plain(POINTS_AT_MOST)))
