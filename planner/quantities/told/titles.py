"""The title of a scenario as a reader sees it: that of the baseline in the language spoken.

Files and whatever tells scenarios apart keep the title itself. Floor: quantities.
"""

from typing import Final

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.direction import isolated

BASELINE_TITLE: Final = "Baseline"
"""What the baseline is called in files, whatever language is spoken."""


def shown_title(title: str) -> str:
    """Return a title as it stands in a line: the baseline's translated, others as given."""
    return translate("Planner", "Baseline") if title == BASELINE_TITLE else isolated(title)
