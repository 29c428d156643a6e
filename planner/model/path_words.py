"""A path in one line: `0 until Aug 2025, 600 from Aug 2025, 900 from 2028`; third floor of planner.

The one owner of how a path is said, for window, pictures, terminal and files. Numbers
are given, so that each says them in its own way; dates and words are in the language spoken.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from planner.model.paths import Knot, LeverPath, OverTime, with_knots_at
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.months import date_text
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate, translate_many

KNOTS_NAMED: Final = 6
_FIRST: Final = 3
_HALF_A_DAY: Final = 0.5 / 365


def until_text(value: str, date: float) -> str:
    """Return the first value of a stepwise path, and until when it holds."""
    text = translate("Path", "{value} until {date}")
    return text.format(value=value, date=date_text(date))


def since_text(value: str, date: float) -> str:
    """Return a value of a stepwise path, and from when it holds."""
    return translate("Path", "{value} from {date}").format(value=value, date=date_text(date))


def at_text(value: str, date: float) -> str:
    """Return a value of a straight path at a date."""
    return translate("Path", "{value} in {date}").format(value=value, date=date_text(date))


def more_text(count: int) -> str:
    """Return how many knots are not named."""
    return translate_many("Path", "{count} more", "{count} more", count).format(count=count)


def alike_text() -> str:
    """Return what is said of the knots at the end of several paths that are the same in all."""
    return translate("Path", "later dates alike")


def path_text(
    path: LeverPath,
    over_time: OverTime,
    number: Callable[[float], str] = plain,
    most: int = KNOTS_NAMED,
) -> str:
    """Return a path in one line, its first knots and its last one where there are more than `most`.

    A path of one knot is its number alone.
    """
    if len(path.knots) == 1:
        return number(path.values[0])
    said = _of_steps if over_time == "step" else _of_line
    return _listed(said(path.knots, number), most)


def path_texts(
    paths: Sequence[LeverPath],
    over_time: OverTime,
    number: Callable[[float], str] = plain,
    most: int = KNOTS_NAMED,
) -> list[str]:
    """Return each of several paths in one line, as `path_text` does."""
    return [path_text(path, over_time, number, most) for path in paths]


def texts_apart(
    paths: Sequence[LeverPath],
    over_time: OverTime,
    number: Callable[[float], str] = plain,
    most: int = KNOTS_NAMED,
) -> list[str]:
    """Return each of several paths in one line, as far as they differ.

    Knots that all have before the first that differs are left out, but for the one from which
    straight lines begin to differ; for those after the last one stands that they are alike.
    A path of one knot is its number alone, and paths that do not differ are said in full.
    """
    paths = _dated_alike(paths)
    common = set.intersection(*(set(path.knots) for path in paths))
    apart = sorted({date for path in paths for date, _ in set(path.knots) - common})
    if not apart or not common:
        return path_texts(paths, over_time, number, most)
    rest = [alike_text()] if max(common)[0] > apart[-1] else []
    before = [date for date, _ in common if date < apart[0] and over_time == "linear"]
    start = max(before, default=apart[0])
    said = []
    for path in paths:
        cut = with_knots_at(path, over_time, start)
        knots = [knot for knot in cut.knots if start <= knot[0] <= apart[-1]]
        say = since_text if over_time == "step" else at_text
        parts = [say(number(each), date) for date, each in knots]
        is_number = len(path.knots) == 1
        said.append(number(path.values[0]) if is_number else _listed(parts, most, rest))
    return said


def _dated_alike(paths: Sequence[LeverPath]) -> Sequence[LeverPath]:
    """Return the paths with one date for those of one day, such as 2025.667 and 1 September."""
    dates, alike = sorted({date for path in paths for date in path.dates}), dict[float, float]()
    for before, date in pairwise((-inf, *dates)):
        alike[date] = alike[before] if date - before < _HALF_A_DAY else date
    knots = [{alike[date]: value for date, value in path.knots} for path in paths]
    if any(len(path.knots) != len(own) for path, own in zip(paths, knots, strict=True)):
        return paths
    return [path.with_knots(own.items()) for path, own in zip(paths, knots, strict=True)]


def _listed(parts: list[str], most: int, rest: Sequence[str] = ()) -> str:
    if len(parts) > most:
        hidden = len(parts) - _FIRST - 1
        parts[_FIRST:-1] = [more_text(hidden)]
    return in_a_row((*parts, *rest))


def _of_steps(knots: tuple[Knot, ...], number: Callable[[float], str]) -> list[str]:
    first = until_text(number(knots[0][1]), knots[1][0])
    return [first, *(since_text(number(value), date) for date, value in knots[1:])]


def _of_line(knots: tuple[Knot, ...], number: Callable[[float], str]) -> list[str]:
    return [at_text(number(value), date) for date, value in knots]
