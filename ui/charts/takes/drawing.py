"""What the curve of a solution shows: lines, the share asked for, where the lever stands and goes.

A frozen record made of a solution, the same for screen and report; how it is painted is `curve`.
Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.solve.handle import Handle
from planner.studies.solve.solution import Solution
from planner.studies.solve.trials import Trial
from ui.wording.answers.solve import (
    bare_number,
    lever_with_unit,
    number_told,
    row_told,
)
from ui.wording.figures.differences import share_told

Point = tuple[float, float]
"""A place on the axis, 0 to 1, and a share of futures."""

_TICKS: Final = 5
_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line with its name; `color` is a number of a data color, None for that of the baseline."""

    name: str
    points: tuple[Point, ...]
    color: int | None
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class CurveDrawing:
    """The curves, `need`, the share asked for, and places on the axis, all from 0 to 1.

    `now` is where the lever stands, `mark` where it has to go with the share that it reaches, None
    where it need not or cannot; `mark_text` stands beside it. `ticks` are places with their text,
    `handle` is the lever whose way the axis is, None where several go a way together.
    """

    curves: tuple[Curve, ...]
    need: float
    now: float | None
    mark: Point | None
    mark_text: str
    ticks: tuple[tuple[float, str], ...]
    axis: str
    handle: Handle | None

    def number_at(self, place: float) -> str:
        """Return what stands at a place of the axis: the lever's number, or a part of the way."""
        if self.handle is None:
            return share_told(round(place, 2))
        number = self.handle.low + place * self.handle.span
        return number_told(self.handle, number)

    def at(self, place: float) -> tuple[tuple[str, float], ...]:
        """Return the name and the share of each curve at a place, straight between its points."""
        return tuple((each.name, _value(each.points, place)) for each in self.curves)


def drawing_of(solution: Solution, own: int | None) -> CurveDrawing:
    """Return what is drawn of a solution; `own` is the color of its scenario."""
    several, share = len(solution.moves) > 1, solution.share
    curves = [Curve(_own_name(solution), _points(solution, solution.curve), own)]
    beside = solution.question.beside
    if beside is not None and solution.beside:
        points = _points(solution, solution.beside)
        curves.append(Curve(shown_title(beside.title), points, None, is_dashed=True))
    move = solution.moves[0]
    has_mark = bool(solution.moved)
    end = 1.0 if several else _place(solution, move.after)
    return CurveDrawing(
        curves=tuple(curves),
        need=solution.question.probability,
        now=0.0 if several else _inside(_place(solution, move.before)),
        mark=(end, share) if has_mark else None,
        mark_text=_mark_text(solution) if has_mark else "",
        ticks=_way_ticks() if several else _ticks(solution),
        axis=_axis(solution),
        handle=None if several else move.handle,
    )


def _own_name(solution: Solution) -> str:
    return shown_title(solution.question.scenario.title)


def _mark_text(solution: Solution) -> str:
    share = share_told(solution.share)
    if len(solution.moves) > 1:
        return translate("Solve", "met in {share}").format(share=share)
    move = solution.moves[0]
    text = translate("Solve", "{number}: met in {share}")
    return text.format(number=number_told(move.handle, move.after), share=share)


def _axis(solution: Solution) -> str:
    if len(solution.moves) > 1:
        return translate("Solve", "part of the way that all levers go")
    return lever_with_unit(solution.moves[0].handle.name)


def _place(solution: Solution, number: float) -> float:
    handle = solution.moves[0].handle
    return (number - handle.low) / handle.span


def _inside(place: float) -> float | None:
    return place if 0 <= place <= 1 else None


def _points(solution: Solution, curve: Sequence[Trial]) -> tuple[Point, ...]:
    if len(solution.moves) > 1:
        last = len(curve) - 1
        return tuple((place / last, each.share) for place, each in enumerate(curve))
    placed = ((_place(solution, each.numbers[0]), each.share) for each in curve)
    return tuple((place, share) for place, share in placed if 0 <= place <= 1)


def _way_ticks() -> tuple[tuple[float, str], ...]:
    return tuple((each / 4, share_told(each / 4)) for each in range(5))


def _ticks(solution: Solution) -> tuple[tuple[float, str], ...]:
    """Return round numbers of the lever along the axis, as they are shown."""
    handle = solution.moves[0].handle
    scale = row_told(handle.name).scale
    low, high = scale.shown(handle.low), scale.shown(handle.high)
    step = _nice((high - low) / _TICKS)
    first = -floor(-low / step)
    found = []
    while first * step <= high * (1 + 1e-9):
        number = first * step
        text = bare_number(handle.name, scale.typed(number))
        found.append(((number - low) / (high - low), text))
        first += 1
    return tuple(found)


def _nice(least: float) -> float:
    size = 10.0 ** floor(log10(least))
    return next(size * each for each in _NICE if size * each >= least * (1 - 1e-9))


def _value(points: Sequence[Point], place: float) -> float:
    from numpy import interp

    return float(interp(place, [x for x, _ in points], [y for _, y in points]))
