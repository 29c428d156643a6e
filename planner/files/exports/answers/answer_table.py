"""The table of an answer as text: a CSV for a spreadsheet, JSON for programs; seventh floor.

Numbers are in the units that its columns name, as exact as they were computed up to nine digits.
JSON holds what is said, what was asked and how futures were drawn as well.
"""

import json
from math import isfinite, isnan
from typing import Final

from planner.files.exports.records import Record, records_csv
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.answers.answer import Answer
from planner.studies.answers.table import AnswerTable

_FORMAT: Final = "suanli-answer"


@speaking(ENGLISH)
def answer_csv(answer: Answer) -> str:
    """Return a line per row below the keys of the columns."""
    return records_csv(_records(answer.for_programs.table))


@speaking(ENGLISH)
def answer_json(answer: Answer) -> str:
    """Return the question, the answer and its table as JSON."""
    return (
        json.dumps(
            answer_document(answer.for_programs), indent=1, ensure_ascii=False, allow_nan=False
        )
        + "\n"
    )


def answer_document(answer: Answer) -> dict[str, object]:
    """Return an answer as values of JSON; what is undefined is null, what is unbounded a text."""
    about, stamp, table = answer.about, answer.stamp, answer.table
    return {
        "format": _FORMAT,
        "version": 1,
        "model_version": stamp.model,
        "study": answer.study,
        "title": answer.title,
        "scenario": answer.scenario,
        "against": answer.against or "baseline",
        "outcome": about.outcome,
        "element": about.element,
        "year": about.year,
        "seed": stamp.seed,
        "draws": stamp.draws,
        "futures": stamp.futures,
        "sentence": answer.sentence,
        "columns": [
            {"key": each.key, "label": each.label, "unit": each.unit} for each in table.columns
        ],
        "rows": [{key: _json(cell) for key, cell in row.items()} for row in _records(table)],
        "notes": list(table.notes),
    }


def _records(table: AnswerTable) -> list[Record]:
    keys = [each.key for each in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def _json(cell: object) -> object:
    if not isinstance(cell, float) or isfinite(cell):
        return cell
    return None if isnan(cell) else str(cell)
