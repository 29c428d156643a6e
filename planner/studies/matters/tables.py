"""What matters as tables: shares in a year and over the years, total indices, and a tornado.

Sixth floor of planner. Shares are from 0 to 1; of a correlated group the first member stands for
it, and the others beside it. Outcomes of a tornado are in their base unit.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import in_place, split_address
from planner.model.scenario import assumption_at, lever_at
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses
from planner.quantities.told.months import short_month_text
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.answers.about import About
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.tornado import Kind, Swing, Tornado
from planner.studies.matters.totals import Totals

SHARE: Final = "share"
LEAST: Final = 0.005
"""Shares below half a percent are counted and not listed."""
NARROWEST: Final = 0.01
"""Swings below this part of the widest are counted and not listed."""


def table_of(found: Matters) -> AnswerTable:
    """Return the shares in the year asked about, the largest first."""
    columns = (
        *_name_columns(),
        AnswerColumn("share", translate("Matters", "Share of the spread"), SHARE),
        AnswerColumn("error", translate("Matters", "Standard error"), SHARE),
        AnswerColumn("direction", translate("Matters", "More of it")),
        AnswerColumn("together_with", translate("Matters", "Together with")),
    )
    told = told_of(found)
    rows = tuple(
        (each.lead, label_of(each.lead), each.share, each.error, _direction(each), _others(each))
        for each in told
    )
    notes = (_groups(), *_turning(found), *_left_out(len(found.shares) - len(told)))
    title = translate("Matters", "What matters most? December {year}")
    return AnswerTable(title.format(year=found.about.year), columns, rows, notes)


def told_of(found: Matters) -> tuple[Share, ...]:
    """Return the shares that are listed: all but the smallest."""
    return tuple(each for each in found.shares if each.share >= LEAST)


def years_table(found: Matters) -> AnswerTable:
    """Return the shares in every December, in the order of the year asked about."""
    years = (
        AnswerColumn(f"share_{year}", short_month_text(year, MONTHS_PER_YEAR), SHARE)
        for year in found.years
    )
    rows = [_over_years(each) for each in found.shares if max(each.by_year) >= LEAST]
    title = translate("Matters", "What matters most? Shares over the years")
    return AnswerTable(title, (*_name_columns(), *years), tuple(rows), (_groups(),))


def totals_table(found: Totals, about: About) -> AnswerTable:
    """Return first-order and total indices in the year asked about, the largest total first."""
    columns = (
        *_name_columns(),
        AnswerColumn("first", translate("Matters", "Alone"), SHARE),
        AnswerColumn(
            "first_reach", translate("Matters", "Alone: 95% interval, plus or minus"), SHARE
        ),
        AnswerColumn("total", translate("Matters", "With all it does together with others"), SHARE),
        AnswerColumn(
            "total_reach", translate("Matters", "With all: 95% interval, plus or minus"), SHARE
        ),
    )
    rows = tuple(
        (each.name, label_of(each.name), each.first, each.first_reach, each.total, each.total_reach)
        for each in found.of(about)
        if each.total >= LEAST
    )
    note = translate(
        "Matters",
        "From {futures} futures drawn without correlation and without weights, as such shares "
        "require: {points} points, Saltelli's design.",
    )
    note = note.format(futures=plain(found.stamp.futures), points=plain(found.points))
    title = translate("Matters", "What matters most? December {year}. Total shares")
    return AnswerTable(title.format(year=about.year), columns, rows, (note,))


def tornado_table(found: Tornado) -> AnswerTable:
    """Return what each input does alone, the widest swing first."""
    unit = found.about.unit
    columns = (
        AnswerColumn("input", translate("Matters", "Input")),
        AnswerColumn("label", translate("Matters", "Name")),
        AnswerColumn("kind", translate("Matters", "Kind")),
        AnswerColumn("low", translate("Matters", "Low")),
        AnswerColumn("high", translate("Matters", "High")),
        AnswerColumn("unit", translate("Matters", "Unit of low and high")),
        AnswerColumn("at_low", translate("Matters", "Outcome at low"), unit),
        AnswerColumn("at_high", translate("Matters", "Outcome at high"), unit),
    )
    rows = tuple(
        (
            *(
                each.name,
                label_of(each.name),
                _kind_text(each.kind),
                plain(each.low, 6),
                plain(each.high, 6),
            ),
            *(unit_of_input(each), each.at_low, each.at_high),
        )
        for each in swings_told(found)
    )
    note = translate(
        "Matters",
        "One at a time around the run at central values: assumptions over their ranges, levers "
        "over their usual ranges.",
    )
    title = translate("Matters", "What matters most? December {year}. Each one low and high")
    return AnswerTable(title.format(year=found.about.year), columns, rows, (note,))


def swings_told(found: Tornado) -> tuple[Swing, ...]:
    """Return the swings that are listed: all but the narrowest."""
    widest = max((each.width for each in found.swings), default=0.0)
    return tuple(each for each in found.swings if each.width >= NARROWEST * widest)


def title_text() -> str:
    """Return what the question is called."""
    return translate("Matters", "What matters most?")


def label_of(name: str) -> str:
    """Return the name of an assumption or a lever by its address."""
    key, element = split_address(name)
    return in_place(model_text(_row(name, key)), element)


def unit_of_input(swing: Swing) -> str:
    """Return the unit of what an input is set to."""
    at = assumption_at if swing.kind == "assumption" else lever_at
    return at(swing.name)[0].unit


def _over_years(share: Share) -> tuple[Cell, ...]:
    return (share.lead, label_of(share.lead), *share.by_year)


def _row(name: str, key: str) -> str:
    at = assumption_at if key in model().assumptions else lever_at
    return at(name)[0].label


def _name_columns() -> tuple[AnswerColumn, AnswerColumn]:
    return (
        AnswerColumn("assumption", translate("Matters", "Assumption")),
        AnswerColumn("label", translate("Matters", "Name")),
    )


def _groups() -> str:
    return translate(
        "Matters",
        "Assumptions that are drawn together count as one group. Shares overlap, leave out what "
        "happens only together, and need not add to 100%.",
    )


def _kind_text(kind: Kind) -> str:
    if kind == "lever":
        return translate("Matters", "lever")
    return translate("Matters", "assumption")


def _others(share: Share) -> str:
    return clauses(label_of(each) for each in share.members[1:])


def _direction(share: Share) -> str:
    if share.slope > 0:
        return translate("Matters", "raises it")
    return translate("Matters", "lowers it")


def _turning(found: Matters) -> tuple[str, ...]:
    if found.turning is None:
        return ()
    if found.turning:
        text = translate("Matters", "{name}: turns the sign of what the levers change.")
        return (text.format(name=label_of(found.turning)),)
    return (
        translate("Matters", "The first of them does not turn the sign of what the levers change."),
    )


def _left_out(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    text = translate_many(
        "Matters",
        "One other explains less than half a percent.",
        "{count} others explain less than half a percent each.",
        count,
    )
    return (text.format(count=count),)
