"""Scenarios as a notebook shows them: tables of what differs from the baseline, without a script.

Inputs are named and told as the comparison in the window tells them.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from planner.model.graph import model
from planner.model.inputs import elements_of
from planner.model.scenario import Scenario as Value
from planner.studies.differing_inputs import differing_inputs
from suanli.scenarios import Scenario
from suanli.shown.drawing import table_html
from ui.wording.compared.inputs import InputLine, input_lines

_KNOTS_TOLD: Final = 20


def scenario_html(scenario: Scenario) -> str:
    """Return what a scenario changes against the baseline, and its targets."""
    told = "".join(f"<p>{escape(each)}</p>" for each in scenario.targets)
    return f"{scenarios_html((scenario,), scenario.title)}{told}"


def scenarios_html(scenarios: Sequence[Scenario], caption: str = "") -> str:
    """Return a row for each input in which scenarios differ from each other or the baseline."""
    values = (replace(Value(), title="Baseline"), *(each.value for each in scenarios))
    lines = input_lines(differing_inputs(values), values, _KNOTS_TOLD)
    head = ("input", "name", "unit", *(each.title for each in values))
    if len(scenarios) == 1:
        head = (*head[:-1], "set to")
    if not lines:
        return f"<p>{escape(', '.join(each.title for each in scenarios))}: nothing is changed</p>"
    return table_html(head, [_cells(each) for each in lines], caption)


def _cells(line: InputLine) -> tuple[str, ...]:
    """Return a row; a sum of all places has no name, which `set` would take for each place."""
    return (line.name, "" if _is_of_all(line) else line.address, line.unit, *line.texts)


def _is_of_all(line: InputLine) -> bool:
    row = model().levers.get(line.address)
    return row is not None and elements_of(row) != ("",)
