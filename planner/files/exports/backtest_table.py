"""A backtest as text: a CSV of the points for a spreadsheet, JSON for programs.

Top floor of planner. A row per point; what model 1.0 gave stands behind, empty where it had no
such outcome.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict

from planner.files.exports.tidy_table import csv_cell
from planner.studies.backtest import Backtest, Judged, backtest_model, scores, scores_by_topic
from planner.studies.misses import misses, summary_of

Value = str | float | bool | None

_FORMAT = "suanli-backtest"


def backtest_csv(found: Backtest) -> str:
    """Return the points as CSV, each number with nine digits at most."""
    rows = [_record(row) for row in found.rows]
    head = list(rows[0]) if rows else ["id"]
    lines = [head, *(list(map(_cell, row.values())) for row in rows)]
    return "".join(f"{','.join(line)}\n" for line in lines)


def backtest_json(found: Backtest) -> str:
    """Return points, scores and sentences as JSON."""
    document = {
        "format": _FORMAT,
        "version": 1,
        "model_version": backtest_model(),
        "points": [_record(row) for row in found.rows],
        "not_compared": [point.id for point in found.not_compared],
        "scores": [asdict(each) for each in scores(found.rows)],
        "scores_by_topic": [asdict(each) for each in scores_by_topic(found.rows)],
        "scores_as_drawn": [asdict(each) for each in scores(found.as_drawn)],
        "summary": list(summary_of(found)),
        "misses": [each.sentence for each in misses(found.rows)],
    }
    return json.dumps(document, indent=1) + "\n"


def _record(row: Judged) -> Mapping[str, Value]:
    point, first = row.point, row.first
    return {
        "id": point.id,
        "group": point.group,
        "set": point.set,
        "grade": point.grade,
        "outcome": point.outcome,
        "element": point.element,
        "reading": point.reading,
        "start": point.start,
        "end": point.end,
        "unit": point.unit,
        "bound": point.bound,
        "low": point.low,
        "measured": point.central,
        "high": point.high,
        "center": row.center,
        "p10": row.p10,
        "p50": row.p50,
        "p90": row.p90,
        "inside": row.inside,
        "with_error": row.with_error,
        "crps": row.crps,
        "first_p10": first.p10 if first else None,
        "first_p50": first.p50 if first else None,
        "first_p90": first.p90 if first else None,
        "first_inside": first.inside if first else None,
        "first_crps": first.crps if first else None,
        "evidence": " ".join(point.evidence),
        "label": point.label,
    }


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return csv_cell(value) if isinstance(value, str) else f"{value:.9g}"
