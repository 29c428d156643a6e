"""Where a scenario misses its targets as one table, a row for each limit of each box.

Sixth floor of planner; the numbers are those of `planner.studies.discover.discovery`.
"""

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.model.scenario import assumption_at
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.discover.discovery import Discovery, Limit, MissBox

_COLUMNS = (
    AnswerColumn("box", "box"),
    AnswerColumn("coverage", "misses in it", "share"),
    AnswerColumn("density", "of it miss", "share"),
    AnswerColumn("mass", "of all futures", "share"),
    AnswerColumn("assumption", "assumption"),
    AnswerColumn("from", "at least"),
    AnswerColumn("to", "at most"),
    AnswerColumn("unit", "unit"),
    AnswerColumn("from_share", "from rank", "share"),
    AnswerColumn("to_share", "to rank", "share"),
    AnswerColumn("chance", "by chance in", "share"),
)
_NOTES = (
    "misses in it: coverage, the share of all misses that lie in the box",
    "of it miss: density, the share of the box's futures that miss",
    "by chance in: quasi-p-value of the limit; limits above 5% are left out",
)


def discovery_table(found: Discovery) -> AnswerTable:
    """Return the table, the first box first; without boxes it has no rows."""
    rows = tuple(
        _row(number, box, limit)
        for number, box in enumerate(found.boxes, 1)
        for limit in box.limits
    )
    title = f"{found.scenario}: where targets are missed"
    missed = f"missed in {100 * found.missed:.3g}% of {found.stamp.futures:,} futures"
    return AnswerTable(title, _COLUMNS, rows, (missed, *_NOTES))


def assumption_name(address: str) -> str:
    """Return what an assumption is called in English, with its element where it has some."""
    row, element = assumption_at(address)
    return f"{row.label} ({LABELS[element]})" if element else row.label


def _row(number: int, box: MissBox, limit: Limit) -> tuple[Cell, ...]:
    unit = model().assumptions[split_address(limit.address)[0]].unit
    shares = str(number), box.coverage, box.density, box.mass
    bounds = limit.low, limit.high, unit, limit.from_share, limit.to_share, limit.chance
    return (*shares, assumption_name(limit.address), *bounds)
