"""Where a scenario misses its targets as one table, a row for each limit of each box.

Sixth floor of planner; the numbers are those of `planner.studies.discover.discovery`.
"""

from planner.model.graph import model
from planner.model.indices import place_text, split_address
from planner.model.scenario import assumption_at
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.discover.discovery import Discovery, Limit, MissBox


def discovery_table(found: Discovery) -> AnswerTable:
    """Return the table, the first box first; without boxes it has no rows."""
    rows = tuple(
        _row(number, box, limit)
        for number, box in enumerate(found.boxes, 1)
        for limit in box.limits
    )
    title = translate("Discover", "{scenario}: where targets are missed")
    head, notes = title.format(scenario=found.scenario), _notes() if rows else ()
    return AnswerTable(head, _columns(), rows, (_missed(found), *notes))


def _missed(found: Discovery) -> str:
    """Return in how many futures targets are missed; of one future whether it misses them."""
    if found.stamp.futures == 1 and found.missed == found.missed:
        misses = translate("Discover", "one future, which misses the targets")
        meets = translate("Discover", "one future, which meets the targets")
        return misses if found.missed else meets
    text = translate("Discover", "missed in {share} of {futures} futures")
    share = f"{plain(100 * found.missed, 3)}%"
    return text.format(share=share, futures=plain(found.stamp.futures))


def assumption_name(address: str) -> str:
    """Return what an assumption is called, with its element where it has some."""
    row, element = assumption_at(address)
    label = model_text(row.label)
    if not element:
        return label
    return translate("Planner", "{name} ({place})").format(name=label, place=place_text(element))


def _columns() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("box", translate("Discover", "box")),
        AnswerColumn("coverage", translate("Discover", "misses in it"), "share"),
        AnswerColumn("density", translate("Discover", "of it miss"), "share"),
        AnswerColumn("mass", translate("Discover", "of all futures"), "share"),
        AnswerColumn("assumption", translate("Discover", "assumption")),
        AnswerColumn("from", translate("Discover", "at least")),
        AnswerColumn("to", translate("Discover", "at most")),
        AnswerColumn("unit", translate("Discover", "unit")),
        AnswerColumn("from_share", translate("Discover", "from rank"), "share"),
        AnswerColumn("to_share", translate("Discover", "to rank"), "share"),
        AnswerColumn("chance", translate("Discover", "by chance in"), "share"),
    )


def _notes() -> tuple[str, ...]:
    return (
        translate(
            "Discover", "misses in it: coverage, the share of all misses that lie in the box"
        ),
        translate("Discover", "of it miss: density, the share of the box's futures that miss"),
        translate(
            "Discover",
            "by chance in: quasi-p-value of the limit; limits above 5% are left out",
        ),
    )


def _row(number: int, box: MissBox, limit: Limit) -> tuple[Cell, ...]:
    unit = model().assumptions[split_address(limit.address)[0]].unit
    shares = str(number), box.coverage, box.density, box.mass
    bounds = limit.low, limit.high, unit, limit.from_share, limit.to_share, limit.chance
    return (*shares, assumption_name(limit.address), *bounds)
