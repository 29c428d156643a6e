"""What the window of a sweep says of worlds. Floor: wording."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from ui.wording.figures.differences import share_told
from ui.wording.sweeps.head import count_text
from ui.wording.sweeps.inputs import world_told
from ui.wording.sweeps.numbers import column_text, number_text


def enough_text(column: Column, level: Level, enough: int, settings: int, needed: float) -> str:
    """Return how many settings meet a level in so many futures of every world."""
    text = translate(
        "Sweeps",
        "{number}: in {enough} of {settings} settings, at least {share} of futures are at {level} "
        "or more in every world.",
    )
    if level.sense == "at most":
        text = translate(
            "Sweeps",
            "{number}: in {enough} of {settings} settings, at least {share} of futures are at "
            "{level} or less in every world.",
        )
    return text.format(
        number=column_text(column),
        enough=count_text(enough),
        settings=count_text(settings),
        share=share_told(needed),
        level=number_text(column, level.value, has_unit=True),
    )


def worst_text(worlds: Sequence[str], worst: NDArray[np.int64]) -> str:
    """Return which world is the worst one for most settings; `worst` is -1 where none is."""
    known = worst[worst >= 0]
    if not len(known):
        return translate("Sweeps", "No setting has a number here.")
    counts = np.bincount(known, minlength=len(worlds))
    most = int(counts.argmax())
    text = translate("Sweeps", "The worst world of {count} of {settings} settings is: {world}.")
    return text.format(
        count=count_text(int(counts[most])),
        settings=count_text(len(known)),
        world=world_told(worlds[most]),
    )
