"""In which chart an outcome is shown that somebody asks for; no Qt. Floor: charts.

A chart that shows it already is the one. Else it takes the place of the enlarged chart, or of the
first that is seen and shows nothing that stands beside the charts, or of the first.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ui.charts.contents.specs import BESIDE, ChartSetting, charts, other_chart, parts

Asked = tuple[str, tuple[str, ...]]
"""An outcome, and the elements of it that are to be seen side by side."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The number of a chart, and what it shows from now on."""

    number: int
    setting: ChartSetting


def placed(
    settings: Sequence[ChartSetting],
    visible: Sequence[int],
    asked: Asked,
    beside: Collection[str] = (),
) -> Placed:
    """Return where to show an outcome and some elements of it.

    `visible` are the numbers of the charts that are seen, `beside` the outcomes that are told
    beside them.
    """
    key, elements = asked
    wanted = {(key, element) for element in elements}
    shown = next((n for n in visible if wanted <= {*parts(settings[n])}), None)
    if shown is not None:
        return Placed(shown, settings[shown])
    free = (n for n in visible if not {key for key, _ in parts(settings[n])} & set(beside))
    number = next(free, visible[0])
    there = other_chart(settings[number], chart_of(key))
    return Placed(number, replace(there, element=BESIDE.join(elements)))


def chart_of(outcome: str) -> str:
    """Return the chart of an outcome: its own, else the first that it is a part of."""
    if outcome in charts():
        return outcome
    return next(key for key, spec in charts().items() if outcome in spec.outcomes)
