"""`--set name=value`: a lever or one area of it, its dated knots, an assumption, a setting."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from planner.files.format.plain_text import plain_name
from planner.files.format.schema import NAME_AT_MOST
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.lever_settings import path_mates, with_lever_moved
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    with_assumption,
    with_lever,
    without_changes,
)
from planner.quantities.spread import Spread
from planner.quantities.told.lists import one_of
from planner.quantities.typed.digits import NoNumberError, ReadingError, folded
from planner.quantities.typed.reading import read_quantity
from planner.quantities.typed.unit_text import OtherUnitError
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.storage.sentences.spoken import ENGLISH
from ui.terminal.reading.inputs import InputError, check_element_named
from ui.terminal.reading.knots import check_together, holds_several_knots, knots_in
from ui.terminal.reading.settings import SETTINGS, with_setting

_OF_A_SPREAD = 3


def with_changes(scenario: Scenario, changes: Sequence[str]) -> Scenario:
    """Return the scenario with every `name=value` applied in order, and said in its title.

    A name without an area sets every area. A lever takes a number, which keeps the dates of its
    path, or knots `date:value,date:value`, which replace it. An assumption takes its central value
    or `low:central:high`. Numbers may carry a unit, as in the fields of the window. Raises
    InputError, or ScenarioError for a value out of range.
    """
    changed = with_all(scenario, changes)
    return replace(changed, title=_title(scenario.title, changes)) if changes else changed


def with_all(scenario: Scenario, changes: Sequence[str]) -> Scenario:
    """Return the same under the title that the scenario has."""
    check_together(changes)
    for change in changes:
        scenario = _with_change(scenario, change)
    return scenario


def _with_change(scenario: Scenario, change: str) -> Scenario:
    name, equals, text = (part.strip() for part in change.partition("="))
    if not (name and equals and text):
        text = translate("Terminal", "--set takes name=value, not {given}")
        raise InputError(text.format(given=shown(change)))
    key, element = split_address(name)
    check_element_named(name)
    if row := model().levers.get(key) or model().assumptions.get(key):
        _check_element(row, element)
        change_input = _with_lever if key in model().levers else _with_assumption
        return change_input(scenario, key, element, text)
    if name in SETTINGS:
        return with_setting(scenario, name, text)
    raise _unknown(key)


def _check_element(row: Lever | Assumption, element: str) -> None:
    """Raise InputError for an element that is written almost as one of a row is."""
    elements = elements_of(row)
    near = [] if element in elements else get_close_matches(element.lower(), elements, n=1)
    if near:
        raise _near(address(row.key, element), [address(row.key, each) for each in near])


def _unknown(key: str) -> InputError:
    """Return what is said of a name that there is not, with names that are near it."""
    rows: list[Lever | Assumption] = [*model().levers.values(), *model().assumptions.values()]
    joined = {
        f"{row.key}_{part}": address(row.key, part) for row in rows for part in elements_of(row)
    }
    known = (*(row.key for row in rows), *SETTINGS)
    near = [joined[key]] if key in joined else get_close_matches(key.lower(), known, n=3)
    if near:
        return _near(key, near)
    text = translate(
        "Terminal", "there is no lever or assumption {name}; `suanli reference` lists them"
    )
    return InputError(text.format(name=shown(key)))


def _near(name: str, near: Sequence[str]) -> InputError:
    text = translate("Terminal", "there is no lever or assumption {name}; did you mean {near}?")
    return InputError(text.format(name=shown(name), near=one_of(near)))


def _with_lever(scenario: Scenario, key: str, element: str, text: str) -> Scenario:
    name, unit = address(key, element), model().levers[key].unit
    knots = knots_in(name, text, lambda part: number_of(name, part, unit))
    elements = (element,) if element else elements_of(model().levers[key])
    for each in elements:
        whole = address(key, each)
        if knots is None:
            scenario = with_lever_moved(scenario, whole, number_of(name, text, unit))
        else:
            mates = path_mates(whole)
            scenario = with_lever(without_changes(scenario, mates), whole, knots)
    return scenario


def _with_assumption(scenario: Scenario, key: str, element: str, text: str) -> Scenario:
    elements = (element,) if element else elements_of(model().assumptions[key])
    unit = model().assumptions[key].unit
    for each in elements:
        name = address(key, each)
        spread = _spread(name, text, assumption_spread(scenario, name), unit)
        scenario = with_assumption(scenario, name, spread)
    return scenario


def _spread(name: str, text: str, present: Spread, unit: str) -> Spread:
    if holds_several_knots(text):
        text = translate(
            "Terminal",
            "{name} is an assumption, which takes no dated points but a central value or "
            "low:central:high",
        )
        raise InputError(text.format(name=name))
    numbers = [number_of(name, part, unit) for part in folded(text).split(":")]
    if len(numbers) == 1:
        low, central, high = present.low, numbers[0], present.high
    elif len(numbers) == _OF_A_SPREAD:
        low, central, high = numbers
    else:
        said = translate(
            "Terminal", "{name} takes a central value or low:central:high, not {given}"
        )
        raise InputError(said.format(name=name, given=shown(text)))
    if not low <= central <= high:
        raise _out_of_order(name, low, central, high)
    return Spread(low, central, high)


def _out_of_order(name: str, *numbers: float) -> InputError:
    text = translate(
        "Terminal",
        "{name} would have low {low}, central {central}, high {high}; give all three in order, as "
        "{name}=low:central:high",
    )
    low, central, high = (f"{each:.10g}" for each in numbers)
    return InputError(text.format(name=name, low=low, central=central, high=high))


def number_of(name: str, text: str, unit: str) -> float:
    """Return the number of a text in a unit, read as the fields of the window read it."""
    try:
        return read_quantity(text, unit) + 0.0
    except ReadingError as error:
        raise InputError(_no_number(name, text, unit, error)) from None


def _no_number(name: str, given: str, unit: str, error: ReadingError) -> str:
    """Return why a text is no number in a unit, as far as there is more to be said."""
    own = unit_form(unit, language=ENGLISH).shown
    text = translate("Terminal", "{name} takes a number, not {given}: {why}")
    if isinstance(error, NoNumberError):
        text = translate("Terminal", "{name} takes a number, not {given}")
    elif isinstance(error, OtherUnitError) and own:
        text = translate("Terminal", "{name} takes a number, not {given}: {why}, not of {unit}")
    elif isinstance(error, OtherUnitError):
        text = translate(
            "Terminal", "{name} takes a number, not {given}: {why}, not of a plain number"
        )
    return text.format(name=name, given=shown(given), why=error, unit=own)


def _title(title: str, changes: Sequence[str]) -> str:
    """Return a title that says what was set, so that two such runs are told apart."""
    said = plain_name(f"{title} with {', '.join(changes)}")
    if len(said) <= NAME_AT_MOST:
        return said
    return f"{title[:150]} with {len(changes)} change{'s' if len(changes) > 1 else ''}"
