"""Pictures that carry the scenarios they show, so that they open again as exactly those.

Seventh floor of planner. Scenarios travel as the text of their files; the pixels are not looked at.
"""

import io
from collections.abc import Sequence
from typing import Final

from planner.files.scenario import png_text
from planner.files.scenario.scenario_file import from_bytes
from planner.files.scenario.scenario_list import list_to_bytes, listed_in
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError, refusal
from planner.storage.sentences.message import message

_UNNAMED: Final = "PNG"


def with_scenario(png: bytes, scenario: Scenario) -> bytes:
    """Return the PNG with the scenario in it, as `with_scenarios` does."""
    return with_scenarios(png, (scenario,))


def with_scenarios(png: bytes, scenarios: Sequence[Scenario]) -> bytes:
    """Return the PNG with these scenarios in it, each once, in place of what it may hold.

    Raises FileError for scenarios that would not read back, for more than a picture carries, and
    for what is no whole PNG.
    """
    made = png_text.with_text(png, list_to_bytes(scenarios), _UNNAMED)
    if scenarios_in(made) != tuple(dict.fromkeys(scenarios)):
        raise refusal("cannot_be_saved", file=_UNNAMED, cause=message("reads_back_differently"))
    return made


def scenario_in(png: bytes, name: str = _UNNAMED) -> Scenario:
    """Return the one scenario that the PNG called `name` carries. Raises FileError."""
    _check_picture(png, name)
    return from_bytes(png, name)


def scenarios_in(png: bytes, name: str = _UNNAMED) -> tuple[Scenario, ...]:
    """Return all scenarios that the PNG called `name` carries.

    Raises FileError where there are none, or where one of them cannot be read.
    """
    _check_picture(png, name)
    found = listed_in(png_text.text_in(io.BytesIO(png), name), name)
    for why in found.refused:
        raise FileError(why)
    return tuple(each.scenario for each in found.contents)


def _check_picture(png: bytes, name: str) -> None:
    if not png_text.is_picture(io.BytesIO(png)):
        raise refusal("picture_without", file=name)
