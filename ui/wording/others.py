"""The line on all other places: what they lose or gain while the window is about some.

It tells of AI enterprises. What is told is the median of the futures' own sums over the other
places, not a difference of medians. Floor: wording.
"""

from math import isfinite
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.sums import members, others_of
from planner.quantities.shown import in_range
from planner.quantities.telling import decimals_that_tell
from planner.quantities.unit_forms import unit_form
from ui.wording.elements import number_words
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals, fixed
from ui.wording.translate import model_text

OUTCOME: Final = "enterprises"
_LOW, _HIGH = 0, -1
_MOST_SHORT_OF_ALL: Final = 99


def others_requests(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what the line needs from a run: nothing while the window is about all places."""
    return (Request(OUTCOME, others_of(areas), "difference"),) if areas else ()


def others_line(
    projection: Projection | None, areas: tuple[str, ...], year: int, style: Numerals
) -> str:
    """Return the line in December of a year; empty where there are no others, or no run yet."""
    request = next(iter(others_requests(areas)), None)
    series = None if projection is None or request is None else projection.series.get(request)
    month = december(year)
    if series is None or request is None or month >= len(series.line):
        return ""
    outcome = model().outcomes[OUTCOME]
    name, form = model_text(outcome.label), unit_form(outcome.told_in)
    count = number_words()[len(members(request.element))]
    change = float(series.line[month]) * form.factor
    places = decimals_that_tell(change, 0)
    if places is None:
        text = QCoreApplication.translate(
            "Others", "Other {count} places: {outcome} as the baseline"
        )
        return text.format(count=count, outcome=name)
    text = QCoreApplication.translate("Others", "Other {count} places: {change} {outcome}")
    said = text.format(count=count, change=_signed(change, places, style), outcome=name)
    if series.bands is None:
        return said
    ends = (float(series.bands[end, month]) * form.factor for end in (_LOW, _HIGH))
    between = in_range("{low} to {high}", *(_signed(end, places, style) for end in ends))
    said = f"{said} ({between})"
    share = series.higher if change > 0 else series.lower
    if share is None or not isfinite(share[month]):
        return said
    return f"{said}, {_share_text(float(share[month]), is_higher=change > 0)}"


def _signed(value: float, decimals: int, style: Numerals) -> str:
    text = fixed(value, decimals, style)
    return f"+{text}" if value > 0 and any(digit in "123456789" for digit in text) else text


def _share_text(share: float, *, is_higher: bool) -> str:
    """Return in how many futures it goes that way; all and none are said only of all and none."""
    tr = QCoreApplication.translate
    if share == 1:
        return (
            tr("Others", "more in all futures")
            if is_higher
            else tr("Others", "fewer in all futures")
        )
    percent = min(_MOST_SHORT_OF_ALL, max(1, round(100 * share))) if share else 0
    text = tr("Others", "more in {percent}% of futures")
    if not is_higher:
        text = tr("Others", "fewer in {percent}% of futures")
    return text.format(percent=percent)
