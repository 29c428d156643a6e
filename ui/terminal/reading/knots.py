"""Knots typed behind `--set lever=`: `2025:0,2025-08:600,2028:900`; dates may be months or days."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.lever_settings import path_mates
from planner.model.paths import LeverPath, PathError
from planner.quantities.dates import year_of_date
from planner.quantities.typed.digits import ReadingError, decimal_mark
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.inputs import InputError

_BETWEEN: Final = re.compile(r"[,;\uff0c\uff1b\u3001]\s*(?=\d{4}[-.\d]*\s*[:\uff1a])")
_OF_DATE: Final = re.compile(r"[:\uff1a]")
_COMMA: Final = re.compile(r"[,\uff0c]")
_THOUSANDS: Final = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")


def knots_in(name: str, text: str, number: Callable[[str], float]) -> LeverPath | None:
    """Return the path that a text of knots means, None where it holds none.

    `number` reads a value. Raises InputError for knots that are no path.
    """
    if not _OF_DATE.search(text):
        return None
    knots = tuple(_knot(name, part, number) for part in _BETWEEN.split(text))
    try:
        return LeverPath(knots)
    except PathError as error:
        text = translate("Terminal", "{name}: {wrong}")
        raise InputError(text.format(name=name, wrong=error)) from None


def holds_several_knots(text: str) -> bool:
    """Tell whether a text can only be meant as knots of a lever."""
    return len(_BETWEEN.split(text)) > 1


def check_together(changes: Sequence[str]) -> None:
    """Raise InputError where two settings exclude each other: one would go unheard.

    A name stands twice, or points of a path and a number are set for one lever, or parts of it.
    """
    knots: set[str] = set()
    numbers: set[str] = set()
    for change in changes:
        name, _, text = (part.strip() for part in change.partition("="))
        if split_address(name)[0] in model().levers:
            (knots if _OF_DATE.search(text) else numbers).add(name)
    for name in sorted(numbers):
        if name in knots:
            text = translate(
                "Terminal",
                "{name} is set to points of a path and to a number as well; leave one out",
            )
            raise InputError(text.format(name=name))
        for mate in _mates(name):
            if mate in knots:
                text = translate(
                    "Terminal",
                    "{mate} has points of a path, so {name} cannot be set to a number as well; "
                    "leave one out",
                )
                raise InputError(text.format(mate=mate, name=name))
    _check_once(changes)


def _check_once(changes: Sequence[str]) -> None:
    names = [change.partition("=")[0].strip() for change in changes]
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        text = translate("Terminal", "{name} is set twice; leave one out")
        raise InputError(text.format(name=shown(twice[0])))


def _mates(name: str) -> tuple[str, ...]:
    key, _ = split_address(name)
    return path_mates(name) if model().levers[key].index is None else ()


def _knot(name: str, text: str, number: Callable[[str], float]) -> tuple[float, float]:
    try:
        date, value = _parts(text)
        return year_of_date(date), number(value)
    except ReadingError as error:
        said = translate("Terminal", "{name} takes points date:value, not {given}: {why}")
        raise InputError(said.format(name=name, given=shown(text), why=error)) from None


def _parts(text: str) -> tuple[str, str]:
    """Return date and value of a knot.

    Raises ReadingError where a comma may mean two things: where decimals have a point.
    """
    date, _, value = text.replace("\uff1a", ":").partition(":")
    if not value.strip():
        raise ReadingError(translate("Terminal", "a point lacks its date or its value"))
    if decimal_mark() != "," and _COMMA.search(_THOUSANDS.sub("", value)):
        raise ReadingError(
            translate("Terminal", "a comma parts points or thousands, write decimals with a point")
        )
    return date, value
