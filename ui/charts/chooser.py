"""The list of all charts that opens under a chart's title: in groups, found by typing."""

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.model.graph import model
from planner.model.outcome import GROUPS
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.charts.contents.specs import ChartSpec, charts_by_group
from ui.charts.contents.wording import Wording
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.entry import Entry, Group
from ui.wording.figures.units import form_of
from ui.wording.finding.names import in_every_language
from ui.wording.finding.synonyms import synonyms_of
from ui.wording.translate import unit_text

CHECK = "\N{CHECK MARK}"


class ChartChooser(Chooser):
    """A popup with every chart; `chosen` carries the key of one."""

    def __init__(self, words: Wording, parent: QWidget, current: str = "") -> None:
        """Offer every chart; the `current` one has a check mark."""
        super().__init__(
            chart_groups(words, current),
            translate("Chart", "Find a chart"),
            translate("Chart", "No chart is called that."),
            translate("Chart", "Charts"),
            parent,
        )

    def open_under(self, button: QWidget, key: str) -> None:
        """Open beside a button with one chart highlighted."""
        self.open_beside(button, key)


def chart_groups(words: Wording, current: str = "") -> list[Group]:
    """Return every chart under the group of its outcomes, a check mark beside the current one."""
    return [
        Group(
            model_text(GROUPS[group]),
            tuple(chart_entry(spec, words, CHECK if spec.key == current else "") for spec in specs),
        )
        for group, specs in charts_by_group().items()
    ]


def chart_entry(spec: ChartSpec, words: Wording, aside: str = "") -> Entry:
    """Return a chart as an entry, found by its outcomes too, whose value is its key."""
    unit = form_of(spec.unit).shown
    percent = (unit,) if unit == "%" else ()  # a typed percent finds it
    return Entry(
        value=spec.key,
        text=words.charts[spec.key],
        names=_names(spec),
        more=" ".join((spec.key, *spec.outcomes, *percent)).replace("_", " "),
        aside=aside,
        tip=explanation(spec),
    )


def _names(spec: ChartSpec) -> tuple[str, ...]:
    """Return what a chart and its outcomes are called in every language and by other people."""
    labels = (spec.title, *(model().outcomes[key].label for key in spec.outcomes))
    said = (name for text in labels for name in in_every_language(partial(model_text, text)))
    others = (name for key in spec.outcomes for name in synonyms_of("outcomes", key))
    return (*said, *others)


def explanation(spec: ChartSpec) -> str:
    """Return what a chart shows, with its unit."""
    unit = unit_text(form_of(spec.unit).words)
    said = " ".join(model_text(model().outcomes[key].doc) for key in spec.outcomes)
    return f"{said} ({unit})"
