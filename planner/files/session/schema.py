"""The published JSON Schema of session files; seventh floor of planner.

What a scenario may hold is told by the schema of scenario files, which stands beside it.
"""

import json

from planner.files.format.allowed import Schema
from planner.files.scenario.scenario_list import SCENARIOS_AT_MOST
from planner.files.session.answer_fields import answers_schema
from planner.files.session.session_file import FIELDS, FORMAT, VERSION
from planner.files.session.view_fields import view_schema


def session_schema() -> Schema:
    """Return the JSON Schema of a session file."""
    scenarios = {
        "type": "array",
        "minItems": 1,
        "maxItems": SCENARIOS_AT_MOST,
        "items": {"$ref": "scenario.schema.json"},
        "description": "Scenarios in their order, each as in a file of its own.",
    }
    kinds = (
        {"const": FORMAT},
        {"const": VERSION},
        scenarios,
        view_schema(),
        answers_schema(),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Session",
        "description": "All scenarios of a Suanli window, how it shows them, and answers.",
        "type": "object",
        "properties": dict(zip(FIELDS, kinds, strict=True)),
        "required": list(FIELDS[:3]),
        "additionalProperties": False,
    }


def session_schema_bytes() -> bytes:
    """Return the JSON Schema as it is published."""
    return (json.dumps(session_schema(), indent=2, ensure_ascii=False) + "\n").encode()
