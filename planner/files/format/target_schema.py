"""The shape of targets in a scenario file; seventh floor of planner.

Which outcome has which element, and what is held against what, no single field can tell: that is
checked where a scenario is made of the fields.
"""

from typing import Any, Literal, get_args

from planner.files.format.field_types import (
    either_of,
    knots_type,
    made_model,
    number_between,
    optional,
)
from planner.files.format.knots import schema_of_knots
from planner.model.graph import model
from planner.model.indices import ELEMENTS
from planner.model.targets.faults import LEVEL_AT_MOST, TARGETS_AT_MOST
from planner.model.targets.target import FIRST_YEAR, LAST_YEAR, SENSES, Between


def outcomes_wanted() -> tuple[str, ...]:
    """Return the outcomes that can have a target: those that are numbers."""
    return tuple(key for key, row in model().outcomes.items() if not row.is_counted)


def elements_known() -> tuple[str, ...]:
    """Return every area and segment."""
    return tuple(each for every in ELEMENTS.values() for each in every if each)


def targets_type() -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of the list of targets."""
    from typing import Annotated

    from pydantic import Field

    outcome: Any = Literal[outcomes_wanted()]
    target: Any = made_model(
        "Target",
        "What an outcome is to be: at the end of a year, else in every year or along knots.",
        outcome=(outcome, ...),
        element=optional(
            Literal[elements_known()], description="An area or a segment; the whole without."
        ),
        sense=(Literal[SENSES], ...),
        level=(_level(), ...),
        year=optional(_year(), description="Its December is judged."),
        between=optional(Literal[get_args(Between)], description="How knots are read."),
    )
    rules: Any = Field(max_length=TARGETS_AT_MOST, json_schema_extra={"uniqueItems": True})
    return Annotated[list[target], rules]


def _year() -> Any:  # noqa: ANN401  (a type made at run time)
    from typing import Annotated

    from pydantic import Field

    return Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


def _level() -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of a level: a number, knots, or the key of an outcome."""
    ends = -LEVEL_AT_MOST, LEVEL_AT_MOST, "1"
    return either_of(
        number=number_between(*ends),
        knots=knots_type(schema_of_knots(*ends)),
        word=Literal[outcomes_wanted()],
    )
