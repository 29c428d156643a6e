"""A planner's own numbers in a few words, in the language that the window speaks."""

from planner.model.counted.own import OwnNumbers
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate


def own_text(own: OwnNumbers) -> str:
    """Return how many points, levers in force and assumptions there are."""
    if not own:
        return translate("Own", "none")
    texts = []
    if own.points:
        texts.append(points_text(len(own.points)))
    if len(own.levers) == 1:
        texts.append(translate("Own", "1 lever in force"))
    elif own.levers:
        levers = translate("Own", "{count} levers in force")
        texts.append(levers.format(count=len(own.levers)))
    if len(own.assumptions) == 1:
        texts.append(translate("Own", "1 assumption"))
    elif own.assumptions:
        assumptions = translate("Own", "{count} assumptions")
        texts.append(assumptions.format(count=len(own.assumptions)))
    return in_a_row(texts)


def points_text(count: int) -> str:
    """Return how many points there are."""
    if count == 1:
        return translate("Own", "1 point")
    return translate("Own", "{count} points").format(count=count)
