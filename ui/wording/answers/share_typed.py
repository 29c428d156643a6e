"""A share of futures as it is typed: `80%`, `80` or `0.8`. Floor: wording."""

from typing import Final

from planner.quantities.typed.digits import ReadingError, folded
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.paths.typed import Refused

_PERCENT: Final = "%"
_ALL: Final = 100.0


def share_typed(text: str, *, may_be_none: bool = False) -> float:
    """Return the share that a text means, above 0 unless it `may_be_none`. Raises Refused.

    A bare number of at most 1 is a share, a larger one counts percents; none is more than all.
    """
    try:
        percents = read_quantity(text, _PERCENT)
    except ReadingError:
        raise Refused(_sentence(text)) from None
    is_bare = _PERCENT not in folded(text)
    share = percents if is_bare and percents <= 1 else percents / _ALL
    if not 0 <= share <= 1 or (share == 0 and not may_be_none):
        raise Refused(_sentence(text))
    return share


def _sentence(text: str) -> str:
    said = translate("Solve", "{text} is no share of futures, which is a number such as 80%.")
    return said.format(text=shown(text))
