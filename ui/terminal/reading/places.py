"""`--places`: the areas that key figures and charts are told of, by any of their names."""

import argparse
import re
from typing import Final

from planner.model.indices import AREAS
from planner.model.stand_ins import area_named, stand_in_for
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown

_BETWEEN: Final = re.compile(r"[,;\uff0c\uff1b\u3001]")
AT_MOST = 3
"""Places side by side, as in the window."""


def read_places(text: str) -> tuple[str, ...]:
    """Read areas with commas between them, for an option; in the order of the model."""
    found = [_area(name) for name in _BETWEEN.split(text)]
    if len(set(found)) > AT_MOST:
        message = translate(
            "Terminal", "{given} is not allowed, only up to {most} places side by side"
        )
        raise argparse.ArgumentTypeError(message.format(given=shown(text), most=AT_MOST))
    return tuple(area for area in AREAS if area in found)


def _area(name: str) -> str:
    area = area_named(name)
    if area is not None:
        return area
    stands = stand_in_for(name)
    message = translate("Terminal", "{given} is not allowed, only {allowed}")
    if stands:
        message = translate("Terminal", "{given} is not allowed, only {allowed}. {why}")
    why = model_text(stands.sentence).rstrip(".\u3002") if stands else ""
    allowed = in_a_row(AREAS)
    raise argparse.ArgumentTypeError(
        message.format(given=shown(name.strip()), allowed=allowed, why=why)
    )
