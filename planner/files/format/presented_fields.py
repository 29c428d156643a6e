"""What is presented of a scenario as the fields of its file, and back; seventh floor of planner.

A step of the story holds the fields of a state; how these become a scenario is told by `fields`,
which is given here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, Final

from planner.files.format.decode import Fields
from planner.files.format.plain_text import check_name, check_notes, check_shows
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import ARGUMENT, NOTHING, Presented
from planner.model.presented.step import Beside, Shown, Step
from planner.model.scenario import Scenario
from planner.model.story.states import BesideStep, StoryStep

StateOf = Callable[[Fields, str, str], Scenario]
"""Makes a state of fields, where these stand in the file, and the file's name."""
FieldsOf = Callable[[Scenario], Fields]
_SAID_OF_STEP: Final = ("title", "sentence", "beside", "shown")
_NUMBERS: Final = ("date", "value", "x", "y")


def argument_of(presented: Presented) -> Fields:
    """Return question, finding and decision as they stand in a file, as far as there are any."""
    return {key: getattr(presented, key) for key in ARGUMENT if getattr(presented, key)}


def lists_of(presented: Presented, fields_of_state: FieldsOf) -> Fields:
    """Return story and pinned notes as they stand in a file, as far as there are any."""
    story = [_of_step(step, fields_of_state) for step in presented.story]
    pinned = [_without_usual(note) for note in presented.pinned]
    return {**({"story": story} if story else {}), **({"pinned": pinned} if pinned else {})}


def presented_of(found: Fields, name: str, state_of: StateOf) -> Presented:
    """Return what valid fields of the file `name` present. Raises FileError."""
    for key in ARGUMENT:
        check_notes(found.get(key, ""), key, name)
    made = Presented(
        **{key: found.get(key, "") for key in ARGUMENT},
        story=tuple(_step(each, at, name, state_of) for at, each in _counted(found, "story")),
        pinned=tuple(_note(each, at, name) for at, each in _counted(found, "pinned")),
    )
    return made or NOTHING


def _counted(found: Fields, key: str) -> Iterable[tuple[str, Fields]]:
    """Yield the items of a list, each with where it stands in the file."""
    return ((f"{key}.{number}", each) for number, each in enumerate(found.get(key, ()), start=1))


def _step(found: Fields, at: str, name: str, state_of: StateOf) -> StoryStep:
    sentence, shown = found.get("sentence", ""), found.get("shown", {})
    check_name(found["title"], f"{at}.title", name)
    check_shows(found["title"], f"{at}.title", name)
    check_name(sentence, f"{at}.sentence", name)
    for key, text in shown.items():
        if isinstance(text, str):
            check_name(text, f"{at}.shown.{key}", name)
    state = {key: value for key, value in found.items() if key not in _SAID_OF_STEP}
    beside = _all_beside(found, at, name, state_of) if "beside" in found else None
    return Step(found["title"], state_of(state, at, name), sentence, Shown(**shown), beside)


def _all_beside(found: Fields, at: str, name: str, state_of: StateOf) -> tuple[BesideStep, ...]:
    placed = _counted(found, "beside")
    return tuple(_beside(each, f"{at}.{place}", name, state_of) for place, each in placed)


def _beside(found: Fields, at: str, name: str, state_of: StateOf) -> BesideStep:
    check_name(found["title"], f"{at}.title", name)
    check_shows(found["title"], f"{at}.title", name)
    state = {key: value for key, value in found.items() if key != "title"}
    return Beside(found["title"], state_of(state, at, name))


def _note(found: Fields, at: str, name: str) -> PinnedNote:
    check_notes(found["text"], f"{at}.text", name)
    check_shows(found["text"], f"{at}.text", name)
    for key in ("chart", "element"):
        check_name(found.get(key, ""), f"{at}.{key}", name)
    numbers: Fields = {key: found[key] + 0.0 for key in _NUMBERS if key in found}
    return PinnedNote(**{**found, **numbers})


def _of_step(step: StoryStep, fields_of_state: FieldsOf) -> Fields:
    shown = _without_usual(step.shown)
    beside = step.beside and [
        {"title": each.title, **fields_of_state(each.state)} for each in step.beside
    ]
    return {
        "title": step.title,
        **({"sentence": step.sentence} if step.sentence else {}),
        **fields_of_state(step.state),
        **({} if beside is None else {"beside": list(beside)}),
        **({"shown": shown} if shown else {}),
    }


def _without_usual(value: Any) -> Mapping[str, Any]:  # noqa: ANN401  (of a dataclass)
    """Return the fields of a value in order, without those that are as usual."""
    found = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
    return {key: _plain(own) for key, (own, usual) in found.items() if own != usual}


def _plain(value: Any) -> Any:  # noqa: ANN401  (it is JSON)
    """Return a whole number without its decimal point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
