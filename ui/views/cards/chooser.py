"""The list of outcomes that a card may show: in groups, found by typing. Floor: views."""

from collections.abc import Collection
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.model.graph import model
from planner.model.outcome import GROUPS, Outcome
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import described_in
from planner.storage.sentences.catalog import translate
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.entry import Entry, Group
from ui.wording.figures.units import form_of
from ui.wording.finding.names import in_every_language
from ui.wording.finding.synonyms import synonyms_of
from ui.wording.translate import unit_text

CHECK = "\N{CHECK MARK}"


class CardChooser(Chooser):
    """A popup with every outcome; `chosen` carries the key of one."""

    def __init__(self, shown: Collection[str], parent: QWidget) -> None:
        """Offer every outcome; those that have a card already have a check mark."""
        super().__init__(
            outcome_groups(shown),
            translate("Cards", "Find an outcome"),
            translate("Cards", "No outcome is called that."),
            translate("Cards", "Outcomes"),
            parent,
        )


def outcome_groups(shown: Collection[str]) -> list[Group]:
    """Return every outcome under its group."""
    rows = model().outcomes.values()
    groups = [
        Group(
            model_text(title),
            tuple(_entry(row, shown) for row in rows if row.group == key),
        )
        for key, title in GROUPS.items()
    ]
    return [group for group in groups if group.entries]


def _entry(row: Outcome, shown: Collection[str]) -> Entry:
    unit = unit_text(form_of(row.told_in).words)
    text, *others = in_every_language(partial(model_text, row.label))
    return Entry(
        value=row.key,
        text=text,
        names=(*others, *synonyms_of("outcomes", row.key)),
        more=row.key.replace("_", " "),
        aside=CHECK if row.key in shown else "",
        tip=described_in(model_text(row.doc), unit),
    )
