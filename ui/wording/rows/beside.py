"""What a row tells of an outcome that is easily taken for its lever: the value in a year."""

from functools import cache
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.inputs import Lever
from planner.quantities.shown import with_unit
from planner.quantities.telling import ends_told
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import spanning, with_more
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.wording.elements import short_name
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import readable
from ui.wording.translate import unit_text

_LOW, _HIGH = 0, -1
_NOT_YET: Final = "…"


@cache
def requests_beside() -> tuple[Request, ...]:
    """Return what rows need from a run."""
    rows = model().levers.values()
    return tuple(Request(*row.told_beside) for row in rows if row.told_beside)


def line_beside(lever: Lever, projection: Projection | None, year: int) -> str:
    """Return the outcome beside a lever in December of a year; empty for a lever without one.

    Dots stand for what no run has told yet.
    """
    if lever.told_beside is None:
        return ""
    key, element = lever.told_beside
    text = translate("Row", "{outcome}, {element}, {year}: {value}")
    return text.format(
        outcome=model_text(model().outcomes[key].label),
        element=short_name(element).lower(),
        year=year,
        value=_value(Request(key, element), projection, december(year)),
    )


def _value(request: Request, projection: Projection | None, month: int) -> str:
    series = None if projection is None else projection.series.get(request)
    if series is None or month >= len(series.center):
        return _NOT_YET
    form, style = form_of(model().outcomes[request.outcome].told_in), numerals()
    value = float(series.line[month]) * form.factor
    said = with_unit(readable(value, style), unit_text(form.shown))
    if series.bands is None:
        return said
    ends = ends_told(*(float(series.bands[row, month]) for row in (_LOW, _HIGH)))
    if ends is None:
        return said
    texts = (readable(end * form.factor, style, value) for end in ends)
    return with_more(said, spanning(*texts))
