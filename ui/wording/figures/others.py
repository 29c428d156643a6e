"""The line on all other places: what they lose or gain while the window is about some.

It tells of AI enterprises. What is told is the median of the futures' own sums over the other
places, not a difference of medians. Floor: wording.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.sums import members, others_of
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.compared.reference import as_it
from ui.wording.elements import number_words
from ui.wording.figures.differences import difference_at, told
from ui.wording.figures.units import form_of
from ui.wording.key_figures import december
from ui.wording.numbers import Numerals
from ui.wording.translate import model_text

OUTCOME: Final = "enterprises"


def others_requests(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return what the line needs from a run: nothing while the window is about all places."""
    return (Request(OUTCOME, others_of(areas), "difference"),) if areas else ()


def others_levels(areas: tuple[str, ...]) -> tuple[Request, ...]:
    """Return the level that what is told differs from, which a report tells beside it."""
    return tuple(each._replace(view="absolute") for each in others_requests(areas))


def others_line(
    projection: Projection | None,
    areas: tuple[str, ...],
    year: int,
    style: Numerals,
    reference: Reference = BASELINE,
) -> str:
    """Return the line in December of a year; empty where there are no others, or no run yet.

    Nor is there one where no difference from the `reference` is known.
    """
    request = next(iter(others_requests(areas)), None)
    if projection is None or request is None:
        return ""
    outcome = model().outcomes[OUTCOME]
    form = form_of(outcome.told_in)
    found = difference_at(projection.series.get(request), december(year), form.factor)
    if found is None:
        return ""
    text = told(found, abs(found.median), form, style)
    tr = QCoreApplication.translate
    count, name = number_words()[len(members(request.element))], model_text(outcome.label)
    if not text.change:
        unmoved = tr("Others", "Other {count} places: {outcome} {as_reference}")
        return unmoved.format(count=count, outcome=name, as_reference=as_it(reference))
    said = tr("Others", "Other {count} places: {change} {outcome}")
    said = said.format(count=count, change=text.change, outcome=name)
    if text.span:
        said = tr("Others", "{said} ({range})").format(said=said, range=text.span)
    return f"{said}, {text.share}" if text.share else said
