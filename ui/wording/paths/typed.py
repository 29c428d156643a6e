"""What somebody types or pastes into a path: read whole, or refused with one sentence.

Floor: wording. The sentence says what is wrong, where, and what is allowed.
"""

from planner.model.path_edits import SAME_DATE
from planner.model.paths import (
    FIRST_DATE,
    LAST_DATE,
    Knot,
    LeverPath,
    PathError,
)
from planner.quantities.dates import year_of_spoken_date
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import led_by
from planner.quantities.told.months import short_months
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.pasted import read_pasted
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.paths.knots import date_text
from ui.wording.paths.subject import PathSubject
from ui.wording.rows.path_display import number_in


class Refused(ValueError):  # noqa: N818 - what the sentence says, not a fault
    """What was typed cannot be taken; the message is the whole sentence."""


def date_typed(text: str) -> float:
    """Return the date that a text means. Raises Refused."""
    try:
        date = year_of_spoken_date(text, short_months())
    except ReadingError:
        said = translate("Path", "{text} is no date; write Jan 2027, 2027, 2027-01 or 2027.5.")
        raise Refused(said.format(text=shown(text))) from None
    if not FIRST_DATE <= date <= LAST_DATE:
        said = translate("Path", "{text} is outside {first} to {last}.")
        ends = {"first": f"{FIRST_DATE:g}", "last": f"{LAST_DATE:g}"}
        raise Refused(said.format(text=shown(text), **ends))
    return date


def date_for(path: LeverPath, place: int | None, text: str) -> float:
    """Return the date that a text means for a knot, or for one more. Raises Refused.

    No other knot may be there.
    """
    date = date_typed(text)
    for number, each in enumerate(path.dates):
        if number != place and abs(each - date) <= SAME_DATE:
            said = translate("Path", "There is a value from {date} on already.")
            raise Refused(said.format(date=date_text(date)))
    if place is None and len(path.knots) >= path.knots_at_most:
        said = translate("Path", "A path has {most} dates at most.")
        raise Refused(said.format(most=path.knots_at_most))
    return date


def value_typed(subject: PathSubject, text: str) -> float:
    """Return the value of the model that a text means in the shown unit. Raises Refused."""
    try:
        value = subject.scale.typed(read_quantity(text, subject.scale.typed_unit))
    except ReadingError as error:
        raise Refused(_no_value(subject, text, str(error))) from None
    if not subject.scale.is_allowed(value):
        raise Refused(_no_value(subject, text, ""))
    return value


def knots_pasted(subject: PathSubject, text: str, first_year: int) -> tuple[Knot, ...]:
    """Return the knots that pasted columns mean; values alone begin in a year. Raises Refused."""
    try:
        column = read_pasted(text, _pasted_date, lambda each: _pasted_value(subject, each))
    except ReadingError as error:
        said = translate("Path", "Nothing was pasted: {reason}.")
        raise Refused(said.format(reason=str(error).rstrip("."))) from None
    dates = column.dates or tuple(float(first_year + n) for n in range(len(column.values)))
    knots = tuple(sorted(zip(dates, column.values, strict=True)))
    try:
        LeverPath(knots)
    except PathError as error:
        raise Refused(no_path(error)) from None
    return knots


def no_path(error: PathError) -> str:
    """Return why knots are no path, as a sentence."""
    said = translate("Path", "Nothing was changed: {reason}.")
    return said.format(reason=error)


def _pasted_date(text: str) -> float:
    return year_of_spoken_date(text, short_months())


def _pasted_value(subject: PathSubject, text: str) -> float:
    try:
        return value_typed(subject, text)
    except Refused:
        ends = _ends(subject)
        said = translate("Path", "allowed are {least} to {most}")
        raise ReadingError(said.format(least=ends[0], most=ends[1])) from None


def _no_value(subject: PathSubject, text: str, reason: str) -> str:
    said = translate("Path", "{name} cannot be {text}{reason}; allowed are {least} to {most}.")
    least, most = _ends(subject)
    return said.format(
        name=subject.name,
        text=shown(text),
        reason=led_by("", reason) if reason else "",
        least=least,
        most=most,
    )


def _ends(subject: PathSubject) -> tuple[str, str]:
    scale = subject.scale
    least, most = (number_in(scale, end) for end in (scale.least, scale.most))
    return least, with_unit(most, subject.short_unit)
