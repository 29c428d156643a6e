"""A backtest as text: a CSV of the points for a spreadsheet, JSON for programs.

Seventh floor of planner. A row per point; what model 1.0 gave stands behind, empty where it had no
such outcome.
"""

import json
from dataclasses import asdict

from planner.files.exports.records import Record, records_csv
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.backtest import Backtest, Judged, backtest_model, scores, scores_by_topic
from planner.studies.misses import misses, summary_of

_FORMAT = "suanli-backtest"


@speaking(ENGLISH)
def backtest_csv(found: Backtest) -> str:
    """Return the points as CSV, each number with nine digits at most."""
    return records_csv(backtest_records(found))


@speaking(ENGLISH)
def backtest_json(found: Backtest) -> str:
    """Return points, scores and sentences as JSON."""
    document = {
        "format": _FORMAT,
        "version": 1,
        "model_version": backtest_model(),
        "points": list(backtest_records(found)),
        "not_compared": [point.id for point in found.not_compared],
        "scores": [asdict(each) for each in scores(found.rows)],
        "scores_by_topic": [asdict(each) for each in scores_by_topic(found.rows)],
        "scores_as_drawn": [asdict(each) for each in scores(found.as_drawn)],
        "summary": list(summary_of(found)),
        "misses": [each.sentence for each in misses(found.rows)],
    }
    return json.dumps(document, indent=1) + "\n"


def backtest_records(found: Backtest) -> tuple[Record, ...]:
    """Return a record for each point, as exact as it was computed."""
    return tuple(map(_record, found.rows))


def _record(row: Judged) -> Record:
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
