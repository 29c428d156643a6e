"""What a list of bars shows: shares of the spread, total shares, or each input low and high.

Frozen values made of results, with places on the axis from 0 to 1; no Qt but words. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planner.quantities.told.lists import between, spanning
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.tables import swings_told, told_of
from planner.studies.matters.tornado import Kind, Swing, Tornado
from planner.studies.matters.totals import Total, Totals
from ui.wording.answers.matters import (
    foot_note,
    name_of,
    outcome_text,
    percent_text,
    share_in_words,
    swing_in_words,
    together_with,
    total_in_words,
)

MOST: Final = 8
"""Bars that are shown at most; a reader looks no further."""
DOWN: Final = "↓"


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar from `begin` to `end`, its interval from `low` to `high`, all on the axis.

    `address` is that of its input, `mark` a sign behind the name.
    """

    kind: Kind
    address: str
    name: str
    note: str
    mark: str
    begin: float
    end: float
    low: float | None
    high: float | None
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class BarList:
    """Bars from top to bottom and what stands under them.

    Where bars have a `middle` they stand at either side of it, and have no track of their own.
    """

    rows: tuple[BarRow, ...]
    foot: str
    middle: float | None = None


def share_bars(found: Matters) -> BarList:
    """Return the shares in the year asked about, the largest first."""
    told = told_of(found)[:MOST]
    longest = _longest([each.share for each in told])
    return BarList(tuple(_share_row(each, longest) for each in told), foot_note(found))


def total_bars(found: Totals, about: About) -> BarList:
    """Return the total shares with their intervals, the largest first."""
    told = found.of(about)[:MOST]
    longest = _longest([each.total + each.total_reach for each in told])
    foot = translate("Matters", "Lines: 95% intervals. What it explains alone is the darker part.")
    return BarList(tuple(_total_row(each, longest) for each in told), foot)


def swing_bars(found: Tornado) -> BarList:
    """Return the swings, the widest first, around the run at central values."""
    told = swings_told(found)[:MOST]
    ends = [found.center, *(end for each in told for end in (each.at_low, each.at_high))]
    least, most = min(ends), max(ends)
    if most <= least:
        return BarList((), "")
    foot = translate("Matters", "Assumptions over their ranges, levers over theirs.")
    rows = tuple(_swing_row(found, each, least, most) for each in told)
    return BarList(rows, foot, (found.center - least) / (most - least))


def _longest(shares: Sequence[float]) -> float:
    """Return the share that a whole track stands for: the longest bar leaves a tenth of it."""
    return max((*(1.1 * each for each in shares), 0.1))


def _share_row(share: Share, longest: float) -> BarRow:
    return BarRow(
        kind="assumption",
        address=share.lead,
        name=name_of(share.lead),
        note=together_with(share),
        mark=DOWN if share.slope < 0 else "",
        begin=0.0,
        end=share.share / longest,
        low=None,
        high=None,
        text=percent_text(share.share),
        tip=share_in_words(share),
    )


def _total_row(total: Total, longest: float) -> BarRow:
    return BarRow(
        kind="assumption",
        address=total.name,
        name=name_of(total.name),
        note="",
        mark="",
        begin=max(0.0, min(total.first, total.total)) / longest,
        end=total.total / longest,
        low=max(0.0, total.total - total.total_reach) / longest,
        high=(total.total + total.total_reach) / longest,
        text=percent_text(total.total),
        tip=total_in_words(total),
    )


def _swing_row(found: Tornado, swing: Swing, least: float, most: float) -> BarRow:
    ends = [(each - least) / (most - least) for each in (swing.at_low, swing.at_high)]
    sizes = (
        outcome_text(found.about, each, found.center, with_unit_behind=False)
        for each in _ends(swing)
    )
    low, high = sizes
    return BarRow(
        kind=swing.kind,
        address=swing.name,
        name=name_of(swing.name),
        note="",
        mark=DOWN if swing.at_high < swing.at_low else "",
        begin=min(ends),
        end=max(ends),
        low=None,
        high=None,
        text=(between if min(_ends(swing)) < 0 else spanning)(low, high),
        tip=swing_in_words(found, swing),
    )


def _ends(swing: Swing) -> tuple[float, float]:
    return min(swing.at_low, swing.at_high), max(swing.at_low, swing.at_high)
