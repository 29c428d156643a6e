"""What the comparison asks beyond the runs that are there, and how answers are put to columns.

No widgets. Floor: views.
"""

from collections.abc import Sequence

from planner.ensemble.progress import Steps
from planner.model.scenario import Scenario
from planner.quantities.told.titles import shown_title
from planner.studies.combination import (
    Combination,
    Combined,
    combinations_of,
    combined,
    pairs_added_up,
)
from planner.studies.comparison import Column, Place
from ui.engine.comparing import ComparingAnswer, Question
from ui.engine.shown_run import ShownRun
from ui.items.sheet_columns import SheetColumn, sheet_columns
from ui.wording.figures.beliefs import baseline_name


def question_of(
    columns: Sequence[SheetColumn],
    places: Sequence[Place],
    reference: int | None,
    *,
    is_whole: bool,
) -> Question:
    """Return what is to be worked out; what is combined, only of runs that are whole."""
    scenarios = tuple(each.scenario for each in columns)
    pairs = dict.fromkeys(request[:2] for request, _ in places if not request.state)
    return Question(
        scenarios=scenarios,
        pairs=tuple(pairs),
        futures=min(each.run.futures for each in columns),
        reference=reference,
        combined=_combined(columns, scenarios) if is_whole else None,
    )


def titles_of(columns: Sequence[SheetColumn]) -> tuple[str, ...]:
    """Return what columns are called, on one line; the baseline by whose assumptions it has."""
    below, *others = columns
    whose = next((each.scenario for each in others if each.is_current), below.scenario)
    titles = (shown_title(" ".join(each.scenario.title.split())) for each in others)
    return (baseline_name(whose), *titles)


def combinations_in(run: ShownRun) -> Steps[tuple[tuple[Combination, ...], tuple[str, ...]]]:
    """Return what only combinations give in all years, and all titles, for the run on screen.

    There is nothing where no scenario combines others. Yields the share that is done; runs the
    model, so that it belongs in a thread of its own.
    """
    from planner.ensemble.many import Projector

    columns = sheet_columns(run)
    scenarios = tuple(each.scenario for each in columns)
    if not combined(scenarios):
        return (), ()
    found = yield from combinations_of(Projector(), scenarios, pairs_added_up())
    return found, titles_of(columns)


def columns_against(
    columns: Sequence[SheetColumn], reference: int, answer: ComparingAnswer | None
) -> tuple[Column, ...]:
    """Return the columns with what is known of their differences from one of them.

    While a hand moves, that is of the last answer; nothing before the first, and where other
    scenarios stand there.
    """
    known = answer.changes if answer is not None and _is_about(columns, reference, answer) else ()
    return tuple(
        Column(each.run, None if number == reference else (known[number] if known else {}))
        for number, each in enumerate(columns)
    )


def _is_about(columns: Sequence[SheetColumn], reference: int, answer: ComparingAnswer) -> bool:
    asked = answer.question
    titles = [each.title for each in asked.scenarios]
    return asked.reference == reference and titles == [each.scenario.title for each in columns]


def _combined(columns: Sequence[SheetColumn], scenarios: Sequence[Scenario]) -> Combined | None:
    """Return what the scenario on screen combines, else the first that combines others."""
    found = combined(scenarios)
    current = next((n for n, each in enumerate(columns) if each.is_current), 0)
    return next((each for each in found if each.whole == current), next(iter(found), None))
