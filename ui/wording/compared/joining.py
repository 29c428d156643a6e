"""What one scenario is called that makes the changes of several, and why several cannot be one.

Floor: wording.
"""

from collections.abc import Sequence
from typing import Final

from planner.model.scenario import lever_at
from planner.storage.sentences.catalog import translate
from planner.studies.parts.joining import ClashError
from planner.studies.parts.reference import called
from ui.wording.rows.described import described

_LONGEST: Final = 48


def joined_title(titles: Sequence[str]) -> str:
    """Return `Network + Centers`; of names too long for a line, the first and how many more."""
    whole = " + ".join(titles)
    if len(whole) <= _LONGEST:
        return whole
    text = translate("Scenarios", "{first} + {count} more")
    return text.format(first=titles[0][:_LONGEST].rstrip(), count=len(titles) - 1)


def clash_sentence(error: ClashError) -> str:
    """Return why two scenarios cannot be one, by their names and that of the lever."""
    first, second = called(error.first), called(error.second)
    if not error.address:
        text = translate(
            "Scenarios", "“{first}” and “{second}” assume different things: they cannot be one"
        )
        return text.format(first=first, second=second)
    text = translate(
        "Scenarios", "“{first}” and “{second}” set {lever} differently: uncheck one of them"
    )
    name = described(*lever_at(error.address)).full_name
    return text.format(first=first, second=second, lever=name)
