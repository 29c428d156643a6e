"""Which part of the height each row of charts gets; no Qt. Floor: charts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ui.charts.contents.limits import shows_limits
from ui.charts.contents.specs import ChartSetting

MORE: Final = 8
USUAL: Final = 7


def row_shares(
    settings: Sequence[ChartSetting], visible: Iterable[int], columns: int, are_alike: bool
) -> Mapping[int, int]:
    """Return the share of each row that is seen: more with what limits compute, unless alike."""
    shares: dict[int, int] = {}
    for number in visible:
        row = number // columns
        share = MORE if not are_alike and shows_limits(settings[number]) else USUAL
        shares[row] = max(share, shares.get(row, 0))
    return shares
