"""Answers that a session keeps, as the fields of its file, and back; seventh floor of planner.

As a part of the view, one that is damaged or of another version is left out and named, and all else
holds: it can be asked again. Numbers that are undefined or unbounded are kept as nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite
from typing import Any, Final, get_args

from planner.files.format.allowed import Schema
from planner.files.format.decode import Fields
from planner.files.session.picture_fields import (
    PICTURE,
    fields_of_picture,
    fits_a_file,
    picture_in,
    picture_schema,
)
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Draws,
)
from planner.studies.answers.about import About, AboutError, check_about
from planner.studies.answers.answer import Answer
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell

ANSWERS: Final = "answers"
ANSWERS_AT_MOST: Final = 24
CELLS_AT_MOST: Final = 8_000
"""Of one answer."""
TEXT_AT_MOST: Final = 2_000
_COLUMNS_AT_MOST: Final = 40
_NOTES_AT_MOST: Final = 20
_WORDS: Final = ("study", "title", "scenario", "against", "sentence")
_WHOLES: Final = {
    "year": (FIRST_YEAR, LAST_YEAR_AT_MOST),
    "seed": (0, SEED_AT_MOST),
    "futures": (0, FUTURES_AT_MOST),
}
_TEXTS: Final = (*_WORDS, "outcome", "element", "draws", "model")


class _WrongError(Exception):
    """What stands in a file is no answer."""


def storable(answer: Answer) -> Answer | None:
    """Return an answer as a file has it; None for one that is larger than a file takes."""
    table = answer.table
    if len(table.rows) * len(table.columns) > CELLS_AT_MOST:
        return None
    rows = tuple(tuple(map(_stored, row)) for row in table.rows)
    notes = tuple(map(_text, table.notes[:_NOTES_AT_MOST]))
    kept = AnswerTable(_text(table.title), tuple(map(_column, table.columns)), rows, notes)
    return Answer(
        **{name: _text(getattr(answer, name)) for name in _WORDS},
        about=answer.about,
        table=kept,
        stamp=answer.stamp,
        picture=answer.picture if answer.picture and fits_a_file(answer.picture) else None,
        english=answer.english,
    )


def fields_of_answer(answer: Answer) -> Fields:
    """Return the fields of an answer, in order."""
    about, stamp, table = answer.about, answer.stamp, answer.table
    return {
        **{name: getattr(answer, name) for name in _WORDS},
        "outcome": about.outcome,
        "element": about.element,
        "year": about.year,
        "seed": stamp.seed,
        "draws": stamp.draws,
        "futures": stamp.futures,
        "model": stamp.model,
        "table": {
            "title": table.title,
            "columns": [
                {
                    "key": each.key,
                    "label": each.label,
                    "unit": each.unit,
                    "is_difference": each.is_difference,
                }
                for each in table.columns
            ],
            "rows": [list(row) for row in table.rows],
            "notes": list(table.notes),
        },
        **({} if answer.picture is None else {PICTURE: fields_of_picture(answer.picture)}),
    }


def answers_in(found: object) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """Return the answers in a file, and `answers` where one of them or all cannot be read."""
    if not isinstance(found, list):
        return (), (ANSWERS,)
    made = [_answer(each) for each in found[:ANSWERS_AT_MOST]]
    kept = tuple(each for each in made if each is not None)
    return kept, () if len(kept) == len(found) else (ANSWERS,)


def answers_schema() -> Schema:
    """Return what answers may be, as JSON Schema."""
    text: Schema = {"type": "string", "maxLength": TEXT_AT_MOST}
    column = {
        "type": "object",
        "properties": {
            **dict.fromkeys(("key", "label", "unit"), text),
            "is_difference": {"type": "boolean"},
        },
        "required": ["key", "label", "unit", "is_difference"],
        "additionalProperties": False,
    }
    row = {"type": "array", "items": {"type": ["number", "string", "null"]}}
    table = {
        "type": "object",
        "properties": {
            "title": text,
            "columns": {"type": "array", "maxItems": _COLUMNS_AT_MOST, "items": column},
            "rows": {"type": "array", "items": row},
            "notes": {"type": "array", "maxItems": _NOTES_AT_MOST, "items": text},
        },
        "required": ["title", "columns", "rows", "notes"],
        "additionalProperties": False,
    }
    wholes = {
        name: {"type": "integer", "minimum": low, "maximum": high}
        for name, (low, high) in _WHOLES.items()
    }
    properties = {
        **dict.fromkeys(_TEXTS, text),
        **wholes,
        "table": table,
        PICTURE: picture_schema(),
    }
    item = {
        "type": "object",
        "properties": {**properties, "draws": {"enum": list(get_args(Draws))}},
        "required": [*_TEXTS, *_WHOLES, "table"],
        "additionalProperties": False,
    }
    return {
        "type": "array",
        "maxItems": ANSWERS_AT_MOST,
        "items": item,
        "description": "Answers that are kept beside the scenarios; may be missing.",
    }


def _answer(found: object) -> Answer | None:
    """Return one answer, None where it cannot be read; its picture alone may be wrong."""
    try:
        return _read(_object(found, (*_TEXTS, *_WHOLES, "table"), PICTURE))
    except (_WrongError, AboutError):
        return None


def _read(fields: Mapping[str, Any]) -> Answer:
    for name in _TEXTS:
        _check(_is_text(fields[name]))
    for name, (low, high) in _WHOLES.items():
        _check(_is_whole(fields[name], low, high))
    draws = next((each for each in get_args(Draws) if each == fields["draws"]), None)
    if draws is None:
        raise _WrongError
    about = check_about(About(fields["outcome"], fields["element"], fields["year"]))
    stamp = Stamp(fields["seed"], draws, fields["futures"], fields["model"])
    words = {name: fields[name] for name in _WORDS}
    picture = picture_in(fields[PICTURE]) if PICTURE in fields else None
    return Answer(**words, about=about, table=_table(fields["table"]), stamp=stamp, picture=picture)


def _table(found: object) -> AnswerTable:
    fields = _object(found, ("title", "columns", "rows", "notes"))
    _check(_is_text(fields["title"]))
    columns = tuple(map(_column_in, _list(fields["columns"], _COLUMNS_AT_MOST)))
    notes = _list(fields["notes"], _NOTES_AT_MOST)
    _check(all(map(_is_text, notes)))
    rows = _list(fields["rows"], CELLS_AT_MOST)
    _check(len(rows) * len(columns) <= CELLS_AT_MOST)
    cells = tuple(tuple(map(_cell_in, _list(row, len(columns)))) for row in rows)
    _check(all(len(row) == len(columns) for row in cells))
    return AnswerTable(fields["title"], columns, cells, tuple(notes))


def _column_in(found: object) -> AnswerColumn:
    fields = _object(found, ("key", "label", "unit", "is_difference"))
    _check(all(_is_text(fields[name]) for name in ("key", "label", "unit")))
    _check(isinstance(fields["is_difference"], bool))
    return AnswerColumn(**fields)


def _cell_in(found: object) -> Cell:
    if found is None or _is_text(found):
        return found if isinstance(found, str) else None
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        raise _WrongError
    return float(found)


def _stored(cell: Cell) -> Cell:
    if cell is None:
        return None
    if isinstance(cell, str):
        return _text(cell)
    return float(cell) if isfinite(cell) else None


def _column(column: AnswerColumn) -> AnswerColumn:
    return replace(column, label=_text(column.label))


def _text(text: str) -> str:
    """Return a text as a file takes it: on one line, without what does not show."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    return shown[:TEXT_AT_MOST]


def _object(found: object, names: tuple[str, ...], *may_be: str) -> Mapping[str, Any]:
    """Return an object that has each of the names, and no others but those that it may have."""
    if not isinstance(found, dict) or not set(names) <= set(found) <= {*names, *may_be}:
        raise _WrongError
    return found


def _list(found: object, most: int) -> list[Any]:
    if not isinstance(found, list) or len(found) > most:
        raise _WrongError
    return found


def _check(is_right: bool) -> None:  # noqa: FBT001 - what is to hold
    if not is_right:
        raise _WrongError


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= TEXT_AT_MOST and value.isprintable()


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
