"""A user's own measured points, from a CSV; seventh floor of planner.

The file has the columns of the measured points (`planner.facts.measured`), of which four are
needed. What is wrong with it is one sentence that names file and row. These points judge the
model and never choose its futures, as those of `planner.files.own` may; none is held back.
"""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from os import PathLike
from typing import Final

from planner.ensemble.conditioning.measured import is_comparable
from planner.facts.convert import can_convert
from planner.facts.measured import Measured, points_in
from planner.facts.record import EvidenceError, Figures
from planner.files.format.plain_text import plain_name
from planner.files.format.schema import NAME_AT_MOST
from planner.model.graph import model
from planner.quantities.told.lists import in_a_row, one_of
from planner.storage.opening import regular_file
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import refusal, shown, shown_path
from planner.studies.backtest import BacktestError, last_year_of

BYTES_AT_MOST: Final = 1_000_000
POINTS_AT_MOST: Final = 1000


def actual_points(
    path: str | PathLike[str], figures: Figures, taken: Iterable[str]
) -> tuple[Measured, ...]:
    """Return the points of a user's CSV under these figures; their ids are none of those `taken`.

    Raises FileError for a file that cannot be read, EvidenceError for what is wrong in it.
    """
    name = shown_path(path)
    numbered = points_in(text_of(path, name), name)
    if len(numbered) > POINTS_AT_MOST:
        message = translate(
            "Planner", "{name}: there are {count} points; there must be 1 to {most}"
        ).format(name=name, count=len(numbered), most=POINTS_AT_MOST)
        raise EvidenceError(message)
    ids = frozenset(taken)
    for line, point in numbered:
        if fault := fault_of_point(point, ids):
            raise EvidenceError(
                translate("Planner", "{name}: row {line}: {fault}").format(
                    name=name, line=line, fault=fault
                )
            )
    points = (point for _, point in numbered if point.figures in ("both", figures))
    found = tuple(map(cleaned, points))
    if not found:
        said = translate("Planner", "{name}: none of its points is for the figures {figures}")
        raise EvidenceError(said.format(name=name, figures=figures.replace("_", " ")))
    return found


def bytes_of(path: str | PathLike[str], name: str) -> bytes:
    """Return what is in a CSV called `name`. Raises FileError."""
    with regular_file(path) as file:
        data = file.read(BYTES_AT_MOST + 1)
    if len(data) > BYTES_AT_MOST:
        raise refusal("table_too_large", file=name)
    return data


def text_of(path: str | PathLike[str], name: str) -> str:
    """Return the text of a CSV called `name`. Raises FileError."""
    data = bytes_of(path, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal("not_utf8_line", file=name, line=line) from None


def fault_of_point(point: Measured, taken: frozenset[str]) -> str:
    """Return why the model cannot be held against a point, an empty text where it can."""
    if point.outcome not in model().outcomes:
        near = get_close_matches(point.outcome, model().outcomes, n=3)
        text = translate("Planner", "there is no outcome {outcome}; did you mean {near}?")
        if not near:
            text = translate(
                "Planner", "there is no outcome {outcome}; `suanli reference` lists them"
            )
        return text.format(outcome=shown(point.outcome), near=one_of(near))
    row = model().outcomes[point.outcome]
    if row.is_counted:
        return translate("Planner", "{outcome} is no number: its futures are counted").format(
            outcome=point.outcome
        )
    if not is_comparable(point):
        allowed = in_a_row(filter(None, row.elements)) or translate("Planner", "none")
        return translate("Planner", "{outcome} has no element {element}; it has {allowed}").format(
            outcome=point.outcome, element=shown(point.element), allowed=allowed
        )
    if not (point.is_relative or can_convert(point.unit, row.unit)):
        return translate("Planner", "{outcome} is in {unit}, not in {found}").format(
            outcome=point.outcome, unit=row.unit, found=shown(point.unit)
        )
    if point.id in taken:
        return translate("Planner", "the id {id} is that of a measured point").format(
            id=shown(point.id)
        )
    return _fault_of_words(point) or _fault_of_dates(point)


def _fault_of_words(point: Measured) -> str:
    if point.set != "scored":
        return translate("Planner", "set cannot be {set}; points of your own are scored").format(
            set=shown(point.set)
        )
    if point.in_view:
        return translate(
            "Planner", "the id {id} begins as those of points in view while defaults were set"
        ).format(id=shown(point.id))
    for column in ("id", "group", "label"):
        if len(getattr(point, column)) > NAME_AT_MOST:
            return translate(
                "Planner", "{column} is too long; it must have at most {most} characters"
            ).format(column=column, most=NAME_AT_MOST)
    return ""


def _fault_of_dates(point: Measured) -> str:
    try:
        last_year_of([point])
    except BacktestError as error:
        return str(error)
    return ""


def cleaned(point: Measured) -> Measured:
    """Return the point with texts that show as what they are, on one line."""
    return replace(
        point,
        id=_one_line(point.id),
        group=_one_line(point.group),
        label=_one_line(point.label),
    )


def _one_line(text: str) -> str:
    return plain_name(" ".join(text.split()))
