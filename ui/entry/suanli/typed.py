"""What functions take: values of Python as the text that means them in the terminal, exactly."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from decimal import Decimal
from numbers import Integral, Real

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.key_figures import YEAR
from suanli.errors import Error
from ui.terminal.ask.asking import USUAL_OUTCOME, about_in

__all__ = ["USUAL_OUTCOME", "YEAR", "about_of", "number_text", "setting_text", "texts_of"]

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
        case Sequence():
            return ":".join(number_text(each, name) for each in value)
    return number_text(value, name)


def texts_of(given: str | Sequence[str], name: str) -> list[str]:
    """Return one text or several as a list. Raises Error for what is neither."""
    texts: list[object] = [given] if isinstance(given, str) else [*given]
    if wrong := [each for each in texts if not isinstance(each, str)]:
        raise Error(f"{name} takes texts, not {wrong[0]!r}")
    return [str(each) for each in texts]


def about_of(outcome: str, year: int, *values: Scenario) -> About:
    """Return what is asked about, in a year that the scenarios reach.

    Raises InputError for what is no outcome, and for a year behind the end of a scenario.
    """
    return about_in(Namespace(outcome=outcome, year=year), *values)


def percent_text(share: Number, name: str) -> str:
    """Return a share, 0 to 1, so that it is read as that; a text as it stands."""
    if isinstance(share, str):
        return share
    return f"{Decimal(number_text(share, name)) * 100:f}%"
