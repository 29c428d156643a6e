"""What the window of a sweep says above its pages: what the folder holds, and the answer.

Pure functions on what was read. Floor: wording.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.graph import model
from planner.quantities.listed import listed
from planner.quantities.told.lists import clause_mark, sentences
from planner.quantities.told.numerals import fixed, numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate, translate_many
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Folder
from ui.wording.figures.differences import share_told
from ui.wording.sweeps.numbers import column_text, number_text

Values = NDArray[np.float64]

_STATES_AT_MOST: Final = 3


def count_text(count: int) -> str:
    """Return a number of things."""
    return fixed(count, 0, numerals())


def facts_of(folder: Folder) -> tuple[str, ...]:
    """Return how many points and futures there are, their seed and the scenario below them."""
    plan = folder.plan
    points, base = plan.points.count, plan.base
    of_points = translate_many("Sweeps", "{count} point", "{count} points", points)
    of_futures = translate_many(
        "Sweeps", "{count} future of each", "{count} futures of each", plan.futures
    )
    name = shown_title(base.title) or translate("Sweeps", "baseline")
    return (
        of_points.format(count=count_text(points)),
        of_futures.format(count=count_text(plan.futures)),
        translate("Sweeps", "{count} in all").format(count=count_text(points * plan.futures)),
        translate("Sweeps", "seed {seed}").format(seed=base.seed),
        translate("Sweeps", "base scenario: {name}").format(name=name),
    )


def states_text(folder: Folder) -> str:
    """Return which columns count states and are told by the terminal alone; empty for none."""
    columns = folder.plan.columns
    states = [column_text(each) for each in columns if model().outcomes[each.outcome].states]
    if not states:
        return ""
    text = translate(
        "Sweeps",
        "Not shown here: {columns}. They have states and no numbers; "
        "`suanli sweep FOLDER --summary` tells the share of futures in each state.",
    )
    return text.format(columns=listed(states, clause_mark(), _STATES_AT_MOST))


def cares_of(folder: Folder, *, is_of_other_model: bool) -> str:
    """Return what has to be known of a folder: what is missing, and who made it."""
    said = []
    if not folder.is_whole:
        text = translate(
            "Sweeps", "{done} of {count} batches are there; the numbers are those of these."
        )
        done, count = count_text(len(folder.done)), count_text(folder.layout.count)
        said.append(text.format(done=done, count=count))
    if is_of_other_model:
        said.append(
            translate(
                "Sweeps",
                "Another version of the model made it: a point that is opened as a scenario may "
                "give other numbers.",
            )
        )
    return sentences(said)


def answer_of(
    column: Column, median: Values, shares: Values, level: Level | None, needed: float
) -> str:
    """Return which point is best at the median, and how many meet a level often enough."""
    return sentences((*_met(column, shares, level, needed), _best(column, median)))


def best_point(column: Column, median: Values) -> int:
    """Return the number of the point with the best median, 0 where none has a number."""
    if np.isnan(median).all():
        return 0
    return int((np.nanargmax if _is_more_better(column) else np.nanargmin)(median)) + 1


def front_text(free: int, points: int, *, has_worlds: bool = False) -> str:
    """Return how many points no other one beats in two numbers at once, each in its world."""
    text = translate_many(
        "Sweeps",
        "{count} of {points} points is not beaten: none is better in one and no worse in the "
        "other.",
        "{count} of {points} points are not beaten: none is better in one and no worse in the "
        "other.",
        free,
    )
    if has_worlds:
        text = translate_many(
            "Sweeps",
            "{count} of {points} points is not beaten: none of its world is better in one and no "
            "worse in the other.",
            "{count} of {points} points are not beaten: none of their world is better in one and "
            "no worse in the other.",
            free,
        )
    return text.format(count=count_text(free), points=count_text(points))


def empty_text(empty: int) -> str:
    """Return how many futures have no number; empty where all have."""
    if not empty:
        return ""
    text = translate_many(
        "Sweeps",
        "{count} future has no number and is left out.",
        "{count} futures have no number and are left out.",
        empty,
    )
    return text.format(count=count_text(empty))


def _met(column: Column, shares: Values, level: Level | None, needed: float) -> tuple[str, ...]:
    if level is None:
        return ()
    known = shares[~np.isnan(shares)]
    enough = int((known >= needed).sum())
    text = translate(
        "Sweeps",
        "{number}: in {enough} of {points} points, at least {share} of futures are at {level} or "
        "more.",
    )
    if level.sense == "at most":
        text = translate(
            "Sweeps",
            "{number}: in {enough} of {points} points, at least {share} of futures are at {level} "
            "or less.",
        )
    said = text.format(
        points=count_text(len(known)),
        enough=count_text(enough),
        number=column_text(column),
        level=number_text(column, level.value, has_unit=True),
        share=share_told(needed),
    )
    return (said,)


def _best(column: Column, median: Values) -> str:
    point = best_point(column, median)
    if not point:
        return translate("Sweeps", "No point has a number here.")
    text = translate("Sweeps", "The highest median has point {point}: {value}.")
    if not _is_more_better(column):
        text = translate("Sweeps", "The lowest median has point {point}: {value}.")
    value = number_text(column, float(median[point - 1]), has_unit=True)
    return text.format(point=count_text(point), value=value)


def _is_more_better(column: Column) -> bool:
    return model().outcomes[column.outcome].better == "more"
