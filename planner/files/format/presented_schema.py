"""The shape of what is presented of a scenario, in its file; seventh floor of planner.

Question, finding and decision are texts of the scenario's own; the story is a list of steps, each
with a state in the fields of a scenario, and notes stand in a list. Which charts there are, and
what a text of a view means, is known where windows are: here they are texts.
"""

from typing import Any, Final, Literal, get_args

from planner.ensemble.projection import VIEWS
from planner.files.format.field_types import made_model, number_between, optional, text_field
from planner.files.format.hidden import OF_NOTES
from planner.model.paths import FIRST_DATE, LAST_DATE
from planner.model.presented.note import NOTES_AT_MOST, TEXT_AT_MOST, VALUE_AT_MOST
from planner.model.presented.presented import ARGUMENT_AT_MOST
from planner.model.presented.step import BESIDE_AT_MOST, SENTENCE_AT_MOST, STEPS_AT_MOST
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.quantities.unit_system import Compute, Money

STEP: Final = "StoryStep"
BESIDE: Final = "BesideStep"
NOTE: Final = "PinnedNote"
TITLE_AT_MOST: Final = 200
SHOWN_AT_MOST: Final = 4_000
KEY_AT_MOST: Final = 100
DOCS: Final = {
    "question": "What the scenario is to find out.",
    "finding": "What was found.",
    "decision": "What was decided.",
}


def argument_fields() -> dict[str, tuple[Any, Any]]:
    """Return the fields of question, finding and decision."""
    return {key: text_field(doc, ARGUMENT_AT_MOST, OF_NOTES) for key, doc in DOCS.items()}


def story_type(state: dict[str, Any]) -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of a story, given the fields of a state."""
    beside: Any = made_model(
        BESIDE,
        "A scenario that is drawn beside that of a step, in the state it was in.",
        title=text_field("What the scenario is called.", TITLE_AT_MOST, least=1),
        **state,
    )
    step: Any = made_model(
        STEP,
        "A state of the scenario to be shown, and what is said of it.",
        title=text_field("What the step is called.", TITLE_AT_MOST, least=1),
        sentence=text_field("What it is to show.", SENTENCE_AT_MOST),
        **state,
        beside=optional(
            _list_of(beside, BESIDE_AT_MOST),
            description="Scenarios that are drawn beside it; missing where that is not known.",
        ),
        shown=optional(_shown(), description="What the window shows of it."),
    )
    return _list_of(step, STEPS_AT_MOST)


def pinned_type() -> Any:  # noqa: ANN401  (a type made at run time)
    """Return the type of the list of notes on charts."""
    share = number_between(0.0, 1.0, "")
    note: Any = made_model(
        NOTE,
        "A text on a chart, about the chart, a date of its curve, or a point.",
        text=text_field("What it says.", TEXT_AT_MOST, OF_NOTES, least=1),
        chart=text_field("The chart it is on.", KEY_AT_MOST, least=1),
        element=text_field("The area or segment of the chart.", KEY_AT_MOST),
        date=optional(number_between(FIRST_DATE, LAST_DATE, "year")),
        value=optional(number_between(-VALUE_AT_MOST, VALUE_AT_MOST, "")),
        x=optional(share, description="Middle of the text, from the left of the plot."),
        y=optional(share, description="Middle of the text, from the top of the plot."),
    )
    return _list_of(note, NOTES_AT_MOST)


def _shown() -> Any:  # noqa: ANN401  (a type made at run time)
    from pydantic import Field

    both: Any = {"enum": [True, False]}
    years: Any = (int, Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR_AT_MOST))
    texts = {key: _text(doc) for key, doc in _TEXTS.items()}
    return made_model(
        "Shown",
        "How the window shows it; each part may be missing. Texts are as in the view of a session.",
        year=years,
        view=optional(Literal[VIEWS]),
        charts=texts["charts"],
        arrangement=texts["arrangement"],
        strips=(bool, Field(default=None, json_schema_extra=both)),
        cards=texts["cards"],
        places=texts["places"],
        money=optional(Literal[get_args(Money)]),
        compute=optional(Literal[get_args(Compute)]),
        against=_text("Title of what all are held against; empty for the baseline.", TITLE_AT_MOST),
    )


def _text(doc: str, most: int = SHOWN_AT_MOST) -> tuple[Any, Any]:
    """Return a text that is left out where a window is to stay as it is, an empty one is kept."""
    kind, field = text_field(doc, most)
    field.default = None
    return kind, field


def _list_of(kind: Any, most: int) -> Any:  # noqa: ANN401  (types made at run time)
    from typing import Annotated

    from pydantic import Field

    return Annotated[list[kind], Field(max_length=most)]


_TEXTS: Final = {
    "charts": "Each chart: its name, place and axes.",
    "arrangement": "How charts are laid out.",
    "cards": "Each card: outcome, place and year.",
    "places": "Places the window is about.",
}
