"""An effect in every variant as text: a CSV for a spreadsheet, JSON for programs; seventh floor."""

import json

from planner.files.exports.records import Record, records_csv
from planner.model.graph import model
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.finding import finding
from planner.studies.robustness import Effect, Robustness

_FORMAT = "suanli-variants"


@speaking(ENGLISH)
def variants_csv(found: Robustness) -> str:
    """Return a row per variant, each number with nine digits at most."""
    return records_csv(variants_records(found))


@speaking(ENGLISH)
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
        "unit": model().outcomes[asked.outcome].told_in,
        "is_open": found.is_open,
        "variants": list(variants_records(found)),
        "finding": finding(found),
    }
    return json.dumps(document, indent=1) + "\n"


def variants_records(found: Robustness) -> tuple[Record, ...]:
    """Return a record for each variant, as exact as it was computed."""
    return tuple(map(_record, found.effects))


def _record(effect: Effect) -> Record:
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
