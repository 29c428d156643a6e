"""What functions take: values of Python as the text that means them in the terminal, exactly."""

import os
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from numbers import Integral, Real
from textwrap import shorten
from typing import Any

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import one_line
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
    "given",
    "number_text",
    "path_text",
    "setting_text",
    "some_texts_of",
    "text_of",
    "texts_of",
    "whole_of",
    "wholes_of",
]

_ENDS = 2
_OF_A_SPREAD = 3
_EXACT = 2**53
_SHOWN_AT_MOST = 80

Number = float | Decimal | str
"""A number in the unit of what it is for, or a text as typed: "4500亿", "480 bn", "60%"."""
Dated = Mapping[Any, Number]
"""Values by the date from which they hold: 2027, 2027.5, "2027-07", "2027-07-01" or a date.

Keys of any type for checkers: a dict of whole years is none of dates or of texts.
"""
Setting = Number | Dated | Sequence[Number]
"""What a lever or an assumption is set to: a number, dated values, or low, central and high."""


def number_text(value: object, name: str) -> str:
    """Return a number so that it is read back as the same one. Raises Error for what is none."""
    match _plain(value):
        case str() as text:
            return text
        case bool():
            pass
        case Decimal() as exact if exact.is_finite():
            return f"{exact:f}"
        case Integral() as whole:
            return str(int(whole))
        case Real() as real:
            number = float(real)
            is_whole = number.is_integer() and abs(number) < _EXACT
            return str(int(number)) if is_whole else f"{Decimal(repr(number)):f}"
    raise Error(f"{name} takes a number, not {given(value)}")


def setting_text(value: object, name: str) -> str:
    """Return a setting as it stands behind `--set name=`. Raises Error for what is none."""
    match _plain(value):
        case str() as text:
            return text
        case Mapping() as dated if dated:
            pairs = ((_date_text(date, name), each) for date, each in dated.items())
            return ",".join(f"{date}:{number_text(each, name)}" for date, each in pairs)
        case Sequence() as parts if not isinstance(parts, bytes | bytearray):
            return ":".join(number_text(each, name) for each in _spread(parts, name))
        case Mapping():
            raise Error(f"{name} takes values by date, and there is none")
    return number_text(value, name)


def given(value: object) -> str:
    """Return what was given as it can be shown in one line that is not too long."""
    return one_line(shorten(repr(value), _SHOWN_AT_MOST, placeholder=" ..."))


def _plain(value: object) -> object:
    """Return a series of pandas as a dict, arrays and numbers of numpy as Python's own."""
    for name in ("to_dict", "tolist"):
        own = getattr(value, name, None)
        if callable(own) and not isinstance(value, type):
            return own()
    return value


def _date_text(value: object, name: str) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else number_text(value, name)


def _spread(parts: Sequence[object], name: str) -> Sequence[object]:
    """Return low, central and high. Raises Error for other parts, and those of a lever."""
    if split_address(name)[0] in model().levers:
        raise Error(f"{name} takes a number or values by date, not {given(parts)}")
    if len(parts) != _OF_A_SPREAD:
        raise Error(f"{name} takes a number or low, central and high, not {given(parts)}")
    return parts


def texts_of(value: object, name: str) -> list[str]:
    """Return one text or several as a list. Raises Error for what is neither."""
    if isinstance(value, bytes | bytearray) or not isinstance(value, Iterable):
        raise Error(f"{name} takes a text or several, not {given(value)}")
    texts: list[object] = [value] if isinstance(value, str) else [*value]
    if wrong := [each for each in texts if not isinstance(each, str)]:
        raise Error(f"{name} takes texts, not {given(wrong[0])}")
    return [str(each) for each in texts]


def some_texts_of(value: object, name: str) -> list[str]:
    """Return one text or several as `texts_of` does. Raises Error for none, too."""
    texts = texts_of(value, name)
    if not texts:
        raise Error(f"{name} takes a text or several, and there is none")
    return texts


def text_of(value: object, name: str) -> str:
    """Return a text as it is. Raises Error for what is none."""
    if not isinstance(value, str):
        raise Error(f"{name} takes a text, not {given(value)}")
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
    raise Error(f"{name} takes a whole number, not {given(value)}")


def wholes_of(value: object, name: str) -> list[int]:
    """Return several whole numbers as a list. Raises Error for what is none."""
    if isinstance(value, str | bytes | bytearray | Mapping) or not isinstance(value, Iterable):
        raise Error(f"{name} takes several whole numbers, not {given(value)}")
    return [whole_of(each, name) for each in value]


def path_text(value: object, name: str) -> str:
    """Return the path of a file as text. Raises Error for what is none."""
    path = os.fspath(value) if isinstance(value, str | os.PathLike) else None
    if not isinstance(path, str):
        raise Error(f"{name} takes the path of a file, not {given(value)}")
    return path


def check_one(name: str, value: object, other: str, other_value: object) -> None:
    """Raise Error where two parameters are given of which one is enough."""
    if value is not None and other_value is not None:
        raise Error(f"{name} and {other} say the same; leave one out")


def ends_text(ends: object, name: str) -> str:
    """Return two numbers as they are typed behind `--lever name=`. Raises Error for others."""
    two = [*ends] if isinstance(ends, Iterable) and not isinstance(ends, str | bytes) else []
    if len(two) != _ENDS:
        raise Error(f"{name} takes two numbers to move between, or None, not {given(ends)}")
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
