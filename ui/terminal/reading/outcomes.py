"""Reads which outcome is meant: its name, or its name and an element, as in the CSV."""

from difflib import get_close_matches

from planner.model.graph import model
from planner.model.indices import split_address
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.inputs import InputError, check_element_named


def outcome_named(text: str) -> tuple[str, str]:
    """Return the outcome and the element that are meant; its first element where none is named.

    Raises InputError for what is no outcome, and for one whose futures are counted.
    """
    check_element_named(text)
    key, element = split_address(text)
    outcomes = model().outcomes
    if key not in outcomes:
        near = get_close_matches(key, outcomes, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`suanli reference` lists them"
        raise InputError(f"there is no outcome {shown(key)}; {hint}")
    if outcomes[key].is_counted:
        raise InputError(f"{key} is no number that could go up or down: its futures are counted")
    elements = outcomes[key].elements
    if element not in elements:
        allowed = ", ".join(f"{key}.{each}" if each else key for each in elements)
        raise InputError(f"there is no outcome {shown(text)}; there are {allowed}")
    return key, element
