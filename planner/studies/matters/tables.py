"""What matters as tables: shares in a year and over the years, total indices, and a tornado.

Sixth floor of planner. Shares are from 0 to 1; of a correlated group the first member stands for
it, and the others beside it. Outcomes of a tornado are in their base unit.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, split_address
from planner.model.scenario import assumption_at, lever_at
from planner.studies.answers.about import About
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.tornado import Swing, Tornado
from planner.studies.matters.totals import Totals

TITLE: Final = "What matters most?"
SHARE: Final = "share"
LEAST: Final = 0.005
"""Shares below half a percent are counted and not listed."""
NARROWEST: Final = 0.01
"""Swings below this part of the widest are counted and not listed."""
_NAME: Final = (AnswerColumn("assumption", "Assumption"), AnswerColumn("label", "Name"))
_GROUPS: Final = (
    "Assumptions that are drawn together count as one group. Shares overlap, leave out what "
    "happens only together, and need not add to 100%."
)


def table_of(found: Matters) -> AnswerTable:
    """Return the shares in the year asked about, the largest first."""
    columns = (
        *_NAME,
        AnswerColumn("share", "Share of the spread", SHARE),
        AnswerColumn("error", "Standard error", SHARE),
        AnswerColumn("direction", "More of it"),
        AnswerColumn("together_with", "Together with"),
    )
    told = told_of(found)
    rows = tuple(
        (each.lead, label_of(each.lead), each.share, each.error, _direction(each), _others(each))
        for each in told
    )
    notes = (_GROUPS, *_turning(found), *_left_out(len(found.shares) - len(told)))
    return AnswerTable(_title(found.about), columns, rows, notes)


def told_of(found: Matters) -> tuple[Share, ...]:
    """Return the shares that are listed: all but the smallest."""
    return tuple(each for each in found.shares if each.share >= LEAST)


def years_table(found: Matters) -> AnswerTable:
    """Return the shares in every December, in the order of the year asked about."""
    years = (AnswerColumn(f"share_{year}", f"Dec {year}", SHARE) for year in found.years)
    rows = [_over_years(each) for each in found.shares if max(each.by_year) >= LEAST]
    return AnswerTable(f"{TITLE} Shares over the years", (*_NAME, *years), tuple(rows), (_GROUPS,))


def totals_table(found: Totals, about: About) -> AnswerTable:
    """Return first-order and total indices in the year asked about, the largest total first."""
    columns = (
        *_NAME,
        AnswerColumn("first", "Alone", SHARE),
        AnswerColumn("first_reach", "Alone: 95% interval, plus or minus", SHARE),
        AnswerColumn("total", "With all it does together with others", SHARE),
        AnswerColumn("total_reach", "With all: 95% interval, plus or minus", SHARE),
    )
    rows = tuple(
        (each.name, label_of(each.name), each.first, each.first_reach, each.total, each.total_reach)
        for each in found.of(about)
        if each.total >= LEAST
    )
    note = (
        f"From {found.stamp.futures:,} futures drawn without correlation and without weights, as "
        f"such shares require: {found.points:,} points, Saltelli's design."
    )
    return AnswerTable(f"{_title(about)} Total shares", columns, rows, (note,))


def tornado_table(found: Tornado) -> AnswerTable:
    """Return what each input does alone, the widest swing first."""
    unit = found.about.unit
    columns = (
        AnswerColumn("input", "Input"),
        AnswerColumn("label", "Name"),
        AnswerColumn("kind", "Kind"),
        AnswerColumn("low", "Low"),
        AnswerColumn("high", "High"),
        AnswerColumn("unit", "Unit of low and high"),
        AnswerColumn("at_low", "Outcome at low", unit),
        AnswerColumn("at_high", "Outcome at high", unit),
    )
    rows = tuple(
        (
            *(each.name, label_of(each.name), each.kind, f"{each.low:.6g}", f"{each.high:.6g}"),
            *(unit_of_input(each), each.at_low, each.at_high),
        )
        for each in swings_told(found)
    )
    note = (
        "One at a time around the run at central values: assumptions over their ranges, levers "
        "over their usual ranges."
    )
    return AnswerTable(f"{_title(found.about)} Each one low and high", columns, rows, (note,))


def swings_told(found: Tornado) -> tuple[Swing, ...]:
    """Return the swings that are listed: all but the narrowest."""
    widest = max((each.width for each in found.swings), default=0.0)
    return tuple(each for each in found.swings if each.width >= NARROWEST * widest)


def label_of(name: str) -> str:
    """Return the name of an assumption or a lever in English, by its address."""
    key, element = split_address(name)
    row = _row(name, key)
    return f"{row}, {LABELS[element]}" if element else row


def unit_of_input(swing: Swing) -> str:
    """Return the unit of what an input is set to."""
    at = assumption_at if swing.kind == "assumption" else lever_at
    return at(swing.name)[0].unit


def _over_years(share: Share) -> tuple[Cell, ...]:
    return (share.lead, label_of(share.lead), *share.by_year)


def _row(name: str, key: str) -> str:
    at = assumption_at if key in model().assumptions else lever_at
    return at(name)[0].label


def _title(about: About) -> str:
    return f"{TITLE} Dec {about.year}"


def _others(share: Share) -> str:
    return "; ".join(label_of(each) for each in share.members[1:])


def _direction(share: Share) -> str:
    return "raises it" if share.slope > 0 else "lowers it"


def _turning(found: Matters) -> tuple[str, ...]:
    if found.turning is None:
        return ()
    if found.turning:
        return (f"{label_of(found.turning)} turns the sign of what the levers change.",)
    return ("The first of them does not turn the sign of what the levers change.",)


def _left_out(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    others = "one other explains" if count == 1 else f"{count} others explain"
    return (f"{others[:1].upper()}{others[1:]} less than half a percent each.",)
