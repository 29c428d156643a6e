"""Which inputs stand together on a page of the side, in which order, and which are always in view.

Follows from the rows of the model. Floor: views.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from planner.files.reference.headings import lever_group_title, sector_title
from planner.model.graph import model
from planner.model.inputs import Assumption, Lever
from planner.model.scenario import addresses, parts_of


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs under one heading: `top` is always in view, `rest` is folded away.

    `names` are the addresses that go back together, those of rows without a place of their own
    included. `titled` says its title in the language that is spoken.
    """

    titled: Callable[[], str]
    names: tuple[str, ...]
    top: tuple[Lever, ...]
    rest: tuple[Lever, ...] | tuple[Assumption, ...]

    @property
    def title(self) -> str:
        """Its heading."""
        return self.titled()


def lever_groups() -> tuple[Group, ...]:
    """Return the groups of levers in the order of the rows, the prominent ones on top."""
    keys = dict.fromkeys(lever.group for lever in model().levers.values())
    return tuple(_levers(key) for key in keys)


def assumption_groups() -> tuple[Group, ...]:
    """Return the assumptions, sector by sector."""
    rows = model().assumptions.values()
    members = {sector: tuple(each) for sector, each in groupby(rows, key=_sector_of)}
    return tuple(
        Group(partial(sector_title, sector), addresses(each), (), each)
        for sector, each in members.items()
    )


def _levers(group: str) -> Group:
    rows = [lever for lever in model().levers.values() if lever.group == group]
    moved = [lever for lever in rows if not parts_of(lever)]
    top = tuple(lever for lever in moved if lever.is_prominent)
    rest = tuple(lever for lever in moved if not lever.is_prominent)
    return Group(partial(lever_group_title, group), addresses(rows), top, rest)


def _sector_of(row: Assumption) -> str:
    return row.sector
