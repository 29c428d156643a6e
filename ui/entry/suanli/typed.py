"""What functions take: values of Python as the text that means them in the terminal, exactly."""

import os
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from numbers import Integral, Real

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.key_figures import YEAR
from suanli.errors import Error
from ui.terminal.ask.asking import USUAL_OUTCOME, about_in

__all__ = [
    "USUAL_OUTCOME",
    "YEAR",
    "about_of",
    "check_one",
    "ends_text",
    "number_text",
    "path_text",
    "setting_text",
    "some_texts_of",
    "text_of",
    "texts_of",
    "whole_of",
]

_ENDS = 2

Number = float | str
"""A number in the unit of what it is for, or a text as typed: "4500亿", "480 bn", "60%"."""
Knots = Mapping[str | float, Number]
"""Values by the date from which they hold: 2027, 2027.5, "2027-07" or "2027-07-01"."""
Setting = Number | Knots | tuple[Number, Number, Number]
"""What a lever or an assumption is set to: a number, dated knots, or low, central and high."""


def number_text(value: object, name: str) -> str:
    """Return a number so that it is read back as the same one. Raises Error for what is none."""
    match value:
        case str():
            return value
        case bool():
            raise Error(f"{name} takes a number, not {value}")
        case Integral():
            return str(int(value))
        case Real():
            return f"{Decimal(repr(float(value))):f}"
    raise Error(f"{name} takes a number, not {value!r}")


def setting_text(value: object, name: str) -> str:
    """Return a setting as it stands behind `--set name=`. Raises Error for what is none."""
    match value:
        case str():
            return value
        case Mapping():
            pairs = value.items()
            return ",".join(
                f"{number_text(date, name)}:{number_text(each, name)}" for date, each in pairs
            )
        case Sequence() if not isinstance(value, bytes | bytearray):
            return ":".join(number_text(each, name) for each in value)
    return number_text(value, name)


def texts_of(given: object, name: str) -> list[str]:
    """Return one text or several as a list. Raises Error for what is neither."""
    if isinstance(given, bytes | bytearray) or not isinstance(given, Iterable):
        raise Error(f"{name} takes a text or several, not {given!r}")
    texts: list[object] = [given] if isinstance(given, str) else [*given]
    if wrong := [each for each in texts if not isinstance(each, str)]:
        raise Error(f"{name} takes texts, not {wrong[0]!r}")
    return [str(each) for each in texts]


def some_texts_of(given: object, name: str) -> list[str]:
    """Return one text or several as `texts_of` does. Raises Error for none, too."""
    texts = texts_of(given, name)
    if not texts:
        raise Error(f"{name} takes a text or several, and there is none")
    return texts


def text_of(value: object, name: str) -> str:
    """Return a text as it is. Raises Error for what is none."""
    if not isinstance(value, str):
        raise Error(f"{name} takes a text, not {value!r}")
    return value


def whole_of(value: object, name: str) -> int:
    """Return a whole number, of whatever type. Raises Error for what is none."""
    match value:
        case bool():
            pass
        case Integral():
            return int(value)
        case Real() if float(value).is_integer():
            return int(float(value))
    raise Error(f"{name} takes a whole number, not {value!r}")


def path_text(value: object, name: str) -> str:
    """Return the path of a file as text. Raises Error for what is none."""
    path = os.fspath(value) if isinstance(value, str | os.PathLike) else None
    if not isinstance(path, str):
        raise Error(f"{name} takes the path of a file, not {value!r}")
    return path


def check_one(name: str, value: object, other: str, other_value: object) -> None:
    """Raise Error where two parameters are given of which one is enough."""
    if value is not None and other_value is not None:
        raise Error(f"{name} and {other} say the same; leave one out")


def ends_text(ends: object, name: str) -> str:
    """Return two numbers as they are typed behind `--lever name=`. Raises Error for others."""
    two = [*ends] if isinstance(ends, Iterable) and not isinstance(ends, str | bytes) else []
    if len(two) != _ENDS:
        raise Error(f"{name} takes two numbers to move between, or None, not {ends!r}")
    return ":".join(number_text(each, name) for each in two)


def about_of(outcome: str, year: int, *values: Scenario) -> About:
    """Return what is asked about, in a year that the scenarios reach.

    Raises InputError for what is no outcome, and for a year behind the end of a scenario; Error for
    what is no text and no year.
    """
    told = Namespace(outcome=text_of(outcome, "outcome"), year=whole_of(year, "year"))
    return about_in(told, *values)


def percent_text(share: Number, name: str) -> str:
    """Return a share so that it is read as that; a text as it stands.

    Raises Error for a number that is not 0 to 1.
    """
    if isinstance(share, str):
        return share
    text = number_text(share, name)
    if not 0 <= float(text) <= 1:
        raise Error(f"{name} takes a share from 0 to 1, not {share}")
    return f"{Decimal(text) * 100:f}%"
