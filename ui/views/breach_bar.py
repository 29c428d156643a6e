"""The bars that say which laws of the model the runs on screen break, and how few futures agree.

Few agree with what was measured, that is.
"""

from typing import Final
from weakref import WeakKeyDictionary

from planner.ensemble.projection import breaches
from planner.quantities.listed import listed
from ui.documents.document import Document
from ui.engine.runner import Answer
from ui.views.document_bars import DocumentBars

TOLD_AT_MOST: Final = 3


class BreachBar:
    """Says so of the document on screen while it holds; once closed it does not come back."""

    def __init__(self, bars: DocumentBars) -> None:
        self._bars = bars
        self._told: WeakKeyDictionary[Document, dict[str, str]] = WeakKeyDictionary()

    def show(self, document: Document, answer: Answer) -> None:
        """Say what an answer breaks; a line that ends is told of before the bands are there."""
        if answer.order.is_whole:
            self._say(document, "draws", answer.projection.draws.warning)
        told = self._told.get(document, {}).get("breach", "")
        breach = answer.projection.breach
        ends = breach is not None and breach.ends_center
        if not (answer.order.is_whole or (ends and not told)):
            return
        told_now = breaches((*answer.projections, answer.baseline))
        self._say(document, "breach", listed(told_now, " ", TOLD_AT_MOST))

    def _say(self, document: Document, key: str, sentence: str) -> None:
        told = self._told.setdefault(document, {})
        if sentence != told.get(key, ""):
            told[key] = sentence
            self._bars.remark(document, key, sentence)
