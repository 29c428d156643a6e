"""Makes one record from one table of a file, checking every field's name and type.

Knows nothing of what the fields mean or how records refer to each other (`load` does).
Floor: facts.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from planner.facts.record import Dispute, EvidenceError, Fact, Judgement, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_Record = TypeVar("_Record", Source, Fact, Judgement, Dispute)
_HINTS = {kind.__name__: get_type_hints(kind) for kind in (Source, Fact, Judgement, Dispute)}


def record(kind: type[_Record], table: Mapping[str, object], path: Path) -> _Record:
    """Return the record that `table` describes; raises EvidenceError naming file, id and field."""
    where = f"{path}: {table.get('id', 'a table without id')}"
    hints = _HINTS[kind.__name__]
    unknown = sorted(set(table) - set(hints))
    if unknown:
        message = f"{where}: unknown field {', '.join(unknown)}; allowed are {', '.join(hints)}"
        raise EvidenceError(message)
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in table:
            values[field.name] = _value(table[field.name], hints[field.name], where, field.name)
        elif field.default is MISSING:
            message = f"{where}: field {field.name} is missing"
            raise EvidenceError(message)
    return kind(**values)


def _value(given: object, hint: object, where: str, name: str) -> object:
    """Return `given` as the type that `hint` asks for."""
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    allowed = get_args(hint)
    if hint == tuple[str, ...]:
        if isinstance(given, list) and all(isinstance(each, str) for each in given):
            return tuple(given)
    elif hint is float or float in allowed:
        if is_number:
            return float(given)  # type: ignore[arg-type]
    elif allowed:
        if given in allowed:
            return given
    elif isinstance(hint, type) and isinstance(given, hint):
        return given
    message = f"{where}: field {name} cannot be {given!r}; wanted {_wanted(hint)}"
    raise EvidenceError(message)


def _wanted(hint: object) -> str:
    """Say in words what a field may hold."""
    if hint == tuple[str, ...]:
        return "a list of texts"
    if hint is float or float in get_args(hint):
        return "a number"
    if get_args(hint):
        return " or ".join(f'"{each}"' for each in get_args(hint))
    return "true or false" if hint is bool else "a text"
