"""What a waterfall shows: its bars, each from where the last one ended, and the axis under them.

Frozen values made of an explanation, in the unit that is shown; no Qt but words. Floor: charts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planner.quantities.told.lists import led_by
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.explain.explanation import Amount, Explanation, InputPart
from ui.charts.layout.ticks import nice_range, value_ticks
from ui.wording.answers.explain import (
    Digits,
    amount_in_words,
    changes_of,
    digits_of,
    level_line,
    name_of,
    part_in_words,
)
from ui.wording.numbers import decimals_for, signed_fixed

Kind = Literal["lever", "assumption", "rest", "total", "together"]
MOST_PARTS: Final = 7
"""Parts that stand by themselves; of more, the smallest are one bar."""
ORDERED_UP_TO: Final = 3
"""So many parts stand in the order of the model, so that they stay in place while a hand moves."""
_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from `start` to `end`, its range from `low` to `high`, all on the axis.

    A bar of several parts has no range. `address` is that of its input, empty for a sum.
    """

    kind: Kind
    name: str
    note: str
    start: float
    end: float
    low: float | None
    high: float | None
    text: str
    tip: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Bars from top to bottom, the axis with its marked values, and what stands under it."""

    bars: tuple[Bar, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    foot: str


def waterfall_of(found: Explanation, held: Waterfall | None = None) -> Waterfall:
    """Return the waterfall of an explanation; its axis reaches as far as that of a `held` one."""
    bars = tuple(_bars(found, digits_of(found)))
    ends = [0.0, *(end for bar in bars for end in _ends(bar))]
    if held is not None:
        ends += [held.low, held.high]
    least, most = min(ends), max(ends)
    low, high = nice_range(least, most, _TICKS) if most > least else (0.0, 1.0)
    values, step = value_ticks(low, high, _TICKS)
    ticks = tuple((each, _tick(each, step)) for each in values)
    return Waterfall(bars, low, high, ticks, level_line(found))


def _ends(bar: Bar) -> tuple[float, ...]:
    ends = (bar.start, bar.end, bar.low, bar.high)
    return tuple(each for each in ends if each is not None)


def _bars(found: Explanation, digits: Digits) -> Iterator[Bar]:
    factor, begin = digits.form.factor, 0.0
    told, rest = _told_and_rest(found)
    notes = changes_of(found)
    for part in told:
        yield _part(found, part, digits, begin, notes.get(part.changed.name, ""))
        begin += part.amount.mean * factor
    if rest:
        yield _rest(rest, digits, begin)
    yield _sum(found.total, digits, 0.0, "total", found.after.title)
    if found.together is not None:
        begin = (found.total.mean - found.together.mean) * factor
        yield _sum(
            found.together, digits, begin, "together", translate("Why", "Of it only together")
        )


def _told_and_rest(found: Explanation) -> tuple[Sequence[InputPart], Sequence[InputPart]]:
    parts = found.parts if len(found.parts) <= ORDERED_UP_TO else found.by_size
    if len(parts) <= MOST_PARTS + 1:
        return parts, ()
    return parts[:MOST_PARTS], parts[MOST_PARTS:]


def _part(found: Explanation, part: InputPart, digits: Digits, begin: float, note: str) -> Bar:
    factor = digits.form.factor
    return Bar(
        kind="assumption" if part.changed.kind == "assumption" else "lever",
        name=name_of(part.changed),
        note=note,
        start=begin,
        end=begin + part.amount.mean * factor,
        low=begin + part.amount.low * factor,
        high=begin + part.amount.high * factor,
        text=digits.change(part.amount.mean),
        tip=part_in_words(found, part),
        address="" if part.changed.kind == "figures" else part.changed.name,
    )


def _rest(rest: Sequence[InputPart], digits: Digits, begin: float) -> Bar:
    mean = sum(each.amount.mean for each in rest)
    name = translate("Why", "{count} more inputs").format(count=len(rest))
    text = digits.change(mean)
    tip = "\n".join(led_by(name_of(each.changed), digits.change(each.amount.mean)) for each in rest)
    end = begin + mean * digits.form.factor
    return Bar("rest", name, "", begin, end, None, None, text, tip)


def _sum(amount: Amount, digits: Digits, begin: float, kind: Kind, name: str) -> Bar:
    factor = digits.form.factor
    note = "" if kind == "total" else translate("Why", "shared among the parts")
    return Bar(
        kind=kind,
        name=name,
        note=note,
        start=begin,
        end=begin + amount.mean * factor,
        low=begin + amount.low * factor,
        high=begin + amount.high * factor,
        text=digits.change(amount.mean),
        tip=led_by(name, amount_in_words(digits, amount)),
    )


def _tick(value: float, step: float) -> str:
    return signed_fixed(value, decimals_for(step), numerals())
