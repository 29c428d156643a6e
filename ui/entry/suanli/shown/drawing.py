"""Bands and runs as a notebook shows them: a picture as SVG, a table as HTML, and a sentence.

No Qt and no script: lines and letters take the color of the text around them, so that both can be
read on a dark page as well as on a light one. Numbers are told as window and report tell them.
"""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, isfinite, isnan, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.graph import model
from planner.quantities.telling import level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.studies.key_figures import YEAR
from suanli.answers import Answer
from suanli.runs import Band, Run
from ui.terminal.tables.figures import key_figures_told
from ui.wording.elements import name_within
from ui.wording.figures.units import form_of
from ui.wording.numbers import decimals_for, fixed, has_digits, signed_fixed

WIDTH: Final = 640.0
HEIGHT: Final = 260.0
_LEFT: Final = 72.0
_RIGHT: Final = 16.0
_TOP: Final = 30.0
_BOTTOM: Final = 26.0
_MONTHS: Final = 12
_THOUSAND: Final = 1000
_TICKS: Final = 5
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_PADDED: Final = "padding:2px 8px"
"""Room around each cell, which not every page gives."""
_COLOR: Final = "#2f7ed8"
"""Seen well on white and on black: its contrast is 4:1 on either."""


def svg(band: Band) -> str:
    """Return the picture of a band over the months, with what it shows as its alternative text."""
    scale = _Scale(band)
    body = "".join((*scale.axes(), *scale.curves()))
    title, told = escape(title_of(band)), escape(sentence_of(band))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" '
        f'aria-label="{told}" style="max-width:{WIDTH:g}px;width:100%;font:12px sans-serif">'
        f"<title>{title}</title><desc>{told}</desc>"
        f'<text x="{_LEFT:g}" y="16" fill="currentColor" font-weight="bold">{title}</text>'
        f"{body}</svg>"
    )


def title_of(band: Band) -> str:
    """Return what a band is of, with its place and its unit."""
    form = form_of(band.unit)
    unit = form.difference if band.view == "difference" else form.shown
    place = f" ({name_within(band.element)})" if band.element else ""
    change = ": change" if band.view == "difference" else ""
    label = model_text(band.label)
    told = f", {unit}" if unit and unit not in label else ""
    return f"{label}{place}{change}{told}"


def sentence_of(band: Band, year: int = YEAR) -> str:
    """Return what a band says of December of a year, or of its last one."""
    year = min(year, int(band.months[-1][:4]))
    median, low, high = (_told(band, band.at(year)[name]) for name in ("p50", "p10", "p90"))
    return f"{title_of(band)}: {median} in December {year}; 80% of futures from {low} to {high}"


def band_html(band: Band) -> str:
    """Return picture and table of a band: center, P10, P50 and P90 in each December."""
    years = range(int(band.months[0][:4]), int(band.months[-1][:4]) + 1)
    at = [band.at(year) for year in years]
    rows = [
        (name, *(_told(band, each[key]) for each in at))
        for name, key in (("P90", "p90"), ("P50", "p50"), ("P10", "p10"))
    ]
    return f"{svg(band)}{table_html(('', *map(str, years)), rows)}"


def run_html(run: Run) -> str:
    """Return the first picture of a run and a table of its key figures, with what it changes."""
    year = min(YEAR, run.scenario.value.last_year)
    rows = [
        _figure(run, key, element, year)
        for key, element in key_figures_told()
        if not model().outcomes[key].is_counted
    ]
    head = (f"December {year}", "P10", "P50", "P90", f"change against {run.against.title}")
    caption = f"{run.scenario.title}: {run.futures:,} futures"
    first = run.band(*key_figures_told()[0])
    breach = f"<p>{escape(run.breach)}</p>" if run.breach else ""
    return f"{svg(first)}{breach}{table_html(head, rows, caption)}"


def answer_html(answer: Answer, most: int = 20) -> str:
    """Return an answer as its sentence and the first rows of its table."""
    head = tuple(f"{key} ({unit})" if unit else key for key, unit in answer.units.items())
    rows = [tuple(map(_cell, record.values())) for record in answer.records[:most]]
    more = len(answer.records) - len(rows)
    notes = [*answer.notes, *([f"{more} more rows in table()"] if more else [])]
    told = "".join(f"<p><small>{escape(each)}</small></p>" for each in notes)
    return f"<p>{escape(answer.sentence)}</p>{table_html(head, rows, answer.title)}{told}"


