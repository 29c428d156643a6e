"""What one instrument gives at one amount in every future; sixth floor of planner."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import Scenario
from planner.studies.spending.books import PAIRS, Books, books_of, net_of_tax, paid, tax_back
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.spent import Spending

Values = NDArray[np.float64]

_ENTERPRISES: Final = ("enterprises", "")
_USED: Final = ("used_compute", "")


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """A run at its end: books, enterprises in all and in the instrument's place, used compute."""

    books: Books
    enterprises: Values
    here: Values | None
    used: Values


@dataclass(frozen=True, slots=True, eq=False)
class Gained:
    """What an amount brought against none, float64[futures] each; M CNY, enterprises, EFLOPS."""

    amount: float
    paid: Values
    net: Values
    back: Values
    added: Values
    here: Values | None
    used: Values


def ends_of(futures: Futures, scenario: Scenario, place: str = "") -> Ends:
    """Run a scenario, for the enterprises of a place too where one is given."""
    own = ((_ENTERPRISES[0], place),) if place else ()
    paths = futures.paths(scenario, (*PAIRS, _ENTERPRISES, _USED, *own))
    whole, used, *here = paths[len(PAIRS) :, -1]
    return Ends(books_of(paths[: len(PAIRS)]), whole, here[0] if here else None, used)


def gained(
    instrument: Instrument, amount: float, spending: Spending, year: int, ends: tuple[Ends, Ends]
) -> Gained:
    """Return what an amount brought, from the ends of a run without and one with it."""
    before, after = ends
    books = before.books, after.books
    money = paid(instrument, amount, spending, year, books)
    here = None if before.here is None or after.here is None else after.here - before.here
    return Gained(
        amount,
        money,
        net_of_tax(instrument, money, books),
        tax_back(*books),
        after.enterprises - before.enterprises,
        here,
        after.used - before.used,
    )
