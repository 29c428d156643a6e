"""What the window of a sweep says of futures that miss a level. Floor: wording."""

from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from planner.sweep.summary.misses import InWorld, Misses
from ui.wording.figures.differences import share_told
from ui.wording.sweeps.head import count_text
from ui.wording.sweeps.inputs import world_told
from ui.wording.sweeps.numbers import column_text, number_text


def no_level_text() -> str:
    """Return what is to be done to see misses."""
    return translate("Sweeps", "Type a level above to see in which futures it is missed.")


def no_point_text() -> str:
    """Return what is to be done to see the misses of one point."""
    return translate("Sweeps", "Choose a point first: on the page of points or of trade-offs.")


def misses_text(column: Column, found: Misses) -> str:
    """Return how often a level is missed, at which points, and how many futures were looked at."""
    missed = found.missed
    if missed != missed:  # noqa: PLR0124 - no number
        return translate("Sweeps", "No future has a number here.")
    return sentences((_missed(column, found), _sampled(found)))


def world_text(found: InWorld) -> str:
    """Return how often the level is missed in a world; empty where the sweep has none."""
    if not found.world:
        return ""
    text = translate("Sweeps", "{world}: missed in {share} of futures")
    return text.format(world=world_told(found.world), share=share_told(found.missed))


def no_boxes_text() -> str:
    """Return what is said where no box is found."""
    return translate("Sweeps", "Nothing that was set or drawn tells these futures from the others.")


def _missed(column: Column, found: Misses) -> str:
    level = found.level
    text = translate("Sweeps", "{number}: below {level} in {share} of {futures} futures.")
    if level.sense == "at most":
        text = translate("Sweeps", "{number}: above {level} in {share} of {futures} futures.")
    return text.format(
        number=column_text(column),
        level=number_text(column, level.value, has_unit=True),
        share=share_told(found.missed),
        futures=count_text(found.futures),
    )


def _sampled(found: Misses) -> str:
    if found.sampled == found.futures:
        return translate("Sweeps", "All of them were looked at for what misses have in common.")
    text = translate(
        "Sweeps",
        "What misses have in common was looked for in {sampled} of them, evenly taken.",
    )
    return text.format(sampled=count_text(found.sampled))
