"""What commands about money take: amounts, the years they are spent in, and what they go to."""

import argparse
import re
from typing import Final

from planner.quantities.typed.digits import ReadingError, folded
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.studies.spending.instrument import Instrument, SpendingError, instruments_named
from planner.studies.spending.spent import USUAL_YEARS, Years
from ui.terminal.reading.inputs import InputError

_FROM: Final = r"(?:from|dal?|\u4ece)?\s*"
_TO: Final = r"[-:~\N{EN DASH}\N{EM DASH}\u81f3\u5230]|to|al?"
_YEARS: Final = re.compile(
    rf"{_FROM}(\d{{4}})\s*\u5e74?(?:\s*(?:{_TO})\s*(\d{{4}})\s*\u5e74?)?",
    re.ASCII | re.IGNORECASE,
)
A_YEAR: Final = "M CNY/yr"
ONCE: Final = "M CNY"


def add_spending(parser: argparse.ArgumentParser, usual: str) -> None:
    """Add what the commands share; `usual` is what money goes to unless it is said."""
    parser.add_argument(
        "--years",
        default="",
        metavar=translate("Terminal", "FROM-TO"),
        help=translate("Terminal", "the years the money is spent in; {years} unless given").format(
            years=f"{USUAL_YEARS.first}-{USUAL_YEARS.last}"
        ),
    )
    parser.add_argument(
        "--among",
        default=usual,
        metavar=translate("Terminal", "NAME,..."),
        help=translate(
            "Terminal",
            "what it may go to: vouchers, data, fund, network, or one of a place, as "
            "vouchers.chengdu; {usual} unless given",
        ).format(usual=usual),
    )


def years_of(text: str) -> Years:
    """Return the years of an option. Raises InputError for what are none."""
    if not text:
        return USUAL_YEARS
    found = _YEARS.fullmatch(folded(text))
    if found is None:
        said = translate("Terminal", "--years takes years such as 2027-2030, not {given}")
        raise InputError(said.format(given=shown(text)))
    first, last = found.groups()
    try:
        return Years(int(first), int(last or first))
    except SpendingError as error:
        raise InputError(str(error)) from None


def instruments_in(text: str) -> tuple[Instrument, ...]:
    """Return what money may go to, each once, in the order it is named."""
    names = [each.strip() for each in text.split(",")]
    try:
        found = [each for name in names if name for each in instruments_named(name)]
    except SpendingError as error:
        raise InputError(str(error)) from None
    return tuple(dict.fromkeys(found))


def amount_of(option: str, text: str, unit: str = A_YEAR) -> float:
    """Return an amount in M CNY; typed as in the fields of the window, as 500 or 0.5 bn."""
    try:
        return read_quantity(folded(text), unit)
    except ReadingError as error:
        said = translate("Terminal", "{option} takes an amount of money, not {given}: {why}")
        raise InputError(said.format(option=option, given=shown(text), why=error)) from None


def bounds_of(option: str, texts: list[str]) -> tuple[dict[Instrument, float], float | None]:
    """Return the bounds of some instruments, and that of each other one where one is given."""
    found, for_each = dict[Instrument, float](), None
    for text in texts:
        name, equals, amount = (part.strip() for part in text.rpartition("="))
        bound = amount_of(option, amount)
        if not equals:
            for_each = bound
            continue
        found |= dict.fromkeys(instruments_in(name), bound)
    return found, for_each
