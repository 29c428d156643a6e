"""Types of the fields of a file, made at run time of numbers, texts and rows.

Seventh floor of planner. pydantic is loaded by whoever asks for the first of them.
"""

from typing import TYPE_CHECKING, Any, Final

from planner.files.format.hidden import JOINERS, pattern_of_hidden
from planner.files.format.knots import fault_of_knots

if TYPE_CHECKING:
    from pydantic import BaseModel

    from planner.files.format.allowed import Schema

KNOTS: Final = "<knots>"
NUMBER: Final = "<number>"
WORD: Final = "<word>"
"""Stand in the place of a fault for which form of a value was read; no row is called so."""

_NOT_BLANK: Final = r"\S"


def number_between(least: float, most: float, unit: str) -> Any:  # noqa: ANN401  (made at run time)
    """Return the type of a finite number between two ends, in a unit."""
    from typing import Annotated

    from pydantic import Field

    return Annotated[float, Field(ge=least, le=most, json_schema_extra={"unit": unit})]


def knots_type(schema: "Schema") -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of a path; `planner.files.format.faults` says what is wrong with one."""
    from typing import Annotated

    from pydantic import PlainValidator, WithJsonSchema

    def checked(value: object) -> object:
        if not isinstance(value, list) or fault_of_knots(value, schema, "", ""):
            raise ValueError(KNOTS)
        return value

    return Annotated[list, PlainValidator(checked), WithJsonSchema(schema)]


def either_of(**forms: Any) -> Any:  # noqa: ANN401  (types made at run time)
    """Return the type of what is a `number`, `knots` or a `word`, as far as these are given."""
    from functools import reduce
    from operator import or_
    from typing import Annotated

    from pydantic import Discriminator, Tag

    tags = {"number": NUMBER, "knots": KNOTS, "word": WORD}
    tagged = [Annotated[kind, Tag(tags[form])] for form, kind in forms.items()]
    has_words = "word" in forms

    def form_of(value: object) -> str:
        if isinstance(value, list):
            return KNOTS
        return WORD if has_words and isinstance(value, str) else NUMBER

    made: Any = reduce(or_, tagged)
    return Annotated[made, Discriminator(form_of)]


def optional(
    kind: Any,  # noqa: ANN401  (a type made at run time)
    title: str | None = None,
    description: str | None = None,
) -> tuple[Any, Any]:
    """Return a field that may be missing, and is never null."""
    from pydantic import Field

    return kind, Field(default=None, title=title, description=description)


def text_field(doc: str, most: int, fine: str = "", least: int = 0) -> tuple[Any, Any]:
    """Return a text that shows; besides joiners it may hold what is `fine`.

    What shows is for the schema alone: `plain_text` checks it, and names the character.
    """
    from pydantic import Field

    shows: Schema = {"not": {"pattern": pattern_of_hidden(JOINERS + fine)}}
    if least:
        shows["pattern"] = _NOT_BLANK
        return str, Field(
            min_length=least, max_length=most, description=doc, json_schema_extra=shows
        )
    return str, Field(default="", max_length=most, description=doc, json_schema_extra=shows)


def whole_field(doc: str, least: int, most: int) -> tuple[Any, Any]:
    """Return a field of a whole number between two ends."""
    from pydantic import Field

    return int, Field(ge=least, le=most, description=doc)


def made_model(name: str, doc: str, **fields: Any) -> "type[BaseModel]":  # noqa: ANN401
    """Return the model of an object that has these fields and no others."""
    from pydantic import ConfigDict, create_model

    rules = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
    made: type[BaseModel] = create_model(name, __config__=rules, __doc__=doc, **fields)
    return made
