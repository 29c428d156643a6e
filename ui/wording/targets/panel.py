"""What the window says beside a list of targets: each with its share, the baseline's, and all.

A pure function of the run on screen. Floor: wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

from planner.ensemble.met import Met
from planner.model.targets.target import Target
from planner.quantities.told.lists import as_sentences
from planner.storage.sentences.catalog import translate
from ui.wording.targets.told import (
    all_title,
    beyond_text,
    full_text,
    met_text,
    row_text,
    share_text,
    when_text,
)


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target, or all of several where `target` is None; shares are 0 to 1, NaN if unknown."""

    text: str
    share: float
    below: float
    sentence: str
    target: Target | None = None
    when: str = ""

    @property
    def share_text(self) -> str:
        """The share in short."""
        return share_text(self.share)


def target_rows(
    targets: Sequence[Target], last_year: int, met: Met | None, below: Met | None
) -> tuple[TargetRow, ...]:
    """Return a row for each target, and one for all of several; `below` is of the baseline."""
    rows = [
        _row(target, _share(met, target), _share(below, target), last_year) for target in targets
    ]
    if len(rows) > 1:
        share, before = (nan if each is None else each.all_met for each in (met, below))
        title = all_title(targets)
        rows.append(TargetRow(title, share, before, _sentence(title, share, before)))
    return tuple(rows)


def _row(target: Target, share: float, below: float, last_year: int) -> TargetRow:
    beyond = beyond_text(target, last_year)
    title = full_text(target)
    sentence = as_sentences((title, beyond)) if beyond else _sentence(title, share, below)
    return TargetRow(row_text(target), share, below, sentence, target, when_text(target))


def _share(met: Met | None, target: Target) -> float:
    return nan if met is None else met.each.get(target, nan)


def _sentence(title: str, share: float, below: float) -> str:
    if isnan(share):
        return title
    text = translate("Targets", "{target}: {met}; in the baseline {below}")
    return text.format(target=title, met=met_text(share), below=met_text(below) or "–")
