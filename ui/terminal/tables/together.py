"""What only a combination of scenarios gives: each part alone, the whole, and what is left over."""

from collections.abc import Iterator, Sequence

from planner.files.scenario.titles import distinct_names
from planner.model.scenario import Scenario
from planner.quantities.told.lists import all_of
from planner.storage.sentences.catalog import translate
from planner.studies.combination import Combination
from planner.studies.comparison import Difference
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import (
    dated,
    label_of_differences,
    written_difference,
    written_ends,
    written_share,
)


def only_together(found: Sequence[Combination], scenarios: Sequence[Scenario]) -> str:
    """Return a table for each scenario that combines others; empty where none does."""
    names = distinct_names(each.title for each in scenarios)
    wholes = dict.fromkeys(each.combined for each in found)
    return "\n\n".join(
        _table([each for each in found if each.combined == whole], names) for whole in wholes
    )


def _table(found: Sequence[Combination], names: Sequence[str]) -> str:
    combined = found[0].combined
    parts = [names[part] for part in combined.parts]
    text = translate(
        "Terminal", "What only together gives: {whole} beside {parts}, each against the baseline"
    )
    title = text.format(whole=names[combined.whole], parts=all_of(parts))
    only, of_range = translate("Terminal", "only together"), translate("Terminal", "80% of futures")
    head = ["", *parts, names[combined.whole], only, of_range, ""]
    rows = [
        [_label(each, is_first=n == 0 or found[n - 1].pair != each.pair), *_cells(each)]
        for n, each in enumerate(found)
    ]
    return f"{title}\n{aligned([head, *rows])}"


def _label(found: Combination, *, is_first: bool) -> str:
    date = f"{found.year}-12"
    return dated(label_of_differences(*found.pair), date) if is_first else f"  {date}"


def _cells(found: Combination) -> Iterator[str]:
    size = max(abs(each.median) for each in (found.together, *found.alone))
    for each in (*found.alone, found.together, found.only_together):
        yield written_difference(found.pair[0], each.median, size, "baseline")
    only = found.only_together
    is_one = only.low is not None and only.low == only.high
    yield "" if is_one else _ends(found.pair[0], only, size)
    yield "" if is_one else written_share(only.median, only.higher, only.lower)


def _ends(outcome: str, only: Difference, size: float) -> str:
    if only.low is None or only.high is None:
        return ""
    return written_ends(outcome, only.low, only.high, size)
