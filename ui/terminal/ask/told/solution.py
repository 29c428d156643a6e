"""What `suanli solve` prints: the answer in words, what else moves, variants, and the curve."""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.trials import Trial
from ui.terminal.ask.answering import stamp_lines
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import (
    label_of,
    written,
    written_difference,
    written_ends,
    written_share,
)
from ui.terminal.tables.wrapping import filled
from ui.wording.answers.solve import (
    answer_text,
    asked_text,
    bare_number,
    lever_with_unit,
    reached_text,
    survival_text,
)
from ui.wording.answers.solve_reasons import effects_told, reasons
from ui.wording.figures.differences import share_told

_EFFECTS: Final = 6
_POINTS: Final = 9
"""Points of a curve that a line has room for."""


def solution_text(solution: Solution, held: tuple[Held, ...]) -> str:
    """Return the whole answer, for reading."""
    said = [
        _answer(solution),
        reached_text(solution) if solution.status == "out of reach" else "",
        survival_text(solution, held),
        *reasons(solution),
    ]
    sentences = "\n".join(filled(each) for each in said if each)
    parts = (
        asked_text(solution.question),
        sentences,
        _effects(solution),
        _variants(held),
        _curves(solution),
        stamp_lines(solution.stamp),
    )
    return "\n\n".join(filter(None, parts))


def _answer(solution: Solution) -> str:
    """Return the answer behind the share that meets it now, where it is not met already."""
    if solution.status == "met already":
        return answer_text(solution)
    text = translate("Terminal", "Now {share} of futures meet it. {answer}")
    return text.format(share=share_told(solution.share_before), answer=answer_text(solution))


def _effects(solution: Solution) -> str:
    """Return the key figures that move most, with the range of 80% of futures."""
    head = [
        translate("Terminal", "also changes"),
        translate("Terminal", "from"),
        translate("Terminal", "by"),
        translate("Terminal", "80% of futures"),
        "",
    ]
    rows = []
    for each in effects_told(solution, _EFFECTS):
        (outcome, element), found = each.pair, each.difference
        low, high = found.low, found.high
        ends = "" if low is None or high is None else written_ends(outcome, low, high, each.before)
        rows.append(
            [
                label_of(outcome, element),
                written(outcome, each.before),
                written_difference(outcome, found.median, each.before, "before"),
                ends,
                written_share(found.median, found.higher, found.lower),
            ]
        )
    return aligned([head, *rows]) if rows else ""


def _variants(held: tuple[Held, ...]) -> str:
    rows = [[model_text(each.variant.title), share_told(each.share)] for each in held]
    head = [translate("Terminal", "after the change, where"), _meeting()]
    return aligned([head, *rows]) if rows else ""


def _meeting() -> str:
    return translate("Terminal", "futures that meet it")


def _curves(solution: Solution) -> str:
    """Return the share over the lever, and that of the scenario beside at the same points."""
    (first, *others) = solution.moves
    if others:
        head = [translate("Terminal", "part of the way from here to there")]
        points = _some(solution.curve)
        ways = [place / (len(solution.curve) - 1) for place, _ in points]
        rows = [[*head, *map(share_told, ways)], [_meeting(), *_shares(points)]]
        return aligned(rows)
    rows = _over_lever(solution, lever_with_unit(first.handle.name), solution.curve)
    return "\n\n".join(filter(None, (aligned(rows), _beside(solution))))


def _beside(solution: Solution) -> str:
    other = solution.question.beside
    if other is None or not solution.beside:
        return ""
    text = translate("Terminal", "the same in: {scenario}")
    return aligned(
        _over_lever(solution, text.format(scenario=shown_title(other.title)), solution.beside)
    )


def _over_lever(solution: Solution, head: str, curve: Sequence[Trial]) -> list[list[str]]:
    """Return the numbers of a lever, and below each the share of futures."""
    name, points = solution.moves[0].handle.name, _some(curve)
    numbers = [bare_number(name, each.numbers[0]) for _, each in points]
    return [[head, *numbers], [_meeting(), *_shares(points)]]


def _some(curve: Sequence[Trial]) -> list[tuple[int, Trial]]:
    """Return so many points of a curve as a line has room for, the ends among them."""
    last = len(curve) - 1
    places = sorted({round(last * each / (_POINTS - 1)) for each in range(_POINTS)})
    return [(place, curve[place]) for place in places]


def _shares(points: Sequence[tuple[int, Trial]]) -> Iterator[str]:
    return (share_told(each.share) for _, each in points)
