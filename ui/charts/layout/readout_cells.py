"""What of a read-out fits in one line: less is told of each curve before a curve is left out.

Arithmetic on the widths of texts; `ui.charts.readout_strip` paints what comes out. Floor: charts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planner.storage.sentences.catalog import translate_many
from ui.charts.contents.picture import BASELINE
from ui.charts.contents.readout import Readout, Row

SWATCH: Final = 12.0
BETWEEN: Final = 14.0
WITHIN: Final = 5.0
_REST: Final = "…"
_PAIR: Final = 2
"""Rows that stay longest: the first, and the baseline's."""

Advance = Callable[[str, bool], float]
"""The width of a text, in bold letters or not."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What is told of each curve beside its value, and whether the run at central values is."""

    names: bool = False
    central: bool = False
    changes: bool = False
    spans: bool = False
    own_span: bool = False


DETAILS: Final = (
    Detail(names=True, central=True, changes=True, spans=True, own_span=True),
    Detail(names=True, central=True, spans=True, own_span=True),
    Detail(names=True, central=True, own_span=True),
    Detail(names=True, own_span=True),
    Detail(own_span=True),
    Detail(),
)
"""From all there is to the least, in the order in which it is given up."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the line: where it begins, and how it is written; a name may have any letters."""

    x: float
    text: str
    is_bold: bool = False
    is_muted: bool = False
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The texts of a read-out, and the x of the swatch of each row that is told."""

    texts: tuple[Text, ...] = ()
    swatches: tuple[tuple[float, Row], ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """A row as far as it is told: texts with their weight and whether they are muted."""

    row: Row
    lead: str
    parts: tuple[tuple[str, bool, bool], ...]
    start: float
    width: float


def detail_for(told: Readout, month: str, room: float, advance: Advance) -> Detail:
    """Return as much as fits."""
    fitting = (
        each for each in DETAILS if _end(_cells(_rows(told, each), month, each, advance)) <= room
    )
    return next(fitting, DETAILS[-1])


def line_of(told: Readout, month: str, detail: Detail, room: float, advance: Advance) -> Line:
    """Return the line: the month, then each row; rows without room are counted at the end.

    Where the count has no room beside two rows either, a sign says that there are more. The first
    row stays longest, and with it the baseline that it is held against.
    """
    rows = _rows(told, detail)
    kept, left_out = _cells(rows, month, detail, advance), 0
    while len(kept) > 1 and _end(kept) + _rest(left_out, len(kept), advance) > room:
        rows, left_out = _with_one_less(rows), left_out + 1
        kept = _cells(rows, month, detail, advance)
    texts = [Text(0.0, month, is_muted=True)]
    swatches = []
    for cell in kept:
        x = cell.start
        if cell.lead:
            texts.append(Text(x, cell.lead, is_muted=True))
            x += advance(cell.lead, False) + WITHIN
        swatches.append((x, cell.row))
        x += SWATCH
        for text, is_bold, is_muted in cell.parts:
            is_name = text is cell.row.name
            texts.append(Text(x + WITHIN, text, is_bold, is_muted, is_name))
            x += WITHIN + advance(text, is_bold)
    if left_out:
        start = _end(kept) + BETWEEN
        has_room = start + advance(_more(left_out), False) <= room
        texts.append(Text(start, _more(left_out) if has_room else _REST, is_muted=True))
    return Line(tuple(texts), tuple(swatches))


def _rows(told: Readout, detail: Detail) -> list[Row]:
    """Return the rows that a detail tells."""
    return [row for row in told.rows if detail.central or not row.is_thin]


def _with_one_less(rows: list[Row]) -> list[Row]:
    """Return rows without the last, the baseline's being left out last of all but the first."""
    has_others = len(rows) > 2 and rows[-1].color == BASELINE  # noqa: PLR2004
    return [*rows[:-2], rows[-1]] if has_others else rows[:-1]


def _cells(rows: list[Row], month: str, detail: Detail, advance: Advance) -> list[_Cell]:
    """Return a cell for each row, one after the other; the first is that of the asked curve."""
    cells: list[_Cell] = []
    x, group = advance(month, False) + BETWEEN, ""
    for row in rows:
        lead = "" if detail.names or row.group == group else row.group
        group = row.group
        parts = tuple(_parts(row, row is rows[0], detail))
        width = SWATCH + sum(WITHIN + advance(text, is_bold) for text, is_bold, _ in parts)
        width += advance(lead, False) + WITHIN if lead else 0.0
        cells.append(_Cell(row, lead, parts, x, width))
        x += width + BETWEEN
    return cells


def _parts(row: Row, is_first: bool, detail: Detail) -> Iterator[tuple[str, bool, bool]]:
    """Give each text of a row, whether it is bold and whether it is muted."""
    if detail.names:
        yield row.name, False, False
    yield row.value, row.color != BASELINE and not row.is_thin, False
    if row.span and (detail.spans or (is_first and detail.own_span)):
        yield row.span, False, True
    if row.change and detail.changes:
        yield row.change, False, False


def _end(cells: list[_Cell]) -> float:
    return cells[-1].start + cells[-1].width if cells else 0.0


def _more(left_out: int) -> str:
    """Return how many curves are not told; a sign alone would read as a value."""
    more = translate_many("Readout", "{count} more", "{count} more", left_out)
    return more.format(count=left_out)


def _rest(left_out: int, kept: int, advance: Advance) -> float:
    """Return the least room for what is left out: its count, beside two rows at most a sign."""
    if not left_out:
        return 0.0
    return BETWEEN + advance(_more(left_out) if kept > _PAIR else _REST, False)
