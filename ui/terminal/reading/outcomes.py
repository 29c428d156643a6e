"""Reads which outcome is meant: its name, or its name and an element, as in the CSV."""

from difflib import get_close_matches

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.outcome import Outcome
from planner.quantities.told.lists import in_a_row, one_of
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.inputs import InputError, check_element_named


def outcome_named(text: str) -> tuple[str, str]:
    """Return the outcome and the element that are meant; its first element where none is named.

    Raises InputError for what is no outcome, and for one whose futures are counted.
    """
    check_element_named(text)
    key, element = split_address(text)
    outcome = known_outcome(key)
    if outcome.is_counted:
        said = translate(
            "Terminal", "{name} is no number that could go up or down: its futures are counted"
        )
        raise InputError(said.format(name=key))
    elements = outcome.elements
    if element not in elements:
        said = translate("Terminal", "there is no outcome {name}; there are {known}")
        known = in_a_row([f"{key}.{each}" if each else key for each in elements])
        raise InputError(said.format(name=shown(text), known=known))
    return key, element


def known_outcome(key: str) -> Outcome:
    """Return the outcome of a key. Raises InputError for an unknown one."""
    if key not in model().outcomes:
        raise _unknown(key)
    return model().outcomes[key]


def _unknown(key: str) -> InputError:
    near = get_close_matches(key, model().outcomes, n=3)
    if near:
        text = translate("Terminal", "there is no outcome {name}; did you mean {near}?")
        return InputError(text.format(name=shown(key), near=one_of(near)))
    text = translate("Terminal", "there is no outcome {name}; `suanli reference` lists them")
    return InputError(text.format(name=shown(key)))
