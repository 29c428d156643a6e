"""What is said at once of a chart where keys or a hand changed it: curves hidden, months pinned.

What keys walk to is in `walk`. Floor: charts.
"""

from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.charts.contents.hiding import key_of
from ui.charts.contents.picture import Curve
from ui.charts.contents.readout import Readout
from ui.charts.contents.specs import ChartSetting
from ui.charts.layout.naming import name_of


def say_entry(chart: QWidget, entry: Curve, setting: ChartSetting) -> None:
    """Say whether what an entry of the legend stands for is hidden in a chart, or shown again."""
    text = translate("Chart", "Shown: {name}")
    if key_of(entry, setting) in setting.hidden:
        text = translate("Chart", "Hidden: {name}")
    announce(chart, text.format(name=name_of(entry)))


def say_pin(charts: QWidget, told: Readout | None, *, pinned: bool) -> None:
    """Say which month is pinned in all charts, or that none is any more."""
    if not pinned:
        announce(charts, translate("Chart", "No month is pinned"))
    elif told is not None:
        announce(charts, translate("Chart", "Pinned: {month}").format(month=told.month))
