"""What `suanli backtest` prints: every point against the band, the scores, and what is missed."""

from collections.abc import Iterator

from planner.quantities.shown import shown_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate, translate_many
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
from ui.terminal.tables.wrapping import filled
from ui.wording.numbers import fixed, printed_alike, readable
from ui.wording.translate import unit_text


def fit(found: Backtest) -> str:
    """Return the whole answer, for reading."""
    said = [filled(each) for each in summary_of(found)]
    missed = [filled(each.sentence, "  ") for each in misses(found.rows)]
    head = translate("Terminal", "Outside P10 to P90, the farthest first:")
    parts = (
        _title(found),
        aligned(list(_table(found))),
        aligned(list(_scores(found))),
        "\n".join(said),
        "\n".join([head, *missed]) if missed else "",
    )
    return "\n\n".join(filter(None, parts))


def _title(found: Backtest) -> str:
    text = translate_many(
        "Terminal",
        "model {model} against what was measured, {count} future",
        "model {model} against what was measured, {count} futures",
        found.scenario.futures,
    )
    return text.format(model=backtest_model(), count=fixed(found.scenario.futures, 0, numerals()))


def _table(found: Backtest) -> Iterator[list[str]]:
    yield [
        translate("Terminal", "measured"),
        translate("Terminal", "figure"),
        translate("Terminal", "range"),
        translate("Terminal", "unit"),
        *("P10", "P50", "P90", "", "1.0"),
        translate("Terminal", "mean miss"),
        translate("Terminal", "id"),
    ]
    for row in sorted(found.rows, key=lambda each: each.point.group):
        yield _line(row)


def _line(row: Judged) -> list[str]:
    point = row.point
    unit, factor = shown_unit(point.unit)
    numbers = [each * factor for each in (point.central, row.p10, row.p50, row.p90)]
    _, p10, p50, p90 = (readable(each, numerals(), numbers[2]) for each in numbers)
    printed = (each * factor for each in (point.central, point.low, point.high))
    central, *ends = printed_alike([*printed], numerals())
    span = translate("Terminal", "floor") if point.bound else "-".join(dict.fromkeys(ends))
    first = "" if row.first is None else _mark(inside=row.first.inside)
    held = translate("Terminal", "{id} held").format(id=point.id)
    return [
        model_text(point.label),
        central,
        span,
        unit_text(unit),
        p10,
        p50,
        p90,
        _mark(inside=row.inside),
        first,
        fixed(row.crps, 3, numerals()),
        held if point.set == "held" else point.id,
    ]


def _scores(found: Backtest) -> Iterator[list[str]]:
    inside, miss = translate("Terminal", "in"), translate("Terminal", "mean miss")
    yield [
        translate("Terminal", "points"),
        translate("Terminal", "number"),
        inside,
        translate("Terminal", "in with error"),
        miss,
        translate("Terminal", "sources"),
        inside,
        miss,
    ]
    first = score_of_model_1(found.rows)
    for each in (*scores(found.rows), *((first,) if first else ())):
        yield _score(model_text(each.title), each)
    as_drawn = translate("Terminal", "{points}, as drawn")
    for each in scores(found.as_drawn):
        yield _score(as_drawn.format(points=model_text(each.title)), each)
    for each in scores_by_topic(found.rows):
        yield _score(f"  {model_text(each.title)}", each)


def _score(title: str, each: Score) -> list[str]:
    return [
        title,
        f"{each.points}",
        f"{each.inside}",
        f"{each.with_error}",
        fixed(each.crps, 3, numerals()),
        f"{each.groups}",
        f"{each.inside_by_group:.0%}",
        fixed(each.crps_by_group, 3, numerals()),
    ]


def _mark(*, inside: bool) -> str:
    return translate("Terminal", "in") if inside else translate("Terminal", "out")
