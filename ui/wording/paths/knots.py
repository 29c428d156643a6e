"""The knots of a path as a table and a chart show them: dates, values, where they come from.

Floor: wording. Pure decisions on a scenario, tested without a window.
"""

from dataclasses import dataclass
from typing import Literal

from planner.facts.defaults import CHOSEN, explain
from planner.facts.lever_paths import dated, is_path
from planner.facts.record import EvidenceError
from planner.model.inputs import Lever, elements_of, evidence_of
from planner.model.paths import Knot, LeverPath
from planner.model.scenario import Scenario, lever_path, lever_value
from planner.quantities.dates import date_of_year
from planner.quantities.told.months import short_day_text, short_month_text
from planner.storage.sentences.catalog import translate
from ui.wording.paths.all_areas import path_of_all
from ui.wording.paths.subject import PathSubject
from ui.wording.rows.path_display import has_own_path, knot_in, number_in
from ui.wording.sharing import whole

Origin = Literal["published", "default", "yours"]


@dataclass(frozen=True, slots=True)
class KnotRow:
    """One dated value in words; `typed_value` is what is edited, with all its decimals."""

    date: str
    value: str
    typed_value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PathPage:
    """A path in a scenario beside the published one; `is_own` where the scenario gives it."""

    path: LeverPath
    published: LeverPath
    rows: tuple[KnotRow, ...]
    is_own: bool


def path_page(subject: PathSubject, scenario: Scenario) -> PathPage:
    """Return what is to be shown of a path."""
    path = path_in(subject, scenario)
    published = path_in(subject, Scenario(figures=scenario.figures))
    rows = tuple(_row(subject, knot, published) for knot in path.knots)
    is_own = path != published or has_own_path(scenario, subject.names)
    return PathPage(path, published, rows, is_own)


def path_in(subject: PathSubject, scenario: Scenario) -> LeverPath:
    """Return the path that a scenario has, of all areas together where these are asked for."""
    paths = [lever_path(scenario, name) for name in subject.names]
    return path_of_all(subject.lever, paths) if subject.is_whole else paths[0]


def number_of(subject: PathSubject, scenario: Scenario) -> float:
    """Return the number that the slider of a path is at in a scenario."""
    values = tuple(lever_value(scenario, name) for name in subject.input_.names)
    return whole(subject.lever, values) if subject.is_whole else values[0]


def date_text(date: float) -> str:
    """Return a date as a table of knots has it: always with its month."""
    year, month, day = date_of_year(date)
    if day == 1:
        return short_month_text(year, month)
    return short_day_text(year, month, day)


def iso_date(date: float) -> str:
    """Return a date as a spreadsheet reads it in any language."""
    year, month, day = date_of_year(date)
    return f"{year}-{month:02d}-{day:02d}"


def origin_text(origin: Origin) -> str:
    """Return what stands in the last column."""
    return {
        "published": translate("Path", "published"),
        "default": translate("Path", "default"),
        "yours": translate("Path", "yours"),
    }[origin]


def as_columns(subject: PathSubject, path: LeverPath, places: tuple[int, ...] = ()) -> str:
    """Return knots for a spreadsheet, all unless some are named: a heading, dates, plain values."""
    chosen = places or tuple(range(len(path.knots)))
    head = translate("Path", "From")
    lines = [f"{head}\t{subject.short_unit or subject.name}"]
    for place in chosen:
        date, value = path.knots[place]
        lines.append(f"{iso_date(date)}\t{subject.scale.shown(value):.12g}")
    return "\n".join(lines) + "\n"


def _row(subject: PathSubject, knot: Knot, published: LeverPath) -> KnotRow:
    date, value = knot
    return KnotRow(
        date=date_text(date),
        value=knot_in(subject.scale, value),
        typed_value=number_in(subject.scale, value),
        origin=_origin(subject, knot, published),
    )


def _origin(subject: PathSubject, knot: Knot, published: LeverPath) -> Origin:
    if knot not in published.knots:
        return "yours"
    elements = elements_of(subject.lever) if subject.is_whole else (subject.element,)
    is_published = any(_is_published(subject.lever, each, knot[0]) for each in elements)
    return "published" if is_published else "default"


def _is_published(lever: Lever, element: str, date: float) -> bool:
    """Tell whether the value that a lever takes at a date by default stands in a source."""
    evidence = evidence_of(lever, element)
    if is_path(evidence):
        knots = [each for each in dated(evidence) if each.date == date]
        if not knots:
            return False
        evidence = knots[0].evidence
    try:
        return explain(evidence).kind not in CHOSEN
    except EvidenceError:
        return False
