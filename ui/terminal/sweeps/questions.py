"""What a folder of a sweep is asked beside its summary: worlds, misses, trade-offs, best points.

Sentences and tables for reading, and the records of CSV and JSON; the command and Python share
them. Columns and inputs are called as the plan and the files call them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps
from planner.files.exports.records import Record, Value
from planner.quantities.told.numerals import fixed, numerals, readable, trimmed
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.studies.survive.survival_table import better_text
from planner.sweep.plan.columns import Column
from planner.sweep.summary.answer_records import (
    best_records,
    miss_records,
    tradeoff_records,
    world_records,
)
from planner.sweep.summary.best import best_of
from planner.sweep.summary.level import Level
from planner.sweep.summary.misses import Misses, missing
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.summed import states_of
from planner.sweep.summary.summing import summing
from planner.sweep.summary.tradeoffs import Tradeoff, better_of, weighing
from planner.sweep.summary.worlds import InWorlds, in_worlds
from ui.terminal.reading.inputs import InputError
from ui.terminal.sweeps.columns import column_named
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.wrapping import filled
from ui.wording.figures.differences import share_text

_LINES: Final = 40
_DIGITS: Final = 10
_MOST: Final = 0.9
"""The share of futures of every world in which settings are counted to meet a level."""
_SHARES: Final = ("met", "missed", "coverage", "density", "best")
_OF_MISSES: Final = ("point", "column", "asked", "futures", "points", "sampled", "mass", "chance")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An answer: its sentences, and its records, made when asked for.

    `left_out` of a table for reading is what the sentences say.
    """

    sentences: tuple[str, ...]
    records: Callable[[], Iterator[Record]]
    left_out: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the sentences and the first lines of the table, for reading."""
        rows = [*islice(self.records(), _LINES + 1)]
        asked = [key for row in rows[:1] for key in row if key not in self.left_out]
        keys = [key for key in asked if any(row[key] not in ("", None) for row in rows)]
        cells = [[_cell(key, row[key]) for key in keys] for row in rows[:_LINES]]
        table = aligned([[_head(key) for key in keys], *cells]) if keys else ""
        more = translate("Terminal", "The first {shown} rows; --csv writes all.")
        end = more.format(shown=_LINES) if len(rows) > _LINES else ""
        return "\n\n".join(filter(None, (filled(" ".join(self.sentences)), table, end)))


def asking_worlds(folder: Folder, levels: Sequence[Level]) -> Steps[Told]:
    """Put the settings of a sweep into its worlds: columns of the levels, or all with numbers."""
    named = [folder.column(each.column) for each in levels]
    columns = named or [each for each in folder.plan.columns if not states_of(each)]
    summary = yield from summing(folder, levels, columns)
    asked: Sequence[Level | None] = levels or [None] * len(columns)
    pairs = zip(columns, asked, strict=True)
    found = [in_worlds(summary, column, level) for column, level in pairs]
    told = tuple(map(_of_worlds, found))
    made = partial(world_records, folder)
    return Told(told, lambda: chain.from_iterable(map(made, found)), ("setting",))


def asking_misses(folder: Folder, levels: Sequence[Level], point: int | None) -> Steps[Told]:
    """Look for the futures that miss one level, at one point or at all. Raises InputError."""
    if len(levels) != 1:
        raise InputError(translate("Terminal", "--misses is about one --level"))
    if point is not None and not 1 <= point <= folder.plan.points.count:
        text = translate("Terminal", "--misses names point {point}; the sweep has 1 to {count}")
        raise InputError(text.format(point=point, count=folder.plan.points.count))
    found = yield from missing(folder, levels[0], point)
    return Told(tuple(_of_misses(found)), partial(miss_records, found), _OF_MISSES)


def asking_tradeoff(folder: Folder, names: Sequence[str]) -> Steps[Told]:
    """Weigh two columns against each other. Raises InputError for what is no column."""
    first, second = (column_named(folder, name) for name in names)
    summary = yield from summing(folder, (), (first, second))
    found = weighing(summary, first, second)
    return Told((_of_tradeoff(found),), partial(_front_first, folder, found), ("place",))


def asking_best(folder: Folder, asked: Sequence[str]) -> Steps[Told]:
    """Tell in which share of futures each of some points is best: a column, then their numbers.

    Raises InputError for what is no column or no point.
    """
    name, *typed = asked
    column, points = column_named(folder, name), _points_of(folder, typed)
    shares = yield from best_of(folder, points, column)
    return Told(
        (_of_best(column, points, shares),), partial(best_records, folder, column, points, shares)
    )


def _points_of(folder: Folder, typed: Sequence[str]) -> tuple[int, ...]:
    """Return two points or more by their numbers. Raises InputError."""
    count = folder.plan.points.count
    points = [int(each) if each.isdecimal() and len(each) < _DIGITS else 0 for each in typed]
    if len({*points}) < max(2, len(points)) or not all(1 <= each <= count for each in points):
        text = translate(
            "Terminal", "--best takes two points or more from 1 to {count}, not {given}"
        )
        raise InputError(text.format(count=count, given=shown(" ".join(typed))))
    return tuple(points)


def _of_best(column: Column, points: Sequence[int], shares: NDArray[np.float64]) -> str:
    if np.isnan(shares).any():
        text = translate("Terminal", "{column}: in no future do all of these points have a number.")
        return text.format(column=column.name)
    best = int(shares.argmax())
    text = translate(
        "Terminal",
        "{column} ({better}): of these, point {point} is best most often: in {share} of futures.",
    )
    share = share_text(float(shares[best]))
    better = better_text(better_of(column))
    return text.format(column=column.name, better=better, point=points[best], share=share)


def _front_first(folder: Folder, found: Tradeoff) -> Iterator[Record]:
    """Yield the points of the front along it, then all others."""
    records = [*tradeoff_records(folder, found)]
    yield from (records[point - 1] for point in found.front.tolist())
    yield from (each for each in records if not each["on_front"])


def _of_worlds(found: InWorlds) -> str:
    shares = found.shares
    known = [int(each) for each in (found.worst >= 0).nonzero()[0]]
    name = found.column.name
    if not known:
        text = translate("Terminal", "{column}: no setting has a number in every world.")
        return text.format(column=name)
    if shares is None or found.level is None:
        return _of_medians(found, known)
    best = max(known, key=lambda k: float(shares[k, found.worst[k]]))
    place = best, int(found.worst[best])
    text = translate(
        "Terminal",
        "{level}: settings that meet it in at least {most} of futures of every world: {met} of "
        "{count}. The best in its worst world is that of point {point}: {share} of futures, in "
        "{world}.",
    )
    return text.format(
        level=f"{name}{found.level.text}",
        count=fixed(len(found.points), 0, numerals()),
        met=fixed(int(found.meeting(_MOST).sum()), 0, numerals()),
        most=share_text(_MOST),
        point=int(found.points[place]),
        share=share_text(float(shares[place])),
        world=found.worlds[place[1]],
    )


def _of_medians(found: InWorlds, known: Sequence[int]) -> str:
    sign = 1 if found.better == "more" else -1
    best = max(known, key=lambda k: sign * float(found.medians[k, found.worst[k]]))
    place = best, int(found.worst[best])
    text = translate(
        "Terminal",
        "{column} ({better}): the setting of point {point} has the best median in its worst world: "
        "{median}, in {world}.",
    )
    return text.format(
        column=found.column.name,
        better=better_text(found.better),
        point=int(found.points[place]),
        median=readable(float(found.medians[place]), numerals()),
        world=found.worlds[place[1]],
    )


def _of_misses(found: Misses) -> Iterator[str]:
    style = numerals()
    text = translate("Terminal", "{level}: missed in {share} of {futures} futures.")
    yield text.format(
        level=f"{found.level.column}{found.level.text}",
        share=f"{fixed(100 * found.missed, 1, style)}%",
        futures=fixed(found.futures, 0, style),
    )
    if not any(each.boxes for each in found.worlds):
        yield translate("Terminal", "No input tells these from the others.")
    if found.sampled < found.futures:
        text = translate(
            "Terminal",
            "Boxes, coverage and density are of a sample: {sampled} futures at {points} points.",
        )
        points = sum(each.points for each in found.worlds)
        yield text.format(sampled=fixed(found.sampled, 0, style), points=fixed(points, 0, style))


def _of_tradeoff(found: Tradeoff) -> str:
    text = translate(
        "Terminal",
        "{first} ({better}) and {second} ({other}): points whose medians no other point of their "
        "world beats in both: {front} of {count}.",
    )
    better, other = map(better_text, found.better)
    return text.format(
        first=found.first.name,
        better=better,
        second=found.second.name,
        other=other,
        count=fixed(int(found.is_known.sum()), 0, numerals()),
        front=fixed(len(found.front), 0, numerals()),
    )


def _cell(key: str, value: Value) -> str:
    if isinstance(value, bool):
        return translate("Terminal", "yes") if value else ""
    if isinstance(value, float) and key in _SHARES:
        return f"{fixed(100 * value, 1, numerals())}%"
    if isinstance(value, float):
        return trimmed(value, numerals()) if value.is_integer() else readable(value, numerals())
    return "–" if value is None else value


def _head(key: str) -> str:
    """Return what a column of records is called; inputs and columns of the plan by their names."""
    return {
        "point": translate("Terminal", "point"),
        "world": translate("Terminal", "world"),
        "column": translate("Terminal", "column"),
        "unit": translate("Terminal", "unit"),
        "p50": "P50",
        "asked": translate("Terminal", "level"),
        "met": translate("Terminal", "share"),
        "is_worst": translate("Terminal", "worst world"),
        "missed": translate("Terminal", "missed"),
        "box": translate("Terminal", "box"),
        "coverage": translate("Terminal", "misses in it"),
        "density": translate("Terminal", "of it miss"),
        "input": translate("Terminal", "input"),
        "at_least": translate("Terminal", "at least"),
        "at_most": translate("Terminal", "at most"),
        "on_front": translate("Terminal", "not beaten"),
        "best": translate("Terminal", "best in"),
    }.get(key, key)
