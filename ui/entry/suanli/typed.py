"""Values of Python as the text that means them in the terminal, exactly."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from numbers import Integral, Real

from suanli.errors import Error

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


def percent_text(share: Number, name: str) -> str:
    """Return a share, 0 to 1, so that it is read as that; a text as it stands."""
    if isinstance(share, str):
        return share
    return f"{Decimal(number_text(share, name)) * 100:f}%"
