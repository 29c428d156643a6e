"""The knots of a path as a table and a chart show them: dates, values, where they come from.

Floor: wording. Pure decisions on a scenario, tested without a window.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from planner.facts.defaults import CHOSEN, explain
from planner.facts.lever_paths import dated, is_path
from planner.facts.record import EvidenceError
from planner.model.inputs import default_path, evidence_of
from planner.model.paths import Knot, LeverPath
from planner.model.scenario import Scenario, lever_path
from planner.quantities.dates import date_of_year
from ui.wording.path_words import path_words
from ui.wording.paths.subject import PathSubject
from ui.wording.rows.path_display import has_own_path, knot_in, number_in

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
    path = lever_path(scenario, subject.address)
    published = default_path(subject.lever, subject.element, scenario.figures)
    rows = tuple(_row(subject, knot, published) for knot in path.knots)
    is_own = path != published or has_own_path(scenario, (subject.address,))
    return PathPage(path, published, rows, is_own)


def date_text(date: float) -> str:
    """Return a date as a table of knots has it: always with its month."""
    year, month, day = date_of_year(date)
    words = path_words()
    form = words.month if day == 1 else words.day
    return form.format(day=day, month=words.months[month - 1], year=year)


def iso_date(date: float) -> str:
    """Return a date as a spreadsheet reads it in any language."""
    year, month, day = date_of_year(date)
    return f"{year}-{month:02d}-{day:02d}"


def origin_text(origin: Origin) -> str:
    """Return what stands in the last column."""
    return {
        "published": QCoreApplication.translate("Path", "published"),
        "default": QCoreApplication.translate("Path", "default"),
        "yours": QCoreApplication.translate("Path", "yours"),
    }[origin]


def as_columns(subject: PathSubject, path: LeverPath, places: tuple[int, ...] = ()) -> str:
    """Return knots for a spreadsheet, all unless some are named: a heading, dates, plain values."""
    chosen = places or tuple(range(len(path.knots)))
    head = QCoreApplication.translate("Path", "From")
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
    evidence = evidence_of(subject.lever, subject.element)
    if is_path(evidence):
        evidence = dated(evidence)[published.knots.index(knot)].evidence
    try:
        kind = explain(evidence).kind
    except EvidenceError:
        return "default"
    return "default" if kind in CHOSEN else "published"
