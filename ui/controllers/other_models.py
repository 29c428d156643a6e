"""Tells by how much the present model differs from the one that saved a file, once it has run.

What differs is found by `planner.studies.model_versions`; here it is worded, and told in a bar of
the document.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.ensemble.projection import Projection
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import CARDS
from ui.controllers.files.opening import Files
from ui.documents.current import Current
from ui.documents.document import Document, is_same_state
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.views.bars.document_bars import DocumentBars
from ui.wording.key_figures import kpi_head, number_of
from ui.wording.numbers import signed

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened
    from planner.studies.model_versions import Difference


class OtherModels(QObject):
    """Remembers files that another version of the model made until their scenarios have run."""

    def __init__(
        self, published: Published, current: Current, files: Files, bars: DocumentBars
    ) -> None:
        super().__init__(bars)
        self._current = current
        self._bars = bars
        self._kept: dict[Document, Opened] = {}
        files.opened.connect(self._on_opened)
        published.changed.connect(self._on_run)

    def _on_opened(self, document: Document, found: "Opened") -> None:
        if found.is_of_another_model:
            self._kept[document] = found

    def _on_run(self, run: ShownRun) -> None:
        document = self._current.document
        if document not in self._kept or not is_same_state(run.scenario, document.scenario):
            return
        if not run.is_whole:
            return
        found = self._kept.pop(document)
        if found.scenario == document.scenario:
            text = difference_in_words(found, run.projection)
            self._bars.remark(document, "model", text)


def difference_in_words(found: "Opened", projection: Projection) -> str:
    """Return in words how far the present model is from the figures a file keeps, "" if not."""
    from planner.studies.model_versions import difference_of_models

    difference = difference_of_models(found.model_version, found.results, projection)
    if difference is None:
        return ""
    versions = {"old": difference.made_by, "new": difference.present}
    if not difference.is_known:
        text = translate(
            "OtherModels",
            "This scenario was saved with model {old}, and its file keeps no figures. The present "
            "model {new} may give others.",
        )
        return text.format(**versions)
    changes = [_change_in_words(each) for each in difference.moved if each.outcome in CARDS]
    if not changes:
        return ""
    text = translate(
        "OtherModels",
        "This scenario was saved with model {old}. The present model {new} gives other figures "
        "for it ({month}): {differences}.",
    )
    return text.format(**versions, month=difference.month, differences=listed(changes))


def _change_in_words(change: "Difference") -> str:
    """Return the key figure before and now, and by how many percent it moved where that tells."""
    style, head = numerals(), kpi_head(change.outcome)
    before, now = (
        number_of(each * head.form.factor, head, style) for each in (change.kept, change.present)
    )
    text = f"{head.title} {before} → {with_unit(now, head.unit_beside)}"
    if not change.kept:
        return text
    moved = signed((change.present / change.kept - 1) * 100, style)
    return f"{text} ({with_unit(moved, PERCENT)})"
