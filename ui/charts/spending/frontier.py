"""The frontier of a split: what the best split of every budget does; no Qt. Floor: charts.

It is what the split adds, with its band, or the share of futures that reach a goal.
"""

from typing import Final

from planner.model.graph import model
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.split.question import Question
from planner.studies.split.result import SplitAnswer, Tried
from ui.charts.layout.ticks import nice_range
from ui.charts.spending.axes import X_TICKS, Y_TICKS, range_of, ticks_of
from ui.charts.spending.picture import CurvePoint, Dot, Plot
from ui.wording.answers.spending.names import MONEY
from ui.wording.answers.spending.split import added_title, frontier_text
from ui.wording.figures.units import form_of
from ui.wording.translate import unit_text

_PERCENT: Final = 100.0
_ROOM: Final = 0.1
_LEAST_ROOM: Final = 0.5
"""What is left above and below shares that hardly differ, in points."""


def frontier_plot(answer: SplitAnswer) -> Plot:
    """Return the plot, each budget at its best split, with other splits as dots."""
    question, money = answer.question, form_of(MONEY).factor
    curve = tuple(_point(each, question) for each in answer.frontier)
    others = [each for each in (answer.even, answer.today) if each is not None]
    dots = [_dot(each, question, is_filled=False) for each in others]
    dots.append(_dot(answer.best, question, is_filled=True))
    low, high = _heights(question, curve, dots)
    last = max(curve[-1].x, question.budget * money)
    unit = unit_text(form_of(MONEY).shown)
    return Plot(
        caption=added_title(question),
        x_name=translate("Split", "{unit} a year, best split").format(unit=unit),
        curve=curve,
        dots=tuple(dots),
        x_range=(0.0, last),
        y_range=(low, high),
        x_ticks=ticks_of(0.0, last, X_TICKS, numerals()),
        y_ticks=ticks_of(low, high, Y_TICKS, numerals()),
        at=question.budget * money,
        is_taken=True,
    )


def _point(tried: Tried, question: Question) -> CurvePoint:
    x = tried.spent * form_of(MONEY).factor
    return CurvePoint(x, *_parts(tried, question), frontier_text(tried, question))


def _dot(tried: Tried, question: Question, *, is_filled: bool) -> Dot:
    return Dot(tried.spent * form_of(MONEY).factor, _parts(tried, question)[0], is_filled)


def _parts(tried: Tried, question: Question) -> tuple[float, float, float]:
    """Return how high a split lies, with its range; a share of futures, in percent, has none."""
    if tried.met is not None:
        share = _PERCENT * tried.met
        return share, share, share
    factor = form_of(model().outcomes[question.about.outcome].told_in).factor
    median, low, high = tried.effect.parts
    return median * factor, low * factor, high * factor


def _heights(
    question: Question, curve: tuple[CurvePoint, ...], dots: list[Dot]
) -> tuple[float, float]:
    """Return the range of the axis: around shares, or from zero on."""
    heights = [dot.y for dot in dots]
    if question.goal is None:
        ends = [end for each in curve for end in (each.low, each.high)]
        return range_of([each.middle for each in curve], ends, heights)
    shares = [*heights, *(each.middle for each in curve)]
    low, high = min(shares), max(shares)
    room = max(_LEAST_ROOM, _ROOM * (high - low))
    return nice_range(max(0.0, low - room), min(_PERCENT, high + room), Y_TICKS, _PERCENT)
