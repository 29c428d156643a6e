"""Texts that are being typed and not yet accepted: what becomes of a scenario that takes them.

By the name of the field, as they are typed: an entry of recovery keeps them so. Characters that do
not show are left out of a scenario, since no file could hold them; what is too long stays out.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planner.files.format.schema import NAME_AT_MOST, NOTES_AT_MOST
from planner.model.presented.presented import ARGUMENT, ARGUMENT_AT_MOST
from planner.model.scenario import Scenario

Typed = Mapping[str, str]


def with_typed(scenario: Scenario, typed: Typed) -> Scenario:
    """Return the scenario with the texts that fit it."""
    from planner.files.format.plain_text import plain_name, plain_notes

    title = plain_name(typed.get("title", "")).strip()
    author = plain_name(typed.get("author", scenario.author)).strip()
    notes = plain_notes(typed.get("notes", scenario.notes))
    return replace(
        scenario,
        title=title if title and len(title) <= NAME_AT_MOST else scenario.title,
        author=author if len(author) <= NAME_AT_MOST else scenario.author,
        notes=notes if len(notes) <= NOTES_AT_MOST else scenario.notes,
        presented=replace(scenario.presented, **_argument(scenario, typed)),
    )


def _argument(scenario: Scenario, typed: Typed) -> dict[str, Any]:
    """Return question, finding and decision, each as typed if it fits and else as it was."""
    from planner.files.format.plain_text import plain_notes

    before = {key: getattr(scenario.presented, key) for key in ARGUMENT}
    found = {key: plain_notes(typed.get(key, before[key])) for key in ARGUMENT}
    return {k: v if len(v) <= ARGUMENT_AT_MOST else before[k] for k, v in found.items()}


def fits(typed: Typed) -> bool:
    """Tell whether a scenario can hold texts of these lengths."""
    names = max(len(typed.get(field, "")) for field in ("title", "author"))
    argument = max(len(typed.get(field, "")) for field in ARGUMENT)
    notes = len(typed.get("notes", ""))
    return names <= NAME_AT_MOST and notes <= NOTES_AT_MOST and argument <= ARGUMENT_AT_MOST
