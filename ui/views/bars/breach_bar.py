"""The bars that say which laws of the model the runs on screen break, and how few futures agree.

Few agree with what was measured, that is.
"""

from typing import Final
from weakref import WeakKeyDictionary

from planner.quantities.listed import listed
from planner.quantities.told.lists import sentence_mark
from ui.documents.document import Document
from ui.engine.shown_run import ShownRun
from ui.views.bars.document_bars import DocumentBars

TOLD_AT_MOST: Final = 3


class BreachBar:
    """Says so of the document on screen while it holds; once closed it does not come back."""

    def __init__(self, bars: DocumentBars) -> None:
        self._bars = bars
        self._told: WeakKeyDictionary[Document, dict[str, str]] = WeakKeyDictionary()

    def show(self, document: Document, run: ShownRun) -> None:
        """Say what a run breaks; a line that ends is told of before the bands are there."""
        if run.is_whole:
            self._say(document, "draws", run.projection.draws.warning)
        told = self._told.get(document, {}).get("breach", "")
        breach = run.projection.breach
        ends = breach is not None and breach.ends_center
        if run.is_whole or (ends and not told):
            self._say(document, "breach", listed(run.breaches, sentence_mark(), TOLD_AT_MOST))

    def _say(self, document: Document, key: str, sentence: str) -> None:
        told = self._told.setdefault(document, {})
        if sentence != told.get(key, ""):
            told[key] = sentence
            self._bars.remark(document, key, sentence)
