"""The shape of a planner's own numbers in a scenario file; seventh floor of planner.

Points have the fields of measured ones (`planner.facts.measured`) as far as those are a planner's
to tell; levers and assumptions stand as in the scenario. What ties the fields of a point together
no single field can tell: that is checked where a scenario is made of them.
"""

from typing import Any, Final, Literal, get_args

from planner.facts.measured import LEAST, MOST, Bound, Reading
from planner.files.format.field_types import made_model, number_between, optional, text_field
from planner.files.format.target_schema import elements_known, outcomes_wanted
from planner.model.counted.own import POINTS_AT_MOST
from planner.model.paths import FIRST_DATE, LAST_DATE

POINT: Final = "OwnPoint"
TEXT_AT_MOST: Final = 200


def own_type(levers: Any, assumptions: Any) -> Any:  # noqa: ANN401  (types made at run time)
    """Return the type of own numbers, given those of levers and assumptions."""
    from typing import Annotated

    from pydantic import Field

    point: Any = _point()
    points: Any = Annotated[list[point], Field(max_length=POINTS_AT_MOST)]
    return made_model(
        "Own",
        "Numbers of the author's own, apart from the public facts.",
        points=optional(points, description="What was counted."),
        levers=optional(levers, description="What was in force, whatever is planned."),
        assumptions=optional(assumptions, description="What stands in place of public values."),
    )


def _point() -> Any:  # noqa: ANN401  (a type made at run time)
    date, figure = (number_between(*ends) for ends in (_DATES, (0.0, MOST, "")))
    above_zero = number_between(LEAST, MOST, "")
    return made_model(
        POINT,
        "What was counted: a value at `start`, or a mean to `end`; P10 is low and P90 high.",
        outcome=(Literal[outcomes_wanted()], ...),
        element=optional(Literal[elements_known()], description="An area or a segment."),
        reading=optional(Literal[get_args(Reading)]),
        start=(date, ...),
        end=optional(date),
        base_start=optional(date, description="What a growth or a ratio is held against."),
        base_end=optional(date),
        low=optional(figure),
        central=(above_zero, ...),
        high=optional(above_zero),
        unit=text_field("Unit of the figures.", TEXT_AT_MOST, least=1),
        bound=optional(Literal[get_args(Bound)[1:]], description="It is a floor."),
        id=text_field("What it is called.", TEXT_AT_MOST),
        group=text_field("The source that it rests on.", TEXT_AT_MOST),
        label=text_field("What it says.", TEXT_AT_MOST),
    )


_DATES: Final = (FIRST_DATE, LAST_DATE, "year")
