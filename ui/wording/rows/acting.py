"""From when to when a lever acts, in words. Floor: wording.

What the number of a lever changes in time is told by `planner.model.lever_settings`.
"""

from planner.model.indices import address
from planner.model.inputs import Lever, elements_of
from planner.model.lever_settings import Stretch, acting_within
from planner.model.scenario import Scenario
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.months import month_of_time
from planner.storage.sentences.catalog import translate


def acting_line(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return from when to when a lever acts as a sentence; without an element, in any place."""
    first, end = _months(lever, element, scenario)
    if end is None:
        return translate("Tip", "Acts from {first} on.").format(first=month_of_time(first))
    text = translate("Tip", "Acts from {first} to {last}.")
    return text.format(first=month_of_time(first), last=_last_before(end))


def acting_span(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return the same as it stands behind a name: `from Jul 2026`."""
    first, end = _months(lever, element, scenario)
    if end is None:
        return translate("Tip", "from {first}").format(first=month_of_time(first))
    text = translate("Tip", "{first} to {last}")
    return text.format(first=month_of_time(first), last=_last_before(end))


def _months(lever: Lever, element: str, scenario: Scenario) -> Stretch:
    """Return the first month in which a lever acts in any place, and where its last one ends."""
    elements = (element,) if element else elements_of(lever)
    found = [acting_within(scenario, address(lever.key, each)) for each in elements]
    ends = [end for _, end in found if end is not None]
    return min(first for first, _ in found), max(ends) if len(ends) == len(found) else None


def _last_before(end: float) -> str:
    return month_of_time(end - 1 / MONTHS_PER_YEAR)
