"""Which inputs stand together on a page of the side, in which order, and which are always in view.

Follows from the rows of the model. Floor: views.
"""

from dataclasses import dataclass
from itertools import groupby

from planner.model.graph import model
from planner.model.inputs import Assumption, Lever
from planner.model.scenario import addresses, parts_of
from planner.storage.sentences.catalog import translate


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs under one heading: `top` is always in view, `rest` is folded away.

    `names` are the addresses that go back together, those of rows without a place of their own
    included.
    """

    title: str
    names: tuple[str, ...]
    top: tuple[Lever, ...]
    rest: tuple[Lever, ...] | tuple[Assumption, ...]


def lever_groups() -> tuple[Group, ...]:
    """Return the groups of levers in the order of the rows, the prominent ones on top."""
    titles = _lever_titles()
    keys = dict.fromkeys(lever.group for lever in model().levers.values())
    return tuple(_levers(key, titles.get(key, key.capitalize())) for key in keys)


def assumption_groups() -> tuple[Group, ...]:
    """Return the assumptions, sector by sector."""
    titles = _sector_titles()
    rows = model().assumptions.values()
    members = {sector: tuple(each) for sector, each in groupby(rows, key=_sector_of)}
    return tuple(
        Group(titles.get(sector, sector), addresses(each), (), each)
        for sector, each in members.items()
    )


def _levers(group: str, title: str) -> Group:
    rows = [lever for lever in model().levers.values() if lever.group == group]
    moved = [lever for lever in rows if not parts_of(lever)]
    top = tuple(lever for lever in moved if lever.is_prominent)
    rest = tuple(lever for lever in moved if not lever.is_prominent)
    return Group(title, addresses(rows), top, rest)


def _sector_of(row: Assumption) -> str:
    return row.sector


def _lever_titles() -> dict[str, str]:
    return {
        "vouchers": translate("Levers", "Vouchers"),
        "investment": translate("Levers", "Investment"),
        "supply": translate("Levers", "Compute supply"),
        "demand": translate("Levers", "Demand"),
    }


def _sector_titles() -> dict[str, str]:
    return {
        "investment": translate("Sectors", "Investment"),
        "chips": translate("Sectors", "Chips"),
        "data_centers": translate("Sectors", "Data centers"),
        "market": translate("Sectors", "Compute market"),
        "vouchers": translate("Sectors", "Vouchers"),
        "enterprises": translate("Sectors", "Enterprises"),
        "industry": translate("Sectors", "Industry"),
        "energy": translate("Sectors", "Energy"),
        "alibaba": translate("Sectors", "Alibaba"),
    }
