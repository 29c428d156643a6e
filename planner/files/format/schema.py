"""The shape of a scenario file, made from the rows of the model; seventh floor of planner.

One pydantic model validates files and gives the JSON Schema that is published in
`resources/schema/`; no lever is named here. pydantic loads with the first file, not before.
"""

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from planner.facts.record import Figures
from planner.files.format.allowed import Schema
from planner.files.format.field_types import (
    either_of,
    knots_type,
    made_model,
    number_between,
    optional,
    text_field,
    whole_field,
)
from planner.files.format.hidden import OF_NOTES, is_hidden
from planner.files.format.knots import schema_of_knots
from planner.files.format.migrate import FORMAT, present_version
from planner.files.format.own_schema import own_type
from planner.files.format.presented_schema import argument_fields, pinned_type, story_type
from planner.files.format.target_schema import targets_type
from planner.files.format.validation import loading_validation
from planner.model.graph import model
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.outcome import Outcome
from planner.model.scenario import (
    BASELINE,
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Draws,
    parts_of,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

PARTS: Final = ("center", "median", "p10", "p90")
"""What a file may keep of an outcome: its center line, or its median and 80% range."""
NAME_AT_MOST: Final = 200
NOTES_AT_MOST: Final = 20_000
MODEL_VERSION: Final = r"^[0-9]{1,4}\.[0-9]{1,4}$"
_RESULT_AT_MOST: Final = 1e15


def file_model() -> "type[BaseModel]":
    """Return the pydantic model of a whole scenario file."""
    with loading_validation():
        return _file_model()


@cache
def _file_model() -> "type[BaseModel]":
    levers = {row.key: _field(_lever(row), row) for row in model().levers.values()}
    settings = made_model("Levers", "Levers that differ from the baseline.", **levers)
    rows = {row.key: _field(_assumption(row), row) for row in model().assumptions.values()}
    assumed = made_model("Assumptions", "Assumptions that differ from the baseline.", **rows)
    state = _state(settings, assumed)
    return made_model(
        "Scenario",
        "A Suanli scenario: what differs from the baseline, and how its futures are drawn.",
        format=(Literal[FORMAT], ...),
        version=(Literal[present_version()], ...),
        title=text_field("What the scenario is called.", NAME_AT_MOST, least=1),
        notes=text_field("What its author wants a reader to know.", NOTES_AT_MOST, OF_NOTES),
        author=text_field("Who made it.", NAME_AT_MOST),
        **argument_fields(),
        baseline=(Literal[BASELINE], ...),
        model_version=_model_version(),
        **state,
        own=optional(own_type(settings, assumed)),
        story=optional(story_type(state)),
        pinned=optional(pinned_type()),
        results=optional(_results()),
    )


def _state(levers: Any, assumptions: Any) -> dict[str, Any]:  # noqa: ANN401  (made at run time)
    """Return the fields of a state: what is run of it, and what is wanted."""
    return {
        "figures": (Literal[get_args(Figures)], ...),
        "draws": (Literal[get_args(Draws)], ...),
        "seed": whole_field("Seed of the draws.", 0, SEED_AT_MOST),
        "futures": whole_field("Number of futures drawn.", 1, FUTURES_AT_MOST),
        "last_year": whole_field("Last year of the horizon.", FIRST_YEAR, LAST_YEAR_AT_MOST),
        "levers": (levers, ...),
        "assumptions": (assumptions, ...),
        "targets": optional(targets_type()),
    }


def json_schema() -> Schema:
    """Return the JSON Schema of a scenario file."""
    with loading_validation():
        return _json_schema()


@cache
def _json_schema() -> Schema:
    made: Schema = _tidied(_file_model().model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_bytes() -> bytes:
    """Return the JSON Schema as it is published; what would not show in it is escaped."""
    text = json.dumps(json_schema(), indent=2, ensure_ascii=False)
    return ("".join(map(_escaped, text)) + "\n").encode()


def _escaped(mark: str) -> str:
    return json.dumps(mark)[1:-1] if is_hidden(mark) and mark != "\n" else mark


def schema_at(place: tuple[str | int, ...]) -> Schema | None:
    """Return what the JSON Schema says about one place in the file, None where it has none."""
    schema = json_schema()
    defined = schema["$defs"]
    for part in place:
        whole = schema.get("items") if isinstance(part, int) else None
        below = whole or schema.get("properties", {}).get(part)
        if below is None:
            return None
        reference = below.get("$ref", "").rpartition("/")[2]
        schema = {**defined[reference], **below} if reference else below
    return schema


def _tidied(found: Any) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    """Drop the default of what may be left out: null is not allowed in its place."""
    match found:
        case dict():
            return {
                key: _tidied(value)
                for key, value in found.items()
                if (key, value) != ("default", None)
            }
        case list():
            return [_tidied(value) for value in found]
    return found


def _lever(row: Lever) -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of one lever's value: a number or knots, or an object of areas."""
    if row.index is None:
        return _setting(row)
    parts = {element: optional(_setting(row)) for element in elements_of(row)}
    return made_model(row.key, row.label, **parts)


def _setting(row: Lever) -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of a setting: a number, knots, or either, as the row takes them."""
    if row.over_time == "constant":
        return _number(row)
    if parts_of(row):
        return _knots(row)
    return either_of(number=_number(row), knots=_knots(row))


def _knots(row: Lever) -> Any:  # noqa: ANN401  (a type made at run time)
    return knots_type(schema_of_knots(row.least, row.most, row.unit))


def _assumption(row: Assumption) -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of one assumption's value: a spread, or an object of spreads."""
    parts = {part: (_number(row), ...) for part in ("low", "central", "high")}
    doc = f"{row.label}: low <= central <= high."
    spread = made_model(f"{row.key}_spread" if row.index else row.key, doc, **parts)
    if row.index is None:
        return spread
    elements = {element: optional(spread) for element in elements_of(row)}
    return made_model(row.key, row.label, **elements)


def _results() -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of the key figures that a file may keep."""
    from pydantic import Field

    whole = (row for row in model().outcomes.values() if row.whole and not row.is_counted)
    kept = {row.key: optional(_result(row), row.label, row.doc) for row in whole}
    doc = "Month they are of."
    return made_model(
        "Results",
        "Key figures as the model that saved the file gave them.",
        month=(str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", description=doc)),
        values=(made_model("Values", "What is kept of each outcome.", **kept), ...),
    )


def _result(row: Outcome) -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of one outcome's figures; files of older versions keep the center line."""
    number = number_between(-_RESULT_AT_MOST, _RESULT_AT_MOST, row.unit)
    doc = "Median and 80% range of the futures; the center line in files made before version 3."
    return made_model(f"{row.key}_kept", doc, **{part: optional(number) for part in PARTS})


def _number(row: Lever | Assumption) -> Any:  # noqa: ANN401  (a type made at run time)
    return number_between(row.least, row.most, row.unit)


def _field(kind: Any, row: Lever | Assumption) -> tuple[Any, Any]:  # noqa: ANN401
    return optional(kind, title=row.label, description=row.doc)


def _model_version() -> tuple[Any, Any]:
    from pydantic import Field

    doc = "Version of the model that wrote the file."
    return str, Field(pattern=MODEL_VERSION, description=doc)
