"""`--units usd,h100e`: in which currency and which measure of compute numbers are told."""

import argparse
from typing import Final, get_args

from planner.quantities.told.lists import one_of
from planner.quantities.unit_system import BASE, Compute, Money, UnitSystem
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown

_MONEY: Final[dict[str, Money]] = {each.lower(): each for each in get_args(Money)}
_COMPUTE: Final[dict[str, Compute]] = {each.lower(): each for each in get_args(Compute)}


def add_units(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--units",
        type=read_units,
        default=None,
        metavar=translate("Terminal", "UNIT,..."),
        help=translate(
            "Terminal",
            "tell money in CNY or USD and compute in EFLOPS, H100e or, where it is installed or "
            "owned, MW: usd,h100e; on screen, in tables, charts and reports; CNY,EFLOPS unless "
            "given. What is set and wanted is read in the units of files all the same",
        ),
    )


def chosen_units(options: argparse.Namespace) -> UnitSystem:
    """Return the units that are asked for, those of files where none are."""
    found: UnitSystem | None = options.units
    return found or BASE


def read_units(text: str) -> UnitSystem:
    """Read a currency, a measure of compute, or one of each with a comma between them."""
    words = [each.strip().lower() for each in text.replace("\N{FULLWIDTH COMMA}", ",").split(",")]
    money = [_MONEY[each] for each in words if each in _MONEY]
    compute = [_COMPUTE[each] for each in words if each in _COMPUTE]
    if len(money) > 1 or len(compute) > 1 or len(money) + len(compute) < len(words):
        message = translate(
            "Terminal",
            "{given} is not allowed, only a currency ({money}), a measure of compute ({compute}), "
            "or both",
        )
        named = {"money": one_of(get_args(Money)), "compute": one_of(get_args(Compute))}
        raise argparse.ArgumentTypeError(message.format(given=shown(text), **named))
    return UnitSystem(next(iter(money), BASE.money), next(iter(compute), BASE.compute))
