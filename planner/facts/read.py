"""Makes one record from one table of a file, checking every field's name and type.

Knows nothing of what the fields mean or how records refer to each other (`load` does).
Floor: facts.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from planner.facts.record import Dispute, EvidenceError, Fact, Judgement, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_Record = TypeVar("_Record", Source, Fact, Judgement, Dispute)


@dataclass(frozen=True, slots=True)
class _Field:
    """What one field of a record may hold: what is `allowed`, and what it is `made` into."""

    wanted: str
    is_needed: bool
    is_allowed: Callable[[Any], bool]
    made: Callable[[Any], object] | None = None


def record(kind: type[_Record], table: Mapping[str, object], path: Path) -> _Record:
    """Return the record that `table` describes; raises EvidenceError naming file, id and field."""
    known = _FIELDS[kind.__name__]
    unknown = sorted(table.keys() - known.keys())
    if unknown:
        allowed = ", ".join(known)
        message = (
            f"{_where(path, table)}: unknown field {', '.join(unknown)}; allowed are {allowed}"
        )
        raise EvidenceError(message)
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name in table:
            given = table[name]
            if not field.is_allowed(given):
                message = f"{_where(path, table)}: field {name} cannot be {given!r}; wanted "
                raise EvidenceError(message + field.wanted)
            values[name] = given if field.made is None else field.made(given)
        elif field.is_needed:
            message = f"{_where(path, table)}: field {name} is missing"
            raise EvidenceError(message)
    return kind(**values)


def _where(path: Path, table: Mapping[str, object]) -> str:
    return f"{path}: {table.get('id', 'a table without id')}"


def _are_texts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(each, str) for each in given)


def _is_number(given: object) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool)


def _field(hint: type, *, is_needed: bool) -> _Field:
    """Return what a field of this type may hold."""
    allowed = get_args(hint)
    if hint == tuple[str, ...]:
        return _Field("a list of texts", is_needed, _are_texts, tuple)
    if hint is float or float in allowed:
        return _Field("a number", is_needed, _is_number, float)
    if allowed:
        words = " or ".join(f'"{each}"' for each in allowed)
        return _Field(words, is_needed, allowed.__contains__)
    return _Field("true or false" if hint is bool else "a text", is_needed, _instance_of(hint))


def _instance_of(kind: type) -> Callable[[object], bool]:
    def is_instance(given: object) -> bool:
        return isinstance(given, kind)

    return is_instance


def _fields(kind: type[Source | Fact | Judgement | Dispute]) -> dict[str, _Field]:
    hints = get_type_hints(kind)
    return {
        field.name: _field(hints[field.name], is_needed=field.default is MISSING)
        for field in fields(kind)
    }


_FIELDS = {kind.__name__: _fields(kind) for kind in (Source, Fact, Judgement, Dispute)}
"""By kind of record, found once: looking at types takes longer than reading what they say."""
