"""How a scenario is told in a list: how much it changes, and in a tip which inputs differ.

Pure functions on a scenario; nothing here knows documents. Floor: wording.
"""

from typing import Final

from planner.model.indices import split_address
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_a_row, led_by
from planner.storage.sentences.catalog import translate
from ui.wording.moves import every_move

TOLD_AT_MOST: Final = 8


def changes_in_short(scenario: Scenario) -> str:
    """Return how many inputs a scenario changes against the published baseline: `2 levers`."""
    parts = [_levers(scenario), _assumptions(scenario)]
    if any(isinstance(setting, LeverPath) for _, setting in scenario.levers):
        parts.insert(1, translate("Scenarios", "path"))
    if scenario.figures != Scenario().figures:
        parts.append(translate("Scenarios", "other figures"))
    told = in_a_row(filter(None, parts))
    return told or translate("Scenarios", "as the baseline")


def differing_inputs_in_words(scenario: Scenario) -> tuple[str, ...]:
    """Return a line for each input that differs from the baseline, and how many are left out."""
    moves = every_move(Scenario(), scenario)
    lines = [led_by(move.title, move.change) for move in moves[:TOLD_AT_MOST]]
    if len(moves) > TOLD_AT_MOST:
        text = translate("Scenarios", "and {count} more")
        lines.append(text.format(count=len(moves) - TOLD_AT_MOST))
    return tuple(lines)


def _levers(scenario: Scenario) -> str:
    count = len({split_address(name)[0] for name, _ in scenario.levers})
    match count:
        case 0:
            return ""
        case 1:
            return translate("Scenarios", "1 lever changed")
        case _:
            text = translate("Scenarios", "{count} levers changed")
            return text.format(count=count)


def _assumptions(scenario: Scenario) -> str:
    count = len({split_address(name)[0] for name, _ in scenario.assumptions})
    match count:
        case 0:
            return ""
        case 1:
            return translate("Scenarios", "1 assumption")
        case _:
            text = translate("Scenarios", "{count} assumptions")
            return text.format(count=count)


def color_name(number: int) -> str:
    """Return what the color of a scenario is called, by its number among the data colors."""
    names = (
        translate("Color", "blue"),
        translate("Color", "vermilion"),
        translate("Color", "green"),
        translate("Color", "purple"),
        translate("Color", "ochre"),
        translate("Color", "light blue"),
        translate("Color", "olive"),
        translate("Color", "gray"),
    )
    return names[number % len(names)]