def table_html(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """Return a table; the first cell of each row is its heading, and numbers stand right."""
    top = "".join(f'<th scope="col" style="{_PADDED}">{escape(each)}</th>' for each in head)
    lines = "".join(
        f'<tr><th scope="row" style="{_PADDED};text-align:left">{escape(name)}</th>'
        + "".join(
            f'<td style="{_PADDED};text-align:{_side(cell)}">{escape(cell)}</td>' for cell in cells
        )
        + "</tr>"
        for name, *cells in rows
    )
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    body = f"{named}<thead><tr>{top}</tr></thead><tbody>{lines}</tbody>"
    return f'<table style="color:inherit">{body}</table>'


def _side(cell: str) -> str:
    return "left" if cell[:1].isalpha() and cell != "none" else "right"


def _figure(run: Run, key: str, element: str, year: int) -> tuple[str, ...]:
    """Return the row of one key figure: its name with unit, its range, and its change.

    A change is told as exactly as its level is, as "none" where that shows nothing of it.
    """
    band, change = run.band(key, element), run.band(key, element, "difference")
    digits = _Digits(band)
    at, moved = band.at(year), change.at(year)
    low, median, high = (digits.change(moved[name]) for name in ("p10", "p50", "p90"))
    is_told = any(map(has_digits, (low, median, high)))
    told = f"{median} ({low} to {high})" if is_told else "none"
    return (title_of(band), *(digits.level(at[name]) for name in ("p10", "p50", "p90")), told)


def _told(band: Band, value: float) -> str:
    """Return a value of a band as it is told, without its unit."""
    digits = _Digits(band)
    return digits.change(value) if band.view == "difference" else digits.level(value)


class _Digits:
    """How exactly the values of a band are told, all alike: as the largest of them."""

    def __init__(self, band: Band) -> None:
        self._form = form_of(band.unit)
        sizes = np.abs(np.concatenate((band.p10, band.p90)))
        largest = float(sizes[np.isfinite(sizes)].max(initial=0.0))
        self._decimals = level_decimals(largest * self._form.factor, self._form)

    def level(self, value: float) -> str:
        """Return a level, without its unit."""
        if not isfinite(value):
            return "–" if isnan(value) else "unbounded"
        return fixed(value * self._form.factor, self._decimals, numerals())

    def change(self, value: float) -> str:
        """Return a difference with its sign, without its unit."""
        if not isfinite(value):
            return self.level(value)
        return signed_fixed(value * self._form.factor, self._decimals, numerals())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= _THOUSAND else f"{value:.4g}"


class _Scale:
    """Where the values of a band stand in the picture."""

    def __init__(self, band: Band) -> None:
        self._band, self._form = band, form_of(band.unit)
        drawn = np.concatenate((band.p10, band.p90, band.p50)) * self._form.factor
        told = drawn[np.isfinite(drawn)]
        low, high = (float(told.min()), float(told.max())) if len(told) else (0.0, 1.0)
        self._step = _nice_step((high - low) or abs(high) or 1.0)
        self._low = floor(low / self._step) * self._step
        self._high = max(ceil(high / self._step) * self._step, self._low + self._step)
        if 0 <= self._low <= (self._high - self._low):
            self._low = 0.0
            self._step = _nice_step(self._high)
            self._high = ceil(high / self._step) * self._step or self._step

    def axes(self) -> Iterator[str]:
        """Yield lines and labels of values, and labels of years."""
        decimals, count = decimals_for(self._step), round((self._high - self._low) / self._step)
        for number in range(count + 1):
            value = self._low + number * self._step
            y, text = self._y(value), fixed(value + 0.0, decimals, numerals())
            yield (
                f'<line x1="{_LEFT:g}" x2="{WIDTH - _RIGHT:g}" y1="{y:.1f}" y2="{y:.1f}" '
                'stroke="currentColor" stroke-opacity="0.2"/>'
                f'<text x="{_LEFT - 8:g}" y="{y + 4:.1f}" fill="currentColor" '
                f'text-anchor="end">{escape(text)}</text>'
            )
        for month in range(0, len(self._band.months), 2 * _MONTHS):
            yield (
                f'<text x="{self._x(month):.1f}" y="{HEIGHT - 8:g}" fill="currentColor" '
                f'text-anchor="middle">{self._band.months[month][:4]}</text>'
            )

    def curves(self) -> Iterator[str]:
        """Yield the two ranges, the outer one lighter, and the median."""
        band = self._band
        for low, high in ((band.p10, band.p90), (band.p25, band.p75)):
            points = f"{self._points(high)} {self._points(low[::-1], is_back=True)}".strip()
            yield f'<polygon points="{points}" fill="{_COLOR}" fill-opacity="0.25"/>'
        points = self._points(band.p50)
        yield f'<polyline points="{points}" fill="none" stroke="{_COLOR}" stroke-width="2"/>'

    def _points(self, values: NDArray[np.float64], *, is_back: bool = False) -> str:
        months = range(len(values))[::-1] if is_back else range(len(values))
        pairs = zip(months, values * self._form.factor, strict=True)
        return " ".join(f"{self._x(m):.1f},{self._y(v):.1f}" for m, v in pairs if isfinite(v))

    def _x(self, month: float) -> float:
        width = WIDTH - _LEFT - _RIGHT
        return _LEFT + width * month / max(1, len(self._band.months) - 1)

    def _y(self, value: float) -> float:
        height = HEIGHT - _TOP - _BOTTOM
        return _TOP + height * (self._high - value) / (self._high - self._low)


def _nice_step(span: float) -> float:
    """Return the smallest round step that parts a span into at most so many."""
    raw = span / _TICKS
    magnitude = 10.0 ** floor(log10(raw))
    return next(step * magnitude for step in _STEPS if step * magnitude >= raw * (1 - 1e-9))
