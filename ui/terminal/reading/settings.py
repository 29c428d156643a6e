"""`--set seed=7`: how a scenario is run, said like its levers, so that one option says it all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from planner.facts.record import Figures
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Draws,
    Scenario,
    with_figures,
)
from planner.quantities.told.lists import one_of
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.terminal.reading.inputs import InputError

_NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "seed": (0, SEED_AT_MOST),
    "futures": (1, FUTURES_AT_MOST),
    "last_year": (FIRST_YEAR, LAST_YEAR_AT_MOST),
}
SETTINGS: Final = ("figures", "draws", *_NUMBERS)


def with_setting(scenario: Scenario, name: str, text: str) -> Scenario:
    """Return the scenario with one of its settings; words may be joined by hyphens.

    Raises InputError for a value that the setting does not have.
    """
    match name:
        case "figures":
            for figures in get_args(Figures):
                if text.replace("-", "_") == figures:
                    return with_figures(scenario, figures)
            raise _refused(name, text, get_args(Figures))
        case "draws":
            for draws in get_args(Draws):
                if text.replace("-", " ") == draws:
                    return replace(scenario, draws=draws)
            raise _refused(name, text, get_args(Draws))
        case "seed":
            return replace(scenario, seed=_whole_number(name, text))
        case "futures":
            return replace(scenario, futures=_whole_number(name, text))
        case _:
            return replace(scenario, last_year=_whole_number(name, text))


def _whole_number(name: str, text: str) -> int:
    least, most = _NUMBERS[name]
    if text.isascii() and text.isdigit() and least <= int(text[:20]) <= most:
        return int(text)
    said = translate("Terminal", "{name} takes a whole number from {least} to {most}, not {given}")
    raise InputError(said.format(name=name, least=least, most=most, given=shown(text)))


def _refused(name: str, text: str, allowed: tuple[str, ...]) -> InputError:
    words = one_of([each.replace(" ", "-").replace("_", "-") for each in allowed])
    said = translate("Terminal", "{name} takes {allowed}, not {given}")
    return InputError(said.format(name=name, allowed=words, given=shown(text)))
