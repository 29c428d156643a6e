"""The notes of a scenario on one chart, each with the point it is about; no Qt. Floor: charts.

A note about a date alone is about the curve there, whatever view and scenario are drawn; a value
holds for levels, and in other views such a note is about the curve as well.
"""

from dataclasses import dataclass

import numpy as np

from planner.model.presented.note import PinnedNote
from ui.charts.contents.picture import ChartPicture, Curve
from ui.charts.contents.specs import ChartSetting, asked_part, parts, spec_of
from ui.wording.figures.units import form_of

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note and the moment and value it is about, in units of the reader; None for the chart."""

    note: PinnedNote
    about: Point | None


@dataclass(frozen=True, slots=True)
class NoteMove:
    """What a hand or keys do to a note: it is `new` now, and stays so once the move is `final`."""

    old: PinnedNote
    new: PinnedNote
    final: bool


@dataclass(frozen=True, slots=True)
class NoteWish:
    """A note that somebody wants to write: `old` is the one that is there, None for a new one.

    With `gone` it is to be removed.
    """

    note: PinnedNote
    old: PinnedNote | None = None
    gone: bool = False


def notes_on(picture: ChartPicture) -> tuple[PinnedNote, ...]:
    """Return the notes of the scenario of a picture that are on its chart."""
    pinned = () if picture.scenario is None else picture.scenario.presented.pinned
    place = picture.setting.chart, picture.setting.element
    return tuple(note for note in pinned if (note.chart, note.element) == place)


def marks_of(picture: ChartPicture) -> tuple[NoteMark, ...]:
    """Return the notes on a picture with the points they are about."""
    notes = notes_on(picture)
    curve = main_curve(picture) if notes else None
    return tuple(NoteMark(note, _about(note, picture, curve)) for note in notes)


def main_curve(picture: ChartPicture) -> Curve | None:
    """Return the curve that notes are about: of the part that is asked for, as it is drawn."""
    setting = picture.setting
    if picture.panels or not picture.curves:
        return None
    pair = parts(setting)[asked_part(setting)]
    own = [each for each in picture.curves if not each.light and each.request is not None]
    asked = [each for each in own if each.request and each.request[:2] == pair]
    return next(iter(asked or own), None)


def value_in_model(value: float, picture: ChartPicture) -> float | None:
    """Return a value of the reader's in the base unit of the chart; None where it is no level."""
    if picture.panels or picture.view != "absolute":
        return None
    return value / _factor(picture.setting)


def value_on(curve: Curve | None, date: float) -> float | None:
    """Return what a curve is at a date; None beside it and where it is not known."""
    if curve is None or not len(curve.times) or not curve.times[0] <= date <= curve.times[-1]:
        return None
    value = float(np.interp(date, curve.times, curve.line))
    return value if np.isfinite(value) else None


def _about(note: PinnedNote, picture: ChartPicture, curve: Curve | None) -> Point | None:
    if note.date is None:
        return None
    if note.value is not None and not picture.panels and picture.view == "absolute":
        return note.date, note.value * _factor(picture.setting)
    value = value_on(curve, note.date)
    return None if value is None else (note.date, value)


def _factor(setting: ChartSetting) -> float:
    return form_of(spec_of(setting).unit).factor
