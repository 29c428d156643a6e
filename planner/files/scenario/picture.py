"""Pictures that carry the scenario they show, so that they open again as exactly that.

Top floor of planner. The scenario travels as the text of its file; the pixels are not looked at.
"""

import io
from typing import Final

from planner.files.scenario import png_text
from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import refusal
from planner.storage.sentences.message import message

_UNNAMED: Final = "PNG"


def with_scenario(png: bytes, scenario: Scenario) -> bytes:
    """Return the PNG with the scenario in it, in place of one that it may hold.

    Raises FileError for a scenario that would not read back, and for what is no whole PNG.
    """
    made = png_text.with_text(png, to_bytes(scenario), _UNNAMED)
    if scenario_in(made) != scenario:
        raise refusal("cannot_be_saved", file=_UNNAMED, cause=message("reads_back_differently"))
    return made


def scenario_in(png: bytes, name: str = _UNNAMED) -> Scenario:
    """Return the scenario that the PNG called `name` carries. Raises FileError."""
    if not png_text.is_picture(io.BytesIO(png)):
        raise refusal("picture_without", file=name)
    return from_bytes(png, name)
