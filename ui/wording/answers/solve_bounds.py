"""The bound of a lever as it is typed: a number in its shown unit, or nothing for the usual end.

It is taken whole, or refused with one sentence. Floor: wording.
"""

from typing import Final, Literal

from planner.model.paths import LeverPath
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.studies.solve.handle import Handle, handle_of, usual_range
from ui.wording.answers.solve import lever_text, number_told, row_told
from ui.wording.compared.lever_text import setting_typed
from ui.wording.paths.typed import Refused

End = Literal["low", "high"]
ENDS: Final[tuple[End, End]] = ("low", "high")


def bound_typed(handle: Handle, end: End, text: str) -> Handle:
    """Return a lever with one bound as the text means it; nothing is the usual one. Raises Refused.

    The lower bound lies below the upper one.
    """
    number = usual_range(handle.name)[ENDS.index(end)]
    if text.strip():
        number = _number(handle, text)
    low, high = (number, handle.high) if end == "low" else (handle.low, number)
    if low >= high:
        raise Refused(_no_room(handle, end, number))
    return handle_of(handle.name, low, high)


def _number(handle: Handle, text: str) -> float:
    number = setting_typed(row_told(handle.name), text)
    if isinstance(number, LeverPath):
        said = translate("Solve", "A bound of {lever} is one number, not {text}.")
        raise Refused(said.format(lever=lever_text(handle.name), text=shown(text)))
    return number


def _no_room(handle: Handle, end: End, number: float) -> str:
    text = translate("Solve", "{lever} has no room to move: {number} is not below {other}.")
    other = handle.high
    if end == "high":
        text = translate("Solve", "{lever} has no room to move: {number} is not above {other}.")
        other = handle.low
    return text.format(
        lever=lever_text(handle.name),
        number=number_told(handle, number),
        other=number_told(handle, other),
    )
