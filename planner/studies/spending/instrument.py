"""What public money can be put into: vouchers of a place, data vouchers, a fund, the network.

Sixth floor of planner, frozen values. An instrument says which lever its money moves; money is told
in M CNY a year, on top of what the lever has already. Which amounts are best is `planner.studies.
split`, what they cost is `planner.studies.money`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planner.model.indices import AREAS, address, place_text
from planner.quantities.told.lists import all_of, in_a_row
from planner.quantities.told.values import value_text
from planner.storage.sentences.catalog import translate

Kind = Literal["vouchers", "data", "fund", "network"]

KINDS: Final[tuple[Kind, ...]] = ("vouchers", "data", "fund", "network")
LEVERS: Final[Mapping[Kind, str]] = {
    "vouchers": "voucher_budget",
    "data": "data_voucher_budget",
    "fund": "local_fund",
    "network": "network_build_time",
}
OF_PLACES: Final[tuple[Kind, ...]] = ("vouchers", "fund")
"""Kinds that each place has of its own."""
_OF_DATA: Final = "shanghai"
AMOUNT_AT_MOST: Final = 1e9
"""M CNY: some times what the country produces in a year."""


class SpendingError(ValueError):
    """A question about money that has no answer; the message is one sentence."""


def check_amount(amount: float) -> None:
    """Raise SpendingError for an amount in M CNY that is nothing, or more than any budget."""
    if not amount > 0:
        said = translate("Planner", "an amount must be more than nothing, not {amount}")
        raise SpendingError(said.format(amount=value_text(amount, "M CNY")))
    if amount > AMOUNT_AT_MOST:
        said = translate("Planner", "an amount must be at most {most}, not {amount}")
        most, told = (value_text(each, "M CNY") for each in (AMOUNT_AT_MOST, amount))
        raise SpendingError(said.format(most=most, amount=told))


@dataclass(frozen=True, slots=True, order=True)
class Instrument:
    """One use of money; the place is empty for what is not of a place."""

    kind: Kind
    place: str = ""

    @property
    def key(self) -> str:
        """Its name in files and on the command line, as `vouchers.chengdu`."""
        return address(self.kind, self.place)

    @property
    def lever(self) -> str:
        """The address of the lever that its money moves."""
        return address(LEVERS[self.kind], self.place)

    @property
    def label(self) -> str:
        """What it is called in tables."""
        place = place_text(self.place) if self.place else ""
        match self.kind:
            case "vouchers":
                return translate("Planner", "Vouchers in {place}").format(place=place)
            case "data":
                return translate("Planner", "Data vouchers in Shanghai")
            case "fund":
                return translate("Planner", "Public AI fund of {place}").format(place=place)
            case "network":
                return translate("Planner", "The national network, sooner")


def instruments_of(kind: Kind, places: tuple[str, ...] = AREAS) -> tuple[Instrument, ...]:
    """Return the instruments of a kind: one for each of some places, or the only one there is."""
    if kind in OF_PLACES:
        return tuple(Instrument(kind, place) for place in places)
    return (Instrument(kind),)


def all_instruments() -> tuple[Instrument, ...]:
    """Return every instrument, kind by kind."""
    return tuple(each for kind in KINDS for each in instruments_of(kind))


def in_places(among: Iterable[Instrument], places: Sequence[str]) -> tuple[Instrument, ...]:
    """Return the instruments that some places have: their own, and what is of no place.

    Data vouchers are Shanghai's, though nothing else in the model tells it.
    """
    return tuple(
        each
        for each in among
        if (_OF_DATA in places if each.kind == "data" else each.place in ("", *places))
    )


def instruments_named(name: str) -> tuple[Instrument, ...]:
    """Return what a name means: all of a kind, or one, as `vouchers` and `fund.beijing`.

    Raises SpendingError for what is none.
    """
    found = tuple(each for each in all_instruments() if name in (each.key, each.kind))
    if not found:
        said = translate(
            "Planner",
            "there is nothing to put money into that is called {name}; there are {kinds}, and "
            "{of_places} of a place, as {example}",
        )
        raise SpendingError(
            said.format(
                name=name,
                kinds=in_a_row(KINDS),
                of_places=all_of(OF_PLACES),
                example=instruments_of("vouchers")[3].key,
            )
        )
    return found
