"""How a difference from the baseline is told: its median, its range, in how many futures it holds.

The one owner of how exact a difference is said, for cards and report. Median and ends of the range
stand with the same decimals, so that the one always lies between the others as they are printed.
What is less than the level can tell is not told: in its place stands what the figure is like ("as
the baseline"), or that there is no change where nothing is named that it could be like. A zero is
said only of a median whose range reaches further. Differences are those of each future from the
same one of the baseline. First floor of ui; no widgets.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from planner.ensemble.projection import MEDIAN, Series
from planner.quantities.shown import with_unit
from planner.quantities.telling import ends_told, is_told, level_decimals
from planner.quantities.told.lists import between
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from ui.wording.numbers import Numerals, has_digits, signed_fixed
from ui.wording.translate import unit_text

NO_CHANGE: Final = "0"
_LOW, _HIGH = 0, -1
_MOST_SHORT_OF_ALL: Final = 99
_SHORT_SHARE: Final = 0.005


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference in one month, in the shown unit; without ends and shares before the futures.

    Nor has it any where all futures tell the same number, as of one future.

    `higher` and `lower` are shares of futures.
    """

    median: float
    ends: tuple[float, float] | None = None
    higher: float | None = None
    lower: float | None = None


@dataclass(frozen=True, slots=True)
class DifferenceText:
    """A difference in words; all empty where it is less than can be told."""

    change: str = ""
    span: str = ""
    share: str = ""
    short_share: str = ""


NOTHING: Final = DifferenceText()


def change_or_none(text: DifferenceText) -> str:
    """Return a change, or that there is none, where no reference is named in its place."""
    return text.change or no_change()


def no_change() -> str:
    """Return what is said where nothing can be told of a change."""
    return translate("Kpi", "no change")


def difference_at(series: Series | None, month: int, factor: float) -> Difference | None:
    """Return the difference of one month, None where there is none or it is no number."""
    if series is None or month >= len(series.line):
        return None
    if series.bands is None:
        median = float(series.center[month]) * factor
        return Difference(median) if isfinite(median) else None
    median, low, high = (float(series.bands[row, month]) for row in (MEDIAN, _LOW, _HIGH))
    if not isfinite(median):
        return None
    if ends_told(low, high) is None:
        return Difference(median * factor)
    ends = (low * factor, high * factor) if isfinite(low) and isfinite(high) else None
    return Difference(median * factor, ends, *_shares(series, month))


def _shares(series: Series, month: int) -> tuple[float | None, float | None]:
    """Return the shares of futures that are higher and lower, None where they are not known."""
    if series.higher is None or series.lower is None:
        return None, None
    higher, lower = float(series.higher[month]), float(series.lower[month])
    return (higher, lower) if isfinite(higher) and isfinite(lower) else (None, None)


def told(found: Difference, size: float, form: UnitForm, style: Numerals) -> DifferenceText:
    """Return a difference in words, as exactly as a level of this size is told, or nothing."""
    values, places = (found.median, *(found.ends or ())), level_decimals(size, form)
    if not is_told(found.median, values, places):
        return NOTHING
    return _worded(found, [signed_fixed(each, places, style) for each in values], form)


def _worded(found: Difference, texts: list[str], form: UnitForm) -> DifferenceText:
    median, *ends = texts
    change = median if has_digits(median) else NO_CHANGE
    if form.difference != form.shown:
        change = with_unit(change, unit_text(form.difference))
    is_range = found.ends is not None and ends_told(*found.ends) is not None
    has_span = is_range and len(set(ends)) > 1  # both ends may read the same
    span = between(*ends) if has_span else ""
    return DifferenceText(change, span, *share_texts(found.median, found.higher, found.lower))


def share_texts(median: float, higher: float | None, lower: float | None) -> tuple[str, str]:
    """Return in how many futures it goes the way of the median, in a sentence and in short.

    Both are empty where the shares are not known.
    """
    if higher is None or lower is None:
        return "", ""
    is_higher = median > 0 or (median == 0 and higher >= lower)
    share = higher if is_higher else lower
    if share == 1:
        return _of_all(is_higher=is_higher)
    percent = share_text(share)
    some = translate("Kpi", "higher in {share} of futures"), translate("Kpi", "up in {share}")
    if not is_higher:
        some = translate("Kpi", "lower in {share} of futures"), translate("Kpi", "down in {share}")
    return some[0].format(share=percent), some[1].format(share=percent)


def _of_all(*, is_higher: bool) -> tuple[str, str]:
    if is_higher:
        return translate("Kpi", "higher in all futures"), translate("Kpi", "up in all")
    return translate("Kpi", "lower in all futures"), translate("Kpi", "down in all")


def share_text(share: float) -> str:
    """Return a share of futures in whole percents; all and none are said only of all and none."""
    if 0 < share < 1:
        return f"{min(_MOST_SHORT_OF_ALL, max(1, round(100 * share)))}%"
    return f"{round(100 * share)}%"


def share_told(share: float) -> str:
    """Return a share of futures where a small one matters: nothing is 0% but none."""
    return translate("Solve", "under 1%") if 0 < share < _SHORT_SHARE else share_text(share)
