"""The inputs in which scenarios differ, a line each: name, unit, and what each scenario has.

Floor: wording. Which inputs differ is told by `planner.studies.differing_inputs`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final, assert_never

from planner.facts.record import FIGURES_IN_WORDS
from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.model.inputs import Lever, elements_of, reference_value
from planner.model.lever_settings import has_knots, lever_texts_apart
from planner.model.path_words import KNOTS_NAMED, at_text
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_at,
    assumption_default,
    assumption_spread,
    lever_at,
    lever_path,
)
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import fixed
from planner.storage.sentences.catalog import translate
from planner.studies.differing_inputs import DifferingInputs, Setting
from ui.wording.own import own_text
from ui.wording.rows.acting import acting_span
from ui.wording.rows.path_display import knot_in, number_in
from ui.wording.rows.row_display import values_of
from ui.wording.scale import scale_of_assumption, scale_of_lever
from ui.wording.sharing import is_mean, whole
from ui.wording.translate import unit_text

_ALIKE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class InputLine:
    """One input: its name, the unit behind it, and what each scenario has, the first one's first.

    `address` is that of a lever or an assumption, empty for what is set beside them. `acting` says
    from when to when the number of a lever acts; a path has dates of its own.
    """

    name: str
    unit: str
    texts: tuple[str, ...]
    address: str = ""
    acting: str = ""

    def differs(self, column: int) -> bool:
        """Tell whether a scenario has it otherwise than the first."""
        return self.texts[column] != self.texts[0]


def input_lines(
    found: DifferingInputs, scenarios: Sequence[Scenario], most: int = KNOTS_NAMED
) -> tuple[InputLine, ...]:
    """Return a line for each input in which the scenarios differ, with so many knots of a path.

    Areas of a lever that move alike stand in one.
    """
    return (
        *_levers(found.levers, scenarios, most),
        *(_assumption(name, scenarios) for name in found.assumptions),
        *_settings(found.settings, scenarios),
    )


def _levers(names: Sequence[str], scenarios: Sequence[Scenario], most: int) -> Iterator[InputLine]:
    for key, some in groupby(names, key=lambda name: split_address(name)[0]):
        of_key, lever = list(some), model().levers[key]
        if _is_one(lever, of_key, scenarios):
            yield _together(lever, scenarios)
        else:
            yield from (_lever(name, scenarios, most) for name in of_key)


def _lever(name: str, scenarios: Sequence[Scenario], most: int) -> InputLine:
    row, element = lever_at(name)
    scale = scale_of_lever(row)
    number = partial(knot_in, scale)
    texts = lever_texts_apart(name, scenarios, number, most)
    if row.reference is not None and not has_knots(name, *scenarios):
        texts = [_ends_told(lever_path(each, name), row, number) for each in scenarios]
    unit = unit_text(scale.shown_unit)
    if unit == "%":
        texts, unit = [f"{each}%" if each[-1:].isdigit() else each for each in texts], ""
    acting = "" if has_knots(name, *scenarios) else acting_span(row, element, scenarios[0])
    return InputLine(_named(row.label, element), unit, tuple(texts), name, acting)


def _ends_told(path: LeverPath, row: Lever, number: Callable[[float], str]) -> str:
    """Return what a number makes of a path: the value that it sets, and the last one."""
    date, last = path.knots[-1]
    first = number(reference_value(row, path))
    if row.reference is None or number(last) == first:
        return first
    return in_turn((at_text(first, row.reference), at_text(number(last), date)))


def _is_one(lever: Lever, names: Sequence[str], scenarios: Sequence[Scenario]) -> bool:
    """Tell whether scenarios differ in all areas of a lever, which move alike in each."""
    is_whole = 1 < len(elements_of(lever)) == len(names)
    return is_whole and all(_moves_as_one(each, scenarios[0], lever) for each in scenarios)


def _moves_as_one(scenario: Scenario, first: Scenario, lever: Lever) -> bool:
    """Tell whether all areas have the same multiple of what they have in the first scenario."""
    own = (value for name, value in scenario.levers if split_address(name)[0] == lever.key)
    if any(isinstance(value, LeverPath) for value in own):
        return False
    values, before = values_of(scenario, lever), values_of(first, lever)
    factor = sum(values) / sum(before) if sum(before) else 0.0
    pairs = zip(values, before, strict=True)
    return all(abs(value - factor * usual) <= _ALIKE * abs(value) for value, usual in pairs)


def _together(lever: Lever, scenarios: Sequence[Scenario]) -> InputLine:
    scale = scale_of_lever(lever)
    form = (
        translate("Moves", "{name}, mean of the places")
        if is_mean(lever)
        else translate("Moves", "{name}, all places")
    )
    values = (whole(lever, values_of(each, lever)) for each in scenarios)
    texts = tuple(number_in(scale, value) for value in values)
    title = form.format(name=model_text(lever.label))
    acting = acting_span(lever, "", scenarios[0])
    return InputLine(title, unit_text(scale.shown_unit), texts, lever.key, acting)


def _assumption(name: str, scenarios: Sequence[Scenario]) -> InputLine:
    row, element = assumption_at(name)
    scale = scale_of_assumption(row, assumption_default(name))
    text = translate("Table", "{central} ({low}–{high})")
    texts = []
    for each in scenarios:
        spread = assumption_spread(each, name)
        low, central, high = (
            knot_in(scale, end) for end in (spread.low, spread.central, spread.high)
        )
        texts.append(text.format(low=low, central=central, high=high))
    return InputLine(_named(row.label, element), unit_text(scale.shown_unit), tuple(texts), name)


def _named(label: str, element: str) -> str:
    name = model_text(label)
    return in_turn((name, model_text(LABELS[element]))) if element else name


def _settings(found: Sequence[Setting], scenarios: Sequence[Scenario]) -> Iterator[InputLine]:
    for setting in found:
        yield InputLine(_name_of(setting), "", tuple(_set_to(setting, each) for each in scenarios))


def _name_of(setting: Setting) -> str:
    match setting:
        case "figures":
            return translate("Table", "Figures")
        case "draws":
            return translate("Table", "Futures")
        case "own":
            return translate("Table", "Your own numbers")
        case "seed":
            return translate("Table", "Seed")
        case "futures":
            return translate("Table", "Number of futures")
        case "last_year":
            return translate("Table", "Final year of the charts")
        case _:
            assert_never(setting)


def _set_to(setting: Setting, scenario: Scenario) -> str:
    match setting:
        case "figures":
            return model_text(FIGURES_IN_WORDS[scenario.figures])
        case "draws":
            return model_text(scenario.draws)
        case "own":
            return own_text(scenario.own)
        case "seed":
            return str(scenario.seed)
        case "futures":
            return with_unit(fixed(scenario.futures, 0), "")
        case "last_year":
            return str(scenario.last_year)
        case _:
            assert_never(setting)
