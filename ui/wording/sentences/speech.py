"""The language that sentences are said in: English, or that of the window.

The terminal says them without Qt, so that what translates is handed in. Floor: wording.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.model.indices import LABELS, SEGMENTS
from planner.model.outcome import Outcome
from planner.model.path_words import MONTHS
from planner.model.sums import COUNTS, NAMED_AT_MOST, members
from planner.model.targets.words import within_a_line
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import called
from ui.wording.numbers import ENGLISH_NUMERALS, Numerals

_ALL: Final = 1.0
_SHORT_OF_ALL: Final = 99


@dataclass(frozen=True, slots=True)
class Speech:
    """What says texts, labels of the model, and units in a language; English as it stands here."""

    label: Callable[[str], str] = str
    unit: Callable[[str], str] = str
    numerals: Numerals = ENGLISH_NUMERALS

    @staticmethod
    def translate(context: str, text: str) -> str:
        """Return a text in the language spoken."""
        say = translate
        return say(context, text)

    def name(self, outcome: Outcome, element: str) -> str:
        """Return what an outcome is called within a sentence, and where."""
        label = within_a_line(self.label(outcome.label))
        if not element:
            return label
        text = self.translate("Sentences", "{name} in {place}")
        return text.format(name=label, place=self.place(element))

    def place(self, element: str) -> str:
        """Return an area, a segment, a few areas together, or how many others there are."""
        if element in SEGMENTS:
            clouds = self.translate("Sentences", "clouds")
            return clouds if element == "cloud" else self.translate("Sentences", "centers")
        parts = members(element)
        if len(parts) <= NAMED_AT_MOST:
            return " + ".join(self.label(LABELS[each]) for each in parts)
        return self.others(len(parts))

    def others(self, count: int) -> str:
        """Return all other places together by their number."""
        text = self.translate("Sentences", "the other {count} places")
        return text.format(count=self.label(COUNTS[count]))

    def reference(self, name: str) -> str:
        """Return what a scenario is held against; an empty name stands for the baseline."""
        return called(name) or self.translate("Sentences", "the baseline")

    def month(self, time: float) -> str:
        """Return a month as `Mar 2029`."""
        months = round(time * MONTHS_PER_YEAR)
        text = self.translate("Sentences", "{month} {year}")
        year, month = divmod(months, MONTHS_PER_YEAR)
        return text.format(month=self.label(MONTHS[month]), year=year)

    def futures(self, share: float) -> str:
        """Return a share of futures in whole percents; all and none only of all and none."""
        if share >= _ALL:
            return self.translate("Sentences", "all futures")
        if share <= 0:
            return self.translate("Sentences", "no future")
        text = self.translate("Sentences", "{share}% of futures")
        return text.format(share=percent(share))


def percent(share: float) -> int:
    """Return a share in whole percents; 0 and 100 are only none and all."""
    return round(100 * share) if share in (0, 1) else min(_SHORT_OF_ALL, max(1, round(100 * share)))


ENGLISH: Final = Speech()
