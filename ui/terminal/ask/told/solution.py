"""What `suanli solve` prints: the answer in words, what else moves, variants, and the curve."""

from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Final

from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.trials import Trial
from ui.terminal.ask.answering import stamp_text
from ui.terminal.tables.columns import WIDTH, aligned
from ui.terminal.tables.figures import (
    label_of,
    written,
    written_difference,
    written_ends,
    written_share,
)
from ui.wording.answers.solve import (
    answer_text,
    asked_text,
    bare_number,
    lever_with_unit,
    reached_text,
    share_told,
    survival_text,
)
from ui.wording.answers.solve_reasons import effects_told, reasons

_EFFECTS: Final = 6
_POINTS: Final = 9
"""Points of a curve that a line has room for."""


def solution_text(solution: Solution, held: tuple[Held, ...]) -> str:
    """Return the whole answer, for reading."""
    before = f"Now {share_told(solution.share_before)} of futures meet it. "
    before = "" if solution.status == "met already" else before
    said = [
        f"{before}{answer_text(solution)}",
        reached_text(solution) if solution.status == "out of reach" else "",
        survival_text(solution, held),
        *reasons(solution),
    ]
    sentences = "\n".join(fill(each, WIDTH) for each in said if each)
    parts = (
        asked_text(solution.question),
        sentences,
        _effects(solution),
        _variants(held),
        _curves(solution),
        stamp_text(solution.stamp),
    )
    return "\n\n".join(filter(None, parts))


def _effects(solution: Solution) -> str:
    """Return the key figures that move most, with the range of 80% of futures."""
    head = ["also changes", "from", "by", "80% of futures", ""]
    rows = []
    for each in effects_told(solution, _EFFECTS):
        (outcome, element), found = each.pair, each.difference
        low, high = found.low, found.high
        ends = "" if low is None or high is None else written_ends(outcome, low, high, each.before)
        rows.append(
            [
                label_of(outcome, element),
                written(outcome, each.before),
                written_difference(outcome, found.median, each.before, ""),
                ends,
                written_share(found.median, found.higher, found.lower),
            ]
        )
    return aligned([head, *rows]) if rows else ""


def _variants(held: tuple[Held, ...]) -> str:
    rows = [[each.variant.title, share_told(each.share)] for each in held]
    return aligned([["after the change, where", "futures that meet it"], *rows]) if rows else ""


def _curves(solution: Solution) -> str:
    """Return the share over the lever, and that of the scenario beside at the same points."""
    (first, *others) = solution.moves
    if others:
        head = ["part of the way from here to there"]
        points = _some(solution.curve)
        ways = [place / (len(solution.curve) - 1) for place, _ in points]
        rows = [[*head, *map(share_told, ways)], ["futures that meet it", *_shares(points)]]
        return aligned(rows)
    rows = _over_lever(solution, lever_with_unit(first.handle.name), solution.curve)
    return "\n\n".join(filter(None, (aligned(rows), _beside(solution))))


def _beside(solution: Solution) -> str:
    other = solution.question.beside
    if other is None or not solution.beside:
        return ""
    return aligned(_over_lever(solution, f"the same in {other.title}", solution.beside))


def _over_lever(solution: Solution, head: str, curve: Sequence[Trial]) -> list[list[str]]:
    """Return the numbers of a lever, and below each the share of futures."""
    name, points = solution.moves[0].handle.name, _some(curve)
    numbers = [bare_number(name, each.numbers[0]) for _, each in points]
    return [[head, *numbers], ["futures that meet it", *_shares(points)]]


def _some(curve: Sequence[Trial]) -> list[tuple[int, Trial]]:
    """Return so many points of a curve as a line has room for, the ends among them."""
    last = len(curve) - 1
    places = sorted({round(last * each / (_POINTS - 1)) for each in range(_POINTS)})
    return [(place, curve[place]) for place in places]


def _shares(points: Sequence[tuple[int, Trial]]) -> Iterator[str]:
    return (share_told(each.share) for _, each in points)
