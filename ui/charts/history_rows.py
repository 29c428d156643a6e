"""A backtest as rows to draw: every point over its measured figure, so that all fit one scale.

No Qt, no pyqtgraph: places, marks and texts. Places are logarithms of the model over what was
measured, zero being a hit; what lies beyond the scale is moved to its end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import log
from typing import Final

from planner.facts.published import source_of
from planner.model.outcome import GROUPS
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals, telling_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import spanning
from planner.quantities.unit_forms import UnitForm
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.studies.backtest import Judged, score, topic_of
from planner.studies.misses import sentence_of, unit_beside
from ui.wording.figures.units import form_of
from ui.wording.numbers import Numerals, fixed, signed, trimmed

ENDS: Final = (-0.85, 1.2)
TICKS: Final = (-0.5, 0.0, 0.5, 1.0, 2.0)
"""Shares by which the model lies above what was measured, with a mark on the scale."""
_MORE_DECIMALS: Final = 2
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the chart: `height` counts lines from the top; a heading has no `judged`.

    `numbers` stand at the right: what was measured, and the band; of a heading, the mean miss.
    """

    height: int
    label: str
    judged: Judged | None = None
    numbers: str = ""
    tip: str = ""

    @property
    def band(self) -> Span:
        """Where P10 to P90 of the model lie."""
        row = self._row
        return _place(row.p10, row), _place(row.p90, row)

    @property
    def median(self) -> float:
        """Where the median lies."""
        return _place(self._row.p50, self._row)

    @property
    def is_beyond(self) -> bool:
        """Whether all of the band lies beyond the scale."""
        low, high = self.band
        return low == high and low in ENDS

    @property
    def source(self) -> Span:
        """Where the range of the source lies."""
        row = self._row
        return _place(row.point.low, row), _place(row.point.high, row)

    @property
    def first(self) -> Span | None:
        """Where the band of model 1.0 lies; None where it had no such outcome."""
        row = self._row
        if row.first is None:
            return None
        return _place(row.first.p10, row), _place(row.first.p90, row)

    @property
    def _row(self) -> Judged:
        if self.judged is None:
            raise ValueError("a heading has no figures")
        return self.judged


def history_rows(judged: Sequence[Judged], numerals: Numerals) -> tuple[HistoryRow, ...]:
    """Return headings and points, in the order of the groups of outcomes and of the sources."""
    return tuple(_rows(judged, numerals))


def tick_labels() -> list[tuple[float, str]]:
    """Return the marks of the scale and what stands at them."""
    said = {share: with_unit(signed(100 * share, None, 100), PERCENT) for share in TICKS}
    hit = translate("History", "measured")
    return [(log(1 + share), said[share] if share else hit) for share in TICKS]


def _rows(judged: Sequence[Judged], numerals: Numerals) -> Iterator[HistoryRow]:
    height = 0
    for group, title in GROUPS.items():
        members = [row for row in judged if topic_of(row) == group]
        if not members:
            continue
        found = score(title, members)
        text = translate("History", "{group}: {inside} of {points} inside")
        told = text.format(group=model_text(title), inside=found.inside, points=found.points)
        missed = translate("History", "mean miss {share}").format(share=_share(found.crps))
        yield HistoryRow(height, told, numbers=missed)
        height += 1
        for row in sorted(members, key=lambda row: (row.point.group, row.point.start)):
            yield HistoryRow(height, _label(row), row, _numbers(row, numerals), _tip(row))
            height += 1


def _label(row: Judged) -> str:
    label = model_text(row.point.label)
    if row.point.set != "held":
        return label
    return translate("History", "{label} · held back").format(label=label)


def _share(share: float) -> str:
    return with_unit(fixed(100 * share, 1), PERCENT)


def _numbers(row: Judged, numerals: Numerals) -> str:
    """Return what was measured, and the band, for reading."""
    form = form_of(row.point.unit)
    decimals, unit = _decimals(row, form), unit_beside(row.point)
    measured = trimmed(row.point.central * form.factor, numerals)
    low, high = (fixed(part * form.factor, decimals, numerals) for part in (row.p10, row.p90))
    if unit == PERCENT:
        measured = with_unit(measured, unit)
    floor = "≥ " if row.point.bound else ""
    return with_unit(f"{floor}{measured}  |  {spanning(low, high)}", unit)


def _decimals(row: Judged, form: UnitForm) -> int:
    """Return the decimals of both ends of the band: those that its median tells.

    There are up to two more where rounded ends would hold a figure that the band misses.
    """
    least = telling_decimals(row.p50)
    if row.point.reading != "ratio":
        least = level_decimals(row.p50 * form.factor, form)
    if row.point.bound:  # a floor is met or not by half the futures, not by the ends
        return least
    told = range(least, least + _MORE_DECIMALS + 1)
    return next((each for each in told if _says_inside(row, form, each) == row.inside), least)


def _says_inside(row: Judged, form: UnitForm, decimals: int) -> bool:
    """Tell whether the figure lies within the band's ends as they are written."""
    low, high = (round(part * form.factor, decimals) for part in (row.p10, row.p90))
    return low <= row.point.central * form.factor <= high


def _tip(row: Judged) -> str:
    """Return what is told of a row under the pointer, as rich text."""
    verdict = translate("History", "outside P10 to P90")
    if row.inside:
        verdict = translate("History", "inside P10 to P90")
    text = translate("History", "{verdict}; mean miss (CRPS) {share} of the figure; grade {grade}")
    if row.point.set == "held":
        text = translate(
            "History", "{verdict}; mean miss (CRPS) {share} of the figure; grade {grade}, held back"
        )
    judged = text.format(verdict=verdict, share=_share(row.crps), grade=row.point.grade)
    lines = (sentence_of(row), judged, source_of(row.point))
    told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f'<table width="420"><tr><td>{told}</td></tr></table>'


def _place(value: float, row: Judged) -> float:
    ratio = value / row.point.central
    return min(max(log(ratio), ENDS[0]), ENDS[1]) if ratio > 0 else ENDS[0]
