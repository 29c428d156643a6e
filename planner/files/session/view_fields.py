"""The view of a session as the fields of its file, and back; seventh floor of planner.

It is no part of what was computed: a part that is damaged or of another version is left out and
named, and the others hold. What a text means is looked at where it is used.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from planner.ensemble.projection import VIEWS
from planner.files.format.allowed import Schema
from planner.files.format.decode import Fields
from planner.files.scenario.scenario_list import COLORS_AT_MOST, SCENARIOS_AT_MOST
from planner.files.session.session import SessionView
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST

VERSION: Final = 1
WHOLE: Final = "everything"
"""Stands for all parts where none of them can be read."""
TEXT_AT_MOST: Final = 4_000

Check = Callable[[Any, int], bool]
"""Whether a value can be that of a part, in a session of so many scenarios."""


def fields_of_view(view: SessionView) -> Fields:
    """Return the fields of a view, in order; what it does not say is left out."""
    said = {part.name: getattr(view, part.name) for part in fields(view)}
    return {
        "version": VERSION,
        **{
            name: list(value) if isinstance(value, tuple) else value
            for name, value in said.items()
            if value is not None
        },
    }


def view_in(found: object, count: int) -> tuple[SessionView, tuple[str, ...]]:
    """Return the view of a session of so many scenarios, and the parts that cannot be read."""
    if not isinstance(found, dict):
        return SessionView(), (WHOLE,)
    parts = {name: value for name, value in found.items() if name != "version"}
    known: Fields = {name: value for name, value in parts.items() if _is_known(name, value, count)}
    left_out = tuple(name for name in parts if name not in known)
    made: Fields = {n: tuple(v) if isinstance(v, list) else v for n, v in known.items()}
    return SessionView(**made), left_out


def view_schema() -> Schema:
    """Return what a view may hold, as JSON Schema."""
    return {
        "type": "object",
        "description": "How a window shows the scenarios; each part may be missing.",
        "properties": {
            "version": {"const": VERSION, "description": "Version of the view."},
            **{name: {**schema, "description": _WORDS[name]} for name, schema in _SCHEMAS.items()},
        },
    }


def _is_known(name: str, value: object, count: int) -> bool:
    return name in _CHECKS and _CHECKS[name](value, count)


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_current(value: object, count: int) -> bool:
    return _is_whole(value, 0, count)


def _is_year(value: object, _: int) -> bool:
    return _is_whole(value, FIRST_YEAR, LAST_YEAR_AT_MOST)


def _are_colors(value: object, count: int) -> bool:
    colors = _items(value, count)
    return colors is not None and all(_is_whole(each, 0, COLORS_AT_MOST - 1) for each in colors)


def _are_shown(value: object, count: int) -> bool:
    switches = _items(value, count)
    return switches is not None and all(isinstance(each, bool) for each in switches)


def _items(value: object, count: int) -> Sequence[object] | None:
    """Return a list with one item for each scenario; None where it is no such list."""
    return value if isinstance(value, list) and len(value) == count else None


def _is_view(value: object, _: int) -> bool:
    return isinstance(value, str) and value in VIEWS


def _is_text(value: object, _: int) -> bool:
    return isinstance(value, str) and len(value) <= TEXT_AT_MOST and value.isprintable()


def _is_switch(value: object, _: int) -> bool:
    return isinstance(value, bool)


_CHECKS: Final[Mapping[str, Check]] = {
    "current": _is_current,
    "colors": _are_colors,
    "shown": _are_shown,
    "year": _is_year,
    "view": _is_view,
    "charts": _is_text,
    "arrangement": _is_text,
    "strips": _is_switch,
    "cards": _is_text,
    "places": _is_text,
    "comparison": _is_text,
    "table": _is_switch,
    "money": _is_text,
    "compute": _is_text,
    "against": _is_current,
    "levers": _is_text,
    "report": _is_text,
}

_TEXT: Final[Schema] = {"type": "string", "maxLength": TEXT_AT_MOST}
_WHICH: Final[Schema] = {"type": "integer", "minimum": 0, "maximum": SCENARIOS_AT_MOST}
_SWITCH: Final[Schema] = {"type": "boolean"}
_SCHEMAS: Final[Mapping[str, Schema]] = {
    "current": _WHICH,
    "colors": {
        "type": "array",
        "items": {"type": "integer", "minimum": 0, "maximum": COLORS_AT_MOST - 1},
    },
    "shown": {"type": "array", "items": _SWITCH},
    "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR_AT_MOST},
    "view": {"enum": list(VIEWS)},
    "charts": _TEXT,
    "arrangement": _TEXT,
    "strips": _SWITCH,
    "cards": _TEXT,
    "places": _TEXT,
    "comparison": _TEXT,
    "table": _SWITCH,
    "money": _TEXT,
    "compute": _TEXT,
    "against": _WHICH,
    "levers": _TEXT,
    "report": _TEXT,
}
_WORDS: Final[Mapping[str, str]] = {
    "current": "Which scenario is on screen, counted from 1; 0 is the baseline.",
    "colors": "Number of each scenario's data color.",
    "shown": "Whether each scenario is drawn on the charts.",
    "year": "Year of the cards.",
    "view": "What charts draw: values, or the difference from the baseline.",
    "charts": "Each chart: its name, place, and axes where they are not the usual ones.",
    "arrangement": "How charts are laid out.",
    "strips": "Whether charts have strips of differences.",
    "cards": "Each card: outcome, place and year; a star stands for the window's.",
    "places": "Places the window is about, joined by +.",
    "comparison": "What the comparison shows.",
    "table": "Whether the comparison is open.",
    "money": "Currency in which the window tells money.",
    "compute": "Measure in which the window tells compute.",
    "against": "What all are held against, counted as the one on screen.",
    "levers": "Which levers the table of all scenarios shows.",
    "report": "Pages of reports and numbers of answers, in order, a dash before what is left out.",
}
