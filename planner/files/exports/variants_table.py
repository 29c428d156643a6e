"""An effect in every variant as text: a CSV for a spreadsheet, JSON for programs; top floor."""

import json
from collections.abc import Mapping

from planner.files.exports.tidy_table import csv_cell
from planner.model.graph import model
from planner.studies.finding import finding
from planner.studies.robustness import Effect, Robustness

_FORMAT = "suanli-variants"


def variants_csv(found: Robustness) -> str:
    """Return a row per variant, each number with nine digits at most."""
    rows = [_record(effect) for effect in found.effects]
    lines = [list(rows[0]), *([_cell(each) for each in row.values()] for row in rows)]
    return "".join(f"{','.join(line)}\n" for line in lines)


def variants_json(found: Robustness) -> str:
    """Return the question, the effects and the sentence as JSON."""
    asked = found.asked
    document = {
        "format": _FORMAT,
        "version": 1,
        "model_version": model().version,
        "outcome": asked.outcome,
        "element": asked.element,
        "year": asked.year,
        "unit": model().outcomes[asked.outcome].unit,
        "is_open": found.is_open,
        "variants": [_record(effect) for effect in found.effects],
        "finding": finding(found),
    }
    return json.dumps(document, indent=1) + "\n"


def _record(effect: Effect) -> Mapping[str, str | float | None]:
    return {
        "variant": effect.variant.key,
        "futures": effect.futures,
        "above": effect.above,
        "below": effect.below,
        "p10": effect.p10,
        "p50": effect.p50,
        "p90": effect.p90,
        "percent": None if effect.percent != effect.percent else effect.percent,
        "title": effect.variant.title,
    }


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return csv_cell(value) if isinstance(value, str) else f"{value:.9g}"
