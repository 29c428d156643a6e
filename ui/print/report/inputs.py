"""The inputs that differ as lines of a report: areas that move alike stand in one. Floor: print."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.inputs import Lever, elements_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario
from planner.studies.differing_inputs import differing_inputs
from ui.wording.compared.inputs import InputLine, input_lines
from ui.wording.rows.path_display import number_in
from ui.wording.rows.row_display import values_of
from ui.wording.scale import scale_of_lever
from ui.wording.sharing import is_mean, whole
from ui.wording.translate import model_text, unit_text

KNOTS_TOLD: Final = 20
"""Knots of a path that are told in a table; the command to run it again holds all."""
_ALIKE: Final = 1e-6


def lines_of_report(scenarios: Sequence[Scenario]) -> Iterator[InputLine]:
    """Yield a line for each input that differs, one for all areas of a lever that move alike."""
    lines = input_lines(differing_inputs(scenarios), scenarios, KNOTS_TOLD)
    for key, some in groupby(lines, key=lambda line: split_address(line.address)[0]):
        of_key, lever = list(some), model().levers.get(key)
        if lever is not None and _is_one(lever, of_key, scenarios):
            yield _together(lever, scenarios)
        else:
            yield from of_key


def _is_one(lever: Lever, lines: Sequence[InputLine], scenarios: Sequence[Scenario]) -> bool:
    """Tell whether all areas of a lever have a line, and move alike in every scenario."""
    is_whole = 1 < len(elements_of(lever)) == len(lines)
    return is_whole and all(_moves_as_one(each, scenarios[0], lever) for each in scenarios)


def _moves_as_one(scenario: Scenario, first: Scenario, lever: Lever) -> bool:
    """Tell whether all areas have the same multiple of what they have in the first scenario."""
    own = (value for name, value in scenario.levers if split_address(name)[0] == lever.key)
    if any(isinstance(value, LeverPath) for value in own):
        return False
    values, before = values_of(scenario, lever), values_of(first, lever)
    factor = sum(values) / sum(before) if sum(before) else 0.0
    pairs = zip(values, before, strict=True)
    return all(abs(value - factor * usual) <= _ALIKE * abs(value) for value, usual in pairs)


def _together(lever: Lever, scenarios: Sequence[Scenario]) -> InputLine:
    tr, scale = QCoreApplication.translate, scale_of_lever(lever)
    form = (
        tr("Moves", "{name}, mean of areas") if is_mean(lever) else tr("Moves", "{name}, all areas")
    )
    values = (whole(lever, values_of(each, lever)) for each in scenarios)
    texts = tuple(number_in(scale, value) for value in values)
    title = form.format(name=model_text(lever.label))
    return InputLine(title, unit_text(scale.shown_unit), texts, lever.key)
