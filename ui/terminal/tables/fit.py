"""What `suanli backtest` prints: every point against the band, the scores, and what is missed."""

from collections.abc import Iterator
from textwrap import fill

from planner.quantities.shown import shown_unit
from planner.studies.backtest import (
    Backtest,
    Judged,
    Score,
    backtest_model,
    score_of_model_1,
    scores,
    scores_by_topic,
)
from planner.studies.misses import misses, summary_of
from ui.terminal.tables.columns import aligned
from ui.wording.numbers import ENGLISH_NUMERALS, readable

_WIDTH = 100


def fit(found: Backtest) -> str:
    """Return the whole answer, for reading."""
    said = [fill(each, _WIDTH) for each in summary_of(found)]
    missed = [fill(each.sentence, _WIDTH, subsequent_indent="  ") for each in misses(found.rows)]
    parts = (
        f"model {backtest_model()} against what was measured, {found.scenario.futures:,} futures",
        aligned(list(_table(found))),
        aligned(list(_scores(found))),
        "\n".join(said),
        "\n".join(["Outside P10 to P90, the farthest first:", *missed]) if missed else "",
    )
    return "\n\n".join(filter(None, parts))


def _table(found: Backtest) -> Iterator[list[str]]:
    yield ["measured", "figure", "range", "unit", "P10", "P50", "P90", "", "1.0", "mean miss", "id"]
    for row in sorted(found.rows, key=lambda each: each.point.group):
        yield _line(row)


def _line(row: Judged) -> list[str]:
    point = row.point
    unit, factor = shown_unit(point.unit)
    numbers = [each * factor for each in (point.central, row.p10, row.p50, row.p90)]
    central, p10, p50, p90 = (readable(each, ENGLISH_NUMERALS) for each in numbers)
    ends = (readable(each * factor, ENGLISH_NUMERALS) for each in (point.low, point.high))
    span = "floor" if point.bound else "-".join(dict.fromkeys(ends))
    first = "" if row.first is None else _mark(inside=row.first.inside)
    held = " held" if point.set == "held" else ""
    return [
        point.label,
        central,
        span,
        unit,
        p10,
        p50,
        p90,
        _mark(inside=row.inside),
        first,
        f"{row.crps:.3f}",
        f"{point.id}{held}",
    ]


def _scores(found: Backtest) -> Iterator[list[str]]:
    yield ["points", "number", "in", "in with error", "mean miss", "sources", "in", "mean miss"]
    first = score_of_model_1(found.rows)
    for each in (*scores(found.rows), *((first,) if first else ())):
        yield _score(each.title, each)
    for each in scores(found.as_drawn):
        yield _score(f"{each.title}, as drawn", each)
    for each in scores_by_topic(found.rows):
        yield _score(f"  {each.title}", each)


def _score(title: str, each: Score) -> list[str]:
    return [
        title,
        f"{each.points}",
        f"{each.inside}",
        f"{each.with_error}",
        f"{each.crps:.3f}",
        f"{each.groups}",
        f"{each.inside_by_group:.0%}",
        f"{each.crps_by_group:.3f}",
    ]


def _mark(*, inside: bool) -> str:
    return "in" if inside else "out"
