"""What assumptions change and what levers change, apart: each key figure at the end of a year."""

from collections.abc import Iterator
from math import isfinite

from planner.files.scenario.titles import distinct_names
from planner.model.scenario import Scenario, assumption_at
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Change, Pair
from planner.studies.comparison import month_of
from planner.studies.parts.belief import DEFAULT, Parts
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import (
    label_of_differences,
    written_difference,
    written_range_of_change,
)


def apart(scenario: Scenario, found: Parts, year: int) -> str:
    """Return a sentence on the assumptions that are not those by default, and the table."""
    (name,) = distinct_names([scenario.title])
    labels = [model_text(assumption_at(each)[0].label) for each, _ in scenario.assumptions]
    printed = translate("Terminal", "figures as printed")
    figures = [printed] if scenario.figures != DEFAULT.figures else []
    named = listed([*figures, *dict.fromkeys(labels)])
    month, rows = month_of(year), []
    for pair, belief in found.belief.items():
        policy = found.policy[pair]
        if all(isfinite(each.median[month]) for each in (belief, policy)):
            rows.append([label_of_differences(*pair), *_cells(pair, belief, policy, month)])
    text = translate("Terminal", "Assumptions of {scenario} differ from the default: {names}.")
    said = text.format(scenario=name, names=named)
    return f"{said}\n{aligned([[f'{year}-12', *_head()], *rows])}\n{_note()}"


def _head() -> tuple[str, ...]:
    of_range = translate("Terminal", "80% of futures")
    assumptions = translate("Terminal", "assumptions alone")
    return assumptions, of_range, translate("Terminal", "levers alone"), of_range


def _note() -> str:
    of_assumptions = translate(
        "Terminal", "Assumptions alone: the baseline under them against the baseline by default."
    )
    of_levers = translate(
        "Terminal", "Levers alone: the scenario against the baseline under the same assumptions."
    )
    return f"{of_assumptions}\n{of_levers}"


def _cells(pair: Pair, belief: Change, policy: Change, month: int) -> Iterator[str]:
    size = max(abs(float(each.median[month])) for each in (belief, policy))
    for each in (belief, policy):
        yield written_difference(pair[0], float(each.median[month]), size, "baseline")
        yield written_range_of_change(pair[0], each, size, month)
